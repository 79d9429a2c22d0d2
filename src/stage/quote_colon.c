/* Attribution by a colon or a dash: headlines, statements, and paragraphs that lead to the next. */
#include "quote_parts.h"

/* "“We leave”: Berg quits after defeat": somebody, and what he does. */
static bool
acts(const struct para *p, size_t a, size_t end)
{
	if (!p->headline || !unit_marked_is(p, a, MARKED_FINITE) || end >= p->n || !unit_has(p, end - 1, POS_NAME | POS_PERSON))
		return false;
	return unit_has(p, end, POS_FINITE | POS_BASE) || unit_is(p, end, KEY(ON) | KEY(OF));
}

/* "families demand answers": where the people end at i, of whom a headline tells what they do; else end. */
static size_t
before_deed(const struct para *p, size_t i, size_t end)
{
	for (size_t k = i + 1; p->headline && k < end; k++)
		if (unit_has(p, k, POS_BASE) && unit_has(p, k - 1, POS_PERSON) && unit_plural(p, k - 1))
			return k;
	return end;
}

/* "“...”: Oslo", "“...” ― Anna Berg". */
static bool
headline(struct para *p, size_t a)
{
	enum { LESS_ACTING = 20 };
	struct use use = { .cue = &quote_no_verb, .who = a + 2, .start = a + 1, .end = a + 2 };
	struct found *f;
	bool ends;

	if (a + 2 >= p->n || p->unit[a].kind != UNIT_QUOTE || (p->unit[a + 1].kind != UNIT_COLON && p->unit[a + 1].kind != UNIT_DASH))
		return false;
	use.who_end = before_deed(p, a + 2, phrase_right(p, a + 2, p->n));
	if (use.who_end == use.who || !unit_has(p, use.who_end - 1, POS_NOMINAL))
		return true;
	ends = use.who_end == p->n || p->unit[use.who_end].kind != UNIT_WORD || unit_first(p, use.who_end);
	if (ends || acts(p, a, use.who_end)) {
		f = quote_add(p, &use, a, a + 1, RULE_HEADLINE);
		if (f != NULL && !ends)
			f->less += LESS_ACTING;
	}
	return true;
}

/* The colon or dash of [a, b) that leads to words in marks, or b. */
static size_t
lead(const struct para *p, size_t a, size_t b)
{
	for (size_t m = unit_next_marked(p, a + 2); m < p->nmarked && p->marked[m].unit <= b; m++) {
		size_t i = p->marked[m].unit - 1;

		if (p->unit[i].kind == UNIT_COLON || p->unit[i].kind == UNIT_DASH)
			return i;
	}
	return b;
}

/* Does the article, if there is more of it, tell of what unit i names behind byte `from`? */
static bool
told_of(const struct para *p, size_t i, size_t from)
{
	size_t n = p->unit[i].end - p->unit[i].start;
	const char *name = p->text.at + p->unit[i].start, *at = p->text.at + from, *end = p->text.at + p->text.len;

	if (at == end)
		return true;
	while (at + n < end && (at = memchr(at, name[0], (size_t)(end - at) - n)) != NULL) {
		if (memcmp(at, name, n) == 0 && at[-1] == ' ' && !((at[n] | 0x20) >= 'a' && (at[n] | 0x20) <= 'z'))
			return true;
		at++;
	}
	return false;
}

/* "Berg: Dam is safe", "Report: Dam to be closed" in a headline: somebody of whom the article goes on to tell, or what
 * speaks by its nature, and words behind its colon. */
