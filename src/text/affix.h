/* affix: the letters with which words of a language begin or end, as affixes.tsv lists them by classes. */
#ifndef AFFIX_H
#define AFFIX_H

#include "mem.h"
#include "slice.h"

/* One of them, and what stands for it in another form of the word. */
struct affix {
	struct slice letters, instead;
	size_t least; /* bytes that the word has beside it, or more */
};

/* Those of a class, in the list's order. */
struct affixes {
	struct affix *at;
	size_t len, cap;
};

/* Those of the language's list, which is built in; none if it has no such list.  affixes_free frees them. */
struct affixes affixes_new(const char *lang, const char *class);
void affixes_free(struct affixes *a);

/* The first, or the next behind one of them, with which a word in small letters ends; NULL if none.  The first with which it
 * begins. */
const struct affix *affixes_ending(const struct affixes *a, const struct affix *behind, struct slice word);
const struct affix *affixes_beginning(const struct affixes *a, struct slice word);

#endif
