#include "entity.h"
#include "utf8.h"

static void
add_sentence(struct entity_scan *s, size_t first, enum role role)
{
	if (first == s->tokens.len)
		return;
	MEM_GROW(s->sentence, s->sentence_cap, s->sentences + 1);
	s->sentence[s->sentences++] = (struct entity_sentence){ .first = first, .last = s->tokens.len, .role = role };
}

/* A stop, a capital behind it, and before it no initial or short capitalised word ("St.", "Mr."). */
static bool
ends_sentence(const struct entity_scan *s, size_t i)
{
	const struct token *t = s->tokens.at;

	return t[i - 1].kind == TOKEN_STOP && (t[i].flags & TOKEN_CAPITAL) != 0 &&
	    (i < 2 || (t[i - 2].flags & TOKEN_CAPITAL) == 0 || t[i - 2].end - t[i - 2].start > 3);
}

/* Without sentence rows: every line, and what follows a stop, is one. */
static void
cut_lines(struct entity_scan *s)
{
	size_t first = 0;

	token_cut(&s->tokens, s->text, 0, s->text.len);
	for (size_t i = 1; i <= s->tokens.len; i++) {
		size_t all = s->tokens.len;

		if (i < all && (s->tokens.at[i].flags & TOKEN_LINE) == 0 && !ends_sentence(s, i))
			continue;
		s->tokens.len = i;
		add_sentence(s, first, ROLE_PARAGRAPH);
		s->tokens.len = all;
		first = i;
	}
}

static void
cut(struct entity_scan *s, struct doc *d)
{
	size_t n;
	struct sentence *sentence = doc_sentences(d, &n);

	s->text = d->text;
	s->tokens.len = 0;
	s->sentences = 0;
	for (size_t i = 0; i < n; i++) {
		size_t first = s->tokens.len;

		token_cut(&s->tokens, d->text, sentence[i].start, sentence[i].end);
		add_sentence(s, first, sentence[i].role);
	}
	if (n == 0)
		cut_lines(s);
}

/* Capitals in the words of three letters or more that are not at the sentence's head. */
static enum entity_style
style_of(const struct entity_scan *s, const struct entity_sentence *t)
{
	size_t words = 0, capital = 0, upper = 0, shorter = 0;

	for (size_t i = t->first; i < t->last; i++) {
		const struct token *k = &s->tokens.at[i];

		if (k->kind != TOKEN_WORD || k->end - k->start < 4) {
			shorter += k->kind == TOKEN_WORD && (k->flags & TOKEN_CAPITAL) == 0;
			continue;
		}
		words++;
		capital += (k->flags & TOKEN_CAPITAL) != 0;
		upper += (k->flags & TOKEN_UPPER) != 0;
	}
	if (words >= 2 && upper * 5 >= words * 4 && shorter == 0)
		return STYLE_UPPER;
	if (words >= 4 && capital * 8 >= words * 7)
		return STYLE_TITLE;
	if ((t->role == ROLE_TITLE || t->role == ROLE_HEADING) && words >= 2 && capital * 4 >= words * 3)
		return STYLE_TITLE;
	return STYLE_NORMAL;
}

/* Is the entry's spelling met by the text's?  "US" is no "us", "Turkey" no "turkey". */
static bool
spelt(const struct entry *e, struct slice text, bool lower_case)
{
	size_t len;
	uint32_t first = utf8_at(e->word, 0, &len);

	if (lower_case)
		return e->list == GAZ_COUNTRY || (e->list == GAZ_PLACE && e->word.len > 4 && !slice_is(e->column[0], "region"));
	if (len < e->word.len && utf8_is_upper(first) && e->word.len <= 5 && utf8_is_upper((unsigned char)e->word.at[len]))
		return slice_eq(e->word, text);
	return !utf8_is_upper(first) || utf8_is_upper(utf8_at(text, 0, &len));
}

/* The last word of a longer name needs its capital too: "the US army" holds no "US Army". */
static bool
last_spelt(const struct entity_scan *s, const struct entry *e, size_t i)
{
	size_t at = e->word.len, len;

	while (at > 0 && e->word.at[at - 1] != ' ')
		at--;
	return at == 0 || !utf8_is_upper(utf8_at(e->word, at, &len)) || (s->tokens.at[i].flags & TOKEN_CAPITAL) != 0 ||
	    s->tokens.at[i].kind != TOKEN_WORD;
}

