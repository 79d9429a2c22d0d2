/* tally_kin: whether two clauses are one speaker's. */
#ifndef TALLY_KIN_H
#define TALLY_KIN_H

#include "doc.h"
#include "match_cut.h"
#include "match_speaker.h"
#include "match_word.h"

/* PART_NOUN of a quote row's clauses, as words has it; empty if its speaker is not described.  cut is working memory. */
struct slice tally_noun(struct vocabulary *words, struct cut *cut, const struct row *r);

/* Are they one?  Each by the parts of a clause (tally_matter.h). */
enum kin tally_kin(const struct slice *part, const struct slice *other);

#endif
