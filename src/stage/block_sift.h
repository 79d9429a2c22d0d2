/* block_sift: a quick look, by four bytes, at whether a word may begin one of a few hundred phrases; for block_hint.c alone. */
#ifndef BLOCK_SIFT_H
#define BLOCK_SIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "eight.h"
#include "slice.h"

enum { SIFT_BITS = 15 };

/* A bit for each hash of four bytes with which a phrase begins.  A zeroed struct has no phrase. */
struct sift {
	uint32_t bits[1 << (SIFT_BITS - 5)];
	bool shorter; /* some phrase has fewer bytes */
};

void sift_add(struct sift *sift, struct slice phrase);

static inline uint32_t
sift_hash(uint32_t bytes)
{
	return (bytes | 0x20202020) * UINT32_C(0x9E3779B1) >> (32 - SIFT_BITS);
}

/* False only if no phrase begins at text[i], where a word does; true wherever four bytes of ASCII do not stand. */
static inline bool
sift_may_begin(const struct sift *sift, struct slice text, size_t i)
{
	uint32_t bytes, hash;

	if (text.len - i < 4)
		return sift->shorter;
	bytes = eight_four(text.at + i);
	hash = sift_hash(bytes);
	return (sift->bits[hash >> 5] >> (hash & 31) & 1) != 0 || (bytes & UINT32_C(0x80808080)) != 0;
}

#endif
