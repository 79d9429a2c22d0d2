/* row: lines of hearsay(5) into the rows of a document, and the checks that they must pass. */
#ifndef ROW_H
#define ROW_H

#include <stdbool.h>

#include "doc.h"

/* Cuts a line at its tabs into *field (of *cap slices, grown as needed); returns their number. */
size_t row_cut(struct slice line, struct slice **field, size_t *cap);

/* Appends the row of a line, cut into n fields, to d.  Returns NULL, or why it is no such row (a string that
 * lives until the next call); then nothing is appended. */
const char *row_read(struct doc *d, struct slice line, const struct slice *field, size_t n);

/* The same for what normalize takes: a doc row with any bytes in it, or id and text. */
const char *row_read_dirt(struct doc *d, struct slice line, const struct slice *field, size_t n);

/* Sets d's text from its doc row or, where that is empty, from its sentences. */
void row_text(struct doc *d);

/* NULL, or why row i does not fit d's text (a string that lives until the next call). */
const char *row_check(const struct doc *d, size_t i);

#endif
