/* The use of a verb as a cue: its group ("might be asking", "has also said") and its voice. */
#include "quote_page.h"

/* The unit of the word that ends a verb apart from it, "teilte am Montag mit"; 0 if its clause ends before. */
static size_t
apart(const struct para *p, size_t v, size_t b, struct slice rest)
{
	enum { REACH = 12 };

	for (size_t i = v + 1; i < b && i < v + REACH && p->unit[i].kind == UNIT_WORD; i++)
		if (slice_eq(slice_make(p->text.at + p->unit[i].start, p->unit[i].end - p->unit[i].start), rest))
			return i + 1;
	return 0;
}

size_t
quote_cue_end(const struct para *p, size_t v, size_t b, const struct cue *cue)
{
	struct slice rest = cue->rest;
	size_t i = v + 1;

	if (cue->frames & FRAME_APART)
		return apart(p, v, b, rest);
	/* "was quoted by the agency as saying" */
	if ((cue->frames & FRAME_PASSIVE) && i + 1 < b && unit_is(p, i, KEY(BY)))
		i = phrase_whole(p, i + 1, b);
	for (; rest.at != NULL && rest.len > 0; i++) {
		struct slice word = slice_cut(&rest, ' ');
		struct slice here;

		if (i >= b || p->unit[i].kind != UNIT_WORD)
			return 0;
		here = slice_make(p->text.at + p->unit[i].start, p->unit[i].end - p->unit[i].start);
		if (!slice_eq(here, word))
			return 0;
	}
	return i;
}

void
quote_settle(struct para *p)
{
	size_t kept = 0;

	for (size_t i = 0; i < p->cues; i++) {
		size_t v = p->cue[i];
		uint16_t k = p->unit[v].sense;

		while (k != 0 && p->q->cue[k].rest.len > 0 && quote_cue_end(p, v, p->n, &p->q->cue[k]) == 0)
			k = p->q->cue[k].next;
		if (k == 0)
			p->unit[v].sense = 0;
		else
			p->cue[kept++] = (uint32_t)v;
	}
	p->cues = kept;
}

/* "went on to say", "continued to insist", "kept insisting": the start of what begins or goes on right before unit i, else i. */
static size_t
catenative(const struct para *p, size_t a, size_t i)
{
	if (i > a + 1 && unit_is(p, i - 1, KEY(ON)) && unit_is(p, i - 2, KEY(WENT)))
		return i - 2;
	return i > a && unit_is(p, i - 1, KEY(CONTINUED)) ? i - 1 : i;
}

/* "when asked whether" */
static bool
asked_when(const struct para *p, const struct use *use)
{
	return (use->form & (POS_PAST | POS_PART)) == POS_PART && unit_follows(p, use->a, use->verb, POS_SUBORD);
}

/* "Asked by the judge whether" */
static bool
asked_by(const struct para *p, const struct use *use)
{
	return (use->form & POS_PART) && (use->cue->frames & FRAME_OBJ) && use->end < use->b && unit_is(p, use->end, KEY(BY)) &&
	    (use->verb == use->a || p->unit[use->verb - 1].kind == UNIT_COMMA);
}

/* "Does the minister think it holds?", "Who accused them?": is it asked whether it was said, or who said it? */
static bool
is_asked(const struct para *p, const struct use *use)
{
	size_t first = use->a, last = use->b;

	while (last > first && p->unit[last - 1].kind == UNIT_OTHER)
		last--;
	if (last < first + 2 || p->unit[last - 1].kind != UNIT_STOP || p->text.at[p->unit[last - 1].start] != '?')
		return false;
	first += unit_has(p, first, POS_COORD | POS_ADV);
	if (unit_is(p, first, KEY(WHO)))
		return use->verb == first + 1;
	return unit_has(p, first, POS_AUX) && !unit_has(p, first, POS_CLITIC) && use->verb > first && p->unit[first + 1].kind == UNIT_WORD;
}

/* Tells what stands around the group from unit i on that it was not said: "stopped short of saying", "avoided saying", "should have
 * said", "neither confirmed nor denied", "Had he said so, ..."? */
