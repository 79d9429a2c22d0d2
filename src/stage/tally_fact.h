/* tally_fact: how a table is made: which facts a document tells, and what a key's facts become. */
#ifndef TALLY_FACT_H
#define TALLY_FACT_H

#include "buf.h"
#include "doc.h"
#include "match_word.h"

/* A fact of a key.  Key and value are escaped; an attribute is one letter. */
struct fact {
	struct slice key, value;
	size_t count;
	char attribute;
};

struct facts; /* a bag of them */

/* Adds a fact, met n times.  Key and value are not escaped; they must live until facts_settle. */
void facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n);
void facts_settle(struct facts *f);

/* The words of English, for what is compared by them; they live as long as f. */
struct vocabulary *facts_vocabulary(struct facts *f);

/* A row as it is printed, and the numbers by which rows are ordered: greater first. */
enum { TALLY_ORDERS = 3 };

struct tally_row {
	struct buf text;
	size_t columns;
	size_t order[TALLY_ORDERS];
};

struct tally_kind {
	const char *name;
	const char *header; /* names of the columns, with tabs */
	void (*tell)(struct facts *f, struct doc *d);
	/* The only key that a document tells of; NULL if it tells of several. */
	struct slice (*key)(struct doc *d);
	/* Makes other facts of those of a key, which are then reduced in their place; may be NULL. */
	void (*regroup)(struct facts *f, const struct fact *fact, size_t n);
	bool apart; /* of these, each value of a key makes a row of its own */
	/* Appends the row of a key, without its newline; fact[0..n) are those of the key, in byte order. */
	void (*reduce)(struct tally_row *row, const struct fact *fact, size_t n);
};

extern const struct tally_kind tally_kinds[]; /* ended by one without a name */

/* Attributes.  One letter means the same in every table. */
enum {
	DOCUMENT = 'd', OUTLET = 'o', QUOTATION = 'q', SPEAKER = 's', STANCE = 't', FORM = 'f',
	WORDING = 'w', STATEMENT = 'm', NAME = 'n', TYPE = 'y', ANONYMOUS = 'a', MENTION = 'e', COPY = 'c', SHARED = 'h',
	VERBATIM = 'v'
};

/* How many different values, not empty, an attribute has. */
size_t facts_different(const struct fact *fact, size_t n, char attribute);

/* How often an attribute was met, with that value or, if it is NULL, with any. */
size_t facts_met(const struct fact *fact, size_t n, char attribute, const char *value);

/* The value met most often that is not empty, of equals the first by bytes; empty if there is none. */
struct slice facts_commonest(const struct fact *fact, size_t n, char attribute);

/* The longest value. */
struct slice facts_longest(const struct fact *fact, size_t n, char attribute);

/* Appends a column, behind a tab if it is not the first of the row. */
void column_add(struct tally_row *row, struct slice s);
void column_number(struct tally_row *row, size_t n);

/* Values made of several: joined by tabs, escaped as any value is; part i of one, still escaped. */
struct slice value_join(struct arena *arena, const struct slice *part, size_t n);
struct slice value_part(struct slice value, size_t i);

/* Cuts the next part off a value, which is NULL behind its last. */
struct slice value_next(struct slice *rest);

/* What the rows of a document share. */
struct context {
	struct facts *facts;
	struct doc *doc;
	struct slice outlet, published;
};

/* A document without a source is an outlet of its own. */
struct context context_of(struct facts *f, struct doc *d);
void context_add(const struct context *c, struct slice key, char attribute, struct slice value);

/* The next row, from i on, that begins a quotation: those that a cue splits are counted once. */
size_t context_quote(const struct context *c, size_t i);

/* The same, of those that somebody made. */
size_t context_said(const struct context *c, size_t i);

/* The text of the quotation that a row begins, all of its parts that follow one another. */
struct slice context_wording(const struct context *c, size_t first);

/* The name of the speaker, else the words. */
struct slice row_speaker(const struct row *r);

/* Those of tally_statement.c: what is told by statement, and of that what pairs of outlets are made of. */
void statement_tell(struct facts *f, struct doc *d);
void statement_reduce(struct tally_row *row, const struct fact *fact, size_t n);
void carrier_tell(struct facts *f, struct doc *d);

/* Those of tally_cross.c and tally_conflict.c: made of what several keys have in common. */
void pair_regroup(struct facts *f, const struct fact *fact, size_t n);
void pair_reduce(struct tally_row *row, const struct fact *fact, size_t n);
void conflict_tell(struct facts *f, struct doc *d);
void conflict_regroup(struct facts *f, const struct fact *fact, size_t n);
void conflict_reduce(struct tally_row *row, const struct fact *fact, size_t n);

#endif
