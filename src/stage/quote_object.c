/* What a cue says of an object: "accused X of ...", "called X “...”", "denied the report". */
#include "quote_parts.h"

bool
quote_occasion(const struct para *p, size_t k, size_t b)
{
	size_t n = k + 1;

	if (!unit_has(p, k, POS_PREP))
		return false;
	if (unit_within(p, n, b, POS_TIME) && !unit_within(p, n + 1, b, POS_CLITIC))
		return true;
	if (!unit_is(p, k, KEY(DURING)))
		return false;
	while (n < b && n < k + 4 && unit_has(p, n, POS_DET | POS_POSS | POS_ADJ))
		n++;
	return n > k + 1 && unit_within(p, n, b, POS_SOURCE) && unit_cues(p, n);
}

/* "the choice of Berg, Lund and Dahl": does a list of names go on behind the comma at unit k? */
static bool
lists_names(const struct para *p, size_t k, size_t b)
{
	if (!unit_has(p, k - 1, POS_NAME) || !unit_within(p, k + 1, b, POS_NAME))
		return false;
	for (size_t i = k + 1; i < b; i++) {
		if (unit_is(p, i, KEY(AND)))
			return unit_within(p, i + 1, b, POS_NAME);
		if (p->unit[i].kind != UNIT_COMMA && !unit_has(p, i, POS_NAME))
			return false;
	}
	return false;
}

/* Does the comma or other mark at unit k end the noun phrase that was said? */
static bool
mark_ends(const struct para *p, size_t k, size_t b)
{
	if (p->unit[k].kind == UNIT_COLON)
		return !unit_at(p, k + 1, b, UNIT_WORD);
	if (p->unit[k].kind != UNIT_COMMA)
		return true;
	if (lists_names(p, k, b))
		return false;
	/* "the deal, which he called “fair”" */
	if (k + 3 < b && unit_is(p, k + 1, KEY(WHICH)) && unit_has(p, k + 2, POS_SUBJECT) && unit_cues(p, k + 3))
		return true;
	return k + 1 >= b || !unit_is(p, k + 1, KEY(INCLUDING) | KEY(WHICH) | KEY(SUCH) | KEY(OR));
}

/* Does "as" at unit k end it, for nothing behind it says what something is taken for? */
static bool
as_ends(const struct para *p, size_t i, size_t k, size_t b)
{
	if (k + 1 >= b || unit_has(p, k + 1, POS_SUBJECT))
		return true;
	if (unit_has(p, i, POS_WH) && p->unit[k + 1].kind == UNIT_QUOTE)
		return false;
	return !unit_has(p, k + 1, POS_DET | POS_POSS | POS_ADJ | POS_PART);
}

/* "on Monday", "earlier this month", "just Monday": does unit k begin a time that belongs to no noun? */
static bool
begins_time(const struct para *p, size_t k, size_t b)
{
	if (unit_has(p, k, POS_TIME) && !unit_has(p, k - 1, POS_DET | POS_CLITIC | POS_ADJ | POS_POSS | POS_PREP | POS_NUMBER) &&
	    !unit_within(p, k + 1, b, POS_CLITIC))
		return true;
	if (!unit_has(p, k, POS_ADV) || k + 2 >= b)
		return false;
	return unit_has(p, k + 1, POS_TIME) || (unit_has(p, k + 1, POS_DET) && unit_has(p, k + 2, POS_TIME));
}

/* Does the noun phrase that was said end before unit k? */
static bool
noun_ends_at(const struct para *p, size_t i, size_t k, size_t b)
{
	if (p->unit[k].kind != UNIT_WORD)
		return mark_ends(p, k, b);
	if (unit_is(p, k, KEY(AS)))
		return as_ends(p, i, k, b);
	if (unit_is(p, k, KEY(BECAUSE)) && k + 1 < b && unit_is(p, k + 1, KEY(OF)))
		return false;
	if (unit_has(p, k, POS_SUBORD) && !unit_has(p, k, POS_PREP))
		return true;
	if (begins_time(p, k, b) || quote_occasion(p, k, b))
		return true;
	if (k == i || !unit_has(p, k, POS_COORD) || k + 1 >= b || unit_has(p, k + 1, POS_NOMINAL))
		return false;
	return unit_has(p, k + 1, POS_FINITE) || (unit_has(p, k + 1, POS_BASE) && unit_cues(p, k + 1) && phrase_opens_clause(p, k + 2, b));
}

/* The end of a noun phrase that is itself what was said: "denied the report in the Times". */
size_t
quote_noun_end(const struct para *p, size_t i, size_t b)
{
	size_t k = i + 1;

	while (k < b && (p->unit[k].kind == UNIT_QUOTE || p->unit[k].kind == UNIT_OTHER || !noun_ends_at(p, i, k, b)))
		k++;
	return k;
}