static bool
not_done(const struct para *p, const struct use *use, size_t i)
{
	size_t before = i > use->a ? i - 1 : i;

	if (is_asked(p, use))
		return true;
	if (use->participle && before < i) {
		before -= before > use->a && unit_is(p, before, KEY(OF) | KEY(FROM));
		return unit_is(p, before, KEY(REFUSED));
	}
	if (use->modal && (use->form & (POS_PART | POS_PAST)) && unit_follows(p, i, use->verb, POS_HAVE))
		return true;
	if (unit_has(p, use->a, POS_HAVE) && unit_first(p, use->a) && use->a < before && !unit_has(p, before, POS_HAVE))
		return phrase_right(p, use->a + 1, i) == i;
	return before < i && (unit_is(p, before, KEY(NOR)) || (unit_is(p, before, KEY(NOBODY)) && unit_has(p, before, POS_DET) && use->end < use->b &&
	    unit_is(p, use->end, KEY(NOR))));
}

/* Walks left over auxiliaries, adverbs, negation and "to". */
static void
group(const struct para *p, struct use *use)
{
	size_t i = use->verb;

	while (i > use->a && use->verb - i < 8) {
		uint32_t c = p->unit[i - 1].is;

		if (p->unit[i - 1].kind != UNIT_WORD || unit_first(p, i))
			break;
		if (i == use->verb) {
			bool to = unit_is(p, i - 1, KEY(TO));
			size_t begun = to || (use->form & POS_ING) ? catenative(p, use->a, i - to) : i;

			if (begun < i - to) {
				use->form = p->unit[begun].is & POS_VERB;
				use->participle = (use->form & POS_ING) != 0;
				i = begun;
				continue;
			}
			use->infinitive = to;
			if (to) {
				i--;
				continue;
			}
		}
		if (c & POS_BE) {
			if (use->form & (POS_PART | POS_PAST))
				use->passive = true;
			use->participle = false;
		} else if (c & POS_NOT) {
			use->negated = !unit_is(p, i, KEY(ONLY));
		} else if (c & POS_MODAL) {
			use->modal = true;
		} else if (unit_is(p, i - 1, KEY(BOTH))) {
			if (i < use->a + 2 || !unit_has(p, i - 2, POS_AUX))
				break;
		} else if (!(c & (POS_HAVE | POS_DO)) && (!(c & POS_ADV) || (c & (POS_SUBJECT | POS_PREP | POS_TIME)))) {
			break;
		}
		i--;
	}
	use->negated = use->negated || (use->infinitive && i > use->a && unit_is(p, i - 1, KEY(REFUSED) | KEY(YET)));
	for (size_t k = i; k < use->verb; k++)
		use->negated = use->negated || unit_is(p, k, use->infinitive ? KEY(CANNOT) | KEY(YET) : KEY(CANNOT));
	use->negated = use->negated || not_done(p, use, i);
	/* adverbs in front of a bare verb belong to it; those that begin a clause do not */
	while (unit_within(p, i, use->verb, POS_ADV) && (i == use->a || p->unit[i - 1].kind != UNIT_WORD))
		i++;
	use->start = i;
	use->passive |= i == use->verb && (asked_when(p, use) || asked_by(p, use));
}

