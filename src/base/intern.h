/* intern: gives each different string a number, from 0 on.  A zeroed struct is an empty intern; intern_free ends it. */
#ifndef INTERN_H
#define INTERN_H

#include <stdint.h>

#include "mem.h"
#include "slice.h"

struct intern_slot {
	uint32_t number; /* plus 1; 0: free */
	uint32_t hash;
};

struct intern {
	struct slice *text;  /* by number; copies in the arena */
	size_t len, cap;
	struct intern_slot *slot; /* a hash table */
	size_t slots;         /* a power of two */
	struct arena arena;
};

/* The number of s; i->len - 1 if it is new. */
uint32_t intern_add(struct intern *i, struct slice s);

/* Asks memory for what intern_add will read first: of much that is to be added, all may be on its way at once. */
void intern_expect(const struct intern *i, struct slice s);

/* Is s known?  Its number then goes to *number. */
bool intern_find(const struct intern *i, struct slice s, uint32_t *number);

/* Gives back what only looking up needs: from now on there is but i->text. */
void intern_end(struct intern *i);
void intern_free(struct intern *i);

#endif
