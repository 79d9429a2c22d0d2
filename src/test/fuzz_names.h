/* fuzz_names: a user's list of names, whatever is in it. */
#ifndef FUZZ_NAMES_H
#define FUZZ_NAMES_H

#include "fuzz_stages.h"

/* Looks for the names of a user's list, plain or compiled, in text; one that is damaged is refused. */
static inline void
fuzz_names(struct slice list, const char *text)
{
	struct stages *s = fuzz_stages();
	struct gazetteer *g = &s->entities.gazetteer;
	struct doc d = { 0 };

	if (gazetteer_add(g, list) != GAZETTEER_DAMAGED) {
		fuzz_text(&d, slice_from(text));
		fuzz_entities(s, &d);
		fuzz_rows(&d);
	}
	entity_scan_free(&s->entities.scan); /* what it knows of words, it knows of that list's */
	lexicon_free(g->user);
	g->user = NULL;
	doc_free(&d);
}

#endif
