#include <jansson.h>

#include "gather.h"

#include "charset.h"

const char gather_none[] = "no article";
const char gather_textless[] = "no text";

static const char *
read_text(struct gather *g, const struct record *record, struct article *out)
{
	struct buf b = { 0 };
	struct slice text = charset_text(record->body, &b);

	out->field[ARTICLE_TEXT] = b.at != NULL ? arena_copy(g->arena, text) : text;
	buf_free(&b);
	return NULL;
}

static const struct format formats[] = {
	{ "text", "txt text md", RECORD_FILE, read_text },
	{ "tsv", "tsv", RECORD_LINE, gather_tsv },
	{ "csv", "csv", RECORD_QUOTED, gather_csv },
	{ "jsonl", "jsonl ndjson", RECORD_LINE, gather_json },
	{ "json", "json", RECORD_OBJECT, gather_json },
	{ "sfeed", "sfeed", RECORD_LINE, gather_sfeed },
	{ "html", "html htm xhtml", RECORD_FILE, gather_html },
	{ "wet", "wet", RECORD_WARC, gather_wet },
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
			if (slice_eq_fold(slice_cut(&rest, ' '), slice_sub(path, dot, path.len)))
				return &formats[i];
	}
	return &formats[0];
}

const char *
gather_refuse(const struct format *format, bool told, struct slice head)
{
	static const struct {
		const char *head;
		const char *why;
	} kinds[] = {
		{ "\x1F\x8B", "compressed by gzip; give it to zcat first" }, { "BZh", "compressed by bzip2; give it to bzcat first" },
		{ "\xFD" "7zXZ", "compressed by xz; give it to xzcat first" }, { "\x28\xB5\x2F\xFD", "compressed by zstd; give it to zstdcat first" },
		{ "%PDF-", "a PDF, no text" }, { "PK\3\4", "a zip archive or office document, no text" },
		{ "\xD0\xCF\x11\xE0", "an office document, no text" }
	}, markup[] = {
		{ "WARC/", "a web archive; --from wet reads one of texts" }, { "<?xml", "XML, no text; of a feed sfeed(1) makes lines" },
		{ "<rss", "a feed, no text; sfeed(1) makes lines of it" }, { "<feed", "a feed, no text; sfeed(1) makes lines of it" }
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (slice_starts(head, kinds[i].head))
			return kinds[i].why;
	for (size_t i = 0; i < sizeof markup / sizeof *markup && format == &formats[0] && !told; i++)
		if (slice_starts(slice_trim(head), markup[i].head))
			return markup[i].why;
	return format->unit != RECORD_FILE && charset_is_wide(head) ? "of UTF-16 or UTF-32; give it to iconv first" : NULL;
}

bool
gather_key_add(struct gather *g, const char *spec)
{
	struct slice key = slice_from(spec);
	enum article_field field = article_field_named(slice_cut(&key, '='));

	if (field == ARTICLE_FIELDS || key.len == 0)
		return false;
	MEM_GROW(g->key, g->key_cap, g->keys + 1);
	g->key[g->keys++] = (struct gather_key){ field, key };
	return true;
}

enum article_field
gather_field_of(const struct gather *g, struct slice key)
{
	bool named[ARTICLE_FIELDS] = { false };
	const char *usual;

	for (size_t i = 0; i < g->keys; i++) {
		if (slice_eq(g->key[i].key, key))
			return g->key[i].field;
		named[g->key[i].field] = true;
	}
	for (int field = 0; field < ARTICLE_FIELDS; field++)
		for (size_t i = 0; !named[field] && (usual = article_usual_key((enum article_field)field, i)) != NULL; i++)
			if (slice_is_fold(key, usual))
				return (enum article_field)field;
	return ARTICLE_FIELDS;
}

const char *
gather_read(struct gather *g, const struct format *format, const struct record *record, struct article *out)
{
	const char *why = record->why != NULL ? record->why : format->parse(g, record, out);

	if (why == NULL && out->field[ARTICLE_TEXT].len == 0 && out->field[ARTICLE_HTML].len > 0)
		gather_html_part(g, out->field[ARTICLE_HTML], out);
	if (why != NULL)
		return why;
	article_finish(out, g->arena);
	return out->field[ARTICLE_TEXT].len > 0 ? NULL : gather_textless;
}

void
gather_begin(struct gather *g)
{
	g->columns = 0;
	g->lost = false;
	json_set_alloc_funcs(mem_take, mem_free); /* what finds no memory is no broken article */
}

void
gather_free(struct gather *g)
{
	gather_html_free(g->html);
	mem_free(g->key);
	mem_free(g->column);
}
