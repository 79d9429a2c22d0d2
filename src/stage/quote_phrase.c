/* Noun phrases among units, to the left and to the right of a place. */
#include "quote_parts.h"

enum {
	LONGEST = 60,    /* units that one phrase may have */
	LONGEST_NAME = 4 /* words in marks that are part of one: the “best” dam */
};

static bool
joins(const struct para *p, size_t i)
{
	return unit_has(p, i, POS_JOIN);
}

/* Does a clause begin at i: is what stands before it no part of it? */
static bool
at_boundary(const struct para *p, size_t a, size_t i)
{
	const struct unit *u;

	if (i <= a)
		return true;
	u = &p->unit[i - 1];
	return u->kind != UNIT_WORD || (u->is & (POS_COORD | POS_SUBORD | POS_WH)) || unit_has(p, i - 1, POS_THAT);
}

/* "Monday’s vote", "this year’s", "the Sunday Ledger": does the time at unit i belong to a noun or name behind it? */
static bool
time_within(const struct para *p, size_t i)
{
	if (i + 1 >= p->n)
		return false;
	if (unit_has(p, i + 1, POS_CLITIC))
		return true;
	if (unit_follows(p, 0, i, POS_DET | POS_CLITIC) && unit_has(p, i + 1, POS_NOUN | POS_NUMBER))
		return true;
	return (p->unit[i].flags & UNIT_CAPITAL) && unit_follows(p, 0, i, POS_DET) && !unit_is(p, i - 1, KEY(THIS)) && unit_has(p, i + 1, POS_NAME);
}

/* "the head of the region Igor Pavlov": does the noun at unit i, before a name of two words, end the phrase of a person with
 * which a clause begins? */
static bool
ends_office(const struct para *p, size_t i)
{
	size_t k = i - 3;

	if (i < 3 || !unit_has(p, k, POS_PERSON | POS_TITLE) || !unit_is(p, k + 1, KEY(OF)) || !unit_has(p, k + 2, POS_DET))
		return false;
	if (!unit_within(p, i + 2, p->n, POS_NAME))
		return false;
	while (unit_follows(p, 0, k, POS_ADJ | POS_NOUN | POS_PERSON | POS_TITLE) && !unit_first(p, k))
		k--;
	k -= unit_follows(p, 0, k, POS_DET);
	return at_boundary(p, 0, k);
}

/* "In the final round Berg": does the common noun at unit i end a phrase with whose preposition a clause begins? */
static bool
ends_opening(const struct para *p, size_t at)
{
	size_t i = at;

	while (unit_follows(p, 0, i, POS_ADJ | POS_NUMBER) && !unit_has(p, i - 1, POS_DET) && !unit_first(p, i - 1))
		i--;
	return unit_follows(p, 1, i, POS_DET) && unit_has(p, i - 2, POS_PREP) && unit_first(p, i - 2) && !ends_office(p, at);
}

/* "in a statement Berg": does the common noun at unit i, before a name, belong to what stands before it?  Not in "police agent
 * Berg" or "The opposition Forum". */
static bool
is_apart(const struct para *p, size_t i)
{
	if (!unit_follows(p, 0, i, POS_DET | POS_POSS | POS_PREP | POS_FINITE | POS_AUX | POS_ING) || ends_office(p, i))
		return false;
	return !unit_has(p, i - 1, POS_DET) || unit_cues(p, i) || (i > 1 && phrase_comma(p, i - 2)) || !at_boundary(p, 0, i - 1);
}

/* Is the word at unit i, a plural or a verb, the plural? */
static bool
is_plural(const struct para *p, size_t i)
{
	/* "denied claims that" */
	if (unit_follows(p, 0, i, POS_FINITE | POS_PART) && !unit_has(p, i - 1, POS_NOMINAL | POS_ADJ | POS_ADV | POS_AUX) &&
	    unit_cues(p, i) && unit_cues(p, i - 1))
		return true;
	if (unit_follows(p, 1, i, POS_ING) && unit_has(p, i - 2, POS_POSS)) /* "her opening remarks" */
		return true;
	if (i + 1 >= p->n || p->unit[i + 1].kind == UNIT_QUOTE)
		return false;
	return !unit_has(p, i + 1, POS_DET | POS_POSS | POS_PRONOUN | POS_THAT | POS_NUMBER) || unit_is(p, i + 1, KEY(SUCH));
}

enum answer { NO, YES, UNTOLD };

