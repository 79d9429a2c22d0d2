/* tally_cross: tables whose rows are about two: outlets that carry the same statements, wordings that contradict each other. */
#include <stdlib.h>

#include "match_cut.h"
#include "match_word.h"
#include "tally_fact.h"

static const struct slice none = { "", 0 };

enum {
	OUTLETS_MOST = 1000, /* of one statement that are paired: the first by name */
	ITEMS_MOST = 200     /* wordings that are compared for one word: the first by bytes */
};

/* "a TAB b", with how many statements both carry, and how many of these word for word. */
static void
add_pair(struct facts *f, struct slice a, struct slice b, char attribute)
{
	struct arena arena = { 0 };

	facts_add(f, value_join(&arena, (struct slice[]){ value_plain(a, &arena), value_plain(b, &arena) }, 2), attribute, none, 1);
	arena_free(&arena);
}

void
pair_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct facts_range { size_t from, end; } outlet = { 0, 0 };

	while (outlet.from < n && fact[outlet.from].attribute != OUTLET)
		outlet.from++;
	for (outlet.end = outlet.from; outlet.end < n && fact[outlet.end].attribute == OUTLET; outlet.end++)
		;
	if (outlet.end > outlet.from + OUTLETS_MOST)
		outlet.end = outlet.from + OUTLETS_MOST;
	for (size_t i = outlet.from; i < outlet.end; i++)
		for (size_t k = i + 1; k < outlet.end; k++)
			add_pair(f, fact[i].value, fact[k].value, SHARED);
	for (size_t i = 0; i < n; i++) {
		size_t first = i;

		if (fact[i].attribute != COPY)
			continue;
		for (size_t k = i + 1; k < n && k < first + OUTLETS_MOST && fact[k].attribute == COPY &&
		    slice_eq(value_part(fact[k].value, 0), value_part(fact[i].value, 0)); k++)
			add_pair(f, value_part(fact[i].value, 1), value_part(fact[k].value, 1), VERBATIM);
	}
}

void
pair_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct slice key = fact->key;

	row->order[0] = facts_met(fact, n, SHARED, NULL);
	row->order[1] = facts_met(fact, n, VERBATIM, NULL);
	column_add(row, value_part(key, 0));
	column_add(row, value_part(key, 1));
	column_number(row, row->order[0]);
	column_number(row, row->order[1]);
}

/* Parts of the value of a wording that may be contradicted. */
enum part { PART_STATEMENT, PART_OUTLET, PART_SPEAKER, PART_STANCE, PART_FORM, PART_SIGN, PART_NUMBERS, PART_STEMS, PART_TEXT, PARTS };

/* The stems of a wording's content words in byte order, each once, and what else is compared. */
struct sense {
	struct buf stems, numbers; /* separated by blanks */
	size_t negations;
};

static int
by_text(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_cmp(*x, *y);
}

static void
add_words(struct buf *b, struct slice *word, size_t n)
{
	qsort(word, n, sizeof *word, by_text);
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && slice_eq(word[i], word[i - 1]))
			continue;
		if (b->len > 0)
			buf_byte(b, ' ');
		buf_add(b, word[i]);
	}
}

enum { WORDS_MOST = 60 }; /* of a wording */

static void
read_sense(struct vocabulary *v, struct cut *cut, struct slice text, struct sense *s)
{
	struct slice stem[WORDS_MOST], number[WORDS_MOST];
	size_t stems = 0, numbers = 0;
	struct cut_word w;

	buf_clear(&s->stems);
	buf_clear(&s->numbers);
	s->negations = 0;
	cut_begin(cut, text);
	while (cut_next(cut, &w) && stems < WORDS_MOST && numbers < WORDS_MOST) {
		uint32_t n = vocabulary_word(v, w.folded);

		if (v->word[n].is == WORD_NEGATION)
			s->negations++;
		else if (v->word[n].is == WORD_NUMBER)
			number[numbers++] = v->names.text[v->word[n].stem];
		else if (v->word[n].is == WORD_CONTENT)
			stem[stems++] = v->names.text[v->word[n].stem];
	}
	add_words(&s->stems, stem, stems);
	add_words(&s->numbers, number, numbers);
}

/* A wording that says that something is not so, or whose speaker denies it, is negative; with both, positive. */
static const char *
sign_of(const struct sense *s, struct slice stance)
{
	return (s->negations > 0) != slice_is(stance, "deny") ? "-" : "+";
}

