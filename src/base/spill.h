/* spill: records that are too many for memory, sorted by the system's sort(1) in its temporary files. */
#ifndef SPILL_H
#define SPILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct record {
	uint64_t key, value;
};

struct spill;

/* Starts sort(1), which may use so many bytes of memory; dies if it cannot. */
struct spill *spill_new(size_t memory);
void spill_add(struct spill *s, const struct record *r);

/* Ends the adding. */
void spill_end(struct spill *s);

/* The next record by key, then value; false at the end.  Dies if sort(1) failed. */
bool spill_next(struct spill *s, struct record *r);
void spill_free(struct spill *s);

#endif
