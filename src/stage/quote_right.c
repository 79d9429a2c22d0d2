/* The complement to the right of a cue, by the frames that its lexicon entry allows. */
#include "quote_parts.h"


/* Does the cue stand in a clause that the main clause follows: "when he said ..., they left", "Berg, who said ..., left"? */
bool
quote_inner(const struct para *p, const struct use *use)
{
	size_t first = use->a;

	if (use->relative)
		return use->who_end > use->who + 1 && p->unit[use->who_end - 2].kind != UNIT_WORD;
	/* "the list, which Berg says includes Lund, is long" */
	if (use->who < use->who_end && unit_follows(p, use->a + 1, use->who, POS_WH) && p->unit[use->who - 2].kind == UNIT_COMMA)
		return true;
	/* "Berg, asked by Lund whether he knew, left" */
	if (use->passive && use->start == use->verb && use->start > use->a && p->unit[use->start - 1].kind == UNIT_COMMA)
		return true;
	/* "Had Berg said that it leaked, nobody would have gone" */
	if (use->negated && use->who == use->a + 1 && unit_has(p, use->a, POS_HAVE))
		return true;
	while (first < use->start && (unit_has(p, first, POS_COORD) || unit_is(p, first, KEY(EVEN))))
		first++;
	if (first >= use->start || !unit_has(p, first, POS_SUBORD | POS_PREP))
		return use->start == use->a && (use->participle || use->passive || ((use->form & POS_PART) && use->who == use->who_end));
	for (size_t i = first; i < use->start; i++)
		if (p->unit[i].kind == UNIT_COMMA)
			return false;
	return true;
}

/* "says the “best” dam holds": the end of the clause, or of the noun phrase, that words in marks at unit i begin or stand in. */
static size_t
clause_or_noun_end(const struct para *p, const struct use *use, size_t i)
{
	if (unit_has(p, i, POS_THAT) || phrase_opens_clause(p, i, use->b))
		return phrase_clause_end(p, i, use->b, quote_inner(p, use));
	return quote_noun_end(p, i, use->b);
}

/* "says “it holds” the water": do words that belong to no adverbial go on behind the marked stretch at unit i? */
static bool
goes_on_outside(const struct para *p, const struct use *use, size_t i)
{
	size_t next = i + 1;

	if (!unit_at(p, next, use->b, UNIT_WORD) || unit_first(p, next) || unit_marked_is(p, i, MARKED_ENDED))
		return false;
	return !(use->participle && unit_has(p, next, POS_FINITE)) && !unit_has(p, next, POS_PREP | POS_SUBORD | POS_COORD | POS_TIME);
}

/* Do "and" and words in marks stand at unit i? */
static bool
joined(const struct para *p, size_t i)
{
	return unit_within(p, i, p->n, POS_COORD) && unit_at(p, i + 1, p->n, UNIT_QUOTE);
}

/* "Oslo denies it — “Why?” asked Berg": does a verb of saying and who said it stand behind the words in marks at unit i? */
static bool
asked_behind(const struct para *p, size_t i)
{
	size_t v = i + 1;

	return unit_marked_is(p, i, MARKED_ENDED) && v + 1 < p->n && !unit_first(p, v) && unit_cues(p, v) && unit_has(p, v, POS_PAST) &&
	    unit_has(p, v + 1, POS_NAME | POS_TITLE | POS_SUBJECT);
}

/* "said: “...”", "says “...”", "said it was “...”": quoted words directly behind, or at i behind adverbials. */
static bool
right_quote(struct para *p, const struct use *use, size_t r, size_t i)
{
	size_t next;
	bool pause = false, near = i == r;

	if (!(use->cue->frames & (FRAME_QUOTE | FRAME_QUOTE_COLON)) || i >= p->n)
		return false;
	/* "was granted a “pass”" by nobody */
	if (use->passive && use->who == use->who_end && !(use->cue->frames & (FRAME_OBJ | FRAME_THAT)))
		return false;
	i = phrase_inserted(p, i, use->b);
	pause = i > 0 && i > r && p->unit[i - 1].kind == UNIT_COMMA;
	while (i < use->b && unit_pauses(p, i)) {
		pause = true;
		i++;
	}
	if (!pause && i == r && unit_within(p, i, use->b, POS_DET | POS_POSS) && quote_labelled(p, i, use->b) && !(use->cue->frames & FRAME_LABEL))
		return quote_add(p, use, i, clause_or_noun_end(p, use, i), RULE_QUOTE_IN_CLAUSE) != NULL;
	if (i >= p->n || p->unit[i].kind != UNIT_QUOTE || (i >= use->b && !pause))
		return false;
	if (pause && asked_behind(p, i))
		return false;
	if (pause ? phrase_work(p, i) : phrase_programme(p, r, i))
		return false;
	if (!pause && !near && !unit_marked_is(p, i, MARKED_CAPITAL) &&
	    (unit_has(p, i - 1, POS_ADJ | POS_DET | POS_CLITIC) || quote_takes_prep(p, use, r)))
		return false;
	if (!pause && goes_on_outside(p, use, i))
		return quote_add(p, use, i, phrase_clause_end(p, i, use->b, quote_inner(p, use)), RULE_QUOTE_IN_CLAUSE) != NULL;
	/* "says “it holds”, “it is safe” and “it is ours”", "chanted “Go” and “No more lies”" */
	for (next = i + 1; quote_next_label(p, next, use->b) && (!unit_marked_is(p, next - 1, MARKED_CAPITAL) || joined(p, next)); next++)
		while (p->unit[next].kind != UNIT_QUOTE)
			next++;
	return quote_add(p, use, i, next, next > i + 1 ? RULE_QUOTE_IN_CLAUSE : RULE_X_SAID_QUOTE) != NULL;
}


