/* The complement to the right of a cue, by the frames that its lexicon entry allows. */
#include "quote_parts.h"

static bool
kind(const struct para *p, size_t i, size_t b, enum unit_kind k)
{
	return i < b && p->unit[i].kind == k;
}

/* "in a recent interview", "in her letter": does unit k begin where or when it was said? */
static bool
occasion(const struct para *p, size_t k, size_t b)
{
	size_t n = k + 1;

	if (!unit_has(p, k, POS_PREP))
		return false;
	if (n < b && unit_has(p, n, POS_TIME) && !(n + 1 < b && unit_has(p, n + 1, POS_CLITIC)))
		return true;
	if (!unit_is(p, k, "in") && !unit_is(p, k, "during") && !unit_is(p, k, "on") && !unit_is(p, k, "at"))
		return false;
	while (n < b && n < k + 4 && unit_has(p, n, POS_DET | POS_POSS | POS_ADJ))
		n++;
	return n > k + 1 && n < b && (unit_is(p, n, "interview") || (unit_has(p, n, POS_SOURCE) && p->unit[n].sense != 0));
}

/* Does the noun phrase that was said end before unit k? */
static bool
noun_ends_at(const struct para *p, size_t i, size_t k, size_t b)
{
	const struct unit *u = &p->unit[k];

	if (u->kind == UNIT_COMMA)
		return k + 1 >= b || !(unit_is(p, k + 1, "including") || unit_is(p, k + 1, "which") || unit_is(p, k + 1, "such") || unit_is(p, k + 1, "or"));
	if (u->kind != UNIT_WORD)
		return u->kind != UNIT_COLON || k + 1 >= b || p->unit[k + 1].kind != UNIT_WORD;
	if (unit_is(p, k, "as"))
		return k + 1 >= b || !unit_has(p, k + 1, POS_DET | POS_POSS | POS_ADJ | POS_PART) || unit_has(p, k + 1, POS_SUBJECT);
	if (unit_is(p, k, "because") && k + 1 < b && unit_is(p, k + 1, "of"))
		return false;
	if (unit_has(p, k, POS_SUBORD) && !unit_has(p, k, POS_PREP))
		return true;
	if (unit_has(p, k, POS_TIME) && !unit_has(p, k - 1, POS_DET | POS_CLITIC | POS_ADJ | POS_POSS | POS_PREP) && !(k + 1 < b && unit_has(p, k + 1, POS_CLITIC)))
		return true;
	if (occasion(p, k, b))
		return true;
	return k > i && unit_has(p, k, POS_COORD) && k + 1 < b && unit_has(p, k + 1, POS_FINITE) && !unit_has(p, k + 1, POS_NOMINAL);
}

/* The end of a noun phrase that is itself what was said: "denied the report in the Times". */
static size_t
noun_end(const struct para *p, size_t i, size_t b)
{
	size_t k = i + 1;

	while (k < b && (p->unit[k].kind == UNIT_QUOTE || p->unit[k].kind == UNIT_OTHER || !noun_ends_at(p, i, k, b)))
		k++;
	return k;
}

static const struct { const char *word; uint32_t frame; } preps[] = {
	{ "of", FRAME_OF }, { "about", FRAME_ABOUT }, { "for", FRAME_FOR }, { "against", FRAME_AGAINST },
	{ "on", FRAME_ON }, { "at", FRAME_AT }, { "with", FRAME_WITH }, { "as", FRAME_AS }, { "to", FRAME_TO_NOUN }
};

/* Is unit i a preposition that the cue takes? */
static bool
takes_prep(const struct para *p, const struct use *use, size_t i)
{
	for (size_t k = 0; k < sizeof preps / sizeof *preps; k++)
		if ((use->cue->frames & preps[k].frame) && unit_is(p, i, preps[k].word))
			return true;
	return false;
}

/* Does the cue stand in a clause that the main clause follows: "when he said ..., they left", "Berg, who said ..., left"? */
static bool
inner(const struct para *p, const struct use *use)
{
	size_t first = use->a;

	if (use->relative)
		return use->who_end > use->who + 1 && p->unit[use->who_end - 2].kind == UNIT_COMMA;
	/* "the list, which Berg says includes Lund, is long" */
	if (use->who < use->who_end && use->who > use->a + 1 && unit_has(p, use->who - 1, POS_WH) && p->unit[use->who - 2].kind == UNIT_COMMA)
		return true;
	while (first < use->start && (unit_has(p, first, POS_COORD) || unit_is(p, first, "even")))
		first++;
	if (first >= use->start || !unit_has(p, first, POS_SUBORD | POS_PREP))
		return use->start == use->a && (use->participle || ((use->form & POS_PART) && use->who == use->who_end));
	for (size_t i = first; i < use->start; i++)
		if (p->unit[i].kind == UNIT_COMMA)
			return false;
	return true;
}

