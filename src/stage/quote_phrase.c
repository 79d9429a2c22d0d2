/* Phrases among units: noun phrases to the left and right of a place, and adverbials. */
#include "quote_parts.h"

enum { LONGEST = 60 }; /* units that one phrase may have */

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

/* May unit i stand within a noun phrase, before the unit next? */
static bool
within(const struct para *p, size_t i, size_t next)
{
	const struct unit *u = &p->unit[i];

	if (u->kind == UNIT_QUOTE)
		return p->marked[u->mark].words <= 4 && !(p->marked[u->mark].flags & (MARKED_ENDED | MARKED_PREDICATE));
	if (u->kind != UNIT_WORD)
		return false;
	if ((u->is & POS_CLITIC) || ((u->is & POS_BASE) && i + 1 < p->n && unit_is(p, i + 1, KEY(TANK)))) /* "think tank" */
		return true;
	if ((u->is & POS_TIME) && i > 0 && (p->unit[i - 1].is & POS_NUMBER) && !(u->flags & UNIT_CAPITAL)) /* "six hours" */
		return true;
	if ((u->is & POS_TIME) && !(u->is & (POS_PERSON | POS_SOURCE)))
		return i + 1 < p->n && (unit_has(p, i + 1, POS_CLITIC) || (i > 0 && unit_has(p, i - 1, POS_DET | POS_CLITIC) && unit_has(p, i + 1, POS_NOUN | POS_NUMBER)) ||
		    (i > 0 && unit_has(p, i - 1, POS_DET) && !unit_is(p, i - 1, KEY(THIS)) && unit_has(p, i + 1, POS_NAME))); /* "the Sunday Ledger" */
	/* "a heated argument" */
	if ((u->is & POS_PART) && !(u->is & POS_AUX) && i > 0 && unit_has(p, i - 1, POS_DET | POS_POSS) && i + 1 < p->n && unit_has(p, i + 1, POS_NOUN))
		return true;
	/* "United Nations monitors" */
	if ((u->flags & UNIT_FIRST) && (u->is & POS_PART) && (u->is & POS_ADJ) && next > i && unit_has(p, next, POS_NAME))
		return true;
	/* "the nearly 60-year-old man" */
	if ((u->is & POS_ADV) && i > 0 && unit_has(p, i - 1, POS_DET | POS_POSS) && i + 1 < p->n && unit_has(p, i + 1, POS_ADJ | POS_NUMBER))
		return true;
	/* "police agent Berg", "The opposition Forum", but not "in a statement Berg" */
	if (unit_has(p, next, POS_NAME) && !(i > 0 && unit_has(p, i - 1, POS_DET) && u->sense == 0 && !(i > 1 && phrase_comma(p, i - 2)) && at_boundary(p, 0, i - 1)) && !(u->is & (POS_NAME | POS_PERSON | POS_TITLE | POS_ADJ | POS_NUMBER)) && i > 0 &&
	    unit_has(p, i - 1, POS_DET | POS_POSS | POS_PREP | POS_FINITE | POS_AUX | POS_ING))
		return false;
	/* "denied claims that" */
	if ((u->is & POS_THIRD) && (u->is & POS_NOUN) && i > 0 && unit_has(p, i - 1, POS_FINITE | POS_PART) && !unit_has(p, i - 1, POS_NOMINAL | POS_ADJ | POS_ADV | POS_AUX) && u->sense != 0 && p->unit[i - 1].sense != 0)
		return true;
	if ((u->is & POS_THIRD) && (u->is & POS_NOUN) && i + 1 < p->n)
		return p->unit[i + 1].kind != UNIT_QUOTE && (!unit_has(p, i + 1, POS_DET | POS_POSS | POS_PRONOUN | POS_THAT) || unit_is(p, i + 1, KEY(SUCH)));
	if (u->is & (POS_FINITE | POS_AUX | POS_PREP | POS_SUBORD | POS_WH | POS_COORD))
		return (u->is & (POS_NOMINAL | POS_ADJ)) && !(u->is & (POS_AUX | POS_PREP | POS_COORD | POS_WH)) &&
		    !(u->is & POS_FINITE);
	return u->is & (POS_NOMINAL | POS_ADJ | POS_PART | POS_ING);
}

