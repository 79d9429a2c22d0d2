#include "match_cut.h"

#include "match_number.h"
#include "utf8.h"

enum {
	BRACKETED = 12, /* tokens that an editor's brackets may hold */
	TITLE_MOST = 3  /* letters of "Mrs." */
};

/* Is the mark a single one: ' ‘ ’ ‚ ‛ ` ´ ‹ › ? */
static bool
is_single(const struct token *t)
{
	static const uint32_t single[] = { '\'', 0x2018, 0x2019, 0x201A, 0x201B, '`', 0xB4, 0x2039, 0x203A };

	if (t->end - t->start == 2 && t->code < 0x80)
		return false;
	for (size_t i = 0; i < sizeof single / sizeof *single; i++)
		if (t->code == single[i])
			return true;
	return false;
}

void
cut_begin(struct cut *c, struct slice text)
{
	c->text = text;
	c->tokens.len = 0;
	c->next = 0;
	c->doubles = c->marks = c->quoted = c->apart = c->asked = false;
	c->first = true;
	token_cut(&c->tokens, text, 0, text.len);
	for (size_t i = 0; i < c->tokens.len; i++) {
		if (c->tokens.at[i].kind != TOKEN_MARK)
			continue;
		c->marks = true;
		c->doubles |= !is_single(&c->tokens.at[i]);
	}
}

bool
cut_is_small(const struct cut *c)
{
	size_t i = 0;

	while (i < c->tokens.len && c->tokens.at[i].kind != TOKEN_WORD && c->tokens.at[i].kind != TOKEN_NUMBER)
		i++;
	return i < c->tokens.len && c->tokens.at[i].kind == TOKEN_WORD && (c->tokens.at[i].flags & TOKEN_CAPITAL) == 0;
}

/* Marks that can only open or close do so; others change what was. */
static void
pass_mark(struct cut *c, const struct token *t)
{
	if (c->doubles && is_single(t))
		return;
	switch (t->code) {
	case 0x201C:
	case 0x2018:
	case 0xAB:
		c->quoted = true;
		break;
	case 0x201D:
	case 0x2019:
	case 0xBB:
		c->quoted = false;
		break;
	default:
		c->quoted = !c->quoted;
	}
}

static void
drop_commas(struct buf *b)
{
	size_t len = 0;

	for (size_t i = 0; i < b->len; i++)
		if (b->at[i] != ',')
			b->at[len++] = b->at[i];
	b->len = len;
}

/* "n't" is "not", so that "did not" and "didn't" are the same words; the apostrophe of "ISIS'" is "'s". */
static void
fold(struct buf *b, struct slice text, const struct token *t)
{
	buf_clear(b);
	utf8_fold(b, token_text(text, t));
	if (t->kind == TOKEN_NUMBER) {
		drop_commas(b);
		number_spell_out(b);
	} else if (t->kind == TOKEN_CLITIC && b->len > 0 && b->at[0] == 'n') {
		buf_clear(b);
		buf_string(b, "not");
	} else if (t->kind == TOKEN_CLITIC && b->len == 1) {
		buf_string(b, "s");
	}
}

/* The token behind "[sic]", "[the minister]": what an editor put in brackets is no word of the speaker.  i if there is none. */
static size_t
behind_bracket(const struct cut *c, size_t i)
{
	if (c->tokens.at[i].code != '[')
		return i;
	for (size_t k = i + 1; k < c->tokens.len && k < i + BRACKETED; k++)
		if (c->tokens.at[k].code == ']')
			return k + 1;
	return i;
}

/* The stop of "Mr.", "Sen.", "Gov." ends no sentence. */
static bool
is_title_stop(const struct cut *c, const struct token *stop)
{
	const struct token *before = stop - 1;

	return stop > c->tokens.at && stop->code == '.' && before->kind == TOKEN_WORD && (before->flags & TOKEN_CAPITAL) != 0 &&
	    before->end == stop->start && before->end - before->start <= TITLE_MOST;
}

/* A hyphen does so behind a space; others stand in words. */
static bool
parts_clauses(const struct token *t)
{
	return t->code == ':' || t->code == ';' || (t->code >= 0x2013 && t->code <= 0x2015) ||
	    (t->code == '-' && (t->flags & TOKEN_SPACE) != 0);
}

/* Where the word ends.  "Cannot" is the two words of "can't": the second is left for the next time. */
static size_t
end_of(struct cut *c, struct token *t)
{
	if (!slice_is(buf_slice(&c->folded), "cannot"))
		return t->end;
	c->folded.len = sizeof "can" - 1;
	c->next--;
	t->start += (uint32_t)c->folded.len;
	return t->start;
}

static bool
is_capital(const struct cut *c, const struct token *t)
{
	return t >= c->tokens.at && t < c->tokens.at + c->tokens.len && (t->flags & TOKEN_CAPITAL) != 0;
}

bool
cut_next(struct cut *c, struct cut_word *w)
{
	while (c->next < c->tokens.len) {
		struct token *t = &c->tokens.at[c->next];
		size_t behind = behind_bracket(c, c->next);

		c->next = behind == c->next ? behind + 1 : behind;
		if (t->kind == TOKEN_MARK) {
			pass_mark(c, t);
		} else if (t->kind == TOKEN_STOP && !is_title_stop(c, t)) {
			c->first = true;
			c->asked |= t->code == '?';
		} else if (t->kind == TOKEN_PUNCT || t->kind == TOKEN_STOP) {
			c->apart |= parts_clauses(t);
		} else {
			size_t start = t->start, end;

			fold(&c->folded, c->text, t);
			end = end_of(c, t);
			*w = (struct cut_word){ buf_slice(&c->folded), start, end, c->quoted, c->first, c->apart, c->asked,
			    (t->flags & TOKEN_CAPITAL) != 0 && !c->first, false };
			w->lone = w->name && !is_capital(c, t - 1) && !is_capital(c, t + 1);
			c->first = c->apart = c->asked = false;
			return true;
		}
	}
	return false;
}

void
cut_free(struct cut *c)
{
	mem_free(c->tokens.at);
	buf_free(&c->folded);
}
