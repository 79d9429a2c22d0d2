#include "entity_scan.h"

enum { SHORTEST = 3 }; /* bytes of a word that is worth counting without its capital */

/* A word whose capital may be the sentence's can only be told by how the document writes it elsewhere.  Capitalised
 * words are put into the table; of the others those alone are looked up that, by a bit, may be one of the doubtful. */

/* A word's first two letters, its last, and its length, as the number of a bit. */
static uint32_t
shape_of(const struct entity_scan *s, const struct token *t)
{
	const char *word = s->text.at + t->start;
	uint32_t len = t->end - t->start;

	return ((((uint32_t)word[0] & 31) << 5 | ((uint32_t)word[len > 1] & 31)) << 6 ^ ((uint32_t)word[len - 1] & 31) * 37 ^ len << 12) &
	    (SHAPES - 1);
}

static void
set_shape(struct entity_scan *s, const struct token *t)
{
	uint32_t bit = t->end - t->start < SHORTEST ? 0 : shape_of(s, t);

	s->shape[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool
has_shape(const struct entity_scan *s, const struct token *t)
{
	uint32_t bit = shape_of(s, t);

	return (s->shape[bit / 64] >> bit % 64 & 1) != 0;
}

static struct seen *
seen_slot(const struct entity_scan *s, uint64_t hash)
{
	size_t i = (size_t)((hash | 1) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (s->seen_slots - 1);

	while (s->seen[i].hash != 0 && s->seen[i].hash != (hash | 1))
		i = (i + 1) & (s->seen_slots - 1);
	return &s->seen[i];
}

/* Room for the words. */
static void
clear(struct entity_scan *s, size_t words)
{
	size_t slots = 64;

	while (slots < words * 2)
		slots *= 2;
	MEM_GROW(s->seen, s->seen_cap, slots);
	memset(s->seen, 0, slots * sizeof *s->seen);
	memset(s->shape, 0, sizeof s->shape);
	s->seen_slots = slots;
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
	for (size_t k = t->capital; k < scan_capitals_end(s, t); k++) {
		size_t i = s->capital[k];
		struct seen *w = seen_slot(s, s->hash[i]);

		w->hash = s->hash[i] | 1;
		s->gloss[i].seen = (uint32_t)(w - s->seen);
		if (t->style == STYLE_NORMAL && !opens(s, t->first, i))
			w->capital = (uint16_t)(w->capital + (w->capital < UINT16_MAX));

	}
}

/* Bits for the words of which it matters how often they stand without a capital. */
static void
note_shapes(struct entity_scan *s)
{
	for (size_t k = 0; k < s->capitals; k++) {
		size_t i = s->capital[k];

		if (!gazetteer_has(s->gloss[i].word, WORD_COMMON) || s->seen[s->gloss[i].seen].capital > 0)
			set_shape(s, &s->tokens.at[i]);
	}
}

static void
note_lower(struct entity_scan *s)
{
	for (size_t i = 0; i < s->tokens.len; i++) {
		const struct token *k = &s->tokens.at[i];
		/* one branch, seldom taken: most words are not doubtful */
		int doubtful = (k->kind == TOKEN_WORD) & ((k->flags & TOKEN_CAPITAL) == 0) & (k->end - k->start >= SHORTEST) &
		    has_shape(s, k);
		struct seen *w;

		if (!doubtful)
			continue;
		w = seen_slot(s, lexicon_hash(token_text(s->text, k)));
		w->lower = (uint16_t)(w->lower + (w->hash != 0 && w->lower < UINT16_MAX));
	}
}

static bool
no_name(const struct gloss *g)
{
	return g->name != NULL && g->name->list == GAZ_THING && slice_is(g->name->column[0], "no");
}

static bool
known(const struct gloss *g)
{
	return (g->name != NULL && !no_name(g)) || gazetteer_has(g->word, WORD_GIVEN) || gazetteer_has(g->word, WORD_SURNAME) ||
	    gazetteer_has(g->word, WORD_TITLE);
}

/* Part of an address or a file's name: "ana@tarn.org", "tarn_report". */
static bool
address(const struct entity_scan *s, size_t i)
{
	const struct token *t = s->tokens.at;

	for (size_t k = i > 0 ? i - 1 : i; k <= i + 1 && k < s->tokens.len; k++) {
		bool touches = k < i ? (t[i].flags & TOKEN_SPACE) == 0 : k > i && (t[k].flags & TOKEN_SPACE) == 0;

		if (touches && (t[k].code == '@' || t[k].code == '_' || t[k].code == '/' || t[k].code == '='))
			return t[k].code != '/' || (k > 0 && t[k - 1].code == '/') || (k + 1 < s->tokens.len && t[k + 1].code == '/');
	}
	return false;
}

static uint8_t
like(const struct entity_scan *s, const struct entity_sentence *t, size_t i)
{
	const struct token *k = &s->tokens.at[i];
	const struct gloss *g = &s->gloss[i];
	const struct seen *w = &s->seen[g->seen];
	bool common = gazetteer_has(g->word, WORD_COMMON);

	if (k->kind != TOKEN_WORD || (k->flags & TOKEN_CAPITAL) == 0 || no_name(g) || address(s, i))
		return LIKE_NOT;
	if (t->style == STYLE_NORMAL && !opens(s, t->first, i))
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
	clear(s, s->capitals);
	for (size_t k = 0; k < s->sentences; k++)
		note_capitals(s, &s->sentence[k]);
	note_shapes(s);
	note_lower(s);
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k].capital; i < scan_capitals_end(s, &s->sentence[k]); i++)
			s->gloss[s->capital[i]].like = like(s, &s->sentence[k], s->capital[i]);
}
