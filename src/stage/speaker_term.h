/* speaker_term: what the lists of speaker_words have for the tokens of the document that is read. */
#ifndef SPEAKER_TERM_H
#define SPEAKER_TERM_H

#include "speaker_words.h"

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

/* The entry of class title or institution that begins at tokens[i], or NULL; *taken its tokens. */
static inline const struct entry *
role_entry(const struct speaker_rules *r, const char *class, struct slice text, const struct token *tokens, size_t n, size_t i,
    size_t *taken)
{
	struct noun noun;

	*taken = 0;
	if ((speaker_term(r, text, tokens, i)->heard & HEARD_ROLE) == 0)
		return NULL;
	return role_of(role_at(r, text, tokens, n, i, taken, &noun), class);
}

/* The entry of nations whose name, demonym, capital or seat begins at tokens[i], or NULL; *taken its tokens. */
static inline const struct entry *
nation_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken)
{
	*taken = 0;
	if ((tokens[i].flags & TOKEN_CAPITAL) == 0 || (speaker_term(r, text, tokens, i)->heard & HEARD_NATION) == 0)
		return NULL;
	return lexicon_longest(r->nations, text, tokens, n, i, taken);
}

/* Is token i, in any case, a small word of one of those SMALL_ classes? */
static inline bool
small_at(const struct speaker_rules *r, size_t i, uint32_t of)
{
	return (r->vocab->term[r->number[i].term].small & of) != 0;
}

/* Which pronoun token i is, in any of its forms ("him", "her", "himself"); PRONOUN_OTHER: I, we, you. */
static inline enum pronoun
pronoun_at(const struct speaker_rules *r, size_t i)
{
	return (enum pronoun)r->vocab->term[r->number[i].term].pronoun;
}

#endif
