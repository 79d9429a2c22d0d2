/* speaker_words: the word lists by which speakers are told. */
#ifndef SPEAKER_WORDS_H
#define SPEAKER_WORDS_H

#include <stdbool.h>

#include "lexicon.h"
#include "vocab.h"

struct speaker_rules {
	struct lexicon *roles;   /* roles.tsv */
	struct lexicon *given;   /* givennames.tsv: name, gender */
	struct lexicon *surnames; /* surnames.tsv */
	struct lexicon *persons; /* persons.tsv: name, gender */
	struct lexicon *nations; /* nations.tsv, countries.tsv: words, code, relation */
	struct nation { struct slice code, name; } *nation; /* the name that is shown of each code */
	size_t nnation, nation_cap;
	struct vocab_notes hints;     /* of each term of the document that is read: what was found out of it */
	const struct vocab *vocab;
	const struct numbers *number; /* of its tokens */
};

/* To be called for each document: the numbers of its tokens. */
void speaker_rules_begin(struct speaker_rules *r, const struct vocab *v, const struct numbers *number);

enum noun_class { NOUN_NONE, NOUN_PERSON, NOUN_ORG, NOUN_DOCUMENT };

struct noun {
	enum noun_class class;
	bool plural;
	char gender;      /* 'm', 'f' or 0 */
	struct slice word; /* singular, as the list has it */
	struct slice key;  /* what it adds to an id */
	size_t taken;      /* tokens */
};

/* The noun that begins at tokens[i], singular or plural; its class is NOUN_NONE if there is none. */
struct noun noun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i);

/* The longest entry of roles that begins at tokens[i], or NULL, and in *noun the noun that it is; *taken its tokens. */
const struct entry *role_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i,
    size_t *taken, struct noun *noun);

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

/* Lists of small words, a bit each. */
enum {
	SMALL_PREP = 1,      /* may stand between a name and what it is of */
	SMALL_OFFICE = 2,    /* "Secretary of State": so may an office go on */
	SMALL_CLAUSE = 4,    /* what describes, and does not name, begins with it */
	SMALL_IDLE = 8,      /* may stand between a name and the end of its phrase, and changes nothing */
	SMALL_PART = 16,     /* "of" behind it: so many of them */
	SMALL_DEFINITE = 32,
	SMALL_AREA = 64,     /* "Inner": part of what has another name */
	SMALL_VERB = 128     /* verbs without the ending of the past */
};

/* Is tokens[i], in any case, one of those lists? */
bool small_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i, unsigned lists);

/* Which pronoun a word is, in any of its forms ("him", "her", "himself"); PRONOUN_OTHER: I, we, you. */
enum pronoun pronoun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i);

/* Is the word one of those of a list, in any case?  words: NULL-terminated. */
bool word_in(struct slice word, const char *const *words);

#endif