/* "at least 40", "as many as 40 people": the number to which the words at i lead; i if they lead to none, or to a time. */
static size_t
quantity(const struct para *p, size_t i, size_t b)
{
	enum { LONGEST_QUANTITY = 4 };
	size_t k = i;

	while (k < b && k - i < LONGEST_QUANTITY && unit_is(p, k, KEY(QUANTITY)))
		k++;
	if (k == i || k + 1 >= b || unit_is(p, i, KEY(TO) | KEY(THAN)) || (k == i + 1 && unit_is(p, i, KEY(AT))) || !unit_has(p, k, POS_NUMBER) || unit_has(p, k + 1, POS_TIME))
		return i;
	return k;
}

bool
phrase_quantity(const struct para *p, size_t i, size_t b)
{
	return quantity(p, i, b) > i;
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
		if (p->unit[i].flags & UNIT_FIRST)
			break;
	}
	/* "at least 40 people", where a clause begins */
	for (size_t k = i; i > a && unit_has(p, i, POS_NUMBER) && k > a && unit_is(p, k - 1, KEY(QUANTITY)); k--)
		if (at_boundary(p, a, k - 1))
			i = k - 1;
	/* a clitic or an adjective alone is no phrase */
	while (i < end && unit_has(p, i, POS_CLITIC))
		i++;
	/* "Moody's said" */
	if (end > i + 1 && unit_has(p, end - 1, POS_CLITIC) && unit_has(p, end - 2, POS_NAME))
		return i;
	return i < end && unit_has(p, end - 1, POS_NOMINAL | POS_ADJ) ? i : end;
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
		if (!sure && !joins(p, i - 1) && !unit_is(p, i - 1, KEY(AND) | KEY(OR)) &&
		    !(unit_has(p, i - 1, POS_PREP) && !unit_has(p, i - 1, POS_SUBORD) && (!unit_has(p, i, POS_SUBJECT) || unit_has(p, i, POS_DET))))
			break;
		k = plain_left(p, a, i - 1);
		/* "both Berg and Lund", "she and Berg" */
		if (k == i - 1 || (unit_has(p, k, POS_PRONOUN) && !unit_has(p, k, POS_NUMBER) && !unit_is(p, k, KEY(BOTH) | KEY(NOBODY) | KEY(PEOPLE)) &&
		    !(unit_has(p, k, POS_SUBJECT) && unit_is(p, i - 1, KEY(AND)) && at_boundary(p, a, k))))
			break;
		i = k;
		if (sure || at_boundary(p, a, i))
			safe = i;
	}
	return safe;
}

