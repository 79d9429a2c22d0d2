/* lanes: as many bytes of text as the machine sees at once, told apart by masks of one bit a byte, the first lowest:
 * sixteen where there is SSE2, else eight.  Both ways give LANES, the type lanes, and
 *
 *	lanes_load(at)          the bytes at at, aligned or not
 *	lanes_in(v, low, high)  those from low to high, both of ASCII or both beyond it, marked
 *	lanes_is(v, c)          those that are c, marked
 *	lanes_or(a, b)          those marked in either
 *	lanes_bits(marked)      a bit for each that is marked
 *	lanes_low(v)            a bit for each that has 0x20 in it, as small letters do
 *	lanes_small(v)          with capitals of ASCII made small; other marks change, too */
#ifndef LANES_H
#define LANES_H

#include <stddef.h>

#if defined __SSE2__
#include "lanes_sse2.h"
#else
#include "lanes_eight.h"
#endif

/* The bytes of ASCII from low to high, those that are c, and those beyond ASCII. */
static inline uint32_t
lanes_between(lanes v, char low, char high)
{
	return lanes_bits(lanes_in(v, low, high));
}

static inline uint32_t
lanes_are(lanes v, char c)
{
	return lanes_bits(lanes_is(v, c));
}

static inline uint32_t
lanes_beyond(lanes v)
{
	return lanes_bits(v);
}

/* The mask of all bytes. */
#define LANES_ALL ((UINT32_C(1) << LANES) - 1)

/* The number of the first byte of a mask that is not empty. */
static inline size_t
lanes_first(uint32_t mask)
{
	return (size_t)__builtin_ctz(mask);
}

#endif