static void
gloss(const struct gazetteer *g, struct entity_scan *s, size_t i, size_t end)
{
	struct gloss *gloss = &s->gloss[i];
	const struct token *t = &s->tokens.at[i];
	const struct entry *e, *one;
	size_t taken;

	*gloss = (struct gloss){ 0 };
	if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER)
		return;
	e = lexicon_longest_hashed(g->words, s->hash, end, i, &taken, &one);
	gloss->word = one;
	if (taken > 1) {
		gloss->phrase = e;
		gloss->phrase_len = (uint8_t)taken;
	}
	e = lexicon_longest_hashed(g->names, s->hash, end, i, &taken, &one);
	for (; e != NULL; e = e->next) {
		struct slice text = slice_sub(s->text, t->start, s->tokens.at[i + taken - 1].end);
		bool lower_case = s->lower_case && (t->flags & TOKEN_CAPITAL) == 0 && !gazetteer_has(gloss->word, WORD_COMMON);

		if (taken < 256 && spelt(e, text, lower_case) && (lower_case || last_spelt(s, e, i + taken - 1))) {
			gloss->name = e;
			gloss->name_len = (uint8_t)taken;
			return;
		}
	}
}

struct seen *
entity_seen(const struct entity_scan *s, uint64_t hash)
{
	size_t i = (size_t)((hash | 1) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (s->seen_slots - 1);

	while (s->seen[i].hash != 0 && s->seen[i].hash != (hash | 1))
		i = (i + 1) & (s->seen_slots - 1);
	return &s->seen[i];
}

static void
clear_seen(struct entity_scan *s)
{
	size_t slots = 64;

	while (slots < s->tokens.len * 4)
		slots *= 2;
	if (slots > s->seen_cap) {
		mem_free(s->seen);
		s->seen = mem_alloc(slots * sizeof *s->seen);
		s->seen_cap = slots;
	} else {
		memset(s->seen, 0, slots * sizeof *s->seen);
	}
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

/* Notes how each word of the sentence is written. */
static void
note_words(struct entity_scan *s, const struct entity_sentence *t)
{
	for (size_t i = t->first; i < t->last; i++) {
		const struct token *k = &s->tokens.at[i];
		struct seen *w;

		if (k->kind != TOKEN_WORD)
			continue;
		w = entity_seen(s, s->hash[i]);
		w->hash = s->hash[i] | 1;
		s->gloss[i].seen = (uint32_t)(w - s->seen);
		if ((k->flags & TOKEN_CAPITAL) == 0)
			w->lower++;
		else if (t->style == STYLE_NORMAL && !opens(s, t->first, i))
			w->capital++;
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
	if (common && (w->capital < 2 || w->capital < w->lower))
		return LIKE_NOT;
	if (w->lower > w->capital)
		return LIKE_NOT;
	if (t->style == STYLE_NORMAL)
		return w->capital > 0 || known(g) ? LIKE_NAME : LIKE_WEAK;
	return w->capital > 0 || known(g) ? LIKE_NAME : t->style == STYLE_TITLE ? LIKE_WEAK : LIKE_NOT;
}

void
entity_scan(const struct gazetteer *g, struct doc *d, struct entity_scan *s)
{
	size_t n, capital = 0, words = 0;
	bool small_i = false;

	cut(s, d);
	n = s->tokens.len;
	MEM_GROW(s->hash, s->hash_cap, n);
	MEM_GROW(s->gloss, s->gloss_cap, n);
	for (size_t i = 0; i < n; i++) {
		s->hash[i] = lexicon_hash(token_text(s->text, &s->tokens.at[i]));
		words += s->tokens.at[i].kind == TOKEN_WORD;
		capital += (s->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
		small_i = small_i || (s->tokens.at[i].code == 'i' && s->tokens.at[i].end == s->tokens.at[i].start + 1);
	}
	s->lower_case = small_i || capital * 50 < words;
	clear_seen(s);
	for (size_t k = 0; k < s->sentences; k++) {
		struct entity_sentence *t = &s->sentence[k];

		t->style = style_of(s, t);
		for (size_t i = t->first; i < t->last; i++)
			gloss(g, s, i, t->last);
		note_words(s, t);
	}
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k].first; i < s->sentence[k].last; i++)
			s->gloss[i].like = like(s, &s->sentence[k], i);
}

void
entity_scan_free(struct entity_scan *s)
{
	mem_free(s->tokens.at);
	mem_free(s->hash);
	mem_free(s->gloss);
	mem_free(s->sentence);
	mem_free(s->seen);
	*s = (struct entity_scan){ 0 };
}
