/* doc_part: a document too long to be looked at as one, in parts that are looked at one after the other.  A part ends
 * between two sentences, of two blocks where a block is not a part by itself. */
#ifndef DOC_PART_H
#define DOC_PART_H

#include "doc.h"

struct doc_parts {
	struct doc *whole;
	struct doc part;     /* the present one: all of the text, and the rows that begin in that part of it */
	uint32_t *row;       /* of the whole, by part */
	uint32_t *begin;     /* of each part, and behind them: the first of its rows in row */
	size_t parts, next;
};

/* Cuts d into parts of some so many bytes; false, and there is nothing to be ended, where it is no longer than one, or has no
 * sentences to cut between.  One whose rows are bare is at least one part.  Its rows wait for the part that they are of, but for
 * sentences, which nobody fills. */
bool doc_parts_begin(struct doc_parts *p, struct doc *d, size_t bytes);

/* Takes the next part; what was filled in the one before, or added to it, is gone.  False, and all is ended, when there are no
 * more. */
bool doc_parts_next(struct doc_parts *p);

/* Which row of the whole row i of those read of the present part is. */
static inline size_t
doc_parts_row(const struct doc_parts *p, size_t i)
{
	return p->row[p->begin[p->next - 1] + i];
}

#endif