/* Does a name in marks stand at e, or behind "a" or "the"? */
static bool
labelled(const struct para *p, size_t e, size_t b)
{
	while (e < b && unit_has(p, e, POS_DET | POS_POSS | POS_ADJ))
		e++;
	return kind(p, e, b, UNIT_QUOTE);
}

/* "said: “...”", "says “...”", "said it was “...”": quoted words directly behind. */
static bool
right_quote(struct para *p, const struct use *use, size_t r)
{
	size_t i = phrase_adverbs(p, r, use->b), next;
	bool pause = false, near = i == r;

	if (!(use->cue->frames & (FRAME_QUOTE | FRAME_QUOTE_COLON)) || i >= p->n)
		return false;
	i = phrase_inserted(p, i, use->b);
	pause = i > 0 && i > r && p->unit[i - 1].kind == UNIT_COMMA;
	while (i < use->b && (p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_COLON || p->unit[i].kind == UNIT_DASH)) {
		pause = true;
		i++;
	}
	if (!pause && i < use->b && i == r && unit_has(p, i, POS_DET | POS_POSS) && labelled(p, i, use->b) && !(use->cue->frames & FRAME_LABEL))
		return quote_add(p, use, i, phrase_opens_clause(p, i, use->b) ? phrase_clause_end(p, i, use->b, inner(p, use)) :
		    noun_end(p, i, use->b), RULE_QUOTE_IN_CLAUSE) != NULL;
	if (i >= p->n || p->unit[i].kind != UNIT_QUOTE || (i >= use->b && !pause))
		return false;
	if (!pause && !near && !(unit_marked(p, i)->flags & MARKED_CAPITAL) && (unit_has(p, i - 1, POS_ADJ | POS_DET | POS_CLITIC) || takes_prep(p, use, r)))
		return false;
	next = i + 1;
	if (next < use->b && p->unit[next].kind == UNIT_WORD && !(p->unit[next].flags & UNIT_FIRST) &&
	    !(unit_marked(p, i)->flags & MARKED_ENDED) && !pause &&
	    !unit_has(p, next, POS_PREP | POS_SUBORD | POS_COORD | POS_TIME))
		return quote_add(p, use, i, phrase_clause_end(p, i, use->b, inner(p, use)), RULE_QUOTE_IN_CLAUSE) != NULL;
	return quote_add(p, use, i, i + 1, RULE_X_SAID_QUOTE) != NULL;
}

