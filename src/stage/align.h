/* align: which words of one text stand for which of another. */
#ifndef ALIGN_H
#define ALIGN_H

#include <stddef.h>
#include <stdint.h>

#define ALIGN_NONE UINT32_MAX

enum { ALIGN_WORDS = 512 }; /* of either text between what they begin and end with; of longer ones, the part that fits best */

/* Words by number: words are equal if their numbers are. */
struct align_text {
	const uint32_t *word;
	size_t len;
};

/* Working memory; a zeroed struct is empty, align_free ends it. */
struct aligner {
	unsigned char *step;
	int32_t *run, *gap;
	size_t step_cap, run_cap, gap_cap;
};

/* What an equal word is worth.  A run of them costs ALIGN_OPEN, so that by itself a word of ALIGN_WEAK holds nothing together; at the
 * beginning and the end of both texts it is free. */
enum { ALIGN_OPEN = 2, ALIGN_WEAK = 1, ALIGN_STRONG = 3, ALIGN_ALIKE = 10 };

/* Sets to[i] to the place in b of the word that a's word i is matched with, or to ALIGN_NONE: the common subsequence that is
 * worth most, in which runs are preferred to scattered words.  worth: of each of a's words; NULL: ALIGN_ALIKE each, which makes
 * it a longest one.  Takes ALIGN_WORDS * ALIGN_WORDS steps at most; of a b that is longer than that, ALIGN_WORDS more for each word. */
void align_words(struct aligner *w, struct align_text a, struct align_text b, const unsigned char *worth, uint32_t *to);
void align_free(struct aligner *w);

#endif
