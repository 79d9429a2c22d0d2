#include "tagger_sight.h"

#include "tagger_lists.h"
#include "utf8.h"

/* What a term is like, wherever it stands. */
struct shape {
	uint32_t prefix, suffix, kind;
	unsigned lists; /* bits of what lists have for it alone */
	uint32_t next;  /* lexicon_next of what goes on behind it there */
	bool known;
};

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
		h = tagger_mix(h, fold(utf8_at(s, i, &len)));
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
	return tagger_mix(h, s.len == 1);
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
		shape->next = tagger_lists_first(lists, s->text.vocab->term[s->text.number[i].term].hash, &shape->lists);
	}
	return shape;
}

static bool
capital(const struct token *t)
{
	return (t->flags & TOKEN_CAPITAL) != 0;
}

/* Lists [from, to) of a sentence, in parts of STRETCH_MAX. */
static void
add_stretches(struct sight *s, struct stretch t, size_t to)
{
	for (; t.from < to; t.from = t.to) {
		t.to = to - t.from > STRETCH_MAX ? t.from + STRETCH_MAX : to;
		MEM_GROW(s->stretch, s->stretch_cap, s->stretches + 1);
		s->stretch[s->stretches++] = t;
		s->stretched += t.to - t.from;
	}
}

/* Capitals, what lies between two of them, and what stands beside one. */
static void
find_stretches(struct sight *s, size_t first, size_t end)
{
	enum { BETWEEN = 3 }; /* tokens: "Bank of the North" */
	struct stretch open = { .first = first, .end = end };
	size_t to = 0;

	for (size_t i = first; i < end; i++) {
		if (!capital(&s->text.token[i]))
			continue;
		if (to == 0 || i > to + BETWEEN - 1) {
			add_stretches(s, open, to);
			open.from = i > first ? i - 1 : i;
		}
		to = i + 2 < end ? i + 2 : end;
	}
	add_stretches(s, open, to);
}

static void
look_at(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t i, bool near)
{
	const struct token *t = &s->text.token[i];
	const struct shape *shape = shape_of(s, lists, text, i);

	s->view[i] = (struct view){
		/* numbers of one length are one word */
		.word = t->kind == TOKEN_NUMBER ? tagger_mix(9, t->end - t->start) : s->text.hash[i],
		.prefix = shape->prefix, .suffix = shape->suffix, .kind = shape->kind,
		.lists = shape->lists & -(uint32_t)near, .next = shape->next & -(uint32_t)near, /* no branch: neither is likelier */
		.capital = (t->kind == TOKEN_WORD) & capital(t)
	};
}

/* Looks at the tokens of stretch k and at two neighbours on each side. */
static void
look_near(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t k)
{
	enum { BESIDE = 2 };
	const struct stretch *t = &s->stretch[k], *next = k + 1 < s->stretches ? t + 1 : NULL;
	size_t before = t->from - t->first < BESIDE ? t->first : t->from - BESIDE;
	size_t behind = t->end - t->to < BESIDE ? t->end : t->to + BESIDE;

	if (k > 0 && t[-1].first == t->first && before < t[-1].to)
		before = t[-1].to;
	if (next != NULL && next->first == t->first && behind > next->from)
		behind = next->from;
	for (size_t i = before; i < behind; i++)
		look_at(s, lists, text, i, i >= t->from && i < t->to);
}

/* Entries of several tokens; what they tell of tokens beside no stretch is never asked for. */
static void
mark_lists(struct sight *s, const struct tagger_lists *lists, const struct stretch *t)
{
	for (size_t i = t->from; i < t->to; i++) {
		size_t taken;
		unsigned bits;

		if (s->view[i].next == 0)
			continue;
		bits = tagger_lists_longer(lists, s->view[i].next, s->text.hash, t->end, i, &taken);
		if (taken == 0)
			continue;
		s->view[i].lists = bits | s->view[i].lists >> LISTS_BITS << LISTS_BITS;
		for (size_t k = 1; k < taken; k++)
			s->view[i + k].lists |= bits << LISTS_BITS;
	}
}

/* What one place of a word tells of it; without branches, as no answer is likelier.  Before a word without a capital may be one that
 * nobody looked at: nothing of it counts. */
