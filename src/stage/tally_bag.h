/* tally_bag: the facts that a table is made of, counted.  A zeroed struct is an empty bag; facts_free ends it. */
#ifndef TALLY_BAG_H
#define TALLY_BAG_H

#include "intern.h"
#include "match_word.h"
#include "tally_fact.h"

/* A fact in sixteen bytes: the numbers of its key and value among the strings, that of the key plus 1, its attribute, and how
 * often it was met. */
struct met {
	uint32_t key, value;
	uint64_t attribute : 8, count : 56;
};

enum { FACTS_WAIT = 32 };

/* A fact that was added and not yet looked up: where it will be looked for is on its way from memory. */
struct waiting {
	struct slice key, value;
	size_t count;
	struct met met;
	unsigned char attribute;
};

struct facts {
	struct intern strings;
	struct waiting waiting[FACTS_WAIT];
	size_t nwaiting;
	uint32_t last[UINT8_MAX + 1]; /* the last value of each attribute; of 0, the last key */
	struct met *met;     /* a hash table, a key of 0 is a free place; from facts_order on a list */
	size_t n, slots;
	const struct slice **order; /* the strings, escaped by then, in byte order: once facts_order was called */
	struct arena escaped;
	struct fact *group;
	size_t group_cap;
	struct lexicon *words; /* NULL until they are asked for */
	struct vocabulary vocabulary;
};

/* Ends the adding. */
void facts_order(struct facts *f);

/* The facts of one key, from number `from` on: keys in byte order, of a key its attributes, of these their values.  Where values
 * are apart: those of one key and value, ordered by both.  Gives their number, 0 at the end, and them in *fact until the next
 * call. */
size_t facts_next(struct facts *f, size_t from, bool apart, const struct fact **fact);

void facts_free(struct facts *f);

#endif
