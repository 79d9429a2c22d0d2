/* tally_cross: the table whose rows are about two outlets that carry the same statements. */
#include "tally_fact.h"

#include "escape.h"

static const struct slice none = { "", 0 };

enum { OUTLETS_MOST = 1000 }; /* of one statement that are paired: the first by name */

/* Where the facts end that tell of other outlets what the first does: that they carry the statement, or carry its words. */
static size_t
end_of(const struct fact *fact, size_t from, size_t n)
{
	const struct fact *first = &fact[from];
	struct slice words = first->attribute == COPY ? value_part(first->value, 0) : none;
	size_t end = from + 1;

	while (end < n && fact[end].attribute == first->attribute &&
	    (words.len == 0 || slice_eq(value_part(fact[end].value, 0), words)))
		end++;
	return end;
}

/* An outlet is the key, one behind it the value: how many statements both carry, and how many of these word for word. */
static void
add_pairs(struct facts *f, const struct fact *fact, size_t n, char attribute)
{
	struct arena arena = { 0 };
	struct slice *outlet = arena_alloc(&arena, n * sizeof *outlet);

	for (size_t i = 0; i < n; i++)
		outlet[i] = escape_undo_slice(attribute == VERBATIM ? value_part(fact[i].value, 1) : fact[i].value, &arena);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			facts_add(f, outlet[i], attribute, outlet[k], 1);
	facts_settle(f);
	arena_free(&arena);
}

void
pair_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	for (size_t from = 0, end; from < n; from = end) {
		char attribute = fact[from].attribute;
		size_t most;

		end = end_of(fact, from, n);
		most = end - from < OUTLETS_MOST ? end - from : OUTLETS_MOST;
		if (most > 1 && (attribute == OUTLET || attribute == COPY))
			add_pairs(f, &fact[from], most, attribute == COPY ? VERBATIM : SHARED);
	}
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
