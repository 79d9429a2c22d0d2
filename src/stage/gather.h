/* gather: the formats in which articles come, as functions of bytes. */
#ifndef GATHER_H
#define GATHER_H

#include <stdbool.h>

#include "article.h"

/* How the bytes of a format fall into articles. */
enum gather_unit {
	GATHER_FILE,   /* a file is an article */
	GATHER_LINE,   /* a line is one */
	GATHER_QUOTED, /* likewise, but quotation marks may hold newlines; the first line tells the columns */
	GATHER_JSON,   /* an object of a file is one, in a list or not */
	GATHER_WARC    /* a record with a head of lines and a body of a told length */
};

/* A key, or the head of a column, that the user named for a field. */
struct gather_key {
	enum article_field field;
	struct slice key;
};

struct gather_html;

/* What formats need beside the bytes.  A zeroed struct with an arena is ready; gather_free ends it. */
struct gather {
	struct arena *arena;     /* for what an article cannot point to in the bytes; the caller's */
	struct gather_key *key;  /* which bind before the usual ones */
	size_t keys, key_cap;
	enum article_field *column; /* of the file at hand, told by its first line */
	size_t columns, column_cap;
	char separator;
	bool whole_page;         /* of HTML take all text, not the article's alone */
	struct gather_html *html; /* made when the first page comes */
};

/* One format.  parse fills an article that was zeroed, whose slices point into the bytes or the arena; it
 * returns NULL, or why that is no article (half a sentence, static). */
struct format {
	const char *name;
	const char *endings; /* of its files, with a blank between */
	enum gather_unit unit;
	const char *(*parse)(struct gather *g, struct slice bytes, struct article *out);
};

/* The format of that name, or NULL. */
const struct format *gather_format(const char *name);

/* The format that the ending of a file's name tells; plain text if none does. */
const struct format *gather_format_of(struct slice path);

/* Adds a "field=key" of the user's, who keeps the string.  False if it is none, or there is no such field. */
bool gather_key_add(struct gather *g, const char *spec);

/* The field that a column or key of this name holds; ARTICLE_FIELDS if none. */
enum article_field gather_field_of(const struct gather *g, struct slice key);
void gather_free(struct gather *g);

/* What a field means in which \t \n \r \\ are escapes and other backslashes themselves. */
struct slice gather_unescape(struct slice s, struct arena *a);

const char *gather_text(struct gather *g, struct slice bytes, struct article *out);
const char *gather_tsv(struct gather *g, struct slice line, struct article *out);
const char *gather_jsonl(struct gather *g, struct slice line, struct article *out);

/* Takes the next object off the bytes of a file of JSON; what is none comes as one to be refused.  False at the end. */
bool gather_json_next(struct slice *rest, struct slice *object);

const char *gather_sfeed(struct gather *g, struct slice line, struct article *out);

/* HTML: a page's article; of what may be a part of a page, as feeds have it, all text. */
const char *gather_html(struct gather *g, struct slice page, struct article *out);
const char *gather_html_part(struct gather *g, struct slice bytes, struct article *out);
void gather_html_free(struct gather_html *h);

/* CSV: the first line of a file, and then its rows.  gather_csv_open: does a quotation mark that line opened, or
 * that was open before, still stand open at its end? */
const char *gather_csv_head(struct gather *g, struct slice line);
const char *gather_csv(struct gather *g, struct slice row, struct article *out);
bool gather_csv_open(struct slice line, bool open);

/* What the head of a WARC record tells. */
struct warc_head {
	size_t length;     /* bytes of the body; SIZE_MAX: not told, or no number */
	bool conversion;   /* the body is the text of a page */
	struct article article;
};

/* Takes in a line of a head; what it tells is copied into the arena. */
void gather_warc_line(struct gather *g, struct slice line, struct warc_head *head);

#endif
