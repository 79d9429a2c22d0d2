/* quote_unit: a paragraph as units: words with what clings to them, marks, and all that stands in quotation marks. */
#ifndef QUOTE_UNIT_H
#define QUOTE_UNIT_H

#include "doc.h"
#include "pos.h"
#include "token.h"

enum unit_kind {
	UNIT_WORD, UNIT_QUOTE, UNIT_COMMA, UNIT_COLON, UNIT_SEMI, UNIT_DASH, UNIT_STOP, UNIT_OTHER
};

enum { UNIT_CAPITAL = TOKEN_CAPITAL, UNIT_UPPER = TOKEN_UPPER, UNIT_FIRST = 4 /* of its sentence */ };

/* A word with what clings to it ("front-runner", "Berg (R-Ohio)"), a mark, or all that stands in quotation marks. */
struct unit {
	uint32_t start, end; /* bytes in the text */
	uint32_t is;         /* POS_ bits */
	uint32_t mark;       /* which stretch, if UNIT_QUOTE */
	uint16_t sense;      /* first cue of this word; 0: none */
	uint16_t key;        /* see pos_keys */
	uint8_t kind;
	uint8_t flags;
};

enum {
	MARKED_SINGLE = 1, MARKED_OPEN = 2 /* never closes */, MARKED_CAPITAL = 4, MARKED_ENDED = 8 /* , . ! ? inside */,
	MARKED_FINITE = 16 /* holds a verb */, MARKED_USED = 32, MARKED_GOES_ON = 64, /* the paragraph before never closed */
	MARKED_COMMA = 128, /* ends in a comma inside */
	MARKED_PREDICATE = 256 /* begins with a verb, or an adverb and one: “strongly condemned” */
};

/* A stretch in quotation marks, the outermost. */
struct marked {
	uint32_t start, end;    /* with its marks */
	uint32_t inner, inner_end;
	uint32_t token, token_end; /* tokens inside */
	uint32_t unit;          /* its own */
	uint16_t words;
	uint16_t flags;
};

/* A sentence of the paragraph: where its tokens end, and with which unit it begins (0: within one of a sentence before).
 * Of one that is idle, and reports nothing, all is one unit. */
struct cut {
	uint32_t token_end, unit;
	bool idle;
};

struct quote;

/* A paragraph at work. */
struct para {
	struct quote *q;
	struct slice text;
	const uint64_t *keys; /* pos_keys */
	struct token *token;
	struct pos_word *pos; /* of each token */
	size_t tokens;
	struct cut *cut;      /* of each sentence */
	uint32_t *mark;       /* the tokens that are quotation marks, in order; while they are paired */
	size_t marks;
	struct unit *unit;
	size_t n;
	uint32_t *cue;        /* the units that may be a cue, in order */
	size_t cues;
	struct marked *marked;
	size_t nmarked, first_marked; /* ... of the page */
	const struct sentence *sentence;
	size_t sentences;
	enum role role;
	bool headline; /* by its role, or one sentence that opens the article */
};

/* quote_unit: the first stretch in marks whose unit is i or stands behind it. */
size_t unit_next_marked(const struct para *p, size_t i);

#endif
