/* tally_bag: facts, each kept once as three numbers, with how often it was met. */
#include "tally_bag.h"

#include <stdlib.h>

#include "escape.h"
#include "hash.h"
#include "match.h"
#include "sorter.h"

enum { FIRST_SLOTS = 1024, FEW = 12 };

#define COUNT_MOST ((UINT64_C(1) << 56) - 1)

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

/* Where a fact is looked for first. */
static size_t
home(const struct facts *f, struct met m)
{
	return (size_t)hash_pair((uint64_t)m.key << 32 | m.value, m.attribute) & (f->slots - 1);
}

/* The place of a fact, or the free one where it belongs. */
static struct met *
find(const struct facts *f, struct met m)
{
	size_t at = home(f, m);

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

/* The last string of an attribute is often the next one too. */
static bool
is_last(const struct facts *f, unsigned char attribute, struct slice s)
{
	uint32_t last = f->last[attribute];

	return last < f->strings.len && slice_eq(f->strings.text[last], s);
}

static uint32_t
number_of(struct facts *f, unsigned char attribute, struct slice s)
{
	if (!is_last(f, attribute, s))
		f->last[attribute] = intern_add(&f->strings, s);
	return f->last[attribute];
}

/* Is a value the very bytes of the one before it, as a clause is that is told by each of its words? */
static bool
is_again(const struct facts *f, size_t i, unsigned char attribute, struct slice value)
{
	const struct waiting *before = i > 0 ? &f->waiting[i - 1] : NULL;

	return before != NULL && before->attribute == attribute && before->value.at == value.at && before->value.len == value.len;
}

/* Three rounds, as each reads what the one before it had sent for. */
void
facts_settle(struct facts *f)
{
	if (4 * (f->n + FACTS_WAIT) > 3 * f->slots)
		grow(f);
	for (size_t i = 0; i < f->nwaiting; i++) {
		struct waiting *w = &f->waiting[i];

		w->met = (struct met){ .attribute = w->attribute, .count = w->count & COUNT_MOST };
		w->met.key = number_of(f, 0, w->key) + 1;
		w->met.value = is_again(f, i, w->attribute, w->value) ? f->last[w->attribute] : number_of(f, w->attribute, w->value);
		__builtin_prefetch(&f->met[home(f, w->met)], 1);
	}
	for (size_t i = 0; i < f->nwaiting; i++) {
		struct met m = f->waiting[i].met, *there = find(f, m);

		m.count = (there->count + m.count) & COUNT_MOST;
		f->n += there->key == 0;
		*there = m;
	}
	f->nwaiting = 0;
}

void
facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n)
{
	unsigned char letter = (unsigned char)attribute;

	if (f->nwaiting == FACTS_WAIT)
		facts_settle(f);
	if (!is_last(f, 0, key))
		intern_expect(&f->strings, key);
	if (!is_again(f, f->nwaiting, letter, value) && !is_last(f, letter, value))
		intern_expect(&f->strings, value);
	f->waiting[f->nwaiting++] = (struct waiting){ .key = key, .value = value, .count = n, .attribute = letter };
}

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
	const struct slice *x = *(const struct slice *const *)a, *y = *(const struct slice *const *)b;
	size_t n = x->len < y->len ? x->len : y->len;
	int order = n > 0 ? memcmp(x->at, y->at, n) : 0;

	if (order != 0 || x->len == y->len)
		return order;
	if (x->len < y->len)
		return '\t' < (unsigned char)y->at[n] ? -1 : 1;
	return (unsigned char)x->at[n] < '\t' ? -1 : 1;
}

/* By what facts of a key are ordered. */
static uint64_t
attribute_first(const struct met *m)
{
	return (uint64_t)m->attribute << 32 | m->value;
}

static uint64_t
value_first(const struct met *m)
{
	return (uint64_t)m->value << 8 | m->attribute;
}

static int
compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int
by_attribute(const void *a, const void *b)
{
	return compare(attribute_first(a), attribute_first(b));
}

static int
by_value(const void *a, const void *b)
{
	return compare(value_first(a), value_first(b));
}

/* Orders the facts of a key.  Most have few. */
static void
order_facts(struct met *m, size_t n, bool apart)
{
	uint64_t (*const first)(const struct met *m) = apart ? value_first : attribute_first;

	if (n > FEW) {
		qsort(m, n, sizeof *m, apart ? by_value : by_attribute);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct met it = m[i];
		size_t k = i;

		for (; k > 0 && first(&m[k - 1]) > first(&it); k--)
			m[k] = m[k - 1];
		m[k] = it;
	}
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

/* Escapes the strings and puts them in order: by their first bytes, then those of one beginning. */
static void
order_strings(struct facts *f)
{
	struct slice *text = f->strings.text;
	size_t n = f->strings.len, from = 0, i = 0;
	struct sorter beginnings = { 0 };
	struct record r, last = { 0 };

	for (size_t k = 0; k < n; k++) {
		text[k] = escape_slice(text[k], &f->escaped);
		sorter_add(&beginnings, first_bytes(text[k]), k);
	}
	sorter_sort(&beginnings);
	f->order = mem_alloc((n + 1) * sizeof *f->order);
	for (; sorter_next(&beginnings, &r); last = r) {
		if (r.key != last.key) {
			qsort(f->order + from, i - from, sizeof *f->order, by_bytes);
			from = i;
		}
		f->order[i++] = &text[r.value];
	}
	qsort(f->order + from, i - from, sizeof *f->order, by_bytes);
	sorter_free(&beginnings);
}

/* The facts speak of places in the order of strings from now on. */
static void
rank_strings(struct facts *f)
{
	uint32_t *rank = mem_alloc((f->strings.len + 1) * sizeof *rank);

	for (size_t i = 0; i < f->strings.len; i++)
		rank[f->order[i] - f->strings.text] = (uint32_t)i;
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
	facts_settle(f);
	list_facts(f);
	intern_end(&f->strings);
	order_strings(f);
	rank_strings(f);
	order_by_key(f);
}

/* Where the facts of a key end, or of a key and value. */
static size_t
end_of(const struct facts *f, size_t from, bool apart)
{
	size_t end = from;

	while (end < f->n && f->met[end].key == f->met[from].key && (!apart || f->met[end].value == f->met[from].value))
		end++;
	return end;
}

size_t
facts_next(struct facts *f, size_t from, bool apart, const struct fact **fact)
{
	size_t end = end_of(f, from, false);

	if (end > from && (from == 0 || f->met[from - 1].key != f->met[from].key))
		order_facts(f->met + from, end - from, apart);
	end = end_of(f, from, apart);
	MEM_GROW(f->group, f->group_cap, end - from);
	for (size_t i = from; i < end; i++) {
		const struct met *m = &f->met[i];

		f->group[i - from] = (struct fact){ *f->order[m->key], *f->order[m->value], (size_t)m->count, (char)m->attribute };
	}
	*fact = f->group;
	return end - from;
}
