/* tally_bag: facts, each kept once as three numbers, with how often it was met. */
#include "tally_bag.h"

#include <stdlib.h>

#include "hash.h"
#include "lanes.h"
#include "match.h"

enum { FIRST_SLOTS = 1024 };

static const uint64_t COUNT_MOST = ((uint64_t)1 << 56) - 1;

void
facts_free(struct facts *f)
{
	intern_free(&f->strings);
	mem_free(f->met);
	mem_free(f->order);
	mem_free(f->group);
	arena_free(&f->escaped);
	if (f->words != NULL) {
		vocabulary_free(&f->vocabulary);
		lexicon_free(f->words);
	}
	*f = (struct facts){ 0 };
}

struct vocabulary *
facts_vocabulary(struct facts *f)
{
	if (f->words == NULL) {
		f->words = lexicon_new();
		match_list(f->words, lexicon_builtin("en", "words"));
		vocabulary_begin(&f->vocabulary, f->words, "en");
	}
	return &f->vocabulary;
}

/* The place of a fact, or the free one where it belongs. */
static struct met *
find(const struct facts *f, struct met m)
{
	size_t at = (size_t)hash_pair((uint64_t)m.key << 32 | m.value, m.attribute) & (f->slots - 1);

	while (f->met[at].key != 0 &&
	    (f->met[at].key != m.key || f->met[at].value != m.value || f->met[at].attribute != m.attribute))
		at = (at + 1) & (f->slots - 1);
	return &f->met[at];
}

static void
grow(struct facts *f)
{
	struct met *old = f->met;
	size_t n = f->slots;

	f->slots = n == 0 ? FIRST_SLOTS : 2 * n;
	f->met = mem_alloc(f->slots * sizeof *f->met);
	for (size_t i = 0; i < n; i++)
		if (old[i].key != 0)
			*find(f, old[i]) = old[i];
	mem_free(old);
}

/* The number of a string, which is often the one that was there the last time. */
static uint32_t
number_of(struct facts *f, unsigned char attribute, struct slice s)
{
	uint32_t *last = &f->last[attribute];

	if (*last >= f->strings.len || !slice_eq(f->strings.text[*last], s))
		*last = intern_add(&f->strings, s);
	return *last;
}

void
facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n)
{
	struct met m = { .attribute = (unsigned char)attribute }, *there;

	m.key = number_of(f, 0, key) + 1;
	m.value = number_of(f, (unsigned char)attribute, value);
	if (4 * (f->n + 1) > 3 * f->slots)
		grow(f);
	there = find(f, m);
	if (there->key == 0) {
		*there = m;
		f->n++;
	}
	there->count = (there->count + n) & COUNT_MOST;
}

/* Where the first byte is that may want an escape. */
static size_t
plain_bytes(struct slice s)
{
	size_t i = 0;

	for (; i + LANES <= s.len; i += LANES) {
		lanes v = lanes_load(s.at + i);

		if ((lanes_between(v, '\t', '\r') | lanes_are(v, '\\')) != 0)
			break;
	}
	while (i < s.len && (s.at[i] < '\t' || s.at[i] > '\r') && s.at[i] != '\\')
		i++;
	return i;
}

struct slice
facts_escape(struct slice s, struct arena *arena)
{
	size_t i = plain_bytes(s), n = i;
	char *to;

	if (i == s.len)
		return s;
	to = arena_alloc(arena, i + 2 * (s.len - i));
	memcpy(to, s.at, i);
	for (; i < s.len; i++) {
		char c = s.at[i];
		char letter = c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : 0;

		if (letter != 0)
			to[n++] = '\\';
		to[n++] = letter != 0 ? letter : c;
	}
	return slice_make(to, n);
}

/* A string, escaped, its first bytes as a number, and that of the string. */
struct spelling {
	uint64_t first;
	const char *at;
	uint32_t len, number;
};

