/* quote_unit: a paragraph as units: words with what clings to them, marks, and all that stands in quotation marks. */
#ifndef QUOTE_UNIT_H
#define QUOTE_UNIT_H

#include "doc.h"
#include "pos.h"
#include "token.h"

enum unit_kind {
	UNIT_WORD, UNIT_QUOTE, UNIT_COMMA, UNIT_COLON, UNIT_SEMI, UNIT_DASH, UNIT_STOP, UNIT_OTHER
};

enum { UNIT_CAPITAL = 1, UNIT_FIRST = 2 /* of its sentence */, UNIT_UPPER = 4 };

/* A word with what clings to it ("front-runner", "Berg (R-Ohio)"), a mark, or all that stands in quotation marks. */
struct unit {
	uint32_t start, end; /* bytes in the text */
	uint32_t is;         /* POS_ bits */
	uint32_t mark;       /* which stretch, if UNIT_QUOTE */
	uint16_t sense;      /* first cue of this word; 0: none */
	uint8_t kind;
	uint8_t flags;
};

enum {
	MARKED_SINGLE = 1, MARKED_OPEN = 2 /* never closes */, MARKED_CAPITAL = 4, MARKED_ENDED = 8 /* , . ! ? inside */,
	MARKED_FINITE = 16 /* holds a verb */, MARKED_USED = 32, MARKED_GOES_ON = 64, /* the paragraph before never closed */
	MARKED_COMMA = 128 /* ends in a comma inside */
};

/* A stretch in quotation marks, the outermost. */
struct marked {
	uint32_t start, end;    /* with its marks */
	uint32_t inner, inner_end;
	uint32_t token, token_end; /* tokens inside */
	uint16_t words;
	uint8_t flags;
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
	struct token *token;
	struct pos_word *pos; /* of each token */
	size_t tokens;
	struct cut *cut;      /* of each sentence */
	uint32_t *mark;       /* the tokens that are quotation marks, in order */
	size_t marks;
	struct unit *unit;
	size_t n;
	uint32_t *cue;        /* the units that may be a cue, in order */
	size_t cues;
	struct marked *marked;
	size_t nmarked;
	enum role role;
	bool headline; /* by its role, or one sentence that opens the article */
};

/* Is unit i a word of one of these classes? */
static inline bool
unit_has(const struct para *p, size_t i, uint32_t classes)
{
	return p->unit[i].kind == UNIT_WORD && (p->unit[i].is & classes);
}

static inline struct marked *
unit_marked(const struct para *p, size_t i)
{
	return &p->marked[p->unit[i].mark];
}

/* Is unit i this word, lower case and plain ASCII, in whatever case? */
static inline bool
unit_is(const struct para *p, size_t i, const char *word)
{
	const struct unit *u = &p->unit[i];
	size_t n = strlen(word);

	if (u->end - u->start != n || (p->text.at[u->start] | 0x20) != word[0] || u->kind != UNIT_WORD)
		return false;
	for (size_t k = 1; k < n; k++)
		if ((p->text.at[u->start + k] | 0x20) != word[k])
			return false;
	return true;
}

#endif
