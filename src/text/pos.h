/* pos: a light part of speech for each token: what closed classes, a word list, suffixes and capitals tell, narrowed
 * by the token before.  A word keeps every class that is still possible. */
#ifndef POS_H
#define POS_H

#include <stdbool.h>
#include <stdint.h>

#include "pos_key.h"
#include "slice.h"
#include "token.h"

enum {
	POS_DET = 1 << 0,
	POS_POSS = 1 << 1,
	POS_SUBJECT = 1 << 2, /* he, they, who */
	POS_OBJECT = 1 << 3,  /* him, them */
	POS_PREP = 1 << 4,
	POS_COORD = 1 << 5,
	POS_SUBORD = 1 << 6,
	POS_WH = 1 << 7,
	POS_BE = 1 << 8,
	POS_HAVE = 1 << 9,
	POS_DO = 1 << 10,
	POS_MODAL = 1 << 11,
	POS_NOT = 1 << 12,
	POS_ADV = 1 << 13,
	POS_TIME = 1 << 14,
	POS_NUMBER = 1 << 15,
	POS_ADJ = 1 << 16,
	POS_NOUN = 1 << 17,
	POS_PERSON = 1 << 18, /* a noun for who may speak */
	POS_SOURCE = 1 << 19, /* a noun for what may speak: a report, a ministry */
	POS_TITLE = 1 << 20,
	POS_NAME = 1 << 21,   /* capitalised where only names are */
	POS_BASE = 1 << 22,
	POS_THIRD = 1 << 23,  /* says */
	POS_PAST = 1 << 24,
	POS_PART = 1 << 25,
	POS_ING = 1 << 26,
	POS_CLITIC = 1 << 27, /* ’s */
	POS_JOIN = 1 << 28,   /* of: a noun phrase may go on behind it */
	POS_THAT = 1 << 29,
	POS_SINGLE = 1 << 30  /* a, this: no plural follows it */
};

#define POS_AUX (POS_BE | POS_HAVE | POS_DO | POS_MODAL)
#define POS_FINITE (POS_THIRD | POS_PAST)
#define POS_VERB (POS_BASE | POS_THIRD | POS_PAST | POS_PART | POS_ING)
#define POS_NOMINAL (POS_NOUN | POS_NAME | POS_PERSON | POS_SOURCE | POS_TITLE | POS_NUMBER)
#define POS_PRONOUN (POS_SUBJECT | POS_OBJECT)

struct pos_word {
	uint32_t is;    /* POS_ bits; 0 for marks and punctuation */
	uint16_t sense; /* what pos_enter was given; 0: nothing */
	uint16_t key;   /* the number of its set of key words, 0: none */
};

struct pos;

struct pos *pos_new(void);
void pos_free(struct pos *p);

/* Adds the entries of a word list (pos.tsv): a word, its classes, and a verb's irregular forms.  Returns 0, or the number of the
 * first line that is no such entry. */
size_t pos_load(struct pos *p, struct slice tsv);

/* Lets a folded word be `is` besides what it was; its first sense that is not 0 stays. */
void pos_enter(struct pos *p, struct slice word, uint32_t is, uint16_t sense);

/* Lets a folded word be of those KEY() classes besides those that it was of. */
void pos_key(struct pos *p, struct slice word, uint64_t of);

/* Enters all forms of a verb, inflected by rule; irregular: empty, or "PAST PARTICIPLE".  Where the list gave endings,
 * by those, or "PRESENT PAST PAST-PLURAL PARTICIPLE". */
void pos_verb(struct pos *p, struct slice base, struct slice irregular, uint16_t sense);

/* Enters a noun's plural, as if it were regular. */
void pos_noun(struct pos *p, struct slice singular, uint32_t is, uint16_t sense);

/* The sets of key words by their numbers; valid until more words are entered. */
const uint64_t *pos_keys(const struct pos *p);

/* What the list has under a word, in whatever case; zeros if nothing. */
struct pos_word pos_look(const struct pos *p, struct slice word);

/* The same of each of n tokens of the text, into out[0, n). */
void pos_look_up(const struct pos *p, struct slice text, const struct token *t, size_t n, struct pos_word *out);

/* What a token that the list has not can be by its ending. */
uint32_t pos_guess(const struct pos *p, struct slice text, const struct token *t);

/* Tags the n tokens of a sentence, or of a part of one, that have been looked up, in out[0, n): marks are zeros.  Has one of them
 * a sense?  begins: the first word may have its capital for its place; if not, a token of the text stands before t.  In title case
 * a capital tells nothing. */
bool pos_tag(const struct pos *p, struct slice text, const struct token *t, size_t n, bool begins, bool title_case,
    struct pos_word *out);

#endif
