/* pos_table: what the files of the part-of-speech tagger share; pos.h has what others see. */
#ifndef POS_TABLE_H
#define POS_TABLE_H

#include "eight.h"
#include "pos.h"

enum { ENDINGS = 8, NUMBER_BITS = 20, WORD_MAX = 40, PAIRS = 1024, SUFFIXES = 128 };

/* What words mean is numbered as it comes, from 1, each meaning once: those of most words of a text are few, and lie together.  A
 * word is known by the upper bits of the hash of its folded bytes alone, of which there are so many that a few thousand words never
 * meet: a slot has them, and the number of what the word means below. */
struct pos {
	uint64_t *slot;    /* 0: free */
	unsigned shift;    /* a slot's number is the top bits of the hash */
	size_t last;       /* slot */
	size_t words;
	struct pos_word *meaning; /* meaning[0] is what a free slot means: nothing */
	size_t meanings, cap;
	uint32_t *number;  /* of each meaning, by its hash, as many as slots; 0: none */
	struct ending { struct slice of, forms; } ending[ENDINGS];
	size_t endings;    /* 0: verbs are inflected as English ones are */
	struct suffix { char end[8]; size_t len; uint32_t is; uint8_t next; } suffix[SUFFIXES]; /* the first is none */
	size_t suffixes;
	uint8_t ending_in[PAIRS]; /* the first suffix that ends in two letters, by pos_pair; the next of them is its next */
	uint64_t *set;     /* of key words; the first is empty */
	size_t sets, set_cap;
};

/* Sixteen bytes of a word, with zeros behind it, after the hash of those before: setting bit 5 folds ASCII letters and leaves
 * the other bytes of words apart.  All bytes move the top bits, by which slots are found. */
static inline uint64_t
pos_hash(uint64_t h, uint64_t low, uint64_t high)
{
	return (h ^ (low | EIGHT(0x20))) * UINT64_C(0x9E3779B97F4A7C15) + (high | EIGHT(0x20)) * UINT64_C(0xC2B2AE3D27D4EB4F);
}

/* Two letters, in whatever case, as a number. */
static inline size_t
pos_pair(uint64_t before, uint64_t last)
{
	return (size_t)((before & 31) << 5 | (last & 31));
}

/* How many slots there are. */
static inline size_t
pos_slots(const struct pos *p)
{
	return p->last + 1;
}

/* The number of the slot of that hash, or of the free one that it would have. */
static inline size_t
pos_slot(const struct pos *p, uint64_t hash)
{
	for (size_t i = (size_t)(hash >> p->shift);; i = (i + 1) & p->last) {
		uint64_t taken = -(uint64_t)(p->slot[i] != 0);

		/* free or found, both are common, and told without a branch between them */
		if (((p->slot[i] ^ hash) >> NUMBER_BITS & taken) == 0)
			return i;
	}
}

/* The number of what the word of that hash means. */
static inline size_t
pos_number(const struct pos *p, uint64_t hash)
{
	return (size_t)p->slot[pos_slot(p, hash)] & ((UINT32_C(1) << NUMBER_BITS) - 1);
}

#endif
