#include "tagger_feature.h"

#include "tagger_lists.h"
#include "tagger_model.h"
#include "utf8.h"

/* What a term is like, wherever it stands. */
struct shape {
	uint32_t prefix, suffix, kind;
	unsigned lists; /* bits of what lists have for it alone */
	bool known;
	bool longer;    /* longer entries begin with it */
};

static uint64_t
mix(uint64_t h, uint64_t with)
{
	h = (h ^ with) * UINT64_C(0x9FB21C651E98DF25);
	return h ^ h >> 29;
}

/* Lower case, and all figures as 0. */
static uint32_t
fold(uint32_t code)
{
	return code - '0' < 10 ? '0' : utf8_lower(code);
}

static uint64_t
hash_folded(struct slice s)
{
	uint64_t h = 1;
	size_t len;

	for (size_t i = 0; i < s.len; i += len)
		h = mix(h, fold(utf8_at(s, i, &len)));
	return h;
}

/* Offset behind the first n code points, or before the last n. */
static size_t
forward(struct slice s, size_t n)
{
	size_t i = 0, len;

	for (; n > 0 && i < s.len; n--, i += len)
		utf8_at(s, i, &len);
	return i;
}

static size_t
backward(struct slice s, size_t n)
{
	size_t i = s.len, len;

	for (; n > 0 && i > 0; n--, i -= len)
		utf8_before(s, i, &len);
	return i;
}

/* Runs of upper case, lower case, figures and marks, each once; at most six of them. */
static uint64_t
kind_of(struct slice s, unsigned flags)
{
	uint64_t h = (flags & TOKEN_UPPER) != 0;
	unsigned before = 0, runs = 0;
	size_t len;

	for (size_t i = 0; i < s.len && runs < 6; i += len) {
		uint32_t code = utf8_at(s, i, &len);
		unsigned class = utf8_is_upper(code) ? 'X' : utf8_is_digit(code) ? '9' : utf8_is_letter(code) ? 'x' : code < 0x80 ? code : '-';

		if (class == before)
			continue;
		h = h << 8 | class;
		before = class;
		runs++;
	}
	return mix(h, s.len == 1);
}

static const struct shape *
shape_of(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t i)
{
	struct shape *shape = (struct shape *)s->shapes.at + s->text.number[i].term;
	const struct token *t = &s->text.token[i];
	struct slice word = token_text(text, t);

	if (!shape->known) {
		*shape = (struct shape){
			.prefix = (uint32_t)hash_folded(slice_sub(word, 0, forward(word, 3))),
			.suffix = (uint32_t)hash_folded(slice_sub(word, backward(word, 3), word.len)),
			.kind = (uint32_t)kind_of(word, t->flags), .known = true
		};
		shape->longer = tagger_lists_first(lists, s->text.vocab->term[s->text.number[i].term].hash, &shape->lists);
	}
	return shape;
}

static bool
capital(const struct token *t)
{
	return (t->flags & TOKEN_CAPITAL) != 0;
}

/* Capitals, what lies between two of them, and what stands beside one. */
static void
mark_near(struct sight *s, size_t first, size_t end)
{
	enum { BETWEEN = 3 }; /* tokens: "Bank of the North" */
	size_t last = SIZE_MAX;

	for (size_t i = first; i < end; i++) {
		const struct token *t = &s->text.token[i];

		if (!capital(t))
			continue;
		s->view[i].near = true;
		for (size_t k = last; k != SIZE_MAX && i - last <= BETWEEN + 1 && k < i; k++)
			s->view[k].near = true;
		if (i > first)
			s->view[i - 1].near = true;
		if (i + 1 < end)
			s->view[i + 1].near = true;
		last = i;
	}
}

static void
look_at(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t i)
{
	const struct token *t = &s->text.token[i];
	const struct shape *shape = shape_of(s, lists, text, i);
	struct view *v = &s->view[i];

	/* numbers of one length are one word */
	v->word = t->kind == TOKEN_NUMBER ? mix(9, t->end - t->start) : s->text.hash[i];
	v->prefix = shape->prefix;
	v->suffix = shape->suffix;
	v->kind = shape->kind;
	v->longer = shape->longer;
	v->lists = v->near ? shape->lists : 0;
	v->capital = t->kind == TOKEN_WORD && capital(t);
}

