/* lanes_eight: lanes.h on any machine; included by it alone. */
#ifndef LANES_EIGHT_H
#define LANES_EIGHT_H

#include "eight.h"

#define LANES 8
typedef uint64_t lanes;

static inline lanes
lanes_load(const char *at)
{
	return eight_load(at);
}

static inline lanes
lanes_in(lanes v, char low, char high)
{
	return eight_between(v & ~EIGHT_TOPS, (unsigned char)low & 0x7F, (unsigned char)high & 0x7F) & ((unsigned char)low >= 0x80 ? v : ~v);
}

static inline lanes
lanes_is(lanes v, char c)
{
	lanes differs = v ^ EIGHT((unsigned char)c);

	return ~(((differs & ~EIGHT_TOPS) + EIGHT(0x7F)) | differs) & EIGHT_TOPS;
}

static inline lanes
lanes_or(lanes a, lanes b)
{
	return a | b;
}

static inline uint32_t
lanes_bits(lanes marked)
{
	return (uint32_t)(((marked & EIGHT_TOPS) >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static inline uint32_t
lanes_low(lanes v)
{
	return lanes_bits(v << 2);
}

static inline lanes
lanes_small(lanes v)
{
	return v | EIGHT(0x20);
}

#endif
