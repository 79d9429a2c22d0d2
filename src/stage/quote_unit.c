/* Units: words with what clings to them, and each marked stretch as one. */
#include "quote_parts.h"

static struct unit *
push(struct para *p, uint8_t kind, uint32_t start, uint32_t end)
{
	struct quote *q = p->q;

	MEM_GROW(q->unit, q->unit_cap, q->nunit + 1);
	q->unit[q->nunit] = (struct unit){ .kind = kind, .start = start, .end = end };
	return &q->unit[q->nunit++];
}

static struct unit *
last(struct para *p)
{
	return p->q->nunit > 0 ? &p->q->unit[p->q->nunit - 1] : NULL;
}

static bool
is_finite(const struct para *p, size_t i)
{
	uint32_t is = p->pos[i].is & ~(uint32_t)POS_SKIP;

	return (is & (POS_FINITE | POS_AUX)) || (is == 0 && slice_ends(token_text(p->text, &p->token[i]), "ed"));
}

/* What stands in a stretch: its words, a capital, a stop, a verb. */
static void
measure(struct para *p, struct marked *m)
{
	for (size_t i = m->token; i < m->token_end; i++) {
		const struct token *t = &p->token[i];

		if (t->kind == TOKEN_WORD && m->words == 0 && (t->flags & TOKEN_CAPITAL))
			m->flags |= MARKED_CAPITAL;
		if ((t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER) && m->words < UINT16_MAX)
			m->words++;
		if (t->kind == TOKEN_WORD && !(m->flags & MARKED_FINITE) && is_finite(p, i))
			m->flags |= MARKED_FINITE;
	}
	if (m->token_end > m->token) {
		uint32_t c = p->token[m->token_end - 1].code;

		if (c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026)
			m->flags |= c == ',' ? MARKED_ENDED | MARKED_COMMA : MARKED_ENDED;
	}
}

static uint8_t
kind_of(uint32_t code, bool spaced)
{
	switch (code) {
	case ',': return UNIT_COMMA;
	case ':': return UNIT_COLON;
	case ';': return UNIT_SEMI;
	case 0x2013: case 0x2014: case 0x2015: return UNIT_DASH;
	case '-': return spaced ? UNIT_DASH : UNIT_OTHER;
	default: return UNIT_OTHER;
	}
}

/* "(R-Fla.)" clings to the name before it: the token behind a short parenthesis without marks, else i. */
static size_t
parenthesis(const struct para *p, size_t i)
{
	enum { LONGEST = 10 };
	uint32_t close = p->token[i].code == '(' ? ')' : ']';

	for (size_t k = i + 1; k < p->tokens && k < i + LONGEST; k++) {
		if (p->token[k].code == close)
			return k + 1;
		if (p->token[k].kind == TOKEN_MARK)
			return i;
	}
	return i;
}

/* "front-runner": the hyphen and the word behind it join the unit; returns the token behind them, or i. */
static size_t
hyphen(struct para *p, size_t i)
{
	struct unit *u = last(p);
	const struct pos_word *w;
	uint32_t nominal = POS_NOUN | POS_PERSON | POS_SOURCE | POS_NAME;

	if (u == NULL || u->kind != UNIT_WORD || u->end != p->token[i].start || i + 1 >= p->tokens ||
	    (p->token[i + 1].flags & TOKEN_SPACE) || (p->token[i + 1].kind != TOKEN_WORD && p->token[i + 1].kind != TOKEN_NUMBER))
		return i;
	w = &p->pos[i + 1];
	u->end = p->token[i + 1].end;
	u->is = POS_ADJ | (w->is & nominal) | (u->is & POS_NAME) | ((w->is | u->is) & nominal ? POS_NOUN : 0);
	u->sense = 0;
	return i + 2;
}

static size_t
word(struct para *p, size_t i)
{
	struct unit *u = push(p, UNIT_WORD, p->token[i].start, p->token[i].end);

	u->is = p->pos[i].is;
	u->sense = p->pos[i].sense;
	u->flags = (uint8_t)((p->token[i].flags & TOKEN_CAPITAL ? UNIT_CAPITAL : 0) |
	    (p->token[i].flags & TOKEN_UPPER ? UNIT_UPPER : 0));
	return i + 1;
}

/* A token that is neither word nor quotation; stop: the last of its sentence. */
static size_t
mark(struct para *p, size_t i, bool stop)
{
	const struct token *t = &p->token[i];
	struct unit *u = last(p);
	bool glued = u != NULL && u->end == t->start;
	size_t to;

	if (t->kind == TOKEN_STOP) {
		if (stop)
			push(p, UNIT_STOP, t->start, t->end);
		else if (glued && u->kind == UNIT_WORD)
			u->end = t->end;
		return i + 1;
	}
	if (t->kind == TOKEN_MARK)
		return i + 1;
	if ((t->code == '(' || t->code == '[') && u != NULL && u->kind == UNIT_WORD && (to = parenthesis(p, i)) > i) {
		u->end = p->token[to - 1].end;
		return to;
	}
	if (t->code == '-' || (t->code == '/' && !(t->flags & TOKEN_SPACE)) || t->code == 0x2010 || t->code == 0x2011) {
		to = hyphen(p, i);
		if (to > i)
			return to;
	}
	push(p, kind_of(t->code, t->flags & TOKEN_SPACE), t->start, t->end);
	return i + 1;
}

/* Does only closing punctuation stand between token i and the end of its sentence? */
static bool
ends_sentence(const struct para *p, size_t i, size_t end)
{
	enum { LONGEST = 6 };

	for (size_t k = i + 1; k < p->tokens && p->token[k].start < end; k++)
		if (k > i + LONGEST || p->token[k].kind == TOKEN_WORD || p->token[k].kind == TOKEN_NUMBER)
			return false;
	return true;
}

static void
mark_first(struct para *p, size_t from, const struct sentence *s, size_t n)
{
	size_t k = 0;

	for (size_t i = from; i < p->q->nunit; i++) {
		struct unit *u = &p->q->unit[i];

		/* a sentence that begins within a quotation does not begin behind it */
		while (k < n && s[k].start < u->start)
			k++;
		if (i == from || (k < n && s[k].start >= u->start && s[k].start < u->end &&
		    (u->kind != UNIT_QUOTE || s[k].start <= p->marked[u->mark].inner)))
			u->flags |= UNIT_FIRST;
	}
}

void
quote_unit(struct para *p, const struct sentence *s, size_t n)
{
	size_t from = p->q->nunit, m = 0, k = 0;

	for (size_t i = 0; i < p->tokens;) {
		while (k + 1 < n && s[k + 1].start <= p->token[i].start)
			k++;
		if (m < p->nmarked && i + 1 == p->marked[m].token) {
			struct unit *u = push(p, UNIT_QUOTE, p->marked[m].start, p->marked[m].end);

			u->mark = (uint32_t)m;
			measure(p, &p->marked[m]);
			i = p->marked[m].token_end + !(p->marked[m].flags & MARKED_OPEN);
			m++;
		} else if (p->token[i].kind == TOKEN_WORD || p->token[i].kind == TOKEN_NUMBER || p->token[i].kind == TOKEN_CLITIC) {
			i = word(p, i);
		} else {
			i = mark(p, i, ends_sentence(p, i, n > 0 ? s[k].end : 0));
		}
	}
	mark_first(p, from, s, n);
	p->unit = p->q->unit + from;
	p->n = p->q->nunit - from;
}
