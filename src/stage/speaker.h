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

/* A document cut into tokens. */
struct speaker_text {
	const struct sentence *sentence; /* as doc_sentences has them */
	size_t sentences;
	const uint32_t *begin;           /* of each sentence, and behind them: its first token */
	const struct token *token;
	size_t tokens;
	struct vocab *vocab;             /* one for all documents */
	const struct numbers *number;    /* of each token, in vocab */
};

/* From the built-in lists of a language; NULL if it has none.  speaker_rules_free frees them. */
struct speaker_rules *speaker_rules_new(const char *lang);
void speaker_rules_free(struct speaker_rules *r);

void speaker_resolve(struct speaker_rules *r, struct doc *d, const struct speaker_text *text);

#endif
