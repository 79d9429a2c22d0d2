/* lanes: as many bytes of text as the machine sees at once, told apart by masks of one bit a byte, the first lowest:
 * sixteen where there is SSE2, else eight. */
#ifndef LANES_H
#define LANES_H

#include "eight.h"

#if defined __SSE2__
#include <emmintrin.h>

#define LANES 16
typedef __m128i lanes;

static inline lanes
lanes_load(const char *at)
{
	return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* The bytes of ASCII from low to high, high below 0x7F. */
static inline uint32_t
lanes_between(lanes v, char low, char high)
{
	return (uint32_t)_mm_movemask_epi8(_mm_and_si128(
	    _mm_cmpgt_epi8(v, _mm_set1_epi8((char)(low - 1))), _mm_cmplt_epi8(v, _mm_set1_epi8((char)(high + 1)))));
}

static inline uint32_t
lanes_are(lanes v, char c)
{
	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(c)));
}

/* The bytes beyond ASCII. */
static inline uint32_t
lanes_beyond(lanes v)
{
	return (uint32_t)_mm_movemask_epi8(v);
}

/* Capitals of ASCII made small; other marks change, too. */
static inline lanes
lanes_small(lanes v)
{
	return _mm_or_si128(v, _mm_set1_epi8(0x20));
}

#else

#define LANES 8
typedef uint64_t lanes;

static inline lanes
lanes_load(const char *at)
{
	return eight_load(at);
}

static inline uint32_t
lanes_beyond(lanes v)
{
	return (uint32_t)(((v & EIGHT_TOPS) >> 7) * UINT64_C(0x0102040810204080) >> 56);
}

static inline uint32_t
lanes_between(lanes v, char low, char high)
{
	return lanes_beyond(eight_between(v & ~EIGHT_TOPS, (unsigned)low, (unsigned)high) & ~v);
}

static inline uint32_t
lanes_are(lanes v, char c)
{
	return lanes_between(v, c, c);
}

static inline lanes
lanes_small(lanes v)
{
	return v | EIGHT(0x20);
}

#endif

/* The mask of all bytes. */
#define LANES_ALL ((UINT32_C(1) << LANES) - 1)

/* The number of the first byte of a mask that is not empty. */
static inline size_t
lanes_first(uint32_t mask)
{
	return (size_t)__builtin_ctz(mask);
}

#endif