static unsigned
evidence_at(const struct sight *s, size_t first, size_t i)
{
	const size_t before = i > first ? i - 1 : i;
	const struct token *t = &s->text.token[i], *b = &s->text.token[before];
	const unsigned named = (unsigned)(before < i) & ((s->view[before].lists & (LIST_TITLE | LIST_GIVEN)) != 0);
	const unsigned inside = (unsigned)(b->kind == TOKEN_WORD) & !capital(b), large = capital(t);

	return ((inside * EVIDENCE_CAPITAL | named * EVIDENCE_TITLE) & -large) | (!large * (unsigned)EVIDENCE_LOWER);
}

/* Adds what a sentence tells of its words. */
static void
gather_evidence(struct sight *s, size_t first, size_t end)
{
	const struct tagger_text *t = &s->text;

	for (size_t i = first; i < end; i++) {
		uint64_t *evidence = &s->evidence[t->number[i].fold];

		if (((t->hash[i] != 0) & (t->token[i].kind == TOKEN_WORD)) != 0)
			*evidence = (*evidence < s->now ? s->now : *evidence) | evidence_at(s, first, i);
	}
}

/* What the document as a whole tells of its words. */
static void
spread_evidence(struct sight *s)
{
	for (size_t k = 0; k < s->stretches; k++)
		for (size_t i = s->stretch[k].from; i < s->stretch[k].to; i++) {
			uint64_t evidence = s->evidence[s->text.number[i].fold];
			bool told = (s->text.token[i].kind == TOKEN_WORD) & (evidence > s->now);

			s->view[i].evidence = (uint8_t)((evidence - s->now) * told);
		}
}

static void
look_at_sentence(struct sight *s, const struct tagger_lists *lists, struct slice text, size_t first, size_t end)
{
	size_t from = s->stretches;

	find_stretches(s, first, end);
	for (size_t k = from; k < s->stretches; k++)
		look_near(s, lists, text, k);
	for (size_t k = from; k < s->stretches; k++)
		mark_lists(s, lists, &s->stretch[k]);
	gather_evidence(s, first, end);
}

void
tagger_look(struct sight *s, const struct tagger_lists *lists, struct doc *d, const struct tagger_text *text)
{
	size_t n, first, end = 0;
	const struct sentence *sentence = doc_sentences(d, &d->arena, &n);

	s->text = *text;
	s->stretches = s->stretched = 0;
	s->now += EVIDENCE_STEP;
	s->evidence = vocab_notes(text->vocab, &s->evidence_notes, text->vocab->folds, sizeof *s->evidence);
	vocab_notes(text->vocab, &s->shapes, text->vocab->terms, sizeof(struct shape));
	MEM_GROW(s->view, s->view_cap, text->tokens);
	for (size_t k = 0; k < n; k++) {
		for (first = end; end < text->tokens && text->token[end].start < sentence[k].end;)
			end++;
		look_at_sentence(s, lists, d->text, first, end);
	}
	spread_evidence(s);
}

/* May a token without a capital, at a stretch's end, be of a name?  A number, or what no space parts from it; but no comma, no mark. */
static bool
may_belong(const struct token *t, bool glued)
{
	return capital(t) || t->kind == TOKEN_NUMBER || (glued && t->code != ',' && t->kind != TOKEN_MARK);
}

void
tagger_narrow(struct sight *s)
{
	const struct token *t = s->text.token;

	for (size_t k = 0; k < s->stretches; k++) {
		struct stretch *narrow = &s->stretch[k];
		size_t from = narrow->from, last = narrow->to - 1;

		narrow->behind_none = from < last && !may_belong(&t[from], (t[from + 1].flags & TOKEN_SPACE) == 0);
		narrow->from += narrow->behind_none;
		narrow->before_none = narrow->from < last && !may_belong(&t[last], (t[last].flags & TOKEN_SPACE) == 0);
		narrow->to -= narrow->before_none;
		s->stretched -= narrow->from - from + (last + 1 - narrow->to);
	}
}

void
tagger_sight_free(struct sight *s)
{
	mem_free(s->view);
	mem_free(s->stretch);
	mem_free(s->shapes.at);
	mem_free(s->evidence_notes.at);
	*s = (struct sight){ 0 };
}