/* Is unit i a preposition that the cue takes? */
bool
quote_takes_prep(const struct para *p, const struct use *use, size_t i)
{
	return unit_is(p, i, use->cue->frames & FRAME_PREPS);
}

/* Does a name in marks stand at e, or behind "a" or "the"? */
bool
quote_labelled(const struct para *p, size_t e, size_t b)
{
	while (unit_within(p, e, b, POS_DET | POS_POSS | POS_ADJ))
		e++;
	return unit_at(p, e, b, UNIT_QUOTE);
}

/* "a culture called “the way”" only names; "what he called “the way”" quotes. */
static bool
only_names(const struct para *p, const struct use *use, size_t r)
{
	if (r >= use->b || p->unit[r].kind != UNIT_QUOTE || use->passive)
		return unit_at(p, r, use->b, UNIT_QUOTE) && use->passive;
	return use->who <= use->a || !unit_has(p, use->who - 1, POS_WH);
}

/* Does another name in marks begin behind the one before e: ", “rash”", "and a “farce”", "“rash,” an “error”"? */
bool
quote_next_label(const struct para *p, size_t e, size_t b)
{
	size_t i = e;

	if (unit_at(p, i, b, UNIT_COMMA))
		i++;
	if (unit_within(p, i, b, POS_COORD))
		i++;
	return (i > e || (p->marked[p->unit[e - 1].mark].flags & MARKED_COMMA)) && quote_labelled(p, i, b);
}

/* "a mistake" because so few came, “a liar” for his story, “better” than before: what belongs to the name in marks
 * that ends before e. */
static bool
label_goes_on(const struct para *p, size_t e, size_t b)
{
	bool comma = p->marked[p->unit[e - 1].mark].flags & MARKED_COMMA;

	if (e + 1 >= b || unit_is(p, e, KEY(BECAUSE)))
		return e + 1 < b;
	if (comma || quote_occasion(p, e, b))
		return false;
	return unit_is(p, e, KEY(THAN)) || unit_has(p, e, POS_THAT | POS_NOMINAL) || (unit_has(p, e, POS_PREP) && !unit_has(p, e, POS_TIME));
}

/* The end of the name in marks at or behind e, and of those that are joined to it. */
static size_t
label_end(const struct para *p, size_t e, size_t b)
{
	do {
		while (e < b && p->unit[e].kind != UNIT_QUOTE)
			e++;
		e++;
	} while (quote_next_label(p, e, b));
	return label_goes_on(p, e, b) ? quote_noun_end(p, e, b) : e;
}

/* "the merger “a terrible deal”", "the idea that Lund had a plan a “farce”": the name in marks that the object at r is
 * given; r if there is none. */
static size_t
label_of(const struct para *p, size_t r, size_t b)
{
	enum { LONGEST = 20 };
	bool clause = false;

	for (size_t i = r; i < b && i < r + LONGEST; i++) {
		if (p->unit[i].kind == UNIT_QUOTE)
			return i;
		clause = clause || unit_has(p, i, POS_WH) || (i > r && unit_has(p, i, POS_THAT));
		if (p->unit[i].kind != UNIT_WORD || (i == r && unit_has(p, i, POS_PREP)) || unit_is(p, i, KEY(TO)) ||
		    (!clause && unit_has(p, i, POS_FINITE | POS_AUX) && !unit_has(p, i, POS_NOMINAL | POS_ADJ | POS_CLITIC)))
			return r;
	}
	return r;
}

/* "accused the head, Olaf Lund, of": the unit behind what two commas enclose, if a preposition that the cue takes
 * stands there; else e. */
static size_t
behind_apposition(const struct para *p, const struct use *use, size_t e)
{
	enum { LONGEST = 16 };
	size_t i = e + 1;

	if (p->unit[e].kind != UNIT_COMMA)
		return e;
	while (i < use->b && i - e < LONGEST && p->unit[i].kind == UNIT_WORD)
		i++;
	return i + 2 < use->b && p->unit[i].kind == UNIT_COMMA && quote_takes_prep(p, use, i + 1) ? i + 1 : e;
}

/* "accused the mill on Thursday of", "last week of": the unit behind a time at e, if a preposition that the cue takes
 * stands there; else e. */
static size_t
over_time(const struct para *p, const struct use *use, size_t e)
{
	size_t i = e + (unit_has(p, e, POS_PREP | POS_DET | POS_ADJ | POS_ADV) && !unit_has(p, e, POS_TIME));

	return i + 2 < use->b && unit_has(p, i, POS_TIME) && quote_takes_prep(p, use, i + 1) ? i + 1 : e;
}

