/* Clauses among units: where one can begin, and where what is reported ends. */
#include "quote_parts.h"

enum { LONGEST = 60 }; /* units that are looked at for a verb */

/* "he’s leaving", "the dam’s not safe": is the clitic at unit k, before another word, a verb? */
static bool
clitic_verb(const struct para *p, size_t k, size_t b)
{
	if (!unit_has(p, k, POS_CLITIC) || k + 1 >= b)
		return false;
	return unit_has(p, k, POS_BE | POS_HAVE | POS_MODAL) || unit_has(p, k + 1, POS_ING | POS_PART | POS_NOT | POS_ADJ | POS_DET);
}

/* Is there a finite verb in [i, b)? */
bool
phrase_finite(const struct para *p, size_t i, size_t b)
{
	for (size_t k = i; k < b && k < i + LONGEST; k++) {
		if (unit_has(p, k, POS_FINITE | POS_AUX) || clitic_verb(p, k, b))
			return true;
		if (unit_has(p, k, POS_BASE) && unit_follows(p, i, k, POS_NOUN | POS_NAME | POS_SUBJECT | POS_PERSON | POS_ADV))
			return true;
		if (p->unit[k].kind == UNIT_QUOTE && unit_marked_is(p, k, MARKED_FINITE))
			return true;
	}
	return false;
}

/* "Berg, who was there, on Monday left": does a finite verb stand behind the next comma? */
static bool
behind_comma(const struct para *p, size_t i, size_t b)
{
	while (i < b && p->unit[i].kind != UNIT_COMMA)
		i++;
	if (i + 2 < b && unit_has(p, i + 1, POS_NUMBER) && p->unit[i + 2].kind == UNIT_COMMA) /* ", 28," */
		i += 2;
	return i < b && unit_within(p, phrase_adverbs(p, i + 1, b), b, POS_FINITE | POS_AUX);
}

