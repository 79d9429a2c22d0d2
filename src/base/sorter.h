/* sorter: records of two numbers, given in any order, taken back in ascending order.  A zeroed struct is
 * an empty sorter; sorter_free ends it. */
#ifndef SORTER_H
#define SORTER_H

#include "spill.h"

struct sorter {
	size_t memory;       /* bytes that may be used; 0: as many as there are.  The rest is sort(1)'s */
	struct record *at;
	size_t len, cap;
	size_t next;
	struct spill *spill; /* NULL: all is in memory */
};

void sorter_add(struct sorter *s, uint64_t key, uint64_t value);

/* Ends the adding. */
void sorter_sort(struct sorter *s);

/* The next record by key, then value; false at the end. */
bool sorter_next(struct sorter *s, struct record *r);
void sorter_free(struct sorter *s);

/* Sorts n records where they lie. */
void record_sort(struct record *at, size_t n);

#endif
