/* Cues that are no verbs: "according to Berg", "Berg’s claim that". */
#include "quote_relative.h"

/* Does what stands behind a comma at i say who is named before it: "a clerk", "54", "who was there", "chief of staff at Nordbank",
 * "dated May 3"?  end: of its words. */
static bool
describes(const struct para *p, size_t i, size_t end)
{
	size_t k = i + 1;
	bool person = false, named = unit_has(p, i - 1, POS_NAME);

	if (end == k)
		return false;
	if ((unit_has(p, k, POS_NUMBER) && end == k + 1) || (unit_has(p, i - 1, POS_NUMBER) && unit_is(p, k, KEY(OF))))
		return true;
	if (unit_is(p, k, KEY(INCLUDING)) || (unit_has(p, k, POS_WH) && unit_has(p, k, POS_SUBJECT | POS_DET)))
		return true;
	if (unit_has(p, k, POS_ING) && unit_cues(p, k))
		return true;
	if (phrase_finite(p, k + unit_has(p, k, POS_PART), end))
		return false;
	if (unit_has(p, k, POS_PART) && !unit_has(p, k, POS_NOMINAL))
		return !named && k + 1 < end;
	if (unit_has(p, k, POS_DET | POS_POSS))
		return true;
	if (named && end == k + 1 && (p->unit[k].flags & UNIT_UPPER)) /* "Mark Berg, QC, ..." */
		return true;
	/* "her lawyer, Anna Berg, ..." */
	if (unit_has(p, k, POS_NAME) && (k + 1 == end || unit_has(p, end - 1, POS_NAME)))
		return !named;
	/* "Nordbank, Norway's lender, ..." */
	if (unit_has(p, k, POS_NAME))
		return unit_has(p, k + 1, POS_CLITIC) || unit_has(p, end - 1, POS_PERSON);
	while (k < end && !unit_has(p, k, POS_PREP) && !person)
		person = unit_has(p, k++, POS_PERSON | POS_TITLE);
	return person;
}

/* "two nurses and a child died": does "and" stand before the verb? */
static bool
is_listed(const struct para *p, size_t i, size_t b)
{
	while (unit_at(p, i, b, UNIT_WORD) && !unit_has(p, i, POS_COORD | POS_FINITE | POS_AUX))
		i++;
	return unit_within(p, i, b, POS_COORD);
}

/* "According to Berg, a clerk, the dam ...": the end of the appositions behind a mention that ends at i; i if there is none. */
static size_t
over_appositions(const struct para *p, size_t i, size_t b)
{
	size_t mention = i;
	bool name = unit_has(p, i - 1, POS_NAME);

	if (unit_has(p, i - 1, POS_OBJECT)) /* "according to them" */
		return i;
	while (i + 1 < b && p->unit[i].kind == UNIT_COMMA) {
		size_t k = i + 1;

		while (unit_at(p, k, b, UNIT_WORD))
			k++;
		if (k + 1 >= b || p->unit[k].kind != UNIT_COMMA || !describes(p, i, k) || (!name && is_listed(p, k + 1, b)))
			break;
		i = k;
	}
	/* "According to Berg, the dam, built in 1970, is safe": the verb is that of what was taken for an apposition */
	return unit_within(p, i + 1, b, POS_FINITE | POS_AUX | POS_SUBORD) ? mention : i;
}

/* The end of the clause at unit i that stands behind "according to X,"; "Berg, the mayor, said it was old" is one, to its end. */
static size_t
accorded_end(const struct para *p, size_t i, size_t b)
{
	size_t end = phrase_clause_end(p, i, b, false);

	return unit_at(p, end, b, UNIT_COMMA) && !phrase_finite(p, i, end) ? b : end;
}