/* The same of a clitic, a time, an adverb, or what may be a verb's form that is not finite, as far as that tells. */
static enum answer
oddly_within(const struct para *p, size_t i, size_t next)
{
	const struct unit *u = &p->unit[i];

	if ((u->is & POS_CLITIC) || ((u->is & POS_BASE) && i + 1 < p->n && unit_is(p, i + 1, KEY(TANK)))) /* "think tank" */
		return YES;
	/* "six hours", but not "In the 62nd minute Berg" */
	if (u->is & POS_TIME && unit_follows(p, 0, i, POS_NUMBER) && !(u->flags & UNIT_CAPITAL))
		return unit_has(p, next, POS_NAME) && next > i ? NO : YES;
	if ((u->is & POS_TIME) && !(u->is & (POS_PERSON | POS_SOURCE)))
		return time_within(p, i) ? YES : NO;
	/* "a heated argument", "two leaked memos" */
	if ((u->is & POS_PART) && !(u->is & POS_AUX) && unit_follows(p, 0, i, POS_DET | POS_POSS | POS_NUMBER) &&
	    unit_within(p, i + 1, p->n, POS_NOUN))
		return YES;
	/* "United Nations monitors", "Leaked memos" */
	if ((u->flags & UNIT_FIRST) && (u->is & (POS_PART | POS_PAST)) && !(u->is & POS_AUX) && next > i &&
	    (unit_has(p, next, POS_NOUN | POS_PERSON | POS_SOURCE) || ((u->is & POS_ADJ) && unit_has(p, next, POS_NAME))))
		return YES;
	/* "the nearly 60-year-old man" */
	if ((u->is & POS_ADV) && unit_follows(p, 0, i, POS_DET | POS_POSS) && unit_within(p, i + 1, p->n, POS_ADJ | POS_NUMBER))
		return YES;
	return UNTOLD;
}

/* May unit i stand within a noun phrase, before the unit next? */
static bool
within(const struct para *p, size_t i, size_t next)
{
	const struct unit *u = &p->unit[i];
	enum answer answer;

	if (u->kind == UNIT_QUOTE)
		return unit_marked(p, i)->words <= LONGEST_NAME && !unit_marked_is(p, i, MARKED_ENDED | MARKED_PREDICATE);
	if (u->kind != UNIT_WORD)
		return false;
	if ((u->is & (POS_CLITIC | POS_BASE | POS_TIME | POS_PART | POS_ADV)) && (answer = oddly_within(p, i, next)) != UNTOLD)
		return answer == YES;
	if (unit_has(p, next, POS_NAME) && !(u->is & (POS_NAME | POS_PERSON | POS_TITLE | POS_NUMBER)) &&
	    (u->is & POS_ADJ ? (u->is & POS_NOUN) && ends_opening(p, i) : is_apart(p, i) || ends_opening(p, i)))
		return false;
	if ((u->is & POS_THIRD) && (u->is & POS_NOUN))
		return is_plural(p, i);
	if (u->is & (POS_FINITE | POS_AUX | POS_PREP | POS_WH | POS_COORD))
		return false;
	return u->is & (u->is & POS_SUBORD ? POS_NOMINAL | POS_ADJ : POS_NOMINAL | POS_ADJ | POS_PART | POS_ING);
}

/* "at least 40", "as many as 40 people": the number to which the words at i lead; i if they lead to none, or to a time. */
static size_t
quantity(const struct para *p, size_t i, size_t b)
{
	enum { LONGEST_QUANTITY = 4 };
	size_t k = i;

	while (k < b && k - i < LONGEST_QUANTITY && unit_is(p, k, KEY(QUANTITY)))
		k++;
	if (k == i || unit_is(p, i, KEY(TO) | KEY(THAN)) || (k == i + 1 && unit_is(p, i, KEY(AT) | KEY(AS))))
		return i;
	return k + 1 < b && unit_has(p, k, POS_NUMBER) && !unit_has(p, k + 1, POS_TIME) ? k : i;
}

bool
phrase_quantity(const struct para *p, size_t i, size_t b)
{
	return quantity(p, i, b) > i;
}

