/* eight: eight bytes of text in one number, the first lowest, so that they are seen at once.  A mask has the top bit of
 * each byte that it speaks of. */
#ifndef EIGHT_H
#define EIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The byte c eight times. */
#define EIGHT(c) (UINT64_C(0x0101010101010101) * (c))
#define EIGHT_TOPS EIGHT(0x80)

static inline uint64_t
eight_load(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24 |
	    (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Four bytes likewise. */
static inline uint32_t
eight_four(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* Less than eight bytes, with 0 behind them.  Loads that overlap: few branches. */
static inline uint64_t
eight_few(const char *at, size_t n)
{
	const unsigned char *p = (const unsigned char *)at;

	if (n >= 4)
		return eight_four(at) | (uint64_t)eight_four(at + n - 4) << (n - 4) * 8;
	return n > 0 ? (uint64_t)p[0] | (uint64_t)p[n / 2] << n / 2 * 8 | (uint64_t)p[n - 1] << (n - 1) * 8 : 0;
}

static inline void
eight_store(char *to, uint64_t bytes)
{
	to[0] = (char)bytes;
	to[1] = (char)(bytes >> 8);
	to[2] = (char)(bytes >> 16);
	to[3] = (char)(bytes >> 24);
	to[4] = (char)(bytes >> 32);
	to[5] = (char)(bytes >> 40);
	to[6] = (char)(bytes >> 48);
	to[7] = (char)(bytes >> 56);
}

/* Of bytes that are all below 0x80, those from low to high. */
static inline uint64_t
eight_between(uint64_t bytes, unsigned low, unsigned high)
{
	return (bytes + EIGHT(0x80 - low)) & ~(bytes + EIGHT(0x7F - high)) & EIGHT_TOPS;
}

/* Bytes in a mask. */
static inline uint32_t
eight_count(uint64_t mask)
{
	return (uint32_t)((mask >> 7) * EIGHT(1) >> 56);
}

/* The number of the first byte of a mask that is not empty. */
static inline size_t
eight_first(uint64_t mask)
{
	return (size_t)__builtin_ctzll(mask) / 8;
}

#endif
