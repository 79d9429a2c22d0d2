#include "sorter.h"

#include <string.h>

#include "mem.h"

enum { SMALL = 32 }; /* records that insertion sorts faster */

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

/* Byte number level of a record, the most significant first. */
static unsigned
digit(const struct record *r, unsigned level)
{
	uint64_t n = level < 8 ? r->key : r->value;

	return (unsigned)(n >> (8 * (7 - level % 8))) & 0xFF;
}

/* One round of an in-place radix sort: moves every record into the part of its byte, whose ends go to end[]. */
static void
scatter(struct record *at, size_t n, unsigned level, size_t end[256])
{
	size_t next[256];
	size_t sum = 0;

	memset(end, 0, 256 * sizeof *end);
	for (size_t i = 0; i < n; i++)
		end[digit(&at[i], level)]++;
	for (unsigned b = 0; b < 256; b++) {
		next[b] = sum;
		sum += end[b];
		end[b] = sum;
	}
	for (unsigned b = 0; b < 256; b++) {
		while (next[b] < end[b]) {
			struct record r = at[next[b]];
			unsigned to = digit(&r, level);

			while (to != b) {
				struct record other = at[next[to]];

				at[next[to]++] = r;
				r = other;
				to = digit(&r, level);
			}
			at[next[b]++] = r;
		}
	}
}

/* The first byte in which n records differ; 16 if they are all the same. */
static unsigned
first_difference(const struct record *at, size_t n)
{
	uint64_t key = 0, value = 0;
	unsigned level = 0;

	for (size_t i = 1; i < n; i++) {
		key |= at[i].key ^ at[0].key;
		value |= at[i].value ^ at[0].value;
	}
	while (level < 16 && digit(&(struct record){ key, value }, level) == 0)
		level++;
	return level;
}

/* Bytes in which all records are the same cost no round: recursion ends at the sixteenth. */
static void
radix_sort(struct record *at, size_t n)
{
	size_t end[256];
	size_t from = 0;
	unsigned level;

	if (n < SMALL) {
		insertion_sort(at, n);
		return;
	}
	level = first_difference(at, n);
	if (level == 16)
		return;
	scatter(at, n, level, end);
	for (unsigned b = 0; b < 256; b++) {
		if (end[b] - from > 1)
			radix_sort(at + from, end[b] - from);
		from = end[b];
	}
}

void
record_sort(struct record *at, size_t n)
{
	radix_sort(at, n);
}

static void
spill_all(struct sorter *s)
{
	s->spill = spill_new(s->memory);
	for (size_t i = 0; i < s->len; i++)
		spill_add(s->spill, &s->at[i]);
	mem_free(s->at);
	s->at = NULL;
	s->len = s->cap = 0;
}

void
sorter_add(struct sorter *s, uint64_t key, uint64_t value)
{
	if (s->memory != 0 && s->spill == NULL && (s->len + 1) * sizeof *s->at > s->memory)
		spill_all(s);
	if (s->spill != NULL) {
		spill_add(s->spill, &(struct record){ key, value });
		return;
	}
	MEM_GROW(s->at, s->cap, s->len + 1);
	s->at[s->len++] = (struct record){ key, value };
}

void
sorter_sort(struct sorter *s)
{
	if (s->spill != NULL) {
		spill_end(s->spill);
		return;
	}
	record_sort(s->at, s->len);
	s->next = 0;
}

bool
sorter_next(struct sorter *s, struct record *r)
{
	if (s->spill != NULL)
		return spill_next(s->spill, r);
	if (s->next == s->len)
		return false;
	*r = s->at[s->next++];
	return true;
}

void
sorter_free(struct sorter *s)
{
	if (s->spill != NULL)
		spill_free(s->spill);
	mem_free(s->at);
	memset(s, 0, sizeof *s);
}
