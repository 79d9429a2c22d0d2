/* match_stem: cuts an English word's ending, so that "supplied", "supplies" and "supply" meet.  The stem need be no word. */
#ifndef MATCH_STEM_H
#define MATCH_STEM_H

#include "buf.h"
#include "slice.h"

/* Appends the stem of a folded word.  Words of other scripts and numbers come out as they are. */
void match_stem(struct buf *b, struct slice folded);

#endif
