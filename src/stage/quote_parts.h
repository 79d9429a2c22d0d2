/* quote_parts: a paragraph at work, as the files of the quote stage share it. */
#ifndef QUOTE_PARTS_H
#define QUOTE_PARTS_H

#include "doc.h"
#include "pos.h"
#include "quote_cue.h"
#include "quote_found.h"
#include "token.h"

enum unit_kind {
	UNIT_WORD, UNIT_QUOTE, UNIT_COMMA, UNIT_COLON, UNIT_SEMI, UNIT_DASH, UNIT_STOP, UNIT_OTHER
};

enum { UNIT_CAPITAL = 1, UNIT_FIRST = 2 /* of its sentence */, UNIT_UPPER = 4 };

/* A word with what clings to it ("front-runner", "Rubio (R-Fla.)"), a mark, or all that stands in quotation marks. */
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

/* A paragraph at work. */
struct para {
	struct quote *q;
	struct slice text;
	struct token *token;
	struct pos_word *pos; /* of each token */
	size_t tokens;
	struct unit *unit;
	size_t n;
	struct marked *marked;
	size_t nmarked;
	enum role role;
};

struct quote {
	struct pos *pos;
	struct cue *cue;
	size_t cues, cue_cap;
	struct token_list token;
	struct pos_word *pos_word;
	size_t pos_cap;
	struct unit *unit;
	size_t nunit, unit_cap;
	struct marked *marked;
	size_t nmarked, marked_cap;
	struct found *found;
	size_t nfound, found_cap;
	uint32_t groups;
	struct range last_speaker, last_cue; /* of the quotation before, in this document */
	struct slice last_stance;
	struct range pending_speaker, pending_cue; /* of a paragraph that ended in a colon */
	bool open;                           /* the last paragraph's quotation never closed */
};

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

/* quote_mark: pairs the marks of the paragraph. */
void quote_mark(struct para *p);

/* quote_unit: makes its units. */
void quote_unit(struct para *p, const struct sentence *s, size_t n);

/* quote_phrase: phrases among units. */
size_t phrase_left(const struct para *p, size_t a, size_t end);
size_t phrase_right(const struct para *p, size_t i, size_t b);
size_t phrase_whole(const struct para *p, size_t i, size_t b);
size_t phrase_adverbs(const struct para *p, size_t i, size_t b);
bool phrase_comma(const struct para *p, size_t i);
size_t phrase_inserted(const struct para *p, size_t i, size_t b);
bool phrase_finite(const struct para *p, size_t i, size_t b);
bool phrase_opens_clause(const struct para *p, size_t i, size_t b);
size_t phrase_clause_end(const struct para *p, size_t i, size_t b, bool inner);

/* quote_verb: the use of the cue at unit v of the sentence [a, b); false if it is none. */
bool quote_verb(const struct para *p, size_t a, size_t b, size_t v, const struct cue *cue, struct use *use);

/* The subject, with apposition, that ends before unit start; false if there is none. */
bool quote_subject(const struct para *p, size_t a, size_t start, size_t *who, size_t *end);

/* quote_frame: what the cue attributes.  False if nothing was found. */
bool quote_left(struct para *p, const struct use *use);
bool quote_right(struct para *p, const struct use *use);

/* quote_rest: headlines, colons, "according to", and marked stretches that no cue has claimed. */
bool quote_prep(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue);
bool quote_noun(struct para *p, size_t a, size_t b, size_t v, const struct cue *cue);
void quote_colon(struct para *p, size_t a, size_t b);
void quote_after_colon(struct para *p, size_t a, size_t b);
void quote_pending(struct para *p);
void quote_rest(struct para *p);

/* Notes units [from, to) as said; trims marks and stops at its ends. */
struct found *quote_add(struct para *p, const struct use *use, size_t from, size_t to, enum rule rule);

/* quote_row: rows from what was found. */
void quote_rows(struct quote *q, struct doc *d, double min_confidence);

#endif
