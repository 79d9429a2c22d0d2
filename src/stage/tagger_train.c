#include "tagger_train.h"

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_learn.h"
#include "tagger_lists.h"
#include "tagger_vote.h"

/* The model is the mean of so many, learned from the articles in different order. */
enum { LEARNINGS = 16 };

/* A stretch that is learned from. */
struct lesson {
	size_t first, n; /* tokens */
	size_t doc;
};

struct trainer {
	struct tagger_lists *lists;
	struct sight sight;
	struct token_list cut; /* the current document's tokens */
	struct vocab vocab;
	struct numbers *number; /* of each */
	uint64_t *hash;
	size_t number_cap, hash_cap;
	/* of every token taken in */
	uint32_t (*row)[FEATURES];
	uint32_t (*vote)[VOTE_FEATURES];
	struct view *view;
	uint8_t *gold;
	uint8_t *found; /* by a model that did not know its document */
	size_t tokens, row_cap, vote_cap, view_cap, gold_cap, found_cap;
	struct lesson *lesson;
	size_t lessons, lesson_cap;
	size_t docs;
};

struct trainer *
trainer_new(void)
{
	struct trainer *t = mem_alloc(sizeof *t);

	t->lists = tagger_lists_new();
	return t;
}

void
trainer_free(struct trainer *t)
{
	if (t == NULL)
		return;
	tagger_lists_free(t->lists);
	tagger_sight_free(&t->sight);
	mem_free(t->cut.at);
	vocab_free(&t->vocab);
	mem_free(t->number);
	mem_free(t->hash);
	mem_free(t->row);
	mem_free(t->vote);
	mem_free(t->view);
	mem_free(t->gold);
	mem_free(t->found);
	mem_free(t->lesson);
	mem_free(t);
}

static unsigned
type_of(struct slice name)
{
	return slice_is(name, "person") ? 0 : slice_is(name, "org") ? 1 : slice_is(name, "place") ? 2 : 3;
}