/* The attribution [use->start, use->end), whose speaker follows, before, within or behind what it attributes. */
static bool
attribute(struct para *p, struct use *use)
{
	size_t a = use->a, b = use->b, v = use->start;
	uint32_t group;
	struct found *f;

	use->who = use->end;
	use->who_end = phrase_whole(p, use->end, b);
	if (use->who_end == use->who)
		return false;
	if (v == a || p->unit[v - 1].kind != UNIT_COMMA || v - 1 == a) {
		bool opens = v == a || unit_has(p, v - 1, POS_COORD);
		size_t i = use->who_end = opens ? over_appositions(p, use->who_end, b) : use->who_end;

		while (v == a && i < b && p->unit[i].kind != UNIT_COMMA)
			i++;
		if (unit_at(p, i, b, UNIT_COMMA) && (v == a || unit_has(p, v - 1, POS_COORD | POS_SUBORD | POS_ADV)))
			return quote_add(p, use, i + 1, accorded_end(p, i + 1, b), RULE_ACCORDING) != NULL;
		/* "Laut Berg hält der Damm." */
		if (v == a && unit_within(p, use->who_end, b, POS_FINITE | POS_AUX | POS_BASE))
			return quote_add(p, use, use->who_end, b, RULE_ACCORDING) != NULL;
		return v > a && quote_add(p, use, a, v, RULE_ACCORDING_AFTER) != NULL;
	}
	if ((unit_has(p, v - 2, POS_ADV) || unit_has(p, a, POS_SUBORD) || !phrase_finite(p, a, v - 1)) && use->who_end + 1 < b &&
	    p->unit[use->who_end].kind == UNIT_COMMA && phrase_opens_clause(p, use->who_end + 1, b))
		return quote_add(p, use, use->who_end + 1, phrase_clause_end(p, use->who_end + 1, b, false), RULE_ACCORDING) != NULL;
	use->who_end = quote_mention_end(p, use->who, b);
	f = quote_add(p, use, a, v - 1, RULE_ACCORDING_AFTER);
	group = p->q->groups;
	if (f != NULL && use->who_end + 2 < b && p->unit[use->who_end].kind == UNIT_COMMA &&
	    (unit_has(p, use->who_end + 1, POS_FINITE | POS_AUX) || p->unit[use->who_end + 1].kind == UNIT_QUOTE)) {
		f = quote_add(p, use, use->who_end + 1, phrase_clause_end(p, use->who_end + 1, b, false), RULE_INSERTED);
		if (f != NULL)
			f->group = p->q->groups = group;
	}
	return true;
}

/* "According to X, ...", "..., according to X". */
bool
quote_prep(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue)
{
	struct use use = { .cue = cue, .a = a, .b = b, .start = v, .verb = v, .end = quote_cue_end(p, v, b, cue) };

	return use.end > v && attribute(p, &use);
}

/* "in light of Berg’s claim": where the owner begins in the phrase [i, end), behind a noun that nobody is. */
static size_t
behind_of(const struct para *p, size_t i, size_t end)
{
	static const uint32_t somebody = POS_PERSON | POS_SOURCE | POS_TITLE | POS_NAME;

	for (size_t k = i + 1; k + 1 < end; k++)
		if (unit_is(p, k, KEY(OF)) && !unit_has(p, k - 1, somebody) && unit_has(p, k + 1, POS_NAME | POS_TITLE))
			return k + 1;
	return i;
}

/* Who speaks by the noun at unit v: "his claim", "Berg’s claim", "Berg made the claim". */
static bool
owner(const struct para *p, size_t a, size_t v, struct use *use)
{
	enum { REACH = 4 };
	size_t i = v;

	while (v - i < REACH && unit_follows(p, a, i, POS_ADJ | POS_NOUN | POS_PART | POS_NUMBER) &&
	    !unit_has(p, i - 1, POS_CLITIC | POS_DET | POS_POSS | POS_FINITE))
		i--;
	if (i == a)
		return false;
	if (unit_has(p, i - 1, POS_POSS)) {
		use->who = i - 1;
		use->who_end = i;
		return true;
	}
	if (unit_has(p, i - 1, POS_CLITIC)) {
		use->who_end = i - 1;
		use->who = behind_of(p, phrase_left(p, a, i - 1), i - 1);
		return use->who < use->who_end;
	}
	if (i == v && unit_has(p, i - 1, POS_NAME)) {
		use->who = phrase_left(p, a, v);
		use->who_end = v;
		return use->who < v;
	}
	if (unit_has(p, i - 1, POS_DET))
		i--;
	return i > a && unit_is(p, i - 1, KEY(MADE)) && quote_subject(p, a, i - 1, &use->who, &use->who_end);
}

/* Does what the noun reports stand behind it: "that", "to go", "about it", ", “...”"? */
static bool
complement(const struct para *p, size_t i, size_t b)
{
	i = phrase_adverbs(p, i, b);
	if (i + 1 >= b)
		return false;
	if (p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_COLON)
		return p->unit[i + 1].kind == UNIT_QUOTE && !unit_goes_on(p, i + 1);
	return unit_has(p, i, POS_THAT) || (p->unit[i].is & POS_PREP);
}

/* “No” was Berg’s reply, “No,” is the verdict of Berg: the marked stretch before the noun phrase, whose owner is noted; p->n
 * if it is not so. */
static size_t
equated(const struct para *p, size_t a, size_t v, size_t b, struct use *use)
{
	size_t i = v;

	if (v + 2 < b && unit_is(p, v + 1, KEY(OF) | KEY(FROM))) {
		while (unit_follows(p, a, i, POS_ADJ | POS_DET))
			i--;
		use->who = v + 2;
		use->who_end = phrase_whole(p, v + 2, b);
	} else if (owner(p, a, v, use)) {
		i = use->who;
	}
	return use->who < use->who_end ? phrase_equated(p, i) : p->n;
}

