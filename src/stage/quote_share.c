/* quote_share: whose words a verb without a subject of its own tells: "Berg, calling it a mistake, resigned", "said ... and added ...". */
#include "quote_parts.h"

enum { REACH = 80 }; /* units to the verb that has a subject */

/* Is somebody, or what may speak, named in [who, end)? */
static bool
names_somebody(const struct para *p, size_t who, size_t end)
{
	for (size_t i = who; i < end; i++)
		if (unit_has(p, i, POS_PERSON | POS_SOURCE | POS_NAME | POS_SUBJECT))
			return true;
	return false;
}

/* "holding red signs and chanting": is the phrase [who, end) something done, and nobody, as "striking miners" are? */
static bool
is_gerund(const struct para *p, size_t who, size_t end)
{
	if (!unit_has(p, who, POS_ING) || unit_has(p, who, POS_NAME | POS_ADJ) || end == who + 1)
		return false;
	for (size_t i = who; i < end; i++)
		if (unit_has(p, i, POS_PERSON | POS_SOURCE))
			return false;
	return true;
}

/* The subject of the finite verb at unit v, as units [*who, v's group); false if it has none of its own. */
static bool
subject_of(const struct para *p, size_t a, size_t v, size_t *who, size_t *end)
{
	size_t i = v;

	while (i > a && p->unit[i - 1].kind == UNIT_WORD && (p->unit[i - 1].is & (POS_AUX | POS_ADV | POS_NOT)) &&
	    !(p->unit[i - 1].is & (POS_NOMINAL | POS_SUBJECT)))
		i--;
	if (!quote_subject(p, a, i, who, end) || is_gerund(p, *who, *end))
		return false;
	return !unit_has(p, *end - 1, POS_WH | POS_THAT);
}

/* Does the phrase at `who` begin a main clause? */
static bool
is_main(const struct para *p, size_t a, size_t who)
{
	size_t i = who;

	if (i <= a)
		return true;
	i--;
	return p->unit[i].kind != UNIT_WORD || ((p->unit[i].is & POS_COORD) && i > a && p->unit[i - 1].kind == UNIT_COMMA);
}

/* "Calling it a mistake, Berg resigned": the subject behind the comma that ends a participle's phrase. */
static bool
subject_behind(const struct para *p, struct use *use)
{
	size_t i = use->end, end;

	if (use->start > use->a + 1 || !use->participle)
		return false;
	while (i < use->b && !phrase_comma(p, i))
		i++;
	end = i + 1 < use->b ? phrase_whole(p, i + 1, use->b) : 0;
	if (end <= i + 1)
		return false;
	use->who = i + 1;
	use->who_end = end;
	return true;
}

/* “...,” said Berg: the subject behind the verb at unit v. */
static bool
inverted_subject(const struct para *p, const struct use *use, size_t v, size_t *who, size_t *end)
{
	*who = v + 1;
	*end = phrase_right(p, v + 1, use->start);
	return *end > *who && v > 0 && p->unit[v - 1].kind == UNIT_QUOTE && unit_cues(p, v);
}

/* The subject of the verb at unit v, which the verb without one of its own may share; not "a post" of "in a post she wrote". */
static bool
shared_subject(const struct para *p, const struct use *use, size_t v, size_t *who, size_t *end)
{
	if (inverted_subject(p, use, v, who, end))
		return true;
	return subject_of(p, use->a, v, who, end) && (unit_has(p, v, POS_FINITE | POS_AUX) || !unit_has(p, *who, POS_SINGLE));
}

/* The subject in force at the verb without one of its own: of a participle behind a comma the main clause's, else
 * that of the nearest verb. */
