/* tally_bag: facts, each kept once as three numbers, with how often it was met. */
#include "tally_bag.h"

#include <stdlib.h>

#include "hash.h"
#include "lanes.h"

enum { FIRST_SLOTS = 1024 };

static const uint64_t COUNT_MOST = ((uint64_t)1 << 56) - 1;

void
facts_free(struct facts *f)
{
	intern_free(&f->strings);
	mem_free(f->met);
	mem_free(f->slot);
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
		lexicon_add(f->words, lexicon_builtin("en", "words"), 1);
		vocabulary_begin(&f->vocabulary, f->words);
	}
	return &f->vocabulary;
}

/* Where a fact is looked for first. */
static size_t
slot_of(const struct facts *f, const struct met *m)
{
	return hash_pair((uint64_t)m->key << 32 | m->value, m->attribute) & (f->slots - 1);
}

static void
grow(struct facts *f)
{
	mem_free(f->slot);
	f->slots = f->slots == 0 ? FIRST_SLOTS : 2 * f->slots;
	f->slot = mem_alloc(f->slots * sizeof *f->slot);
	for (size_t i = 0; i < f->n; i++) {
		size_t at = slot_of(f, &f->met[i]);

		while (f->slot[at] != 0)
			at = (at + 1) & (f->slots - 1);
		f->slot[at] = (uint32_t)(i + 1);
	}
}

void
facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n)
{
	struct met m = { .attribute = (unsigned char)attribute };
	size_t at;

	if (f->strings.len == 0 || !slice_eq(f->strings.text[f->last_key], key))
		f->last_key = intern_add(&f->strings, key);
	m.key = f->last_key;
	m.value = intern_add(&f->strings, value);
	if (2 * (f->n + 1) > f->slots)
		grow(f);
	for (at = slot_of(f, &m); f->slot[at] != 0; at = (at + 1) & (f->slots - 1)) {
		struct met *there = &f->met[f->slot[at] - 1];

		if (there->key == m.key && there->value == m.value && there->attribute == m.attribute) {
			there->count = (there->count + n) & COUNT_MOST;
			return;
		}
	}
	MEM_GROW(f->met, f->cap, f->n + 1);
	m.count = n & COUNT_MOST;
	f->met[f->n++] = m;
	f->slot[at] = (uint32_t)f->n;
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

/* As lines compare in which a tab stands behind either. */
static int
by_bytes(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;
	size_t n = x->len < y->len ? x->len : y->len;
	int order = n > 0 ? memcmp(x->at, y->at, n) : 0;

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

/* What is sorted in place of strings, to know where each went. */
struct numbered {
	struct slice text; /* first: by_bytes sees no more */
	uint32_t number;
};

/* Escapes and orders the strings; the facts then speak of places in that order. */
static void
rank_strings(struct facts *f)
{
	size_t n = f->strings.len;
	struct numbered *all = mem_alloc((n + 1) * sizeof *all);
	uint32_t *rank = mem_alloc((n + 1) * sizeof *rank);

	for (size_t i = 0; i < n; i++)
		all[i] = (struct numbered){ facts_escape(f->strings.text[i], &f->escaped), (uint32_t)i };
	qsort(all, n, sizeof *all, by_bytes);
	f->order = mem_alloc((n + 1) * sizeof *f->order);
	for (size_t i = 0; i < n; i++) {
		f->order[i] = all[i].text;
		rank[all[i].number] = (uint32_t)i;
	}
	for (size_t i = 0; i < f->n; i++) {
		f->met[i].key = rank[f->met[i].key];
		f->met[i].value = rank[f->met[i].value];
	}
	mem_free(all);
	mem_free(rank);
}

/* Puts the facts in the order of their keys: counted, then each to its place. */
static void
order_by_key(struct facts *f)
{
	size_t *from = mem_alloc((f->strings.len + 1) * sizeof *from);
	struct met *ordered = mem_alloc((f->n + 1) * sizeof *ordered);

	for (size_t i = 0; i < f->n; i++)
		from[f->met[i].key + 1]++;
	for (size_t i = 0; i < f->strings.len; i++)
		from[i + 1] += from[i];
	for (size_t i = 0; i < f->n; i++)
		ordered[from[f->met[i].key]++] = f->met[i];
	mem_free(from);
	mem_free(f->met);
	f->met = ordered;
	f->cap = f->n + 1;
}

void
facts_order(struct facts *f)
{
	mem_free(f->slot);
	f->slot = NULL;
	f->slots = 0;
	rank_strings(f);
	order_by_key(f);
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

		f->group[i - from] = (struct fact){ f->order[m->key], f->order[m->value], m->count, (char)m->attribute };
	}
	*fact = f->group;
	return end - from;
}
