/* tagger_score: what a model makes of the features of tokens: the scores of their tags.  O is given the weight 0 by taking its
 * own from the others': that decides the same. */
#ifndef TAGGER_SCORE_H
#define TAGGER_SCORE_H

#include <string.h>

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_model.h"

/* Numbers of eight tags, seen at once. */
typedef uint16_t eight __attribute__((vector_size(16)));

/* The sums of all tags. */
struct sums {
	eight low, high; /* begin and inside of each type; last and unit */
};

enum { MEMO_BITS = 12 };

/* What the rows of a group weigh, or what votes change, by its key. */
struct memo {
	struct sums sums;
	uint64_t key; /* 0: nothing yet */
};

struct scorer {
	eight *weight; /* MODEL_ROWS of them */
	struct vocab_notes own;  /* of each term: the sums of its own features, or all 0 */
	struct memo *memo;       /* 1 << MEMO_BITS of them; what comes later takes the place */
};

void scorer_open(struct scorer *c, const struct model *model);
void scorer_close(struct scorer *c);

/* The sums of the tokens of all stretches, one after the other, without votes. */
void scorer_read(struct scorer *c, const struct sight *s, struct sums *to);

/* Those of a token with the votes for it and its neighbours. */
struct sums scorer_votes(const struct scorer *c, const struct view *v, unsigned before, unsigned vote, unsigned behind, struct sums base);

/* Four of a sum's lanes. */
static inline four
sums_four(eight sum, size_t lane)
{
	typedef int16_t half __attribute__((vector_size(8)));
	typedef int32_t whole __attribute__((vector_size(16)));
	half h;

	memcpy(&h, (const char *)&sum + lane * sizeof(uint16_t), sizeof h);
	return __builtin_convertvector(__builtin_convertvector(h, whole), four);
}

/* The scores of a token with these sums. */
static inline struct scores
sums_scores(struct sums s)
{
	return (struct scores){ { sums_four(s.low, 0), sums_four(s.low, 4), sums_four(s.high, 0), sums_four(s.high, 4) }, 0 };
}

#endif
