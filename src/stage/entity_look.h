/* entity_look: what the rules ask of the token at a place i, which may lie beyond the sentence. */
#ifndef ENTITY_LOOK_H
#define ENTITY_LOOK_H

#include "entity_find.h"

static inline const struct token *
look_token(const struct finder *f, size_t i)
{
	return &f->scan->tokens.at[i];
}

static inline const struct gloss *
look_gloss(const struct finder *f, size_t i)
{
	return scan_gloss(f->scan, i);
}

/* A word with a capital. */
static inline bool
look_capital(const struct finder *f, size_t i)
{
	return i < f->end && (look_token(f, i)->flags & TOKEN_CAPITAL) != 0;
}

/* Has it that mark (MARK_PERSON, ...)? */
static inline bool
look_mark(const struct finder *f, size_t i, uint32_t mark)
{
	return i < f->end && (look_gloss(f, i)->marks & mark) != 0;
}

static inline bool
look_title_word(const struct finder *f, size_t i)
{
	return look_capital(f, i) && look_mark(f, i, MARK_TITLE);
}

/* A capital that a name explains, or may. */
static inline bool
look_like(const struct finder *f, size_t i)
{
	return i < f->end && look_gloss(f, i)->like != LIKE_NOT;
}

/* Does that list of words have it? */
static inline bool
look_has(const struct finder *f, size_t i, unsigned list)
{
	return i < f->end && gloss_has(look_gloss(f, i), list);
}

bool look_code(const struct finder *f, size_t i, uint32_t code);

/* No space before it. */
bool look_glued(const struct finder *f, size_t i);

/* A hyphen within a word. */
bool look_hyphen(const struct finder *f, size_t i);

/* "J." or "St." before a capital: an abbreviation's stop within a name. */
bool look_inner_stop(const struct finder *f, size_t i);

/* The type that a word gives the name it ends ("River"), or the words give the name they begin ("University of");
 * ENTITY_NONE if none. */
enum entity_type look_head_type(const struct finder *f, size_t i);
enum entity_type look_start_type(const struct finder *f, size_t i, size_t *taken);

/* Lists the tokens as a mention; valid until the next. */
struct mention *finder_add(struct finder *f, size_t first, size_t last, enum entity_type type, int score, const char *method);

#endif