/* Does a finite verb follow the subject that begins at i, before a comma can end the phrase? */
static bool
subject_and_verb(const struct para *p, size_t i, size_t b)
{
	static const uint32_t heads = POS_NOMINAL | POS_PRONOUN | POS_DET | POS_POSS | POS_NUMBER | POS_ING;
	size_t k = phrase_whole(p, i, b);
	bool depends = false;

	if (unit_is(p, i, KEY(THERE)) || unit_has(p, i, POS_ING))
		k = i + 1;
	/* "online" is no subject */
	if (k == i || (k == i + 1 && unit_has(p, i, POS_ADJ) && !unit_has(p, i, heads)))
		return false;
	for (size_t n = k; n < b && n < i + LONGEST; n++) {
		if (p->unit[n].kind == UNIT_COMMA && unit_within(p, n + 1, b, POS_WH | POS_DET | POS_NUMBER | POS_NAME) && n == k)
			return behind_comma(p, n + 1, b);
		if (p->unit[n].kind != UNIT_WORD && p->unit[n].kind != UNIT_QUOTE)
			return false;
		if (unit_has(p, n, POS_COORD) && unit_within(p, n + 1, b, POS_FINITE))
			return false;
		/* "a book that inspired a film", "talk that he is weak" have no verb of their own yet */
		if (unit_has(p, n, POS_THAT)) {
			depends = true;
			n += unit_within(p, n + 1, b, POS_FINITE) && n == k;
			continue;
		}
		/* "a minimum of order until help came": the verb is another clause's */
		if (unit_has(p, n, POS_SUBORD))
			return false;
		/* "rye bread over glass fears": a plural that ends the sentence */
		if (n > k + 1 && unit_has(p, n, POS_THIRD) && unit_has(p, n, POS_NOUN) && (n + 1 == b || p->unit[n + 1].kind == UNIT_STOP))
			return false;
		if (phrase_finite(p, n, n + 1) || (unit_has(p, n, POS_CLITIC) && n == k && phrase_finite(p, n, b))) {
			if (!depends)
				return true;
			depends = false;
		}
		if (unit_has(p, n, POS_BASE) && n == k && !(unit_has(p, i, POS_ING) && n == i + 1)) /* but "seeking comment" */
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
	if (phrase_quantity(p, i, b))
		return subject_and_verb(p, i, b);
	if (unit_is(p, i, KEY(ALTHOUGH)) || (unit_has(p, i, POS_PREP) && !unit_has(p, i, POS_DET | POS_NOMINAL | POS_POSS))) {
		size_t comma = i;

		while (unit_at(p, comma, b, UNIT_WORD))
			comma++;
		return comma + 1 < b && p->unit[comma].kind == UNIT_COMMA && subject_and_verb(p, comma + 1, b);
	}
	if (unit_has(p, i, POS_WH))
		return false;
	if (unit_has(p, i, POS_SUBJECT | POS_DET | POS_POSS | POS_NOMINAL | POS_ADJ | POS_NUMBER | POS_ING) || unit_is(p, i, KEY(THERE)))
		return subject_and_verb(p, i, b);
	/* "repair would take a year" */
	return unit_has(p, i, POS_BASE) && !unit_has(p, i, POS_AUX) && unit_within(p, i + 1, b, POS_MODAL | POS_BE);
}

/* The cue at unit k that may report beside another; NULL if it is none, or tells what is found. */
static const struct cue *
reporting(const struct para *p, size_t k)
{
	const struct cue *c = &p->q->cue[p->unit[k].sense];

	return unit_cues(p, k) && !(c->frames & FRAME_FINDER) ? c : NULL;
}

/* ", adding", "and called", ", and that ...": does the cue at unit k, behind a comma or what joins or both, report again
 * what the same speaker says? */
static bool
reports_again(const struct para *p, size_t k, size_t b, bool comma, bool joined)
{
	if (unit_has(p, k, comma ? POS_ING | POS_FINITE : POS_FINITE) && !unit_has(p, k, POS_NOMINAL))
		return true;
	if (comma && unit_has(p, k, POS_ING) && unit_at(p, k + 1, b, UNIT_COLON)) /* ", warning: “...”" */
		return true;
	if (!joined || k + 1 >= b || !(unit_has(p, k, POS_ING | POS_FINITE) || (comma && unit_has(p, k, POS_BASE))))
		return false;
	return unit_has(p, k + 1, POS_THAT) || p->unit[k + 1].kind == UNIT_QUOTE;
}

/* "he said", ", the court was told": do a subject and a cue of its own begin at unit k? */
static bool
other_reports(const struct para *p, size_t k, size_t b)
{
	size_t e = phrase_right(p, k, b);

	e += e < b && unit_is(p, e - 1, KEY(FORUM)) && unit_has(p, e, POS_BE);
	while (unit_within(p, e, b, POS_ADV | POS_HAVE))
		e++;
	if (e == k || e >= b || reporting(p, e) == NULL || unit_has(p, e, POS_NOMINAL))
		return false;
	return unit_has(p, e, unit_has(p, e - 1, POS_HAVE | POS_BE) ? POS_PART : POS_FINITE);
}

/* Does a second report begin at unit i: ", adding", "and called", ", but he said"? */
static bool
new_report(const struct para *p, size_t i, size_t b)
{
	enum { REACH = 5 };
	bool comma = p->unit[i].kind != UNIT_WORD, joined;
	size_t k = i + comma;
	const struct cue *cue;

	joined = k < b && (unit_has(p, k, POS_COORD) || unit_is(p, k, KEY(WHILE)));
	k += joined;
	if (!comma && !joined)
		return false;
	if (p->unit[i].kind == UNIT_COMMA && joined && unit_within(p, k, b, POS_HAVE | POS_BE | POS_DO) && !unit_has(p, k, POS_CLITIC))
		return true;
	/* "but declined to say why" */
	if (joined && unit_within(p, k, b, POS_FINITE) && unit_is(p, k, KEY(REFUSED)) && phrase_infinitive(p, k + 1, b) && unit_cues(p, k + 2))
		return true;
	while (k < i + REACH && unit_within(p, k, b, POS_ADV | POS_AUX))
		k++;
	if (!unit_at(p, k, b, UNIT_WORD))
		return false;
	cue = reporting(p, k);
	/* "she said she was late and thought of home": what one thinks is no new report */
	if (cue != NULL && slice_is(cue->stance, "believe"))
		return false;
	if (cue != NULL && reports_again(p, k, b, comma, joined))
		return true;
	if (comma && joined && unit_has(p, k, POS_FINITE) && !unit_has(p, k, POS_NOMINAL | POS_PART))
		return true;
	return other_reports(p, k, b);
}

/* Does a whole quotation begin behind the mark at unit k? */
static bool
new_quotation(const struct para *p, size_t k, size_t b)
{
	enum { SHORTEST = 3 };

	return unit_at(p, k + 1, b, UNIT_QUOTE) && unit_marked_whole(p, k + 1) && unit_marked(p, k + 1)->words >= SHORTEST;
}

bool
phrase_reporter(const struct para *p, size_t k, size_t b)
{
	if (k + 2 >= b)
		return false;
	if (unit_is(p, k + 1, KEY(THOUGH)))
		return true;
	if (unit_is(p, k + 1, KEY(ACCORDING)) && unit_is(p, k + 2, KEY(TO)))
		return true;
	if (unit_is(p, k + 1, KEY(AS)) && unit_has(p, k + 2, POS_AUX) && !unit_has(p, k + 2, POS_CLITIC))
		return true;
	/* ", a claim the minister called “heroic”" */
	if (unit_has(p, k + 1, POS_DET) && unit_cues(p, k + 2) && unit_has(p, k + 2, POS_NOUN))
		return unit_within(p, k + 3, b, POS_DET | POS_NAME | POS_SUBJECT | POS_POSS | POS_WH) && !unit_has(p, k + 3, POS_AUX | POS_FINITE);
	/* ", with Berg saying that ..." */
	if (unit_is(p, k + 1, KEY(WITH))) {
		size_t v = phrase_whole(p, k + 2, b);

		return v > k + 2 && unit_within(p, v, b, POS_ING) && unit_cues(p, v);
	}
	return unit_has(p, k + 1, POS_PREP) && unit_has(p, k + 2, POS_WH);
}

/* A comma, or a quotation that ends in one: “...,” */
bool
phrase_comma(const struct para *p, size_t k)
{
	return p->unit[k].kind == UNIT_COMMA || (p->unit[k].kind == UNIT_QUOTE && unit_marked_is(p, k, MARKED_COMMA));
}

/* "Moss and Hargrove had spoken": do names alone stand from i to "and" at unit k, and one behind it? */
static bool
joins_names(const struct para *p, size_t i, size_t k, size_t b)
{
	i += unit_within(p, i, k, POS_THAT);
	for (size_t n = i; n < k; n++)
		if (!unit_has(p, n, POS_NAME))
			return false;
	return k > i && unit_within(p, k + 1, b, POS_NAME);
}

/* "[Berg says vote was rigged,] offers no proof": does a verb with its object stand at unit k of a headline, and no plural as in
 * "[the dam leaks,] reports and photos prove"? */
static bool
next_deed(const struct para *p, size_t k, size_t b)
{
	return unit_within(p, k, b, POS_THIRD) && unit_within(p, k + 1, b, POS_DET | POS_POSS | POS_NOMINAL | POS_OBJECT) &&
	    !unit_has(p, k + 1, POS_FINITE | POS_AUX | POS_BASE);
}

/* "(40 % of voters say they want it), but ...": does the parenthesis in which the clause from i on stands close at unit k? */
static bool
closes(const struct para *p, size_t i, size_t k)
{
	char mark = p->text.at[p->unit[k].start];

	if (p->unit[k].kind != UNIT_OTHER || (mark != ')' && mark != ']'))
		return false;
	for (size_t n = k; n > i; n--)
		if (p->unit[n - 1].kind == UNIT_OTHER && p->text.at[p->unit[n - 1].start] == (mark == ')' ? '(' : '['))
			return false;
	return true;
}

/* Does what is reported end at unit k? */
static bool
ends_at(const struct para *p, size_t i, size_t k, size_t b, bool inner)
{
	const struct unit *u = &p->unit[k];
	bool comma = phrase_comma(p, k);

	if (u->kind == UNIT_SEMI)
		return k > i + 1;
	if (closes(p, i, k))
		return true;
	/* "he wants no “war,” in an interview with the Post", "it is “safe” as he faces the vote" */
	if (comma && k + 2 < b && unit_is(p, k + 1, KEY(IN)) && quote_occasion(p, k + 1, b) && phrase_finite(p, i, k + 1))
		return true;
	if (u->kind == UNIT_QUOTE && k > i && k + 3 < b && unit_is(p, k + 1, KEY(AS)) && unit_has(p, k + 2, POS_SUBJECT) &&
	    unit_has(p, k + 3, POS_FINITE | POS_AUX))
		return true;
	if (p->headline && u->kind == UNIT_COMMA && next_deed(p, k + 1, b) && (unit_cues(p, k + 1) || phrase_finite(p, i, k)))
		return true;
	if (((comma && !unit_has(p, i, POS_THAT)) || u->kind == UNIT_DASH || u->kind == UNIT_COLON) && new_quotation(p, k, b))
		return true;
	if ((comma || u->kind == UNIT_DASH) && inner && k + 1 < b &&
	    (unit_has(p, k + 1, POS_FINITE | POS_HAVE | POS_BE | POS_DO) || subject_and_verb(p, k + 1, b)))
		return true;
	/* "that Berg, who was there, left" goes on */
	if (comma && phrase_reporter(p, k, b) && (phrase_finite(p, i, k) || !behind_comma(p, k + 1, b)))
		return true;
	if (u->kind == UNIT_QUOTE && comma && k + 1 < b && (unit_has(p, k + 1, POS_ING | POS_SUBORD) ||
	    (unit_has(p, k + 1, POS_COORD) && phrase_opens_clause(p, k + 2, b))))
		return true;
	if (!(comma || u->kind == UNIT_DASH || ((u->is & POS_COORD) && !joins_names(p, i, k, b))) || k == i)
		return false;
	/* "a man, 34, told officers": its own verb */
	if (u->kind == UNIT_COMMA && unit_within(p, k + 1, b, POS_FINITE) && k > i + 2 && unit_has(p, k - 1, POS_NUMBER) &&
	    p->unit[k - 2].kind == UNIT_COMMA && !phrase_finite(p, i, k))
		return false;
	return new_report(p, k, b);
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