static bool
title_colon(struct para *p, size_t a, size_t b)
{
	enum { LONGEST_NAME = 4 };
	struct use use = { .cue = &quote_no_verb, .a = a, .b = b, .who = a };
	size_t i = a, colon;

	while (i < b && i - a < LONGEST_NAME && unit_has(p, i, POS_NAME | POS_TITLE | POS_PERSON) && !unit_has(p, i, POS_TIME))
		i++;
	if (i == a && unit_has(p, a, POS_SOURCE) && (!unit_cues(p, a) || unit_is(p, a, KEY(FINDER))))
		i++;
	if (i == a)
		return false;
	colon = i + 1 < b && unit_is(p, i, KEY(TO)) ? phrase_right(p, i + 1, b) : i; /* "Pope to leaders: Stop the war" */
	if (colon + 2 >= b || p->unit[colon].kind != UNIT_COLON)
		return false;
	if (!unit_has(p, i - 1, POS_PERSON | POS_SOURCE) && !told_of(p, i - 1, p->unit[b - 1].end))
		return false;
	/* "Oslo: Denies That Dam Leaks" */
	if (unit_cues(p, colon + 1) && unit_has(p, colon + 1, POS_THIRD))
		return false;
	use.who_end = i;
	use.start = colon;
	use.end = colon + 1;
	return quote_add(p, &use, colon + 1, b, RULE_TITLE_COLON) != NULL;
}

/* "Rates to stay high": does an infinitive stand in [a, b) behind its subject? */
static bool
to_do(const struct para *p, size_t a, size_t b)
{
	for (size_t i = a + 1; i < b; i++)
		if (unit_has(p, i - 1, POS_NOMINAL) && phrase_infinitive(p, i, b))
			return true;
	return false;
}

/* "Lund lied about dam - report", "Dam to close: mayor": whose words a headline gives, at its end. */
static void
title_tail(struct para *p, size_t a, size_t b)
{
	enum { LONGEST_TAIL = 3 };
	struct use use = { .cue = &quote_no_verb, .a = a, .b = b };
	size_t c;

	b -= b > a && p->unit[b - 1].kind == UNIT_STOP;
	for (c = b; c > a + 2 && b - c < LONGEST_TAIL && p->unit[c - 1].kind == UNIT_WORD; c--)
		;
	if (c == b || (p->unit[c - 1].kind != UNIT_COLON && p->unit[c - 1].kind != UNIT_DASH))
		return;
	if (!unit_has(p, b - 1, POS_PERSON | POS_SOURCE) || unit_is(p, b - 1, KEY(GENRE)))
		return;
	if (phrase_right(p, c, b) != b || (!phrase_finite(p, a, c - 1) && !to_do(p, a, c - 1)))
		return;
	/* a dash may also lead to the name of a site */
	if (p->unit[c - 1].kind == UNIT_DASH && (p->unit[b - 1].flags & UNIT_CAPITAL))
		return;
	use.who = use.end = c;
	use.who_end = b;
	use.start = c - 1;
	quote_add(p, &use, a, c - 1, RULE_TITLE_COLON);
}

/* "Star chef on burnout: “...”": in a headline, who speaks on what stands before the colon at unit c. */
static bool
whose_subject(const struct para *p, size_t c, struct use *use)
{
	size_t end = phrase_right(p, use->a, c);

	if (!p->headline || end == use->a || end >= c || !unit_is(p, end, KEY(ON)) || !unit_has(p, end - 1, POS_NAME | POS_PERSON))
		return false;
	use->who = use->a;
	use->who_end = end;
	return true;
}

/* "message to", behind an owner, or "verdict from": is unit v a cue that tells whose the words are? */
static bool
owned_cue(const struct para *p, size_t v)
{
	if (!unit_cues(p, v) || !unit_has(p, v, POS_NOUN))
		return false;
	return unit_is(p, v + 1, KEY(FROM)) || (unit_is(p, v + 1, KEY(TO)) && unit_has(p, v - 1, POS_CLITIC));
}

/* "Berg’s message to the mayor: “...”", "The verdict from Berg: “...”": of the phrase, the noun that is the cue and whose
 * it is. */
static bool
whose_noun(const struct para *p, struct use *use)
{
	size_t v = use->who + 1, end = use->who_end;

	while (v + 1 < end && !owned_cue(p, v))
		v++;
	if (v + 1 >= end)
		return false;
	use->start = v;
	use->end = v + 1;
	if (unit_is(p, v + 1, KEY(FROM)))
		use->who = v + 2;
	else
		use->who_end = v - 1;
	return true;
}


