#include "tagger_decode.h"

#include "tagger_feature.h"

static const int32_t NEVER = INT32_MIN / 2;

/* Tags behind which a name may begin or none is open, and tags that may stand there. */
static const uint8_t closers[] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 }, openers[] = { 0, 1, 4, 5, 8, 9, 12, 13, 16 };

enum { ENDS = sizeof closers };

struct state {
	int32_t best[MODEL_TAGS];
};

static void
try_step(const struct state *s, int32_t step[MODEL_TAGS + 1][MODEL_TAGS], unsigned before, unsigned tag, int32_t *next, uint8_t *from)
{
	int32_t score = s->best[before] + step[before][tag];

	if (score > next[tag]) {
		next[tag] = score;
		from[tag] = (uint8_t)before;
	}
}

/* One token further: a tag that ends or is none goes on to one that begins or is none, an open name to its own kind. */
static void
advance(struct state *s, const int32_t score[MODEL_TAGS], int32_t step[MODEL_TAGS + 1][MODEL_TAGS], uint8_t from[MODEL_TAGS])
{
	int32_t next[MODEL_TAGS];

	for (unsigned t = 0; t < MODEL_TAGS; t++)
		next[t] = NEVER;
	memset(from, 0, MODEL_TAGS);
	for (unsigned t = 0; t < ENDS; t++)
		for (unsigned b = 0; b < ENDS; b++)
			try_step(s, step, closers[b], openers[t], next, from);
	for (unsigned begin = tag_of(0, TAG_BEGIN); begin < MODEL_TAGS; begin += 4) {
		for (unsigned t = begin + TAG_INSIDE; t <= begin + TAG_LAST; t++) {
			try_step(s, step, begin, t, next, from);
			try_step(s, step, begin + TAG_INSIDE, t, next, from);
		}
	}
	for (unsigned t = 0; t < MODEL_TAGS; t++)
		s->best[t] = next[t] > NEVER / 2 ? next[t] + score[t] : NEVER;
}

void
decode(int32_t score[][MODEL_TAGS], int32_t step[MODEL_TAGS + 1][MODEL_TAGS], size_t n, uint8_t *tag)
{
	uint8_t from[STRETCH_MAX][MODEL_TAGS];
	struct state s;
	unsigned last = 0;

	for (unsigned t = 0; t < MODEL_TAGS; t++)
		s.best[t] = model_follows(MODEL_TAGS, t) ? score[0][t] + step[MODEL_TAGS][t] : NEVER;
	for (size_t i = 1; i < n; i++)
		advance(&s, score[i], step, from[i]);
	for (unsigned t = 1; t < ENDS; t++)
		if (s.best[closers[t]] > s.best[last])
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
