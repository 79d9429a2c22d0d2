/* tally: what aggregate prints: a key a row, counted.  A table is a bag of facts, each a key, an attribute, a value and how
 * often it was met.  Facts of parts of a stream, put together, are those of the whole: that is what a partial table holds. */
#ifndef TALLY_H
#define TALLY_H

#include "buf.h"
#include "doc.h"

struct tally;

struct tally_options {
	bool partial; /* give the facts in place of the rows */
	bool sorted;  /* keys come in byte order: what is done with one is not kept */
};

/* A table by its name ("statement"); NULL if there is none. */
struct tally *tally_new(struct slice name, const struct tally_options *options);
void tally_free(struct tally *t);

/* Appends the names of all tables, separated by blanks. */
void tally_names(struct buf *b);

/* Does a document tell of one key alone, so that documents can be sorted by it? */
bool tally_sortable(const struct tally *t);

/* Adds what a document tells.  False where keys come in order and its key is before the last one's. */
bool tally_add(struct tally *t, struct doc *d);

/* Adds a row of a partial table, without its newline.  NULL, or why it was not taken. */
const char *tally_take(struct tally *t, struct slice line);

/* Appends the names of the columns, and a newline. */
void tally_header(const struct tally *t, struct buf *out);

/* Ends the adding. */
void tally_end(struct tally *t);

/* Appends rows that are certain by now, each with its newline; false if there are none.  Facts may be asked for before the
 * end, rows are ordered by it. */
bool tally_rows(struct tally *t, struct buf *out);

#endif
