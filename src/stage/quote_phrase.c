/* Phrases among units: noun phrases to the left and right of a place, adverbials, clauses and their ends. */
#include "quote_parts.h"

enum { LONGEST = 60 }; /* units that one phrase may have */

static bool
joins(const struct para *p, size_t i)
{
	return unit_has(p, i, POS_JOIN);
}

/* May unit i stand within a noun phrase, before the unit next? */
static bool
within(const struct para *p, size_t i, size_t next)
{
	const struct unit *u = &p->unit[i];

	if (u->kind == UNIT_QUOTE)
		return p->marked[u->mark].words <= 4 && !(p->marked[u->mark].flags & MARKED_ENDED);
	if (u->kind != UNIT_WORD)
		return false;
	if (u->is & POS_CLITIC)
		return true;
	if ((u->is & POS_TIME) && !(u->is & (POS_PERSON | POS_SOURCE)))
		return i + 1 < p->n && (unit_has(p, i + 1, POS_CLITIC) || (i > 0 && unit_has(p, i - 1, POS_DET) && unit_has(p, i + 1, POS_NOUN | POS_NUMBER)));
	/* "a heated argument" */
	if ((u->is & POS_PART) && !(u->is & POS_AUX) && i > 0 && unit_has(p, i - 1, POS_DET | POS_POSS) && i + 1 < p->n && unit_has(p, i + 1, POS_NOUN))
		return true;
	/* "police agent Berg", but not "in a statement Berg" */
	if (unit_has(p, next, POS_NAME) && !(u->is & (POS_NAME | POS_PERSON | POS_TITLE | POS_ADJ | POS_NUMBER)) && i > 0 &&
	    unit_has(p, i - 1, POS_DET | POS_POSS | POS_PREP | POS_FINITE | POS_AUX | POS_ING))
		return false;
	if ((u->is & POS_THIRD) && (u->is & POS_NOUN) && i + 1 < p->n)
		return p->unit[i + 1].kind != UNIT_QUOTE && (!unit_has(p, i + 1, POS_DET | POS_POSS | POS_PRONOUN | POS_THAT) || unit_is(p, i + 1, "such"));
	if (u->is & (POS_FINITE | POS_AUX | POS_PREP | POS_SUBORD | POS_WH | POS_COORD))
		return (u->is & (POS_NOMINAL | POS_ADJ)) && !(u->is & (POS_AUX | POS_PREP | POS_COORD | POS_WH)) &&
		    !(u->is & POS_FINITE);
	return u->is & (POS_NOMINAL | POS_ADJ | POS_PART | POS_ING);
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
		if (unit_has(p, i - 1, POS_WH))
			break;
		if (unit_has(p, i - 1, POS_DET | POS_POSS))
			return i - 1;
		if (!within(p, i - 1, i < end ? i : i - 1))
			break;
		i--;
		if (p->unit[i].flags & UNIT_FIRST)
			break;
	}
	/* a clitic or an adjective alone is no phrase */
	while (i < end && unit_has(p, i, POS_CLITIC))
		i++;
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
		bool sure = unit_is(p, i - 1, "of");
		size_t k;

		/* "die Sprecherin der Behörde": a genitive joins by itself */
		if (unit_has(p, i, POS_DET) && joins(p, i) && unit_has(p, i - 1, POS_NOMINAL) && (k = plain_left(p, a, i)) < i) {
			safe = i = k;
			continue;
		}
		if (!sure && !joins(p, i - 1) && !unit_is(p, i - 1, "and") && !unit_is(p, i - 1, "or"))
			break;
		k = plain_left(p, a, i - 1);
		if (k == i - 1 || (unit_has(p, k, POS_PRONOUN) && !unit_has(p, k, POS_NUMBER)))
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
	while (i < b && i - from < 4 && (unit_has(p, i, POS_NUMBER) || (unit_has(p, i, POS_DET | POS_POSS) && (i == from || unit_has(p, i - 1, POS_DET)))))
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

	if (i + 1 >= b || (!joins(p, i) && !unit_is(p, i, "and")))
		return i;
	k = phrase_right(p, i + 1, b);
	if (k == i + 1 || unit_has(p, i + 1, POS_TIME) ||
	    (unit_is(p, i, "in") && unit_has(p, k - 1, POS_SOURCE) && unit_has(p, i + 1, POS_DET)))
		return i;
	return k;
}

/* The same, with its prepositional phrases: "a spokesman for the company in Ohio". */
size_t
phrase_whole(const struct para *p, size_t i, size_t b)
{
	size_t end = phrase_right(p, i, b), next = end;

	while (end > i && end - i < LONGEST && (next = phrase_next(p, end, b)) > end)
		end = next;
	return end;
}

