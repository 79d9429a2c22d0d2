#include "entity_scan.h"
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
	s->span = doc_sentences(d, &d->arena, &s->spans);
	s->text = d->text;
	s->tokens.len = 0;
	s->sentences = 0;
	MEM_GROW(s->begin, s->begin_cap, s->spans + 1);
	for (size_t i = 0; i < s->spans; i++) {
		s->begin[i] = (uint32_t)s->tokens.len;
		token_cut(&s->tokens, d->text, s->span[i].start, s->span[i].end);
		add_sentence(s, s->begin[i], s->span[i].role);
	}
	s->begin[s->spans] = (uint32_t)s->tokens.len;
	if (s->spans == 0)
		cut_lines(s);
}

/* Capitals in the words of three letters or more that are not at the sentence's head. */
static enum entity_style
style_of(const struct entity_scan *s, const struct entity_sentence *t)
{
	size_t words = 0, capital = 0, upper = 0, shorter = 0;

	if ((scan_capitals_end(s, t) - t->capital) * 3 < t->last - t->first)
		return STYLE_NORMAL;
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

bool
scan_spelt(const struct entry *e, struct slice text, bool lower_case)
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

/* The first of e and the entries behind it whose spelling the tokens from i on meet; NULL if none. */
static const struct entry *
met(const struct entity_scan *s, const struct entry *e, size_t i, size_t taken, bool lower_case)
{
	for (; e != NULL; e = e->next) {
		struct slice text = slice_sub(s->text, s->tokens.at[i].start, s->tokens.at[i + taken - 1].end);

		if (scan_spelt(e, text, lower_case) && (lower_case || last_spelt(s, e, i + taken - 1)))
			break;
	}
	return e;
}

static bool
is_capital(const struct entity_scan *s, size_t i)
{
	return (s->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
}

/* MARK_NO_NAME where the list of names says that it is none. */
static uint32_t
no_name(const struct entry *e)
{
	return e != NULL && e->list == GAZ_THING && slice_is(e->column[0], "no") ? MARK_NO_NAME : 0;
}

static enum entity_type
type_of_entry(const struct entry *e)
{
	if (e == NULL)
		return ENTITY_NONE;
	switch (e->list) {
	case GAZ_COUNTRY:
		return gazetteer_demonym(e) ? ENTITY_GROUP : ENTITY_PLACE;
	case GAZ_PLACE:
		return ENTITY_PLACE;
	case GAZ_ORG:
		return ENTITY_ORG;
	case GAZ_GROUP:
		return ENTITY_GROUP;
	case GAZ_PERSON:
		return ENTITY_PERSON;
	case GAZ_USER:
		return entity_type_of(e->column[0]);
	default:
		return slice_is(e->column[0], "no") ? ENTITY_NONE : ENTITY_MISC;
	}
}

/* What the lists have for token i, wherever it stands. */
static const struct term *
term_of(const struct gazetteer *g, struct entity_scan *s, size_t i)
{
	struct term *term = &s->vocab.term[s->number[i].term];

	if (!term->known) {
		const struct entry *name;
		uint32_t longer = gazetteer_first(g, term->hash, &name);

		term->known = true;
		term->phrase = lexicon_first(g->words, term->hash, &term->word);
		term->marks = gazetteer_marks(term->word);
		if (is_capital(s, i) || gazetteer_lower(g, token_text(s->text, &s->tokens.at[i]))) {
			term->name = met(s, name, i, 1, false);
			term->type = (uint8_t)type_of_entry(term->name);
			term->marks |= no_name(term->name);
			term->longer = longer;
		}
	}
	return term;
}

static void
set_name(struct gloss *gloss, const struct entry *e, size_t taken)
{
	gloss->name = taken < 256 ? e : NULL;
	gloss->name_len = (uint8_t)(gloss->name != NULL ? taken : 0);
	gloss->type = (uint8_t)type_of_entry(gloss->name);
	gloss->marks = (gloss->marks & ~(uint32_t)MARK_NO_NAME) | no_name(gloss->name);
}

/* The entry of the names whose spelling is met at i.  next: the bit of the token behind. */
static void
gloss_name(const struct gazetteer *g, struct entity_scan *s, const struct term *term, uint32_t next, size_t i, size_t end)
{
	struct gloss *gloss = scan_gloss(s, i);
	const struct entry *e;
	size_t taken;

	if (s->lower_case) {
		e = gazetteer_name(g, s->hash, end, i, &taken);
		set_name(gloss, met(s, e, i, taken, !is_capital(s, i) && !gloss_has(gloss, WORD_COMMON)), taken);
		return;
	}
	gloss->name = term->name;
	gloss->name_len = term->name != NULL;
	gloss->type = term->type;
	if ((term->longer & next) == 0)
		return;
	e = gazetteer_longer(g, term->longer, s->hash, end, i, &taken);
	if (taken > 1)
		set_name(gloss, met(s, e, i, taken, false), taken);
}

/* Gives token i a gloss of its own. */
static struct gloss *
gloss(const struct gazetteer *g, struct entity_scan *s, size_t i, size_t end)
{
	const struct term *term = term_of(g, s, i);
	uint32_t next = i + 1 < end ? lexicon_next(s->hash[i + 1]) : 0;
	struct gloss *gloss = &s->gloss[s->glosses];

	s->gloss_of[i] = (uint32_t)s->glosses++;
	*gloss = (struct gloss){ .word = term->word, .marks = term->marks };
	if ((term->phrase & next) != 0) {
		size_t taken;

		gloss->phrase = lexicon_longer(g->words, term->phrase, s->hash, end, i, &taken);
		gloss->phrase_len = (uint8_t)taken;
	}
	gloss_name(g, s, term, next, i, end);
	return gloss;
}

static size_t
count_words(const struct entity_scan *s)
{
	size_t words = 0;

	for (size_t i = 0; i < s->tokens.len; i++)
		words += s->tokens.at[i].kind == TOKEN_WORD;
	return words;
}

/* Lists the words with capitals, and tells whether the author has use for them. */
static void
list_capitals(struct entity_scan *s)
{
	enum { FEW = 50 }; /* words to a capital */
	const struct token *t = s->tokens.at, lone = { .end = 1, .kind = TOKEN_WORD };
	struct numbers small;
	bool small_i = false;
	uint32_t *to;

	vocab_number(&s->vocab, slice_from("i"), &lone, 1, &small);
	MEM_GROW(s->capital, s->capital_cap, s->tokens.len + 1);
	to = s->capital;
	for (size_t k = 0; k < s->sentences; k++) {
		uint32_t i = (uint32_t)s->sentence[k].first, end = (uint32_t)s->sentence[k].last;

		s->sentence[k].capital = (size_t)(to - s->capital);
		for (; i < end; i++) {
			*to = i;
			to += (t[i].flags & TOKEN_CAPITAL) != 0;
			small_i |= s->number[i].term == small.term;
		}
	}
	s->capitals = (size_t)(to - s->capital);
	s->lower_case = small_i || (s->capitals * FEW < s->tokens.len && s->capitals * FEW < count_words(s));
}

static void
number(struct entity_scan *s)
{
	MEM_GROW(s->number, s->number_cap, s->tokens.len);
	vocab_begin(&s->vocab);
	vocab_number(&s->vocab, s->text, s->tokens.at, s->tokens.len, s->number);
}

/* Hashes the tokens from i to before end, and lists the words and numbers among them. */
static size_t
hash_near(struct entity_scan *s, size_t i, size_t end, size_t n)
{
	scan_hash(s, i, end);
	for (; i < end; i++) {
		s->near[n] = (uint32_t)i;
		n += (s->tokens.at[i].kind == TOKEN_WORD) | (s->tokens.at[i].kind == TOKEN_NUMBER);
	}
	return n;
}

/* Lists what the rules may ask for: all where capitals have no use, else those beside one: two before it, one (and a clitic)
 * behind.  Returns their number. */
static size_t
list_near(struct entity_scan *s, const struct entity_sentence *t)
{
	size_t n = 0, done = t->first;

	MEM_GROW(s->near, s->near_cap, t->last - t->first);
	if (s->lower_case)
		return hash_near(s, t->first, t->last, 0);
	for (size_t k = t->capital, end = scan_capitals_end(s, t); k < end; k++) {
		size_t i = s->capital[k], last = i + (i + 1 < t->last && s->tokens.at[i + 1].kind == TOKEN_CLITIC ? 3 : 2);

		if (i >= done + 2)
			done = i - 2;
		last = last < t->last ? last : t->last;
		if (done < last) {
			n = hash_near(s, done, last, n);
			done = last;
		}
	}
	return n;
}

static void
look_up(const struct gazetteer *g, struct entity_scan *s, struct entity_sentence *t)
{
	size_t n = list_near(s, t);

	for (size_t k = 0; k < n; k++) {
		size_t i = s->near[k];

		t->small |= gloss(g, s, i, t->last)->name != NULL && !is_capital(s, i);
	}
	for (size_t k = t->capital, end = scan_capitals_end(s, t); k < end; k++)
		if ((scan_gloss(s, s->capital[k])->marks & MARK_ENDS) != 0)
			t->heads = s->capital[k] + 1;
}

/* What nobody looks up has no hash and no gloss. */
static void
clear(struct entity_scan *s)
{
	size_t n = s->tokens.len;

	MEM_GROW(s->hash, s->hash_cap, n);
	MEM_GROW(s->gloss_of, s->gloss_of_cap, n + 1); /* a mention of the input may stand behind the last token */
	MEM_GROW(s->gloss, s->gloss_cap, n + 1);
	s->gloss[0] = (struct gloss){ .name = NULL };
	s->glosses = 1;
	memset(s->gloss_of, 0, (n + 1) * sizeof *s->gloss_of);
	if (n > 0)
		memset(s->hash, 0, n * sizeof *s->hash);
}

void
entity_scan(const struct gazetteer *g, struct doc *d, struct entity_scan *s)
{
	cut(s, d);
	number(s);
	clear(s);
	list_capitals(s);
	for (size_t k = 0; k < s->sentences; k++) {
		s->sentence[k].style = style_of(s, &s->sentence[k]);
		look_up(g, s, &s->sentence[k]);
	}
	scan_words(s);
}

void
entity_scan_free(struct entity_scan *s)
{
	mem_free(s->tokens.at);
	mem_free(s->hash);
	mem_free(s->gloss_of);
	mem_free(s->gloss);
	mem_free(s->capital);
	mem_free(s->begin);
	mem_free(s->near);
	mem_free(s->sentence);
	mem_free(s->number);
	mem_free(s->seen_notes.at);
	mem_free(s->doubtful_notes.at);
	mem_free(s->canonical_notes.at);
	vocab_free(&s->vocab);
	mem_free(s->vote);
	mem_free(s->rules.at);
	*s = (struct entity_scan){ 0 };
}
