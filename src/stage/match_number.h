/* match_number: several words that make one number: "twenty-five", "four hundred", "1.5 million". */
#ifndef MATCH_NUMBER_H
#define MATCH_NUMBER_H

#include "match_cut.h"
#include "match_word.h"

/* The number that is being read; a zeroed struct is none. */
struct number {
	uint64_t done, open; /* in millionths: the groups behind which a scale stood, and the one that it may still multiply */
	uint64_t last;       /* the last word's, plain */
	size_t end;          /* of that word in the text; 0 if there is none */
};

/* Reads a word: class and stem are what the vocabulary has for it.  Is it a further word of the number before it? */
bool number_goes_on(struct number *n, const struct cut_word *w, enum word_class is, struct slice stem);

/* Writes "4.2m", "38bn" out in digits; what is no such number stays. */
void number_spell_out(struct buf *b);

/* Appends the number in digits, "1500000". */
void number_write(const struct number *n, struct buf *b);

#endif
