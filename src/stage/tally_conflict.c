/* tally_conflict: wordings of one matter that contradict each other. */
#include <stdlib.h>

#include "match_key.h"
#include "escape.h"
#include "hash.h"
#include "tally_fact.h"
#include "tally_kin.h"
#include "tally_matter.h"

enum {
	ITEMS_MOST = 200, /* clauses that are compared for one word: the first by bytes */
	MATTER = 2,       /* words that two clauses must share to be about one matter */
	MUCH = 3          /* of them, with which less of what is said to be so need be shared, and nobody need be named */
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

enum { UNKNOWN = -1 };

/* A clause, its value cut into parts. */
struct clause {
	struct slice value;
	struct slice part[PARTS];
	long day; /* or UNKNOWN */
	bool negates, counts;
	uint64_t says;   /* a bit for each of its words, by their hashes: two lists without a bit in common share no word */
	uint64_t negated; /* the same of those that it negates */
};

/* Two of them, side by side; the other negates, if either does. */
struct contrast {
	const struct clause *it, *other;
	size_t shared;   /* content words */
	enum kin kin;
};

static bool
same_part(const struct clause *a, const struct clause *b, enum part part)
{
	return slice_eq(a->part[part], b->part[part]);
}

/* Words that stand in both; of each list they are in byte order. */
static size_t
count_shared(struct slice list, struct slice other)
{
	struct slice a = next_word(&list), b = next_word(&other);
	size_t n = 0;

	while (a.len > 0 && b.len > 0) {
		int order = slice_cmp(a, b);

		n += order == 0;
		if (order <= 0)
			a = next_word(&list);
		if (order >= 0)
			b = next_word(&other);
	}
	return n;
}

/* The days between two clauses, or UNKNOWN. */
static long
days_between(const struct clause *a, const struct clause *b)
{
	if (a->day == UNKNOWN || b->day == UNKNOWN)
		return UNKNOWN;
	return a->day > b->day ? a->day - b->day : b->day - a->day;
}

static uint64_t
bits_of(struct slice list)
{
	uint64_t bits = 0;
	struct slice word;

	while ((word = next_word(&list)).len > 0)
		bits |= UINT64_C(1) << hash_bytes(word) % 64;
	return bits;
}

static void
read_clause(struct slice value, struct clause *c)
{
	size_t day;

	c->value = value;
	for (size_t i = 0; i < PART_TEXT; i++)
		c->part[i] = value_next(&value);
	c->part[PART_TEXT] = value;
	c->day = slice_number(c->part[PART_DAY], &day) ? (long)day : UNKNOWN;
	c->negates = c->part[PART_SIGN].len > 0;
	c->counts = c->part[PART_NUMBERS].len > 0;
	c->says = bits_of(c->part[PART_STEMS]);
	c->negated = bits_of(c->part[PART_NEGATED]) | bits_of(c->part[PART_BEHIND]);
}

static struct contrast
contrast_of(const struct clause *a, const struct clause *b)
{
	bool in_order = !a->negates || b->negates;

	return (struct contrast){ .it = in_order ? a : b, .other = in_order ? b : a };
}

/* May there be a conflict at all? */
static bool
may_conflict(const struct clause *a, const struct clause *b)
{
	return ((a->counts && b->counts) || a->negates != b->negates) && days_between(a, b) <= MEMORY &&
	    !same_part(a, b, PART_OUTLET);
}

/* Does the list count what x counts, and come to another number only? */
static bool
counts_other(struct slice list, struct slice x)
{
	size_t len = slice_find(x, '#');
	bool other = false;
	struct slice y;

	while ((y = next_word(&list)).len > 0) {
		if (slice_eq(x, y))
			return false;
		other |= slice_find(y, '#') == len && slice_eq(slice_sub(x, 0, len), slice_sub(y, 0, len));
	}
	return other;
}

/* A number that counts the same thing in both, and another one. */
static bool
counts_otherwise(const struct contrast *c)
{
	struct slice here = c->it->part[PART_NUMBERS], x;

	while ((x = next_word(&here)).len > 0)
		if (counts_other(c->other->part[PART_NUMBERS], x))
			return true;
	return false;
}

/* Does a clause name anybody but its speaker? */
static bool
names_another(const struct clause *c)
{
	return count_words(c->part[PART_NAMES]) > count_shared(c->part[PART_NAMES], c->part[PART_VOICE]);
}

static bool
names_anybody(const struct contrast *c)
{
	return names_another(c->it) || names_another(c->other);
}

/* Does the one name somebody whom the other names, or who says the other? */
static bool
names_party(const struct clause *a, const struct clause *b)
{
	struct slice names = a->part[PART_NAMES];

	return count_shared(names, b->part[PART_NAMES]) + count_shared(names, b->part[PART_VOICE]) > 0;
}

/* Is there a party that both are about? */
static bool
is_linked(const struct contrast *c)
{
	return names_party(c->it, c->other) || names_party(c->other, c->it);
}

/* Is what the one says so nearly all that the other negates, and that much of what it says? */
static bool
is_one_matter(const struct contrast *c)
{
	struct slice scope = c->other->part[PART_SCOPE], stems = c->it->part[PART_STEMS];

	if (c->shared < MATTER || count_words(scope) < MATTER || 3 * count_shared(scope, stems) < 2 * count_words(scope))
		return false;
	return c->shared < MUCH ? 3 * c->shared >= 2 * count_words(stems) : 5 * c->shared > 2 * count_words(stems);
}

/* "anon:spokesman" may be many; "anon:pt-official" are taken for one. */
static bool
is_someone(struct slice speaker)
{
	return !slice_starts(speaker, "anon:") || (speaker.len > 7 && speaker.at[7] == '-');
}

/* What will be is not contradicted by what is not, what should not be by what is, and what would be so if by what is so in any case. */
static bool
moods_meet(const struct contrast *c)
{
	struct slice it = c->it->part[PART_MOOD], other = c->other->part[PART_MOOD];

	if (slice_is(it, MOOD_IF) != slice_is(other, MOOD_IF))
		return false;
	return (it.len == 0 || other.len > 0) && (!slice_is(other, "=should") || slice_eq(it, other));
}

/* Does the other, in these days, negate all that the one says, of somebody whom both name: "We have spoken to Gary"? */
static bool
negates_all(const struct contrast *c)
{
	struct slice stems = c->it->part[PART_STEMS];
	long days = days_between(c->it, c->other);

	return days != UNKNOWN && days <= NEWS && count_shared(stems, c->other->part[PART_NEGATED]) == count_words(stems) &&
	    count_shared(c->it->part[PART_NAMES], c->other->part[PART_NAMES]) > 0;
}

/* One speaker: "credible information" in marks, and that there is no information; all that was said; or one matter, of the same
 * parties. */
static bool
takes_back(const struct contrast *c)
{
	if (c->kin == KIN_SAME && negates_all(c))
		return true;
	if (c->kin == KIN_SAME && c->shared >= MATTER && count_shared(c->other->part[PART_NEGATED], c->it->part[PART_CORE]) > 0)
		return true;
	return is_one_matter(c) && (is_linked(c) || !names_anybody(c));
}

/* Two speakers: one matter, and a party that both speak of; or no party at all, and more of the matter. */
static bool
is_denial(const struct contrast *c)
{
	return is_one_matter(c) && (is_linked(c) || (c->shared >= MUCH && !names_anybody(c)));
}

/* Does the other alone negate, and something that the one says? */
static bool
is_turned(const struct contrast *c, bool one_statement)
{
	struct slice stems = c->it->part[PART_STEMS];

	if ((c->other->negated & c->it->says) == 0 || c->it->part[PART_WHOLE].len > 0 || !c->other->negates || !moods_meet(c))
		return false;
	return count_shared(c->other->part[PART_NEGATED], stems) > 0 || (one_statement && count_shared(c->other->part[PART_BEHIND], stems) > 0);
}

/* What two clauses contradict each other in; NULL if they do not.
 * negation: one speaker, by two outlets, says that it is so and that it is not; number: one speaker, by two outlets, counts the same
 * and comes to another number; denial: what one speaker says, another denies or says not to be so.  In one statement he who is named and
 * he who is described are one.  Where both negate, there is no telling. */
static const char *
conflict_of(struct contrast *c)
{
	bool same = same_part(c->it, c->other, PART_STATEMENT), turned = is_turned(c, same);
	bool counted = same && counts_otherwise(c), one;

	if (!turned && !counted)
		return NULL;
	c->shared = count_shared(c->it->part[PART_STEMS], c->other->part[PART_STEMS]);
	c->kin = tally_kin(c->it->part, c->other->part);
	one = same ? c->kin > KIN_STRANGER : c->kin >= KIN_NEAR && is_someone(c->it->part[PART_SPEAKER]);
	if (one && counted && c->shared >= MATTER)
		return "number";
	if (turned && one)
		return same || takes_back(c) ? "negation" : NULL;
	return turned && c->kin < KIN_NEAR && is_denial(c) ? "denial" : NULL;
}

/* The key is the kind, the speakers and their statements, what says it first; the value the parts of both, one behind the other. */
static void
add_conflict(struct facts *f, const struct contrast *c, const char *kind)
{
	struct arena arena = { 0 };
	struct slice key[5], value[2];

	key[0] = slice_from(kind);
	key[1] = escape_undo_slice(c->it->part[PART_SPEAKER], &arena);
	key[2] = escape_undo_slice(c->it->part[PART_STATEMENT], &arena);
	key[3] = escape_undo_slice(c->other->part[PART_SPEAKER], &arena);
	key[4] = escape_undo_slice(c->other->part[PART_STATEMENT], &arena);
	value[0] = escape_undo_slice(c->it->value, &arena);
	value[1] = escape_undo_slice(c->other->value, &arena);
	facts_add(f, value_join(&arena, key, 5), SHARED, value_join(&arena, value, 2), 1);
	facts_settle(f);
	arena_free(&arena);
}

void
conflict_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct clause *clause;

	if (n < 2)
		return;
	if (n > ITEMS_MOST)
		n = ITEMS_MOST;
	clause = mem_alloc((n + 1) * sizeof *clause);
	for (size_t i = 0; i < n; i++)
		read_clause(fact[i].value, &clause[i]);
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			struct contrast c = contrast_of(&clause[i], &clause[k]);
			const char *kind;

			if (!may_conflict(&clause[i], &clause[k]))
				continue;
			kind = conflict_of(&c);
			if (kind != NULL)
				add_conflict(f, &c, kind);
		}
	}
	mem_free(clause);
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
