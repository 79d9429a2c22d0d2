/* gazetteer: the lists of src/lexicon/LANG that name things, and those that tell what a word does in a name. */
#ifndef GAZETTEER_H
#define GAZETTEER_H

#include "affix.h"
#include "lexicon.h"

#define GAZETTEER_DAMAGED SIZE_MAX
#define GAZETTEER_ALONE (SIZE_MAX - 1)

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

/* What these lists say of a word, a bit each: bit WORD_... for each that has it, and behind them what its columns say. */
enum {
	/* a particle within a person's name, or within a phrase, or an article */
	MARK_PERSON = 1 << 9, MARK_PHRASE = 1 << 10, MARK_ARTICLE = 1 << 11,
	MARK_TITLE = 1 << 12,   /* a title that is no role */
	MARK_HONORIFIC = 1 << 13,
	MARK_COMPANY = 1 << 14, /* "Inc", "Ltd" */
	MARK_START = 15,        /* the bits of a head that begins a name: of an organisation, a place, something else */
	MARK_END = 18,          /* and of one that ends it */
	MARK_ENDS = 7 << MARK_END,
	MARK_NO_NAME = 1 << 21, /* of a gloss: its name is of those that are none */
	MARK_BEHIND = 1 << 22,  /* a particle behind a person's name: "Jr" */
	MARK_WITHIN = 1 << 23,  /* a particle that stands in names alone: "van" */
	MARK_SON = 1 << 24, MARK_OPENS = 1 << 25 /* and behind a given name: "bin"; of a gloss: a capital, and a sentence begins anew before it */
};

struct gazetteer {
	struct lexicon *names, *words;
	struct lexicon *variants; /* spellings and short forms of given names, and the one that ids are made of */
	struct lexicon *user;     /* names that go before the built-in ones; NULL: none */
	bool compiled;            /* user is a compiled list */
	struct lexicon *roles;    /* nouns for who may speak: class, key, gender */
	struct affixes trades, crafts; /* affixes.tsv: how words for what one does end, and those with which no name ends */
	const struct entry *country[26 * 26]; /* the entry that shows each country, by its code */
};

/* The built-in lists of a language. */
void gazetteer_open(struct gazetteer *g, const char *lang);
void gazetteer_close(struct gazetteer *g);

/* Takes a user's list, whose bytes must outlive g, before the first document is scanned; what several name is as the first has it.
 * 0; or the number of the first line that is no entry; or GAZETTEER_DAMAGED when a compiled list is not whole, or another kind of
 * machine's; or GAZETTEER_ALONE when it is not the only list. */
size_t gazetteer_add(struct gazetteer *g, struct slice list);

/* The longest name that begins at token i, a user's before a built-in one. */
const struct entry *gazetteer_name(const struct gazetteer *g, const uint64_t *hash, size_t n, size_t i, size_t *taken);

/* The same where gazetteer_first has returned `next` of token i; if it is a single token, NULL or that one. */
const struct entry *gazetteer_longer(const struct gazetteer *g, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken);

/* In *one the name that a token of that hash is by itself, a user's before a built-in one, or NULL; returns what lexicon_first does
 * of longer ones. */
uint32_t gazetteer_first(const struct gazetteer *g, uint64_t hash, const struct entry **one);

/* May a name begin with that word's letters and without a capital? */
static inline bool
gazetteer_lower(const struct gazetteer *g, struct slice word)
{
	return lexicon_lower(g->names, word) || (g->user != NULL && lexicon_lower(g->user, word));
}

/* Does the entry's word, beside a name ("before", "after", ...), tell that it is of the kind, as contexts.tsv has it? */
bool gazetteer_tells(const struct entry *e, const char *side, const char *kind);

/* Is a name a people's; and a country's capital or seat of government? */
bool gazetteer_demonym(const struct entry *e);
bool gazetteer_capital(const struct entry *e);

static inline bool
gazetteer_has(const struct entry *e, unsigned list)
{
	return e != NULL && (e->lists >> list & 1) != 0;
}

/* Does roles.tsv have the word of that hash in the class: "person", "org", ...? */
bool gazetteer_role(const struct gazetteer *g, uint64_t hash, const char *class);

/* The marks of the entry of a word, or of NULL. */
uint32_t gazetteer_marks(const struct entry *e);

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
