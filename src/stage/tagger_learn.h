/* tagger_learn: the averaged structured perceptron itself: weights, and how one example moves them. */
#ifndef TAGGER_LEARN_H
#define TAGGER_LEARN_H

#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_model.h"

struct learner {
	int32_t (*weight)[MODEL_TAGS];
	int64_t (*late)[MODEL_TAGS]; /* each change times the moment of it: what the average lacks */
	int32_t step[MODEL_TAGS + 1][MODEL_TAGS];
	int64_t step_late[MODEL_TAGS + 1][MODEL_TAGS];
	int64_t moment;
	int32_t (*sum)[MODEL_TAGS];  /* of the averages taken aside, SCALE times FINE to a unit */
	int32_t step_sum[MODEL_TAGS + 1][MODEL_TAGS];
	int32_t taken;
	bool blind[FEATURES];        /* not looked at while the example at hand is learned */
	uint64_t chance;
	struct scores *score; /* of a stretch */
	uint8_t tag[STRETCH_MAX]; /* of the example last tagged */
};

/* A token of an example: its rows, and which tag is true. */
struct example {
	const uint32_t (*base)[FEATURES];      /* of n tokens */
	const uint32_t (*vote)[VOTE_FEATURES]; /* in place of the last rows of base; NULL: those stand */
	const uint8_t *gold;
	size_t n; /* 1 to STRETCH_MAX */
};

struct learner *learner_new(void);
void learner_free(struct learner *l);

/* Tags an example by the weights as they are, into l->tag. */
void learner_tag(struct learner *l, const struct example *e);

/* Tags an example and moves the weights towards the truth; returns the number of wrong tokens. */
size_t learner_learn(struct learner *l, const struct example *e);

/* Takes the averages of what was learned so far aside and begins anew, from no weights. */
void learner_restart(struct learner *l);

/* The mean of all averages taken aside, rounded to a byte; the caller frees it with model_free. */
struct model *learner_model(const struct learner *l);

#endif
