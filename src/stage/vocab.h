/* vocab: the different tokens of the documents so far, numbered, so that what is asked of a word is found out once and not
 * wherever it stands.  Numbers hold until the next vocab_begin. */
#ifndef VOCAB_H
#define VOCAB_H

#include "lexicon.h"
#include "token.h"

/* Tokens of the same bytes, kind and TOKEN_UPPER are one term. */
struct term {
	uint64_t hash; /* lexicon_hash */
	const struct entry *word; /* what the lists of words have for it: who looks it up sets this and what follows */
	const struct entry *name; /* what the lists of names have, where its spelling is met */
	uint32_t marks;  /* gazetteer_marks of word, and MARK_NO_NAME */
	uint32_t phrase; /* lexicon_next of what goes on behind it in the lists of words */
	uint32_t longer; /* and of names */
	uint8_t type;    /* what the lists of names tell of name: an enum entity_type */
	bool known;      /* it has been looked up */
	uint8_t heard;   /* speaker_words sets this and what follows: HEARD_ bits */
	uint8_t pronoun;
	uint32_t small;  /* SMALL_ classes */
};

/* The numbers of a token: of its term, and one that terms of the same hash share. */
struct numbers {
	uint32_t term, fold;
};

enum { VOCAB_SMALL = 3 };

struct vocab {
	struct term *term;       /* by number */
	size_t terms, term_cap;
	struct vocab_slot *slot; /* by the tokens' bytes */
	size_t slots;
	struct vocab_slot *fold; /* by hash */
	size_t folds, fold_slots;
	uint32_t *small;         /* of each fold: one more than a term of it without a capital, a word of VOCAB_SMALL bytes or more; 0: none */
	uint32_t *smaller;       /* of each such term: one more than another one of its fold; 0: none */
	size_t small_cap, smaller_cap;
	unsigned emptied;        /* times that all terms were forgotten */
};

/* To be called before a document's tokens are numbered: forgets terms when they have become many. */
void vocab_begin(struct vocab *v);
void vocab_free(struct vocab *v);

/* The numbers of n tokens. */
void vocab_number(struct vocab *v, struct slice text, const struct token *tokens, size_t n, struct numbers *out);

/* What somebody keeps of every term, or fold: an array of zeroed items, one for each number. */
struct vocab_notes {
	void *at;
	size_t len, cap;
	unsigned emptied;
};

/* Sees to it that there are n items of that size; what was kept of terms now forgotten is zeroed.  Returns notes->at. */
void *vocab_notes(const struct vocab *v, struct vocab_notes *notes, size_t n, size_t size);

#endif