/* Where the adverbials that begin at i end: "Tuesday", "in a statement", "earlier this month". */
size_t
phrase_adverbs(const struct para *p, size_t i, size_t b)
{
	size_t from = i;

	while (i < b && i - from < LONGEST) {
		size_t k = i;

		if (unit_has(p, i, POS_THAT) || (unit_is(p, i, "to") && i + 1 < b && (p->unit[i + 1].kind != UNIT_WORD ||
		    unit_has(p, i + 1, POS_BASE | POS_BE | POS_HAVE | POS_DO))))
			break;
		if (unit_is(p, i, "there") || (unit_has(p, i, POS_TIME) && i + 1 < b && unit_has(p, i + 1, POS_CLITIC)))
			break;
		if (unit_has(p, i, POS_TIME) || (unit_has(p, i, POS_ADV) && !unit_has(p, i, POS_SUBJECT | POS_DET))) {
			i++;
			continue;
		}
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
		if (unit_is(p, i, "for") && i + 3 <= b && unit_is(p, i + 1, "the") && unit_has(p, i + 2, POS_ADV) && i + 3 < b && unit_is(p, i + 3, "time")) {
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

/* Is there a finite verb in [i, b)? */
bool
phrase_finite(const struct para *p, size_t i, size_t b)
{
	for (size_t k = i; k < b && k < i + LONGEST; k++) {
		if (unit_has(p, k, POS_FINITE | POS_AUX))
			return true;
		if (unit_has(p, k, POS_CLITIC) && k + 1 < b && (unit_has(p, k, POS_BE | POS_HAVE | POS_MODAL) || unit_has(p, k + 1, POS_ING | POS_PART | POS_NOT | POS_ADJ | POS_DET)))
			return true;
		if (unit_has(p, k, POS_BASE) && k > i && unit_has(p, k - 1, POS_NOUN | POS_NAME | POS_SUBJECT | POS_PERSON | POS_ADV))
			return true;
		if (p->unit[k].kind == UNIT_QUOTE && (p->marked[p->unit[k].mark].flags & MARKED_FINITE))
			return true;
	}
	return false;
}

/* "Berg, who was there, left": does a finite verb stand behind the next comma? */
static bool
behind_comma(const struct para *p, size_t i, size_t b)
{
	while (i < b && p->unit[i].kind != UNIT_COMMA)
		i++;
	while (i + 1 < b && unit_has(p, i + 1, POS_ADV))
		i++;
	return i + 1 < b && unit_has(p, i + 1, POS_FINITE | POS_AUX);
}

/* Does a finite verb follow the subject that begins at i, before a comma can end the phrase? */
static bool
subject_and_verb(const struct para *p, size_t i, size_t b)
{
	size_t k = phrase_whole(p, i, b);

	if (unit_is(p, i, "there") || unit_has(p, i, POS_ING))
		k = i + 1;
	if (k == i)
		return false;
	for (size_t n = k; n < b && n < i + LONGEST; n++) {
		if (p->unit[n].kind == UNIT_COMMA && n + 1 < b && unit_has(p, n + 1, POS_WH | POS_DET | POS_NUMBER) && n == k)
			return behind_comma(p, n + 1, b);
		if (p->unit[n].kind != UNIT_WORD && p->unit[n].kind != UNIT_QUOTE)
			return false;
		if (unit_has(p, n, POS_COORD) && n + 1 < b && unit_has(p, n + 1, POS_FINITE))
			return false;
		if (phrase_finite(p, n, n + 1) || (unit_has(p, n, POS_CLITIC) && n == k && phrase_finite(p, n, b)))
			return true;
		if (unit_has(p, n, POS_BASE) && n == k)
			return true;
	}
	return false;
}

/* Can a clause without "that" begin at i? */
bool
phrase_opens_clause(const struct para *p, size_t i, size_t b)
{
	if (i >= b || p->unit[i].kind != UNIT_WORD)
		return false;
	if (unit_is(p, i, "if") || unit_is(p, i, "while") || unit_is(p, i, "although") || unit_is(p, i, "because") ||
	    (unit_has(p, i, POS_PREP) && !unit_has(p, i, POS_DET | POS_NOMINAL | POS_POSS))) {
		size_t comma = i;

		while (comma < b && p->unit[comma].kind == UNIT_WORD)
			comma++;
		return comma + 1 < b && p->unit[comma].kind == UNIT_COMMA && subject_and_verb(p, comma + 1, b);
	}
	if (unit_has(p, i, POS_WH))
		return false;
	if (unit_has(p, i, POS_SUBJECT | POS_DET | POS_POSS | POS_NOMINAL | POS_ADJ | POS_NUMBER | POS_ING) ||
	    unit_is(p, i, "there") || unit_is(p, i, "no"))
		return subject_and_verb(p, i, b);
	return false;
}

/* Does a second report of the same speaker begin at unit i: ", adding", "and called", ", but he said"? */
static bool
new_report(const struct para *p, size_t i, size_t b)
{
	size_t k = i;
	bool comma = p->unit[i].kind != UNIT_WORD, joined;

	if (comma)
		k++;
	joined = k < b && (unit_has(p, k, POS_COORD) || unit_is(p, k, "while"));
	k += joined;
	if (!comma && !joined)
		return false;
	if (comma && joined && k < b && unit_has(p, k, POS_HAVE | POS_BE | POS_DO) && !unit_has(p, k, POS_CLITIC))
		return true;
	while (k < b && unit_has(p, k, POS_ADV | POS_AUX) && k < i + 5)
		k++;
	if (k >= b || p->unit[k].kind != UNIT_WORD)
		return false;
	/* "she said she was late and thought of home": what one thinks is no new report */
	if (p->unit[k].sense != 0 && slice_is(p->q->cue[p->unit[k].sense].stance, "believe"))
		return false;
	if (p->unit[k].sense != 0 && (p->unit[k].is & (comma ? POS_ING | POS_FINITE : POS_FINITE)) && !(p->unit[k].is & POS_NOMINAL))
		return true;
	if (joined && p->unit[k].sense != 0 && unit_has(p, k, POS_ING) && k + 1 < b && (unit_has(p, k + 1, POS_THAT) || p->unit[k + 1].kind == UNIT_QUOTE))
		return true;
	if (comma && joined && unit_has(p, k, POS_FINITE) && !unit_has(p, k, POS_NOMINAL | POS_PART))
		return true;
	if (comma || joined) {
		size_t e = phrase_right(p, k, b);

		while (e < b && unit_has(p, e, POS_ADV | POS_HAVE))
			e++;
		return e > k && e < b && p->unit[e].sense != 0 && unit_has(p, e, unit_has(p, e - 1, POS_HAVE) ? POS_PART : POS_FINITE) && !unit_has(p, e, POS_NOMINAL);
	}
	return false;
}

/* Does a whole quotation begin behind the mark at unit k? */
static bool
new_quotation(const struct para *p, size_t k, size_t b)
{
	const struct marked *m;

	if (k + 1 >= b || p->unit[k + 1].kind != UNIT_QUOTE)
		return false;
	m = &p->marked[p->unit[k + 1].mark];
	return (m->flags & MARKED_CAPITAL) && (m->flags & MARKED_ENDED) && m->words >= 3;
}

/* Does the reporter go on behind the comma at unit k: ", though ...", ", to which ..."? */
static bool
reporter_goes_on(const struct para *p, size_t k, size_t b)
{
	if (k + 2 >= b)
		return false;
	if (unit_is(p, k + 1, "though") || unit_is(p, k + 1, "while") || unit_is(p, k + 1, "who") || unit_is(p, k + 1, "even") || unit_is(p, k + 1, "although") || unit_is(p, k + 1, "compared"))
		return true;
	if (unit_is(p, k + 1, "according") && unit_is(p, k + 2, "to"))
		return true;
	if (unit_is(p, k + 1, "as") && unit_has(p, k + 2, POS_AUX) && !unit_has(p, k + 2, POS_CLITIC))
		return true;
	return unit_has(p, k + 1, POS_PREP) && unit_is(p, k + 2, "which");
}

/* A comma, or a quotation that ends in one: “...,” */
bool
phrase_comma(const struct para *p, size_t k)
{
	return p->unit[k].kind == UNIT_COMMA ||
	    (p->unit[k].kind == UNIT_QUOTE && (p->marked[p->unit[k].mark].flags & MARKED_COMMA));
}

/* Does what is reported end at unit k? */
static bool
ends_at(const struct para *p, size_t i, size_t k, size_t b, bool inner)
{
	const struct unit *u = &p->unit[k];
	bool comma = phrase_comma(p, k);

	if (u->kind == UNIT_SEMI)
		return k > i + 2;
	if (((comma && !unit_has(p, i, POS_THAT)) || u->kind == UNIT_DASH || u->kind == UNIT_COLON) && new_quotation(p, k, b))
		return true;
	if (comma && inner && k + 1 < b && (unit_has(p, k + 1, POS_FINITE | POS_HAVE | POS_BE | POS_DO) || subject_and_verb(p, k + 1, b)))
		return true;
	if (comma && reporter_goes_on(p, k, b))
		return true;
	if (u->kind == UNIT_QUOTE && comma && k + 1 < b && (unit_has(p, k + 1, POS_ING | POS_SUBORD) ||
	    (unit_has(p, k + 1, POS_COORD) && phrase_opens_clause(p, k + 2, b))))
		return true;
	return (comma || u->kind == UNIT_DASH || (u->is & POS_COORD)) && k > i && new_report(p, k, b);
}

/* The end of the clause reported from i on; inner: it stands in a clause that another follows. */
size_t
phrase_clause_end(const struct para *p, size_t i, size_t b, bool inner)
{
	for (size_t k = i; k < b; k++)
		if (ends_at(p, i, k, b, inner))
			return k + (p->unit[k].kind == UNIT_QUOTE);
	while (b > i && (p->unit[b - 1].kind == UNIT_STOP || p->unit[b - 1].kind == UNIT_OTHER))
		b--;
	return b;
}
