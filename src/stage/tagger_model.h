/* tagger_model: the weights of a tagger, in memory and as a file. */
#ifndef TAGGER_MODEL_H
#define TAGGER_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "slice.h"

enum {
	MODEL_BITS = 17,
	MODEL_ROWS = 1 << MODEL_BITS,
	MODEL_TAGS = 17 /* O, and B I L U of each of four types */
};

/* Tags: 0 is O; behind it four for each type, in the order B I L U. */
enum tag_place { TAG_BEGIN, TAG_INSIDE, TAG_LAST, TAG_UNIT };

static inline unsigned
tag_of(unsigned type, enum tag_place place)
{
	return 1 + type * 4 + (unsigned)place;
}

struct model {
	int8_t (*weight)[MODEL_TAGS];              /* MODEL_ROWS of them */
	int16_t step[MODEL_TAGS + 1][MODEL_TAGS];  /* from a tag, or the sentence's start, to a tag */
};

/* May tag follow before (MODEL_TAGS: the start), and may a sentence end with it? */
bool model_follows(unsigned before, unsigned tag);
bool model_ends(unsigned tag);

/* Reads a model file; NULL if it is none, or not whole.  model_free frees it. */
struct model *model_read(struct slice file);
struct model *model_new(void);
void model_free(struct model *m);

/* Appends m as a model file; model_read is the inverse. */
void model_write(const struct model *m, struct buf *file);

#endif
