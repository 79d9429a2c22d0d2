/* tagger_decode: the best tags of a stretch of tokens, by Viterbi. */
#ifndef TAGGER_DECODE_H
#define TAGGER_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tagger_model.h"

enum { STRETCH_MAX = 512 }; /* tokens in one stretch */

/* score[i][tag] of n tokens (1 to STRETCH_MAX) and the weight of each step give the tags of the best sequence that
 * model_follows and model_ends allow. */
void decode(int32_t score[][MODEL_TAGS], int32_t step[MODEL_TAGS + 1][MODEL_TAGS], size_t n, uint8_t *tag);

/* The end of the stretch that begins at or after *i: tokens that may be part of a name, at most STRETCH_MAX; *i is moved
 * to its start.  near(i) of a sentence's tokens is told by the array. */
struct sight;
size_t stretch_end(const struct sight *s, size_t *i, size_t end);

#endif
