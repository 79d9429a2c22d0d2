#include "tagger_feature.h"

#include "tagger_lists.h"
#include "tagger_model.h"
#include "utf8.h"

struct seen {
	uint64_t word; /* 0: free */
	unsigned bits;
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
shape(struct slice s, unsigned flags)
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

/* What every token has; the rest only those by a name. */
static void
look_at(struct view *v, uint64_t hash, const struct token *t)
{
	/* numbers of one length are one word */
	*v = (struct view){ .word = t->kind == TOKEN_NUMBER ? mix(9, t->end - t->start) : hash };
	v->capital = t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0;
}

static void
look_closely(struct view *v, struct slice word, const struct token *t)
{
	v->kind = (uint32_t)shape(word, t->flags);
	v->prefix = (uint32_t)hash_folded(slice_sub(word, 0, forward(word, 3)));
	v->suffix = (uint32_t)hash_folded(slice_sub(word, backward(word, 3), word.len));
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
		const struct token *t = &s->token[i];

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

/* Those near a name and their neighbours. */
static void
look_near(struct sight *s, struct slice text, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (s->view[i].near || (i > first && s->view[i - 1].near) || (i + 1 < end && s->view[i + 1].near))
			look_closely(&s->view[i], token_text(text, &s->token[i]), &s->token[i]);
}

static void
mark_lists(struct sight *s, const struct tagger_lists *lists, const uint64_t *hash, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		size_t taken;
		unsigned bits;

		if (!s->view[i].near)
			continue;
		bits = tagger_lists_find(lists, hash, end, i, &taken);
		s->view[i].lists |= bits;
		for (size_t k = 1; k < taken; k++)
			s->view[i + k].lists |= bits << LISTS_BITS;
	}
}

static struct seen *
seen_of(const struct sight *s, uint64_t word)
{
	size_t i = (size_t)(word >> 17) & (s->seen_slots - 1);

	word |= 1;
	while (s->seen[i].word != 0 && s->seen[i].word != word)
		i = (i + 1) & (s->seen_slots - 1);
	return &s->seen[i];
}

static void
grow_seen(struct sight *s)
{
	struct seen *old = s->seen;
	size_t slots = s->seen_slots;

	s->seen_slots = slots > 0 ? slots * 2 : 1024;
	s->seen = mem_alloc(s->seen_slots * sizeof *s->seen);
	for (size_t i = 0; i < slots; i++)
		if (old[i].word != 0)
			*seen_of(s, old[i].word) = old[i];
	mem_free(old);
}

static void
note(struct sight *s, uint64_t word, unsigned bits)
{
	struct seen *seen;

	if (2 * s->seen_used >= s->seen_slots)
		grow_seen(s);
	seen = seen_of(s, word);
	s->seen_used += seen->word == 0;
	seen->word = word | 1;
	seen->bits |= bits;
}

/* What one huge document took is given back. */
static void
clear_seen(struct sight *s)
{
	if (s->seen_slots == 0 || s->seen_used < s->seen_slots / 16) {
		mem_free(s->seen);
		s->seen = NULL;
		s->seen_slots = 0;
		grow_seen(s);
	}
	memset(s->seen, 0, s->seen_slots * sizeof *s->seen);
	s->seen_used = 0;
}

/* What the document as a whole tells of its words. */
static void
gather_evidence(struct sight *s)
{
	clear_seen(s);
	for (size_t k = 0; k < s->sentences; k++) {
		size_t first = s->sentence[k], end = s->sentence[k + 1];

		for (size_t i = first; i < end; i++) {
			const struct token *t = &s->token[i];
			unsigned before = i > first ? s->view[i - 1].lists : 0;
			unsigned bits = 0;

			if (t->kind != TOKEN_WORD)
				continue;
			if (!capital(t))
				bits |= EVIDENCE_LOWER;
			else if (i > first && s->token[i - 1].kind == TOKEN_WORD && !capital(&s->token[i - 1]))
				bits |= EVIDENCE_CAPITAL;
			if (capital(t) && (before & (LIST_TITLE | LIST_GIVEN)) != 0)
				bits |= EVIDENCE_TITLE;
			if (bits != 0)
				note(s, s->view[i].word, bits);
		}
	}
	for (size_t i = 0; i < s->tokens; i++)
		if (s->view[i].near && s->token[i].kind == TOKEN_WORD)
			s->view[i].evidence = (uint8_t)seen_of(s, s->view[i].word)->bits;
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
		while (i < s->tokens && s->token[i].start < sentence[k].end)
			i++;
	}
	s->sentence[n] = s->tokens;
}

