#include "tagger_decode.h"

#include "tagger_feature.h"

static const int32_t NEVER = INT32_MIN / 2;

void
decode(int32_t score[][MODEL_TAGS], int32_t step[MODEL_TAGS + 1][MODEL_TAGS], size_t n, uint8_t *tag)
{
	uint8_t from[STRETCH_MAX][MODEL_TAGS];
	int32_t best[MODEL_TAGS], next[MODEL_TAGS];
	unsigned last = 0;

	for (unsigned t = 0; t < MODEL_TAGS; t++)
		best[t] = model_follows(MODEL_TAGS, t) ? score[0][t] + step[MODEL_TAGS][t] : NEVER;
	for (size_t i = 1; i < n; i++) {
		for (unsigned t = 0; t < MODEL_TAGS; t++) {
			next[t] = NEVER;
			from[i][t] = 0;
			for (unsigned b = 0; b < MODEL_TAGS; b++) {
				if (model_follows(b, t) && best[b] > NEVER && best[b] + step[b][t] > next[t]) {
					next[t] = best[b] + step[b][t];
					from[i][t] = (uint8_t)b;
				}
			}
			if (next[t] > NEVER)
				next[t] += score[i][t];
		}
		memcpy(best, next, sizeof best);
	}
	for (unsigned t = 1; t < MODEL_TAGS; t++)
		if (model_ends(t) && best[t] > best[last])
			last = t;
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
