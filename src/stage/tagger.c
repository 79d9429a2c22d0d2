#include "tagger.h"

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_model.h"
#include "tagger_vote.h"

struct tagger {
	struct model *model;
	struct tagger_lists *lists;
	struct sight sight;
	struct votes votes;
	uint8_t *first_tag; /* of every token, from the first look */
	size_t first_cap;
	int32_t step[MODEL_TAGS + 1][MODEL_TAGS];
	int32_t score[STRETCH_MAX][MODEL_TAGS];
	uint8_t tag[STRETCH_MAX];
};

struct tagger *
tagger_new(struct slice file)
{
	struct model *model = model_read(file);
	struct tagger *t;

	if (model == NULL)
		return NULL;
	t = mem_alloc(sizeof *t);
	t->model = model;
	t->lists = tagger_lists_new();
	for (unsigned i = 0; i <= MODEL_TAGS; i++)
		for (unsigned k = 0; k < MODEL_TAGS; k++)
			t->step[i][k] = model->step[i][k];
	return t;
}

void
tagger_free(struct tagger *t)
{
	if (t == NULL)
		return;
	model_free(t->model);
	tagger_lists_free(t->lists);
	tagger_sight_free(&t->sight);
	votes_free(&t->votes);
	mem_free(t->first_tag);
	mem_free(t);
}

static void
score_token(const struct model *m, const uint32_t *row, size_t n, int32_t score[MODEL_TAGS])
{
	for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
		score[tag] = 0;
	for (size_t k = 0; k < n; k++)
		for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
			score[tag] += m->weight[row[k]][tag];
}

/* How far the chosen tag stands above the best other one, from 0 to 100. */
static unsigned
margin(const int32_t score[MODEL_TAGS], unsigned chosen)
{
	int32_t best = INT32_MIN, gap;

	for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
		if (tag != chosen && score[tag] > best)
			best = score[tag];
	gap = (score[chosen] - best) / 4;
	return gap < 0 ? 0 : gap > 100 ? 100 : (unsigned)gap;
}

static void
add_name(struct tagger *t, struct tagged_list *list, size_t first, size_t from, size_t to)
{
	struct tagged name = { .type = (enum tagger_type)((t->tag[from] - 1) / 4), .margin = 100 };

	name.start = t->sight.tokens.at[first + from].start;
	name.end = t->sight.tokens.at[first + to].end;
	for (size_t i = from; i <= to; i++) {
		unsigned m = margin(t->score[i], t->tag[i]);

		if (m < name.margin)
			name.margin = m;
	}
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

	for (size_t w = i; w < to; w++) {
		uint32_t row[FEATURES];

		tagger_features(s, first, end, w, row);
		score_token(t->model, row, FEATURES, t->score[w - i]);
	}
	decode(t->score, t->step, to - i, t->tag);
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

/* The second look: the same, with the votes of the other places. */
static void
look_again(struct tagger *t, size_t first, size_t end, size_t i, size_t to)
{
	const struct sight *s = &t->sight;
	unsigned before = 0, vote = vote_at(t, i);

	for (size_t w = i; w < to; w++) {
		unsigned behind = w + 1 < to ? vote_at(t, w + 1) : 0;
		uint32_t row[FEATURES];

		tagger_features(s, first, end, w, row);
		tagger_vote_features(&s->view[w], before, vote, behind, row + BASE_FEATURES);
		score_token(t->model, row, FEATURES, t->score[w - i]);
		before = vote;
		vote = behind;
	}
	decode(t->score, t->step, to - i, t->tag);
}

void
tagger_run(struct tagger *t, struct doc *d, struct tagged_list *list)
{
	struct sight *s = &t->sight;

	tagger_look(s, t->lists, d);
	votes_clear(&t->votes);
	MEM_GROW(t->first_tag, t->first_cap, s->tokens.len);
	for (size_t k = 0; k < s->sentences; k++)
		for (size_t i = s->sentence[k], to; (to = stretch_end(s, &i, s->sentence[k + 1])) > i; i = to)
			look_first(t, s->sentence[k], s->sentence[k + 1], i, to);
	for (size_t k = 0; k < s->sentences; k++) {
		for (size_t i = s->sentence[k], to; (to = stretch_end(s, &i, s->sentence[k + 1])) > i; i = to) {
			look_again(t, s->sentence[k], s->sentence[k + 1], i, to);
			add_names(t, list, i, to - i);
		}
	}
}