/* "verify that figure", "rule that out": is what stands behind "that" at i too little for a clause? */
static bool
demonstrative(const struct para *p, size_t i, size_t b)
{
	size_t k = i + 1;

	while (k < b && k < i + 4 && p->unit[k].kind == UNIT_WORD && !unit_has(p, k, POS_FINITE | POS_AUX))
		k++;
	if (k == i + 1 || k == i + 4)
		return false;
	return k == b || p->unit[k].kind == UNIT_STOP || (p->unit[k].kind == UNIT_COMMA && unit_within(p, k + 1, b, POS_COORD));
}

/* Does "that" at unit i begin a clause which the cue reports? */
static bool
that_clause(const struct para *p, const struct use *use, size_t i)
{
	if (!unit_has(p, i, POS_THAT) || i + 1 >= use->b || p->unit[i + 1].kind == UNIT_STOP)
		return false;
	/* "states that vote early", "the topics that will come up": it is the subject of the verb behind it */
	if (i > use->after && unit_has(p, i + 1, POS_FINITE | POS_AUX) && !unit_has(p, i + 1, POS_NOMINAL | POS_ADJ))
		return false;
	return !demonstrative(p, i, use->b);
}

/* Does a question begin at unit r: "whether", "why", but not "told reporters when asked"? */
static bool
question(const struct para *p, const struct use *use, size_t r)
{
	if (!unit_has(p, r, POS_WH) && !unit_is(p, r, KEY(WHETHER)))
		return false;
	/* "told the tale of a man who fell" */
	for (size_t i = use->after; i + 1 < r && unit_is(p, r, KEY(WHO)); i++)
		if (unit_is(p, i, KEY(OF)) && unit_has(p, i + 1, POS_SINGLE))
			return false;

	return !unit_has(p, r, POS_SUBORD) || r + 1 >= use->b || (p->unit[r + 1].is & (POS_PAST | POS_PART)) != POS_PART;
}

/* "a list that the board says includes Berg", "what many said was a sign": a finite verb stands directly behind the cue,
 * for its subject stands before the speaker. */
static bool
left_out(const struct para *p, const struct use *use, size_t r)
{
	if (r + 1 >= use->b || use->who == use->who_end || use->who <= use->a || p->unit[use->who - 1].kind != UNIT_WORD)
		return false;
	return unit_has(p, r, POS_FINITE | POS_AUX) && !unit_has(p, r, POS_NOMINAL | POS_ADJ | POS_CLITIC) &&
	    unit_has(p, use->who - 1, POS_WH | POS_NOMINAL | POS_THAT);
}

/* "not to be named": does the infinitive at i ask for that? */
static bool
stays_unnamed(const struct para *p, size_t i, size_t b)
{
	i += unit_has(p, i, POS_NOT);
	return i + 2 < b && unit_has(p, i + 1, POS_BE) && unit_is(p, i + 2, KEY(NAMED));
}

/* The "that" behind what goes on with a phrase that ends at e, a relative clause or words of it; else e. */
static size_t
to_that(const struct para *p, size_t e, size_t b, bool clause)
{
	enum { REACH = 12 };

	for (size_t k = e; k < b && k < e + REACH; k++) {
		/* "in Hamar, Norland, that" */
		if (p->unit[k].kind == UNIT_COMMA && k > e && unit_has(p, k - 1, POS_NAME) &&
		    unit_within(p, k + 1, b, POS_NAME | POS_NOUN | POS_THAT))
			continue;
		if (p->unit[k].kind != UNIT_WORD)
			break;
		if (k > e && unit_has(p, k, POS_THAT) && phrase_opens_clause(p, k + 1, b))
			return k;
		/* "in a statement posted on Monday" */
		if (k == e && unit_follows(p, 0, k, POS_SOURCE) && unit_has(p, k, POS_PAST) &&
		    unit_within(p, k + 1, b, POS_PREP | POS_ADV | POS_TIME | POS_ADJ))
			continue;
		if (!clause && (phrase_infinitive(p, k, b) || unit_has(p, k, POS_FINITE | POS_AUX | POS_WH | POS_SUBORD | POS_DET | POS_POSS) ||
		    (unit_has(p, k, POS_SUBJECT) && !(p->unit[k].flags & UNIT_CAPITAL))))
			break;
	}
	return e;
}

