#include "quote_relative.h"

bool
quote_opens_relative(const struct para *p, size_t i)
{
	return unit_is(p, i, KEY(WHO)) || (unit_has(p, i, POS_THAT) && unit_has(p, i - 1, POS_NOUN | POS_PERSON | POS_SOURCE) &&
	    unit_has(p, i + 1, POS_FINITE | POS_AUX));
}

bool
quote_opens_subject(const struct para *p, size_t a, size_t i, uint32_t openers)
{
	return i == a || p->unit[i - 1].kind != UNIT_WORD || unit_has(p, i - 1, openers | POS_THAT);
}

/* Is unit k a finite verb and no more: not "leaks", "called for" or what goes on with the verb before it? */
static bool
is_verb(const struct para *p, size_t k)
{
	if (unit_has(p, k, POS_BASE) && unit_has(p, k - 1, POS_SUBJECT) && !unit_has(p, k - 1, POS_DET))
		return true;
	if (!unit_has(p, k, POS_FINITE | POS_AUX) || unit_has(p, k, POS_CLITIC | POS_NOMINAL))
		return false;
	if (unit_has(p, k - 1, POS_AUX | POS_NOT) || unit_is(p, k - 1, KEY(TO)))
		return false;
	/* "told by", but "turned out to" */
	return !unit_has(p, k, POS_PAST) || !unit_within(p, k + 1, p->n, POS_PREP | POS_TIME) || (k + 2 < p->n && unit_is(p, k + 2, KEY(TO)));
}

/* The next verb from unit k on, up to a pause, that neither depends on a word before it nor, if it is the second, has a pronoun for
 * its subject: "said she was"; p->n if there is none. */
static size_t
next_verb(const struct para *p, size_t k, bool second)
{
	enum { REACH = 60 };
	size_t end = p->n - k < REACH ? p->n : k + REACH;
	bool depends = false;

	for (; k < end && (p->unit[k].kind == UNIT_WORD || p->unit[k].kind == UNIT_QUOTE) && !(second && unit_first(p, k)); k++) {
		if (unit_has(p, k, POS_SUBORD | POS_WH | POS_COORD) || unit_has(p, k, POS_THAT))
			depends = true;
		else if (is_verb(p, k)) {
			if (!depends && !(second && unit_has(p, k - 1, POS_SUBJECT) && !unit_has(p, k - 1, POS_DET)))
				return k;
			depends = false;
		}
	}
	return p->n;
}

/* "who reported the call recalled that", "who accused the mayor said he": does the cue at unit `verb` report, whose subject would be
 * what the cue before, which ends at unit `from`, takes for its object, and which says nothing? */
static bool
reports_itself(const struct para *p, size_t from, size_t verb, const struct cue *cue)
{
	size_t object = phrase_right(p, from, verb);

	if (object == from || !unit_cues(p, verb) || !(unit_within(p, verb + 1, p->n, POS_THAT) || phrase_opens_clause(p, verb + 1, p->n)))
		return false;
	return !(cue->frames & FRAME_THAT) || !unit_has(p, object - 1, POS_NAME | POS_PERSON | POS_SOURCE | POS_PRONOUN | POS_NUMBER);
}

/* The verb of the clause to whose subject belongs what a cue that ends at unit `from` reports, in a relative clause, or a noun (NULL);
 * p->n if it is not found. */
static size_t
main_verb(const struct para *p, size_t from, const struct cue *cue)
{
	size_t first;

	from += unit_within(p, from, p->n, POS_THAT);
	first = next_verb(p, from, false);
	return first == p->n || (cue != NULL && reports_itself(p, from, first, cue)) ? first : next_verb(p, first + 1, true);
}

size_t
quote_verb_behind(const struct para *p, size_t from)
{
	return main_verb(p, from, NULL);
}

size_t
quote_main_verb(const struct para *p, const struct use *use)
{
	size_t who = use->who_end - 1, head = phrase_left(p, use->a, who), verb;

	if (head == who || !unit_is(p, who, KEY(WHO)) || !quote_opens_subject(p, use->a, head, POS_COORD | POS_SUBORD))
		return use->b;
	verb = main_verb(p, use->end, use->cue);
	return verb < use->b ? verb : use->b;
}

/* Of the relative clause that begins at unit i, is the verb a cue, and does the verb at unit `at` belong to what it tells of? */
static bool
cue_within(const struct para *p, size_t i, size_t at)
{
	while (unit_within(p, i, at, POS_ADV | POS_AUX))
		i++;
	return i < at && unit_cues(p, i) && main_verb(p, i + 1, &p->q->cue[p->unit[i].sense]) == at;
}

size_t
quote_over_relative(const struct para *p, size_t a, size_t who, size_t at)
{
	enum { REACH = 12 };
	bool verb = false, object = unit_follows(p, a, who, POS_PREP) && !unit_has(p, who - 1, POS_SUBORD);
	size_t i, head;

	for (i = who; i > a + 1 && who - i < REACH && p->unit[i - 1].kind == UNIT_WORD && !quote_opens_relative(p, i - 1); i--) {
		verb |= unit_has(p, i - 1, POS_FINITE | POS_AUX) && (object || !unit_cues(p, i - 1));
		/* "who had helped and did not give his name" */
		if (unit_has(p, i - 1, POS_COORD) && unit_has(p, i, POS_FINITE | POS_AUX) && !unit_has(p, i, POS_NOMINAL))
			continue;
		if (unit_has(p, i - 1, POS_THAT) && unit_cues(p, i - 2)) /* "who said that he saw it told" */
			continue;
		if (unit_has(p, i - 1, POS_SUBORD | POS_WH | POS_COORD) || unit_has(p, i - 1, POS_THAT))
			return who;
	}
	if (i <= a + 1 || !quote_opens_relative(p, i - 1) || (!verb && !cue_within(p, i, at)))
		return who;
	head = phrase_left(p, a, i - 1);
	/* "Berg, the clerk who kept the books": an apposition */
	if (head > a + 1 && p->unit[head - 1].kind == UNIT_COMMA && unit_has(p, head - 2, POS_NAME))
		return who;
	return head < i - 1 && quote_opens_subject(p, a, head, POS_COORD | POS_SUBORD) ? head : who;
}
