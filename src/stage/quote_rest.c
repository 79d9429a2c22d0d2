/* The marked stretches that no cue has claimed. */
#include "quote_parts.h"

/* Does no word of its sentence lead up to the marked stretch at unit i? */
static bool
is_alone(const struct para *p, size_t i)
{
	return i == 0 || unit_first(p, i) || p->unit[i - 1].kind != UNIT_WORD;
}

/* Words that stand for themselves: sentences, not a term or a title. */
static bool
speech_like(const struct para *p, size_t i)
{
	const struct marked *m = unit_marked(p, i);
	bool alone = is_alone(p, i);

	if (m->flags & MARKED_SINGLE)
		return false;
	if ((m->flags & MARKED_COMMA) && phrase_title(p, i)) /* “Long Road Home,” in a list */
		return false;
	if (alone && unit_marked_whole(p, i) && m->words >= 3)
		return true;
	return alone && m->words >= 8 && (m->flags & MARKED_FINITE) && (m->flags & (MARKED_CAPITAL | MARKED_ENDED));
}

/* Is the marked stretch at unit i a question? */
static bool
asks(const struct para *p, size_t i)
{
	const struct marked *m = unit_marked(p, i);

	return m->token_end > m->token && p->token[m->token_end - 1].code == '?';
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
		if (slice_is(f->stance, "ask") && f->form == FORM_INDIRECT && !asks(p, i)) /* whoever was asked */
			continue;
		if (best == NULL || (direct && best->form != FORM_DIRECT) ||
		    (direct == (best->form == FORM_DIRECT) && f->said.end > best->said.end))
			best = f;
	}
	return best;
}

/* “...,” grinned Berg, who had won: any verb in the past, and behind it who speaks. */
static bool
behind(struct para *p, size_t i)
{
	struct use use = { .cue = &quote_no_verb, .start = i + 1, .end = i + 2, .who = i + 2 };
	size_t end = phrase_right(p, i + 2, p->n), b = i + 2;

	if (!unit_has(p, i + 1, POS_PAST) || unit_has(p, i + 1, POS_NOMINAL | POS_AUX))
		return false;
	if (end == i + 2 || !unit_has(p, end - 1, POS_NAME | POS_PERSON) || unit_has(p, i + 2, POS_OBJECT))
		return false;
	if (unit_within(p, end, p->n, POS_FINITE | POS_AUX))
		return false;
	while (b < p->n && !unit_first(p, b))
		b++;
	use.who_end = quote_mention_end(p, i + 2, b);
	return quote_add(p, &use, i, i + 1, RULE_BESIDE) != NULL;
}

/* “...,” Berg thundered, “...,” Anna Berg, a clerk at the mill told the Gazette: behind a comma in marks stands whose words they
 * are, whatever the verb. */
static bool
beside(struct para *p, size_t i)
{
	struct use use = { .cue = &quote_no_verb, .who = i + 1 };
	size_t end, v;

	if (!unit_goes_on(p, i) || i + 2 >= p->n || !is_alone(p, i) || !unit_marked_is(p, i, MARKED_CAPITAL) || phrase_title(p, i))
		return false;
	if (behind(p, i))
		return true;
	end = phrase_right(p, i + 1, p->n);
	while (end > i + 2 && unit_has(p, end - 1, POS_FINITE) && !unit_has(p, end - 1, POS_NOMINAL)) /* "an insider dished" */
		end--;
	if (end == i + 1 || !unit_has(p, end - 1, POS_NAME | POS_PERSON | POS_SUBJECT))
		return false;
	use.who_end = unit_within(p, end, p->n, POS_FINITE) ? end : phrase_whole(p, i + 1, p->n);
	for (v = use.who_end; v < p->n && !unit_first(p, v) && p->unit[v].kind != UNIT_QUOTE; v++) {
		if (!unit_has(p, v, POS_FINITE) || unit_has(p, v, POS_AUX | POS_NOMINAL))
			continue;
		use.start = v;
		use.end = v + 1;
		return quote_add(p, &use, i, i + 1, RULE_BESIDE) != NULL;
	}
	return false;
}

/* Is unit i a paragraph of its own? */
static bool
is_whole(const struct para *p, size_t i)
{
	size_t n = p->n;

	while (n > i + 1 && p->unit[n - 1].kind == UNIT_STOP)
		n--;
	return i == 0 && n == 1;
}

/* A quotation without cue: of the speaker of the one before in this paragraph; of the last paragraph's where that never
 * closed, or where it ended in “...,” Berg said, and this one is nothing but the quotation.  Else nobody's: a paragraph that
 * ended in a closed quotation is as often followed by another's. */
static void
carry(struct para *p, size_t i)
{
	struct quote *q = p->q;
	struct use none = { .cue = &quote_no_verb };
	const struct found *before = quoted_before(p, i);
	struct found last = { .speaker = q->last_speaker, .cue = q->last_cue, .stance = q->last_stance };
	bool goes_on = unit_marked_is(p, i, MARKED_GOES_ON);
	bool next = goes_on || (q->led_out && is_whole(p, i));
	struct found kept = before != NULL ? *before : next ? last : (struct found){ .group = 0 };
	struct found *f = quote_add(p, &none, i, i + 1, before != NULL ? RULE_CARRIED : next && last.speaker.end > 0 ? RULE_NEXT : RULE_ALONE);

	if (f == NULL)
		return;
	/* where nobody has spoken yet, marks are as often for show */
	if (q->nfound == 1)
		f->less += 20;
	f->speaker = kept.speaker;
	f->cue = kept.cue;
	if (kept.stance.len > 0)
		f->stance = kept.stance;
}

void
quote_rest(struct para *p)
{
	for (size_t m = 0; m < p->nmarked && p->marked[m].unit < p->n; m++) {
		size_t i = p->marked[m].unit;

		if (!(p->marked[m].flags & MARKED_USED) && !beside(p, i) && speech_like(p, i))
			carry(p, i);
	}
}

void
quote_remember(struct para *p, size_t first)
{
	struct quote *q = p->q;
	size_t n = p->n;

	q->last_speaker = q->last_cue = (struct range){ 0, 0 };
	q->last_stance = slice_make("", 0);
	while (n > 0 && p->unit[n - 1].kind == UNIT_STOP)
		n--;
	q->led_out = n > 0 && p->unit[n - 1].kind != UNIT_QUOTE;
	for (size_t f = q->nfound; f > first; f--) {
		const struct found *last = &q->found[f - 1];

		if (last->speaker.end == last->speaker.start || last->form == FORM_INDIRECT)
			continue;
		q->last_speaker = last->speaker;
		q->last_stance = last->stance;
		q->last_cue = last->cue;
		return;
	}
}
