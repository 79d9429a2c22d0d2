/* variant: a wording as what it keeps of a fuller one, drops from it and adds to it. */
#ifndef VARIANT_H
#define VARIANT_H

#include "mem.h"
#include "slice.h"

enum piece_kind { PIECE_SAME, PIECE_DROPPED, PIECE_ADDED };

struct piece {
	enum piece_kind kind;
	struct slice text; /* words of the variant; of the fuller wording, if dropped */
};

struct piece_list {
	struct piece *at;
	size_t len;
	bool apart; /* they share too few words to be read side by side: at is one piece, all of the text */
};

/* The pieces of text against fullest, in reading order, in arena; they point into both texts.  Reported speech is told
 * in other words from the start: it must share longer runs with the fullest than quoted words must. */
struct piece_list variant_pieces(struct slice fullest, struct slice text, bool reported, struct arena *arena);

/* The pieces in one line, as in "[-We have-] {+It has+} never". */
struct slice variant_marked(const struct piece_list *pieces, struct arena *arena);

#endif