/* The end of the noun phrase that begins at i, without what follows its head; i if there is none. */
size_t
phrase_right(const struct para *p, size_t i, size_t b)
{
	size_t from = i;

	if (i < b && unit_has(p, i, POS_PRONOUN) && !unit_has(p, i, POS_DET | POS_NOMINAL | POS_POSS))
		return i + 1;
	i = quantity(p, i, b);
	while (i < b && i - from < 8 && (unit_has(p, i, POS_NUMBER) || (unit_has(p, i, POS_DET | POS_POSS) && (i == from || unit_has(p, i - 1, POS_DET)))))
		i++;
	while (i < b && i - from < LONGEST) {
		const struct unit *u = &p->unit[i];

		if (u->kind == UNIT_WORD && i > from && (u->is & (POS_DET | POS_PRONOUN)) && !(u->is & POS_CLITIC))
			break;
		if (!within(p, i, i))
			break;
		if (i > from && (u->is & (POS_BASE | POS_PART | POS_ING)) && !(u->is & (POS_NOMINAL | POS_ADJ)))
			break;
		if (i > from && unit_has(p, i - 1, POS_NAME) && !(u->is & (POS_NAME | POS_CLITIC)) && (u->is & POS_FINITE))
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

/* "to go", "not to go", "to “take our fight” on" */
bool
phrase_infinitive(const struct para *p, size_t r, size_t b)
{
	if (r < b && unit_has(p, r, POS_NOT))
		r++;
	if (r + 1 >= b || !unit_is(p, r, KEY(TO)))
		return false;
	if (unit_has(p, r + 1, POS_ADV) && r + 2 < b)
		r++;
	if (unit_has(p, r + 1, POS_BASE | POS_BE | POS_HAVE | POS_DO) || p->unit[r + 1].kind == UNIT_QUOTE)
		return true;
	/* "to veto it": a word that is in the list as a noun, or in none */
	return unit_has(p, r + 1, POS_NOUN) && !(p->unit[r + 1].flags & UNIT_CAPITAL) && !unit_has(p, r + 1, POS_PERSON | POS_ADJ | POS_TIME) &&
	    p->text.at[p->unit[r + 1].end - 1] != 's' && r + 2 < b && (unit_has(p, r + 2, POS_PREP | POS_PRONOUN | POS_DET | POS_POSS | POS_NAME));
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
	k += k + 1 < b && unit_has(p, k + 1, POS_NUMBER) ? 2 : 1;
	return k < b && unit_has(p, k, POS_NOUN) && !unit_has(p, k, POS_TIME);
}

/* Where the adverbials that begin at i end: "Tuesday", "in a statement", "earlier this month". */
size_t
phrase_adverbs(const struct para *p, size_t i, size_t b)
{
	size_t from = i;

	while (i < b && i - from < LONGEST) {
		size_t k = i;

		if (unit_has(p, i, POS_THAT) || phrase_infinitive(p, i, b) || phrase_quantity(p, i, b))
			break;
		if (unit_is(p, i, KEY(THERE)) || (unit_has(p, i, POS_TIME) && i + 1 < b && unit_has(p, i + 1, POS_CLITIC)))
			break;
		/* "more cuts were likely" */
		if (unit_is(p, i, KEY(QUANTITY)) && i + 1 < b && unit_has(p, i + 1, POS_NOUN) && !unit_has(p, i, POS_PREP))
			break;
		if (unit_has(p, i, POS_TIME) || (unit_has(p, i, POS_ADV) && !unit_has(p, i, POS_SUBJECT | POS_DET))) {
			i = after_date(p, i, b);
			continue;
		}
		if (unit_has(p, i, POS_DET) && dated_noun(p, i, b))
			break;
		if (unit_has(p, i, POS_DET) && i + 1 < b && unit_has(p, i + 1, POS_TIME)) {
			i += 2;
			continue;
		}
		if (unit_has(p, i, POS_DET | POS_ADJ) && i + 2 < b && unit_has(p, i + 2, POS_TIME) && unit_has(p, i + 1, POS_ADJ | POS_NUMBER | POS_DET)) {
			i += 3;
			continue;
		}
		if (!unit_has(p, i, POS_PREP) || unit_has(p, i, POS_SUBORD))
			break;
		while (k < b && unit_has(p, k, POS_PREP | POS_ING | POS_ADV) && k - i < 4)
			k++;
		if (k > i && k < b && unit_has(p, k, POS_TIME)) {
			i = k;
			continue;
		}
		if (unit_is(p, i, KEY(FOR)) && i + 3 < b && unit_has(p, i + 1, POS_DET) && unit_has(p, i + 2, POS_ADV) && unit_is(p, i + 3, KEY(ONCE))) {
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

	if (i < b && p->unit[i].kind == UNIT_DASH) { /* "said – and Lund agreed – that" */
		while (k < b && k - i < LONGEST_INSERT && (p->unit[k].kind == UNIT_WORD || p->unit[k].kind == UNIT_COMMA))
			k++;
		return k + 1 < b && k > i + 1 && p->unit[k].kind == UNIT_DASH && unit_has(p, k + 1, POS_THAT) ? k + 1 : i;
	}
	if (i >= b || p->unit[i].kind != UNIT_COMMA)
		return i;
	if (k < b && unit_has(p, k, POS_THAT))
		return k;
	while (k < b && k - i < LONGEST_INSERT && p->unit[k].kind == UNIT_WORD && !unit_has(p, k, POS_FINITE | POS_MODAL))
		k++;
	if (k + 1 < b && k > i + 1 && p->unit[k].kind == UNIT_COMMA && (unit_has(p, k + 1, POS_THAT) || p->unit[k + 1].kind == UNIT_QUOTE))
		return k + 1;
	return i;
}

bool
phrase_programme(const struct para *p, size_t from, size_t i)
{
	return i > from && unit_marked(p, i)->words <= 5 && (unit_marked(p, i)->flags & MARKED_CAPITAL) && unit_has(p, i - 1, POS_CLITIC) && !unit_has(p, i - 1, POS_AUX);
}

bool
phrase_title(const struct para *p, const struct marked *m)
{
	if (m->words < 2)
		return false;
	for (size_t i = m->token; i < m->token_end; i++) {
		const struct token *t = &p->token[i];

		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && t->end - t->start > 3)
			return false;
	}
	return true;
}

bool
phrase_work(const struct para *p, size_t i)
{
	return i > 1 && p->unit[i - 1].kind == UNIT_COMMA && p->unit[i - 2].sense == 0 && unit_has(p, i - 2, POS_NOUN) && !unit_has(p, i - 2, POS_PERSON | POS_NAME | POS_TIME) && phrase_title(p, unit_marked(p, i));
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
