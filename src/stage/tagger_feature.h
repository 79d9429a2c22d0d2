/* tagger_feature: what a tagger sees of each token, as rows of its model. */
#ifndef TAGGER_FEATURE_H
#define TAGGER_FEATURE_H

#include "tagger_sight.h"

enum {
	OWN_FEATURES = 6,    /* of a token by itself: one term, one number, have the same everywhere */
	WORD_FEATURES = 13,  /* of words and what stands beside them */
	GROUP_FEATURES = 11, /* of the groups below */
	BASE_FEATURES = OWN_FEATURES + WORD_FEATURES + GROUP_FEATURES,
	VOTE_FEATURES = 5,
	FEATURES = BASE_FEATURES + VOTE_FEATURES
};

/* Features that look at the same few things, of which a text has few together: what a group's rows weigh need not be added up
 * again wherever these come again. */
enum tagger_group { GROUP_KINDS, GROUP_LISTS, GROUP_PLACE, GROUPS };

enum { GROUP_MOST = 6 }; /* features of one, those of no votes among them */

/* What is to be added up for a token without votes, besides its own features: the rows of its words, and for each group what
 * its features look at, hashed. */
struct context {
	uint32_t row[WORD_FEATURES];
	uint64_t key[GROUPS];
};

void tagger_context(const struct sight *s, const struct stretch *t, size_t i, struct context *to);

/* The rows of a token's own features; and those of one of its groups, with those that tell of no votes and look at the same
 * things, of which it returns the number. */
void tagger_own_features(const struct view *v, uint32_t row[OWN_FEATURES]);
size_t tagger_group_features(const struct sight *s, const struct stretch *t, size_t i, enum tagger_group group, uint32_t row[GROUP_MOST]);

/* All rows of token i, those of tagger_vote_features without votes among them, in the order in which models are learned. */
void tagger_features(const struct sight *s, const struct stretch *t, size_t i, uint32_t row[FEATURES]);

/* The word under which a token's votes are counted, or 0 if it has none: small words and marks. */
static inline uint64_t
tagger_vote_word(const struct view *v)
{
	return v->capital ? v->word | 1 : 0;
}


/* The rows that tell what the other places of a token and its neighbours were taken for. */
void tagger_vote_features(const struct view *v, unsigned before, unsigned vote, unsigned behind, uint32_t row[VOTE_FEATURES]);

/* What these look at, hashed: never 0. */
uint64_t tagger_vote_key(const struct view *v, unsigned before, unsigned vote, unsigned behind);

#endif
