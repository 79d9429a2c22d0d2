/* match_base: which wording of a statement the others are compared with. */
#ifndef MATCH_BASE_H
#define MATCH_BASE_H

#include "match_quote.h"

/* Makes the wording that most others are parts of the root of each statement, if it is nearly as full as the fullest: one outlet's
 * altered wording may be the longest.  All must have been grouped; order[rank] is a number in all->at. */
void match_base(struct quotations *all, const uint32_t *order);

#endif
