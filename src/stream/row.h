/* row: lines of hearsay(5) into the rows of a document, and the checks that they must pass. */
#ifndef ROW_H
#define ROW_H

#include <stdbool.h>

#include "buf.h"
#include "doc.h"

enum { SEEN_BACKSLASH = 1, SEEN_CONTROL = 2 /* NUL, CR */, SEEN_BEYOND = 4 /* beyond ASCII */ };

enum { FIELDS_MOST = 256 };

/* A line cut at its tabs.  The last of so many fields is all that is left of the line: one of nothing but tabs takes no more memory
 * than another. */
struct fields {
	struct slice line;
	struct slice field[FIELDS_MOST];
	size_t n;
	unsigned seen; /* bytes of which kinds; more may be told than are there, less never */
};

void row_cut(struct fields *f, struct slice line);

/* Appends the row of a line to d.  Returns NULL, or why it is no such row, for which scratch may be used;
 * then nothing is appended. */
const char *row_read(struct doc *d, const struct fields *f, struct buf *scratch);

/* The same for what normalize takes: a doc row with any bytes in it, or id and text. */
const char *row_read_dirt(struct doc *d, const struct fields *f);

/* Sets d's text from its doc row or, where that is empty, from its sentences. */
void row_text(struct doc *d);

/* NULL, or why row i does not fit d's text (likewise). */
const char *row_check(const struct doc *d, size_t i, struct buf *scratch);

#endif
