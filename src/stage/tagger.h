/* tagger: names of persons, organisations, places and others, by a model learned from annotated text.
 *
 * A linear model over BILOU tags (Ratinov & Roth 2009) scored with hashed features and decoded by Viterbi; trained as
 * an averaged structured perceptron (Collins 2002).  All arithmetic is on integers: one model and one text give one
 * answer on every machine. */
#ifndef TAGGER_H
#define TAGGER_H

#include <stdbool.h>
#include <stdint.h>

#include "doc.h"
#include "token.h"

enum tagger_type { TAGGER_PERSON, TAGGER_ORG, TAGGER_PLACE, TAGGER_MISC, TAGGER_TYPES };

struct tagged {
	size_t first, last; /* tokens of the text, half-open */
	enum tagger_type type;
	unsigned margin;   /* 0 to 200: how clearly the model decided, on average over its tokens */
};

struct tagged_list {
	struct tagged *at;
	size_t len, cap;
};

struct tagger;

/* A tagger from the bytes of a model file, which need not outlive it; NULL if they are none.  tagger_free frees it. */
struct tagger *tagger_new(struct slice model);
void tagger_free(struct tagger *t);

struct tagger_text;

/* The names in the document's sentences, whose tokens text has, in their order; t's until the next run. */
const struct tagged_list *tagger_run(struct tagger *t, struct doc *d, const struct tagger_text *text);

#endif
