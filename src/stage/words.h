/* words: a text cut into words as people see them: white space stands between.  They are compared folded and
 * without the punctuation around them. */
#ifndef WORDS_H
#define WORDS_H

#include "mem.h"
#include "slice.h"

struct word_list {
	struct slice *word; /* as written */
	struct slice *key;  /* as compared */
	size_t len;
};

/* The words of text, in arena; they point into text, their keys into the arena. */
struct word_list words_cut(struct slice text, struct arena *arena);

/* Cuts the next word off *rest; false if there is none. */
bool words_next(struct slice *rest, struct slice *word);

/* The number of words of s, and its first or last n. */
size_t words_count(struct slice s);
struct slice words_first(struct slice s, size_t n);
struct slice words_last(struct slice s, size_t n);

#endif
