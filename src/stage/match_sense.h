/* match_sense: what a wording changes in the sense of a fuller one that it is aligned with. */
#ifndef MATCH_SENSE_H
#define MATCH_SENSE_H

#include "match_quote.h"

/* Changes of sense, the gravest first. */
enum level {
	LEVEL_NEGATION, LEVEL_NUMBER, LEVEL_DATE, LEVEL_MODALITY, LEVEL_QUANTITY, LEVEL_PARTY, LEVEL_CUT, LEVEL_WORD, LEVEL_NONE
};

/* "negation", "" for LEVEL_NONE. */
const char *level_name(enum level level);

/* Words [start, end) of the quotation stand where the fullest wording has [from, to). */
struct gap {
	size_t start, end, from, to;
	bool leading, trailing; /* of all that was taken over */
};

/* Working memory for comparing quotations with fuller ones. */
struct sense_reader;

/* all must have been grouped, and keep its text. */
struct sense_reader *sense_reader_new(const struct quotations *all);
void sense_reader_free(struct sense_reader *r);

/* The two that sense_of compares: to[i] is the place in the root of q's word i, or ALIGN_NONE. */
void sense_reader_set(struct sense_reader *r, const struct quotation *q, const struct quotation *root, const uint32_t *to);

/* The gravest change that a gap makes. */
enum level sense_of(const struct sense_reader *r, const struct gap *g);

/* Is word i of q its speaker's: in marks, where there are any? */
bool sense_own(const struct quotations *all, const struct quotation *q, size_t i);

#endif
