/* entity_scan: what the files of the scan share; entity.h has what others see. */
#ifndef ENTITY_SCAN_H
#define ENTITY_SCAN_H

#include "entity.h"

/* What the whole document shows of a folded word that has a capital somewhere. */
struct seen {
	uint16_t lower;   /* times written without a capital; stays at its greatest */
	uint16_t capital; /* times with a capital that only a name explains */
	bool person;      /* part of a person's full name */
	bool title;   /* a title that stands before a person's name, and is no part of it */
	bool firm;    /* a firm's name, or the first word of one */
	bool surname;     /* the last word of one that the model has found */
	bool borne;       /* a group's name elsewhere, and a person's here */
	bool event;       /* the last word of a storm's name */
	bool elder;       /* a firm that is named before any person of that surname */
	uint8_t met;      /* in how many walks over the mentions such a person has been met */
};

/* Notes how the document writes each of its capitalised words, and says of each whether it is like a name. */
void scan_words(struct entity_scan *s);

/* Is the entry's spelling met by the text's?  "US" is no "us", "DOE" no "Doe", "Turkey" no "turkey". */
bool scan_spelt(const struct entry *e, struct slice text, bool lower_case);

/* The last word of a person's name from token first to before last, but for "Jr" and "III". */
static inline size_t
scan_surname(const struct entity_scan *s, size_t first, size_t last)
{
	enum { NUMERAL = 4 }; /* letters */
	size_t i = last - 1;

	while (i > first && (s->tokens.at[i].kind != TOKEN_WORD || (scan_gloss(s, i)->marks & MARK_BEHIND) != 0 ||
	    ((s->tokens.at[i].flags & ~s->tokens.at[first].flags & TOKEN_UPPER) != 0 && s->tokens.at[i].end - s->tokens.at[i].start <= NUMERAL)))
		i--;
	return i;
}

/* Sees to it that the tokens from first to before last are hashed. */
static inline void
scan_hash(struct entity_scan *s, size_t first, size_t last)
{
	for (size_t i = first; i < last; i++)
		s->hash[i] = s->vocab.term[s->number[i].term].hash;
}

/* Where the sentence's part of s->capital ends. */
static inline size_t
scan_capitals_end(const struct entity_scan *s, const struct entity_sentence *t)
{
	return t + 1 < s->sentence + s->sentences ? t[1].capital : s->capitals;
}

#endif
