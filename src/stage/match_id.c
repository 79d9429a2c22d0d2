#include "match_id.h"

#include "hash.h"
#include "sorter.h"

enum { DIGITS = 12 };

static uint64_t
hash_wording(const struct quotations *all, const struct quotation *q)
{
	uint64_t h = q->speaker == NOBODY ? 0 : hash_bytes(all->speaker[q->speaker].key);

	for (size_t i = 0; i < q->words; i++)
		h = hash_pair(h, quotation_word(all, q, i)->hash);
	return h >> (64 - 4 * DIGITS);
}

/* Ranks are all different, so the records of one hash come in the order of their ranks. */
void
match_name(struct quotations *all)
{
	struct sorter names = { 0 };
	uint32_t *number = mem_alloc((all->len + 1) * sizeof *number);
	struct record r, last = { UINT64_MAX, 0 };

	for (size_t i = 0; i < all->len; i++) {
		number[all->at[i].rank] = (uint32_t)i;
		if (all->at[i].root == i)
			sorter_add(&names, hash_wording(all, &all->at[i]), all->at[i].rank);
	}
	sorter_sort(&names);
	for (; sorter_next(&names, &r); last = r) {
		struct quotation *q = &all->at[number[r.value]];

		q->id = r.key;
		if (r.key == last.key)
			q->id = hash_pair(hash_pair(r.key, hash_bytes(all->doc[q->doc])), q->start) >> (64 - 4 * DIGITS);
	}
	sorter_free(&names);
	mem_free(number);
}

struct slice
statement_id(const struct quotation *root, struct arena *arena)
{
	static const char digits[] = "0123456789abcdef";
	char *id = arena_alloc(arena, DIGITS + 2);

	id[0] = 's';
	id[1] = ':';
	for (size_t i = 0; i < DIGITS; i++)
		id[2 + i] = digits[root->id >> (4 * (DIGITS - 1 - i)) & 0xF];
	return slice_make(id, DIGITS + 2);
}