/* Is the third person at use->verb, with no helper before it, a plural instead: "states", "claims"? */
static bool
is_noun_in_s(const struct para *p, const struct use *use)
{
	size_t v = use->verb;

	/* "Lund protests: 800 arrested", "Remarks on Tariffs" */
	if (p->headline && (v == use->a || unit_at(p, use->end, use->b, UNIT_COLON)))
		return true;
	if (v == use->a)
		return false;
	/* "nine state charges" */
	if (v > use->a + 1 && unit_has(p, v - 1, POS_NOUN) && !unit_plural(p, v - 1) && unit_has(p, v - 2, POS_NUMBER))
		return true;
	/* "Western states": behind an adjective, but not "the firm notes"; "early voting states" */
	if (unit_has(p, v - 1, POS_ADJ | POS_ING | POS_NUMBER | POS_DET | POS_CLITIC) && !unit_has(p, v - 1, POS_PERSON | POS_SUBJECT | POS_WH) &&
	    !(unit_has(p, v - 1, POS_NOUN) && !unit_has(p, v - 1, POS_NAME) && unit_follows(p, use->a, v - 1, POS_DET | POS_POSS)))
		return true;
	/* "includes rules that": behind its verb */
	if (!unit_has(p, v - 1, POS_NOMINAL | POS_ADV) &&
	    (unit_has(p, v - 1, POS_FINITE | POS_PREP) ||
	    (unit_has(p, v - 1, POS_PART) && (unit_cues(p, v - 1) || unit_follows(p, use->a, v - 1, POS_HAVE)))))
		return true;
	/* "hecklers or questions": joined to a noun */
	return unit_has(p, v - 1, POS_COORD) && unit_follows(p, use->a, v - 1, POS_NOUN) && unit_plural(p, v - 2);
}

/* Does the participle at use->verb, with no helper before it, tell of a noun instead: "pledged votes"? */
static bool
is_adjective(const struct para *p, const struct use *use)
{
	size_t v = use->verb;

	/* "475 pledged votes" */
	if (unit_follows(p, use->a, v, POS_NUMBER) && unit_within(p, use->end, use->b, POS_NOUN) && !unit_has(p, use->end, POS_DET | POS_POSS))
		return true;
	/* "to submit detailed plans" */
	if (unit_follows(p, use->a, v, POS_BASE) && !unit_has(p, v - 1, POS_NOMINAL | POS_ADV) && unit_within(p, use->end, use->b, POS_NOUN))
		return true;
	/* "Leaked memos said" */
	if (unit_first(p, v) && unit_within(p, use->end, use->b, POS_NOUN | POS_PERSON | POS_SOURCE))
		return unit_within(p, phrase_right(p, use->end, use->b), use->b, POS_FINITE | POS_AUX);
	/* "by proposed rules" */
	return unit_follows(p, use->a, v, POS_PREP) && !unit_has(p, v - 1, POS_NOMINAL | POS_ADV | POS_SUBORD) &&
	    unit_within(p, use->end, use->b, POS_NOMINAL);
}

/* Does the group stand behind a determiner that takes it for a noun: "its recommended list", "the only question mark"? */
static bool
behind_determiner(const struct para *p, const struct use *use)
{
	size_t before = use->start - 1;

	if (use->start == use->a)
		return false;
	if (unit_is(p, before, KEY(WHATEVER))) /* "for whatever reason" */
		return true;
	return unit_has(p, before, POS_DET | POS_POSS) && !unit_has(p, use->start, POS_AUX) && !unit_is(p, before, KEY(ANOTHER)) &&
	    !unit_has(p, before, POS_SUBJECT | POS_WH | POS_THAT | POS_AUX);
}

/* "said by phone": does "by" behind the verb tell how, not by whom? */
static bool
by_means(const struct para *p, const struct use *use)
{
	size_t i = use->end + 1;

	return unit_within(p, i, use->b, POS_NOUN) && !unit_has(p, i, POS_PERSON | POS_NAME | POS_TITLE | POS_DET) && !unit_plural(p, i) &&
	    (i + 1 == use->b || p->unit[i + 1].kind != UNIT_WORD || unit_has(p, i + 1, POS_PREP | POS_TIME | POS_THAT));
}

