#include "tagger.h"

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_lists.h"
#include "tagger_model.h"
#include "tagger_vote.h"

/* All tags but O, which is given the weight 0 by taking its own from the others': that decides the same. */
enum { NAME_TAGS = MODEL_TAGS - 1 };

enum { VOTE_REST = VOTE_FEATURES - VOTE_KINDS, FIRST_ROWS = CONTEXT_FEATURES + VOTE_REST };

/* The score of a term by itself, the same wherever it stands. */
struct own {
	int16_t score[NAME_TAGS];
	int16_t kind[NAME_TAGS]; /* what it is without votes in the first VOTE_KINDS of their features */
	bool known;
};

/* What the first look made of a token. */
struct look {
	int16_t base[NAME_TAGS];  /* without the features of its votes */
	int16_t score[NAME_TAGS]; /* with them, when there is no vote */
};

struct tagger {
	int8_t (*weight)[NAME_TAGS]; /* MODEL_ROWS of them, each by place, then by type */
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

static int8_t
difference(int8_t weight, int8_t none)
{
	int d = weight - none;

	return (int8_t)(d > INT8_MAX ? INT8_MAX : d < INT8_MIN ? INT8_MIN : d);
}

static void
read_row(int8_t to[NAME_TAGS], const int8_t *weight)
{
	static const int8_t zero[MODEL_TAGS];

	if (memcmp(weight, zero, sizeof zero) == 0)
		return;
	for (unsigned type = 0; type < TAGGER_TYPES; type++)
		for (unsigned place = 0; place < 4; place++)
			to[place * TAGGER_TYPES + type] = difference(weight[tag_of(type, (enum tag_place)place)], weight[0]);
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
		read_row(t->weight[row], model->weight[row]);
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

/* Adds the weights of n rows; in a sum of its own, which no pointer reaches, so that it stays in registers. */
static void
add_rows(int8_t (*from)[NAME_TAGS], const uint32_t *row, size_t n, int16_t to[NAME_TAGS])
{
	int16_t sum[NAME_TAGS];

	memcpy(sum, to, sizeof sum);
	for (size_t k = 0; k < n; k++) {
		const int8_t *weight = from[row[k]];

		for (unsigned tag = 0; tag < NAME_TAGS; tag++)
			sum[tag] = (int16_t)(sum[tag] + weight[tag]);
	}
	memcpy(to, sum, sizeof sum);
}

/* The sums as decode takes them. */
static struct scores
scores_of(const int16_t sum[NAME_TAGS])
{
	struct scores s = { .none = 0 };

	for (unsigned place = 0; place < 4; place++)
		s.place[place] = (four){ sum[place * 4], sum[place * 4 + 1], sum[place * 4 + 2], sum[place * 4 + 3] };
	return s;
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
		add_rows(t->weight, row, OWN_FEATURES, own->score);
		add_rows(t->weight, vote_row, VOTE_KINDS, own->kind);
	}
	return own;
}

/* Scores the tokens [i, to) by themselves and their neighbours.  All rows are known before the first is
 * read: the weights lie far apart, and the wait for one is spent on others. */
static void
score_stretch(struct tagger *t, size_t first, size_t end, size_t i, size_t to)
{
	for (size_t w = i; w < to; w++) {
		uint32_t *row = t->row[w - i];

		tagger_context_features(&t->sight, first, end, w, row);
		tagger_vote_evidence(&t->sight.view[w], 0, row + CONTEXT_FEATURES);
		for (size_t k = 0; k < FIRST_ROWS; k++)
			__builtin_prefetch(t->weight[row[k]]);
	}
	MEM_GROW(t->base, t->base_cap, t->base_len + (to - i));
	for (size_t w = i; w < to; w++) {
		struct look *look = &t->base[t->base_len++];
		const struct own *own = own_of(t, w);

		memcpy(look->base, own->score, sizeof look->base);
		add_rows(t->weight, t->row[w - i], CONTEXT_FEATURES, look->base);
		for (unsigned tag = 0; tag < NAME_TAGS; tag++)
			look->score[tag] = (int16_t)(look->base[tag] + own->kind[tag]);
		add_rows(t->weight, t->row[w - i] + CONTEXT_FEATURES, VOTE_REST, look->score);
		t->score[w - i] = scores_of(look->score);
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

	name.start = t->sight.text.token[first + from].start;
	name.end = t->sight.text.token[first + to].end;
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
look_first(struct tagger *t, size_t first, size_t end, size_t i, size_t to)
{
	const struct sight *s = &t->sight;

	score_stretch(t, first, end, i, to);
	decode(t->score, &t->steps, to - i, t->tag);
	for (size_t w = i; w < to; w++) {
		uint64_t word = tagger_vote_word(&s->view[w]);

		t->first_tag[w] = t->tag[w - i];
		if (word != 0)
			votes_count(&t->votes, word, t->tag[w - i]);
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
			memcpy(look->score, look->base, sizeof look->score);
			add_rows(t->weight, row, VOTE_FEATURES, look->score);
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
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k], to; (to = stretch_end(s, &i, s->sentence[k + 1])) > i; i = to)
			look_first(t, s->sentence[k], s->sentence[k + 1], i, to);
	t->base_len = 0; /* the second look goes the same way over them */
	for (size_t k = 0; k < s->sentences; k++) {
		for (size_t i = s->sentence[k], to; (to = stretch_end(s, &i, s->sentence[k + 1])) > i; i = to) {
			look_again(t, i, to);
			add_names(t, list, i, to - i);
		}
	}
	shrink(t);
}