/* The preposition behind the object at r that leads to what is said of it: "accused the head of the board of lying";
 * r if there is none. */
static size_t
object_end(const struct para *p, const struct use *use, size_t r)
{
	size_t e = phrase_right(p, r, use->b), best = r, next;

	while (e > r && e + 1 < use->b) {
		e = over_time(p, use, e);
		e = behind_apposition(p, use, e);
		if (quote_takes_prep(p, use, e)) {
			best = e;
			if (unit_is(p, e, KEY(OF)) && unit_has(p, e + 1, POS_ING))
				break;
		}
		next = phrase_next(p, e, use->b);
		if (next == e && unit_has(p, e, POS_PREP) && !unit_has(p, e, POS_SUBORD) && !unit_is(p, e, KEY(TO)))
			next = phrase_right(p, e + 1, use->b);
		if (next <= e + 1)
			break;
		e = next;
	}
	return best;
}

/* Has the noun phrase at r, in [r, end), a finite verb of its own: before a comma, or right behind one, "the plan, as drawn, fails"?
 * Not in "will demand more, people close to the talks said". */
static bool
own_verb(const struct para *p, size_t r, size_t end)
{
	size_t pause = r;

	while (pause < end && p->unit[pause].kind != UNIT_COMMA && p->unit[pause].kind != UNIT_DASH)
		pause++;
	if (phrase_finite(p, r, pause))
		return true;
	for (size_t i = pause; i + 1 < end; i++) {
		/* "floods, storms and fires are a warning", "the firms — Berg and Lund — had failed" */
		bool mark = p->unit[i].kind == p->unit[pause].kind;
		size_t next = mark ? i + 1 : unit_is(p, i, KEY(AND)) ? phrase_right(p, i + 1, end) : end;

		if (unit_within(p, next, end, POS_FINITE | POS_AUX) && !unit_has(p, next, POS_NOMINAL) && p->unit[i - 1].kind != UNIT_COMMA)
			return true;
	}
	return false;
}

/* The end of a noun phrase that is itself what was said, or of the clause that it begins: "said the days when all read
 * one paper are gone". */
static size_t
said_end(const struct para *p, const struct use *use, size_t r)
{
	size_t end = phrase_right(p, r, use->b);

	/* "said yes when asked if" */
	if (unit_within(p, end, use->b, POS_WH) && unit_within(p, end + 1, use->b, POS_PART) && unit_cues(p, end + 1))
		return end;
	if (!(use->cue->frames & FRAME_THAT) || !(use->cue->frames & FRAME_QUOTE))
		return quote_noun_end(p, r, use->b);
	/* "ordered an inquiry and suspended the licence", but not "racist and bigoted words" */
	end = quote_noun_end(p, r, use->b);
	if (unit_within(p, end, use->b, POS_COORD) && !phrase_finite(p, r, end) &&
	    (!unit_within(p, end + 2, use->b, POS_NOUN | POS_ADJ) || unit_has(p, end + 2, POS_DET | POS_POSS)))
		return end;
	end = phrase_clause_end(p, r, use->b, quote_inner(p, use));
	return own_verb(p, r, end) ? end : quote_noun_end(p, r, use->b);
}

/* "a person briefed on the matter said": does the object behind the preposition at r end in the verb whose subject it all is? */
static bool
tells_of_subject(const struct para *p, const struct use *use, size_t r)
{
	size_t e = phrase_whole(p, r + 1, use->b);

	return (use->form & POS_PAST) && use->start == use->verb && use->who < use->who_end && e > r + 1 &&
	    unit_within(p, e, use->b, POS_FINITE) && unit_cues(p, e) && !unit_has(p, e, POS_NOMINAL);
}

/* "the plan, described by Berg as “a farce,”", "was branded “a farce” by Berg": the name in marks that a participle's agent
 * gives. */
bool
quote_named(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue)
{
	struct use use = { .cue = cue, .a = a, .b = b, .start = v, .verb = v, .end = v + 1, .who = v + 2 };
	size_t i = v + 1, from;

	if (!(cue->frames & (FRAME_LABEL | FRAME_LABEL_QUOTE | FRAME_AS)) || cue->rest.len > 0)
		return false;
	if (!unit_has(p, v, POS_PAST | POS_PART) || i + 1 >= b)
		return false;
	if (unit_is(p, i, KEY(BY)))
		use.who_end = i = phrase_whole(p, i + 1, b);
	i += i < b && unit_is(p, i, KEY(AS));
	for (from = i; unit_within(p, i, b, POS_DET | POS_ADJ); i++)
		;
	if (!unit_at(p, i, b, UNIT_QUOTE))
		return false;
	if (use.who_end == 0 && i + 2 < b && unit_is(p, i + 1, KEY(BY))) {
		use.who = i + 2;
		use.who_end = phrase_whole(p, i + 2, b);
	}
	return use.who_end > use.who && quote_add(p, &use, from, i + 1, RULE_LABEL) != NULL;
}

