/* A speaker who stands behind the verb: “...,” said X, head of Y. */
#include "quote_parts.h"

/* "said the mayor of Hamar, Anna Berg": is whom the description at i describes named behind the comma at end? */
static bool
is_named(const struct para *p, size_t i, size_t end, size_t b)
{
	size_t k = end + 1;

	while (unit_within(p, k, b, POS_NAME))
		k++;
	if (!unit_has(p, i, POS_DET | POS_POSS) && unit_has(p, end - 1, POS_NAME))
		return false;
	return k > end + 1 && (k == b || p->unit[k].kind != UNIT_WORD || unit_has(p, k, POS_TIME | POS_PREP));
}

/* "the dam was", "the dam held.": is a finite verb at unit i? */
static bool
has_verb_at(const struct para *p, size_t i, size_t b)
{
	if (unit_within(p, i, b, POS_AUX | POS_THIRD) && !unit_has(p, i, POS_CLITIC | POS_NOMINAL))
		return true;
	return unit_within(p, i, b, POS_PAST) && (i + 1 == b || p->unit[i + 1].kind == UNIT_STOP);
}

/* Does what stands behind the comma at end go on with the mention [i, end)? */
static bool
mention_goes_on(const struct para *p, size_t i, size_t end, size_t b)
{
	size_t k = end + 1, verb;

	if (k >= b || p->unit[end].kind != UNIT_COMMA || unit_has(p, k, POS_ING | POS_TIME | POS_SUBORD) || unit_is(p, k, KEY(QUANTITY)))
		return false;
	/* "the coast guard, which said that ..." reports again */
	if (unit_has(p, k, POS_WH) && k + 1 < b && unit_cues(p, k + 1))
		return false;
	/* "In the end, said Berg, the dam was safe": the subject of its own verb */
	verb = phrase_whole(p, k, b);
	if (unit_has(p, k, POS_DET | POS_POSS) && !unit_has(p, k, POS_WH) && has_verb_at(p, verb, b))
		return false;
	return unit_has(p, k, POS_DET | POS_PERSON | POS_TITLE | POS_ADJ | POS_NOUN) || unit_is(p, k, KEY(WHO)) || is_named(p, i, end, b);
}

size_t
quote_mention_end(const struct para *p, size_t i, size_t b)
{
	size_t end = phrase_whole(p, i, b);

	while (end > i && mention_goes_on(p, i, end, b)) {
		size_t k = end + 1;
		bool relative = unit_is(p, k, KEY(WHO));

		while (unit_at(p, k, b, UNIT_WORD) && (relative || !unit_has(p, k, POS_TIME)))
			k++;
		k -= unit_within(p, k, b, POS_TIME) && unit_has(p, k - 1, POS_PREP); /* "on Monday" */
		if (unit_at(p, k, b, UNIT_QUOTE))
			return end;
		end = k;
	}
	return end;
}

bool
quote_in_source(const struct para *p, size_t i, size_t b)
{
	size_t end;

	if (i + 1 >= b || !unit_is(p, i, KEY(IN) | KEY(AT)) || !unit_has(p, i + 1, POS_DET | POS_POSS))
		return false;
	end = phrase_right(p, i + 1, b);
	return end > i + 1 && unit_has(p, end - 1, POS_SOURCE) && !unit_is(p, end - 1, KEY(FORUM));
}

/* “...”, – noted in the ministry, “...”, – is said in the message: words in marks, and behind the verb where they were said. */
static bool
placed(const struct para *p, struct use *use)
{
	size_t before = use->start;

	if (!(use->cue->frames & FRAME_QUOTE) || !(use->form & POS_PART) || use->infinitive || before == 0)
		return false;
	if (!quote_in_source(p, use->end, use->b))
		return false;
	while (before > 1 && use->start - before < 2 && (p->unit[before - 1].kind == UNIT_COMMA || p->unit[before - 1].kind == UNIT_DASH))
		before--;
	if (p->unit[before - 1].kind != UNIT_QUOTE)
		return false;
	use->who = use->end + 1;
	use->who_end = quote_mention_end(p, use->who, use->b);
	return true;
}

/* Can the verb stand before its subject, “...,” said X, by what it is and what stands before it? */
static bool
may_invert(const struct para *p, const struct use *use)
{
	uint32_t frames = use->cue->frames;
	size_t before = use->start - 1;

	if (!(frames & FRAME_QUOTE) || (frames & FRAME_HEARER) || ((frames & FRAME_OBJ) && use->who < use->who_end))
		return false;
	if (use->infinitive || use->passive || use->start == 0)
		return false;
	if (!(use->form & (POS_FINITE | POS_BASE)) && !(use->start < use->verb && unit_has(p, use->start, POS_HAVE)))
		return false;
	if (p->unit[before].kind != UNIT_QUOTE)
		return p->unit[before].kind == UNIT_COMMA || p->unit[before].kind == UNIT_DASH;
	/* “Baba” urged them to go: a nickname acts, and nobody speaks */
	return !(frames & FRAME_OBJ) || unit_marked(p, before)->words >= 3 || unit_marked_is(p, before, MARKED_ENDED);
}

/* "“...,” said X": the verb stands first, a speaker behind it, and nothing that he is reported to do. */
static bool
inverted(const struct para *p, struct use *use)
{
	/* "teilte Berg mit" */
	size_t before = use->start, behind = use->cue->frames & FRAME_APART ? use->verb + 1 : use->end, np;

	if (behind >= use->b || !may_invert(p, use))
		return false;
	if (!unit_has(p, behind, POS_NOMINAL | POS_DET | POS_POSS | POS_ADJ | POS_SUBJECT | POS_NUMBER) || unit_has(p, behind, POS_THAT) ||
	    unit_has(p, behind, POS_TIME) || unit_is(p, behind, KEY(IT))) /* "Berg remembers it well" */
		return false;
	np = phrase_right(p, behind, use->b);
	if (np == behind || (unit_within(p, np, use->b, POS_FINITE | POS_AUX) && !unit_has(p, np, POS_PART | POS_CLITIC)))
		return false;
	if (unit_has(p, np - 1, POS_CLITIC) && !unit_has(p, np - 2, POS_NAME)) /* but "said Moody's" */
		return false;
	/* "his aide, state Sen. Berg, said": one person takes no plural of the verb */
	if (!(use->form & POS_FINITE) && unit_has(p, use->verb, POS_NOUN) && unit_has(p, np - 1, POS_NAME) && !unit_plural(p, np - 1) &&
	    !(p->unit[np - 1].flags & UNIT_UPPER))
		return false;
	/* "Dam is safe, says Berg", but not "Berg quits, says job done" */
	if (p->role == ROLE_TITLE && p->unit[before - 1].kind != UNIT_QUOTE && np < use->b && p->unit[np].kind != UNIT_STOP)
		return false;
	use->who = behind;
	use->who_end = quote_mention_end(p, behind, use->b);
	if (behind < use->end && use->who_end >= use->end)
		use->who_end = use->end - 1;
	return true;
}

bool
quote_behind(const struct para *p, struct use *use)
{
	return inverted(p, use) || placed(p, use);
}
