/* match_group: quotations into statements.  Each joins the best of those fuller than it, if their statement's fullest
 * wording does not contradict it. */
#ifndef MATCH_GROUP_H
#define MATCH_GROUP_H

#include "match_quote.h"

/* Sets rank, parent and root of all quotations, which must have been weighed.  memory: bytes that sorting may take, 0 for as many
 * as there are. */
void match_group(struct quotations *all, size_t memory);

#endif