/* "U.S.: “...”", "More from the report: “...”", "Oslo’s statement: “...”" */
void
quote_colon(struct para *p, size_t a, size_t b)
{
	struct use use = { .cue = &quote_no_verb, .a = a, .b = b };
	size_t i;

	if (headline(p, a))
		return;
	i = lead(p, a, b);
	if (i < b && unit_goes_on(p, i + 1))
		return;
	if (i == b && p->headline && !title_colon(p, a, b))
		title_tail(p, a, b);
	if (i == b)
		return;
	use.who_end = i;
	use.who = phrase_left(p, a, i);

	use.start = i;
	use.end = i + 1;
	if (whose_subject(p, i, &use)) {
		quote_add(p, &use, i + 1, i + 2, RULE_COLON);
		return;
	}
	if (use.who == i || !unit_has(p, i - 1, POS_NAME | POS_PERSON | POS_SOURCE))
		return;
	if (use.who > a && p->unit[use.who - 1].kind == UNIT_WORD && !unit_is(p, use.who - 1, KEY(FROM)))
		return;
	if (use.who > a && p->unit[use.who - 1].kind == UNIT_COMMA)
		return;
	if (use.who > a + 1 && unit_has(p, use.who - 2, POS_SOURCE)) {
		use.start = use.who - 2;
		use.end = use.who - 1;
	}
	if (i > a + 2 && unit_cues(p, i - 1) && unit_has(p, i - 2, POS_CLITIC)) {
		use.start = i - 1;
		use.end = i;
		use.who_end = i - 2;
	} else if (whose_noun(p, &use)) {
		;
	} else if (i > a + 1 && unit_cues(p, i - 1) && unit_has(p, use.who, POS_POSS)) {
		/* "Her answer: “...”" */
		use.start = use.who + 1;
		use.end = i;
		use.who_end = use.who + 1;
	}
	quote_add(p, &use, i + 1, i + 2, RULE_COLON);
}

/* "had to step in:": all that leads from the verb before unit v to the colon at unit c is the cue. */
static size_t
predicate_end(const struct para *p, size_t v, size_t c)
{
	enum { LONGEST = 12 };

	if (p->unit[c].kind != UNIT_COLON || c - v > LONGEST)
		return v;
	for (size_t i = v; i < c; i++)
		if (p->unit[i].kind == UNIT_QUOTE)
			return v;
	return c;
}

/* "For Berg that is not enough: “...”" */
static bool
for_whom(const struct para *p, size_t a, size_t c, struct use *use)
{
	size_t end = a + 2 < c && unit_is(p, a, KEY(FOR)) ? phrase_right(p, a + 1, c) : a;

	if (end <= a + 1 || !unit_has(p, end - 1, POS_NAME | POS_PERSON | POS_OBJECT))
		return false;
	use->who = a + 1;
	use->who_end = end;
	use->start = c;
	use->end = c + 1;
	return true;
}

/* Whose words follow the colon at unit c: "Berg stepped in:", "a statement from the ministry:".  The nearest verb of
 * saying is preferred to the first verb. */
static bool
speaker_before(const struct para *p, size_t a, size_t c, bool cues_only, struct use *use)
{
	size_t who, end;

	for (size_t v = c; v > a; v--) {
		bool cue = unit_cues(p, v - 1);
		size_t start = v - 1;

		if (unit_has(p, v - 1, POS_SOURCE) && cue && v < c && unit_is(p, v, KEY(FROM) | KEY(BY))) {
			use->start = v - 1;
			use->end = v;
			use->who = v + 1;
			use->who_end = phrase_whole(p, v + 1, c);
			return true;
		}
		while (unit_follows(p, a, start, POS_ADV | POS_AUX | POS_NOT) && !unit_has(p, start - 1, POS_NOMINAL | POS_SUBJECT))
			start--;
		if ((cues_only && !cue) || !unit_has(p, v - 1, POS_FINITE | POS_AUX) || unit_has(p, v - 1, POS_NOMINAL | POS_CLITIC) ||
		    !quote_subject(p, a, start, &who, &end))
			continue;
		if (!cue && (unit_has(p, end - 1, POS_WH | POS_THAT) || (end == who + 1 && unit_is(p, who, KEY(THIS)))))
			continue;
		use->start = start;
		use->end = predicate_end(p, v, c);
		use->who = who;
		use->who_end = end;
		/* "When Lund died, Berg made a statement:" */
		if (cue || (who > a + 1 && p->unit[who - 1].kind == UNIT_COMMA && unit_has(p, a, POS_SUBORD)))
			return true;
	}
	return use->end > use->start || (!cues_only && for_whom(p, a, c, use));
}

