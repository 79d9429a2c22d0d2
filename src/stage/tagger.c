#include "tagger.h"

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_lists.h"
#include "tagger_model.h"
#include "tagger_vote.h"

enum { VOTE_REST = VOTE_FEATURES - VOTE_KINDS, FIRST_ROWS = CONTEXT_FEATURES + VOTE_REST };

/* O is given the weight 0 by taking its own from the others': that decides the same. */

/* Numbers of eight tags, seen at once; where it is a row's weights, each lane holds two: that of a tag of the first two places
 * in its low byte, and that of one of the other two above.  A weight in a row is BIAS more than it is: never negative. */
typedef uint16_t eight __attribute__((vector_size(16)));

enum { BIAS = 128 };

/* The sums of all tags. */
struct sums {
	eight low, high; /* begin and inside of each type; last and unit */
};

/* The score of a term by itself, the same wherever it stands. */
struct own {
	struct sums score;
	struct sums kind; /* what it is without votes in the first VOTE_KINDS of their features */
	bool known;
};

/* What the first look made of a token. */
struct look {
	struct sums base;  /* without the features of its votes */
	struct sums score; /* with them, when there is no vote */
};

struct tagger {
	eight *weight; /* MODEL_ROWS of them */
	struct tagger_lists *lists;
	struct sight sight;
	struct votes votes;
	uint8_t *first_tag; /* of every token, from the first look */
	size_t first_cap;
	struct steps steps;
	struct vocab_notes own;     /* of each term: struct own */
	struct look *base;          /* of every token near a capital, in order */
	size_t base_cap, base_len;
	uint32_t row[STRETCH_MAX][FIRST_ROWS];
	struct scores score[STRETCH_MAX];
	uint8_t tag[STRETCH_MAX];
};

/* The weight of a tag in a row, as it is kept. */
static unsigned
difference(int8_t weight, int8_t none)
{
	int d = weight - none;

	return (unsigned)(BIAS + (d > INT8_MAX ? INT8_MAX : d < INT8_MIN ? INT8_MIN : d));
}

static eight
read_row(const int8_t *weight)
{
	static const int8_t zero[MODEL_TAGS];
	eight row = (eight){ 0 } + (BIAS << 8 | BIAS);

	if (memcmp(weight, zero, sizeof zero) == 0)
		return row;
	for (unsigned place = 0; place < 2; place++)
		for (unsigned type = 0; type < TAGGER_TYPES; type++) {
			unsigned low = difference(weight[tag_of(type, (enum tag_place)place)], weight[0]);
			unsigned high = difference(weight[tag_of(type, (enum tag_place)(place + 2))], weight[0]);

			row[place * TAGGER_TYPES + type] = (uint16_t)(high << 8 | low);
		}
	return row;
}

static void
read_steps(struct steps *s, const struct model *model)
{
	int32_t step[MODEL_TAGS + 1][MODEL_TAGS];

	for (unsigned i = 0; i <= MODEL_TAGS; i++)
		for (unsigned k = 0; k < MODEL_TAGS; k++)
			step[i][k] = model->step[i][k];
	decode_steps(s, step);
}

struct tagger *
tagger_new(struct slice file)
{
	struct model *model = model_read(file);
	struct tagger *t;

	if (model == NULL)
		return NULL;
	t = mem_alloc(sizeof *t);
	t->lists = tagger_lists_new();
	read_steps(&t->steps, model);
	t->weight = mem_alloc(MODEL_ROWS * sizeof *t->weight);
	for (size_t row = 0; row < MODEL_ROWS; row++)
		t->weight[row] = read_row(model->weight[row]);
	model_free(model);
	return t;
}

void
tagger_free(struct tagger *t)
{
	if (t == NULL)
		return;
	mem_free(t->weight);
	tagger_lists_free(t->lists);
	tagger_sight_free(&t->sight);
	votes_free(&t->votes);
	mem_free(t->first_tag);
	mem_free(t->base);
	mem_free(t->own.at);
	mem_free(t);
}

static inline struct sums
add_sums(struct sums a, struct sums b)
{
	return (struct sums){ a.low + b.low, a.high + b.high };
}

/* The sums with the weights of n rows. */
static inline struct sums
add_rows(const eight *weight, const uint32_t *row, size_t n, struct sums to)
{
	const uint16_t bias = (uint16_t)(n * BIAS);

	to.low -= bias;
	to.high -= bias;
	for (size_t k = 0; k < n; k++) {
		to.low += weight[row[k]] & 0xFF;
		to.high += weight[row[k]] >> 8;
	}
	return to;
}

/* Four of a sum's lanes as decode takes them. */
static inline four
four_of(eight sum, size_t lane)
{
	typedef int16_t half __attribute__((vector_size(8)));
	half h;

	memcpy(&h, (const char *)&sum + lane * sizeof(uint16_t), sizeof h);
	return __builtin_convertvector(h, four);
}

static inline struct scores
scores_of(struct sums s)
{
	return (struct scores){ { four_of(s.low, 0), four_of(s.low, 4), four_of(s.high, 0), four_of(s.high, 4) }, 0 };
}

static const struct own *
own_of(struct tagger *t, size_t i)
{
	struct own *own = (struct own *)t->own.at + t->sight.text.number[i].term;
	const struct view *v = &t->sight.view[i];
	uint32_t row[OWN_FEATURES], vote_row[VOTE_FEATURES];

	if (!own->known) {
		own->known = true;
		tagger_own_features(v, row);
		tagger_vote_features(v, 0, 0, 0, vote_row);
		own->score = add_rows(t->weight, row, OWN_FEATURES, own->score);
		own->kind = add_rows(t->weight, vote_row, VOTE_KINDS, own->kind);
	}
	return own;
}

