/* The base form of a verb that may be a cue: whether the subject is one that takes it. */
#include "quote_parts.h"

/* Is unit i a subject that takes the bare form of a verb: "they", "critics", "who"? */
static bool
plural(const struct para *p, size_t i)
{
	const struct unit *u = &p->unit[i];

	if (u->kind == UNIT_COMMA)
		return true;
	if (u->kind != UNIT_WORD || unit_is(p, i, KEY(HE)))
		return false;
	if (u->is & (POS_SUBJECT | POS_WH | POS_NUMBER))
		return true;
	if (unit_is(p, i, KEY(PEOPLE)))
		return true;
	if ((u->flags & UNIT_UPPER) && u->end - u->start > 2 && p->text.at[u->end - 1] <= 'Z') /* "RCMP say" */
		return true;
	return (u->is & (POS_NOUN | POS_PERSON | POS_NAME)) && u->end - u->start > 3 && unit_plural(p, i);
}

/* "people close to Berg say", "critics of Mr. Lund say": is the head of the phrase before unit end a plural? */
static bool
plural_head(const struct para *p, size_t a, size_t end)
{
	enum { REACH = 12 };

	for (size_t i = end; i > a && end - i < REACH; i--) {
		if (p->unit[i - 1].kind != UNIT_WORD || unit_has(p, i - 1, POS_AUX | POS_SUBORD))
			return false;
		if (unit_has(p, i - 1, POS_FINITE) && !unit_has(p, i - 1, POS_NOMINAL))
			return false;
		if (unit_within(p, i, end, POS_PREP | POS_ADJ | POS_ING) && unit_has(p, i - 1, POS_NOUN | POS_PERSON) && plural(p, i - 1))
			return true;
	}
	return false;
}

bool
quote_bare(const struct para *p, const struct use *use, bool helped)
{
	size_t head;

	if (helped || use->infinitive || use->modal)
		return true;
	if (unit_follows(p, use->a + 1, use->start, POS_COORD) && p->unit[use->start - 2].kind == UNIT_COMMA &&
	    unit_within(p, use->end, use->b, POS_THAT))
		return true;
	/* "The dam had burst, state television reported" */
	if (use->start > use->a && p->unit[use->start - 1].kind == UNIT_COMMA && unit_has(p, use->verb, POS_NOUN) &&
	    unit_within(p, use->end, use->b, POS_NOUN))
		return false;
	/* "deny the claims and say they were calm" */
	if (unit_follows(p, use->a, use->start, POS_COORD) && !unit_has(p, use->verb, POS_NOUN | POS_NAME) &&
	    phrase_opens_clause(p, use->end, use->b))
		return true;
	/* "the club say" */
	if (unit_follows(p, use->a, use->start, POS_SOURCE) && !unit_cues(p, use->start - 1) && !unit_has(p, use->verb, POS_NOUN | POS_NAME))
		return true;
	if (use->start == use->a)
		return false;
	head = quote_head_told(p, use->a, use->start);
	return plural(p, use->start - 1) || plural_head(p, use->a, use->start) || (head > 0 && plural(p, head - 1));
}
