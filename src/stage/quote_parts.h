/* quote_parts: what is at work in the quote stage, and what its files do for one another. */
#ifndef QUOTE_PARTS_H
#define QUOTE_PARTS_H

#include "doc.h"
#include "quote_cue.h"
#include "quote_found.h"
#include "quote_look.h"
#include "quote_phrase.h"

/* What stands before the colon of a paragraph: nothing, "BERG", "Q" or "A", "Anna Berg". */
enum turn { TURN_NONE, TURN_CAPITALS, TURN_QUESTION, TURN_NAME };

struct quote {
	struct pos *pos;
	struct cue *cue;
	size_t cues, cue_cap;
	struct token_list token;             /* of a page, as all down to para */
	struct pos_word *pos_word;
	size_t pos_cap;
	struct cut *cut;
	size_t cuts, cut_cap;
	struct unit *unit;
	size_t unit_cap;
	uint32_t *cue_unit;
	size_t cue_unit_cap;
	uint32_t *mark;
	size_t mark_cap;
	struct marked *marked;
	size_t nmarked, marked_cap;
	struct para *para;
	size_t paras, para_cap;
	struct found *found;
	size_t nfound, found_cap;
	uint32_t groups;
	struct count *count;                 /* of each group; in the document's arena */
	size_t told;                         /* of what was found, how many have been looked at to become rows */
	uint32_t numbers;                    /* given to quotations */
	unsigned least;                      /* hundredths of confidence that a row needs */
	struct arena without_rows;           /* the document's, before the first row was added */
	struct range last_speaker, last_cue; /* of the last quotation of the paragraph before; empty: it has none */
	struct slice last_stance;
	const struct sentence *sentence_before; /* the last of the paragraph before */
	bool led_out;                        /* ... behind which that paragraph goes on: “...,” Berg said. */
	struct range pending_speaker, pending_cue; /* of a paragraph that ended in a colon */
	enum turn transcript;                /* by what its paragraphs tell who speaks */
	bool open;                           /* the last paragraph's quotation never closed */
};

/* quote_verb: where the words of a cue that begins at unit v end ("point out"); 0 if they do not stand there before unit b. */
size_t quote_cue_end(const struct para *p, size_t v, size_t b, const struct cue *cue);

/* quote_verb: the use of the cue at unit v of the sentence [a, b); false if it is none. */
bool quote_verb(const struct para *p, size_t a, size_t b, size_t v, const struct cue *cue, struct use *use);

/* quote_bare: can a base form be a verb here: with a helper, behind a plural, or "and" and before a clause, as in "they note that it was small,
 * and caution that ..."? */
bool quote_bare(const struct para *p, const struct use *use, bool helped);

/* quote_subject: the subject of the verb's group, with apposition; empty where it has none of its own. */
void quote_subject_of(const struct para *p, struct use *use);

/* quote_share: whose words a verb without a subject of its own tells; empty where nobody is found. */
void quote_share(const struct para *p, struct use *use);

/* The same of a verb at unit start; false if there is none. */
bool quote_subject(const struct para *p, size_t a, size_t start, size_t *who, size_t *end);

/* quote_subject: "papers seen by the Post state": the end of the noun phrase of which a participle tells before the verb at end;
 * 0 if there is none. */
size_t quote_head_told(const struct para *p, size_t a, size_t end);

/* quote_left, quote_right: what the cue attributes, before it or behind.  False if nothing was found. */
bool quote_left(struct para *p, const struct use *use);
bool quote_right(struct para *p, const struct use *use);
bool quote_inner(const struct para *p, const struct use *use);

/* quote_behind: “...,” said X: does the speaker stand behind the verb?  Notes who it is. */
bool quote_behind(const struct para *p, struct use *use);

/* The end of a speaker named behind the verb at unit i, with apposition: "said X, head of Y." */
size_t quote_mention_end(const struct para *p, size_t i, size_t b);

/* "noted in the ministry", "said in the message": does what speaks stand behind the preposition at unit i? */
bool quote_in_source(const struct para *p, size_t i, size_t b);

/* quote_object: the object at unit r, and what is said of it. */
bool quote_object(struct para *p, const struct use *use, size_t r);

/* The same of a participle at unit v: what its agent calls the object. */
bool quote_named(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue);

/* The end of a noun phrase that is itself what was said: "denied the report in the Times". */
size_t quote_noun_end(const struct para *p, size_t i, size_t b);

/* "in a recent interview", "in her letter": does unit k begin where or when it was said? */
bool quote_occasion(const struct para *p, size_t k, size_t b);

/* Does a name in marks begin at unit e; or another, behind the one that ends there? */
bool quote_labelled(const struct para *p, size_t e, size_t b);
bool quote_next_label(const struct para *p, size_t e, size_t b);

/* Is unit i a preposition that the cue takes? */
bool quote_takes_prep(const struct para *p, const struct use *use, size_t i);

/* quote_noun: "according to Berg", "Berg’s claim that"; quote_colon: headlines and colons; quote_rest: marked stretches that no
 * cue has claimed. */
bool quote_prep(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue);
bool quote_noun(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue);
void quote_colon(struct para *p, size_t a, size_t b);
void quote_after_colon(struct para *p, size_t a, size_t b);
void quote_pending(struct para *p);
/* A paragraph that is the signature of the quotation before it. */
void quote_signed(struct para *p);
void quote_rest(struct para *p);

/* quote_this: a sentence that says whose words the one before it tells. */
bool quote_this(struct para *p, const struct use *use);

/* Notes for the next paragraph whose words the last quotation was, of those found from number first on. */
void quote_remember(struct para *p, size_t first);

/* The cue where no word of saying stands: a colon, or marks alone. */
extern const struct cue quote_no_verb;

/* quote_add: notes units [from, to) as said; trims marks and stops at its ends. */
struct found *quote_add(struct para *p, const struct use *use, size_t from, size_t to, enum rule rule);

/* quote_turn: a transcript, by what its paragraphs begin with; and a paragraph that is a turn of it, which is noted. */
enum turn quote_transcript(const struct quote *q, struct slice text, const struct sentence *s, size_t n);
bool quote_turn(struct para *p, const struct sentence *s);

/* quote_row: rows from what was found. */
void quote_rows(struct quote *q, struct doc *d, double min_confidence);

#endif