/* Those near a name and two neighbours on each side. */
static void
look_near(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t first, size_t end)
{
	enum { BESIDE = 2 };
	size_t done = first;

	for (size_t i = first; i < end; i++) {
		if (!s->view[i].near)
			continue;
		if (done + BESIDE < i)
			done = i - BESIDE;
		for (; done < end && done <= i + BESIDE; done++)
			look_at(s, lists, text, done);
	}
}

static void
mark_lists(struct sight *s, const struct tagger_lists *lists, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		size_t taken;
		unsigned bits;

		if (!s->view[i].near || !s->view[i].longer)
			continue;
		bits = tagger_lists_find(lists, s->text.hash, end, i, &taken);
		s->view[i].lists = bits | s->view[i].lists >> LISTS_BITS << LISTS_BITS;
		for (size_t k = 1; k < taken; k++)
			s->view[i + k].lists |= bits << LISTS_BITS;
	}
}

/* What one place of a word tells of it. */
static unsigned
evidence_at(const struct sight *s, size_t first, size_t i)
{
	const struct token *t = &s->text.token[i];
	unsigned bits = 0;

	if (!capital(t))
		return EVIDENCE_LOWER;
	if (i > first && t[-1].kind == TOKEN_WORD && !capital(&t[-1]))
		bits |= EVIDENCE_CAPITAL;
	if (i > first && (s->view[i - 1].lists & (LIST_TITLE | LIST_GIVEN)) != 0)
		bits |= EVIDENCE_TITLE;
	return bits;
}

/* What the document as a whole tells of its words. */
static void
gather_evidence(struct sight *s)
{
	const struct tagger_text *t = &s->text;
	uint8_t *evidence = vocab_notes(t->vocab, &s->evidence, t->vocab->folds, sizeof *evidence);

	for (size_t i = 0; i < t->tokens; i++)
		if (t->hash[i] != 0)
			evidence[t->number[i].fold] = 0;
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k]; i < s->sentence[k + 1]; i++)
			if (t->hash[i] != 0 && t->token[i].kind == TOKEN_WORD)
				evidence[t->number[i].fold] |= (uint8_t)evidence_at(s, s->sentence[k], i);
	for (size_t i = 0; i < t->tokens; i++)
		if (s->view[i].near && t->token[i].kind == TOKEN_WORD)
			s->view[i].evidence = evidence[t->number[i].fold];
}

/* Where each sentence's tokens begin. */
static void
find_sentences(struct sight *s, struct doc *d)
{
	size_t n, i = 0;
	const struct sentence *sentence = doc_sentences(d, &n);

	MEM_GROW(s->sentence, s->sentence_cap, n + 1);
	s->sentences = n;
	for (size_t k = 0; k < n; k++) {
		s->sentence[k] = i;
		while (i < s->text.tokens && s->text.token[i].start < sentence[k].end)
			i++;
	}
	s->sentence[n] = s->text.tokens;
}

void
tagger_look(struct sight *s, const struct tagger_lists *lists, struct doc *d, const struct tagger_text *text)
{
	s->text = *text;
	find_sentences(s, d);
	MEM_GROW(s->view, s->view_cap, text->tokens);
	if (text->tokens > 0)
		memset(s->view, 0, text->tokens * sizeof *s->view);
	vocab_notes(text->vocab, &s->shapes, text->vocab->terms, sizeof(struct shape));
	for (size_t k = 0; k < s->sentences; k++) {
		mark_near(s, s->sentence[k], s->sentence[k + 1]);
		look_near(s, lists, d->text, s->sentence[k], s->sentence[k + 1]);
		mark_lists(s, lists, s->sentence[k], s->sentence[k + 1]);
	}
	gather_evidence(s);
}

void
tagger_sight_free(struct sight *s)
{
	mem_free(s->view);
	mem_free(s->sentence);
	mem_free(s->shapes.at);
	mem_free(s->evidence.at);
	*s = (struct sight){ 0 };
}

static const struct view outside = { .word = 2, .prefix = 2, .suffix = 2, .kind = 2 };

/* The view of the token that stands by places before or behind token i. */
static const struct view *
before(const struct sight *s, size_t first, size_t i, size_t by)
{
	return i < first + by ? &outside : &s->view[i - by];
}

