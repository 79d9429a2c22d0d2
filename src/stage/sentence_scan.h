/* sentence_scan: the places of a block at which a sentence may end or begin: stops, marks, and capitals behind a space. */
#ifndef SENTENCE_SCAN_H
#define SENTENCE_SCAN_H

#include <stdint.h>

#include "slice.h"

enum { SCAN_BYTES = 64 }; /* seen together */

/* What was seen of text[base, base + SCAN_BYTES), a bit a byte, the first lowest. */
struct scan {
	size_t base;
	uint64_t places, spaces;
};

#define SCAN_NOTHING ((struct scan){ .base = SIZE_MAX })

/* Looks at the bytes from text[i] on. */
void scan_see(struct scan *s, struct slice text, size_t i);

/* The first such place at or after i, or end. */
static inline size_t
scan_next(struct scan *s, struct slice text, size_t i, size_t end)
{
	while (i < end) {
		uint64_t left;

		if (i - s->base >= SCAN_BYTES || i < s->base)
			scan_see(s, text, i);
		left = s->places >> (i - s->base);
		if (left != 0) {
			i += (size_t)__builtin_ctzll(left);
			return i < end ? i : end;
		}
		i = s->base + SCAN_BYTES;
	}
	return end;
}

/* The bits of the bytes from the place i on that are spaces, or were not seen. */
static inline uint64_t
scan_spaces(const struct scan *s, size_t i)
{
	size_t passed = i - s->base;

	return s->spaces >> passed | ~(UINT64_MAX >> passed);
}

#endif
