/* tagger_vote: what the other places of a word in its document were taken for, so that a second look can tell. */
#ifndef TAGGER_VOTE_H
#define TAGGER_VOTE_H

#include <stddef.h>
#include <stdint.h>

enum { VOTE_NONE = 0, VOTE_TYPES = 4, VOTE_NO_NAME = 5 }; /* and 1 to 4: one more than the type */

struct ballot;

struct votes {
	struct ballot *slot;
	size_t slots, used;
};

void votes_clear(struct votes *v);
void votes_free(struct votes *v);

/* Counts that one place of a word (a hash, not 0) was given a tag of the model. */
void votes_count(struct votes *v, uint64_t word, unsigned tag);

/* What most of the word's other places were, that with the tag `own` left aside. */
unsigned votes_of(const struct votes *v, uint64_t word, unsigned own);

#endif
