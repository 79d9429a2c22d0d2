/* tally_cross: the table whose rows are about two outlets that carry the same statements. */
#include "tally_fact.h"

#include <stdlib.h>

#include "escape.h"

static const struct slice none = { "", 0 };

enum { OUTLETS_MOST = 1000 }; /* of one statement that are paired: the first by name */

static int
by_text(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_cmp(*x, *y);
}

/* Puts outlets in byte order, each once; returns how many are left, at most OUTLETS_MOST. */
static size_t
outlets_order(struct slice *outlet, size_t n)
{
	size_t found = 0;

	if (n > 1)
		qsort(outlet, n, sizeof *outlet, by_text);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !slice_eq(outlet[i], outlet[found - 1]))
			outlet[found++] = outlet[i];
	return found < OUTLETS_MOST ? found : OUTLETS_MOST;
}

/* An outlet is the key, one behind it the value: how many statements both carry, and how many of these word for word. */
static void
add_pairs(struct facts *f, struct slice *outlet, size_t n, char attribute)
{
	struct arena arena = { 0 };

	n = outlets_order(outlet, n);
	for (size_t i = 0; i < n; i++)
		outlet[i] = escape_undo_slice(outlet[i], &arena);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			facts_add(f, outlet[i], attribute, outlet[k], 1);
	facts_settle(f);
	arena_free(&arena);
}

/* Pairs of those that carry the statement in one wording; *words is the wording of those before, outlet[0..n) these. */
static size_t
add_copy(struct facts *f, struct slice copy, struct slice *words, struct slice *outlet, size_t n)
{
	struct slice own = value_next(&copy);

	if (n > 0 && !slice_eq(own, *words)) {
		add_pairs(f, outlet, n, VERBATIM);
		n = 0;
	}
	*words = own;
	outlet[n] = value_next(&copy);
	return n + 1;
}

void
pair_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct arena arena = { 0 };
	struct slice *outlet, words = none;
	size_t copies = 0;

	if (n < 2)
		return;
	outlet = arena_alloc(&arena, n * sizeof *outlet);
	for (size_t i = 0; i < n; i++)
		outlet[i] = fact[i].attribute == COPY ? value_part(fact[i].value, 1) : fact[i].value;
	add_pairs(f, outlet, n, SHARED);
	for (size_t i = 0; i < n; i++)
		if (fact[i].attribute == COPY)
			copies = add_copy(f, fact[i].value, &words, outlet, copies);
	add_pairs(f, outlet, copies, VERBATIM);
	arena_free(&arena);
}

void
pair_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	row->order[0] = facts_met(fact, n, SHARED, NULL);
	row->order[1] = facts_met(fact, n, VERBATIM, NULL);
	column_add(row, fact->key);
	column_add(row, fact->value);
	column_number(row, row->order[0]);
	column_number(row, row->order[1]);
}
