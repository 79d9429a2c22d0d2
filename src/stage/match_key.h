/* match_key: which quotations are worth comparing: those that share a key of words, so that the work grows with the stream
 * and not with its square. */
#ifndef MATCH_KEY_H
#define MATCH_KEY_H

#include "match_quote.h"
#include "sorter.h"

enum {
	NEWS = 3,                 /* days on which one news is told */
	WINDOW = 14,              /* days within which one occasion is reported */
	MEMORY = 90,              /* days for which a phrase is quoted */
	SPREAD_UNKNOWN = 0xFFFF
};

/* Adds a record for each key that two quotations share: key = the later rank << 32 | the earlier one, value = how many quotations
 * have the key on other occasions, and << 16 how many of these have many words in marks, so that it is a part of a longer
 * wording there; SPREAD_UNKNOWN if the key does not tell.  order[rank] is a number in all->at.  Sorting takes pairs->memory at most. */
void match_candidates(const struct quotations *all, const uint32_t *order, struct sorter *pairs);

#endif
