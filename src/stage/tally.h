/* tally: what aggregate prints: a key a row, counted.  A table is a bag of facts, each a key, an attribute, a value and how
 * often it was met.  Facts of parts of a stream, put together, are those of the whole: that is what a partial table holds. */
#ifndef TALLY_H
#define TALLY_H

#include "buf.h"
#include "doc.h"
#include "intern.h"

struct tally;

/* A table by its name ("statement"); NULL if there is none. */
struct tally *tally_new(struct slice name);
void tally_free(struct tally *t);

/* Appends the names of all tables, separated by blanks. */
void tally_names(struct buf *b);

/* Adds what a document tells. */
void tally_add(struct tally *t, struct doc *d);

/* Adds a row of a partial table, without its newline.  False if it is none of this table. */
bool tally_take(struct tally *t, struct slice line);

/* Appends the names of the columns, and a newline. */
void tally_header(const struct tally *t, struct buf *out);

/* Ends the adding; rows: the table is wanted, and not its facts alone.  After it, tally_row and tally_partial append one row each time, with its newline, until they return false. */
void tally_end(struct tally *t, bool rows);
bool tally_row(struct tally *t, struct buf *out);
bool tally_partial(struct tally *t, struct buf *out);

#endif
