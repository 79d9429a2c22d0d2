/* sentence_lang: the languages that sentences are cut in, and which of them a text is written in. */
#ifndef SENTENCE_LANG_H
#define SENTENCE_LANG_H

#include <stdbool.h>

#include "buf.h"
#include "sentence_words.h"
#include "slice.h"

enum { LANG_MOST = WORD_SHIFT };

struct lang {
	const char *code;     /* "en" */
	struct slice letters; /* that few of the others write, two bytes each */
	bool ordinals;        /* "3." is third */
	bool colon;           /* a quotation behind a colon is a sentence of its own */
};

struct langs {
	struct lang at[LANG_MOST];
	int len;
};

/* The languages whose folder in src/lexicon has a list sentence-words. */
void langs_find(struct langs *l);

/* The number of the language that "en", "EN" or "en-GB" names; -1 if there is none. */
int langs_named(const struct langs *l, struct slice code);

/* Function words of all languages: bit i of a word's classes is language i. */
struct lang_guess {
	const struct langs *langs;
	struct words words;
	struct buf scratch;
};

/* Reads the lists of langs, which must outlive g. */
void lang_guess_begin(struct lang_guess *g, const struct langs *langs);
void lang_guess_end(struct lang_guess *g);

/* The language of text by its first few hundred words and their letters; -1 if they do not tell. */
int lang_guess(struct lang_guess *g, struct slice text);

#endif
