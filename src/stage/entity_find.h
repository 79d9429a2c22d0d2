/* entity_find: what the files of the rules share; entity.h has what others see. */
#ifndef ENTITY_FIND_H
#define ENTITY_FIND_H

#include "entity.h"

struct finder {
	const struct gazetteer *gazetteer;
	struct entity_scan *scan;
	struct entity_list *list;
	size_t from;       /* of the list's mentions, the first of this document */
	const struct entity_sentence *sentence;
	size_t first, end; /* tokens of the sentence */
	size_t capital;    /* of the scan's capitals, the next to look at */
};

/* Rules 4 and 5, of entity_person.c: the tokens they take at i, or 0. */
size_t rule_title(struct finder *f, size_t i);
size_t rule_person(struct finder *f, size_t i);

/* Adds to m's scores what its words and its neighbours tell. */
void entity_evidence(const struct finder *f, struct mention *m);

/* Takes from the mentions what they teach of the document's words. */
void entity_learn(struct finder *f);

/* Decides on each mention's type, by its own scores and those of its namesakes, and drops what stays doubtful. */
void entity_settle(struct finder *f);

#endif
