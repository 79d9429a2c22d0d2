/* What was found is noted: its form, its bytes, and the marks it claims. */
#include "quote_parts.h"

const struct cue quote_no_verb = { .stance = { "say", 3 } };

static enum form
form_of(struct para *p, size_t from, size_t to)
{
	size_t quotes = 0, words = 0;

	for (size_t i = from; i < to; i++) {
		words += p->unit[i].kind == UNIT_WORD;
		quotes += p->unit[i].kind == UNIT_QUOTE;
	}
	return quotes == 0 ? FORM_INDIRECT : words == 0 ? FORM_DIRECT : FORM_MIXED;
}

static struct range
units(const struct para *p, size_t from, size_t to)
{
	while (to > from && (p->unit[to - 1].kind == UNIT_COMMA || p->unit[to - 1].kind == UNIT_OTHER))
		to--;
	if (from >= to)
		return (struct range){ 0, 0 };
	return (struct range){ p->unit[from].start, p->unit[to - 1].end };
}

/* "said quietly", "wrote again": where the cue's words end, adverbs behind the verb included. */
static size_t
cue_end(const struct para *p, const struct use *use, size_t from)
{
	size_t i = use->end, end = use->end <= from ? from : p->n;

	if (i <= use->verb || use->cue->kind != CUE_VERB)
		return i;
	while (unit_within(p, i, end, POS_ADV) && !unit_has(p, i, POS_TIME | POS_PREP | POS_SUBORD | POS_DET | POS_SUBJECT))
		i++;
	return i == end || p->unit[i].kind != UNIT_WORD || unit_has(p, i, POS_THAT) || i == from ? i : use->end;
}

/* "No 10", "a No. 10 spokesman" */
static bool
is_address(const struct para *p, const struct use *use)
{
	size_t i = use->who + 1;

	return unit_within(p, i, use->who_end, POS_NUMBER) && !unit_has(p, i, POS_NOUN | POS_SUBJECT) && p->text.at[p->unit[i].start] <= '9';
}

/* "no one said", "nor did Berg say" */
static bool
said_by_nobody(const struct para *p, const struct use *use)
{
	if (use->relative || use->who == use->who_end)
		return false;
	if (unit_is(p, use->who, KEY(NOBODY)) && !is_address(p, use))
		return true;
	return use->who > use->a && unit_is(p, use->who - 1, KEY(NOR));
}

enum { HEDGED = 1, NEGATED = 2 };

/* In sixths, how far it is from having been said: "did not say that", "refused to say"; "would say", "may announce", "if Berg
 * says", "is expected to say". */
static uint8_t
doubt(const struct para *p, const struct use *use)
{
	if (use->cue->kind != CUE_VERB)
		return 0;
	if (use->negated || said_by_nobody(p, use))
		return NEGATED;
	if (use->modal || (use->who < use->who_end && use->who > use->a && unit_is(p, use->who - 1, KEY(IF))))
		return HEDGED;
	if (use->infinitive && use->start > use->a && unit_is(p, use->start - 1, KEY(EXPECTED)))
		return HEDGED;
	return 0;
}

struct found *
quote_add(struct para *p, const struct use *use, size_t from, size_t to, enum rule rule)
{
	struct quote *q = p->q;
	struct found f = { .rule = (uint8_t)rule, .stance = use->cue->stance, .group = ++q->groups, .doubt = doubt(p, use) };

	if (f.doubt == NEGATED)
		f.stance = slice_from(STANCE_UNSAID);
	while (from < to && unit_pauses(p, from))
		from++;
	while (to > from && p->unit[to - 1].kind != UNIT_WORD && p->unit[to - 1].kind != UNIT_QUOTE)
		to--;
	if (from >= to || (to == from + 1 && p->unit[from].kind == UNIT_QUOTE && unit_marked_is(p, from, MARKED_USED)))
		return NULL;
	f.form = (uint8_t)form_of(p, from, to);
	f.said = units(p, from, to);
	if (f.form == FORM_DIRECT) {
		f.said.start = unit_marked(p, from)->inner;
		f.said.end = unit_marked(p, to - 1)->inner_end;
	}
	for (size_t i = from; i < to; i++)
		if (p->unit[i].kind == UNIT_QUOTE)
			unit_marked(p, i)->flags |= MARKED_USED;
	f.cue = units(p, use->start, cue_end(p, use, from));
	f.told = use->told;
	if (!use->told)
		f.speaker = units(p, use->who, use->who_end);
	MEM_GROW(q->found, q->found_cap, q->nfound + 1);
	q->found[q->nfound] = f;
	return &q->found[q->nfound++];
}
