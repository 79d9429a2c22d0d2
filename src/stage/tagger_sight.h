/* tagger_sight: what a tagger sees of the tokens of a document. */
#ifndef TAGGER_SIGHT_H
#define TAGGER_SIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "doc.h"
#include "lexicon.h"
#include "token.h"
#include "vocab.h"

/* What is kept of one token. */
struct view {
	uint64_t word;    /* lexicon_hash; numbers of one length share it */
	uint32_t prefix;  /* hash of its first three letters, folded */
	uint32_t suffix;  /* of its last three */
	uint32_t kind;    /* of its shape: Xx, XX, x, 9 … */
	uint32_t lists;   /* the word lists that it stands in, and where in their entry */
	uint8_t evidence; /* EVIDENCE_ bits, from the whole document */
	bool capital;     /* a word with a capital */
	uint32_t next;    /* lexicon_next of the tokens with which an entry that begins with it may go on */
};

enum {
	EVIDENCE_LOWER = 1,   /* the word stands in lower case somewhere */
	EVIDENCE_CAPITAL = 2, /* it stands with a capital somewhere inside a sentence */
	EVIDENCE_TITLE = 4,   /* … behind a title or given name */
	EVIDENCE_SAID = 8,    /* … before or behind a verb of saying */
	EVIDENCE_STEP = 16    /* more than all of these */
};

struct tagger_lists;

/* The tokens of a document's sentences, one after the other. */
struct tagger_text {
	const struct token *token;
	size_t tokens;
	const struct vocab *vocab;
	const struct numbers *number; /* of each, in vocab */
	const uint64_t *hash;         /* the lexicon_hash of each; 0 where it shall not count */
};

enum { STRETCH_MAX = 512 };

/* Tokens so near to a capital that they may be part of a name: at most STRETCH_MAX. */
struct stretch {
	size_t from, to;   /* half-open */
	size_t first, end; /* those of their sentence */
	bool behind_none, before_none; /* what stands before it, or behind, is known to be no name */
};

/* What is seen of a document's tokens; in arrays that the next call uses again.  tagger_sight_free frees them. */
struct sight {
	struct tagger_text text; /* the caller's */
	struct view *view; /* of the tokens in stretches, and of two beside each */
	struct stretch *stretch;
	size_t stretches, stretched; /* and the tokens of all */
	size_t view_cap, stretch_cap;
	uint64_t *evidence; /* of each fold: now and EVIDENCE_ bits; less than now if this document has none */
	uint64_t now;       /* EVIDENCE_STEP more for each document */
	struct vocab_notes shapes, evidence_notes; /* of each term, and fold */
};

/* Looks at a document. */
void tagger_look(struct sight *s, const struct tagger_lists *lists, struct doc *d, const struct tagger_text *text);
void tagger_sight_free(struct sight *s);

/* Leaves out of the stretches the tokens at their ends that are next to never of a name; they are still seen from beside. */
void tagger_narrow(struct sight *s);

/* h, and what is hashed with it. */
static inline uint64_t
tagger_mix(uint64_t h, uint64_t with)
{
	h = (h ^ with) * UINT64_C(0x9FB21C651E98DF25);
	return h ^ h >> 29;
}

#endif
