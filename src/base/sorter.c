#include "sorter.h"

#include <string.h>

#include "mem.h"

enum {
	SMALL = 20,      /* records that insertion sorts faster */
	FEW = 4,         /* records that shall meet in a heap */
	HEAP_BITS = 8,   /* a heap is a line of the cache, and 256 of them stay in the first */
	HEAPS_MOST = 1 << HEAP_BITS,
	LARGE = 1 << 16  /* a part of so many is merged before it grows */
};

static bool
before(const struct record *a, const struct record *b)
{
	return a->key != b->key ? a->key < b->key : a->value < b->value;
}

static void
insertion_sort(struct record *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct record r = at[i];
		size_t j = i;

		for (; j > 0 && before(&r, &at[j - 1]); j--)
			at[j] = at[j - 1];
		at[j] = r;
	}
}

/* Some bits of a record's key or value. */
struct digit {
	bool of_value;
	unsigned shift, bits;
};

static size_t
digit(const struct record *r, struct digit d)
{
	return (size_t)((d.of_value ? r->value : r->key) >> d.shift) & (((size_t)1 << d.bits) - 1);
}

/* One round of an in-place radix sort: moves every record into the heap of its digit, whose ends go to end[]. */
static void
scatter(struct record *at, size_t n, struct digit d, uint32_t *end)
{
	uint32_t next[HEAPS_MOST];
	uint32_t sum = 0;

	memset(end, 0, sizeof *end << d.bits);
	for (size_t i = 0; i < n; i++)
		end[digit(&at[i], d)]++;
	for (size_t b = 0; b < (size_t)1 << d.bits; b++) {
		next[b] = sum;
		sum += end[b];
		end[b] = sum;
	}
	for (size_t b = 0; b < (size_t)1 << d.bits; b++) {
		while (next[b] < end[b]) {
			struct record r = at[next[b]];
			size_t to = digit(&r, d);

			while (to != b) {
				struct record other = at[next[to]];

				at[next[to]++] = r;
				r = other;
				to = digit(&r, d);
			}
			at[next[b]++] = r;
		}
	}
}

static unsigned
bits_of(uint64_t n)
{
	return n == 0 ? 0 : 64 - (unsigned)__builtin_clzll(n);
}

/* The highest bits in which n records differ, in their keys alone or in their values too, so many that a heap will have few of
 * them; false if they are all the same. */
static bool
first_difference(const struct record *at, size_t n, bool keys, struct digit *d)
{
	uint64_t key = 0, value = 0;
	unsigned differ, want = bits_of(n / FEW);

	for (size_t i = 1; i < n; i++) {
		key |= at[i].key ^ at[0].key;
		value |= at[i].value ^ at[0].value;
	}
	differ = bits_of(key != 0 || keys ? key : value);
	*d = (struct digit){ .of_value = key == 0, .bits = want < HEAP_BITS ? want : HEAP_BITS };
	d->shift = differ > d->bits ? differ - d->bits : 0;
	return differ > 0;
}

/* By the keys alone, or by the values too.  Each round is of lower bits, so that the depth is bounded. */
static void
radix_sort(struct record *at, size_t n, bool keys)
{
	uint32_t end[HEAPS_MOST];
	size_t from = 0;
	struct digit d;

	if (n < SMALL) {
		insertion_sort(at, n);
		return;
	}
	if (!first_difference(at, n, keys, &d))
		return;
	scatter(at, n, d, end);
	for (size_t b = 0; b < (size_t)1 << d.bits; b++) {
		if (end[b] - from > 1)
			radix_sort(at + from, end[b] - from, keys);
		from = end[b];
	}
}

/* Sorts a part and makes one record of those that have one key. */
static void
sort_part(const struct sorter *s, struct sorter_part *p)
{
	size_t len = 0;

	radix_sort(p->at, p->len, s->merge != NULL);
	if (s->merge == NULL)
		return;
	for (size_t i = 0; i < p->len; i++) {
		if (len > 0 && p->at[len - 1].key == p->at[i].key)
			p->at[len - 1].value = s->merge(p->at[len - 1].value, p->at[i].value);
		else
			p->at[len++] = p->at[i];
	}
	p->len = len;
}

static void
free_part(struct sorter_part *p)
{
	mem_free(p->at);
	*p = (struct sorter_part){ 0 };
}

/* Makes room for one more, by merging where that is worth it. */
static void
part_room(struct sorter *s, struct sorter_part *p)
{
	if (s->merge != NULL && p->len >= LARGE) {
		s->len -= p->len;
		sort_part(s, p);
		s->len += p->len;
		if (p->len < p->cap / 4 * 3)
			return;
	}
	MEM_GROW(p->at, p->cap, p->cap + 1);
}

static void
spill_all(struct sorter *s)
{
	s->spill = spill_new(s->memory);
	for (size_t part = 0; part < SORTER_PARTS; part++) {
		for (size_t i = 0; i < s->part[part].len; i++)
			spill_add(s->spill, &s->part[part].at[i]);
		free_part(&s->part[part]);
	}
}

void
sorter_add(struct sorter *s, uint64_t key, uint64_t value)
{
	struct sorter_part *p = &s->part[key << s->zeros >> 56];

	if (s->memory != 0 && s->spill == NULL && (s->len + 1) * sizeof *p->at > s->memory)
		spill_all(s);
	if (s->spill != NULL) {
		spill_add(s->spill, &(struct record){ key, value });
		return;
	}
	if (p->len == p->cap)
		part_room(s, p);
	p->at[p->len++] = (struct record){ key, value };
	s->len++;
}

void
sorter_sort(struct sorter *s)
{
	if (s->spill == NULL) {
		sort_part(s, &s->part[0]);
		return;
	}
	spill_end(s->spill);
	s->has_ahead = spill_next(s->spill, &s->ahead);
}

static bool
next_spilled(struct sorter *s, struct record *r)
{
	if (!s->has_ahead)
		return false;
	*r = s->ahead;
	while ((s->has_ahead = spill_next(s->spill, &s->ahead)) && s->merge != NULL && s->ahead.key == r->key)
		r->value = s->merge(r->value, s->ahead.value);
	return true;
}

/* A part is sorted when its turn comes, and given back behind it. */
bool
sorter_next(struct sorter *s, struct record *r)
{
	if (s->spill != NULL)
		return next_spilled(s, r);
	while (s->next == s->part[s->turn].len) {
		free_part(&s->part[s->turn]);
		s->next = 0;
		if (s->turn + 1 == SORTER_PARTS)
			return false;
		sort_part(s, &s->part[++s->turn]);
	}
	*r = s->part[s->turn].at[s->next++];
	return true;
}

void
sorter_free(struct sorter *s)
{
	if (s->spill != NULL)
		spill_free(s->spill);
	for (size_t part = 0; part < SORTER_PARTS; part++)
		mem_free(s->part[part].at);
	memset(s, 0, sizeof *s);
}
