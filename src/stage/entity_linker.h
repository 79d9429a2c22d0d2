/* entity_linker: what the linking knows of a document's names, and what it asks of a token. */
#ifndef ENTITY_LINKER_H
#define ENTITY_LINKER_H

#include "buf.h"
#include "entity.h"

/* Which mention stands for a word of a name: the last one before, or the first one behind. */
struct who {
	uint64_t hash;          /* 0: free */
	uint32_t before, first; /* mention numbers from 1; 0: none */
};

/* A person: the words of the fullest name, and the mention that has it. */
struct person {
	uint32_t full, brief; /* mention numbers: the longest name of two words or more, and the shortest */
	uint32_t first;       /* its first mention in full, in the text if there is one */
	uint32_t next;        /* number from 1 of another person with that last word; 0: none */
	uint32_t marked;      /* a mention with a middle initial or "Jr."; 0: none */
	uint32_t as;          /* the number from 1 of who is called so, too; 0: nobody */
	bool rival;           /* another person differs from this one by such marks alone */
	char gender;
	const struct entry *entry; /* the user's list's; NULL: none */
	struct slice id, name;     /* once the first of its mentions is linked */
};

/* The part of a mention that is the person's own name: no titles before it, no "Jr." or "FRS" behind. */
struct core {
	size_t first, last; /* tokens, half-open */
	size_t words;
	bool full;          /* given name and surname, or an initial */
};

struct linker {
	const struct gazetteer *gazetteer;
	const struct entity_scan *scan;
	struct doc *doc;
	struct entity_list *list;
	uint64_t *canonical; /* of each term, once it was asked for */
	struct who *who;
	size_t slots;
	struct person *person;
	size_t persons, person_cap;
	struct core *core; /* of each mention of a person */
	uint32_t *of;     /* the person's number from 1 of each mention; 0: none yet */
	struct buf key, folded;
};

static inline struct slice
linker_text(const struct linker *l, size_t i)
{
	return token_text(l->scan->text, &l->scan->tokens.at[i]);
}

static inline const struct gloss *
linker_gloss(const struct linker *l, size_t i)
{
	return scan_gloss(l->scan, i);
}

static inline bool
linker_word(const struct linker *l, size_t i)
{
	return l->scan->tokens.at[i].kind == TOKEN_WORD;
}

static inline bool
linker_initial(const struct linker *l, size_t i)
{
	return l->scan->tokens.at[i].end - l->scan->tokens.at[i].start == 1;
}

/* The hash of token i in the spelling, and of a given name in the fullness, that all its forms share: as noted, or found and noted. */
uint64_t linker_find_canonical(const struct linker *l, size_t i);

static inline uint64_t
linker_canonical(const struct linker *l, size_t i)
{
	uint64_t known = l->canonical[l->scan->number[i].term];

	return known != 0 ? known : linker_find_canonical(l, i);
}

#endif
