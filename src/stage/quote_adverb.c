/* What stands between a verb and what is said: adverbials, infinitives, and what two commas enclose. */
#include "quote_parts.h"

/* "to go", "not to go", "to “take our fight” on" */
bool
phrase_infinitive(const struct para *p, size_t i, size_t b)
{
	size_t verb;

	i += unit_within(p, i, b, POS_NOT);
	if (i + 1 >= b || !unit_is(p, i, KEY(TO)))
		return false;
	verb = i + 1;
	verb += unit_has(p, verb, POS_ADV) && verb + 1 < b;
	if (unit_has(p, verb, POS_BASE | POS_BE | POS_HAVE | POS_DO) || p->unit[verb].kind == UNIT_QUOTE)
		return true;
	/* "to veto it": a word that is in the list as a noun, or in none */
	if (!unit_has(p, verb, POS_NOUN) || unit_has(p, verb, POS_PERSON | POS_ADJ | POS_TIME))
		return false;
	if ((p->unit[verb].flags & UNIT_CAPITAL) || unit_plural(p, verb))
		return false;
	return unit_within(p, verb + 1, b, POS_PREP | POS_PRONOUN | POS_DET | POS_POSS | POS_NAME);
}

/* "Nov. 18": the end of a time at i, with the number that is its day. */
static size_t
after_date(const struct para *p, size_t i, size_t b)
{
	bool day = i + 1 < b && unit_has(p, i, POS_TIME) && (p->unit[i].flags & UNIT_CAPITAL) && unit_has(p, i + 1, POS_NUMBER);

	return day && !(i + 2 < b && unit_has(p, i + 2, POS_NOUN)) ? i + 2 : i + 1;
}

/* "the March 3 vote", "the Monday meeting": a time that tells which, behind the determiner at i. */
static bool
dated_noun(const struct para *p, size_t i, size_t b)
{
	size_t k = i + 1;

	if (k >= b || !unit_has(p, k, POS_TIME) || !(p->unit[k].flags & UNIT_CAPITAL))
		return false;
	k += unit_within(p, k + 1, b, POS_NUMBER) ? 2 : 1;
	return unit_within(p, k, b, POS_NOUN) && !unit_has(p, k, POS_TIME);
}

/* "for the first time": do these four words begin at unit i? */
static bool
first_time(const struct para *p, size_t i, size_t b)
{
	return i + 3 < b && unit_is(p, i, KEY(FOR)) && unit_has(p, i + 1, POS_DET) && unit_has(p, i + 2, POS_ADV) && unit_is(p, i + 3, KEY(ONCE));
}

/* Where the adverbials that begin at i end: "Tuesday", "in a statement", "earlier this month". */
size_t
phrase_adverbs(const struct para *p, size_t i, size_t b)
{
	enum { LONGEST = 60 };
	size_t from = i;

	while (i < b && i - from < LONGEST) {
		size_t k = i;

		if (unit_has(p, i, POS_THAT) || phrase_infinitive(p, i, b) || phrase_quantity(p, i, b))
			break;
		if (unit_is(p, i, KEY(THERE)) || (unit_has(p, i, POS_TIME) && unit_within(p, i + 1, b, POS_CLITIC)))
			break;
		/* "more cuts were likely" */
		if (unit_is(p, i, KEY(QUANTITY)) && unit_within(p, i + 1, b, POS_NOUN) && !unit_has(p, i, POS_PREP))
			break;
		if (unit_has(p, i, POS_TIME) || (unit_has(p, i, POS_ADV) && !unit_has(p, i, POS_SUBJECT | POS_DET))) {
			i = after_date(p, i, b);
			continue;
		}
		if (unit_has(p, i, POS_DET) && dated_noun(p, i, b))
			break;
		if (unit_has(p, i, POS_DET) && unit_within(p, i + 1, b, POS_TIME)) {
			i += 2;
			continue;
		}
		if (unit_has(p, i, POS_DET | POS_ADJ) && unit_within(p, i + 2, b, POS_TIME) && unit_has(p, i + 1, POS_ADJ | POS_NUMBER | POS_DET)) {
			i += 3;
			continue;
		}
		if (!unit_has(p, i, POS_PREP) || unit_has(p, i, POS_SUBORD))
			break;
		while (unit_within(p, k, b, POS_PREP | POS_ING | POS_ADV) && !unit_has(p, k, POS_AUX) && k - i < 4)
			k++;
		if (k > i && unit_within(p, k, b, POS_TIME)) {
			i = k;
			continue;
		}
		if (first_time(p, i, b)) {
			i += 4;
			continue;
		}
		k = phrase_whole(p, k, b);
		if (k <= i + 1)
			break;
		i = k;
	}
	return i;
}

/* "said, however, that", "wrote on Monday, in capitals, “...”": where what two commas enclose ends, if it leads to a
 * clause or a quotation; else i. */
size_t
phrase_inserted(const struct para *p, size_t i, size_t b)
{
	enum { LONGEST_INSERT = 12 };
	size_t k = i + 1;

	if (unit_at(p, i, b, UNIT_DASH)) { /* "said – and Lund agreed – that" */
		while (k < b && k - i < LONGEST_INSERT && (p->unit[k].kind == UNIT_WORD || p->unit[k].kind == UNIT_COMMA))
			k++;
		return k + 1 < b && k > i + 1 && p->unit[k].kind == UNIT_DASH && unit_has(p, k + 1, POS_THAT) ? k + 1 : i;
	}
	if (i >= b || p->unit[i].kind != UNIT_COMMA)
		return i;
	if (unit_within(p, k, b, POS_THAT))
		return k;
	while (k < b && k - i < LONGEST_INSERT && p->unit[k].kind == UNIT_WORD && !unit_has(p, k, POS_FINITE | POS_MODAL))
		k++;
	if (k + 1 < b && k > i + 1 && p->unit[k].kind == UNIT_COMMA && (unit_has(p, k + 1, POS_THAT) || p->unit[k + 1].kind == UNIT_QUOTE))
		return k + 1;
	return i;
}
