/* speaker: who each quotation's speaker is.  Reads a document's sentence, entity and quote rows, and fills the empty
 * speaker_id and speaker_name of its quote rows: a name by the entity that heads the mention; a pronoun or a
 * description ("the senator") by what the document tells of its persons; a source that is described and not named by
 * an id built from its country, institution and role.  Where the evidence is thin both stay empty. */
#ifndef SPEAKER_H
#define SPEAKER_H

#include "doc.h"
#include "token.h"
#include "vocab.h"

struct speaker_rules;

/* From the built-in lists of a language; NULL if it has none.  speaker_rules_free frees them. */
struct speaker_rules *speaker_rules_new(const char *lang);
void speaker_rules_free(struct speaker_rules *r);

/* tokens: those of all the document's sentences, one after the other; number: theirs in v, one vocab for all documents. */
void speaker_resolve(struct speaker_rules *r, struct doc *d, const struct token_list *tokens, struct vocab *v,
    const struct numbers *number);

#endif
