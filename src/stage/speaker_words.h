/* speaker_words: the word lists by which speakers are told. */
#ifndef SPEAKER_WORDS_H
#define SPEAKER_WORDS_H

#include <stdbool.h>

#include "affix.h"
#include "lexicon.h"
#include "vocab.h"

struct speaker_rules {
	struct lexicon *roles;   /* roles.tsv */
	struct lexicon *given;   /* givennames.tsv, genders.tsv: name, gender */
	struct lexicon *surnames; /* surnames.tsv */
	struct lexicon *persons; /* persons.tsv: name, gender */
	struct lexicon *nations; /* nations.tsv, countries.tsv: words, code, relation */
	struct lexicon *small;   /* smallwords.tsv: word, classes */
	struct affixes plural, members, person, past; /* affixes.tsv */
	struct nation { struct slice code, name; } *nation; /* the name that is shown of each code */
	size_t nnation, nation_cap;
	struct vocab_notes hints;     /* of each term that is HEARD_ROLE: which */
	struct vocab_notes unnamed;   /* bits: the terms that are SMALL_UNNAMED */
	struct vocab *vocab;
	const struct numbers *number; /* of the tokens of the document that is read */
};

/* To be called for each document: the numbers of its tokens. */
void speaker_rules_begin(struct speaker_rules *r, struct vocab *v, const struct numbers *number);

/* What was found out of a term, wherever it stands, once it was asked for. */
enum {
	HEARD = 1,
	HEARD_ROLE = 2,  /* roles have it or its singular, or begin with it */
	HEARD_NATION = 4 /* so do nations */
};

/* Finds that out. */
void speaker_hear(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i);

static inline const struct term *
speaker_term(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i)
{
	const struct term *term = &r->vocab->term[r->number[i].term];

	if (term->heard == 0)
		speaker_hear(r, text, tokens, i);
	return term;
}

enum noun_class { NOUN_NONE, NOUN_PERSON, NOUN_ORG, NOUN_DOCUMENT };

struct noun {
	enum noun_class class;
	bool plural;
	char gender;      /* 'm', 'f' or 0 */
	struct slice word; /* singular, as the list has it */
	struct slice key;  /* what it adds to an id */
	size_t taken;      /* tokens */
};

/* The noun that a word is by itself. */
struct noun noun_of(const struct speaker_rules *r, struct slice word);

/* The longest entry of roles that begins at tokens[i], or NULL, and in *noun the noun that it is; *taken its tokens. */
const struct entry *role_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i,
    size_t *taken, struct noun *noun);

/* The noun that begins at tokens[i], singular or plural; its class is NOUN_NONE if there is none. */
static inline struct noun
noun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i)
{
	struct noun noun = { .class = NOUN_NONE };
	size_t taken;

	if ((speaker_term(r, text, tokens, i)->heard & HEARD_ROLE) != 0)
		role_at(r, text, tokens, n, i, &taken, &noun);
	return noun;
}

/* The first of e and those behind it that is of that class; NULL if none. */
const struct entry *role_of(const struct entry *e, const char *class);

/* The entry of class title or institution that begins at tokens[i], or NULL; *taken its tokens. */
const struct entry *role_entry(const struct speaker_rules *r, const char *class, struct slice text,
    const struct token *tokens, size_t n, size_t i, size_t *taken);

/* The entry of nations whose name, demonym, capital or seat begins at tokens[i], or NULL; *taken its tokens. */
const struct entry *nation_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n,
    size_t i, size_t *taken);

/* The name of a country by its code; empty if there is none. */
struct slice nation_name(const struct speaker_rules *r, struct slice code);

enum pronoun { PRONOUN_NONE, PRONOUN_HE, PRONOUN_SHE, PRONOUN_IT, PRONOUN_THEY, PRONOUN_WHO, PRONOUN_OTHER };

/* Classes of small words, a bit each: smallwords.tsv tells what for. */
enum {
	SMALL_PREP = 1 << 0, SMALL_OFFICE = 1 << 1, SMALL_CLAUSE = 1 << 2, SMALL_IDLE = 1 << 3, SMALL_PART = 1 << 4,
	SMALL_DEFINITE = 1 << 5, SMALL_AREA = 1 << 6, SMALL_BASED = 1 << 7, SMALL_ARTICLE = 1 << 8, SMALL_DETERMINER = 1 << 9,
	SMALL_ONE = 1 << 10, SMALL_SOME = 1 << 11, SMALL_THE = 1 << 12, SMALL_AND = 1 << 13, SMALL_WHO = 1 << 14,
	SMALL_VERB = 1 << 15, SMALL_REPLY = 1 << 16, SMALL_UNNAMED = 1 << 17, SMALL_GOVERNMENT = 1 << 18,
	SMALL_COUNTRY = 1 << 19, SMALL_COMPANY = 1 << 20, SMALL_OF = 1 << 21, SMALL_BEHIND = 1 << 22, SMALL_FORMER = 1 << 23, SMALL_OR = 1 << 24,
	SMALL_AGE = 1 << 25, SMALL_BELONGS = 1 << 26, SMALL_ELDER = 1 << 27, SMALL_YOUNGER = 1 << 28
};

/* Is token i, in any case, a small word of one of those classes?  Is the word? */
static inline bool
small_at(const struct speaker_rules *r, size_t i, uint32_t of)
{
	return (r->vocab->term[r->number[i].term].small & of) != 0;
}

bool small_is(const struct speaker_rules *r, struct slice word, uint32_t of);

/* Which pronoun token i is, in any of its forms ("him", "her", "himself"); PRONOUN_OTHER: I, we, you. */
static inline enum pronoun
pronoun_at(const struct speaker_rules *r, size_t i)
{
	return (enum pronoun)r->vocab->term[r->number[i].term].pronoun;
}

#endif
