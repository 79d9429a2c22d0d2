#include "match_word.h"

#include "buf.h"
#include "hash.h"
#include "match.h"
#include "match_stem.h"

void
vocabulary_begin(struct vocabulary *v, const struct lexicon *classes, const char *lang)
{
	memset(v, 0, sizeof *v);
	v->classes = classes;
	v->endings = affixes_new(lang, "stem");
	v->negations = affixes_new(lang, "negation");
}

void
vocabulary_free(struct vocabulary *v)
{
	mem_free(v->word);
	affixes_free(&v->endings);
	affixes_free(&v->negations);
	intern_free(&v->names);
}

static const struct {
	const char *name;
	enum word_class is;
} class_names[] = {
	{ "content", WORD_CONTENT }, { "common", WORD_COMMON }, { "function", WORD_FUNCTION }, { "pronoun", WORD_FUNCTION },
	{ "negation", WORD_NEGATION }, { "modal", WORD_MODAL }, { "quantity", WORD_QUANTITY }, { "time", WORD_TIME },
	{ "number", WORD_NUMBER }, { "limit", WORD_LIMIT }, { "condition", WORD_CONDITION },
	{ "relative", WORD_RELATIVE }, { "which", WORD_WHICH }, { "unit", WORD_UNIT }, { "refusal", WORD_REFUSAL }, { "intent", WORD_INTENT },
	{ "future", WORD_FUTURE }, { "focus", WORD_FOCUS },
};

/* WORD_CLASSES if there is none of that name. */
static enum word_class
class_named(struct slice name)
{
	for (size_t i = 0; i < sizeof class_names / sizeof *class_names; i++)
		if (slice_is(name, class_names[i].name))
			return class_names[i].is;
	return WORD_CLASSES;
}

static bool
has_class(const struct entry *e)
{
	return class_named(e->column[0]) != WORD_CLASSES;
}

size_t
match_list(struct lexicon *l, struct slice tsv)
{
	return lexicon_add_if(l, tsv, 0, has_class);
}

/* The entry that is written so, or the first. */
static const struct entry *
find_entry(const struct vocabulary *v, struct slice text)
{
	const struct entry *e = v->classes != NULL ? lexicon_find(v->classes, text) : NULL, *first = e;

	while (e != NULL && !slice_eq(e->word, text))
		e = e->next;
	return e != NULL ? e : first;
}

/* What the word list says, or the rules: digits are numbers, and the stem is what match_stem leaves. */
static void
classify(const struct vocabulary *v, struct slice folded, struct word *w, struct buf *stem)
{
	const struct entry *e = find_entry(v, folded);

	if (e != NULL) {
		w->is = class_named(e->column[0]);
		if (e->columns > 1 && e->column[1].len > 0) {
			buf_add(stem, e->column[1]);
			return;
		}
	} else {
		w->is = folded.at[0] >= '0' && folded.at[0] <= '9' ? WORD_NUMBER : WORD_CONTENT;
	}
	match_stem(stem, &v->endings, folded);
}

static uint32_t
insert(struct vocabulary *v, struct slice text)
{
	uint32_t number = intern_add(&v->names, text);

	MEM_GROW(v->word, v->cap, v->names.len);
	v->word[number] = (struct word){ .stem = number, .hash = hash_bytes(text) };
	return number;
}

/* The number of what is no word of a text, as its mark tells: the stem "=accept", the axis "~accept". */
static uint32_t
number_of(struct vocabulary *v, char mark, struct slice text)
{
	struct buf name = { 0 };
	uint32_t number;

	buf_byte(&name, mark);
	buf_add(&name, text);
	if (!intern_find(&v->names, buf_slice(&name), &number))
		number = insert(v, buf_slice(&name));
	buf_free(&name);
	return number;
}

/* "+accept", "-accept" or nothing. */
static struct slice
axis_of(const struct vocabulary *v, struct slice word)
{
	const struct entry *e = v->classes != NULL ? lexicon_find(v->classes, word) : NULL;

	return e != NULL && e->columns > 2 ? e->column[2] : (struct slice){ "", 0 };
}

