/* row: lines of hearsay(5) into the rows of a document, and the checks that they must pass. */
#ifndef ROW_H
#define ROW_H

#include <stdbool.h>

#include "buf.h"
#include "doc.h"
#include "lines.h"

/* Appends the row of a line to d, its fields at *field, for which there is room.  Returns NULL, or why it is no such row, for which
 * scratch may be used; then nothing is appended. */
const char *row_read(struct doc *d, const struct lines *l, const struct line *line, struct slice *field, struct buf *scratch);

/* The same for what normalize takes: a doc row with any bytes in it, or id and text. */
const char *row_read_dirt(struct doc *d, const struct lines *l, const struct line *line);

/* Sets d's text from its doc row or, where that is empty, from its sentences.  True if those made it so that they need no check. */
bool row_text(struct doc *d);

/* NULL, or why row i does not fit d's text (likewise). */
const char *row_check(const struct doc *d, size_t i, struct buf *scratch);

#endif
