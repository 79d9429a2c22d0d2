#include "match_group.h"

#include <stdlib.h>

#include "hash.h"
#include "match_base.h"
#include "match_key.h"
#include "match_pair.h"

/* What a quotation's rank is decided by. */
struct fullness {
	uint64_t weight;
	uint64_t wording;
	struct slice doc;
	uint32_t start, number;
};

static int
by_fullness(const void *a, const void *b)
{
	const struct fullness *x = a, *y = b;
	int order;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->wording != y->wording)
		return x->wording < y->wording ? -1 : 1;
	order = slice_cmp(x->doc, y->doc);
	if (order != 0)
		return order;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

/* Words in marks are the speaker's own: they count most, and most of all in a direct quotation.  A headline is its editor's.  Of
 * equals, the one with more words that weigh nothing. */
static uint64_t
fullness(const struct quotation *q)
{
	if (q->headline)
		return (uint64_t)q->weight * (q->form == FORM_DIRECT ? 4 : 2) + q->words;
	switch (q->form) {
	case FORM_DIRECT:
		return (uint64_t)q->weight * 15 + q->words;
	case FORM_MIXED:
		return (uint64_t)q->core * 10 + (uint64_t)(q->weight - q->core) * 2 + q->words;
	default:
		return (uint64_t)q->weight * 4 + q->words;
	}
}

static uint64_t
wording(const struct quotations *all, const struct quotation *q)
{
	uint64_t h = 0;

	for (size_t i = 0; i < q->words; i++)
		h = hash_pair(h, quotation_word(all, q, i)->hash);
	return h;
}

/* Numbers of quotations by rank; the caller frees it. */
static uint32_t *
rank_all(struct quotations *all)
{
	struct fullness *list = mem_alloc((all->len + 1) * sizeof *list);
	uint32_t *order = mem_alloc((all->len + 1) * sizeof *order);

	for (size_t i = 0; i < all->len; i++) {
		const struct quotation *q = &all->at[i];

		list[i] = (struct fullness){ fullness(q), wording(all, q), all->doc[q->doc], q->start, (uint32_t)i };
	}
	qsort(list, all->len, sizeof *list, by_fullness);
	for (size_t i = 0; i < all->len; i++) {
		order[i] = list[i].number;
		all->at[order[i]].rank = (uint32_t)i;
	}
	mem_free(list);
	return order;
}

/* May q join the statement of p, whose fullest wording is root, by a score?  Who was traced from a pronoun may be another than he
 * seems. */
static bool
fits_root(const struct quotations *all, const struct quotation *q, const struct quotation *p, unsigned score)
{
	const struct quotation *root = &all->at[p->root];
	enum kin kin = quotation_kin(all, q, root);
	bool dated = q->day != NO_DAY && root->day != NO_DAY;

	if (score >= 900)
		return true;
	if (kin == KIN_STRANGER && !(dated && (q->traced || root->traced)))
		return false;
	if (p == root || q->doc == root->doc || !dated)
		return true;
	return abs(q->day - root->day) <= (kin == KIN_SAME ? MEMORY : 2 * WINDOW);
}

struct choice {
	struct quotation *parent;
	unsigned score, overlap;
	uint32_t days; /* between the two */
};

/* Is it as sure as the best, and of a nearer day or, of one day, with more of the same words? */
static bool
is_closer(const struct likeness *l, unsigned score, const struct choice *best)
{
	if (score != best->score)
		return score > best->score;
	return l->days != best->days ? l->days < best->days : l->overlap > best->overlap;
}

/* Takes p for the parent of q if it is closer than the last; nothing is closer than the same words. */
static void
consider(struct quotations *all, struct comparer *c, struct quotation *q, struct quotation *p, const struct record *shared,
    struct choice *best)
{
	struct likeness l;
	unsigned score;

	if (best->score == LIKENESS_MOST)
		return;
	comparer_like(c, p, &l);
	l.spread = (uint32_t)shared->value & 0xFFFF;
	l.slogan = (uint32_t)(shared->value >> 16);
	score = likeness_score(&l);
	if (score == 0 || !is_closer(&l, score, best))
		return;
	if (fits_root(all, q, p, score))
		*best = (struct choice){ p, score, l.overlap, l.days };
}

static uint64_t
least(uint64_t a, uint64_t b, uint64_t mask)
{
	return (a & mask) < (b & mask) ? a & mask : b & mask;
}

/* Of what two keys tell of a pair each count is the least, that of the rarer key. */
static uint64_t
rarer(uint64_t a, uint64_t b)
{
	return least(a, b, 0xFFFF) | least(a, b, 0xFFFF0000);
}

static void
join(struct quotations *all, struct quotation *q, const struct choice *best)
{
	if (best->parent == NULL)
		return;
	q->parent = (uint32_t)(best->parent - all->at);
	q->root = best->parent->root;
}

/* Pairs come ordered by the rank of the one that may join, so that what it may join has found its own statement. */
static void
join_all(struct quotations *all, const uint32_t *order, struct sorter *pairs, struct comparer *c)
{
	struct record pair;
	struct quotation *q = NULL;
	struct choice best = { 0 };

	while (sorter_next(pairs, &pair)) {
		struct quotation *next = &all->at[order[pair.key >> 32]];

		if (q == NULL || next != q) {
			if (q != NULL)
				join(all, q, &best);
			q = next;
			best = (struct choice){ 0 };
			comparer_set(c, q);
		}
		consider(all, c, q, &all->at[order[(uint32_t)pair.key]], &pair, &best);
	}
	if (q != NULL)
		join(all, q, &best);
}

void
match_group(struct quotations *all, size_t memory)
{
	uint32_t *order = rank_all(all);
	struct comparer *c = comparer_new(all);
	struct sorter pairs = { .memory = (memory + 1) / 2, .merge = rarer }; /* the other half is for the keys */

	for (size_t i = 0; i < all->len; i++)
		all->at[i].parent = all->at[i].root = (uint32_t)i;
	while (pairs.zeros < 31 && all->len >> (31 - pairs.zeros) == 0)
		pairs.zeros++;
	match_candidates(all, order, &pairs);
	join_all(all, order, &pairs, c);
	sorter_free(&pairs);
	comparer_free(c);
	match_base(all, order);
	mem_free(order);
}
