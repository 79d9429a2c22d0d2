#include "tagger_learn.h"

/* Steps to a unit of weight, and weights this small are left out of the model. */
enum { SCALE = 6, LEAST = 1, FINE = 16 };

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

void
learner_tag(struct learner *l, const struct example *e)
{
	struct steps steps;

	for (size_t i = 0; i < e->n; i++) {
		int32_t score[MODEL_TAGS] = { 0 };

		for (size_t k = 0; k < FEATURES; k++)
			for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
				score[tag] += l->weight[row_at(e, i, k)][tag];
		l->score[i] = decode_scores(score);
	}
	decode_steps(&steps, l->step);
	decode(l->score, &steps, e->n, l->tag);
}

static void
change(struct learner *l, const struct example *e, size_t i, unsigned tag, int by)
{
	for (size_t k = 0; k < FEATURES; k++) {
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

size_t
learner_learn(struct learner *l, const struct example *e)
{
	unsigned was_gold = MODEL_TAGS, was_found = MODEL_TAGS;
	size_t wrong = 0;

	learner_tag(l, e);
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
