/* speaker: who the speaker of each quotation is. */
#ifndef SPEAKER_H
#define SPEAKER_H

#include "entity.h"

/* Fills the speaker_id and speaker_name of d's quote rows where they are empty and the text tells: the mention in
 * the speaker's span, the one that a pronoun or "the official" goes back to, or anon: for a source that is
 * described and not named.  entities: the document's, linked and ordered by start; rules->scan: of this document. */
void speaker_resolve(const struct entity_rules *rules, struct doc *d, const struct entity_list *entities);

#endif
