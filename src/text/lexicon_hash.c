#include "buf.h"
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

/* n bytes, 1 to 8, as a number; the first is the lowest. */
static uint64_t
eight_at(const char *at, size_t n)
{
	uint64_t v = 0;
	uint32_t low, high;
	uint16_t two;

	if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__) {
		while (n > 0)
			v = v << 8 | (unsigned char)at[--n];
	} else if (n == 8) {
		memcpy(&v, at, 8);
	} else if (n >= 4) { /* two loads that overlap */
		memcpy(&low, at, 4);
		memcpy(&high, at + n - 4, 4);
		v = low | (uint64_t)high << (n - 4) * 8;
	} else if (n >= 2) {
		memcpy(&two, at, 2);
		v = two | (uint64_t)(unsigned char)at[n - 1] << (n - 1) * 8;
	} else {
		v = (unsigned char)*at;
	}
	return v;
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
				h = hash_eight(h, eight_at(eight, n));
				n = 0;
			}
		}
	}
	return n > 0 ? hash_eight(h, eight_at(eight, n)) : h;
}

uint64_t
lexicon_hash(struct slice word)
{
	uint64_t h = HASH_START;

	for (size_t i = 0; i < word.len; i += 8) {
		uint64_t v = eight_at(word.at + i, word.len - i < 8 ? word.len - i : 8);

		if ((v & UINT64_C(0x8080808080808080)) != 0)
			return hash_folded(word);
		h = hash_eight(h, lower_eight(v));
	}
	return h;
}
