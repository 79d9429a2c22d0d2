/* fuzz_document: a document through all stages. */
#ifndef FUZZ_DOCUMENT_H
#define FUZZ_DOCUMENT_H

#include "fuzz_stages.h"

/* The map stages behind normalize, and match-quotes on the document alone. */
static inline void
fuzz_document(struct doc *d)
{
	struct stages *s = fuzz_stages();
	struct match *match;

	splitter_doc(s->splitter, d);
	fuzz_rows(d);
	quote_find(s->quote, d, 0);
	fuzz_rows(d);
	fuzz_entities(s, d);
	fuzz_rows(d);
	match = match_new(s->words, "en", true);
	match_add(match, d);
	match_run(match, 0);
	match_fill(match, d);
	match_free(match);
	fuzz_rows(d);
}

#endif
