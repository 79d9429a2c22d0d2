/* gazetteer: the lists of src/lexicon/LANG that name things, and those that tell what a word does in a name. */
#ifndef GAZETTEER_H
#define GAZETTEER_H

#include "lexicon.h"

/* Lists of names: `names` below holds them. */
enum {
	GAZ_COUNTRY, /* code, relation */
	GAZ_PLACE,   /* kind, country */
	GAZ_ORG,     /* kind, country, canonical name */
	GAZ_GROUP,   /* canonical name */
	GAZ_THING,   /* kind */
	GAZ_PERSON,  /* gender */
	GAZ_USER     /* type, id, canonical name */
};

/* Lists of words: `words` holds them. */
enum {
	WORD_TITLE,     /* kind, gender */
	WORD_GIVEN,     /* gender */
	WORD_SURNAME,
	WORD_ORGHEAD,   /* position, kind */
	WORD_PLACEHEAD, /* position, kind */
	WORD_COMMON,
	WORD_CONTEXT,   /* side, type, weight */
	WORD_PARTICLE,  /* person or phrase */
	WORD_MISCHEAD   /* position */
};

struct gazetteer {
	struct lexicon *names, *words;
	struct lexicon *variants; /* spellings and short forms of given names, and the one that ids are made of */
	bool lower[1024];         /* a name begins with these two letters, without a capital: gazetteer_pair */
	const struct entry *country[26 * 26]; /* the entry that shows each country, by its code */
};

/* The built-in lists of a language, and a user's list (.at NULL: none), whose bytes must outlive it.  Returns
 * 0, or the number of the user's first line that is no entry. */
size_t gazetteer_open(struct gazetteer *g, const char *lang, struct slice user);
void gazetteer_close(struct gazetteer *g);

static inline bool
gazetteer_has(const struct entry *e, unsigned list)
{
	return e != NULL && (e->lists >> list & 1) != 0;
}

/* The index of a word's first two bytes in gazetteer.lower. */
static inline size_t
gazetteer_pair(struct slice word)
{
	return (size_t)(word.at[0] & 31) << 5 | (size_t)(word.len > 1 ? word.at[1] & 31 : 0);
}

/* The first entry of e's word that comes from that list; NULL if none. */
static inline const struct entry *
gazetteer_from(const struct entry *e, unsigned list)
{
	if (!gazetteer_has(e, list))
		return NULL;
	while (e->list != list)
		e = e->next;
	return e;
}

/* The entry that shows the country of that code ("kp"); NULL if none. */
const struct entry *gazetteer_country(const struct gazetteer *g, struct slice code);

#endif
