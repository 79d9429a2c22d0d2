/* lexicon: a word list in memory.  A list is TSV: an entry of one or more words, then columns that
 * the list's comment head (lines of "#") explains.  Words are compared folded (utf8_fold) and cut as
 * token_cut cuts them, so "Kim Jong-un" is four tokens. */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"
#include "token.h"

struct lexicon;

struct entry {
	struct slice word;    /* as the list writes it */
	struct slice *column; /* the columns behind it */
	size_t columns;
	struct entry *next;   /* another entry of the same folded word; in the list's order */
	unsigned list;        /* which list it came from: what lexicon_add_list was told, or 0 */
	unsigned lists;       /* bit 1 << list of every entry of the same folded word; on the first of them */
};

struct lexicon *lexicon_new(void);
void lexicon_free(struct lexicon *l);

/* Adds the entries of a list, whose bytes must outlive l, with at least min_columns columns behind the
 * word.  Returns 0, or the number of the first line (from 1) that is no such entry. */
size_t lexicon_add(struct lexicon *l, struct slice tsv, size_t min_columns);

/* The same, for entries that shall be known as those of list number `list`, below 32. */
size_t lexicon_add_list(struct lexicon *l, struct slice tsv, size_t min_columns, unsigned list);

/* The same, for entries of one column or more that fit; one that does not is no entry. */
size_t lexicon_add_if(struct lexicon *l, struct slice tsv, unsigned list, bool (*fits)(const struct entry *e));

/* Appends l as the bytes of a compiled list, which lexicon_packed takes as they are, from a mapped file.  False if the lines are more
 * than 4 GB. */
bool lexicon_pack(const struct lexicon *l, struct buf *out);

/* Is that the beginning of a compiled list? */
bool lexicon_is_packed(struct slice bytes);

/* The lexicon of a compiled list, whose bytes must outlive it and to which nothing can be added; NULL if they are none, or were
 * made on another kind of machine.  Only entries that lexicon_add_if would have taken are known. */
struct lexicon *lexicon_packed(struct slice bytes, unsigned list, bool (*fits)(const struct entry *e));

/* The entry of a word or phrase, folded; NULL if none. */
const struct entry *lexicon_find(const struct lexicon *l, struct slice word);

/* The longest entry that begins at tokens[i], and in *taken its number of tokens; NULL if none. */
const struct entry *lexicon_longest(const struct lexicon *l, struct slice text,
    const struct token *tokens, size_t n, size_t i, size_t *taken);

/* The hash of one token, folded: who asks several lexicons, or often, computes it once. */
uint64_t lexicon_hash(struct slice token);

/* As lexicon_longest, from the hashes of the n tokens. */
const struct entry *lexicon_longest_hashed(const struct lexicon *l, const uint64_t *hash, size_t n, size_t i, size_t *taken);

/* The longest entry of two tokens or more, with what lexicon_first has returned for the first; NULL if none is met. */
const struct entry *lexicon_longer(const struct lexicon *l, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken);

/* In *one the entry of the token alone, or NULL.  Returns the bits (lexicon_next) of the tokens with which longer ones may go on
 * behind it; 0 if there are none. */
uint32_t lexicon_first(const struct lexicon *l, uint64_t hash, const struct entry **one);

/* The bit of a token of that hash. */
static inline uint32_t
lexicon_next(uint64_t hash)
{
	return UINT32_C(1) << (hash >> 59);
}

/* A quick look at the word that begins at text[i]: false only if no entry begins with it. */
bool lexicon_may_start(const struct lexicon *l, struct slice text, size_t i);

/* A longer look: false only if the words from text[i] on, where a word begins, match no entry within text. */
bool lexicon_may_match(const struct lexicon *l, struct slice text, size_t i);

/* May an entry begin with that word's letters and without a capital? */
bool lexicon_lower(const struct lexicon *l, struct slice word);

/* The bytes of the list built in from src/lexicon/LANG/NAME.tsv; .at NULL if there is none. */
struct slice lexicon_builtin(const char *lang, const char *name);

/* Appends the languages that have a list of that name, a blank before each. */
void lexicon_languages(const char *name, struct buf *out);

#endif