/* Scores the tokens of a stretch by themselves and their neighbours.  All rows are known before the first is
 * read: the weights lie far apart, and the wait for one is spent on others. */
static void
score_stretch(struct tagger *t, const struct stretch *s)
{
	for (size_t w = s->from; w < s->to; w++) {
		uint32_t *row = t->row[w - s->from];

		tagger_context_features(&t->sight, s, w, row);
		tagger_vote_evidence(&t->sight.view[w], 0, row + CONTEXT_FEATURES);
		for (size_t k = 0; k < FIRST_ROWS; k++)
			__builtin_prefetch(&t->weight[row[k]]);
	}
	MEM_GROW(t->base, t->base_cap, t->base_len + (s->to - s->from));
	for (size_t w = s->from; w < s->to; w++) {
		struct look *look = &t->base[t->base_len++];
		const struct own *own = own_of(t, w);
		const uint32_t *row = t->row[w - s->from];

		look->base = add_rows(t->weight, row, CONTEXT_FEATURES, own->score);
		look->score = add_rows(t->weight, row + CONTEXT_FEATURES, VOTE_REST, add_sums(look->base, own->kind));
		t->score[w - s->from] = scores_of(look->score);
	}
}

/* How far the best tag of the chosen type stands above the best that is none of its, from 0 to 200. */
static unsigned
margin(const struct scores *score, enum tagger_type type)
{
	int32_t own = INT32_MIN, other = score->none, gap;

	for (unsigned place = 0; place < 4; place++)
		for (unsigned t = 0; t < TAGGER_TYPES; t++) {
			int32_t *best = t == (unsigned)type ? &own : &other;

			if (score->place[place][t] > *best)
				*best = score->place[place][t];
		}
	gap = own - other;
	return gap < 0 ? 0 : gap > 200 ? 200 : (unsigned)gap;
}

static void
add_name(struct tagger *t, struct tagged_list *list, size_t first, size_t from, size_t to)
{
	struct tagged name = { .type = (enum tagger_type)((t->tag[from] - 1) / 4) };
	size_t sum = 0;

	name.first = first + from;
	name.last = first + to + 1;
	for (size_t i = from; i <= to; i++)
		sum += margin(&t->score[i], name.type);
	name.margin = (unsigned)(sum / (to - from + 1));
	MEM_GROW(list->at, list->cap, list->len + 1);
	list->at[list->len++] = name;
}

static void
add_names(struct tagger *t, struct tagged_list *list, size_t first, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		if (t->tag[i] == 0)
			continue;
		if ((t->tag[i] - 1) % 4 == TAG_BEGIN || (t->tag[i] - 1) % 4 == TAG_UNIT)
			from = i;
		if (model_ends(t->tag[i]))
			add_name(t, list, first, from, i);
	}
}

/* The first look: every token by itself and its neighbours, and what it is taken for is counted. */
static void
look_first(struct tagger *t, const struct stretch *s)
{
	score_stretch(t, s);
	decode(t->score, &t->steps, s->to - s->from, t->tag);
	for (size_t w = s->from; w < s->to; w++) {
		uint64_t word = tagger_vote_word(&t->sight.view[w]);

		t->first_tag[w] = t->tag[w - s->from];
		if (word != 0)
			votes_count(&t->votes, word, t->first_tag[w]);
	}
}

static unsigned
vote_at(const struct tagger *t, size_t i)
{
	return votes_of(&t->votes, tagger_vote_word(&t->sight.view[i]), t->first_tag[i]);
}

/* The second look: the same, with the votes of the other places; without any, it would see what the first saw. */
static void
look_again(struct tagger *t, size_t i, size_t to)
{
	unsigned before = 0, vote = vote_at(t, i), any = vote;

	for (size_t w = i; w < to; w++) {
		unsigned behind = w + 1 < to ? vote_at(t, w + 1) : 0;
		struct look *look = &t->base[t->base_len++];
		uint32_t row[VOTE_FEATURES];

		if ((before | vote | behind) != 0) {
			tagger_vote_features(&t->sight.view[w], before, vote, behind, row);
			look->score = add_rows(t->weight, row, VOTE_FEATURES, look->base);
		}
		t->score[w - i] = scores_of(look->score);
		before = vote;
		vote = behind;
		any |= vote;
	}
	if (any != 0)
		decode(t->score, &t->steps, to - i, t->tag);
	else
		memcpy(t->tag, t->first_tag + i, to - i);
}

/* What one huge document took is given back. */
static void
shrink(struct tagger *t)
{
	enum { LARGE = 1 << 18 }; /* tokens */

	if (t->sight.view_cap < LARGE)
		return;
	tagger_sight_free(&t->sight);
	mem_free(t->base);
	mem_free(t->first_tag);
	t->base = NULL;
	t->first_tag = NULL;
	t->base_cap = t->first_cap = 0;
}

void
tagger_run(struct tagger *t, struct doc *d, const struct tagger_text *text, struct tagged_list *list)
{
	struct sight *s = &t->sight;

	tagger_look(s, t->lists, d, text);
	vocab_notes(text->vocab, &t->own, text->vocab->terms, sizeof(struct own));
	votes_clear(&t->votes);
	MEM_GROW(t->first_tag, t->first_cap, text->tokens);
	t->base_len = 0;
	for (size_t k = 0; k < s->stretches; k++)
		look_first(t, &s->stretch[k]);
	t->base_len = 0; /* the second look goes the same way over them */
	for (size_t k = 0; k < s->stretches; k++) {
		size_t from = s->stretch[k].from, to = s->stretch[k].to;

		look_again(t, from, to);
		add_names(t, list, from, to - from);
	}
	shrink(t);
}
