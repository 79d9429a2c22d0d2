/* html_meta: what a page tells of its article beside the text: meta elements, links, times, JSON-LD. */
#include <jansson.h>

#include "date.h"
#include "html_page.h"

enum {
	RANK_JSON = 1, /* of what JSON-LD tells; the list html-meta has the others' */
	RANK_LINK = 2,
	RANK_TIME = 5,
	RANK_LANG = 3,
	DEPTH_MOST = 6, /* objects in which JSON-LD's article is looked for */
	OBJECTS_MOST = 256
};

void
html_tell(struct html_meta *m, enum article_field field, unsigned char rank, struct slice value, struct arena *a)
{
	if (field == ARTICLE_FIELDS || (m->rank[field] != 0 && m->rank[field] <= rank) ||
	    (field != ARTICLE_TEXT && value.len > UINT16_MAX))
		return;
	value = field == ARTICLE_PUBLISHED ? date_iso(value, a) : slice_trim(value);
	if (value.len > 0) {
		m->article.field[field] = arena_copy(a, value);
		m->rank[field] = rank;
	}
}

/* <meta name="…" content="…">, <meta property="…" content="…"> */
static void
meta_tag(struct html_meta *m, const struct html_lists *lists, const unsigned char **rest, struct arena *a)
{
	struct slice name;
	struct slice value;
	struct slice key = slice_make("", 0);
	struct slice content = slice_make("", 0);
	struct slice what;
	size_t rank;

	while (html_attribute(&rest, &name, &value)) {
		if (slice_is_fold(name, "content"))
			content = value;
		else if (slice_is_fold(name, "name") || slice_is_fold(name, "property") || slice_is_fold(name, "itemprop") ||
		    slice_is_fold(name, "http-equiv"))
			key = value;
	}
	what = table_find_lower(&lists->meta, key);
	if (what.at == NULL)
		return;
	name = slice_cut(&what, '\t');
	if (slice_number(what, &rank))
		html_tell(m, article_field_named(name), (unsigned char)rank, content, a);
}

/* <time datetime="…">, and what is marked as the date of publication, which is surer: <span itemprop="datePublished"
 * content="…">, <abbr class="published" title="…">. */
static void
date_tag(struct html_meta *m, bool is_time, const unsigned char **rest, struct arena *a)
{
	struct slice name;
	struct slice value;
	struct slice date = slice_make("", 0);
	struct slice title = slice_make("", 0);
	bool sure = false;

	while (html_attribute(&rest, &name, &value)) {
		if (slice_is_fold(name, "datetime") || slice_is_fold(name, "content"))
			date = value;
		else if (slice_is_fold(name, "title"))
			title = value;
		sure |= slice_is_fold(name, "pubdate") || (slice_is_fold(name, "itemprop") && slice_is_fold(value, "datepublished")) ||
		    (slice_is_fold(name, "class") && (slice_is_fold(value, "published") || slice_is_fold(value, "dt-published")));
	}
	if (sure || is_time)
		html_tell(m, ARTICLE_PUBLISHED, sure ? RANK_TIME - 1 : RANK_TIME, date.len > 0 || !sure ? date : title, a);
}

void
html_meta_tag(struct html_meta *m, const struct html_lists *lists, const struct html_tag *tag, struct arena *a)
{
	const unsigned char **rest = tag->attributes;
	struct slice name;
	struct slice value;
	struct slice link = slice_make("", 0);
	bool canonical = false;

	if (slice_is_fold(tag->name, "meta"))
		meta_tag(m, lists, rest, a);
	else if (slice_is_fold(tag->name, "html") || slice_is_fold(tag->name, "link")) {
		while (html_attribute(&rest, &name, &value)) {
			if (slice_is_fold(name, "lang"))
				html_tell(m, ARTICLE_LANG, RANK_LANG, value, a);
			canonical |= slice_is_fold(name, "rel") && slice_is_fold(value, "canonical");
			if (slice_is_fold(name, "href"))
				link = value;
		}
		if (canonical)
			html_tell(m, ARTICLE_URL, RANK_LINK, link, a);
	} else {
		date_tag(m, slice_is_fold(tag->name, "time"), rest, a);
	}
}

