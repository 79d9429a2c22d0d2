/* tally_conflict: wordings of one matter that contradict each other. */
#include <stdlib.h>

#include "match_key.h"
#include "match_speaker.h"
#include "tally_fact.h"
#include "tally_matter.h"

enum {
	ITEMS_MOST = 200,  /* wordings that are compared for one word: the first by bytes */
	MATTER = 2,        /* words that two wordings must share to be about one matter */
	MATTER_OTHERS = 3, /* of them, where two speakers differ and neither denies it in so many words */
	CORE_MOST = 3      /* words in marks that are the matter by themselves */
};

static const struct slice none = { "", 0 };

/* Cuts the next word off a list; empty behind the last. */
static struct slice
next_word(struct slice *list)
{
	return list->at != NULL && list->len > 0 ? slice_cut(list, ' ') : none;
}

static size_t
count_words(struct slice list)
{
	size_t n = 0;

	while (next_word(&list).len > 0)
		n++;
	return n;
}

static bool
has_word(struct slice list, struct slice word)
{
	struct slice w;

	while ((w = next_word(&list)).len > 0)
		if (slice_eq(w, word))
			return true;
	return false;
}

/* A wording, its value cut into parts. */
struct wording {
	struct slice value;
	struct slice part[PARTS];
	size_t stems;
	bool few;             /* so few words in marks that they are the matter */
};

/* Two of them, side by side. */
struct contrast {
	const struct wording *a, *b;
	size_t shared;        /* content words */
	size_t turned;        /* of them, negated in the one alone */
	size_t turned_core;   /* of these, in the marks of one that has few words there */
	size_t least, most;   /* content words of the shorter, and of the longer */
	bool b_negates;       /* it is b that negates */
	enum kin kin;
};

static bool
same_part(const struct wording *a, const struct wording *b, enum part part)
{
	return slice_eq(a->part[part], b->part[part]);
}

static bool
denies(const struct wording *w)
{
	return slice_is(w->part[PART_STANCE], "deny");
}

/* Are the days known, and many between? */
static bool
far_apart(struct slice a, struct slice b)
{
	size_t x, y;

	if (!slice_number(a, &x) || !slice_number(b, &y))
		return false;
	return (x > y ? x - y : y - x) > MEMORY;
}

static enum kin
kin_of(struct slice a, struct slice b)
{
	struct arena arena = { 0 };
	struct speaker x, y;
	enum kin kin = KIN_UNKNOWN;

	if (slice_eq(a, b))
		return KIN_SAME;
	if (speaker_read(&x, a, none, none, &arena) && speaker_read(&y, b, none, none, &arena))
		kin = speaker_kin(&x, &y);
	arena_free(&arena);
	return kin;
}

static void
read_wording(struct slice value, struct wording *w)
{
	w->value = value;
	for (size_t i = 0; i < PARTS; i++)
		w->part[i] = value_part(value, i);
	w->stems = count_words(w->part[PART_STEMS]);
	w->few = count_words(w->part[PART_CORE]) <= CORE_MOST;
}

static void
add_shared(struct contrast *c, struct slice word)
{
	const struct wording *a = c->a, *b = c->b;
	bool here = has_word(a->part[PART_NEGATED], word), there = has_word(b->part[PART_NEGATED], word);
	bool in_core = (a->few && has_word(a->part[PART_CORE], word)) || (b->few && has_word(b->part[PART_CORE], word));

	c->shared++;
	c->turned += here != there;
	c->turned_core += in_core && here != there;
	c->b_negates |= there && !here;
}

/* Both lists of words are in byte order. */
static void
read_contrast(const struct wording *a, const struct wording *b, struct contrast *c)
{
	struct slice here = a->part[PART_STEMS], there = b->part[PART_STEMS];
	struct slice x = next_word(&here), y = next_word(&there);

	*c = (struct contrast){ .a = a, .b = b, .least = a->stems < b->stems ? a->stems : b->stems };
	c->most = a->stems + b->stems - c->least;
	while (x.len > 0 && y.len > 0) {
		int order = slice_cmp(x, y);

		if (order == 0)
			add_shared(c, x);
		if (order <= 0)
			x = next_word(&here);
		if (order >= 0)
			y = next_word(&there);
	}
	c->kin = kin_of(a->part[PART_SPEAKER], b->part[PART_SPEAKER]);
}

/* May there be a conflict at all? */
static bool
may_conflict(const struct wording *a, const struct wording *b)
{
	bool counts = a->part[PART_NUMBERS].len > 0 && b->part[PART_NUMBERS].len > 0;

	return !same_part(a, b, PART_OUTLET) && (counts || !same_part(a, b, PART_SIGN)) && !far_apart(a->part[PART_DAY], b->part[PART_DAY]);
}

/* A number that counts the same thing in both, and another one. */
static bool
counts_otherwise(const struct contrast *c)
{
	struct slice here = c->a->part[PART_NUMBERS], there = c->b->part[PART_NUMBERS], x, y;
	bool other = false;

	while ((x = next_word(&here)).len > 0) {
		struct slice rest = there;
		size_t len = slice_find(x, '#');

		while ((y = next_word(&rest)).len > 0) {
			if (slice_eq(x, y))
				return false;
			other |= slice_find(y, '#') == len && slice_eq(slice_sub(x, 0, len), slice_sub(y, 0, len));
		}
	}
	return other;
}

