#include "quote.h"

#include "quote_page.h"
#include "quote_relative.h"

/* Units that are looked at as one sentence.  What is longer is no sentence, and would cost its square. */
enum { LONGEST_SENTENCE = 300 };

struct quote *
quote_new(void)
{
	struct quote *q = mem_alloc(sizeof *q);

	q->pos = pos_new();
	return q;
}

void
quote_free(struct quote *q)
{
	if (q == NULL)
		return;
	pos_free(q->pos);
	mem_free(q->cue);
	mem_free(q->token.at);
	mem_free(q->pos_word);
	mem_free(q->cut);
	mem_free(q->unit);
	mem_free(q->cue_unit);
	mem_free(q->mark);
	mem_free(q->marked);
	mem_free(q->para);
	mem_free(q->found);
	mem_free(q);
}

/* What the object of a verb that quotes goes on "saying" is not the subject's. */
static bool
saying_behind(const struct para *p, const struct use *use)
{
	if (!(use->cue->frames & FRAME_QUOTER) || use->passive)
		return false;
	for (size_t i = use->end; i < use->b && i < use->end + QUOTER_REACH; i++)
		if (unit_is(p, i, KEY(SAYING)))
			return true;
	return false;
}

/* "by Berg", "in the message": where the phrase behind a passive that tells who said it ends; 0 if there is none. */
static size_t
agent_end(const struct para *p, const struct use *use)
{
	size_t end, next;

	if (use->end + 1 >= use->b || !(unit_is(p, use->end, KEY(BY)) || quote_in_source(p, use->end, use->b)))
		return 0;
	end = phrase_right(p, use->end + 1, use->b);
	/* "accused by the head of the board of lying": the last "of" is the cue's */
	while (!(quote_takes_prep(p, use, end) && unit_has(p, end + 1, POS_ING)) && (next = phrase_next(p, end, use->b)) > end)
		end = next;
	return end;
}

/* "was asked by Berg whether": of a passive the speaker is its agent, or where it was said; nobody if it has none. */
static void
agent(const struct para *p, struct use *use)
{
	size_t end = agent_end(p, use), whole;

	use->told = end == 0 && ((use->cue->frames & FRAME_HEARER) || (use->who + 1 == use->who_end && unit_is(p, use->who, KEY(IT))));
	if (use->told)
		return;
	use->who = use->who_end;
	if (end <= use->end + 1)
		return;
	use->who = use->end + 1;
	use->who_end = use->after = end;
	/* "by the mayor, Anna Berg", but not "as reported by Berg, the dam leaked" */
	whole = unit_at(p, end, use->b, UNIT_COMMA) ? quote_mention_end(p, use->who, use->b) : end;
	if (whole > end && !phrase_finite(p, end, whole))
		use->who_end = use->after = whole;
}

/* "I think", "you know": the writer's or reader's own. */
static bool
own_thought(const struct para *p, const struct use *use)
{
	return slice_is(use->cue->stance, "believe") && use->who + 1 == use->who_end && unit_is(p, use->who, KEY(YOU));
}

/* Is the head of the subject a key word of that class: "the court", "a poll of voters"? */
static bool
headed(const struct para *p, const struct use *use, uint64_t key)
{
	size_t who = use->who + (unit_first(p, use->who) && unit_has(p, use->who, POS_PAST | POS_PART)); /* "Leaked memos" */
	size_t end = phrase_right(p, who, use->who_end);

	return end > who && !use->passive && !use->relative && unit_is(p, end - 1, key);
}

/* Can anything stand in the sentence [a, b) that the cue at unit v attributes?  In a paragraph without marks, of a cue that takes
 * words in marks, what a preposition begins and what "that" begins alone, only behind one of these; or "as Berg put it". */
static bool
may_attribute(const struct para *p, size_t a, size_t b, size_t v, const struct cue *cue)
{
	uint32_t frames = cue->frames, words = FRAME_PREPS & frames;

	if (p->nmarked > 0 || (frames & ~(uint32_t)(FRAME_MARKS | FRAME_PREPS | FRAME_THAT_ONLY | FRAME_OBJ)))
		return true;
	for (size_t i = v + 1; i < b; i++)
		if (unit_is(p, i, words) || ((frames & FRAME_THAT_ONLY) && unit_has(p, i, POS_THAT)))
			return true;
	while (v > a && !unit_is(p, v - 1, KEY(AS)))
		v--;
	return v > a;
}

