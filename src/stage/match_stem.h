/* match_stem: cuts a word's ending, so that "supplied", "supplies" and "supply" meet.  The stem need be no word. */
#ifndef MATCH_STEM_H
#define MATCH_STEM_H

#include "affix.h"
#include "buf.h"
#include "slice.h"

/* Appends the stem of a folded word, whose endings are those of class stem of affixes.tsv.  Words of other scripts and numbers
 * come out as they are. */
void match_stem(struct buf *b, const struct affixes *endings, struct slice folded);

#endif
