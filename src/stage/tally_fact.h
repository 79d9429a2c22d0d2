/* tally_fact: how a table is made: which facts a document tells, and what a key's facts become. */
#ifndef TALLY_FACT_H
#define TALLY_FACT_H

#include "buf.h"
#include "doc.h"

/* A fact as it is kept: "key TAB attribute TAB value", the key and value escaped; an attribute is one letter. */
struct fact {
	struct slice line;
	size_t count;
};

struct facts; /* a bag of them */

/* Adds a fact, met n times.  Key and value are escaped here. */
void facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n);

/* The value of a fact, as it stands; its attribute; its key. */
struct slice fact_value(const struct fact *f);
char fact_attribute(const struct fact *f);
struct slice fact_key(const struct fact *f);

/* A row as it is printed, and the numbers by which rows are ordered: greater first. */
enum { TALLY_ORDERS = 3 };

struct tally_row {
	struct buf text;
	size_t order[TALLY_ORDERS];
};

struct tally_kind {
	const char *name;
	const char *header; /* names of the columns, with tabs */
	void (*tell)(struct facts *f, struct doc *d);
	/* Appends the row of a key, without its newline; fact[0..n) are those of the key, in byte order. */
	void (*reduce)(struct tally_row *row, const struct fact *fact, size_t n);
};

extern const struct tally_kind tally_kinds[]; /* ended by one without a name */

#endif