/* Is the word something else than this verb here? */
static bool
is_other(const struct para *p, const struct use *use, bool helped)
{
	uint32_t form = use->form;
	bool noun = unit_has(p, use->verb, POS_NOUN);

	if (use->end < use->b && unit_is(p, use->end, KEY(TANK)))
		return true;
	if ((form & POS_THIRD) && noun && !helped && is_noun_in_s(p, use))
		return true;
	if ((form & (POS_PART | POS_PAST)) && !helped && is_adjective(p, use))
		return true;
	/* "the most detailed plan" */
	if ((form & (POS_PAST | POS_PART)) && !helped && use->verb > use->a + 1 && unit_is(p, use->verb - 1, KEY(MORE)) &&
	    unit_has(p, use->verb - 2, POS_DET | POS_POSS))
		return true;
	if (behind_determiner(p, use))
		return true;
	/* "Berg’s warning", "a warning" */
	if ((form & POS_ING) && noun && unit_follows(p, use->a, use->verb, POS_CLITIC | POS_POSS | POS_DET | POS_ADJ) &&
	    !unit_has(p, use->verb - 1, POS_BE | POS_NAME))
		return true;
	/* "a statement published by the ministry" */
	return (form & POS_PAST) && !helped && !use->passive && use->end < use->b && unit_is(p, use->end, KEY(BY)) && !by_means(p, use);
}

/* Can the word be this verb here? */
static bool
plausible(const struct para *p, const struct use *use)
{
	uint32_t form = use->form;
	bool helped = use->start < use->verb;

	if (is_other(p, use, helped))
		return false;
	/* "Berg’s said it" */
	if (!helped && unit_is(p, use->verb, KEY(SAID)) && unit_follows(p, use->a + 1, use->verb, POS_CLITIC) && unit_has(p, use->verb - 2, POS_NAME))
		return true;
	if (form & (POS_FINITE | POS_ING))
		return true;
	if (form & POS_PART) /* "Asked whether ..., Berg said" */
		return helped || use->passive || ((use->cue->frames & FRAME_WH) && (use->cue->frames & FRAME_OBJ));
	return (form & POS_BASE) && quote_bare(p, use, helped);
}

/* Is what stands before the verb a subject?  "very obvious tells", "sparking wide fears", "submit detailed plans" have none. */
static bool
can_speak(const struct para *p, const struct use *use)
{
	static const uint32_t noun = POS_NOMINAL | POS_PRONOUN | POS_DET | POS_POSS;

	size_t who = use->who, last = use->who_end - 1;

	if (who == use->who_end || use->start < use->verb || p->unit[who].kind != UNIT_WORD)
		return true;
	/* "said in a statement posted online that" */
	if ((use->form & POS_PAST) && unit_has(p, last, POS_SOURCE) && unit_follows(p, use->a + 1, who, POS_PREP) && unit_is(p, who - 2, KEY(SAID)))
		return false;
	if (unit_has(p, who, POS_POSS) && unit_has(p, last, POS_ADJ) && !unit_has(p, last, noun))
		return false;
	/* "corruption charges that he denies": a noun before a noun */
	if (unit_has(p, use->verb, POS_NOUN) && !unit_has(p, who, POS_DET | POS_POSS) && (p->unit[last].is & noun) == POS_NOUN &&
	    !unit_plural(p, last))
		return false;
	if (unit_has(p, who, noun))
		return true;
	if (who == last)
		return !unit_has(p, who, POS_ADJ | POS_BASE);
	return !unit_has(p, who, POS_ING) || !unit_has(p, use->verb, POS_NOUN);
}

bool
quote_verb(const struct para *p, size_t a, size_t b, size_t v, const struct cue *cue, struct use *use)
{
	static const struct use none; /* copied sooner than a literal is cleared */

	*use = none;
	use->cue = cue;
	use->a = a;
	use->b = b;
	use->verb = v;
	use->form = p->unit[v].is & POS_VERB;
	use->end = quote_cue_end(p, v, b, cue);
	if (cue->frames & FRAME_BE) /* "is adamant" */
		use->form = unit_follows(p, a, v, POS_BE) ? POS_PAST : 0;
	if (use->form == 0 || use->end == 0)
		return false;
	use->participle = (use->form & POS_ING) != 0;
	group(p, use);
	if (cue->frames & FRAME_BE)
		use->passive = false;
	if (!plausible(p, use))
		return false;
	/* "sagte nicht, ob" */
	if ((cue->frames & FRAME_COMMA) && unit_within(p, use->end, b, POS_NOT)) {
		use->negated = true;
		use->end++;
	}
	use->after = use->end;
	quote_subject_of(p, use);
	return can_speak(p, use);
}
