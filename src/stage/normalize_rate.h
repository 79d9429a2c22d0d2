/* normalize_rate: how likely a misread sequence is what it seems: by what it would be, by what it looks like
 * now, and by what stands beside it. */
#ifndef NORMALIZE_RATE_H
#define NORMALIZE_RATE_H

#include "normalize_misread.h"

enum script {
	SCRIPT_NONE, /* punctuation, symbols, digits */
	SCRIPT_LATIN,
	SCRIPT_GREEK,
	SCRIPT_CYRILLIC,
	SCRIPT_HEBREW,
	SCRIPT_ARABIC,
	SCRIPT_SOUTH, /* Devanagari to Thai and Georgian */
	SCRIPT_EAST,  /* ideographs, kana, Hangul */
	SCRIPT_RARE   /* letters of any other script, or such as no newspaper uses */
};

/* The script of a letter in use today. */
enum script rate_script(uint32_t code);

/* Points of a sequence in text; before and behind are the sequences that adjoin it, or NULL. */
unsigned rate_misread(struct slice text, const struct misread *m, const struct misread *before, const struct misread *behind);

#endif
