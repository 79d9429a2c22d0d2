/* ids: the ids that were given out, so that no two documents share one. */
#ifndef IDS_H
#define IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "mem.h"
#include "slice.h"

/* A zeroed struct is an empty set.  It holds 16 bytes an id, not the ids. */
struct ids {
	struct id_seen {
		uint64_t hash; /* 0: free */
		uint64_t times;
	} *at;
	size_t len, size;
};

/* The id that was asked for, and remembers it; one asked for before gets "~2", "~3" ... behind it.  The answer lives in a or
 * where id lives. */
struct slice ids_take(struct ids *ids, struct slice id, struct arena *a);
/* Was the id asked for before? */
bool ids_has(const struct ids *ids, struct slice id);
void ids_free(struct ids *ids);

#endif
