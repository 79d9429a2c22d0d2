/* sentence_unit: what ends without a stop where lines were joined: the head of a mail, its greeting and signature,
 * ruled lines, and smileys. */
#ifndef SENTENCE_UNIT_H
#define SENTENCE_UNIT_H

#include "sentence_rule.h"

/* Does a unit end with the mark at text[i], one of ")", ">", "*", "_", "=" or a byte of an emoji, before the beginning of
 * another?  Then *end is past it. */
bool unit_ends(const struct stop_place *p, size_t i, size_t *end);

/* Is the capital at text[i] that of "AM" or "PM" in a mail's date and time, "04/26/2001 07:17 AM"?  Then *start is where
 * they begin, and the unit ends with the M. */
bool unit_stamp(const struct stop_place *p, size_t i, size_t *start);

/* Is what stands before the capital word at text[i] a figure's label, "Figure 1.2", and no more? */
bool unit_label(const struct stop_place *p, size_t i);

enum { GREETING_MAX = 40 }; /* bytes of a greeting */

/* May a greeting reach from the sentence's beginning to text[i]? */
static inline bool
unit_may_sign(const struct stop_place *p, size_t i)
{
	return i <= p->from + GREETING_MAX;
}

/* Does the capital word at text[i] stand behind the comma of a letter's greeting?  "Regards, Ilse" */
bool unit_signature(const struct stop_place *p, size_t i);

#endif
