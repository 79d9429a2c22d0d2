#include "buf.h"
#include "eight.h"
#include "lexicon.h"
#include "utf8.h"

/* The eight bytes of v in lower case, where all are ASCII. */
static uint64_t
lower_eight(uint64_t v)
{
	uint64_t above = v + UINT64_C(0x3F3F3F3F3F3F3F3F), beyond = v + UINT64_C(0x2525252525252525);

	return v | ((above & ~beyond & UINT64_C(0x8080808080808080)) >> 2);
}

static uint64_t
hash_eight(uint64_t h, uint64_t v)
{
	h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 29;
}

static uint64_t
four_at(const unsigned char *p)
{
	return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
}

/* n bytes, 1 to 7, as a number; the first is the lowest.  Loads that overlap: few branches. */
static inline uint64_t
few_at(const char *at, size_t n)
{
	const unsigned char *p = (const unsigned char *)at;

	if (n >= 4)
		return four_at(p) | four_at(p + n - 4) << (n - 4) * 8;
	return (uint64_t)p[0] | (uint64_t)p[n / 2] << n / 2 * 8 | (uint64_t)p[n - 1] << (n - 1) * 8;
}

static const uint64_t HASH_START = UINT64_C(0xC2B2AE3D27D4EB4F);

/* Hashes a word that holds more than ASCII: its folded bytes, eight by eight. */
static uint64_t
hash_folded(struct slice word)
{
	char bytes[16], eight[8];
	uint64_t h = HASH_START;
	size_t n = 0;

	for (size_t i = 0, len; i < word.len; i += len) {
		struct buf folded = { bytes, 0, sizeof bytes };

		utf8_at(word, i, &len);
		utf8_fold(&folded, slice_sub(word, i, i + len));
		for (size_t k = 0; k < folded.len; k++) {
			eight[n++] = bytes[k];
			if (n == sizeof eight) {
				h = hash_eight(h, eight_load(eight));
				n = 0;
			}
		}
	}
	return n > 0 ? hash_eight(h, few_at(eight, n)) : h;
}

uint64_t
lexicon_hash(struct slice word)
{
	uint64_t h = HASH_START, all = 0, v;
	size_t i = 0;

	for (; i + 8 <= word.len; i += 8) {
		v = eight_load(word.at + i);
		all |= v;
		h = hash_eight(h, lower_eight(v));
	}
	if (i < word.len) {
		v = i > 0 ? eight_load(word.at + word.len - 8) >> (i + 8 - word.len) * 8 : few_at(word.at, word.len);
		all |= v;
		h = hash_eight(h, lower_eight(v));
	}
	return (all & EIGHT_TOPS) != 0 ? hash_folded(word) : h;
}
