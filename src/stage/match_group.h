/* match_group: quotations into statements.  Each joins the best of those fuller than it, if their statement's fullest
 * wording does not contradict it. */
#ifndef MATCH_GROUP_H
#define MATCH_GROUP_H

#include "match_quote.h"

/* Sets rank, parent and root of all quotations, which must have been weighed. */
void match_group(struct quotations *all);

#endif
