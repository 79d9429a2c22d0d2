/* lexicon: a word list in memory.  A list is TSV: an entry of one or more words, then columns that
 * the list's comment head (lines of "#") explains.  Words are compared folded (utf8_fold) and cut as
 * token_cut cuts them, so "Kim Jong-un" is four tokens. */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>

#include "slice.h"
#include "token.h"

struct lexicon;

struct entry {
	struct slice word;    /* as the list writes it */
	struct slice *column; /* the columns behind it */
	size_t columns;
	struct entry *next;   /* another entry of the same folded word; in the list's order */
};

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *l);

/* Adds the entries of a list, whose bytes must outlive l, with at least min_columns columns behind the
 * word.  Returns 0, or the number of the first line (from 1) that is no such entry. */
size_t lexicon_add(struct lexicon *l, struct slice tsv, size_t min_columns);

/* The entry of a word or phrase, folded; NULL if none. */
const struct entry *lexicon_find(const struct lexicon *l, struct slice word);

/* The longest entry that begins at tokens[i], and in *taken its number of tokens; NULL if none. */
const struct entry *lexicon_longest(const struct lexicon *l, struct slice text,
    const struct token *tokens, size_t n, size_t i, size_t *taken);

/* The bytes of the list built in from src/lexicon/LANG/NAME.tsv; .at NULL if there is none. */
struct slice lexicon_builtin(const char *lang, const char *name);

#endif
