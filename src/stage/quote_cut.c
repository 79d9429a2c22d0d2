/* A paragraph is cut into tokens, and its words are looked up and tagged, as far as anything can be found in it. */
#include "lanes.h"
#include "quote_parts.h"

/* Could the byte at text[i] begin a mark that opens a quotation? */
static bool
may_open(struct slice text, size_t i)
{
	unsigned char next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;
	unsigned char last = i + 2 < text.len ? (unsigned char)text.at[i + 2] : 0;

	switch ((unsigned char)text.at[i]) {
	case '\'':
		return i == 0 || text.at[i - 1] == ' ' || next == '\'';
	case 0xC2:
		return next == 0xAB || next == 0xBB;
	case 0xE2:
		return next == 0x80 && last >= 0x98 && last <= 0xBA && last != 0x99;
	case '"': case '`': case 0xE3: case 0xEF:
		return true;
	default:
		return false;
	}
}

/* A load at a time; the last one may overlap the one before. */
bool
quote_has_marks(struct slice text)
{
	size_t i = 0;

	while (i < text.len && text.len >= LANES) {
		size_t from = text.len - i < LANES ? text.len - LANES : i;
		lanes bytes = lanes_load(text.at + from);
		uint32_t found = lanes_beyond(bytes) | lanes_are(bytes, '"') | lanes_are(bytes, '\'') | lanes_are(bytes, '`');

		for (; found != 0; found &= found - 1)
			if (may_open(text, from + lanes_first(found)))
				return true;
		i = from + LANES;
	}
	while (i < text.len && !may_open(text, i))
		i++;
	return i < text.len;
}

/* A headline, by its role or by its capitals. */
static bool
title_case(enum role role, const struct token *t, size_t n)
{
	size_t words = 0, capitals = 0;

	if (role == ROLE_TITLE || role == ROLE_HEADING)
		return true;
	/* three small words settle it */
	for (size_t i = 0; i < n && i < 40 && words < capitals + 3; i++) {
		bool word = (t[i].kind == TOKEN_WORD) & (t[i].end - t[i].start > 3);

		words += word;
		capitals += word & ((t[i].flags & TOKEN_CAPITAL) != 0);
	}
	return words >= 4 && capitals * 10 >= words * 9;
}

void
quote_cut(struct para *p, const struct sentence *s, size_t n)
{
	struct quote *q = p->q;

	MEM_GROW(q->cut, q->cut_cap, n);
	p->cut = q->cut;
	q->token.len = 0;
	for (size_t i = 0; i < n; i++) {
		token_cut(&q->token, p->text, s[i].start, s[i].end);
		p->cut[i].token_end = (uint32_t)q->token.len;
	}
	p->token = q->token.at;
	p->tokens = q->token.len;
}

static bool
has_word(const struct token *t, size_t n)
{
	size_t i = 0;

	while (i < n && t[i].kind >= TOKEN_MARK)
		i++;
	return i < n;
}

/* Tags the tokens [from, to) of one sentence but those in marks; *m is the first stretch in marks that may reach into it, and
 * goes on to that of the next sentence.  Has one of them a sense? */
static bool
tag_sentence(struct para *p, size_t from, size_t to, size_t *m)
{
	const struct pos *pos = p->q->pos;
	bool begins = true, title = title_case(p->role, p->token + from, to - from), sense = false;

	for (; *m < p->nmarked && p->marked[*m].token < to; ++*m) {
		const struct marked *marked = &p->marked[*m];

		if (from < marked->token)
			sense |= pos_tag(pos, p->text, p->token + from, marked->token - from, begins, title, p->pos + from);
		if (marked->token_end > to)
			return sense;
		if (from < marked->token_end) {
			begins = begins && !has_word(p->token + from, marked->token_end - from);
			from = marked->token_end;
		}
	}
	return pos_tag(pos, p->text, p->token + from, to - from, begins, title, p->pos + from) || sense;
}

/* A sentence without a cue's word that ends in a stop is idle. */
bool
quote_tag(struct para *p, size_t n, bool may_be_idle)
{
	struct quote *q = p->q;
	size_t idle = 0, m = 0;

	MEM_GROW(q->pos_word, q->pos_cap, p->tokens + 1);
	p->pos = q->pos_word;
	for (size_t i = 0, from = 0, to; i < n; i++, from = to) {
		to = p->cut[i].token_end;
		p->cut[i].idle = !tag_sentence(p, from, to, &m) && may_be_idle && (to == from || p->token[to - 1].kind == TOKEN_STOP);
		idle += p->cut[i].idle;
	}
	return idle == n;
}
