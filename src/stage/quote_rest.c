/* The marked stretches that no cue has claimed. */
#include "quote_parts.h"

static const struct cue none_such = { .stance = { "say", 3 } };

/* Words that stand for themselves: sentences, not a term or a title. */
static bool
speech_like(const struct para *p, size_t i)
{
	const struct marked *m = &p->marked[p->unit[i].mark];
	bool alone = i == 0 || (p->unit[i].flags & UNIT_FIRST) || p->unit[i - 1].kind != UNIT_WORD;

	if (m->flags & MARKED_SINGLE)
		return false;
	if (alone && (m->flags & MARKED_CAPITAL) && (m->flags & MARKED_ENDED) && m->words >= 3)
		return true;
	return alone && m->words >= 8 && (m->flags & MARKED_FINITE) && (m->flags & (MARKED_CAPITAL | MARKED_ENDED));
}

/* The quotation of this paragraph that stands next before unit i, a direct one if there is any; NULL if none. */
static const struct found *
quoted_before(const struct para *p, size_t i)
{
	const struct quote *q = p->q;
	const struct found *best = NULL;

	for (size_t k = q->nfound; k > 0 && q->nfound - k < 16 && q->found[k - 1].said.start >= p->unit[0].start; k--) {
		const struct found *f = &q->found[k - 1];
		bool direct = f->form == FORM_DIRECT;

		if (f->said.end > p->unit[i].start || f->speaker.end == f->speaker.start)
			continue;
		if (best == NULL || (direct && best->form != FORM_DIRECT) ||
		    (direct == (best->form == FORM_DIRECT) && f->said.end > best->said.end))
			best = f;
	}
	return best;
}

/* A quotation without cue: of the speaker of the one before in this paragraph, else of the last speaker. */
static void
carry(struct para *p, size_t i)
{
	struct quote *q = p->q;
	struct use none = { .cue = &none_such };
	const struct found *before = quoted_before(p, i);
	struct found kept = before != NULL ? *before : (struct found){ .speaker = q->last_speaker, .stance = q->last_stance };
	bool goes_on = p->marked[p->unit[i].mark].flags & MARKED_GOES_ON;
	struct found *f = quote_add(p, &none, i, i + 1, before != NULL ? RULE_CARRIED : RULE_ALONE);

	if (f == NULL)
		return;
	f->speaker = kept.speaker;
	f->cue = before != NULL ? kept.cue : goes_on ? q->last_cue : (struct range){ 0, 0 };
	if (kept.stance.len > 0)
		f->stance = kept.stance;
}

void
quote_rest(struct para *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->unit[i].kind == UNIT_QUOTE && !(p->marked[p->unit[i].mark].flags & MARKED_USED) && speech_like(p, i))
			carry(p, i);
}
