/* tagger_decode: the best tags of a stretch of tokens, by Viterbi. */
#ifndef TAGGER_DECODE_H
#define TAGGER_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tagger_feature.h"
#include "tagger_model.h"

/* A number for each type, seen at once: whole numbers, which a float holds exactly up to 1 << 24. */
typedef float four __attribute__((vector_size(16)));

static inline four
greater(four a, four b)
{
	four most = b;

	for (int i = 0; i < 4; i++)
		most[i] = a[i] > b[i] ? a[i] : b[i];
	return most;
}

enum { DECODE_CLOSERS = 9 }; /* tags behind which no name is open */

/* The scores of a token's tags. */
struct scores {
	four place[4]; /* by enum tag_place */
	float none;
};

/* The weights of the steps that are allowed, as decode takes them. */
struct steps {
	four begin[DECODE_CLOSERS], unit[DECODE_CLOSERS]; /* from each closer */
	four begin_inside, begin_last, inside_inside, inside_last; /* within a name */
	struct scores first;           /* from the start */
	struct scores behind_none;     /* or from no name before it */
	struct scores to[MODEL_TAGS];  /* to each tag, by the tag before it */
};

/* From the weights by tag. */
struct scores decode_scores(const int32_t tag[MODEL_TAGS]);
void decode_steps(struct steps *s, int32_t step[MODEL_TAGS + 1][MODEL_TAGS]);

/* The scores of n tokens (1 to STRETCH_MAX) and the steps give the tags of the best sequence that model_follows and
 * model_ends allow.  behind_none, before_none: no name is known to stand on that side. */
void decode(const struct scores *score, const struct steps *s, bool behind_none, bool before_none, size_t n, uint8_t *tag);

#endif
