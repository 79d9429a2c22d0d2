#include "match_frame.h"

enum {
	REACH = 2, /* content words that a negation turns: "no credible evidence" */
	DOER = 2   /* words before one that may say that it is the doer: "by the pilots" */
};

void
frames_free(struct frames *f)
{
	mem_free(f->of);
}

static uint32_t
raw(const struct frames *f, size_t i)
{
	return f->all->word[f->q->word + i];
}

bool
frames_is(const struct frames *f, size_t i, const char *text)
{
	return slice_is(f->all->vocabulary.names.text[WORD_OF(raw(f, i))], text);
}

const struct word *
frames_word(const struct frames *f, size_t i)
{
	return &f->all->vocabulary.word[WORD_OF(raw(f, i))];
}

bool
frames_first(const struct frames *f, size_t i)
{
	return (raw(f, i) & FIRST) != 0;
}

bool
frames_named(const struct frames *f, size_t i)
{
	return !f->q->headline && (raw(f, i) & NAMED) != 0 && frames_word(f, i)->is == WORD_CONTENT;
}

/* "one who", "one of": a pronoun. */
bool
frames_number(const struct frames *f, size_t i)
{
	return frames_word(f, i)->is == WORD_NUMBER &&
	    (!frames_is(f, i, "one") || (i + 1 < f->q->words && word_is_content(frames_word(f, i + 1)->is)));
}

bool
frames_which(const struct frames *f, size_t i)
{
	return (frames_word(f, i)->is == WORD_WHICH || frames_is(f, i, "this")) && i + 1 < f->q->words &&
	    frames_word(f, i + 1)->is == WORD_RELATIVE;
}

bool
frames_passive(const struct frames *f, size_t i)
{
	size_t from = i > DOER ? i - DOER : 0;

	while (i-- > from)
		if (frames_is(f, i, "by"))
			return true;
	return false;
}

/* Is that the next word of the sentence? */
static bool
goes_on_with(const struct frames *f, size_t i, const char *next)
{
	return i + 1 < f->q->words && !frames_first(f, i + 1) && frames_is(f, i + 1, next);
}

/* "not just a loser" is a loser, and more. */
bool
frames_negates(const struct frames *f, size_t i)
{
	switch (frames_word(f, i)->is) {
	case WORD_NEGATION:
		return i + 1 == f->q->words || frames_first(f, i + 1) || frames_word(f, i + 1)->is != WORD_FOCUS;
	case WORD_REFUSAL:
		return goes_on_with(f, i, "to");
	default:
		return false;
	}
}

/* "one of the largest", but not "one of suffering". */
static bool
is_one_of(const struct frames *f, size_t i)
{
	return frames_is(f, i, "one") && goes_on_with(f, i, "of") && i + 2 < f->q->words && frames_word(f, i + 2)->is == WORD_FUNCTION;
}

/* "not a single lock" is "no lock". */
static bool
is_not_a(const struct frames *f, size_t i)
{
	return i > 1 && frames_is(f, i, "single") && frames_is(f, i - 1, "a") && frames_word(f, i - 2)->is == WORD_NEGATION;
}

/* "some", "only", but not that of "not only"; "not any" is "no". */
static bool
is_quantity(const struct frames *f, size_t i)
{
	enum word_class is = frames_word(f, i)->is;

	return (is == WORD_QUANTITY && !frames_is(f, i, "any") && !is_not_a(f, i)) || is_one_of(f, i) ||
	    (is == WORD_FOCUS && (i == 0 || frames_word(f, i - 1)->is != WORD_NEGATION));
}

/* "2028" counts nothing. */
static bool
is_year(const struct frames *f, size_t i)
{
	struct slice text = f->all->vocabulary.names.text[WORD_OF(raw(f, i))];

	return text.len == 4 && (text.at[0] == '1' || text.at[0] == '2');
}

/* What a word that is no content governs by is told to those that follow. */
static void
govern(const struct frames *f, size_t i, struct frame *now)
{
	enum word_class is = frames_word(f, i)->is;
	uint32_t place = (uint32_t)i + 1;

	if (is_quantity(f, i))
		now->quantity = place;
	else if (is == WORD_MODAL || is == WORD_FUTURE || (is == WORD_INTENT && goes_on_with(f, i, "to")))
		now->modal = place;
	else if (frames_number(f, i) && !is_year(f, i))
		now->number = place;
}

/* A negation governs the next content word of its clause, and the second behind a common one ("don't think that it broke") or in a
 * row with it; other words the next one. */
void
frames_read(struct frames *f, const struct quotations *all, const struct quotation *q)
{
	struct frame now = { 0 };
	size_t reach = 0;   /* content words that a negation still governs */
	bool ended = false; /* it goes no further than a word in this row */

	f->all = all;
	f->q = q;
	MEM_GROW(f->of, f->cap, q->words + 1);
	for (size_t i = 0; i < q->words; i++) {
		enum word_class is = frames_word(f, i)->is;
		bool content = word_is_content(is), negates = frames_negates(f, i);

		if (frames_first(f, i))
			now = (struct frame){ 0 };
		if (frames_first(f, i) || (ended && !content) || is == WORD_LIMIT) {
			now.negation = 0;
			reach = 0;
		}
		f->of[i] = content ? now : (struct frame){ 0 };
		if (is == WORD_RELATIVE && now.number == i)
			f->of[i].number = now.number;
		if (content) {
			reach -= reach > 0;
			now = (struct frame){ .negation = reach > 0 ? now.negation : 0 };
		}
		if (negates) {
			now.negation = (uint32_t)i + 1;
			reach = REACH;
		} else {
			govern(f, i, &now);
		}
		ended = content && !negates && !word_is_common(is);
	}
}
