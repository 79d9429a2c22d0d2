/* entity_gloss: what the lists and the document tell of a word that may be part of a name. */
#ifndef ENTITY_GLOSS_H
#define ENTITY_GLOSS_H

#include <stdbool.h>

#include "lexicon.h"

/* What is known of a token before any rule is tried. */
struct gloss {
	const struct entry *name;  /* the longest entry of a name that begins here and is written as names are; or NULL */
	const struct entry *word;  /* what titles, given names, heads, everyday words have for it; or NULL */
	const struct entry *phrase; /* the same for the longest run of two tokens or more that begins here; or NULL */
	uint8_t name_len, phrase_len; /* in tokens */
	uint8_t type;              /* of name: an enum entity_type */
	uint8_t like;              /* a capitalised name word: LIKE_ */
	uint32_t marks;            /* gazetteer_marks of word, MARK_NO_NAME and MARK_OPENS */
};

static inline bool
gloss_has(const struct gloss *g, unsigned list)
{
	return (g->marks >> list & 1) != 0;
}

enum { LIKE_NOT, LIKE_WEAK /* its capital may be the sentence's */, LIKE_NAME };

#endif
