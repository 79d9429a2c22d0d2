#include "tagger_decode.h"

#include "tagger_feature.h"

/* So low that no score brings it up again, and so high that it can be shifted. */
static const int32_t NEVER = INT32_MIN / 128;

/* The tags behind which no name is open, and those that may stand there, each in the order O, first type, second … */
static const uint8_t closers[] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 }, openers[] = { 0, 1, 4, 5, 8, 9, 12, 13, 16 };

enum {
	ENDS = sizeof closers,
	LANES = 12,     /* ENDS, made up to a number that vectors like */
	NAME_SHIFT = 5  /* a score carries the tag that it comes from in its low bits: the greater wins with it */
};

/* Steps from closers to openers, shifted. */
struct steps {
	int32_t between[ENDS][LANES];
};

static void
read_steps(struct steps *s, int32_t step[MODEL_TAGS + 1][MODEL_TAGS])
{
	for (unsigned b = 0; b < ENDS; b++)
		for (unsigned t = 0; t < LANES; t++)
			s->between[b][t] = t < ENDS ? step[closers[b]][openers[t]] * (1 << NAME_SHIFT) : 0;
}

/* From tags behind which no name is open to those that may stand there. */
static void
step_between(const struct steps *s, const int32_t *best, int32_t *next, uint8_t *from)
{
	int32_t top[LANES];

	for (unsigned t = 0; t < LANES; t++)
		top[t] = INT32_MIN;
	for (unsigned b = 0; b < ENDS; b++) {
		int32_t score = best[closers[b]] * (1 << NAME_SHIFT) + closers[b];

		for (unsigned t = 0; t < LANES; t++) {
			int32_t sum = score + s->between[b][t];

			top[t] = sum > top[t] ? sum : top[t];
		}
	}
	for (unsigned t = 0; t < ENDS; t++) {
		from[openers[t]] = (uint8_t)(top[t] & ((1 << NAME_SHIFT) - 1));
		next[openers[t]] = top[t] >> NAME_SHIFT;
	}
}

/* An open name goes on to the inside or the end of its own kind. */
static void
step_inside(int32_t step[MODEL_TAGS + 1][MODEL_TAGS], const int32_t *best, int32_t *next, uint8_t *from)
{
	for (unsigned begin = tag_of(0, TAG_BEGIN); begin < MODEL_TAGS; begin += 4) {
		for (unsigned t = begin + TAG_INSIDE; t <= begin + TAG_LAST; t++) {
			int32_t begun = best[begin] + step[begin][t];
			int32_t inside = best[begin + TAG_INSIDE] + step[begin + TAG_INSIDE][t];

			next[t] = begun >= inside ? begun : inside;
			from[t] = (uint8_t)(begun >= inside ? begin : begin + TAG_INSIDE);
		}
	}
}

void
decode(int32_t score[][MODEL_TAGS], int32_t step[MODEL_TAGS + 1][MODEL_TAGS], size_t n, uint8_t *tag)
{
	uint8_t from[STRETCH_MAX][MODEL_TAGS];
	int32_t best[MODEL_TAGS], next[MODEL_TAGS];
	struct steps steps;
	unsigned last = 0;

	read_steps(&steps, step);
	for (unsigned t = 0; t < MODEL_TAGS; t++)
		best[t] = model_follows(MODEL_TAGS, t) ? score[0][t] + step[MODEL_TAGS][t] : NEVER;
	for (size_t i = 1; i < n; i++) {
		step_between(&steps, best, next, from[i]);
		step_inside(step, best, next, from[i]);
		for (unsigned t = 0; t < MODEL_TAGS; t++)
			best[t] = next[t] + score[i][t] > NEVER ? next[t] + score[i][t] : NEVER;
	}
	for (unsigned t = 1; t < ENDS; t++)
		if (best[closers[t]] > best[last])
			last = closers[t];
	for (size_t i = n; i-- > 0; last = i > 0 ? from[i][last] : 0)
		tag[i] = (uint8_t)last;
}

size_t
stretch_end(const struct sight *s, size_t *i, size_t end)
{
	size_t to;

	while (*i < end && !s->view[*i].near)
		++*i;
	for (to = *i; to < end && to - *i < STRETCH_MAX && s->view[to].near; to++)
		;
	return to;
}