static void
borrow_subject(const struct para *p, struct use *use)
{
	bool comma = use->start > use->a && p->unit[use->start - 1].kind == UNIT_COMMA;
	bool main = use->participle || unit_follows(p, use->a, use->start, POS_COORD) || (p->headline && comma);
	size_t from = use->start > use->a + REACH ? use->start - REACH : use->a;

	for (size_t v = use->start; v > from; v--) {
		const struct unit *u = &p->unit[v - 1];
		size_t who, end;

		if ((u->is & POS_CLITIC) || !((u->is & (POS_FINITE | POS_AUX)) || (main && (u->is & POS_BASE) && u->sense != 0)))
			continue;
		if (!shared_subject(p, use, v - 1, &who, &end)) {
			/* "Berg said the dam leaked but declined to say where" */
			main |= unit_is(p, v - 1, KEY(REFUSED)) && unit_follows(p, use->a, v - 1, POS_COORD);
			continue;
		}
		/* "The incident came when marchers left, shouting “...”" */
		if (use->who == use->who_end ||
		    (main && (!use->participle || names_somebody(p, who, end) || !names_somebody(p, use->who, use->who_end)))) {
			use->who = who;
			use->who_end = end;
		}
		/* "while the police deny it and say they were calm": both are plurals */
		if (!main || is_main(p, use->a, who) || (use->form & u->is & POS_BASE))
			return;
	}
}

/* Is unit i a verb that quotes somebody else: "quoted", "cites"? */
static bool
is_quoter(const struct para *p, size_t i)
{
	uint16_t k = p->unit[i].kind == UNIT_WORD ? p->unit[i].sense : 0;

	while (k != 0 && !(p->q->cue[k].frames & FRAME_QUOTER))
		k = p->q->cue[k].next;
	return k != 0;
}

/* "The agency quoted the mayor as saying": of a participle without a subject, the object of the verb that quotes. */
static bool
quoted_object(const struct para *p, struct use *use)
{
	size_t end, from = use->start > use->a + QUOTER_REACH ? use->start - QUOTER_REACH : use->a;

	if (!(use->form & POS_ING))
		return false;
	for (size_t v = use->start; v > from; v--) {
		if (!is_quoter(p, v - 1) || (v > use->a + 1 && unit_has(p, v - 2, POS_BE)))
			continue;
		end = phrase_whole(p, v, use->start);
		if (end <= v)
			return false;
		use->who = v;
		use->who_end = end;
		if (!subject_of(p, use->a, v - 1, &use->quoter, &end))
			use->quoter = 0;
		return true;
	}
	return false;
}

/* "The plan was confirmed by the ministry, adding that ...": of a participle behind a comma the agent that the comma ends. */
static bool
agent_before(const struct para *p, struct use *use)
{
	enum { LONGEST = 16 };
	size_t comma = use->start - 1;

	if (!use->participle || use->start <= use->a + 4 || !phrase_comma(p, comma))
		return false;
	for (size_t i = comma - 1; i > use->a + 1 && comma - i < LONGEST && p->unit[i].kind == UNIT_WORD; i--)
		if (unit_is(p, i, KEY(BY)) && unit_has(p, i - 1, POS_PART | POS_PAST) && unit_cues(p, i - 1)) {
			use->who = i + 1;
			use->who_end = comma;
			return phrase_whole(p, i + 1, use->b) == comma;
		}
	return false;
}

/* "According to Berg, the men confessed, adding that ...": of a participle that goes on with a report, the speaker of the one that
 * the sentence has before it. */
static bool
same_speaker(const struct para *p, struct use *use)
{
	const struct quote *q = p->q;
	const struct found *f = q->nfound > 0 ? &q->found[q->nfound - 1] : NULL;

	if (!(use->cue->frames & FRAME_MORE) || !use->participle || f == NULL || (f->rule != RULE_ACCORDING && f->rule != RULE_ACCORDING_AFTER))
		return false;
	for (size_t i = use->a; i < use->start; i++) {
		if (p->unit[i].start == f->speaker.start)
			use->who = i;
		if (p->unit[i].end == f->speaker.end) {
			use->who_end = i + 1;
			return use->who < use->who_end;
		}
	}
	return false;
}

void
quote_share(const struct para *p, struct use *use)
{
	if (!same_speaker(p, use) && !agent_before(p, use) && !quoted_object(p, use) && !subject_behind(p, use))
		borrow_subject(p, use);
}
