/* gather: articles out of records of the formats in which they come. */
#ifndef GATHER_H
#define GATHER_H

#include <stdbool.h>

#include "article.h"
#include "record.h"

/* A key, or the head of a column, that the user named for a field. */
struct gather_key {
	enum article_field field;
	struct slice key;
};

struct gather_html;

/* What formats need beside the bytes.  A zeroed struct with an arena is ready; gather_free ends it. */
struct gather {
	struct arena *arena;      /* for what an article cannot point to in the bytes; the caller's */
	struct gather_key *key;   /* which bind before the usual ones */
	size_t keys, key_cap;
	enum article_field *column; /* of the file at hand, told by its first row */
	size_t columns, column_cap;
	bool lost;                /* nothing can be made of the rest of the file */
	bool whole_page;          /* of HTML take all text, not the article's alone */
	struct gather_html *html; /* made when the first page comes */
};

/* A format.  parse fills an article that was zeroed, whose slices point into the record or the arena; it returns NULL, or why
 * that is no article (half a sentence, static), or gather_none. */
struct format {
	const char *name;
	const char *endings; /* of its files, with a blank between */
	enum record_unit unit;
	const char *(*parse)(struct gather *g, const struct record *record, struct article *out);
};

/* Said of a record that is not meant to be an article, as the head of a table. */
extern const char gather_none[];

/* Said of an article that is empty. */
extern const char gather_textless[];

/* The format of that name, or NULL. */
const struct format *gather_format(const char *name);

/* The format that the ending of a file's name tells, in capitals or not; plain text if none does. */
const struct format *gather_format_of(struct slice path);

/* Why a file that begins so is none of that format, which the user told or the ending of its name did: half a sentence, static; or
 * NULL. */
const char *gather_refuse(const struct format *format, bool told, struct slice head);

/* Adds a "field=key" of the user's, who keeps the string.  False if it is none, or there is no such field. */
bool gather_key_add(struct gather *g, const char *spec);

/* The field that a column or key of this name holds; ARTICLE_FIELDS if none. */
enum article_field gather_field_of(const struct gather *g, struct slice key);

/* Begins on another file. */
void gather_begin(struct gather *g);

/* Reads the article of a record, and finishes it (article_finish).  NULL; or why there is none, or gather_none. */
const char *gather_read(struct gather *g, const struct format *format, const struct record *record, struct article *out);
void gather_free(struct gather *g);

const char *gather_tsv(struct gather *g, const struct record *record, struct article *out);
const char *gather_csv(struct gather *g, const struct record *record, struct article *out);
const char *gather_json(struct gather *g, const struct record *record, struct article *out);
const char *gather_sfeed(struct gather *g, const struct record *record, struct article *out);
const char *gather_wet(struct gather *g, const struct record *record, struct article *out);

/* HTML: a page's article; of what may be a part of a page, as feeds have it, all text. */
const char *gather_html(struct gather *g, const struct record *record, struct article *out);
void gather_html_part(struct gather *g, struct slice bytes, struct article *out);
void gather_html_free(struct gather_html *h);

#endif
