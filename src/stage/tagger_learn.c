#include "tagger_learn.h"

/* Steps to a unit of weight, and weights this small are left out of the model. */
enum { SCALE = 6, LEAST = 1, FINE = 16 };

/* Of every example, one feature in so many is not looked at while it is learned: no weight may lean on another's. */
enum { BLIND = 5 };

/* By so much no name must stand below a name where one is: what is overlooked is lost, a doubt can be weighed later. */
enum { MISSED = 2 };

struct learner *
learner_new(void)
{
	struct learner *l = mem_alloc(sizeof *l);

	l->weight = mem_alloc(MODEL_ROWS * sizeof *l->weight);
	l->late = mem_alloc(MODEL_ROWS * sizeof *l->late);
	l->sum = mem_alloc(MODEL_ROWS * sizeof *l->sum);
	l->score = mem_alloc(STRETCH_MAX * sizeof *l->score);
	l->moment = 1;
	return l;
}

void
learner_free(struct learner *l)
{
	if (l == NULL)
		return;
	mem_free(l->weight);
	mem_free(l->late);
	mem_free(l->sum);
	mem_free(l->score);
	mem_free(l);
}

static uint32_t
row_at(const struct example *e, size_t i, size_t k)
{
	return e->vote != NULL && k >= BASE_FEATURES ? e->vote[i][k - BASE_FEATURES] : e->base[i][k];
}

/* Tags an example; where a name is, no name gets so much more. */
static void
tag_example(struct learner *l, const struct example *e, int32_t missed)
{
	struct steps steps;

	for (size_t i = 0; i < e->n; i++) {
		int32_t score[MODEL_TAGS] = { e->gold[i] != 0 ? missed : 0 };

		for (size_t k = 0; k < FEATURES; k++)
			for (unsigned tag = 0; !l->blind[k] && tag < MODEL_TAGS; tag++)
				score[tag] += l->weight[row_at(e, i, k)][tag];
		l->score[i] = decode_scores(score);
	}
	decode_steps(&steps, l->step);
	decode(l->score, &steps, false, false, e->n, l->tag);
}

void
learner_tag(struct learner *l, const struct example *e)
{
	tag_example(l, e, 0);
}

static void
change(struct learner *l, const struct example *e, size_t i, unsigned tag, int by)
{
	for (size_t k = 0; k < FEATURES; k++) {
		if (l->blind[k])
			continue;
		l->weight[row_at(e, i, k)][tag] += by;
		l->late[row_at(e, i, k)][tag] += by * l->moment;
	}
}

static void
change_step(struct learner *l, unsigned before, unsigned tag, int by)
{
	l->step[before][tag] += by;
	l->step_late[before][tag] += by * l->moment;
}

/* By a fixed row of chances: the same examples give the same model. */
static void
draw_blind(struct learner *l)
{
	for (size_t k = 0; k < FEATURES; k++) {
		l->chance = l->chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		l->blind[k] = (l->chance >> 33) % BLIND == 0;
	}
}

size_t
learner_learn(struct learner *l, const struct example *e)
{
	unsigned was_gold = MODEL_TAGS, was_found = MODEL_TAGS;
	size_t wrong = 0;

	draw_blind(l);
	tag_example(l, e, MISSED);
	for (size_t i = 0; i < e->n; i++) {
		unsigned gold = e->gold[i], found = l->tag[i];

		if (gold != found) {
			change(l, e, i, gold, 1);
			change(l, e, i, found, -1);
			wrong++;
		}
		if (gold != found || was_gold != was_found) {
			change_step(l, was_gold, gold, 1);
			change_step(l, was_found, found, -1);
		}
		was_gold = gold;
		was_found = found;
	}
	memset(l->blind, 0, sizeof l->blind);
	l->moment++;
	return wrong;
}

static int64_t
rounded(int64_t n, int64_t by)
{
	return (2 * n + (n < 0 ? -by : by)) / (2 * by);
}

/* The average over all moments, SCALE times FINE to a unit. */
static int32_t
average(const struct learner *l, int64_t weight, int64_t late)
{
	return (int32_t)rounded((weight * l->moment - late) * SCALE * FINE, l->moment);
}

void
learner_restart(struct learner *l)
{
	for (unsigned b = 0; b <= MODEL_TAGS; b++)
		for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
			l->step_sum[b][tag] += average(l, l->step[b][tag], l->step_late[b][tag]);
	for (size_t row = 0; row < MODEL_ROWS; row++)
		for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
			l->sum[row][tag] += average(l, l->weight[row][tag], l->late[row][tag]);
	memset(l->weight, 0, MODEL_ROWS * sizeof *l->weight);
	memset(l->late, 0, MODEL_ROWS * sizeof *l->late);
	memset(l->step, 0, sizeof l->step);
	memset(l->step_late, 0, sizeof l->step_late);
	l->moment = 1;
	l->taken++;
}

/* A sum's share of one learning, at most so large. */
static int64_t
mean(const struct learner *l, int32_t sum, int64_t most)
{
	int64_t n = rounded(sum, (int64_t)FINE * l->taken);

	return n > most ? most : n < -most ? -most : n;
}

struct model *
learner_model(const struct learner *l)
{
	struct model *m = model_new();

	for (unsigned b = 0; b <= MODEL_TAGS; b++)
		for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
			m->step[b][tag] = (int16_t)mean(l, l->step_sum[b][tag], INT16_MAX);
	for (size_t row = 0; row < MODEL_ROWS; row++) {
		for (unsigned tag = 0; tag < MODEL_TAGS; tag++) {
			int64_t weight = mean(l, l->sum[row][tag], INT8_MAX);

			m->weight[row][tag] = (int8_t)(weight >= -LEAST && weight <= LEAST ? 0 : weight);
		}
	}
	return m;
}
