#include "html_token.h"

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool
html_is(struct slice name, const char *wanted)
{
	if (name.len != strlen(wanted))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((is_letter(name.at[i]) ? name.at[i] | 32 : name.at[i]) != wanted[i])
			return false;
	return true;
}

/* Offset behind the first of what from at on; the page's end if there is none. */
static size_t
behind(struct slice page, size_t at, const char *what)
{
	size_t n = strlen(what);

	while (at + n <= page.len) {
		at += slice_find(slice_sub(page, at, page.len), what[0]);
		if (at + n <= page.len && memcmp(page.at + at, what, n) == 0)
			return at + n;
		at++;
	}
	return page.len;
}

/* Offset behind a comment, a declaration or whatever else browsers take for one, at a "<". */
static size_t
skip_declaration(struct slice page, size_t at)
{
	struct slice rest = slice_sub(page, at, page.len);

	if (slice_starts(rest, "<!-->"))
		return at + 5;
	if (slice_starts(rest, "<!--"))
		return behind(page, at + 4, "-->");
	if (slice_starts(rest, "<![CDATA["))
		return behind(page, at + 9, "]]>");
	return behind(page, at, ">");
}

/* Offset behind the mark that closes a value, which begins at at; at itself if none does.  That there is none is looked for
 * once. */
static size_t
close_value(struct html_scanner *s, size_t at, char mark)
{
	bool *none = mark == '"' ? &s->no_double : &s->no_single;
	size_t n;

	if (*none)
		return at;
	n = slice_find(slice_sub(s->page, at, s->page.len), mark);
	*none = n == s->page.len - at;
	return *none ? at : at + n + 1;
}

/* Offset of the ">" of the tag whose attributes begin at at; the page's end if there is none. */
static size_t
end_of_tag(struct html_scanner *s, size_t at)
{
	struct slice page = s->page;

	while (at < page.len && page.at[at] != '>') {
		if (page.at[at++] != '=')
			continue;
		while (at < page.len && is_blank(page.at[at]))
			at++;
		if (at < page.len && (page.at[at] == '"' || page.at[at] == '\''))
			at = close_value(s, at + 1, page.at[at]);
	}
	return at;
}

static bool
holds_no_markup(struct slice name)
{
	static const char *const names[] = {
		"script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp"
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (html_is(name, names[i]))
			return true;
	return false;
}

/* Reads the tag at s->at, which is a "<" and the name's first letter, or a slash between. */
static void
read_tag(struct html_scanner *s, struct html_token *token)
{
	bool closes = s->page.at[s->at + 1] == '/';
	size_t start = s->at + (closes ? 2 : 1);
	size_t end = start;
	size_t close;

	while (end < s->page.len && !is_blank(s->page.at[end]) && s->page.at[end] != '>' && s->page.at[end] != '/')
		end++;
	close = end_of_tag(s, end);
	*token = (struct html_token){
		.kind = closes ? HTML_END : HTML_START,
		.name = slice_sub(s->page, start, end),
		.rest = slice_sub(s->page, end, close),
	};
	s->at = close < s->page.len ? close + 1 : close;
	if (!closes && holds_no_markup(token->name))
		s->raw = token->name;
}

/* Offset of the end tag of the element whose content is no markup. */
static size_t
end_of_raw(const struct html_scanner *s)
{
	size_t at = s->at;

	while ((at = behind(s->page, at, "</")) < s->page.len) {
		struct slice name = slice_sub(s->page, at, s->page.len);

		if (name.len > s->raw.len && !is_letter(name.at[s->raw.len])) {
			bool same = true;

			for (size_t i = 0; i < s->raw.len; i++)
				same = same && (name.at[i] | 32) == (s->raw.at[i] | 32);
			if (same)
				return at - 2;
		}
	}
	return s->page.len;
}

bool
html_next(struct html_scanner *s, struct html_token *token)
{
	while (s->at < s->page.len) {
		size_t start = s->at;
		char first = start + 1 < s->page.len ? s->page.at[start + 1] : ' ';
		char second = start + 2 < s->page.len ? s->page.at[start + 2] : ' ';

		if (s->raw.len > 0) {
			s->at = end_of_raw(s);
			s->raw.len = 0;
		} else if (s->page.at[start] == '<' && (is_letter(first) || (first == '/' && is_letter(second)))) {
			read_tag(s, token);
			return true;
		} else if (s->page.at[start] == '<' && (first == '!' || first == '?' || first == '/')) {
			s->at = skip_declaration(s->page, start);
			continue;
		} else {
			s->at++;
			s->at += slice_find(slice_sub(s->page, s->at, s->page.len), '<');
		}
		*token = (struct html_token){ .kind = HTML_TEXT, .text = slice_sub(s->page, start, s->at) };
		if (token->text.len > 0)
			return true;
	}
	return false;
}

static bool
ends_name(char c)
{
	return is_blank(c) || c == '=' || c == '/' || c == '>';
}

bool
html_attribute(struct slice *rest, struct slice *name, struct slice *value)
{
	size_t i = 0;
	size_t start;
	struct slice s = *rest;

	while (i < s.len && (is_blank(s.at[i]) || s.at[i] == '/' || s.at[i] == '='))
		i++;
	start = i;
	while (i < s.len && !ends_name(s.at[i]))
		i++;
	*name = slice_sub(s, start, i);
	*value = slice_make("", 0);
	while (i < s.len && is_blank(s.at[i]))
		i++;
	if (i < s.len && s.at[i] == '=') {
		i++;
		while (i < s.len && is_blank(s.at[i]))
			i++;
		if (i < s.len && (s.at[i] == '"' || s.at[i] == '\'')) {
			size_t n = slice_find(slice_sub(s, i + 1, s.len), s.at[i]);

			*value = slice_sub(s, i + 1, i + 1 + n);
			i = i + n + 2 < s.len ? i + n + 2 : s.len;
		} else {
			start = i;
			while (i < s.len && !is_blank(s.at[i]))
				i++;
			*value = slice_sub(s, start, i);
		}
	}
	*rest = slice_sub(s, i, s.len);
	return name->len > 0;
}
