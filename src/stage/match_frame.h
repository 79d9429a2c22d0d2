/* match_frame: what governs each word of a quotation: a negation, a modal word, a quantity, a number. */
#ifndef MATCH_FRAME_H
#define MATCH_FRAME_H

#include "match_quote.h"

/* The places of the governing words plus 1, 0 for none. */
struct frame {
	uint32_t negation, modal, quantity, number;
};

/* A quotation's frames; a zeroed struct is empty, frames_free ends it. */
struct frames {
	const struct quotations *all;
	const struct quotation *q;
	struct frame *of;        /* of each word */
	size_t cap;
};

void frames_read(struct frames *f, const struct quotations *all, const struct quotation *q);
void frames_free(struct frames *f);

/* Word i of the quotation. */
const struct word *frames_word(const struct frames *f, size_t i);
bool frames_is(const struct frames *f, size_t i, const char *text);
bool frames_first(const struct frames *f, size_t i); /* of its sentence? */
bool frames_named(const struct frames *f, size_t i); /* is it a name, and no headline? */
bool frames_number(const struct frames *f, size_t i); /* is it a number? */
bool frames_which(const struct frames *f, size_t i); /* does it tell which time, "next" of "next year"? */

/* Is word i, which may be the end of the quotation, the doer of what was done: "by Okoro"? */
bool frames_passive(const struct frames *f, size_t i);

/* Does word i negate what follows: "never", "refused to", but not "not just"? */
bool frames_negates(const struct frames *f, size_t i);

#endif
