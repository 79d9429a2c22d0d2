/* article: one article as some format told it, before it is a doc row. */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "mem.h"
#include "slice.h"

enum article_field {
	ARTICLE_ID,
	ARTICLE_SOURCE,
	ARTICLE_PUBLISHED, /* as told; article_finish makes it ISO 8601 */
	ARTICLE_URL,
	ARTICLE_TITLE,
	ARTICLE_LANG,
	ARTICLE_TEXT,
	ARTICLE_HTML,      /* a page or a part of one, which is read when there is no text */
	ARTICLE_FIELDS
};

/* A field that the format did not tell has length 0.  What they point to lives in the bytes that were parsed,
 * or in the arena that was given. */
struct article {
	struct slice field[ARTICLE_FIELDS];
};

/* The name of a field ("published"), and the field of that name; ARTICLE_FIELDS if there is none. */
const char *article_field_name(enum article_field field);
enum article_field article_field_named(struct slice name);

/* Key number i, in lower case, of those under which the world keeps a field ("headline"); NULL behind the last. */
const char *article_usual_key(enum article_field field, size_t i);

/* Makes the date ISO 8601 and the language two letters (three where we know no two), or empties them where they tell nothing;
 * names the outlet by the URL's host where nothing else did. */
void article_finish(struct article *article, struct arena *a);

#endif
