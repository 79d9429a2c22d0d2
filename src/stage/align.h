/* align: which words of one text stand for which of another. */
#ifndef ALIGN_H
#define ALIGN_H

#include <stddef.h>
#include <stdint.h>

#define ALIGN_NONE UINT32_MAX

enum { ALIGN_WORDS = 512 }; /* of either text; what is longer is cut to the part that fits the other best */

/* Working memory; a zeroed struct is empty, align_free ends it. */
struct aligner {
	uint16_t *cell;
	size_t cap;
};

/* Sets to[i] to the place in b of the word that a[i] is matched with, or to ALIGN_NONE: a longest common subsequence, in which
 * runs are preferred to scattered words.  Words are equal if their numbers are.  At most ALIGN_WORDS * ALIGN_WORDS steps. */
void align_words(struct aligner *w, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *to);
void align_free(struct aligner *w);

/* Where in b the longest run of a's words begins that b has, and in *len how long it is; nb if they share none.  Takes na * nb
 * steps at most, and less where words are many. */
size_t align_run(const uint32_t *a, size_t na, const uint32_t *b, size_t nb, size_t *len);

#endif
