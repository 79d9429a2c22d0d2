/* speaker_phrase: what kind of phrase a speaker's mention is, and what heads it. */
#ifndef SPEAKER_PHRASE_H
#define SPEAKER_PHRASE_H

#include "speaker_scene.h"

enum phrase_kind {
	PHRASE_UNKNOWN,
	PHRASE_NAMED,    /* "Sen. Ada Holm of Lund", "Holm and Berg" */
	PHRASE_PRONOUN,
	PHRASE_PERSON,   /* "the senator", "an unnamed official" */
	PHRASE_PEOPLE,   /* "officials", "some voters" */
	PHRASE_ORG,      /* "the ministry", "Holm's campaign" */
	PHRASE_DOCUMENT, /* "a poll", "the report" */
	PHRASE_COUNTRY   /* "the Finnish government", "Helsinki" */
};

enum { PHRASE_NAMES = 4 };

struct phrase {
	enum phrase_kind kind;
	enum pronoun pronoun;
	size_t first, last;          /* tokens of the mention, half-open */
	size_t core;                 /* its core ends before this token: before a comma, preposition or clause */
	size_t name[PHRASE_NAMES];   /* figures that head it */
	size_t names;
	struct noun noun;            /* the noun that heads it */
	size_t head;                 /* its token */
	bool definite;               /* the, that, his … */
	bool one, some;              /* of the many that the noun tells of */
	bool member;                 /* one of a group that has a name: "the Iowa Democrat" */
	size_t owner;                /* the figure that owns it ("Holm's aides"), or whose it is; SIZE_MAX: none */
	bool affiliated;             /* owner is a house, or who stands behind a preposition: it makes nobody definite */
	size_t called;               /* what a source is called ends before this token */
	size_t row;                  /* one more than the row of the quotation that it is the speaker of */
	size_t words;                /* byte where the quotation begins that it is the speaker of */
	size_t beside;               /* a figure named right before it who is not meant; SIZE_MAX: none */
	struct slice country;        /* code of the country that it names; empty if none */
	struct slice institution;    /* key of the institution that it names */
};

void phrase_read(const struct scene *s, size_t start, size_t end, struct phrase *p);

/* Finds where the core ends. */
void phrase_core(const struct scene *s, struct phrase *p);

/* A group's name that heads the phrase stands for the group; where it is one of its members, or some, the phrase is theirs. */
void phrase_members(const struct scene *s, struct phrase *p);

/* "The Serb" says where one is from, and "the Serbian minister" who one is. */
bool phrase_native(const struct scene *s, const struct phrase *p);

/* "Norway, Sweden and Denmark": is the mention a list of three names or more?  Then all of them head it. */
bool phrase_list(const struct scene *s, struct phrase *p);

/* "she and Holm", "Holm or Strand", "Mr and Mrs Holm": nobody is named where not all, or not one alone, is. */
void phrase_some(const struct scene *s, struct phrase *p);

/* A word with a capital that is the surname of one person named before names that person. */
void phrase_surname(const struct scene *s, struct phrase *p);

/* "The DGP" is Director General of Police Ada Holm, if one such office was named. */
void phrase_acronym(const struct scene *s, struct phrase *p);

/* Finds the country and the institution of which the mention tells; "the Finnish government", "Helsinki" speak for the country. */
void phrase_place(const struct scene *s, struct phrase *p);

/* "The Kremlin" is a place too where it was taken for a house. */
bool phrase_names_place(const struct figure *f);

/* "A spokesman for Nordbank": the house whose a described source is becomes its owner. */
void phrase_house(const struct scene *s, struct phrase *p);

/* "The elder Holm" is the one of two who has "Sr.", or not "Jr."; else nobody. */
void phrase_elder(const struct scene *s, struct phrase *p);

/* A name in apposition to a singular noun heads the phrase. */
void phrase_apposition(const struct scene *s, struct phrase *p);

/* Does a possessive follow the name, before token end?  And makes a figure one of those that head the phrase. */
bool phrase_owns(const struct scene *s, const struct sighting *t, size_t end);
void phrase_name(struct phrase *p, size_t figure);

#endif
