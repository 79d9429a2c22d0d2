/* sentence_evidence: what the rest of the document tells of a word that stands at a doubtful stop. */
#ifndef SENTENCE_EVIDENCE_H
#define SENTENCE_EVIDENCE_H

#include <stdbool.h>

#include "slice.h"

struct evidence {
	bool small;  /* it is seen in small letters */
	bool inside; /* and capital behind a small word or a comma, as a name is */
	bool plain;  /* as it is written, and no stop behind it */
};

/* How many times a document's bytes may be looked through for it. */
enum { EVIDENCE_PASSES = 8 };

/* Looks through text for other places of word, whose case is folded.  *left: bytes that may still be looked through; when
 * they do not suffice there is no evidence. */
struct evidence evidence_of(struct slice text, struct slice word, size_t *left);

/* Does word, its first letter small or capital, stand elsewhere with a full stop behind it where the sentence goes on, before a small word or a
 * comma? */
bool evidence_joins(struct slice text, struct slice word, size_t *left);

#endif
