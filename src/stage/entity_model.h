/* entity_model: the mentions that a tagger finds, with what the rules know of them. */
#ifndef ENTITY_MODEL_H
#define ENTITY_MODEL_H

#include "entity.h"
#include "tagger.h"

/* Appends the mentions of a scanned document, as entity_find does: the tagger's, which may use list for
 * what the rules find first, and of those the ones that it leaves room for and that a word list vouches for. */
void entity_model(struct tagger *t, const struct gazetteer *g, struct entity_scan *s, struct doc *d, struct entity_list *list);

/* Puts together and fills out the names that have small words within them. */
void entity_particles(const struct entity_scan *s, struct entity_list *list);

/* Sees which of the list's persons and places are firms, and which firms are persons. */
void entity_firms(const struct gazetteer *g, struct entity_scan *s, struct entity_list *list);

#endif
