/* match_quote: a quotation as match-quotes knows it, and the pools that hold those of a whole stream. */
#ifndef MATCH_QUOTE_H
#define MATCH_QUOTE_H

#include "doc.h"
#include "instant.h"
#include "intern.h"
#include "match_cut.h"
#include "match_speaker.h"
#include "match_word.h"

enum relation { RELATION_SAME, RELATION_TRIMMED, RELATION_ALTERED, RELATION_FRAGMENT, RELATION_PARAPHRASE };

/* A word of a quotation: its number in the vocabulary, whether it stands in marks, whether a sentence begins with it, whether it
 * is written as names are, whether it stands within such words: "front-runner" in "Republican front-runner Ada Holm". */
#define QUOTED 0x80000000u
#define FIRST 0x40000000u
#define NAMED 0x20000000u
#define TITLED 0x10000000u
#define WORD_OF(w) ((w) & ~(QUOTED | FIRST | NAMED | TITLED))

#define NOBODY UINT32_MAX

struct quotation {
	uint64_t id;          /* of the statement; set for roots alone */
	size_t word;          /* the first of its words in the pool */
	uint32_t words;
	uint32_t doc;         /* number of its document in the stream */
	uint32_t start;       /* where it begins in the document */
	uint32_t speaker;     /* in the pool of speakers; NOBODY if not known */
	uint32_t noun;        /* that describes a speaker without a name, as a stem: "nurse"; NO_NOUN */
	int32_t day;          /* since 1970-01-01; NO_DAY if not known */
	uint32_t weight;      /* of its content words, each stem once */
	uint32_t core;        /* of those in marks */
	uint32_t quoted;      /* words in marks */
	uint32_t rank;        /* place among all by fullness: the fullest first */
	uint32_t parent;      /* the quotation that it was joined to; itself if none */
	uint32_t root;        /* the fullest wording of its statement */
	enum form form;
	enum relation relation;
	uint8_t similarity;   /* per cent, to the root */
	bool headline : 1;    /* stands in a title or a heading */
	bool negated : 1;     /* it has a negation or, reported, is denied; not both */
	bool traced : 1;      /* its speaker is told by a pronoun */
	bool denied : 1;      /* its speaker denies it, or the reporter negates it before the marks; the latter if texts are kept */
};

/* A word as it is written, and where it stands in its document. */
struct place {
	struct slice text;
	uint32_t start;
};

struct quotations {
	struct vocabulary vocabulary;
	struct intern speakers;
	struct speaker *speaker;
	size_t speaker_cap;
	struct quotation *at;
	size_t len, cap;
	uint32_t *word;
	size_t words, word_cap, place_cap;
	bool keeps_text;         /* where words stand is kept too */
	struct place *place;     /* of each word in the pool */
	struct slice *doc;       /* ids */
	size_t docs, doc_cap;
	struct arena arena;
	struct cut cut;
};

/* The rows of one quotation: row[0] and, where a cue splits it, those that follow. */
struct parts {
	size_t *row;
	size_t len;
};

/* The quotations of a document by number, then place, without those that are no statements; rows without a number stand alone.  In its
 * arena. */
struct parts *quotation_parts(struct doc *d, size_t *n);

void quotations_begin(struct quotations *all, const struct lexicon *classes, const char *lang);

/* Adds a document's quotations, in the order of quotation_parts. */
void quotations_add(struct quotations *all, struct doc *d);

/* Weighs words and quotations, once all have been added. */
void quotations_weigh(struct quotations *all);
void quotations_free(struct quotations *all);

/* Word i of a quotation: its number in the vocabulary, and what is known of it. */
static inline uint32_t
quotation_number(const struct quotations *all, const struct quotation *q, size_t i)
{
	return WORD_OF(all->word[q->word + i]);
}

static inline const struct word *
quotation_word(const struct quotations *all, const struct quotation *q, size_t i)
{
	return &all->vocabulary.word[quotation_number(all, q, i)];
}

/* Who said it, or NULL. */
const struct speaker *quotation_speaker(const struct quotations *all, const struct quotation *q);

const char *relation_name(enum relation relation);

#endif
