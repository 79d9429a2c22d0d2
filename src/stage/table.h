/* table: what aggregate prints: a key a row, counted.  A table is a bag of facts, each a key, an attribute, a value and how
 * often it was met.  Facts of parts of a stream, put together, are those of the whole: that is what a partial table holds. */
#ifndef TABLE_H
#define TABLE_H

#include "buf.h"
#include "doc.h"
#include "intern.h"

struct table;

/* A table by its name ("statement"); NULL if there is none. */
struct table *table_new(struct slice name);
void table_free(struct table *t);

/* The names of all tables, separated by blanks. */
const char *table_names(void);

/* Adds what a document tells. */
void table_add(struct table *t, struct doc *d);

/* Adds a row of a partial table, without its newline.  False if it is none of this table. */
bool table_take(struct table *t, struct slice line);

/* Appends the names of the columns, and a newline. */
void table_header(const struct table *t, struct buf *out);

/* Ends the adding.  After it, table_row and table_partial append one row each time, with its newline, until they return false. */
void table_end(struct table *t);
bool table_row(struct table *t, struct buf *out);
bool table_partial(struct table *t, struct buf *out);

#endif
