#include "article.h"

#include "date.h"

static const char *const names[ARTICLE_FIELDS] = {
	[ARTICLE_ID] = "id", [ARTICLE_SOURCE] = "source", [ARTICLE_PUBLISHED] = "published", [ARTICLE_URL] = "url",
	[ARTICLE_TITLE] = "title", [ARTICLE_LANG] = "lang", [ARTICLE_TEXT] = "text", [ARTICLE_HTML] = "html"
};

/* Keys that crawlers and archives use, the surest of a field first. */
static const struct {
	enum article_field field;
	const char *key;
} usual[] = {
	{ ARTICLE_ID, "id" }, { ARTICLE_ID, "_id" }, { ARTICLE_ID, "doc" }, { ARTICLE_ID, "doc_id" },
	{ ARTICLE_ID, "docid" }, { ARTICLE_ID, "article_id" }, { ARTICLE_ID, "uuid" }, { ARTICLE_ID, "guid" },
	{ ARTICLE_SOURCE, "source" }, { ARTICLE_SOURCE, "outlet" }, { ARTICLE_SOURCE, "publisher" },
	{ ARTICLE_SOURCE, "publication" }, { ARTICLE_SOURCE, "site_name" }, { ARTICLE_SOURCE, "sitename" },
	{ ARTICLE_SOURCE, "source_domain" }, { ARTICLE_SOURCE, "domain" }, { ARTICLE_SOURCE, "hostname" },
	{ ARTICLE_PUBLISHED, "published" }, { ARTICLE_PUBLISHED, "published_at" }, { ARTICLE_PUBLISHED, "publishedAt" },
	{ ARTICLE_PUBLISHED, "date_publish" }, { ARTICLE_PUBLISHED, "date_published" },
	{ ARTICLE_PUBLISHED, "datePublished" }, { ARTICLE_PUBLISHED, "publish_date" },
	{ ARTICLE_PUBLISHED, "published_date" }, { ARTICLE_PUBLISHED, "publication_date" },
	{ ARTICLE_PUBLISHED, "pub_date" }, { ARTICLE_PUBLISHED, "pubDate" }, { ARTICLE_PUBLISHED, "date" },
	{ ARTICLE_PUBLISHED, "timestamp" }, { ARTICLE_PUBLISHED, "created_at" },
	{ ARTICLE_URL, "url" }, { ARTICLE_URL, "link" }, { ARTICLE_URL, "canonical_url" }, { ARTICLE_URL, "uri" },
	{ ARTICLE_TITLE, "title" }, { ARTICLE_TITLE, "headline" },
	{ ARTICLE_LANG, "lang" }, { ARTICLE_LANG, "language" },
	{ ARTICLE_TEXT, "text" }, { ARTICLE_TEXT, "body" }, { ARTICLE_TEXT, "content" }, { ARTICLE_TEXT, "article" },
	{ ARTICLE_TEXT, "maintext" }, { ARTICLE_TEXT, "articleBody" }, { ARTICLE_TEXT, "full_text" },
	{ ARTICLE_TEXT, "fullText" }, { ARTICLE_TEXT, "article_text" },
	{ ARTICLE_HTML, "html" }, { ARTICLE_HTML, "raw_html" },
};

const char *
article_field_name(enum article_field field)
{
	return names[field];
}

enum article_field
article_field_named(struct slice name)
{
	int field = 0;

	while (field < ARTICLE_FIELDS && !slice_is(name, names[field]))
		field++;
	return (enum article_field)field;
}

const char *
article_usual_key(enum article_field field, size_t i)
{
	for (size_t k = 0; k < sizeof usual / sizeof *usual; k++)
		if (usual[k].field == field && i-- == 0)
			return usual[k].key;
	return NULL;
}

/* The host of a URL, without "www." */
static struct slice
host_of(struct slice url)
{
	size_t i = 0;

	while (i + 3 <= url.len && memcmp(url.at + i, "://", 3) != 0)
		i++;
	if (i + 3 > url.len)
		return slice_make("", 0);
	url = slice_sub(url, i + 3, url.len);
	for (i = 0; i < url.len && url.at[i] != '/' && url.at[i] != '?' && url.at[i] != '#'; i++)
		if (url.at[i] == '@')
			return slice_make("", 0);
	url = slice_sub(url, 0, i);
	url = slice_sub(url, 0, slice_find(url, ':'));
	return slice_starts(url, "www.") ? slice_sub(url, 4, url.len) : url;
}

/* A code of ISO 639-2 or 639-3 as that of 639-1 where there is one for the languages of these lists. */
static struct slice
two_letters(struct slice code)
{
	static const char codes[][2][4] = {
		{ "eng", "en" }, { "deu", "de" }, { "ger", "de" }, { "fra", "fr" }, { "fre", "fr" }, { "spa", "es" }, { "por", "pt" },
		{ "rus", "ru" }, { "ukr", "uk" }, { "ita", "it" }, { "nld", "nl" }, { "dut", "nl" }, { "pol", "pl" }, { "zho", "zh" },
		{ "chi", "zh" }, { "jpn", "ja" }, { "ara", "ar" }, { "kor", "ko" }, { "tur", "tr" }
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (slice_is(code, codes[i][0]))
			return slice_from(codes[i][1]);
	return code;
}

/* "en-US", "EN", "en_GB" and "eng,deu" are "en"; a name of a language tells none. */
static struct slice
language(struct slice told, struct arena *a)
{
	size_t n = 0;
	char *p;

	while (n < told.len && ((told.at[n] | 32) >= 'a' && (told.at[n] | 32) <= 'z'))
		n++;
	if (n != 2 && n != 3)
		return slice_make("", 0);
	p = arena_alloc(a, n);
	for (size_t i = 0; i < n; i++)
		p[i] = (char)(told.at[i] | 32);
	return two_letters(slice_make(p, n));
}

void
article_finish(struct article *article, struct arena *a)
{
	struct slice *field = article->field;

	field[ARTICLE_TITLE] = slice_trim(field[ARTICLE_TITLE]);
	field[ARTICLE_PUBLISHED] = date_iso(field[ARTICLE_PUBLISHED], a);
	field[ARTICLE_LANG] = language(field[ARTICLE_LANG], a);
	if (field[ARTICLE_SOURCE].len == 0)
		field[ARTICLE_SOURCE] = host_of(field[ARTICLE_URL]);
}
