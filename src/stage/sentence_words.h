/* sentence_words: what a language says about its words, as bits behind a folded word.  An abbreviation is kept
 * with its stop, so that "no" and "no." are two words.  An entry that begins with a capital ("Gen.") speaks of words
 * that do; one that begins small speaks of both. */
#ifndef SENTENCE_WORDS_H
#define SENTENCE_WORDS_H

#include <stdbool.h>

#include "buf.h"
#include "intern.h"
#include "slice.h"

enum {
	WORD_JOIN = 1,     /* an abbreviation that never ends a sentence: Mr. */
	WORD_NUMBER = 2,   /* joins before a number: No. 3 */
	WORD_NAME = 4,     /* joins before a capital that begins no sentence: U.S. Army */
	WORD_END = 8,      /* often ends a sentence, joins before the small: etc. */
	WORD_START = 16,   /* a function word; capital, it begins a sentence */
	WORD_FUNCTION = 32, /* a function word that tells the language and no more */
	WORD_CUE = 64,     /* a verb of saying: "Why?" Smith asked */
	WORD_MONTH = 128,  /* an abbreviation of one joins where it opens the sentence */
	WORD_TIME = 256,   /* with WORD_END: a time, which a day or a zone may follow: 5 p.m. Tuesday */
	WORD_DAY = 512,    /* a day or a zone */
	WORD_HEAD = 1024,  /* a function word that does not follow a capital word within a name: She */
	WORD_CAPITAL = 2048, /* a function word that is capital within a sentence, too: I */
	WORD_CLOSING = 4096, /* ends a letter: Regards */
	WORD_UNIT = 8192,    /* an abbreviation that ends one behind a number: 30 min. */
	WORD_LABEL = 16384,  /* with a number it is a unit before a capital: Figure 2 */
	WORD_SHIFT = 16,
	WORD_ALL = (1 << WORD_SHIFT) - 1,
	WORD_ABBREVIATION = WORD_JOIN | WORD_NUMBER | WORD_NAME | WORD_END | WORD_UNIT
};

enum { WORD_BYTES_MAX = 48 };

/* A zeroed struct is an empty list. */
struct words {
	struct intern keys;  /* folded */
	unsigned *classes;   /* by a key's number: of any word; those of capital ones WORD_SHIFT bits higher */
	size_t cap;
	struct buf folded;   /* the word that is being added */
	uint32_t lens[32][32];       /* bits: lengths of words, by the low bits of their first two letters */
	uint32_t start_lens[32][32]; /* the same of those that begin a sentence */
};

/* Adds the entries of a list ("WORD TAB CLASS [TAB NOTE]"); returns 0, or the number of the first line (from 1)
 * that is none. */
size_t words_add(struct words *w, struct slice tsv);

/* Adds those words of a list that are function words, as bits. */
void words_add_function(struct words *w, struct slice tsv, unsigned bits);

/* The classes of a word as it is written; 0 if it is not known, or longer than WORD_BYTES_MAX.  scratch is used up. */
unsigned words_find(const struct words *w, struct slice word, struct buf *scratch);

/* The lengths that a WORD_START may have that begins at text[i], in an ASCII letter, as bits. */
static inline uint32_t
words_start_lens(const struct words *w, struct slice text, size_t i)
{
	if (i + 1 >= text.len || (unsigned char)text.at[i + 1] >= 0x80)
		return UINT32_MAX;
	return w->start_lens[text.at[i] & 31][text.at[i + 1] & 31];
}

void words_free(struct words *w);

#endif
