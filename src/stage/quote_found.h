/* quote_found: what was found in a document, before it becomes rows. */
#ifndef QUOTE_FOUND_H
#define QUOTE_FOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

enum rule {
	RULE_QUOTE_X_SAID, RULE_QUOTE_SAID_X, RULE_X_SAID_QUOTE, RULE_QUOTE_IN_CLAUSE, RULE_SPLIT, RULE_AFTER,
	RULE_CARRIED, RULE_COLON, RULE_HEADLINE, RULE_LABEL, RULE_ACCORDING, RULE_ACCORDING_AFTER, RULE_THAT, RULE_CLAUSE,
	RULE_CLAUSE_X_SAID, RULE_CLAUSE_SAID_X, RULE_INSERTED, RULE_WH, RULE_TO, RULE_PREP, RULE_AS, RULE_NOUN,
	RULE_AS_X_SAID, RULE_TITLE_COLON, RULE_TURN, RULE_NOUN_CUE, RULE_BESIDE, RULE_NEXT, RULE_ALONE, RULE_THIS,
	RULE_COUNT
};

struct range {
	uint32_t start, end; /* equal: nothing */
};

struct found {
	struct range said, cue, speaker;
	struct slice stance;
	uint32_t group;   /* parts of one quotation share it */
	uint8_t form, rule;
	uint8_t doubt;    /* sixths to take from the rule's confidence: it is denied or not yet so that it was said */
	bool told;        /* to somebody, by nobody: "jurors were told ...", "it is said ..." */
	uint8_t less;     /* hundredths to take from what is left */
};

#endif
