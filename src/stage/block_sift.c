#include "block_sift.h"

static void
put(struct sift *sift, const char *four)
{
	uint32_t hash = sift_hash(eight_four(four));

	sift->bits[hash >> 5] |= UINT32_C(1) << (hash & 31);
}

/* A phrase of words with one space between them is found where there are more, too. */
void
sift_add(struct sift *sift, struct slice phrase)
{
	char four[4];

	sift->shorter |= phrase.len < sizeof four;
	if (phrase.len < sizeof four)
		return;
	memcpy(four, phrase.at, sizeof four);
	put(sift, four);
	for (size_t i = 1; i < sizeof four; i++)
		if (four[i - 1] == ' ') {
			memmove(four + i, four + i - 1, sizeof four - i);
			put(sift, four);
		}
}
