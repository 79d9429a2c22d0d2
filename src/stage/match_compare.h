/* match_compare: two wordings side by side: what governs the words that both have. */
#ifndef MATCH_COMPARE_H
#define MATCH_COMPARE_H

#include "match_frame.h"
#include "match_sense.h"

/* One of the two that are compared. */
struct side {
	struct frames frames;
	unsigned char *level;     /* of each word that governs, what its change makes */
	size_t from, end;         /* words of the sentences compared */
	size_t negations;         /* in them */
	size_t minuses;           /* of these, words that the other has not, and that have a negation in them */
	const uint32_t *other;    /* [stem] is turn: the other side has it */
	size_t cap;
};

/* The readers of match_sense.h. */
struct sense_reader {
	const struct quotations *all;
	struct side q, root;
	const uint32_t *to;
	uint32_t *in_q, *in_root; /* [stem] is turn: q has it, the root's sentences that were taken over have it */
	uint32_t turn;
	bool verbatim;            /* most words of content in the marks of q are the root's, in the same form */
	uint32_t *place;          /* [stem] in in_root: its only place in the root's sentences plus 1, 0 if it is in several */
};

/* How many words a side has; word i of them; is it its speaker's; has the other side none with its stem? */
size_t side_words(const struct side *s);
const struct word *side_word(const struct side *s, size_t i);
bool side_owns(const struct side *s, size_t i);
bool side_alone(const struct sense_reader *r, const struct side *s, size_t i);

/* Are word i of the quotation and word j of the root both said to be so if something else is, or both so in any case? */
bool same_case(const struct sense_reader *r, size_t i, size_t j);

/* Notes what a change of the word at a place, plus 1, makes, unless a graver one is known; 0 is no place. */
void side_mark(struct side *s, uint32_t place, enum level level);

/* Marks the names, numbers and days that stand elsewhere in the other, or otherwise. */
void compare_places(struct sense_reader *r);

#endif