void
conflict_tell(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);
	struct vocabulary *v = facts_vocabulary(f);
	struct cut cut = { 0 };
	struct sense s = { 0 };

	for (size_t i = context_quote(&c, 0); i < d->nread; i = context_quote(&c, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice text = context_wording(&c, i), stems, part[PARTS], value;

		if (r->field[QUOTE_SPEAKER_ID].len == 0)
			continue;
		read_sense(v, &cut, text, &s);
		part[PART_STATEMENT] = r->field[QUOTE_STATEMENT];
		part[PART_OUTLET] = c.outlet;
		part[PART_SPEAKER] = r->field[QUOTE_SPEAKER_ID];
		part[PART_STANCE] = r->field[QUOTE_STANCE];
		part[PART_FORM] = r->field[QUOTE_FORM];
		part[PART_SIGN] = slice_from(sign_of(&s, r->field[QUOTE_STANCE]));
		part[PART_NUMBERS] = buf_slice(&s.numbers);
		part[PART_STEMS] = buf_slice(&s.stems);
		part[PART_TEXT] = text;
		value = value_join(&d->arena, part, PARTS);
		for (stems = buf_slice(&s.stems); stems.at != NULL && stems.len > 0;)
			context_add(&c, slice_cut(&stems, ' '), WORDING, value);
	}
	buf_free(&s.stems);
	buf_free(&s.numbers);
	cut_free(&cut);
}

/* How many words two lists in byte order share, and in *least and *most how many the shorter and the longer have. */
static size_t
shared_words(struct slice a, struct slice b, size_t *least, size_t *most)
{
	struct slice x = slice_cut(&a, ' '), y = slice_cut(&b, ' ');
	size_t both = 0, left = 0, right = 0;
	bool more_x = x.len > 0, more_y = y.len > 0;

	while (more_x || more_y) {
		int order = !more_x ? 1 : !more_y ? -1 : slice_cmp(x, y);

		both += order == 0;
		left += order <= 0;
		right += order >= 0;
		if (order <= 0) {
			more_x = a.at != NULL;
			x = more_x ? slice_cut(&a, ' ') : none;
		}
		if (order >= 0) {
			more_y = b.at != NULL;
			y = more_y ? slice_cut(&b, ' ') : none;
		}
	}
	*least = left < right ? left : right;
	*most = left < right ? right : left;
	return both;
}

static bool
same_part(struct slice a, struct slice b, enum part part)
{
	return slice_eq(value_part(a, part), value_part(b, part));
}

/* "credible information": words in marks that are no sentence, but two that say something. */
static bool
is_fragment(struct slice wording)
{
	struct slice stems = value_part(wording, PART_STEMS);
	size_t blank = slice_find(stems, ' ');

	return slice_is(value_part(wording, PART_FORM), "mixed") && blank < stems.len &&
	    slice_find(slice_sub(stems, blank + 1, stems.len), ' ') == stems.len - blank - 1;
}

/* What two wordings of one matter contradict each other in; NULL if they do not.
 * denial: what the one says, the other denies; negation: one speaker, by two outlets, says that it is so and that it is not;
 * number: one speaker, by two outlets, in the same words with another number. */
static const char *
conflict_of(struct slice a, struct slice b)
{
	size_t least, most, both = shared_words(value_part(a, PART_STEMS), value_part(b, PART_STEMS), &least, &most);
	struct slice x = value_part(a, PART_NUMBERS), y = value_part(b, PART_NUMBERS);
	bool one = same_part(a, b, PART_SPEAKER), same_sign = same_part(a, b, PART_SIGN);
	bool matter = same_part(a, b, PART_STATEMENT) || (both > 1 && 2 * both >= least && 5 * both >= 2 * most) ||
	    is_fragment(a) || is_fragment(b);

	if (same_part(a, b, PART_OUTLET) || both == 0 || 2 * both < least || !matter)
		return NULL;
	if (!one)
		return !same_sign && both > 1 &&
		    slice_is(value_part(a, PART_STANCE), "deny") != slice_is(value_part(b, PART_STANCE), "deny") ? "denial" : NULL;
	if (!same_sign)
		return "negation";
	return x.len > 0 && y.len > 0 && shared_words(x, y, &least, &most) == 0 && both > 2 ? "number" : NULL;
}

void
conflict_regroup(struct facts *f, const struct fact *fact, size_t n)
{
	struct arena arena = { 0 };

	if (n > ITEMS_MOST)
		n = ITEMS_MOST;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			const char *kind = conflict_of(fact[i].value, fact[k].value);
			struct slice part[3];

			if (kind == NULL)
				continue;
			part[0] = slice_from(kind);
			part[1] = value_plain(fact[i].value, &arena);
			part[2] = value_plain(fact[k].value, &arena);
			facts_add(f, value_join(&arena, part, 3), SHARED, none, 1);
			arena_reset(&arena);
		}
	}
	arena_free(&arena);
}

/* The key is the kind and the parts of both wordings, one behind the other; the more words they share, the earlier. */
void
conflict_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	static const enum part columns[] = { PART_SPEAKER, PART_OUTLET, PART_STATEMENT, PART_STANCE, PART_TEXT };
	struct slice key = fact->key;

	row->order[0] = facts_met(fact, n, SHARED, NULL);
	column_add(row, value_part(key, 0));
	for (size_t side = 0; side < 2; side++)
		for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
			column_add(row, value_part(key, 1 + side * PARTS + columns[i]));
}
