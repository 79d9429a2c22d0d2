#include "table.h"

#include <stdlib.h>

#include "ascii.h"
#include "lexicon.h"
#include "mem.h"

static int
by_key(const void *a, const void *b)
{
	const struct table_row *x = a, *y = b;

	return slice_cmp(x->key, y->key);
}

struct table
table_load(const char *name)
{
	struct slice rest = lexicon_builtin("any", name);
	struct table t = { 0 };

	while (rest.at != NULL) {
		struct slice line = slice_cut(&rest, '\n');
		struct slice key = slice_cut(&line, '\t');

		if (line.at == NULL || slice_starts(key, "#"))
			continue;
		MEM_GROW(t.row, t.cap, t.len + 1);
		t.row[t.len++] = (struct table_row){ key, line };
	}
	if (t.len > 0)
		qsort(t.row, t.len, sizeof *t.row, by_key);
	return t;
}

void
table_free(struct table *t)
{
	mem_free(t->row);
	*t = (struct table){ 0 };
}

struct slice
table_find(const struct table *t, struct slice key)
{
	const struct table_row wanted = { key, { NULL, 0 } };
	const struct table_row *found = bsearch(&wanted, t->row, t->len, sizeof *t->row, by_key);

	return found != NULL ? found->value : slice_make(NULL, 0);
}

struct slice
table_find_lower(const struct table *t, struct slice key)
{
	char lower[24];

	if (key.len > sizeof lower)
		return slice_make(NULL, 0);
	for (size_t i = 0; i < key.len; i++)
		lower[i] = ascii_fold(key.at[i]);
	return table_find(t, slice_make(lower, key.len));
}