/* What the list tells of a word or, by its stem "=accept" or "=increas", of the one that it is a form of. */
static void
find_axis(struct vocabulary *v, uint32_t number)
{
	static const char *const tails[] = { "", "e", "y" };
	struct slice stem = v->names.text[v->word[number].stem];
	struct slice axis = axis_of(v, v->names.text[number]);

	for (size_t i = 0; axis.len == 0 && i < sizeof tails / sizeof *tails; i++) {
		struct buf b = { 0 };

		buf_add(&b, slice_sub(stem, 1, stem.len));
		buf_string(&b, tails[i]);
		axis = axis_of(v, buf_slice(&b));
		buf_free(&b);
	}
	if (axis.len < 2)
		return;
	v->word[number].axis = number_of(v, '~', slice_sub(axis, 1, axis.len)) + 1;
	v->word[number].minus = axis.at[0] == '-';
}

uint32_t
vocabulary_word(struct vocabulary *v, struct slice folded)
{
	struct buf stem = { 0 };
	struct word known = { 0 };
	uint32_t number, root;

	if (intern_find(&v->names, folded, &number))
		return number;
	number = insert(v, folded);
	classify(v, folded, &known, &stem);
	root = number_of(v, '=', buf_slice(&stem));
	v->word[number].is = known.is;
	v->word[number].stem = root;
	if (word_is_common(known.is))
		v->word[root].is = WORD_COMMON;
	find_axis(v, number);
	buf_free(&stem);
	return number;
}

uint32_t
vocabulary_name(struct vocabulary *v, struct slice folded)
{
	uint32_t number = vocabulary_word(v, folded);
	const struct entry *e;

	if (v->word[number].is != WORD_MODAL && v->word[number].is != WORD_FUTURE)
		return number;
	e = find_entry(v, folded);
	while (e != NULL && slice_eq(e->word, folded))
		e = e->next;
	return e != NULL ? vocabulary_word(v, e->word) : number;
}

void
vocabulary_count(struct vocabulary *v, uint32_t word, uint32_t quotation)
{
	struct word *stem = &v->word[v->word[word].stem];

	if (stem->last == quotation + 1)
		return;
	stem->last = quotation + 1;
	stem->seen++;
}

/* 16 * log2(n), n > 0, in whole numbers, so that every machine weighs alike. */
static uint32_t
log_16(uint64_t n)
{
	uint32_t whole = 0, part = 0;
	uint64_t m;

	while (n >> whole > 1)
		whole++;
	m = whole > 31 ? n >> (whole - 31) : n << (31 - whole);
	for (int bit = 8; bit > 0; bit /= 2) {
		m = m * m >> 31;
		if (m >> 32 != 0) {
			part += (uint32_t)bit;
			m >>= 1;
		}
	}
	return whole * 16 + part;
}

/* What a word weighs is told by the stream, and by a prior worth PRIOR quotations, so that five articles of one event do not make
 * its own words common: log2 of how many quotations there are to one with the stem. */
enum { PRIOR = 3000, PRIOR_COMMON = 100, PRIOR_CONTENT = 1 };

static bool
says_something(enum word_class is)
{
	return is != WORD_FUNCTION && is != WORD_NEGATION && is != WORD_MODAL && is != WORD_FUTURE && is != WORD_LIMIT &&
	    is != WORD_CONDITION;
}

void
vocabulary_weigh(struct vocabulary *v, size_t n)
{
	for (size_t i = 0; i < v->names.len; i++) {
		struct word *w = &v->word[i];
		const struct word *stem = &v->word[w->stem];
		uint64_t prior = stem->is == WORD_COMMON ? PRIOR_COMMON : PRIOR_CONTENT;

		w->weight = 0;
		if (says_something(w->is))
			w->weight = log_16(2 * (n + PRIOR)) - log_16(2 * (stem->seen + prior));
	}
}
