/* table: a word list looked up by exact bytes (lexicons fold case; "&Eacute;" must not). */
#ifndef TABLE_H
#define TABLE_H

#include "slice.h"

struct table {
	struct table_row { struct slice key, value; } *row; /* value: all columns behind the key */
	size_t len, cap;
};

/* The list src/lexicon/any/NAME.tsv; its comment lines are left out.  table_free ends it. */
struct table table_load(const char *name);
void table_free(struct table *t);

/* The columns behind the key; .at NULL if there is no such entry. */
struct slice table_find(const struct table *t, struct slice key);

/* As table_find, for a key in ASCII letters of any case whose entry is in lower case. */
struct slice table_find_lower(const struct table *t, struct slice key);

#endif
