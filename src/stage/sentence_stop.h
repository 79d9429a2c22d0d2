/* sentence_stop: what stands round a stop: the word before it, the marks that close behind it, and the word that
 * follows.  Each reading looks at a bounded stretch beside the white space and the stops that it passes. */
#ifndef SENTENCE_STOP_H
#define SENTENCE_STOP_H

#include <stdbool.h>

#include "buf.h"
#include "sentence_words.h"
#include "slice.h"

enum stop_kind { STOP_FULL, STOP_ASK, STOP_ELLIPSIS };

enum next_kind { NEXT_NONE, NEXT_UPPER, NEXT_LOWER, NEXT_DIGIT, NEXT_MARK };

enum {
	STOP_QUOTED = 1,    /* a quotation mark closes behind the stop */
	STOP_BRACKETED = 2, /* a bracket closes behind it */
	STOP_GAP = 4,       /* white space before it */
	STOP_SPACED = 8,    /* white space behind it */
	STOP_OPENED = 16,   /* a quotation mark or bracket opens before the next word */
	STOP_DASHED = 32,   /* a dash stands before the next word */
	STOP_BULLET = 64    /* a bullet stands before the next word */
};

struct stop {
	enum stop_kind kind;
	unsigned flags;
	size_t at;          /* its first byte */
	size_t past;        /* past its stops */
	size_t end;         /* past the marks that close behind it: where a sentence would end */
	size_t begin;       /* where the next would begin; the block's end if nothing follows */
	size_t word;        /* the word before is [word, at) */
	unsigned classes;   /* of that word with its stop, where it is one "." */
	enum next_kind next;
	size_t next_word;
};

/* Reads the stop at text[i], a byte of ". ! ?" or of "…", in the block text[start, end).  open_quote: a straight
 * quotation mark is open there.  scratch is used up. */
void stop_read(struct stop *s, const struct words *words, struct slice text, size_t start, size_t end,
    size_t i, bool open_quote, struct buf *scratch);

/* White space at text[i], and that which ends before it: the bytes of one, else 0. */
size_t stop_space(struct slice text, size_t i);
size_t stop_space_before(struct slice text, size_t i);

/* What a mark does. */
enum mark { MARK_NO, MARK_QUOTE, MARK_OPEN, MARK_CLOSE, MARK_DASH, MARK_BULLET, MARK_ASK };

/* The mark at text[i] and its length in *len; MARK_NO for everything else. */
enum mark stop_mark(struct slice text, size_t i, size_t *len);

/* The first byte of the word that ends at `at`, not before start and at most 48 bytes away. */
size_t stop_word(struct slice text, size_t start, size_t at);

/* The end of the letters and digits at text[i], not beyond end and at most 48 bytes away. */
size_t stop_word_end(struct slice text, size_t i, size_t end);

#endif