/* Is what two speakers say of one matter so that the one must be wrong? */
static bool
is_denial(const struct contrast *c)
{
	if (2 * c->shared < c->least)
		return false;
	if (denies(c->a) != denies(c->b))
		return c->shared >= MATTER && 2 * c->turned >= c->shared;
	return c->shared >= MATTER_OTHERS && 3 * c->shared >= 2 * c->least && 5 * c->shared >= 2 * c->most;
}

/* "anon:spokesman" may be many; "anon:pt-official" are taken for one. */
static bool
is_someone(struct slice speaker)
{
	return !slice_starts(speaker, "anon:") || (speaker.len > 7 && speaker.at[7] == '-');
}

/* What two wordings of one matter contradict each other in; NULL if they do not.
 * negation: one speaker, by two outlets, says that it is so and that it is not; number: one speaker, by two outlets, counts the same
 * and comes to another number; denial: what one speaker says, another denies or says not to be so.  Where both negate, there is no
 * telling. */
static const char *
conflict_of(const struct contrast *c)
{
	bool same = same_part(c->a, c->b, PART_STATEMENT);
	bool matter = c->shared >= MATTER && 2 * c->shared >= c->least && 5 * c->shared >= 2 * c->most;
	bool one = c->kin >= KIN_NEAR && (same || is_someone(c->a->part[PART_SPEAKER]));

	if (one && (same || matter) && c->shared >= MATTER && counts_otherwise(c))
		return "number";
	if (c->turned == 0 || same_part(c->a, c->b, PART_SIGN))
		return NULL;
	if (one)
		return same || matter || (c->kin == KIN_SAME && c->turned_core > 0 && c->shared > 1) ? "negation" : NULL;
	return c->kin < KIN_NEAR && is_denial(c) ? "denial" : NULL;
}

/* The key is the kind, the speakers and their statements, what says it first; the value the parts of both wordings, one behind the other. */
static void
add_conflict(struct facts *f, const struct contrast *c, const char *kind)
{
	bool in_order = c->b_negates || c->turned == 0;
	const struct wording *first = in_order ? c->a : c->b, *other = in_order ? c->b : c->a;
	struct arena arena = { 0 };
	struct slice key[5], value[2];

	key[0] = slice_from(kind);
	key[1] = value_plain(first->part[PART_SPEAKER], &arena);
	key[2] = value_plain(first->part[PART_STATEMENT], &arena);
	key[3] = value_plain(other->part[PART_SPEAKER], &arena);
	key[4] = value_plain(other->part[PART_STATEMENT], &arena);
	value[0] = value_plain(first->value, &arena);
	value[1] = value_plain(other->value, &arena);
	facts_add(f, value_join(&arena, key, 5), SHARED, value_join(&arena, value, 2), 1);
	arena_free(&arena);
}

void
conflict_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct wording *wording;

	if (n > ITEMS_MOST)
		n = ITEMS_MOST;
	wording = mem_alloc((n + 1) * sizeof *wording);
	for (size_t i = 0; i < n; i++)
		read_wording(fact[i].value, &wording[i]);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			struct contrast c;
			const char *kind;

			if (!may_conflict(&wording[i], &wording[k]))
				continue;
			read_contrast(&wording[i], &wording[k], &c);
			kind = conflict_of(&c);
			if (kind != NULL)
				add_conflict(f, &c, kind);
		}
	}
	mem_free(wording);
}

static int
by_text(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_cmp(*x, *y);
}

/* How many outlets have the one side, or the other; facts stand in byte order, those of one outlet need not follow one another. */
static size_t
outlets_of(const struct fact *fact, size_t n, size_t side)
{
	struct arena arena = { 0 };
	struct slice *outlet = arena_alloc(&arena, (n + 1) * sizeof *outlet);
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		outlet[i] = value_part(fact[i].value, side * PARTS + PART_OUTLET);
	qsort(outlet, n, sizeof *outlet, by_text);
	for (size_t i = 0; i < n; i++)
		found += i == 0 || !slice_eq(outlet[i], outlet[i - 1]);
	arena_free(&arena);
	return found;
}

/* The pair that shares most words stands for all of its statements. */
void
conflict_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	static const enum part columns[] = { PART_SPEAKER, PART_OUTLET, PART_STATEMENT, PART_STANCE, PART_TEXT };
	const struct fact *best = fact;

	for (size_t i = 1; i < n; i++)
		if (fact[i].count > best->count)
			best = &fact[i];
	row->order[0] = best->count * (1 + slice_eq(value_part(fact->key, 2), value_part(fact->key, 4)));
	row->order[1] = n;
	column_add(row, value_part(fact->key, 0));
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
			column_add(row, value_part(best->value, side * PARTS + columns[i]));
	column_number(row, outlets_of(fact, n, 0));
	column_number(row, outlets_of(fact, n, 1));
}