static const struct view *
behind(const struct sight *s, size_t end, size_t i, size_t by)
{
	return i + by >= end ? &outside : &s->view[i + by];
}

/* Where the token stands: first of its sentence, first of its line, glued to what is before it. */
static uint64_t
position(const struct sight *s, size_t first, size_t i)
{
	const struct token *t = &s->text.token[i];

	return (uint64_t)(i == first) | (uint64_t)((t->flags & TOKEN_SPACE) != 0) << 1 | (uint64_t)t->kind << 2;
}

/* The row of a feature: the highest bits of what mix would make of it twice. */
static inline uint32_t
row_of(unsigned template, uint64_t feature)
{
	return (uint32_t)((mix(template + 1, feature) ^ 77) * UINT64_C(0x9FB21C651E98DF25) >> 40) & (MODEL_ROWS - 1);
}

/* Features are numbered as the model has them: their number makes a row theirs. */

void
tagger_own_features(const struct view *v, uint32_t row[OWN_FEATURES])
{
	row[0] = row_of(0, 0);
	row[1] = row_of(1, v->word);
	row[2] = row_of(10, v->prefix);
	row[3] = row_of(11, v->suffix);
	row[4] = row_of(12, mix(v->prefix, v->suffix));
	row[5] = row_of(13, v->kind);
}

void
tagger_context_features(const struct sight *s, size_t first, size_t end, size_t i, uint32_t row[CONTEXT_FEATURES])
{
	enum { WORDS = 8, FIRST_WORD = 2, FIRST_OTHER = 14 };
	const struct view *v = &s->view[i];
	const struct view *b = before(s, first, i, 1), *bb = before(s, first, i, 2);
	const struct view *a = behind(s, end, i, 1), *aa = behind(s, end, i, 2);
	const uint64_t place = position(s, first, i), shapes = mix(b->kind, v->kind);
	const uint64_t feature[CONTEXT_FEATURES] = {
		b->word, a->word, bb->word, aa->word,
		mix(b->word, v->word), mix(v->word, a->word), mix(bb->word, b->word), mix(a->word, aa->word),
		shapes, mix(v->kind, a->kind), mix(shapes, a->kind),
		mix(b->word, v->kind), mix(a->word, v->kind), mix(b->suffix, v->kind), mix(a->suffix, v->kind),
		v->lists, mix(b->lists, v->lists), mix(v->lists, a->lists), mix(v->lists, v->kind),
		mix(v->evidence, v->kind), mix(v->evidence, place), mix(mix(b->evidence, v->evidence), a->evidence),
		mix(place, v->word), mix(place, v->kind),
	};

	for (unsigned k = 0; k < WORDS; k++)
		row[k] = row_of(FIRST_WORD + k, feature[k]);
	for (unsigned k = WORDS; k < CONTEXT_FEATURES; k++)
		row[k] = row_of(FIRST_OTHER + k - WORDS, feature[k]);
}

void
tagger_features(const struct sight *s, size_t first, size_t end, size_t i, uint32_t row[FEATURES])
{
	tagger_own_features(&s->view[i], row);
	tagger_context_features(s, first, end, i, row + OWN_FEATURES);
	tagger_vote_features(&s->view[i], 0, 0, 0, row + BASE_FEATURES);
}

uint64_t
tagger_vote_word(const struct view *v)
{
	return v->capital ? v->word | 1 : 0;
}

void
tagger_vote_features(const struct view *v, unsigned b, unsigned vote, unsigned a, uint32_t row[VOTE_FEATURES])
{
	row[0] = row_of(BASE_FEATURES, mix(vote, v->kind));
	row[1] = row_of(BASE_FEATURES + 3, mix(mix(b, vote), v->kind));
	row[2] = row_of(BASE_FEATURES + 4, mix(mix(vote, a), v->kind));
	tagger_vote_evidence(v, vote, row + VOTE_KINDS);
}

void
tagger_vote_evidence(const struct view *v, unsigned vote, uint32_t row[VOTE_FEATURES - VOTE_KINDS])
{
	row[0] = row_of(BASE_FEATURES + 1, mix(vote, v->evidence));
	row[1] = row_of(BASE_FEATURES + 2, mix(vote, v->lists));
}
