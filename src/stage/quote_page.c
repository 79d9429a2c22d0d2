/* A page: paragraphs enough to keep the machine's caches warm are cut, looked up, tagged and made units together, before the
 * rules read them. */
#include "quote_page.h"

enum { PAGE = 1024 }; /* tokens that are enough */

/* A headline, by its role or by its capitals. */
static bool
title_case(enum role role, const struct token *t, size_t n)
{
	size_t words = 0, capitals = 0;

	if (role == ROLE_TITLE || role == ROLE_HEADING)
		return true;
	/* two small words settle it */
	for (size_t i = 0; i < n && i < 40 && words < capitals + 2; i++) {
		bool word = (t[i].kind == TOKEN_WORD) & (t[i].end - t[i].start > 3);

		words += word;
		capitals += word & ((t[i].flags & TOKEN_CAPITAL) != 0);
	}
	return words >= 4 && capitals * 10 >= words * 9;
}

/* Adds the paragraph of the n sentences s to the page, and cuts it into tokens. */
static void
add_paragraph(struct quote *q, struct slice text, const struct sentence *s, size_t n, bool opening)
{
	static const struct para none; /* copied sooner than a literal is cleared */
	bool title = s->role == ROLE_TITLE || s->role == ROLE_HEADING;
	size_t first = q->token.len;
	struct para *p;

	MEM_GROW(q->para, q->para_cap, q->paras + 1);
	p = &q->para[q->paras++];
	*p = none;
	p->q = q;
	p->text = text;
	p->keys = pos_keys(q->pos);
	p->sentence = s;
	p->sentences = n;
	p->role = s->role;
	p->headline = opening && (title || n == 1);
	MEM_GROW(q->cut, q->cut_cap, q->cuts + n);
	for (size_t i = 0; i < n; i++) {
		token_cut(&q->token, text, s[i].start, s[i].end);
		q->cut[q->cuts++].token_end = (uint32_t)(q->token.len - first);
	}
	p->tokens = q->token.len - first;
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

/* May a word of that sense report what stands in no marks? */
static bool
reports(const struct quote *q, uint16_t sense)
{
	while (sense != 0 && (q->cue[sense].frames & ~(uint32_t)FRAME_MARKS) == 0)
		sense = q->cue[sense].next;
	return sense != 0;
}

/* Has one of the tokens [from, to), by itself, such a sense, or any behind "as"? */
static bool
may_report(const struct para *p, size_t from, size_t to)
{
	bool as = false;

	for (size_t i = from; i < to; i++) {
		if (p->pos[i].sense != 0 && (as || reports(p->q, p->pos[i].sense)))
			return true;
		as |= (p->keys[p->pos[i].key] & KEY(AS)) != 0;
	}
	return false;
}

/* Tags the words that do not stand in marks.  Where they may be, sentences that report nothing become idle, those that end in a stop
 * and have no cue's word that may report without marks, and are not tagged; are all of them? */
static bool
tag(struct para *p, bool may_be_idle)
{
	size_t idle = 0, m = 0;

	for (size_t i = 0, from = 0, to; i < p->sentences; i++, from = to) {
		bool sense;

		to = p->cut[i].token_end;
		p->cut[i].idle = may_be_idle && (to == from || p->token[to - 1].kind == TOKEN_STOP);
		sense = (!p->cut[i].idle || may_report(p, from, to)) && tag_sentence(p, from, to, &m);
		p->cut[i].idle = p->cut[i].idle && !sense;
		idle += p->cut[i].idle;
	}
	return idle == p->sentences;
}

/* Could it be a signature, which begins with a dash? */
static bool
begins_with_dash(const struct para *p)
{
	uint32_t code = p->tokens > 0 ? p->token[0].code : 0;

	return code == '-' || code - 0x2013 < 3;
}

/* Makes the paragraph's units.  They may be idle in one without marks that is neither headline nor signature nor of a transcript. */
static void
prepare(struct para *p)
{
	const struct sentence *s = p->sentence;
	struct quote *q = p->q;
	bool marks = quote_has_marks(slice_sub(p->text, s[0].start, s[p->sentences - 1].end));
	bool may_be_idle = !marks && !p->headline && q->transcript == TURN_NONE && !begins_with_dash(p);

	q->open = marks && quote_mark(p);
	if (!tag(p, may_be_idle)) {
		quote_unit(p);
		quote_settle(p);
	}
}

size_t
quote_page(struct quote *q, struct slice text, const struct sentence *s, size_t n, bool opening)
{
	size_t taken = 0, tokens = 0, cuts = 0, units = 0;

	q->paras = q->cuts = q->token.len = q->nmarked = 0;
	while (taken < n && q->token.len < PAGE) {
		size_t end = taken + 1;

		while (end < n && s[end].block == s[taken].block)
			end++;
		add_paragraph(q, text, s + taken, end - taken, opening && taken == 0);
		taken = end;
	}
	/* a unit a token, or one of an idle sentence */
	MEM_GROW(q->pos_word, q->pos_cap, q->token.len);
	MEM_GROW(q->unit, q->unit_cap, q->token.len + q->cuts);
	MEM_GROW(q->cue_unit, q->cue_unit_cap, q->token.len + q->cuts);
	pos_look_up(q->pos, text, q->token.at, q->token.len, q->pos_word);
	for (size_t i = 0; i < q->paras; i++) {
		struct para *p = &q->para[i];

		p->token = q->token.at + tokens;
		p->pos = q->pos_word + tokens;
		p->cut = q->cut + cuts;
		p->unit = q->unit + units;
		p->cue = q->cue_unit + units;
		prepare(p);
		tokens += p->tokens;
		cuts += p->sentences;
		units += p->tokens + p->sentences;
	}
	return taken;
}