/* A clause that ends in a colon before words in marks that no cue has claimed; before a comma, if it has a cue. */
void
quote_after_colon(struct para *p, size_t a, size_t b)
{
	struct use use = { .cue = &quote_no_verb, .a = a, .b = b };

	enum { SHORT = 4 };

	for (size_t i = unit_next_marked(p, a + 2); i < p->nmarked && p->marked[i].unit <= b; i++) {
		const struct marked *m = &p->marked[i];
		size_t c = m->unit - 1;
		bool comma = p->unit[c].kind == UNIT_COMMA;

		if ((m->flags & (MARKED_USED | MARKED_CAPITAL)) != MARKED_CAPITAL)
			continue;
		if (comma ? !(m->flags & MARKED_ENDED) || m->words < SHORT : p->unit[c].kind != UNIT_COLON)
			continue;
		if (speaker_before(p, a, c, comma, &use))
			quote_add(p, &use, c + 1, c + 2, RULE_COLON);
	}
}

static struct range
span(const struct para *p, size_t from, size_t to)
{
	return from < to ? (struct range){ p->unit[from].start, p->unit[to - 1].end } : (struct range){ 0, 0 };
}

/* Does the paragraph lead to the next, by a colon at its end or by "Berg said,"? */
static bool
leads_on(const struct para *p)
{
	size_t n = p->n;

	if (n < 2)
		return false;
	return p->unit[n - 1].kind == UNIT_COLON || (p->unit[n - 1].kind == UNIT_COMMA && unit_has(p, n - 2, POS_FINITE) && unit_cues(p, n - 2));
}

/* Words in marks that begin a paragraph behind one that ended in a colon; and notes whether this one does. */
void
quote_pending(struct para *p)
{
	struct quote *q = p->q;
	struct use use = { .cue = &quote_no_verb };
	size_t a = p->n;

	if (p->n > 0 && q->pending_cue.end > 0 && p->unit[0].kind == UNIT_QUOTE) {
		struct found *f = quote_add(p, &use, 0, 1, RULE_COLON);

		f->speaker = q->pending_speaker;
		f->cue = q->pending_cue;
	}
	q->pending_speaker = q->pending_cue = (struct range){ 0, 0 };
	if (!leads_on(p))
		return;
	while (a > 0 && !unit_first(p, a - 1))
		a--;
	a -= a > 0;
	if (speaker_before(p, a, p->n - 1, false, &use)) {
		q->pending_speaker = span(p, use.who, use.who_end);
		q->pending_cue = span(p, use.start, use.end);
	} else if (p->n - a > 2 && unit_has(p, a, POS_FINITE) && unit_cues(p, a)) {
		/* "Stated Berg:" */
		q->pending_speaker = span(p, a + 1, phrase_right(p, a + 1, p->n - 1));
		q->pending_cue = span(p, a, a + 1);
	}
}

/* "― Anna Berg, a clerk": is that all of the paragraph, directly behind byte end? */
static bool
signature(const struct para *p, size_t end)
{
	enum { LONGEST = 16, GAP = 6 /* a mark and line ends */ };
	size_t start = p->unit[0].start, name;

	if (p->n < 2 || p->n > LONGEST || (p->unit[0].kind != UNIT_DASH && p->text.at[start] != '-') || start - end > GAP)
		return false;
	name = phrase_right(p, 1, p->n);
	return name > 1 && unit_has(p, name - 1, POS_NAME | POS_PERSON) && !phrase_finite(p, name, p->n);
}

void
quote_signed(struct para *p)
{
	struct quote *q = p->q;
	struct found *f = q->nfound > 0 ? &q->found[q->nfound - 1] : NULL;

	if (f == NULL || f->rule != RULE_ALONE || p->n == 0 || !signature(p, f->said.end))
		return;
	f->rule = RULE_HEADLINE;
	f->less = 0;
	f->cue = span(p, 0, 1);
	f->speaker = span(p, 1, phrase_whole(p, 1, p->n));
}
