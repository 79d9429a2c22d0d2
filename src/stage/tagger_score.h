/* tagger_score: what a model makes of the features of tokens: the scores of their tags.  O is given the weight 0 by taking its
 * own from the others': that decides the same. */
#ifndef TAGGER_SCORE_H
#define TAGGER_SCORE_H

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

/* What the rows of a group weigh, by its key. */
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

/* The sums of the tokens of all stretches, one after the other, without the features of their votes. */
void scorer_read(struct scorer *c, const struct sight *s, struct sums *to);

/* The scores of a token with these sums and the votes for it and its neighbours. */
struct scores scorer_scores(const struct scorer *c, const struct view *v, unsigned before, unsigned vote, unsigned behind, struct sums base);

#endif
