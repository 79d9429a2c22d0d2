/* pos_key: key words, for which rules ask one by one.  What a word is by its spelling nothing beside it narrows.  The list of a
 * language says which words are in each class. */
#ifndef POS_KEY_H
#define POS_KEY_H

#include <stdint.h>

/* The classes, which lists call by these names in lower case; pos.tsv says of each what it is for. */
enum key {
	KEY_AS, KEY_OF, KEY_ABOUT, KEY_FOR, KEY_AGAINST, KEY_ON, KEY_AT, KEY_WITH, KEY_TO, /* what cues take: quote_cue.h */
	KEY_IN, KEY_BY, KEY_FROM, KEY_DURING, KEY_AND, KEY_OR, KEY_NOR, KEY_INCLUDING, KEY_SUCH, KEY_WHICH, KEY_WHO,
	KEY_IF, KEY_WHETHER, KEY_WHILE, KEY_ALTHOUGH, KEY_THOUGH, KEY_BECAUSE, KEY_THAN, KEY_ACCORDING, KEY_WHATEVER,
	KEY_THERE, KEY_THIS, KEY_HE, KEY_PEOPLE, KEY_YOU, KEY_ME, KEY_NOBODY,
	KEY_ONLY, KEY_EVEN, KEY_BOTH, KEY_MORE, KEY_CANNOT, KEY_YET, KEY_REFUSED, KEY_CONTINUED, KEY_WENT, KEY_MADE, KEY_SAYING,
	KEY_ONCE, KEY_DEAR, KEY_QUESTION, KEY_ANSWER, KEY_LETTERS,
	KEY_HOW, KEY_IT, KEY_FORUM, KEY_QUANTITY, KEY_SAID, KEY_TANK, KEY_EXPECTED, KEY_NAMED, KEY_ANOTHER, KEY_INC, KEY_FINDER, KEY_GENRE,
	KEYS
};

/* KEY(OF) | KEY(BY): a set of them. */
#define KEY(name) (UINT64_C(1) << KEY_##name)

#endif