/* The first eight bytes, a tab behind the last. */
static uint64_t
first_bytes(struct slice s)
{
	uint64_t n = 0;

	for (size_t i = 0; i < sizeof n; i++)
		n = n << 8 | (i < s.len ? (unsigned char)s.at[i] : i == s.len ? '\t' : 0);
	return n;
}

/* As lines compare in which a tab stands behind either. */
static int
by_bytes(const void *a, const void *b)
{
	const struct spelling *x = a, *y = b;
	size_t n = x->len < y->len ? x->len : y->len;
	int order;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	order = n > 0 ? memcmp(x->at, y->at, n) : 0;
	if (order != 0 || x->len == y->len)
		return order;
	if (x->len < y->len)
		return '\t' < (unsigned char)y->at[n] ? -1 : 1;
	return (unsigned char)x->at[n] < '\t' ? -1 : 1;
}

static int
by_attribute_and_value(const void *a, const void *b)
{
	const struct met *x = a, *y = b;

	if (x->attribute != y->attribute)
		return x->attribute < y->attribute ? -1 : 1;
	return x->value < y->value ? -1 : x->value > y->value;
}

/* Makes a list of the table. */
static void
list_facts(struct facts *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->slots; i++)
		if (f->met[i].key != 0)
			f->met[n++] = f->met[i];
	f->met = mem_resize(f->met, n * sizeof *f->met);
	f->slots = 0;
}

/* Escapes and orders the strings; the facts then speak of places in that order. */
static void
rank_strings(struct facts *f)
{
	size_t n = f->strings.len;
	uint32_t *rank = mem_alloc((n + 1) * sizeof *rank);

	f->order = mem_alloc((n + 1) * sizeof *f->order);
	for (size_t i = 0; i < n; i++) {
		struct slice s = facts_escape(f->strings.text[i], &f->escaped);

		f->order[i] = (struct spelling){ first_bytes(s), s.at, (uint32_t)s.len, (uint32_t)i };
	}
	qsort(f->order, n, sizeof *f->order, by_bytes);
	for (size_t i = 0; i < n; i++)
		rank[f->order[i].number] = (uint32_t)i;
	for (size_t i = 0; i < f->n; i++) {
		f->met[i].key = rank[f->met[i].key - 1];
		f->met[i].value = rank[f->met[i].value];
	}
	mem_free(rank);
}

/* Puts the facts in the order of their keys, where they are: counted, then each to its place. */
static void
order_by_key(struct facts *f)
{
	size_t *next = mem_alloc((f->strings.len + 1) * sizeof *next);
	size_t *end = mem_alloc((f->strings.len + 1) * sizeof *end);
	size_t sum = 0;

	for (size_t i = 0; i < f->n; i++)
		end[f->met[i].key]++;
	for (size_t i = 0; i < f->strings.len; i++) {
		next[i] = sum;
		end[i] = sum += end[i];
	}
	for (size_t i = 0; i < f->strings.len; i++) {
		while (next[i] < end[i]) {
			struct met m = f->met[next[i]];

			while (m.key != i) {
				struct met *to = &f->met[next[m.key]++], other = *to;

				*to = m;
				m = other;
			}
			f->met[next[i]++] = m;
		}
	}
	mem_free(next);
	mem_free(end);
}

void
facts_order(struct facts *f)
{
	list_facts(f);
	rank_strings(f);
	order_by_key(f);
}

static struct slice
spelt(const struct facts *f, uint32_t rank)
{
	return slice_make(f->order[rank].at, f->order[rank].len);
}

size_t
facts_next(struct facts *f, size_t from, const struct fact **fact)
{
	size_t end = from;

	while (end < f->n && f->met[end].key == f->met[from].key)
		end++;
	if (end > from)
		qsort(f->met + from, end - from, sizeof *f->met, by_attribute_and_value);
	MEM_GROW(f->group, f->group_cap, end - from);
	for (size_t i = from; i < end; i++) {
		const struct met *m = &f->met[i];

		f->group[i - from] = (struct fact){ spelt(f, m->key), spelt(f, m->value), (size_t)m->count, (char)m->attribute };
	}
	*fact = f->group;
	return end - from;
}
