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
	ARTICLE_HTML,      /* a page or a part of one, to be read in place of a missing text */
	ARTICLE_FIELDS
};

/* A field that the format did not tell has length 0.  What they point to lives in the bytes that were parsed,
 * or in the arena that was given. */
struct article {
	struct slice field[ARTICLE_FIELDS];
};

/* The name of a field, as --key and column heads have it ("published"). */
const char *article_field_name(enum article_field field);

/* The field that a key or column of that name usually holds ("headline": ARTICLE_TITLE); ARTICLE_FIELDS if none. */
enum article_field article_field_of(struct slice key);

#endif
