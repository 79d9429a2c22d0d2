/* lanes_sse2: lanes.h where there is SSE2; included by it alone. */
#ifndef LANES_SSE2_H
#define LANES_SSE2_H

#include <emmintrin.h>
#include <stdint.h>

#define LANES 16
typedef __m128i lanes;

static inline lanes
lanes_load(const char *at)
{
	return _mm_loadu_si128((const __m128i *)(const void *)at);
}

/* The bytes from low to high, both of ASCII or both beyond it, and those that are c: marked, for lanes_or and lanes_bits. */
static inline lanes
lanes_in(lanes v, char low, char high)
{
	return _mm_cmplt_epi8(_mm_add_epi8(v, _mm_set1_epi8((char)(0x80 - low))), _mm_set1_epi8((char)(0x81 + high - low)));
}

static inline lanes
lanes_is(lanes v, char c)
{
	return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

static inline lanes
lanes_or(lanes a, lanes b)
{
	return _mm_or_si128(a, b);
}

static inline uint32_t
lanes_bits(lanes marked)
{
	return (uint32_t)_mm_movemask_epi8(marked);
}

/* The bytes that have 0x20 in them, as small letters do. */
static inline uint32_t
lanes_low(lanes v)
{
	return (uint32_t)_mm_movemask_epi8(_mm_slli_epi16(v, 2));
}

/* Capitals of ASCII made small; other marks change, too. */
static inline lanes
lanes_small(lanes v)
{
	return _mm_or_si128(v, _mm_set1_epi8(0x20));
}

#endif
