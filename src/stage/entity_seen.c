#include "entity_scan.h"

/* A word whose capital may be the sentence's can only be told by how the document writes it elsewhere: those that have
 * one somewhere are doubtful, and counted where they have none. */

/* Makes room for what was seen of each, of which the document before has left the bits. */
static void
clear(struct entity_scan *s)
{
	const struct vocab *v = &s->vocab;
	size_t words = (v->terms + 63) / 64;

	s->seen = vocab_notes(v, &s->seen_notes, v->folds, sizeof *s->seen);
	s->doubtful = vocab_notes(v, &s->doubtful_notes, words, sizeof *s->doubtful);
	if (words > 0)
		memset(s->doubtful, 0, words * sizeof *s->doubtful);
	for (size_t k = 0; k < s->capitals; k++) {
		uint32_t fold = s->number[s->capital[k]].fold;

		s->seen[fold] = (struct seen){ 0 };
		for (uint32_t term = v->small[fold]; term != 0; term = v->smaller[term - 1])
			s->doubtful[(term - 1) / 64] |= UINT64_C(1) << (term - 1) % 64;
	}
}

/* Behind these a sentence begins anew. */
static bool
opens(const struct entity_scan *s, size_t first, size_t i)
{
	const struct token *before;

	if (i == first)
		return true;
	before = &s->tokens.at[i - 1];
	return before->kind == TOKEN_MARK || before->kind == TOKEN_STOP || before->code == ':' || before->code == '(' ||
	    before->code == 0x2022 || (before->kind == TOKEN_PUNCT && i - 1 == first) ||
	    (before->kind == TOKEN_NUMBER && i - 1 == first);
}

static void
note_capitals(struct entity_scan *s, const struct entity_sentence *t)
{
	if (t->style != STYLE_NORMAL)
		return;
	for (size_t k = t->capital, end = scan_capitals_end(s, t); k < end; k++) {
		size_t i = s->capital[k];
		struct seen *w = &s->seen[s->number[i].fold];

		if (opens(s, t->first, i))
			scan_gloss(s, i)->marks |= MARK_OPENS;
		else
			w->capital = (uint16_t)(w->capital + (w->capital < UINT16_MAX));
	}
}

static void
note_lower(struct entity_scan *s)
{
	for (size_t i = 0; i < s->tokens.len; i++) {
		struct numbers n = s->number[i];

		if ((s->doubtful[n.term / 64] >> n.term % 64 & 1) != 0) /* few are */
			s->seen[n.fold].lower = (uint16_t)(s->seen[n.fold].lower + (s->seen[n.fold].lower < UINT16_MAX));
	}
}

static bool
known(const struct gloss *g)
{
	return (g->name != NULL && (g->marks & MARK_NO_NAME) == 0) || gloss_has(g, WORD_GIVEN) || gloss_has(g, WORD_SURNAME) ||
	    gloss_has(g, WORD_TITLE);
}

/* Does the token bind what it touches: "ana@tarn", "http://tarn"?  A slash does beside another. */
static bool
binds(const struct entity_scan *s, size_t i, bool *found)
{
	const struct token *t = s->tokens.at;

	*found = t[i].code == '@' || t[i].code == '_' || t[i].code == '/' || t[i].code == '=';
	return *found && (t[i].code != '/' || (i > 0 && t[i - 1].code == '/') || (i + 1 < s->tokens.len && t[i + 1].code == '/'));
}

/* Part of an address or a file's name: "ana@tarn.org", "tarn_report". */
static bool
address(const struct entity_scan *s, size_t i)
{
	const struct token *t = s->tokens.at;
	bool found = false, bound = false;

	if (i > 0 && (t[i].flags & TOKEN_SPACE) == 0)
		bound = binds(s, i - 1, &found);
	if (!found && i + 1 < s->tokens.len && (t[i + 1].flags & TOKEN_SPACE) == 0)
		bound = binds(s, i + 1, &found);
	return bound;
}

static uint8_t
like(const struct entity_scan *s, const struct entity_sentence *t, size_t i)
{
	const struct token *k = &s->tokens.at[i];
	const struct gloss *g = scan_gloss(s, i);
	const struct seen *w = &s->seen[s->number[i].fold];
	bool common = gloss_has(g, WORD_COMMON);

	if (k->kind != TOKEN_WORD || (k->flags & TOKEN_CAPITAL) == 0 || (g->marks & MARK_NO_NAME) != 0 || address(s, i))
		return LIKE_NOT;
	if (t->style == STYLE_NORMAL && (g->marks & MARK_OPENS) == 0)
		return common && (w->lower > 2 * w->capital + 1 || ((k->flags & TOKEN_UPPER) != 0 && g->name == NULL)) ?
		    LIKE_NOT : LIKE_NAME;
	if (t->style == STYLE_NORMAL && g->name != NULL && (k->flags & TOKEN_UPPER) != 0)
		return LIKE_NAME; /* "WHO staff left": listed as it is written */
	if (common && (w->capital < 2 || w->capital < w->lower))
		return LIKE_NOT;
	if (w->lower > w->capital)
		return LIKE_NOT;
	if (t->style == STYLE_NORMAL)
		return w->capital > 0 || known(g) ? LIKE_NAME : LIKE_WEAK;
	return w->capital > 0 || known(g) ? LIKE_NAME : t->style == STYLE_TITLE ? LIKE_WEAK : LIKE_NOT;
}

void
scan_words(struct entity_scan *s)
{
	clear(s);
	for (size_t k = 0; k < s->sentences; k++)
		note_capitals(s, &s->sentence[k]);
	note_lower(s);
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k].capital, end = scan_capitals_end(s, &s->sentence[k]); i < end; i++)
			scan_gloss(s, s->capital[i])->like = like(s, &s->sentence[k], s->capital[i]);
}
