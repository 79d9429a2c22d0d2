/* match_relation: what a quotation makes of its statement's fullest wording. */
#ifndef MATCH_RELATION_H
#define MATCH_RELATION_H

#include "match_quote.h"

/* Sets relation and similarity of all quotations, which must have been grouped. */
void match_relate(struct quotations *all);

#endif
