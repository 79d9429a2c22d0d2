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

/* The first of e and those behind it that is of that class; NULL if none. */
const struct entry *role_of(const struct entry *e, const char *class);

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

/* Is the word, in any case, one of those classes? */
bool small_is(const struct speaker_rules *r, struct slice word, uint32_t of);

#endif
