/* match_id: names for statements. */
#ifndef MATCH_ID_H
#define MATCH_ID_H

#include "match_quote.h"

/* Sets the ids of all roots: a hash of the fullest wording's words and its speaker, so that the same statement has the
 * same id in every stream.  Where two statements of a stream would share it (one slogan, two occasions), the later
 * ones by rank add their place. */
void match_name(struct quotations *all);

/* "s:" and twelve hexadecimal digits. */
struct slice statement_id(const struct quotation *root, struct arena *arena);

#endif