void
tagger_look(struct sight *s, const struct tagger_lists *lists, struct doc *d, const struct token_list *tokens, const uint64_t *hash)
{
	s->token = tokens->at;
	s->tokens = tokens->len;
	find_sentences(s, d);
	MEM_GROW(s->view, s->view_cap, s->tokens);
	for (size_t i = 0; i < s->tokens; i++)
		look_at(&s->view[i], hash[i], &s->token[i]);
	for (size_t k = 0; k < s->sentences; k++) {
		mark_near(s, s->sentence[k], s->sentence[k + 1]);
		look_near(s, d->text, s->sentence[k], s->sentence[k + 1]);
		mark_lists(s, lists, hash, s->sentence[k], s->sentence[k + 1]);
	}
	gather_evidence(s);
}

void
tagger_sight_free(struct sight *s)
{
	mem_free(s->view);
	mem_free(s->sentence);
	mem_free(s->seen);
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
	const struct token *t = &s->token[i];

	return (uint64_t)(i == first) | (uint64_t)((t->flags & TOKEN_SPACE) != 0) << 1 | (uint64_t)t->kind << 2;
}

static uint32_t
row_of(size_t template, uint64_t feature)
{
	return (uint32_t)(mix(mix(template + 1, feature), 77) >> 40) & (MODEL_ROWS - 1);
}

void
tagger_features(const struct sight *s, size_t first, size_t end, size_t i, uint32_t row[FEATURES])
{
	const struct view *v = &s->view[i];
	const struct view *b = before(s, first, i, 1), *bb = before(s, first, i, 2);
	const struct view *a = behind(s, end, i, 1), *aa = behind(s, end, i, 2);
	const uint64_t feature[BASE_FEATURES] = {
		0, v->word, b->word, a->word, bb->word, aa->word,
		mix(b->word, v->word), mix(v->word, a->word), mix(bb->word, b->word), mix(a->word, aa->word),
		v->prefix, v->suffix, mix(v->prefix, v->suffix), v->kind,
		mix(b->kind, v->kind), mix(v->kind, a->kind), mix(mix(b->kind, v->kind), a->kind),
		mix(b->word, v->kind), mix(a->word, v->kind), mix(b->suffix, v->kind), mix(a->suffix, v->kind),
		v->lists, mix(b->lists, v->lists), mix(v->lists, a->lists), mix(v->lists, v->kind),
		mix(v->evidence, v->kind), mix(v->evidence, position(s, first, i)), mix(mix(b->evidence, v->evidence), a->evidence),
		mix(position(s, first, i), v->word), mix(position(s, first, i), v->kind),
	};

	for (size_t k = 0; k < BASE_FEATURES; k++)
		row[k] = row_of(k, feature[k]);
	tagger_vote_features(v, 0, 0, 0, row + BASE_FEATURES);
}

uint64_t
tagger_vote_word(const struct view *v)
{
	return v->capital ? v->word | 1 : 0;
}

void
tagger_vote_features(const struct view *v, unsigned b, unsigned vote, unsigned a, uint32_t row[VOTE_FEATURES])
{
	const uint64_t feature[VOTE_FEATURES] = {
		mix(vote, v->kind), mix(vote, v->evidence), mix(vote, v->lists), mix(mix(b, vote), v->kind), mix(mix(vote, a), v->kind)
	};

	for (size_t k = 0; k < VOTE_FEATURES; k++)
		row[k] = row_of(BASE_FEATURES + k, feature[k]);
}