/* "denied taking it", "confessed to having lied": does a gerund that is no noun begin at unit r, or behind "to"? */
static bool
gerund(const struct para *p, const struct use *use, size_t r)
{
	size_t b = use->b;
	static const uint32_t object = POS_DET | POS_POSS | POS_OBJECT | POS_PREP | POS_PART | POS_ADJ | POS_NAME | POS_NUMBER;

	if ((use->form & POS_BASE) && unit_has(p, use->verb, POS_NOUN)) /* "the FIA report covering May" */
		return false;
	r += unit_within(p, r, b, POS_PREP) && unit_is(p, r, KEY(TO));
	if (!unit_within(p, r, b, POS_ING) || unit_has(p, r, POS_ADJ | POS_PREP))
		return false;
	return !unit_has(p, r, POS_NOUN) || unit_within(p, r + 1, b, object);
}

/* A clause with or without "that", a question, an infinitive, a gerund: at r, or at i behind adverbials. */
static bool
right_clause(struct para *p, const struct use *use, size_t r, size_t i)
{
	uint32_t frames = use->cue->frames;
	enum rule rule;

	if (i >= use->b)
		return false;
	i = phrase_inserted(p, i, use->b);
	if (i > r && (frames & FRAME_THAT)) /* "said on the Telegram messaging app that" */
		i = to_that(p, i, use->b, false);
	if ((frames & (FRAME_THAT | FRAME_THAT_ONLY)) && that_clause(p, use, i))
		rule = RULE_THAT;
	else if ((frames & FRAME_WH) && question(p, use, r))
		rule = RULE_WH, i = r;
	else if ((frames & FRAME_WH) && unit_is(p, i, KEY(WHETHER)))
		rule = RULE_WH;
	else if ((frames & FRAME_WH) && i == r && unit_at(p, i, use->b, UNIT_COMMA) && i + 2 < use->b && unit_has(p, i + 1, POS_WH))
		rule = RULE_WH, i++;
	else if ((frames & FRAME_TO) && phrase_infinitive(p, i, use->b) && !stays_unnamed(p, i, use->b))
		rule = RULE_TO, i = r > use->after && !(frames & FRAME_HEARER) && !unit_at(p, i + 1, use->b, UNIT_QUOTE) ? use->after : i;
	else if ((frames & FRAME_GERUND) && gerund(p, use, r))
		rule = RULE_NOUN, i = r;
	else if ((frames & FRAME_THAT) && left_out(p, use, r)) /* "what he said was that" */
		rule = RULE_CLAUSE, i = r + (unit_has(p, r, POS_BE) && unit_has(p, r + 1, POS_THAT));
	else if ((frames & FRAME_THAT) && !(i > r && (unit_has(p, i, POS_THAT) || unit_has(p, i - 1, POS_WH))) && phrase_opens_clause(p, i, use->b))
		rule = RULE_CLAUSE;
	else if ((frames & FRAME_COMMA) && unit_at(p, i, use->b, UNIT_COMMA) && phrase_opens_clause(p, i + 1, use->b))
		rule = RULE_CLAUSE, i++;
	else if ((frames & FRAME_THAT) && (frames & FRAME_QUOTE) && unit_at(p, i, use->b, UNIT_COLON) && i + 1 < use->b)
		rule = RULE_CLAUSE, i++;
	else
		return false;
	return quote_add(p, use, i, phrase_clause_end(p, i, use->b, quote_inner(p, use)), rule) != NULL;
}

static bool
right_from(struct para *p, const struct use *use, size_t r)
{
	size_t i = phrase_adverbs(p, r, use->b);

	return right_quote(p, use, r, i) || right_clause(p, use, r, i) || quote_object(p, use, r);
}