/* "Berg’s argument was that ...", "The message from Berg was that ...": where "that" stands, behind whose it is; 0 if it
 * does not stand so. */
static size_t
predicate(const struct para *p, size_t a, size_t v, size_t b, struct use *use)
{
	size_t i = v + 1;

	if (i + 1 < b && unit_is(p, i, KEY(FROM))) {
		use->who = i + 1;
		i = use->who_end = phrase_whole(p, i + 1, b);
	}
	return i + 1 < b && unit_has(p, i, POS_BE) && unit_has(p, i + 1, POS_THAT) && (i > v + 1 || owner(p, a, v, use)) ? i + 1 : 0;
}

/* "In Berg’s view, the tax is unfair", "The tax is unfair, in her opinion.": the noun at unit v, whose owner is noted, behind
 * "in", and what is held so before it or behind it. */
static bool
in_view(struct para *p, size_t v, struct use *use)
{
	size_t a = use->a, b = use->b, behind = v + 2;
	bool ends = v + 1 == b || p->unit[v + 1].kind == UNIT_STOP;

	if (use->who == a || !unit_is(p, use->who - 1, KEY(IN)))
		return false;
	use->start = use->who - 1;
	if (use->start > a + 1 && p->unit[use->start - 1].kind == UNIT_COMMA && phrase_finite(p, a, use->start - 1) && ends)
		return quote_add(p, use, a, use->start - 1, RULE_ACCORDING_AFTER) != NULL;
	if (use->start > a || !unit_at(p, v + 1, b, UNIT_COMMA))
		return false;
	if (!unit_at(p, behind, b, UNIT_QUOTE) && !phrase_opens_clause(p, behind, b))
		return false;
	return quote_add(p, use, behind, phrase_clause_end(p, behind, b, false), RULE_ACCORDING) != NULL;
}

/* "Berg’s answer? “...”": a noun, a question mark and words in marks that nobody else says. */
static bool
answers_itself(const struct para *p, size_t v)
{
	return v + 2 < p->n && p->unit[v + 1].kind == UNIT_STOP && p->text.at[p->unit[v + 1].start] == '?' &&
	    p->unit[v + 2].kind == UNIT_QUOTE && !unit_goes_on(p, v + 2);
}

/* "Her claim that it was safe proved wrong": where the verb stands whose subject is the noun; use->b if there is none. */
static size_t
before_verb(const struct para *p, const struct use *use)
{
	size_t that = phrase_adverbs(p, use->end, use->b), verb;

	if (!unit_within(p, that, use->b, POS_THAT))
		return use->b;
	verb = quote_verb_behind(p, that);
	return verb < use->b ? verb : use->b;
}

/* "his statement on Wednesday that ...", "raised questions about ..." */
bool
quote_noun(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue)
{
	struct use use = { .cue = cue, .a = a, .b = b, .start = v, .verb = v, .end = v + 1, .after = v + 1 };
	size_t had = p->q->nfound, quotation, that;

	/* "in the words of Berg" */
	if (v > a + 1 && v + 1 < b && unit_is(p, v - 2, KEY(IN)) && unit_has(p, v - 1, POS_DET) && unit_is(p, v + 1, KEY(OF))) {
		use.start = v - 2;
		use.end = v + 2;
		return attribute(p, &use);
	}
	quotation = cue->frames & FRAME_QUOTE ? equated(p, a, v, b, &use) : p->n;
	if (quotation < p->n)
		return quote_add(p, &use, quotation, quotation + 1, RULE_NOUN_CUE) != NULL;
	if (!unit_has(p, v, POS_NOUN) || unit_has(p, v, POS_FINITE) || v + 1 >= b)
		return false;
	if ((cue->frames & FRAME_QUOTE) && answers_itself(p, v) && owner(p, a, v, &use))
		return quote_add(p, &use, v + 2, v + 3, RULE_NOUN_CUE) != NULL;
	if (slice_is(cue->stance, "believe") && owner(p, a, v, &use) && in_view(p, v, &use))
		return true;
	that = predicate(p, a, v, b, &use);
	if (that > 0)
		use.after = that;
	else if (!complement(p, v + 1, b) || !owner(p, a, v, &use))
		return false;
	else if (quote_opens_subject(p, a, use.who, POS_COORD | POS_SUBORD))
		use.b = before_verb(p, &use);
	if (!quote_right(p, &use))
		return false;
	for (; had < p->q->nfound; had++)
		p->q->found[had].rule = RULE_NOUN_CUE;
	return true;
}
