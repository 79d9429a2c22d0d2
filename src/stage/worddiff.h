/* worddiff: what one wording dropped from another, added and changed, word by word. */
#ifndef WORDDIFF_H
#define WORDDIFF_H

#include "words.h"

enum diff_kind { DIFF_SAME, DIFF_DROPPED, DIFF_ADDED, DIFF_CHANGED };

/* Words from[from_start, from_end) became to[to_start, to_end). */
struct diff {
	enum diff_kind kind;
	size_t from_start, from_end, to_start, to_end;
};

struct diff_list {
	struct diff *at;
	size_t len;
	size_t same; /* words that both have */
};

/* The operations that make `to` out of `from`, in order, in arena.  Together they cover all words of both. */
struct diff_list worddiff(const struct word_list *from, const struct word_list *to, struct arena *arena);

#endif
