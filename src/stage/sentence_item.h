/* sentence_item: the markers of lists that were run into a line: "1. Eggs 2. Milk", "a) Eggs b) Milk". */
#ifndef SENTENCE_ITEM_H
#define SENTENCE_ITEM_H

#include <stdbool.h>

#include "slice.h"

struct item {
	size_t start, end; /* the marker, without the white space round it */
	unsigned value;    /* 1 for "1." and for "a." */
	bool letter;
	size_t suffix;     /* bytes behind the number: "." or ")" 1, ".)" 2 */
	char last;         /* the marker's last byte */
};

/* Reads the marker whose suffix begins at text[i], a "." or ")", in the block text[start, end).  False if there is
 * none, or no capital follows. */
bool item_read(struct item *m, struct slice text, size_t start, size_t end, size_t i);

/* Is b the item after a? */
bool item_follows(const struct item *a, const struct item *b);

#endif