/* "Will Berg said", "Sue Berg said": is the verb with which a sentence begins, before the names [i, end), a name as they are? */
static bool
opens_name(const struct para *p, size_t a, size_t i, size_t end)
{
	static const uint32_t other = POS_PREP | POS_SUBORD | POS_COORD | POS_DET | POS_POSS | POS_PRONOUN | POS_WH | POS_ADV | POS_ADJ |
	    POS_HAVE | POS_BE;

	if (i <= a || !unit_first(p, i - 1) || !unit_has(p, i - 1, POS_BASE | POS_MODAL | POS_PAST) || unit_has(p, i - 1, other))
		return false;
	for (size_t k = i; k < end; k++)
		if (p->unit[k].is != POS_NAME)
			return false;
	return i < end && unit_within(p, end, p->n, POS_FINITE) && !unit_has(p, end, POS_BASE | POS_NOUN) && !unit_cues(p, i - 1);
}

/* The start of the plain noun phrase that ends before end: "the unnamed harbour official", "Anna Berg". */
static size_t
plain_left(const struct para *p, size_t a, size_t end)
{
	size_t i = end;

	if (i <= a || p->unit[i - 1].kind != UNIT_WORD)
		return end;
	if (unit_has(p, i - 1, POS_PRONOUN) && !unit_has(p, i - 1, POS_NOMINAL))
		return i - 1;
	while (i > a && end - i < LONGEST) {
		if (unit_has(p, i - 1, POS_WH) || unit_is(p, i - 1, KEY(ACCORDING)))
			break;
		if (unit_has(p, i - 1, POS_DET | POS_POSS))
			return i - 1;
		if (!within(p, i - 1, i < end ? i : i - 1))
			break;
		i--;
		if (unit_first(p, i))
			break;
	}
	/* "He Yadong said": a pronoun is followed by no name */
	if (i > a && i < end && unit_has(p, i, POS_NAME) && unit_has(p, i - 1, POS_SUBJECT) && !unit_has(p, i - 1, POS_DET | POS_WH) &&
	    (p->unit[i - 1].flags & UNIT_CAPITAL) && at_boundary(p, a, i - 1))
		i--;
	if (opens_name(p, a, i, end))
		i--;
	/* "at least 40 people", where a clause begins */
	for (size_t k = i; i > a && unit_has(p, i, POS_NUMBER) && k > a && unit_is(p, k - 1, KEY(QUANTITY)); k--)
		if (at_boundary(p, a, k - 1) && !(k == i && unit_is(p, k - 1, KEY(AS)))) /* "as one of them put it" */
			i = k - 1;
	/* a clitic or an adjective alone is no phrase */
	while (unit_within(p, i, end, POS_CLITIC))
		i++;
	/* "Moody's said" */
	if (end > i + 1 && unit_has(p, end - 1, POS_CLITIC) && unit_has(p, end - 2, POS_NAME))
		return i;
	return i < end && unit_has(p, end - 1, POS_NOMINAL | POS_ADJ) ? i : end;
}

/* Does unit k, before "of", "and" or a preposition at unit join, begin no phrase that this could join to another? */
static bool
joins_nothing(const struct para *p, size_t a, size_t k, size_t join)
{
	if (k == join)
		return true;
	/* "both Berg and Lund" */
	if (!unit_has(p, k, POS_PRONOUN) || unit_has(p, k, POS_NUMBER) || unit_is(p, k, KEY(BOTH) | KEY(NOBODY) | KEY(PEOPLE)))
		return false;
	return !(unit_has(p, k, POS_SUBJECT) && unit_is(p, join, KEY(AND)) && at_boundary(p, a, k)); /* "she and Berg" */
}

/* Is unit i, before the phrase at i + 1, "and", "or" or a preposition, which may join it to what stands before? */
static bool
may_join(const struct para *p, size_t i)
{
	if (joins(p, i) || unit_is(p, i, KEY(AND) | KEY(OR) | KEY(NOR)))
		return true;
	return unit_has(p, i, POS_PREP) && !unit_has(p, i, POS_SUBORD) && (!unit_has(p, i + 1, POS_SUBJECT) || unit_has(p, i + 1, POS_DET));
}

/* "both the mayor and the police", "neither Berg nor Lund": does "both" or "neither" stand before the phrase [i, next), which
 * is joined to the one at next? */
static bool
pairs(const struct para *p, size_t a, size_t i, size_t next)
{
	if (i == a || next == 0)
		return false;
	if (unit_is(p, next - 1, KEY(AND)))
		return unit_is(p, i - 1, KEY(BOTH)) && unit_has(p, i - 1, POS_DET);
	return unit_is(p, next - 1, KEY(NOR) | KEY(OR)) && unit_is(p, i - 1, KEY(NOBODY));
}