/* "states that vote early", "the topics that will come up": "that" is the subject of the verb behind it. */
static bool
relative_that(const struct para *p, const struct use *use, size_t i)
{
	return i > use->after && unit_has(p, i + 1, POS_FINITE | POS_AUX) && !unit_has(p, i + 1, POS_NOMINAL | POS_ADJ);
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

/* A clause with or without "that", a question, an infinitive. */
static bool
right_clause(struct para *p, const struct use *use, size_t r)
{
	uint32_t frames = use->cue->frames;
	size_t i = phrase_adverbs(p, r, use->b);
	enum rule rule;

	if (i >= use->b)
		return false;
	i = phrase_inserted(p, i, use->b);
	if ((frames & (FRAME_THAT | FRAME_THAT_ONLY)) && unit_has(p, i, POS_THAT) && i + 1 < use->b && !relative_that(p, use, i))
		rule = RULE_THAT;
	else if ((frames & FRAME_WH) && (unit_has(p, r, POS_WH) || unit_is(p, r, "if") || unit_is(p, r, "whether")))
		rule = RULE_WH, i = r;
	else if ((frames & FRAME_WH) && (unit_is(p, i, "if") || unit_is(p, i, "whether")))
		rule = RULE_WH;
	else if ((frames & FRAME_WH) && kind(p, i, use->b, UNIT_COMMA) && i + 2 < use->b && unit_has(p, i + 1, POS_WH))
		rule = RULE_WH, i++;
	else if ((frames & FRAME_TO) && phrase_infinitive(p, i, use->b))
		rule = RULE_TO, i = r > use->after && !(frames & FRAME_HEARER) ? use->after : i;
	else if ((frames & FRAME_THAT) && left_out(p, use, r))
		rule = RULE_CLAUSE, i = r;
	else if ((frames & FRAME_THAT) && !(unit_has(p, i, POS_THAT) && i > r) && phrase_opens_clause(p, i, use->b))
		rule = RULE_CLAUSE;
	else if ((frames & FRAME_COMMA) && kind(p, i, use->b, UNIT_COMMA) && phrase_opens_clause(p, i + 1, use->b))
		rule = RULE_CLAUSE, i++;
	else if ((frames & FRAME_THAT) && (frames & FRAME_QUOTE) && kind(p, i, use->b, UNIT_COLON) && i + 1 < use->b)
		rule = RULE_CLAUSE, i++;
	else
		return false;
	return quote_add(p, use, i, phrase_clause_end(p, i, use->b, inner(p, use)), rule) != NULL;
}

/* "a culture called “the way”" only names; "what he called “the way”" quotes. */
static bool
only_names(const struct para *p, const struct use *use, size_t r)
{
	if (r >= use->b || p->unit[r].kind != UNIT_QUOTE || use->passive)
		return r < use->b && p->unit[r].kind == UNIT_QUOTE && use->passive;
	return use->who <= use->a || !unit_has(p, use->who - 1, POS_WH);
}

/* Where another name in marks begins behind the one before e: ", “rash”", "and a “farce”", "“rash,” an “error”"; else e. */
static size_t
next_label(const struct para *p, size_t e, size_t b)
{
	size_t i = e;

	if (i < b && p->unit[i].kind == UNIT_COMMA)
		i++;
	if (i < b && unit_has(p, i, POS_COORD))
		i++;
	if (i == e && !(p->marked[p->unit[e - 1].mark].flags & MARKED_COMMA))
		return e;
	return labelled(p, i, b) ? i : e;
}

/* "a mistake" because so few came, “a liar” for his story, “better” than before: what belongs to the name in marks
 * that ends before e. */
static bool
label_goes_on(const struct para *p, size_t e, size_t b)
{
	bool comma = p->marked[p->unit[e - 1].mark].flags & MARKED_COMMA;

	if (e + 1 >= b || unit_is(p, e, "because"))
		return e + 1 < b;
	if (comma || occasion(p, e, b))
		return false;
	return unit_is(p, e, "who") || unit_is(p, e, "than") || unit_is(p, e, "when") || unit_is(p, e, "if") ||
	    unit_has(p, e, POS_THAT | POS_NOMINAL) || (unit_has(p, e, POS_PREP) && !unit_has(p, e, POS_TIME));
}

/* The end of the name in marks at or behind e, and of those that are joined to it. */
static size_t
label_end(const struct para *p, size_t e, size_t b)
{
	size_t next;

	for (;;) {
		while (e < b && p->unit[e].kind != UNIT_QUOTE)
			e++;
		next = next_label(p, ++e, b);
		if (next == e)
			break;
		e = next;
	}
	return label_goes_on(p, e, b) ? noun_end(p, e, b) : e;
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
		if (p->unit[i].kind != UNIT_WORD || (i == r && unit_has(p, i, POS_PREP)) || unit_is(p, i, "to") ||
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
	return i + 2 < use->b && p->unit[i].kind == UNIT_COMMA && takes_prep(p, use, i + 1) ? i + 1 : e;
}

/* The preposition behind the object at r that leads to what is said of it: "accused the head of the board of lying";
 * r if there is none. */
static size_t
object_end(const struct para *p, const struct use *use, size_t r)
{
	size_t e = phrase_right(p, r, use->b), best = r, next;

	while (e > r && e + 1 < use->b) {
		e = behind_apposition(p, use, e);
		if (takes_prep(p, use, e)) {
			best = e;
			if (unit_is(p, e, "of") && unit_has(p, e + 1, POS_ING))
				break;
		}
		next = phrase_next(p, e, use->b);
		if (next == e && unit_has(p, e, POS_PREP) && !unit_has(p, e, POS_SUBORD) && !unit_is(p, e, "to"))
			next = phrase_right(p, e + 1, use->b);
		if (next <= e + 1)
			break;
		e = next;
	}
	return best;
}

/* The end of a noun phrase that is itself what was said, or of the clause that it begins: "said the days when all read
 * one paper are gone". */
static size_t
said_end(const struct para *p, const struct use *use, size_t r)
{
	size_t end;

	if (!(use->cue->frames & FRAME_THAT) || !(use->cue->frames & FRAME_QUOTE))
		return noun_end(p, r, use->b);
	end = phrase_clause_end(p, r, use->b, inner(p, use));
	return phrase_finite(p, r, end) ? end : noun_end(p, r, use->b);
}

/* "accused X of ...", "praised X as ...", "called X “...”", "denied the report". */
static bool
right_phrase(struct para *p, const struct use *use, size_t r)
{
	uint32_t frames = use->cue->frames;
	size_t e = phrase_right(p, r, use->b);

	if (r >= use->b)
		return false;
	if (use->infinitive && !use->negated && !(frames & FRAME_LABEL))
		return false;
	if ((frames & FRAME_LABEL) && !(frames & FRAME_THAT) && only_names(p, use, r))
		return false;
	if (takes_prep(p, use, r) && r + 1 < use->b) {
		struct use whole = *use;

		/* "spoke of", "apologized for" */
		whole.end = r == use->end ? r + 1 : use->end;
		return quote_add(p, &whole, r + 1, noun_end(p, r + 1, use->b), RULE_PREP) != NULL;
	}
	if ((frames & (FRAME_LABEL | FRAME_LABEL_QUOTE)) && ((e = label_of(p, r, use->b)) > r || labelled(p, r, use->b)))
		return quote_add(p, use, r, label_end(p, e, use->b), RULE_LABEL) != NULL;
	e = object_end(p, use, r);
	if (e > r)
		return quote_add(p, use, r, labelled(p, e + 1, use->b) && unit_is(p, e, "as") ? label_end(p, e + 1, use->b) :
		    phrase_clause_end(p, e + 1, use->b, inner(p, use)), RULE_AS) != NULL;
	e = phrase_right(p, r, use->b);
	if ((frames & FRAME_LABEL) && e > r && e < use->b && unit_has(p, e, POS_DET | POS_ADJ))
		return quote_add(p, use, r, noun_end(p, r, use->b), RULE_LABEL) != NULL;
	if ((frames & FRAME_NOUN) && e > r && e + 1 < use->b && unit_has(p, e, POS_THAT) && p->unit[e - 1].sense != 0 &&
	    unit_has(p, e - 1, POS_NOUN))
		return quote_add(p, &(struct use){ .cue = use->cue, .start = use->start, .end = e, .who = use->who, .who_end = use->who_end },
		    e, phrase_clause_end(p, e, use->b, inner(p, use)), RULE_NOUN_CUE) != NULL;
	if ((frames & FRAME_NOUN) && (e > r || kind(p, r, use->b, UNIT_QUOTE)) && !(use->passive && use->who == use->who_end))
		return quote_add(p, use, r, said_end(p, use, r), RULE_NOUN) != NULL;
	return false;
}

static bool
right_from(struct para *p, const struct use *use, size_t r)
{
	return right_quote(p, use, r) || right_clause(p, use, r) || right_phrase(p, use, r);
}

/* "In short, explained the mayor: “...”", "Added Berg, “...”": the speaker stands between the verb and his words. */
static bool
right_inverted(struct para *p, const struct use *given)
{
	struct use use = *given;
	size_t i;

	if (!(use.form & POS_FINITE) || use.passive || !(use.cue->frames & FRAME_QUOTE) || use.end >= use.b ||
	    (use.start > use.a && p->unit[use.start - 1].kind != UNIT_COMMA && !unit_has(p, use.start - 1, POS_COORD)))
		return false;
	i = phrase_whole(p, use.end, use.b);
	if (i == use.end || i + 1 >= p->n || !unit_has(p, phrase_right(p, use.end, use.b) - 1, POS_NAME | POS_PERSON | POS_SOURCE) || (p->unit[i].kind != UNIT_COLON && p->unit[i].kind != UNIT_COMMA) ||
	    p->unit[i + 1].kind != UNIT_QUOTE || !(unit_marked(p, i + 1)->flags & MARKED_CAPITAL))
		return false;
	use.who = use.end;
	use.who_end = i;
	return quote_add(p, &use, i + 1, i + 2, RULE_X_SAID_QUOTE) != NULL;
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

bool
quote_right(struct para *p, const struct use *use)
{
	size_t r = use->after, e;

	if (r >= p->n)
		return false;
	if (right_inverted(p, use))
		return true;
	if (use->cue->frames & FRAME_OBJ) {
		e = hearer_end(p, use, r);
		if (e > r && right_from(p, use, e))
			return true;
		e = r < use->b && !unit_has(p, r, POS_THAT) ? phrase_right(p, r, use->b) : r;
		if (e > r && right_from(p, use, e))
			return true;
		if (e > r && !(use->cue->frames & FRAME_NOUN))
			return false;
	}
	return right_from(p, use, r);
}