/* Looks at the cues of one word until one of them attributes something. */
static void
try_word(struct para *p, size_t a, size_t b, size_t v)
{
	for (uint16_t k = p->unit[v].sense; k != 0; k = p->q->cue[k].next) {
		const struct cue *cue = &p->q->cue[k];
		struct use use;

		if (!may_attribute(p, a, b, v, cue))
			continue;
		if (cue->kind == CUE_PREP && quote_prep(p, a, b, v, cue))
			return;
		if (cue->kind == CUE_NOUN && quote_noun(p, a, b, v, cue))
			return;
		if (cue->kind == CUE_VERB && quote_named(p, a, b, v, cue))
			return;
		if (cue->kind != CUE_VERB || !quote_verb(p, a, b, v, cue, &use))
			continue;
		if (saying_behind(p, &use))
			continue;
		if (use.relative)
			use.b = quote_main_verb(p, &use);
		if (use.who == use.who_end && !use.passive)
			quote_share(p, &use);
		if (use.passive && !(cue->frames & FRAME_PASSIVE))
			agent(p, &use);
		if (!use.passive && (cue->frames & FRAME_PASSIVE))
			continue;
		if (own_thought(p, &use))
			continue;
		/* "Court told dam was rotten" */
		if (p->headline && (cue->frames & FRAME_HEARER) && (use.form & POS_PAST) && headed(p, &use, KEY(FORUM)))
			use.passive = use.told = true;
		/* "the court heard that ...": somebody said so there, and the sentence does not tell who */
		if (cue->frames & FRAME_FORUM && !(use.told = headed(p, &use, KEY(FORUM))))
			continue;
		if (cue->frames & FRAME_FINDER && (use.infinitive || !headed(p, &use, KEY(FINDER))))
			continue;
		if (quote_left(p, &use) || quote_right(p, &use) || quote_this(p, &use))
			return;
	}
}

/* "18:45": is unit i a time of day? */
static bool
time_of_day(const struct para *p, size_t i)
{
	const char *at = p->text.at + p->unit[i].start;
	size_t len = p->unit[i].end - p->unit[i].start;

	return unit_has(p, i, POS_NUMBER) && at[0] <= '9' && memchr(at, ':', len) != NULL;
}

/* "OSLO, May 2 (AP) — The", "Exclusive: Berg", "18:45 Berg": where the sentence itself begins. */
static size_t
behind_dateline(const struct para *p, size_t a, size_t b)
{
	enum { LONGEST = 10 };
	size_t i = a;

	if (p->headline && a + 2 < b && unit_is(p, a, KEY(GENRE)) && p->unit[a + 1].kind == UNIT_COLON)
		return a + 2;
	if (a + 1 < b && time_of_day(p, a) && (p->unit[a + 1].flags & UNIT_CAPITAL))
		return a + 1;
	if (!(p->unit[a].flags & UNIT_UPPER))
		return a;
	while (i < b && i - a < LONGEST && p->unit[i].kind != UNIT_DASH && p->unit[i].kind != UNIT_QUOTE &&
	    (p->unit[i].kind != UNIT_WORD || (p->unit[i].flags & UNIT_CAPITAL) || (p->unit[i].is & POS_NUMBER)))
		i++;
	return i + 1 < b && p->unit[i].kind == UNIT_DASH ? i + 1 : a;
}

/* The sentence [a, b), whose cues begin with number *cue; that goes on to those behind it. */
static void
sentence(struct para *p, size_t a, size_t b, size_t *cue)
{
	bool marks = p->nmarked > 0;

	if ((*cue == p->cues || p->cue[*cue] >= b) && !marks && !p->headline)
		return;
	a = behind_dateline(p, a, b);
	if (marks || p->headline)
		quote_colon(p, a, b);
	for (; *cue < p->cues && p->cue[*cue] < b; ++*cue)
		if (p->cue[*cue] >= a)
			try_word(p, a, b, p->cue[*cue]);
	if (marks)
		quote_after_colon(p, a, b);
}

static void
paragraph(struct quote *q, struct para *p)
{
	size_t first = q->nfound;

	p->marked = q->marked + p->first_marked;
	quote_pending(p);
	quote_signed(p);
	if (q->transcript != TURN_NONE && quote_turn(p, p->sentence))
		return;
	for (size_t a = 0, b, k = 0, cue = 0; a < p->n; a = b) {
		while (k < p->sentences && p->cut[k].unit <= a)
			k++;
		b = k < p->sentences ? p->cut[k].unit : p->n;
		if (b - a > LONGEST_SENTENCE)
			b = a + LONGEST_SENTENCE;
		sentence(p, a, b, &cue);
	}
	if (p->nmarked > 0)
		quote_rest(p);
	quote_remember(p, first);
	q->sentence_before = &p->sentence[p->sentences - 1];
}

void
quote_find(struct quote *q, struct doc *d, double min_confidence)
{
	size_t n;
	const struct sentence *s = doc_sentences(d, &d->arena, &n);

	q->transcript = quote_transcript(q, d->text, s, n);
	q->nfound = 0;
	q->groups = 0;
	q->open = false;
	q->last_speaker = q->last_cue = q->pending_speaker = q->pending_cue = (struct range){ 0, 0 };
	q->sentence_before = NULL;
	q->last_stance = slice_make("", 0);
	for (size_t i = 0; i < n;) {
		i += quote_page(q, d->text, s + i, n - i, i == 0);
		for (size_t k = 0; k < q->paras; k++)
			paragraph(q, &q->para[k]);
	}
	quote_rows(q, d, min_confidence);
}
