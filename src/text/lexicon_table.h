/* lexicon_table: what the files of the lexicon share; lexicon.h has what others see. */
#ifndef LEXICON_TABLE_H
#define LEXICON_TABLE_H

#include "lexicon.h"
#include "mem.h"

/* How entries begin: the first three bytes of their first word (or both of a word of two) with the first letters, as
 * bits, that a second word has behind them.  A word that begins otherwise begins no entry, which is cheaper to see than
 * a token and its hash are. */
struct starts {
	uint32_t three[4096]; /* by three_at */
	uint32_t two[1024];   /* by two_at */
	bool pair[1024];      /* by two_at: some word begins so, whatever follows */
	bool one[128];        /* the word is that byte */
	bool loose[128];      /* folding may change what follows that byte */
	uint64_t wide;        /* bits of the first letters of those that begin beyond ASCII, or with an apostrophe */
};

#define ANY_LETTER UINT32_MAX

/* An open-addressing table from the hash of a folded token sequence to what the list has under it.  Every proper
 * prefix of an entry has a slot too, without entry, that says how far to look on. */
struct slot {
	uint64_t hash;       /* 0: free */
	struct entry *first; /* NULL: only a prefix */
	struct entry *last;
	uint32_t next;       /* bits (lexicon_next) of the tokens with which entries go on behind this prefix; 0: none does */
};

struct packed;

struct lexicon {
	struct slot *slot;
	unsigned char *tag; /* a byte of each slot's hash, 0: free; small enough to stay in the cache */
	size_t slots, used;
	struct arena arena;
	struct starts starts;
	bool lower[1024]; /* some entry begins with these two letters, and without an ASCII capital */
	const struct packed *packed; /* the table of a compiled list instead; NULL: the one above */
	const struct entry **made;   /* the entries of its slots that have been asked for */
};

/* Notes how an entry begins; second: the bit of the second word's first letter (lexicon_letter_bit), or ANY_LETTER. */
void lexicon_starts_add(struct starts *starts, struct slice word, uint32_t second);

/* The bit of the letter at s[i]; all where it is none. */
uint32_t lexicon_letter_bit(struct slice s, size_t i);

/* An entry of the list's line, in l's arena. */
struct entry *lexicon_entry(struct lexicon *l, struct slice line);

/* Goes on from the hash of the tokens before with that of one token more. */
static inline uint64_t
lexicon_join(uint64_t before, uint64_t h)
{
	h ^= before * UINT64_C(0x9FB21C651E98DF25);
	h ^= h >> 32;
	h *= UINT64_C(0xD6E8FEB86659FD93);
	h ^= h >> 32;
	return h != 0 ? h : 1;
}

/* A byte of a slot's hash, never 0. */
static inline unsigned char
lexicon_tag(uint64_t hash)
{
	return (unsigned char)(hash >> 56 | 0x80);
}

/* What has that hash in a compiled list: false if no entry begins so. */
bool lexicon_packed_step(const struct lexicon *l, uint64_t hash, const struct entry **e, uint32_t *next);

#endif
