/* quote_cue: a cue as cues.tsv describes it, and its use in a sentence. */
#ifndef QUOTE_CUE_H
#define QUOTE_CUE_H

#include <stdbool.h>
#include <stdint.h>

#include "pos_key.h"
#include "slice.h"

enum cue_kind { CUE_VERB, CUE_NOUN, CUE_PREP };

/* What may stand as the words said; see cues.tsv.  A preposition that the cue takes has the bit of its key word. */
enum {
	FRAME_AS = 1 << KEY_AS, FRAME_OF = 1 << KEY_OF, FRAME_ABOUT = 1 << KEY_ABOUT, FRAME_FOR = 1 << KEY_FOR,
	FRAME_AGAINST = 1 << KEY_AGAINST, FRAME_ON = 1 << KEY_ON, FRAME_AT = 1 << KEY_AT, FRAME_WITH = 1 << KEY_WITH,
	FRAME_TO_NOUN = 1 << KEY_TO, FRAME_PREPS = (FRAME_TO_NOUN << 1) - 1,
	FRAME_QUOTE = 1 << 9, FRAME_THAT = 1 << 10, FRAME_THAT_ONLY = 1 << 11, FRAME_WH = 1 << 12, FRAME_TO = 1 << 13,
	FRAME_NOUN = 1 << 14, FRAME_LABEL = 1 << 15, FRAME_LABEL_QUOTE = 1 << 16, FRAME_OBJ = 1 << 17, FRAME_QUOTE_COLON = 1 << 18,
	FRAME_HEARER = 1 << 19, FRAME_PASSIVE = 1 << 20, FRAME_COMMA = 1 << 21, FRAME_QUOTER = 1 << 22, FRAME_APART = 1 << 23,
	FRAME_FORUM = 1 << 24, FRAME_FINDER = 1 << 25, FRAME_BE = 1 << 26, FRAME_MORE = 1 << 27,
	FRAME_GERUND = 1 << 28,
	FRAME_MARKS = FRAME_QUOTE | FRAME_QUOTE_COLON /* what only words in marks can stand for */
};

enum { QUOTER_REACH = 30 }; /* units from a verb of FRAME_QUOTER, "quoted", to "saying" */

struct cue {
	struct slice rest;  /* words behind the first ("out", "to the"), or empty */
	struct slice stance;
	uint32_t frames;
	uint16_t next;      /* another cue with the same first word; 0 ends */
	uint8_t kind;
};

/* Where the units [verb, end) attribute something. */
struct use {
	const struct cue *cue;
	size_t a, b;            /* its sentence */
	size_t start, verb, end; /* the group with its auxiliaries; the cue word itself */
	size_t after;           /* where what is said may begin: behind the group, or behind "by Berg" */
	size_t who, who_end;    /* units of the speaker; equal: none */
	size_t quoter;          /* of "the agency quoted Berg as saying" where the agency stands; 0: none, or it begins the text */
	uint32_t form;          /* POS_ bits of the verb form */
	bool relative, passive, infinitive, modal, negated, participle;
	bool told;              /* to a forum or a hearer, or "it was said": the subject does not speak, and nobody is named who does */
};

#endif
