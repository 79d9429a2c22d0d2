/* The use of a verb as a cue: its group ("might be asking", "has also said") and its voice. */
#include "quote_parts.h"

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

/* Walks left over auxiliaries, adverbs, negation and "to". */
static void
group(const struct para *p, struct use *use)
{
	size_t i = use->verb;

	while (i > use->a && use->verb - i < 8) {
		uint32_t c = p->unit[i - 1].is;

		if (p->unit[i - 1].kind != UNIT_WORD || (p->unit[i].flags & UNIT_FIRST))
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
	/* adverbs in front of a bare verb belong to it; those that begin a clause do not */
	while (i < use->verb && unit_has(p, i, POS_ADV) && (i == use->a || p->unit[i - 1].kind != UNIT_WORD))
		i++;
	use->start = i;
	/* "when asked whether", "Asked by the judge whether" */
	use->passive |= i == use->verb && i > use->a && (use->form & (POS_PAST | POS_PART)) == POS_PART && unit_has(p, i - 1, POS_SUBORD);
	use->passive |= i == use->verb && (use->form & POS_PART) && (use->cue->frames & FRAME_OBJ) && use->end < use->b && unit_is(p, use->end, KEY(BY)) && (i == use->a || p->unit[i - 1].kind == UNIT_COMMA);
}

/* Is unit i a subject that takes the bare form of a verb: "they", "critics", "who"? */
static bool
plural(const struct para *p, size_t i)
{
	const struct unit *u = &p->unit[i];

	if (u->kind == UNIT_COMMA)
		return true;
	if (u->kind != UNIT_WORD || unit_is(p, i, KEY(HE)))
		return false;
	if (u->is & (POS_SUBJECT | POS_WH | POS_NUMBER))
		return true;
	if (unit_is(p, i, KEY(PEOPLE)) || ((u->flags & UNIT_UPPER) && u->end - u->start > 2 && p->text.at[u->end - 1] <= 'Z')) /* "RCMP say" */
		return true;
	return (u->is & (POS_NOUN | POS_PERSON | POS_NAME)) && u->end - u->start > 3 && p->text.at[u->end - 1] == 's';
}

/* "people close to Berg say", "critics of Mr. Lund say": is the head of the phrase before unit end a plural? */
static bool
plural_head(const struct para *p, size_t a, size_t end)
{
	enum { REACH = 12 };

	for (size_t i = end; i > a && end - i < REACH; i--) {
		if (p->unit[i - 1].kind != UNIT_WORD || unit_has(p, i - 1, POS_AUX | POS_SUBORD) || (unit_has(p, i - 1, POS_FINITE) && !unit_has(p, i - 1, POS_NOMINAL)))
			return false;
		if (i < end && unit_has(p, i, POS_PREP | POS_ADJ | POS_ING) && unit_has(p, i - 1, POS_NOUN | POS_PERSON) && plural(p, i - 1))
			return true;
	}
	return false;
}

/* Can a base form be a verb here: with a helper, behind a plural, or "and" and before "that", as in "they note that it was small, and
 * caution that ..."? */
static bool
bare(const struct para *p, const struct use *use, bool helped)
{
	if (helped || use->infinitive || use->modal)
		return true;
	if (use->start > use->a + 1 && unit_has(p, use->start - 1, POS_COORD) && p->unit[use->start - 2].kind == UNIT_COMMA && use->end < use->b && unit_has(p, use->end, POS_THAT))
		return true;
	/* "the club say" */
	if (use->start > use->a && unit_has(p, use->start - 1, POS_SOURCE) && p->unit[use->start - 1].sense == 0 && !unit_has(p, use->verb, POS_NOUN | POS_NAME))
		return true;
	return use->start > use->a && (plural(p, use->start - 1) || plural_head(p, use->a, use->start));
}

/* Can the word be this verb here? */
static bool
plausible(const struct para *p, const struct use *use)
{
	uint32_t form = use->form;
	bool helped = use->start < use->verb;

	if (use->end < use->b && unit_is(p, use->end, KEY(TANK)))
		return false;
	/* "Western states": a plural behind an adjective; "early voting states" */
	if ((form & POS_THIRD) && unit_has(p, use->verb, POS_NOUN) && !helped && use->verb > use->a &&
	    unit_has(p, use->verb - 1, POS_ADJ | POS_ING | POS_NUMBER | POS_DET | POS_CLITIC) && !unit_has(p, use->verb - 1, POS_PERSON | POS_SUBJECT | POS_WH))
		return false;
	/* "the most detailed plan" */
	if ((form & (POS_PAST | POS_PART)) && !helped && use->verb > use->a + 1 && unit_is(p, use->verb - 1, KEY(MORE)) &&
	    unit_has(p, use->verb - 2, POS_DET | POS_POSS))
		return false;
	/* "475 pledged votes" */
	if ((form & POS_PART) && !helped && use->verb > use->a && unit_has(p, use->verb - 1, POS_NUMBER) && use->end < use->b &&
	    unit_has(p, use->end, POS_NOUN) && !unit_has(p, use->end, POS_DET | POS_POSS))
		return false;
	/* "its recommended list", "the only question mark", "for whatever reason" */
	if (use->start > use->a && unit_is(p, use->start - 1, KEY(WHATEVER)))
		return false;
	if (use->start > use->a && !unit_has(p, use->start, POS_AUX) && unit_has(p, use->start - 1, POS_DET | POS_POSS) && !unit_is(p, use->start - 1, KEY(ANOTHER)) && !unit_has(p, use->start - 1, POS_SUBJECT | POS_WH | POS_THAT | POS_AUX))
		return false;
	/* "includes rules that": a noun behind its verb */
	if ((form & POS_THIRD) && unit_has(p, use->verb, POS_NOUN) && !helped && use->verb > use->a &&
	    (unit_has(p, use->verb - 1, POS_FINITE | POS_PREP) || (unit_has(p, use->verb - 1, POS_PART) && p->unit[use->verb - 1].sense != 0)) && !unit_has(p, use->verb - 1, POS_NOMINAL | POS_ADV))
		return false;
	/* "hecklers or questions": a noun that is joined to a noun */
	if ((form & POS_THIRD) && unit_has(p, use->verb, POS_NOUN) && !helped && use->verb > use->a + 1 && unit_has(p, use->verb - 1, POS_COORD) &&
	    unit_has(p, use->verb - 2, POS_NOUN) && p->text.at[p->unit[use->verb - 2].end - 1] == 's')
		return false;
	/* "Berg’s warning", "a warning" */
	if ((form & POS_ING) && unit_has(p, use->verb, POS_NOUN) && use->verb > use->a && unit_has(p, use->verb - 1, POS_CLITIC | POS_POSS | POS_DET | POS_ADJ) &&
	    !unit_has(p, use->verb - 1, POS_BE | POS_NAME))
		return false;
	/* "Lund protests: 800 arrested" */
	if ((form & POS_THIRD) && unit_has(p, use->verb, POS_NOUN) && !helped && p->headline && use->end < use->b && p->unit[use->end].kind == UNIT_COLON)
		return false;
	/* "by proposed rules" */
	if ((form & POS_PART) && !helped && use->verb > use->a && unit_has(p, use->verb - 1, POS_PREP) && !unit_has(p, use->verb - 1, POS_NOMINAL | POS_ADV | POS_SUBORD) &&
	    use->end < use->b && unit_has(p, use->end, POS_NOMINAL))
		return false;
	/* "a statement published by the ministry" */
	if ((form & POS_PAST) && !helped && !use->passive && use->end < use->b && unit_is(p, use->end, KEY(BY)))
		return false;
	if (!helped && unit_is(p, use->verb, KEY(SAID)) && use->verb > use->a + 1 && unit_has(p, use->verb - 1, POS_CLITIC) && unit_has(p, use->verb - 2, POS_NAME))
		return true;
	if (form & POS_FINITE)
		return true;
	if (form & POS_ING)
		return true;
	/* "Asked whether ..., Berg said" */
	if ((form & POS_PART) && !helped && (use->cue->frames & FRAME_WH) && (use->cue->frames & FRAME_OBJ) && !(form & POS_PAST))
		return true;
	if (form & POS_PART)
		return helped || use->passive;
	return (form & POS_BASE) && bare(p, use, helped);
}

/* Is what stands before the verb a subject?  "very obvious tells", "sparking wide fears", "submit detailed plans" have none. */
static bool
can_speak(const struct para *p, const struct use *use)
{
	static const uint32_t noun = POS_NOMINAL | POS_PRONOUN | POS_DET | POS_POSS;

	if (use->who == use->who_end || use->start < use->verb || p->unit[use->who].kind != UNIT_WORD)
		return true;
	/* "said in a statement posted online that" */
	if ((use->form & POS_PAST) && use->who > use->a + 1 && unit_has(p, use->who - 1, POS_PREP) && unit_is(p, use->who - 2, KEY(SAID)) && unit_has(p, use->who_end - 1, POS_SOURCE))
		return false;
	if (unit_has(p, use->who, POS_POSS) && unit_has(p, use->who_end - 1, POS_ADJ) && !unit_has(p, use->who_end - 1, noun))
		return false;
	/* "corruption charges that he denies": a noun before a noun */
	if (unit_has(p, use->verb, POS_NOUN) && !unit_has(p, use->who, POS_DET | POS_POSS) && (p->unit[use->who_end - 1].is & (POS_NOMINAL | POS_PRONOUN | POS_DET | POS_POSS)) == POS_NOUN &&
	    p->text.at[p->unit[use->who_end - 1].end - 1] != 's')
		return false;
	if (unit_has(p, use->who, noun))
		return true;
	if (use->who + 1 == use->who_end)
		return !unit_has(p, use->who, POS_ADJ | POS_BASE);
	return !unit_has(p, use->who, POS_ING) || !unit_has(p, use->verb, POS_NOUN);
}

bool
quote_verb(const struct para *p, size_t a, size_t b, size_t v, const struct cue *cue, struct use *use)
{
	*use = (struct use){ .cue = cue, .a = a, .b = b, .verb = v, .form = p->unit[v].is & POS_VERB };
	use->end = quote_cue_end(p, v, b, cue);
	if (cue->frames & FRAME_BE) /* "is adamant" */
		use->form = v > a && unit_has(p, v - 1, POS_BE) ? POS_PAST : 0;
	if (use->form == 0 || use->end == 0)
		return false;
	use->participle = (use->form & POS_ING) != 0;
	group(p, use);
	if (cue->frames & FRAME_BE)
		use->passive = false;
	if (!plausible(p, use))
		return false;
	/* "sagte nicht, ob" */
	if ((cue->frames & FRAME_COMMA) && use->end < b && unit_has(p, use->end, POS_NOT)) {
		use->negated = true;
		use->end++;
	}
	use->after = use->end;
	quote_subject_of(p, use);
	return can_speak(p, use);
}
