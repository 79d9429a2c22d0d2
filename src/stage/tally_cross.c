/* tally_cross: the table whose rows are about two outlets that carry the same statements. */
#include "tally_fact.h"

static const struct slice none = { "", 0 };

enum {
	OUTLETS_MOST = 1000, /* of one statement that are paired: the first by name */
	ITEMS_MOST = 200     /* wordings that are compared for one word: the first by bytes */
};

/* "a TAB b", with how many statements both carry, and how many of these word for word. */
static void
add_pair(struct facts *f, struct slice a, struct slice b, char attribute, struct arena *arena)
{
	facts_add(f, value_join(arena, (struct slice[]){ value_plain(a, arena), value_plain(b, arena) }, 2), attribute, none, 1);
	arena_reset(arena);
}

void
pair_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct facts_range { size_t from, end; } outlet = { 0, 0 };
	struct arena arena = { 0 };

	while (outlet.from < n && fact[outlet.from].attribute != OUTLET)
		outlet.from++;
	for (outlet.end = outlet.from; outlet.end < n && fact[outlet.end].attribute == OUTLET; outlet.end++)
		;
	if (outlet.end > outlet.from + OUTLETS_MOST)
		outlet.end = outlet.from + OUTLETS_MOST;
	for (size_t i = outlet.from; i < outlet.end; i++)
		for (size_t k = i + 1; k < outlet.end; k++)
			add_pair(f, fact[i].value, fact[k].value, SHARED, &arena);
	for (size_t i = 0; i < n; i++) {
		size_t first = i;

		if (fact[i].attribute != COPY)
			continue;
		for (size_t k = i + 1; k < n && k < first + OUTLETS_MOST && fact[k].attribute == COPY &&
		    slice_eq(value_part(fact[k].value, 0), value_part(fact[i].value, 0)); k++)
			add_pair(f, value_part(fact[i].value, 1), value_part(fact[k].value, 1), VERBATIM, &arena);
	}
	arena_free(&arena);
}

void
pair_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct slice key = fact->key;

	row->order[0] = facts_met(fact, n, SHARED, NULL);
	row->order[1] = facts_met(fact, n, VERBATIM, NULL);
	column_add(row, value_part(key, 0));
	column_add(row, value_part(key, 1));
	column_number(row, row->order[0]);
	column_number(row, row->order[1]);
}
