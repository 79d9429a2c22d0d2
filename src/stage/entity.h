/* entity: finds the names of a document and types them.  In three steps, each a function of what the one before
 * gives: entity_scan reads the document, entity_find (by rules) or another tagger lists mentions, entity_link says
 * who they are.  entity_add makes rows of them. */
#ifndef ENTITY_H
#define ENTITY_H

#include <stdbool.h>

#include "doc.h"
#include "entity_gloss.h"
#include "gazetteer.h"
#include "token.h"
#include "vocab.h"

enum entity_type { ENTITY_NONE, ENTITY_PERSON, ENTITY_ORG, ENTITY_PLACE, ENTITY_GROUP, ENTITY_MISC, ENTITY_TYPES };

/* "person", "org", ...; ENTITY_NONE for another name. */
const char *entity_type_name(enum entity_type type);
enum entity_type entity_type_of(struct slice name);

/* How a sentence wears its capitals. */
enum entity_style { STYLE_NORMAL, STYLE_TITLE, STYLE_UPPER };

struct entity_sentence {
	size_t first, last; /* tokens, half-open */
	size_t capital;     /* where its part of the scan's capitals begins */
	size_t heads;       /* behind its last capital that may end a name ("Bank"); 0: none */
	enum role role;
	enum entity_style style;
	bool small;         /* a listed name begins without a capital: "al-Orla" */
};

struct mention {
	size_t first, last;  /* tokens, half-open */
	size_t start, end;   /* bytes */
	enum entity_type type;
	const char *method;  /* "lexicon", "rule", "model" */
	const struct entry *entry; /* the list's entry for it, or NULL */
	bool open;           /* what stands round it was weighed: another type may yet win */
	int score[ENTITY_TYPES];
	int confidence;      /* percent */
	char gender;         /* 'm', 'f', or 0 */
	uint32_t vote;       /* where the rules count its namesakes' */
	struct slice id, name; /* in the document's arena once linked; empty: unknown */
};

struct entity_list {
	struct mention *at;
	size_t len, cap;
};

struct entity_scan {
	struct slice text;
	struct token_list tokens;
	struct vocab vocab;
	struct numbers *number; /* of each token */
	uint64_t *hash;      /* of each token near a capital, folded; 0 elsewhere */
	uint32_t *gloss_of;  /* of each token: which gloss it has */
	struct gloss *gloss; /* the first is of nothing */
	size_t glosses, number_cap, hash_cap, gloss_of_cap, gloss_cap, near_cap;
	uint32_t *capital;   /* the tokens with a capital, in order */
	size_t capitals, capital_cap;
	const struct sentence *span; /* doc_sentences */
	uint32_t *begin;     /* of each, and behind them: its first token */
	size_t spans, begin_cap;
	uint32_t *near;      /* of the sentence being looked up, the tokens that are */
	struct entity_sentence *sentence;
	struct vote *vote;   /* open addressing; a power of two of slots */
	size_t sentences, sentence_cap, vote_slots, vote_cap;
	struct seen *seen;   /* of each fold (numbers.fold) that has a capital somewhere */
	uint64_t *doubtful;  /* bits: the terms that write one of them without a capital */
	struct vocab_notes seen_notes, doubtful_notes, canonical_notes;
	bool lower_case;     /* the author has no use for capitals */
	struct entity_list rules; /* what the rules found, where a model has the last word */
};

static inline struct gloss *
scan_gloss(const struct entity_scan *s, size_t i)
{
	return &s->gloss[s->gloss_of[i]];
}

/* The lists, and the scan that one document after another uses. */
struct entity_rules {
	struct gazetteer gazetteer;
	struct entity_scan scan;
};

/* Cuts the document's sentences into tokens and looks every one up.  s may have served another document, with the same g. */
void entity_scan(const struct gazetteer *g, struct doc *d, struct entity_scan *s);
void entity_scan_free(struct entity_scan *s);

/* Appends the mentions that the rules find, ordered by start, none overlapping. */
void entity_find(const struct gazetteer *g, struct entity_scan *s, struct entity_list *list);

/* Gives the mentions ids and names, in d's arena. */
void entity_link(const struct gazetteer *g, struct entity_scan *s, struct doc *d, struct entity_list *list);

/* Adds an entity row for every mention. */
void entity_add(struct doc *d, const struct entity_list *list);

/* Appends a mention for every entity row that the document came with, to be linked and no more. */
void entity_given(const struct entity_scan *s, const struct doc *d, struct entity_list *list);

/* Fills the empty ids and names of these rows. */
void entity_fill(struct doc *d, const struct entity_list *list);

#endif
