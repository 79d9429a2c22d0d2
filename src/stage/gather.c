#include "gather.h"

static const struct format formats[] = {
	{ "text", "txt text md", GATHER_FILE, gather_text },
	{ "tsv", "tsv", GATHER_LINE, gather_tsv },
};

enum { FORMATS = sizeof formats / sizeof *formats };

const struct format *
gather_format(const char *name)
{
	for (size_t i = 0; i < FORMATS; i++)
		if (slice_is(slice_from(name), formats[i].name))
			return &formats[i];
	return NULL;
}

const struct format *
gather_format_of(struct slice path)
{
	size_t dot = path.len;

	while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
		dot--;
	for (size_t i = 0; i < FORMATS && dot > 0 && path.at[dot - 1] == '.'; i++) {
		struct slice rest = slice_from(formats[i].endings);

		while (rest.at != NULL)
			if (slice_eq(slice_cut(&rest, ' '), slice_sub(path, dot, path.len)))
				return &formats[i];
	}
	return &formats[0];
}

const char *
gather_text(struct gather *g, struct slice bytes, struct article *out)
{
	(void)g;
	out->field[ARTICLE_TEXT] = bytes;
	return NULL;
}

/* What stands behind a backslash in a field, or 0 if that is no escape. */
static char
escaped(char c)
{
	switch (c) {
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	case '\\': return '\\';
	default: return 0;
	}
}

/* Unlike the stream's, foreign fields may hold backslashes that escape nothing; they stay. */
struct slice
gather_unescape(struct slice s, struct arena *a)
{
	char *to;
	size_t n = 0;

	if (slice_find(s, '\\') == s.len)
		return s;
	to = arena_alloc(a, s.len);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i] == '\\' && i + 1 < s.len ? escaped(s.at[i + 1]) : 0;

		to[n++] = c != 0 ? c : s.at[i];
		i += c != 0;
	}
	return slice_make(to, n);
}

const char *
gather_tsv(struct gather *g, struct slice line, struct article *out)
{
	struct slice rest = line;

	out->field[ARTICLE_ID] = slice_cut(&rest, '\t');
	if (rest.at == NULL)
		return "no tab between id and text";
	if (out->field[ARTICLE_ID].len == 0)
		return "empty id";
	if (slice_find(rest, '\t') < rest.len)
		return "more than two columns";
	out->field[ARTICLE_TEXT] = gather_unescape(rest, g->arena);
	return NULL;
}
