/* quote_cue: a cue as cues.tsv describes it, and its use in a sentence. */
#ifndef QUOTE_CUE_H
#define QUOTE_CUE_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

enum cue_kind { CUE_VERB, CUE_NOUN, CUE_PREP };

/* What may stand as the words said; see cues.tsv. */
enum {
	FRAME_QUOTE = 1 << 0, FRAME_THAT = 1 << 1, FRAME_THAT_ONLY = 1 << 2, FRAME_WH = 1 << 3,
	FRAME_TO = 1 << 4, FRAME_NOUN = 1 << 5, FRAME_LABEL = 1 << 6, FRAME_LABEL_QUOTE = 1 << 7,
	FRAME_OBJ = 1 << 8, FRAME_AS = 1 << 9, FRAME_OF = 1 << 10, FRAME_ABOUT = 1 << 11,
	FRAME_FOR = 1 << 12, FRAME_AGAINST = 1 << 13, FRAME_ON = 1 << 14, FRAME_AT = 1 << 15,
	FRAME_WITH = 1 << 16, FRAME_QUOTE_COLON = 1 << 17, FRAME_TO_NOUN = 1 << 18,
	FRAME_HEARER = 1 << 19, FRAME_PASSIVE = 1 << 20, FRAME_COMMA = 1 << 21, FRAME_QUOTER = 1 << 22, FRAME_APART = 1 << 23
};

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
};

#endif