/* The first token that ends behind the byte; their number if none. */
static size_t
token_behind(const struct token_list *list, size_t offset)
{
	size_t low = 0, high = list->len;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->at[middle].end <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Tags the tokens of an entity, if it is made up of whole ones and none has a tag. */
static void
tag_entity(const struct token_list *tokens, const struct row *r, uint8_t *gold)
{
	size_t from = token_behind(tokens, r->start), to = token_behind(tokens, r->end - 1);
	unsigned type = type_of(r->field[ENTITY_TYPE]);

	if (r->end == r->start || to >= tokens->len || tokens->at[from].start != r->start || tokens->at[to].end != r->end)
		return;
	for (size_t i = from; i <= to; i++)
		if (gold[i] != 0)
			return;
	for (size_t i = from; i <= to; i++)
		gold[i] = (uint8_t)tag_of(type, TAG_INSIDE);
	gold[from] = (uint8_t)tag_of(type, from == to ? TAG_UNIT : TAG_BEGIN);
	if (to > from)
		gold[to] = (uint8_t)tag_of(type, TAG_LAST);
}

static void
make_room(struct trainer *t, size_t n)
{
	MEM_GROW(t->row, t->row_cap, t->tokens + n);
	MEM_GROW(t->vote, t->vote_cap, t->tokens + n);
	MEM_GROW(t->view, t->view_cap, t->tokens + n);
	MEM_GROW(t->gold, t->gold_cap, t->tokens + n);
	MEM_GROW(t->found, t->found_cap, t->tokens + n);
	MEM_GROW(t->lesson, t->lesson_cap, t->lessons + 1);
}

/* Keeps a stretch of the document's tokens, unless a name sticks out of it. */
static void
keep_stretch(struct trainer *t, const uint8_t *gold, const struct stretch *s)
{
	unsigned before = MODEL_TAGS;

	for (size_t i = s->from; i < s->to; before = gold[i++])
		if (!model_follows(before, gold[i]))
			return;
	if (!model_ends(before))
		return;
	make_room(t, s->to - s->from);
	t->lesson[t->lessons++] = (struct lesson){ t->tokens, s->to - s->from, t->docs };
	for (size_t i = s->from; i < s->to; i++) {
		tagger_features(&t->sight, s, i, t->row[t->tokens]);
		t->view[t->tokens] = t->sight.view[i];
		t->gold[t->tokens++] = gold[i];
	}
}

static struct tagger_text
cut(struct trainer *t, struct doc *d)
{
	size_t n;
	const struct sentence *sentence = doc_sentences(d, &d->arena, &n);

	t->cut.len = 0;
	for (size_t k = 0; k < n; k++)
		token_cut(&t->cut, d->text, sentence[k].start, sentence[k].end);
	MEM_GROW(t->number, t->number_cap, t->cut.len);
	vocab_begin(&t->vocab);
	vocab_number(&t->vocab, d->text, t->cut.at, t->cut.len, t->number);
	MEM_GROW(t->hash, t->hash_cap, t->cut.len);
	for (size_t i = 0; i < t->cut.len; i++)
		t->hash[i] = t->vocab.term[t->number[i].term].hash;
	return (struct tagger_text){ t->cut.at, t->cut.len, &t->vocab, t->number, t->hash };
}

void
trainer_add(struct trainer *t, struct doc *d)
{
	struct sight *s = &t->sight;
	struct tagger_text text = cut(t, d);
	uint8_t *gold;

	tagger_look(s, t->lists, d, &text);
	gold = arena_alloc(&d->arena, text.tokens + 1);
	memset(gold, 0, text.tokens + 1);
	for (size_t i = doc_next(d, ROW_ENTITY, 0); i < d->nrow; i = doc_next(d, ROW_ENTITY, i + 1))
		tag_entity(&t->cut, &d->row[i], gold);
	for (size_t k = 0; k < s->stretches; k++)
		keep_stretch(t, gold, &s->stretch[k]);
	t->docs++;
}

bool
trainer_has(const struct trainer *t)
{
	return t->lessons > 0;
}

static struct example
example(const struct trainer *t, size_t i, bool votes)
{
	const struct lesson *s = &t->lesson[i];

	return (struct example){
		(const uint32_t (*)[FEATURES])t->row + s->first,
		votes ? (const uint32_t (*)[VOTE_FEATURES])t->vote + s->first : NULL,
		t->gold + s->first, s->n
	};
}

/* A fixed shuffle: the same documents give the same model. */
static void
shuffle(size_t *order, size_t n, uint64_t *state)
{
	for (size_t i = n; i > 1; i--) {
		size_t held = order[i - 1], k;

		*state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		k = (size_t)(*state >> 33) % i;
		order[i - 1] = order[k];
		order[k] = held;
	}
}

/* Learns from the examples of order: a stretch's number times two, and one more for it with votes. */
static void
learn(const struct trainer *t, struct learner *l, size_t *order, size_t n, size_t rounds, uint64_t *state)
{
	while (rounds-- > 0) {
		shuffle(order, n, state);
		for (size_t i = 0; i < n; i++) {
			struct example e = example(t, order[i] / 2, order[i] % 2 == 1);

			learner_learn(l, &e);
		}
	}
}

/* Tags the documents of one half (their number's lowest bit) by what is learned from the other. */
static void
tag_half(struct trainer *t, size_t half, size_t *order, size_t rounds)
{
	struct learner *l = learner_new();
	uint64_t state = 1;
	size_t n = 0;

	for (size_t i = 0; i < t->lessons; i++)
		if (t->lesson[i].doc % 2 != half)
			order[n++] = 2 * i;
	learn(t, l, order, n, rounds, &state);
	for (size_t i = 0; i < t->lessons; i++) {
		struct example e = example(t, i, false);

		if (t->lesson[i].doc % 2 != half)
			continue;
		learner_tag(l, &e);
		memcpy(t->found + t->lesson[i].first, l->tag, e.n);
	}
	learner_free(l);
}

static unsigned
vote_at(const struct trainer *t, const struct votes *v, size_t i)
{
	return votes_of(v, tagger_vote_word(&t->view[i]), t->found[i]);
}

static void
vote_stretch(struct trainer *t, const struct votes *v, const struct lesson *s)
{
	for (size_t i = s->first; i < s->first + s->n; i++) {
		unsigned before = i > s->first ? vote_at(t, v, i - 1) : 0;
		unsigned behind = i + 1 < s->first + s->n ? vote_at(t, v, i + 1) : 0;

		tagger_vote_features(&t->view[i], before, vote_at(t, v, i), behind, t->vote[i]);
	}
}

/* The votes of every document, from what was found in it. */
static void
vote(struct trainer *t)
{
	struct votes v = { 0 };

	for (size_t from = 0, to; from < t->lessons; from = to) {
		votes_clear(&v);
		for (to = from; to < t->lessons && t->lesson[to].doc == t->lesson[from].doc; to++) {
			const struct lesson *s = &t->lesson[to];

			for (size_t i = s->first; i < s->first + s->n; i++)
				if (tagger_vote_word(&t->view[i]) != 0)
					votes_count(&v, tagger_vote_word(&t->view[i]), t->found[i]);
		}
		for (size_t i = from; i < to; i++)
			vote_stretch(t, &v, &t->lesson[i]);
	}
	votes_free(&v);
}

struct model *
trainer_run(struct trainer *t, size_t rounds)
{
	size_t *order = mem_alloc(2 * t->lessons * sizeof *order);
	struct learner *l = learner_new();
	uint64_t state = 1;
	struct model *m;

	tag_half(t, 0, order, rounds);
	tag_half(t, 1, order, rounds);
	vote(t);
	for (size_t i = 0; i < 2 * t->lessons; i++)
		order[i] = i;
	for (size_t i = 0; i < LEARNINGS; i++) {
		learn(t, l, order, 2 * t->lessons, rounds, &state);
		learner_restart(l);
	}
	m = learner_model(l);
	learner_free(l);
	mem_free(order);
	return m;
}