/* The start of the noun phrase that ends before end, with what "of" and the like join to it; end if there is none.
 * Across other prepositions and "and" only when a clause begins there. */
size_t
phrase_left(const struct para *p, size_t a, size_t end)
{
	size_t i = plain_left(p, a, end), safe = i;

	if (i == end)
		return end;
	while (i > a && end - i < LONGEST) {
		bool sure = unit_is(p, i - 1, KEY(OF));
		size_t k;

		/* "die Sprecherin der Behörde": a genitive joins by itself */
		if (unit_has(p, i, POS_DET) && joins(p, i) && unit_has(p, i - 1, POS_NOMINAL) && (k = plain_left(p, a, i)) < i) {
			safe = i = k;
			continue;
		}
		if (!sure && !may_join(p, i - 1))
			break;
		k = plain_left(p, a, i - 1);
		if (joins_nothing(p, a, k, i - 1))
			break;
		i = k;
		if (!sure && pairs(p, a, i, safe))
			i--;
		if (sure || at_boundary(p, a, i))
			safe = i;
	}
	return safe;
}

/* The end of the noun phrase that begins at i, without what follows its head; i if there is none. */
size_t
phrase_right(const struct para *p, size_t i, size_t b)
{
	enum { LONGEST_START = 8 };
	size_t from = i;

	if (unit_within(p, i, b, POS_PRONOUN) && !unit_has(p, i, POS_DET | POS_NOMINAL | POS_POSS))
		return i + 1;
	i = quantity(p, i, b);
	while (i - from < LONGEST_START && (unit_within(p, i, b, POS_NUMBER) ||
	    (unit_within(p, i, b, POS_DET | POS_POSS) && (i == from || unit_has(p, i - 1, POS_DET)))))
		i++;
	while (i < b && i - from < LONGEST) {
		const struct unit *u = &p->unit[i];

		if (u->kind == UNIT_WORD && i > from && (u->is & (POS_DET | POS_PRONOUN)) && !(u->is & POS_CLITIC))
			break;
		if (!within(p, i, i))
			break;
		if (i > from && (u->is & (POS_BASE | POS_PART | POS_ING)) && !(u->is & (POS_NOMINAL | POS_ADJ)) &&
		    !((u->is & POS_ING) && unit_has(p, i - 1, POS_POSS))) /* "their thinking" */
			break;
		if (unit_follows(p, from, i, POS_NAME) && !(u->is & (POS_NAME | POS_CLITIC)) && (u->is & POS_FINITE))
			break;
		i++;
	}
	return i;
}

/* The end of what joins the noun phrase that ends at i: "for the company", "and its owner"; i if nothing does. */
size_t
phrase_next(const struct para *p, size_t i, size_t b)
{
	size_t k;

	if (i + 1 >= b || (!joins(p, i) && !unit_is(p, i, KEY(AND))))
		return i;
	/* "Anna Berg with a grin", "the clerk at the time": how and when, not who */
	if ((unit_follows(p, 0, i, POS_NAME) && unit_is(p, i, KEY(WITH))) || (unit_is(p, i, KEY(AT)) && unit_has(p, i + 1, POS_NUMBER)) ||
	    (unit_has(p, i + 1, POS_DET) && unit_within(p, i + 2, b, POS_TIME) && !unit_within(p, i + 3, b, POS_CLITIC | POS_NOMINAL)))
		return i;
	k = phrase_right(p, i + 1, b);
	if (k == i + 1 || unit_has(p, i + 1, POS_TIME) ||
	    (unit_is(p, i, KEY(IN)) && unit_has(p, k - 1, POS_SOURCE) && unit_has(p, i + 1, POS_DET)))
		return i;
	return k;
}

/* The same, with its prepositional phrases: "a spokesman for the company in Ohio". */
size_t
phrase_whole(const struct para *p, size_t i, size_t b)
{
	size_t end = phrase_right(p, i, b), next;

	while (end > i && end - i < LONGEST && (next = phrase_next(p, end, b)) > end)
		end = next;
	return end;
}

size_t
phrase_equated(const struct para *p, size_t i)
{
	if (i < 2 || !unit_has(p, i - 1, POS_BE))
		return p->n;
	i -= 2;
	i -= i > 0 && p->unit[i].kind == UNIT_COMMA;
	return p->unit[i].kind == UNIT_QUOTE ? i : p->n;
}
