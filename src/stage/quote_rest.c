/* Attribution without a verb of saying, and the marked stretches that no cue has claimed. */
#include "quote_parts.h"

static const struct cue colon = { .stance = { "say", 3 } };

static bool
is(const struct para *p, size_t i, uint32_t classes)
{
	return p->unit[i].kind == UNIT_WORD && (p->unit[i].is & classes);
}

static bool
follows(const struct para *p, size_t v, size_t b, struct slice rest, size_t *end)
{
	size_t i = v + 1;

	for (; rest.at != NULL && rest.len > 0; i++) {
		struct slice word = slice_cut(&rest, ' ');

		if (i >= b || p->unit[i].kind != UNIT_WORD ||
		    !slice_eq(slice_make(p->text.at + p->unit[i].start, p->unit[i].end - p->unit[i].start), word))
			return false;
	}
	*end = i;
	return true;
}

/* "According to X, ...", "..., according to X". */
bool
quote_prep(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue)
{
	struct use use = { .cue = cue, .a = a, .b = b, .start = v, .verb = v };
	uint32_t group;
	struct found *f;

	if (!follows(p, v, b, cue->rest, &use.end))
		return false;
	use.who = use.end;
	use.who_end = phrase_whole(p, use.end, b);
	if (use.who_end == use.who)
		return false;
	if (v == a || p->unit[v - 1].kind != UNIT_COMMA || v - 1 == a) {
		size_t i = use.who_end;

		while (v == a && i < b && p->unit[i].kind != UNIT_COMMA)
			i++;
		if (i < b && p->unit[i].kind == UNIT_COMMA && (v == a || is(p, v - 1, POS_COORD | POS_SUBORD | POS_ADV)))
			return quote_add(p, &use, i + 1, phrase_clause_end(p, i + 1, b, false), RULE_ACCORDING) != NULL;
		return v > a && quote_add(p, &use, a, v, RULE_ACCORDING_AFTER) != NULL;
	}
	if ((is(p, v - 2, POS_ADV) || !phrase_finite(p, a, v - 1)) && use.who_end + 1 < b && p->unit[use.who_end].kind == UNIT_COMMA &&
	    phrase_opens_clause(p, use.who_end + 1, b))
		return quote_add(p, &use, use.who_end + 1, phrase_clause_end(p, use.who_end + 1, b, false), RULE_ACCORDING) != NULL;
	f = quote_add(p, &use, a, v - 1, RULE_ACCORDING_AFTER);
	group = p->q->groups;
	if (f != NULL && use.who_end < b && p->unit[use.who_end].kind == UNIT_COMMA && use.who_end + 2 < b &&
	    is(p, use.who_end + 1, POS_FINITE | POS_AUX)) {
		f = quote_add(p, &use, use.who_end + 1, phrase_clause_end(p, use.who_end + 1, b, false), RULE_INSERTED);
		if (f != NULL)
			f->group = p->q->groups = group;
	}
	return true;
}

/* "U.S.: “...”", and in a headline "“...”: Kyiv". */
void
quote_colon(struct para *p, size_t a, size_t b)
{
	struct use use = { .cue = &colon, .a = a, .b = b };
	size_t i = a;

	if (p->unit[a].kind == UNIT_QUOTE && a + 2 < p->n && (p->unit[a + 1].kind == UNIT_COLON || p->unit[a + 1].kind == UNIT_DASH)) {
		use.who = a + 2;
		use.who_end = phrase_right(p, a + 2, p->n);
		use.start = a + 1;
		use.end = a + 2;
		if (use.who_end > use.who && is(p, use.who_end - 1, POS_NOMINAL) &&
		    (use.who_end == p->n || p->unit[use.who_end].kind != UNIT_WORD || (p->unit[use.who_end].flags & UNIT_FIRST)))
			quote_add(p, &use, a, a + 1, RULE_HEADLINE);
		return;
	}
	while (i < b && p->unit[i].kind == UNIT_WORD)
		i++;
	if (i == a || i + 1 >= p->n || (p->unit[i].kind != UNIT_COLON && p->unit[i].kind != UNIT_DASH) || p->unit[i + 1].kind != UNIT_QUOTE)
		return;
	use.who_end = i;
	use.who = phrase_left(p, a, i);
	if (use.who == a && is(p, i - 1, POS_NAME | POS_PERSON | POS_SOURCE)) {
		use.start = i;
		use.end = i + 1;
		/* "Oslo’s statement: “...”" */
		if (i > a + 2 && p->unit[i - 1].sense != 0 && is(p, i - 2, POS_CLITIC)) {
			use.start = i - 1;
			use.end = i;
			use.who_end = i - 2;
		}
		quote_add(p, &use, i + 1, i + 2, RULE_COLON);
	}
}

/* "Berg stepped in: “...”", "a statement from the ministry: “...”": a colon leads from a clause to its subject's words. */
void
quote_after_colon(struct para *p, size_t a, size_t b)
{
	struct use use = { .cue = &colon, .a = a, .b = b };
	size_t c = a, who, end;

	while (c < b && p->unit[c].kind != UNIT_COLON)
		c++;
	if (c == a || c + 1 >= p->n || p->unit[c].kind != UNIT_COLON || p->unit[c + 1].kind != UNIT_QUOTE ||
	    (p->marked[p->unit[c + 1].mark].flags & (MARKED_USED | MARKED_CAPITAL)) != MARKED_CAPITAL)
		return;
	for (size_t v = c; v > a; v--) {
		if (is(p, v - 1, POS_SOURCE) && p->unit[v - 1].sense != 0 && v < c && (unit_is(p, v, "from") || unit_is(p, v, "by"))) {
			use.start = v - 1;
			use.end = v;
			use.who = v + 1;
			use.who_end = phrase_whole(p, v + 1, c);
			break;
		}
		if (is(p, v - 1, POS_FINITE) && quote_subject(p, a, v - 1, &who, &end)) {
			use.start = v - 1;
			use.end = v;
			use.who = who;
			use.who_end = end;
		}
	}
	if (use.end > use.start)
		quote_add(p, &use, c + 1, c + 2, RULE_COLON);
}

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

/* A quotation without cue: carried by the speaker in focus, behind the one before in this paragraph. */
static void
carry(struct para *p, size_t i, const struct found *before)
{
	struct quote *q = p->q;
	struct use none = { .cue = &colon };
	struct found *f, kept = before != NULL ? *before : (struct found){ 0 };

	f = quote_add(p, &none, i, i + 1, before != NULL ? RULE_CARRIED : RULE_ALONE);
	if (f == NULL)
		return;
	if (before != NULL) {
		f->cue = kept.cue;
		f->speaker = kept.speaker;
		f->stance = kept.stance;
	} else {
		f->speaker = q->last_speaker;
		f->stance = q->last_stance;
	}
}

void
quote_rest(struct para *p)
{
	struct quote *q = p->q;

	for (size_t i = 0; i < p->n; i++) {
		const struct found *before = NULL;

		if (p->unit[i].kind != UNIT_QUOTE || (p->marked[p->unit[i].mark].flags & MARKED_USED) || !speech_like(p, i))
			continue;
		for (size_t k = q->nfound; k > 0 && before == NULL && q->nfound - k < 8; k--)
			if (q->found[k - 1].said.start >= p->unit[0].start && q->found[k - 1].said.end <= p->unit[i].start &&
			    q->found[k - 1].speaker.end > q->found[k - 1].speaker.start)
				before = &q->found[k - 1];
		carry(p, i, before);
	}
}
