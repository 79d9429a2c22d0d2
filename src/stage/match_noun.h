/* match_noun: what describes a speaker who is not named: "nurse" of "one of the nurses". */
#ifndef MATCH_NOUN_H
#define MATCH_NOUN_H

#include "match_cut.h"
#include "match_word.h"

#define NO_NOUN UINT32_MAX

/* The stem, by its number in v, of the last of the content words that come first in a description; NO_NOUN if there are none, or
 * if it is a name.  c is working memory. */
uint32_t match_noun(struct vocabulary *v, struct cut *c, struct slice words);

#endif