/* Is the type, or one of the types, that of an article? */
static bool
is_article(json_t *object)
{
	json_t *type = json_object_get(object, "@type");
	const char *name = json_string_value(json_is_array(type) ? json_array_get(type, 0) : type);

	return name != NULL && (slice_ends(slice_from(name), "Article") || slice_ends(slice_from(name), "BlogPosting"));
}

/* The first article in value, an object or a list of them, @graph included; *left bounds the search. */
static json_t *
find_article(json_t *value, int depth, int *left)
{
	json_t *found = NULL;
	json_t *item;
	size_t i;

	if (depth == 0 || --*left <= 0)
		return NULL;
	if (json_is_array(value)) {
		json_array_foreach(value, i, item)
			if ((found = find_article(item, depth - 1, left)) != NULL || *left <= 0)
				break;
		return found;
	}
	if (is_article(value))
		return value;
	found = find_article(json_object_get(value, "@graph"), depth - 1, left);
	return found != NULL ? found : find_article(json_object_get(value, "mainEntity"), depth - 1, left);
}

/* The object that another one means by its "@id" alone, as those of a graph do. */
static json_t *
resolve(json_t *root, json_t *value)
{
	json_t *graph = json_is_array(root) ? root : json_object_get(root, "@graph");
	const char *id = json_string_value(json_object_get(value, "@id"));
	json_t *item;
	size_t i;

	if (id == NULL || json_object_get(value, "name") != NULL)
		return value;
	json_array_foreach(graph, i, item) {
		const char *other = json_string_value(json_object_get(item, "@id"));

		if (other != NULL && strcmp(id, other) == 0)
			return item;
	}
	return value;
}

static struct slice
string_of(json_t *root, json_t *value, enum article_field field)
{
	if (json_is_array(value))
		value = json_array_get(value, 0);
	if (json_is_object(value))
		value = json_object_get(resolve(root, value), field == ARTICLE_URL ? "@id" : "name");
	return slice_make(json_string_value(value), json_string_length(value));
}

static void
add_text(void *user, struct slice text)
{
	buf_add(user, text);
}

static void
pass_start(void *user, const struct html_tag *tag)
{
	(void)tag;
	buf_byte(user, ' ');
}

static void
pass_end(void *user, struct slice name)
{
	(void)name;
	buf_byte(user, ' ');
}

/* The text of a string that may hold references and tags, as those in JSON-LD often do. */
static struct slice
text_of(struct slice html, struct arena *a)
{
	static const struct html_events events = { pass_start, pass_end, add_text };
	struct buf b = { 0 };

	if (slice_find(html, '&') == html.len && slice_find(html, '<') == html.len)
		return html;
	html_parse(html, &events, &b);
	html = arena_copy(a, buf_slice(&b));
	buf_free(&b);
	return html;
}

void
html_meta_json(struct html_meta *m, struct slice json, struct arena *a)
{
	static const struct {
		enum article_field field;
		const char *key;
	} keys[] = {
		{ ARTICLE_TITLE, "headline" }, { ARTICLE_PUBLISHED, "datePublished" }, { ARTICLE_SOURCE, "publisher" },
		{ ARTICLE_URL, "url" }, { ARTICLE_URL, "mainEntityOfPage" }, { ARTICLE_LANG, "inLanguage" },
		{ ARTICLE_TEXT, "articleBody" }
	};
	int left = OBJECTS_MOST;
	json_t *root = json_loadb(json.at, json.len, JSON_ALLOW_NUL, NULL);
	json_t *found = find_article(root, DEPTH_MOST, &left);

	for (size_t i = 0; found != NULL && i < sizeof keys / sizeof *keys; i++)
		html_tell(m, keys[i].field, RANK_JSON, text_of(string_of(root, json_object_get(found, keys[i].key), keys[i].field), a), a);
	json_decref(root);
}
