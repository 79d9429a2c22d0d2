/* sentence_lang: the languages that sentences are cut in, and which of them a text is written in. */
#ifndef SENTENCE_LANG_H
#define SENTENCE_LANG_H

#include <stdbool.h>

#include "buf.h"
#include "sentence_words.h"
#include "slice.h"

enum { LANG_DEFAULT = 0, LANG_COUNT = 10 };

/* The number of the language that "en", "EN" or "en-GB" names; -1 if there is none. */
int lang_of(struct slice code);
const char *lang_code(int lang);

/* Does it write "3." for third? */
bool lang_has_ordinals(int lang);

/* Is a quotation behind a colon a sentence of its own? */
bool lang_cuts_at_colon(int lang);

/* Function words of all languages: bit i of a word's classes is language i. */
struct lang_guess {
	struct words words;
	struct buf scratch;
};

/* Reads the built-in lists. */
void lang_guess_begin(struct lang_guess *g);
void lang_guess_end(struct lang_guess *g);

/* The language of text by its first few hundred words and their letters; -1 if they do not tell. */
int lang_guess(struct lang_guess *g, struct slice text);

#endif
