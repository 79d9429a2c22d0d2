#include "buf.h"
#include "eight.h"
#include "lexicon.h"
#include "utf8.h"

/* The eight bytes of v in lower case, where all are ASCII. */
static uint64_t
lower_eight(uint64_t v)
{
	return v | eight_between(v, 'A', 'Z') >> 2;
}

static uint64_t
hash_eight(uint64_t h, uint64_t v)
{
	h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 29;
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
	return n > 0 ? hash_eight(h, eight_few(eight, n)) : h;
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
		v = i > 0 ? eight_load(word.at + word.len - 8) >> (i + 8 - word.len) * 8 : eight_few(word.at, word.len);
		all |= v;
		h = hash_eight(h, lower_eight(v));
	}
	return (all & EIGHT_TOPS) != 0 ? hash_folded(word) : h;
}
