/* tagger_lists: the word lists that a tagger marks on tokens. */
#ifndef TAGGER_LISTS_H
#define TAGGER_LISTS_H

#include "lexicon.h"

/* Bits of view.lists: what the lists say of an entry that begins at a token; the same LISTS_BITS higher where
 * the token goes on with one. */
enum { LIST_NATION = 1, LIST_PEOPLE = 2, LIST_PLACE = 4, LIST_GIVEN = 8, LIST_ORG = 16, LIST_HEAD = 32, LIST_TITLE = 64, LIST_NO_NAME = 128,
	LIST_SURNAME = 256, LIST_KNOWN = 512, LIST_PLACE_HEAD = 1024, LIST_THING = 2048, LIST_COMMON = 4096, LIST_HONORIFIC = 8192
};
enum { LISTS_BITS = 16 };

struct tagger_lists;

/* The built-in lists.  tagger_lists_free frees them. */
struct tagger_lists *tagger_lists_new(void);
void tagger_lists_free(struct tagger_lists *l);

/* In *bits those of a token of that hash by itself, 0 if none; returns what lexicon_first does. */
uint32_t tagger_lists_first(const struct tagger_lists *l, uint64_t hash, unsigned *bits);

/* The bits of the longest entry of two tokens or more that begins at token i of n with these hashes (lexicon_hash), and in
 * *taken its tokens; 0 if none.  next: what tagger_lists_first returned of token i. */
unsigned tagger_lists_longer(const struct tagger_lists *l, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken);

#endif
