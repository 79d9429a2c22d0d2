/* tagger_train: a tagger's weights learned from annotated documents. */
#ifndef TAGGER_TRAIN_H
#define TAGGER_TRAIN_H

#include <stdbool.h>

#include "doc.h"
#include "tagger_model.h"

struct trainer;

struct trainer *trainer_new(void);
void trainer_free(struct trainer *t);

/* Takes in a document with its sentences and its entity rows, which are the truth.  An entity that no tokens
 * of one sentence make up is passed over. */
void trainer_add(struct trainer *t, struct doc *d);

/* Is there anything to learn from? */
bool trainer_has(const struct trainer *t);

/* Learns from everything taken in, rounds times over; the caller frees the model with model_free.  The votes that
 * the tagger's second look will see are made by models that did not know the document: one learned from
 * every other document tags those between, and the other way round. */
struct model *trainer_run(struct trainer *t, size_t rounds);

#endif
