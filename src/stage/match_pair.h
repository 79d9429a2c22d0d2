/* match_pair: how alike two quotations are, and whether that makes them one statement. */
#ifndef MATCH_PAIR_H
#define MATCH_PAIR_H

#include "match_quote.h"

#define BITS(n) ((uint32_t)(16 * (n))) /* as a weight */

/* What two quotations share.  Weights are in 1/16 bit, shares in thousandths. */
struct likeness {
	uint32_t shared;      /* weight of the content words of both */
	uint32_t stems;       /* how many these are */
	uint32_t plain;       /* weight of those that no name is made of */
	uint32_t cover;       /* share of the lighter one that this is */
	uint32_t rest;        /* the same, without the numbers if no number is shared */
	uint32_t overlap;     /* share of both together */
	uint32_t run;         /* weight of the heaviest common run of words */
	uint32_t run_words;   /* its length */
	uint32_t row;         /* the length of the longest one that has a content word */
	uint32_t core;        /* share of the words in marks of the one that the other has too; of both, the greater */
	uint32_t core_weight; /* weight of these words */
	enum kin kin;
	bool apart;           /* both are told by described sources, in two articles and with different nouns */
	uint32_t days;        /* between them; 0 if not known */
	bool dated;           /* both days are known */
	uint32_t spread;      /* quotations that share as much on other occasions */
	uint32_t slogan;      /* of them, those in which it is a part of a longer wording in marks */
	bool equal;           /* they are the same words, some of them in marks */
	bool one_doc;
	bool beside;          /* they stand beside each other in it */
	bool headline;        /* one of them stands in a headline */
	bool negation;        /* one of them is negated, the other is not */
	bool numbers;         /* both have numbers, and none in common */
	bool reported;        /* neither has words in marks */
	bool marks;           /* both have words in marks */
	bool direct;          /* both are all in marks */
	bool word;            /* one of them has but one word in marks */
};

/* Working memory for comparing one quotation with many. */
struct comparer;

struct comparer *comparer_new(const struct quotations *all);
void comparer_free(struct comparer *c);

/* The quotation that comparer_like compares others with. */
void comparer_set(struct comparer *c, const struct quotation *q);

/* All is 0 if no rule asks for more: if they share very little, or if two speakers said it on two occasions. */
void comparer_like(struct comparer *c, const struct quotation *other, struct likeness *l);

/* Are their speakers one?  Sources that are described otherwise in two articles are not, but for a country's officials. */
enum kin quotation_kin(const struct quotations *all, const struct quotation *a, const struct quotation *b);

/* How surely they are one statement: 0 if not. */
enum { LIKENESS_MOST = 1000 };

unsigned likeness_score(const struct likeness *l);

#endif
