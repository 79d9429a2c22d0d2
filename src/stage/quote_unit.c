/* Units: words with what clings to them, and each marked stretch as one. */
#include "quote_page.h"

size_t
unit_next_marked(const struct para *p, size_t i)
{
	size_t low = 0, high = p->nmarked;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (p->marked[middle].unit < i)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* There is room: a paragraph has no more units than tokens and sentences. */
static inline struct unit *
push(struct para *p, uint8_t kind, uint32_t start, uint32_t end)
{
	struct unit *u = &p->unit[p->n++];

	*u = (struct unit){ .kind = kind, .start = start, .end = end };
	return u;
}

static struct unit *
last(struct para *p)
{
	return p->n > 0 ? &p->unit[p->n - 1] : NULL;
}

/* Can the word in marks at token i, which was looked up and no more, be a finite verb? */
static bool
is_finite(const struct para *p, size_t i)
{
	uint32_t is = p->pos[i].is;

	return ((is != 0 ? is : pos_guess(p->q->pos, p->text, &p->token[i])) & (POS_FINITE | POS_AUX)) != 0;
}

/* "Go home", "I feel free": is token i of the stretch a verb's base form that is its first word, or stands behind a pronoun? */
static bool
is_base(const struct para *p, const struct marked *m, size_t i)
{
	size_t before = i > m->token && (p->pos[i - 1].is & POS_SUBJECT);

	if (m->words != 1 + before || (p->token[i].flags & TOKEN_CAPITAL))
		return false;
	return p->pos[i].is == POS_BASE;
}

/* Is its first word one in -ly? */
static bool
begins_adverb(const struct para *p, const struct marked *m)
{
	struct slice first = token_text(p->text, &p->token[m->token]);

	return slice_ends(first, "ly");
}

/* What stands in a stretch: its words, a capital, a stop, a verb. */
static void
measure(struct para *p, struct marked *m)
{
	size_t i = m->token, words;

	for (; i < m->token_end && !(m->flags & MARKED_FINITE) && m->words < UINT16_MAX; i++) {
		const struct token *t = &p->token[i];

		if (t->kind == TOKEN_WORD && m->words == 0 && (t->flags & TOKEN_CAPITAL))
			m->flags |= MARKED_CAPITAL;
		m->words = (uint16_t)(m->words + (t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER));
		if (t->kind == TOKEN_WORD && (is_finite(p, i) || is_base(p, m, i)))
			m->flags |= m->words <= 1 + begins_adverb(p, m) ? MARKED_FINITE | MARKED_PREDICATE : MARKED_FINITE;
	}
	for (words = m->words; i < m->token_end; i++)
		words += p->token[i].kind == TOKEN_WORD || p->token[i].kind == TOKEN_NUMBER;
	m->words = (uint16_t)(words < UINT16_MAX ? words : UINT16_MAX);
	if (m->token_end > m->token) {
		uint32_t c = p->token[m->token_end - 1].code;

		if (c == ',' || c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x2014 || c == 0x2013 || c == '-')
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

/* "10%", "5€", "30°", "Disney+": a sign that clings to what is before it. */
static bool
is_sign(uint32_t code)
{
	switch (code) {
	case '%': case '+': case '$': case 0xA2: case 0xA3: case 0xA5: case 0xAE: case 0xB0: case 0x2030: case 0x20AC: case 0x2122:
		return true;
	default:
		return false;
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
	u->sense = u->key = 0;
	return i + 2;
}

/* "Reeve & Son", "Berg Foods, Inc. said", but not "Berg Foods, Inc., said": a sign or a comma and the word behind it join the name
 * before; returns the token behind them, or i. */
static size_t
within_name(struct para *p, size_t i)
{
	struct unit *u = last(p);
	const struct token *t = &p->token[i];
	size_t behind = i + 2;

	if (u == NULL || u->kind != UNIT_WORD || !(u->flags & UNIT_CAPITAL))
		return i;
	if (behind >= p->tokens || t[1].kind != TOKEN_WORD || !(t[1].flags & TOKEN_CAPITAL))
		return i;
	if (t->code == ',') {
		behind += t[2].kind == TOKEN_STOP;
		if (!(p->keys[p->pos[i + 1].key] & KEY(INC)) || behind >= p->tokens || p->token[behind].code == ',')
			return i;
	}
	u->end = t[1].end;
	u->is = POS_NAME;
	u->sense = u->key = 0;
	return i + 2;
}

/* The words, clitics and numbers from token i on; returns the token behind them.  What is counted is not in memory meanwhile:
 * a store of bytes might be one to it, for all the compiler knows. */
static size_t
words(struct para *p, size_t i, size_t end)
{
	const struct token *token = p->token;
	const struct pos_word *pos = p->pos;
	struct unit *unit = p->unit;
	uint32_t *cue = p->cue;
	size_t n = p->n, cues = p->cues;

	for (; i < end && token[i].kind < TOKEN_MARK; i++) {
		cue[cues] = (uint32_t)n;
		cues += pos[i].sense != 0;
		unit[n++] = (struct unit){ .start = token[i].start, .end = token[i].end, .is = pos[i].is, .sense = pos[i].sense,
			.key = pos[i].key, .kind = UNIT_WORD, .flags = token[i].flags & (UNIT_CAPITAL | UNIT_UPPER) };
	}
	p->n = n;
	p->cues = cues;
	return i;
}

/* A token that is neither word nor quotation; stop: the last of its sentence. */
static size_t
mark(struct para *p, size_t i, bool stop)
{
	const struct token *t = &p->token[i];
	struct unit *u = last(p);
	bool glued = p->n > 0 && u->end == t->start;
	size_t to;

	if (t->kind == TOKEN_STOP) {
		if (stop)
			push(p, UNIT_STOP, t->start, t->end);
		else if (glued && u->kind == UNIT_WORD) {
			u->end = t->end;
			if (unit_is(p, p->n - 1, KEY(NOBODY)) && i + 1 < p->tokens && p->token[i + 1].kind == TOKEN_NUMBER)
				u->is = POS_NOUN;
			u->key = 0; /* "No. 5" is not "no" */
		}
		return i + 1;
	}
	if (t->kind == TOKEN_MARK)
		return i + 1;
	if (glued && u->kind == UNIT_WORD && is_sign(t->code)) {
		u->end = t->end;
		return i + 1;
	}
	if ((t->code == '(' || t->code == '[') && p->n > 0 && u->kind == UNIT_WORD && (to = parenthesis(p, i)) > i) {
		u->end = p->token[to - 1].end;
		return to;
	}
	if (t->code == '-' || (t->code == '/' && !(t->flags & TOKEN_SPACE)) || t->code == 0x2010 || t->code == 0x2011) {
		to = hyphen(p, i);
		if (to > i)
			return to;
	}
	if ((t->code == '&' || t->code == ',') && (to = within_name(p, i)) > i)
		return to;
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

/* The marked stretch m as one unit; returns the token behind it. */
static size_t
quotation(struct para *p, size_t m)
{
	struct marked *marked = &p->marked[m];

	marked->unit = (uint32_t)p->n;
	push(p, UNIT_QUOTE, marked->start, marked->end)->mark = (uint32_t)m;
	measure(p, marked);
	return marked->token_end + !(marked->flags & MARKED_OPEN);
}

/* Does the sentence that begins at start begin with this unit?  One within a quotation does not begin behind it. */
static bool
begins(const struct para *p, const struct unit *u, size_t start)
{
	return start >= u->start && start < u->end && (u->kind != UNIT_QUOTE || start <= p->marked[u->mark].inner);
}

/* The units of the sentence k of s, whose first token is i; returns the token behind them. */
static size_t
sentence_units(struct para *p, const struct sentence *s, size_t k, size_t i, size_t *m)
{
	if (p->cut[k].idle) {
		push(p, UNIT_STOP, (uint32_t)s[k].start, (uint32_t)s[k].end);
		return p->cut[k].token_end;
	}
	while ((i = words(p, i, p->cut[k].token_end)) < p->cut[k].token_end)
		if (*m < p->nmarked && i + 1 == p->marked[*m].token)
			i = quotation(p, (*m)++);
		else
			i = mark(p, i, p->token[i].kind == TOKEN_STOP && ends_sentence(p, i, s[k].end));
	return i;
}

void
quote_unit(struct para *p)
{
	const struct sentence *s = p->sentence;
	size_t n = p->sentences, m = 0, i = 0;

	for (size_t k = 0; k < n; k++) {
		p->cut[k].unit = (uint32_t)p->n;
		i = sentence_units(p, s, k, i, &m);
	}
	if (p->n > 0)
		p->unit[0].flags |= UNIT_FIRST;
	/* a sentence begins with the first unit of its own, or in the last one before */
	for (size_t k = 0; k < n; k++) {
		uint32_t *own = &p->cut[k].unit;

		if (*own > 0 && begins(p, &p->unit[*own - 1], s[k].start))
			--*own;
		else if (*own >= p->n || !begins(p, &p->unit[*own], s[k].start))
			*own = 0;
		if (*own > 0)
			p->unit[*own].flags |= UNIT_FIRST;
	}
}
