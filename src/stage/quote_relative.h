/* quote_relative: relative clauses without commas: "the clerk who kept the books said", "the man who said he saw it told police". */
#ifndef QUOTE_RELATIVE_H
#define QUOTE_RELATIVE_H

#include "quote_parts.h"

/* Does a relative clause begin at unit i, of the noun before it: "who kept", "that owns"? */
bool quote_opens_relative(const struct para *p, size_t i);

/* Can the subject of a clause begin at unit i: does nothing stand before it that it would depend on? */
bool quote_opens_subject(const struct para *p, size_t a, size_t i, uint32_t openers);

/* "the clerk who kept the books said", "who spoke on condition of anonymity said": of the noun phrase at who, in a relative
 * clause without commas, the start of the phrase that the clause belongs to, where a clause begins there; else who.  at: the unit
 * of the verb whose subject this may be. */
size_t quote_over_relative(const struct para *p, size_t a, size_t who, size_t at);

/* "the man who said he saw it told police": of a cue in a relative clause without commas, of the subject of a sentence, the verb of
 * that sentence, where its own clause ends; use->b if it is not found. */
size_t quote_main_verb(const struct para *p, const struct use *use);

/* "[her claim] that it was safe proved wrong": the verb behind the clause at unit `from`; p->n if it is not found. */
size_t quote_verb_behind(const struct para *p, size_t from);

#endif