/* "In short, explained the mayor: “...”", "Added Berg, “...”": the speaker stands between the verb and his words. */
static bool
right_inverted(struct para *p, const struct use *given)
{
	struct use use = *given;
	size_t i;

	/* "Berg, 54, told the Post: “...”" has a subject, and a verb that takes who is told */
	if (use.who < use.who_end || (use.cue->frames & FRAME_HEARER) ||
	    !(use.form & POS_FINITE) || use.passive || !(use.cue->frames & FRAME_QUOTE) || use.end >= use.b ||
	    (use.start > use.a && p->unit[use.start - 1].kind != UNIT_COMMA && !unit_has(p, use.start - 1, POS_COORD)))
		return false;
	i = phrase_whole(p, use.end, use.b);
	if (i == use.end || !unit_has(p, phrase_right(p, use.end, use.b) - 1, POS_NAME | POS_PERSON | POS_SOURCE))
		return false;
	if (!unit_at(p, i, p->n, UNIT_COLON) && !unit_at(p, i, p->n, UNIT_COMMA))
		return false;
	if (!unit_at(p, i + 1, p->n, UNIT_QUOTE) || !unit_marked_is(p, i + 1, MARKED_CAPITAL))
		return false;
	use.who = use.end;
	use.who_end = i;
	return quote_add(p, &use, i + 1, i + 2, RULE_X_SAID_QUOTE) != NULL;
}

/* "Am Montag sagte Berg, ...", "Am Montag teilte Berg mit, dass": where the cue takes a clause behind a comma, its speaker
 * stands behind it when something else stands before it. */
static bool
verb_second(struct para *p, const struct use *given)
{
	struct use use = *given;
	size_t who = use.verb + 1, end;

	if (!(use.cue->frames & (FRAME_COMMA | FRAME_APART)) || !(use.form & POS_FINITE) || use.verb == use.a || who >= use.b ||
	    !unit_has(p, use.a, POS_PREP | POS_ADV | POS_TIME | POS_SUBORD))
		return false;
	end = phrase_whole(p, who, use.b);
	if (end == who || end >= use.b || (end > use.after && p->unit[end].kind == UNIT_WORD))
		return false;
	use.who = who;
	use.who_end = use.cue->frames & FRAME_APART && end >= use.end ? use.end - 1 : end;
	if (use.who_end > use.after)
		use.after = use.who_end;
	return right_from(p, &use, use.after);
}

/* The end of the person told at r: before the first infinitive if the cue takes one, else as far as phrases join. */
static size_t
hearer_end(const struct para *p, const struct use *use, size_t r)
{
	size_t e = r < use->b && !unit_has(p, r, POS_THAT) ? phrase_right(p, r, use->b) : r, next;

	while (e > r && !((use->cue->frames & FRAME_TO) && phrase_infinitive(p, e, use->b)) && (next = phrase_next(p, e, use->b)) > e)
		e = next;
	return e;
}

/* "told analysts margins would fall": where in the phrase [r, e) those who are told end, and the subject of the clause
 * begins; e if nowhere. */
static size_t
hearers_end(const struct para *p, size_t r, size_t e)
{
	for (size_t k = r; k + 1 < e; k++)
		if (unit_has(p, k, POS_PERSON | POS_SOURCE) && !unit_has(p, k, POS_NAME | POS_TITLE) && unit_plural(p, k))
			return k + 1;
	return e;
}

/* "told the workers who had come that ...", "told reporters aboard Air Force One that ...": the "that" behind what goes on with
 * the hearer at e; else e. */
static size_t
over_hearers_rest(const struct para *p, const struct use *use, size_t e)
{
	bool clause = e < use->b && unit_is(p, e, KEY(WHO));

	return (use->cue->frames & FRAME_THAT) && (clause || (use->cue->frames & FRAME_HEARER)) ? to_that(p, e, use->b, clause) : e;
}

bool
quote_right(struct para *p, const struct use *use)
{
	size_t r = use->after, e;

	if (r >= p->n)
		return false;
	if (right_inverted(p, use) || verb_second(p, use))
		return true;
	if ((use->cue->frames & FRAME_OBJ) && !(use->passive && (use->cue->frames & FRAME_HEARER))) {
		e = over_hearers_rest(p, use, hearer_end(p, use, r));
		if (e > r && right_from(p, use, e))
			return true;
		e = r < use->b && !unit_has(p, r, POS_THAT) ? phrase_right(p, r, use->b) : r;
		if (e > r && right_from(p, use, e))
			return true;
		if ((use->cue->frames & FRAME_HEARER) && e > r && unit_within(p, e, use->b, POS_FINITE | POS_AUX) &&
		    right_from(p, use, hearers_end(p, r, e)))
			return true;
		/* "warn dam could fail": no hearer, but what the clause is of */
		if (e > r && !(use->cue->frames & FRAME_NOUN) && ((use->cue->frames & FRAME_HEARER) || e >= use->b || !unit_has(p, e, POS_AUX)))
			return false;
	}
	return right_from(p, use, r);
}