/* "A teacher accused of theft has been cleared": with no object, the subject is whom it befalls. */
static bool
is_accused(const struct para *p, const struct use *use, size_t r)
{
	return slice_is(use->cue->stance, "accuse") && (use->form & (POS_PAST | POS_PART)) && !use->passive && r == use->end &&
	    unit_is(p, r, KEY(OF));
}

/* "quoted the mayor": does the phrase [r, e) tell whom the cue quotes, and not what? */
static bool
is_quoted(const struct para *p, size_t r, size_t e)
{
	return e > r && (unit_has(p, e - 1, POS_PERSON | POS_TITLE) || (unit_has(p, r, POS_NAME) && unit_has(p, e - 1, POS_NAME)));
}

/* "made the claim that ...", with its noun, a cue itself, before "that" at unit e. */
static bool
noun_that(struct para *p, const struct use *use, size_t e)
{
	struct use noun = { .cue = use->cue, .start = use->start, .end = e, .who = use->who, .who_end = use->who_end };

	return quote_add(p, &noun, e, phrase_clause_end(p, e, use->b, quote_inner(p, use)), RULE_NOUN_CUE) != NULL;
}

/* Is the noun before "that" at unit e one with the cue?  Not in "repeated a claim that is common". */
static bool
takes_noun_that(const struct para *p, size_t e, size_t b)
{
	if (e + 1 >= b || !unit_has(p, e, POS_THAT) || !unit_cues(p, e - 1) || !unit_has(p, e - 1, POS_NOUN))
		return false;
	return !unit_has(p, e + 1, POS_FINITE | POS_AUX) || unit_has(p, e + 1, POS_NOMINAL);
}

/* "accused X of ...", "praised X as ...", "called X “...”", "denied the report". */
bool
quote_object(struct para *p, const struct use *use, size_t r)
{
	uint32_t frames = use->cue->frames;
	size_t e;

	if (r >= use->b)
		return false;
	if (use->infinitive && !use->negated && !(frames & FRAME_LABEL))
		return false;
	if ((frames & FRAME_LABEL) && !(frames & FRAME_THAT) && only_names(p, use, r))
		return false;
	if (quote_takes_prep(p, use, r) && r + 1 < use->b) {
		struct use whole = *use;

		if (tells_of_subject(p, use, r) || is_accused(p, use, r))
			return false;
		/* "spoke of", "apologized for" */
		whole.end = r == use->end ? r + 1 : use->end;
		return quote_add(p, &whole, r + 1, quote_noun_end(p, r + 1, use->b), RULE_PREP) != NULL;
	}
	if ((frames & (FRAME_LABEL | FRAME_LABEL_QUOTE)) && ((e = label_of(p, r, use->b)) > r || quote_labelled(p, r, use->b)))
		return quote_add(p, use, r, label_end(p, e, use->b), RULE_LABEL) != NULL;
	e = object_end(p, use, r);
	if (e > r)
		return quote_add(p, use, r, unit_is(p, e, KEY(AS)) && quote_labelled(p, e + 1, use->b) ? label_end(p, e + 1, use->b) :
		    phrase_clause_end(p, e + 1, use->b, quote_inner(p, use)), RULE_AS) != NULL;
	e = phrase_right(p, r, use->b);
	if ((frames & FRAME_LABEL) && e > r && unit_within(p, e, use->b, POS_DET | POS_ADJ))
		return quote_add(p, use, r, quote_noun_end(p, r, use->b), RULE_LABEL) != NULL;
	if (!(frames & FRAME_NOUN) || (unit_is(p, r, KEY(NOBODY)) && !unit_has(p, r, POS_DET))) /* "said nothing about it" */
		return false;
	if (e > r && takes_noun_that(p, e, use->b))
		return noun_that(p, use, e);
	/* "96 percent, says the hydrologist Anna Berg": who speaks */
	if (((frames & FRAME_QUOTER) || (use->who == use->who_end && (frames & FRAME_QUOTE))) && is_quoted(p, r, e))
		return false;
	if ((e > r || unit_at(p, r, use->b, UNIT_QUOTE)) && !(use->passive && use->who == use->who_end))
		return quote_add(p, use, r, said_end(p, use, r), RULE_NOUN) != NULL;
	return false;
}
