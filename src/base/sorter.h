/* sorter: records of two numbers, given in any order, taken back in ascending order.  A zeroed struct is
 * an empty sorter; sorter_free ends it. */
#ifndef SORTER_H
#define SORTER_H

#include "spill.h"

enum { SORTER_PARTS = 256 };

/* The records whose keys begin with one byte. */
struct sorter_part {
	struct record *at;
	size_t len, cap;
};

struct sorter {
	size_t memory;       /* bytes that may be used; 0: as many as there are.  The rest is sort(1)'s */
	unsigned zeros;      /* so many of the highest bits are 0 in all keys */
	uint64_t (*merge)(uint64_t a, uint64_t b); /* makes one value of those of one key, in any order; NULL: they stay */
	struct sorter_part part[SORTER_PARTS];
	size_t len;          /* of all parts */
	size_t turn, next;   /* part and place of the record that is taken next */
	struct spill *spill; /* NULL: all is in memory */
	struct record ahead; /* the next of the spill, if there is one */
	bool has_ahead;
};

void sorter_add(struct sorter *s, uint64_t key, uint64_t value);

/* Ends the adding. */
void sorter_sort(struct sorter *s);

/* The next record by key, then value; false at the end. */
bool sorter_next(struct sorter *s, struct record *r);
void sorter_free(struct sorter *s);

#endif
