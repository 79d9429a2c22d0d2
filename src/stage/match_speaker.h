/* match_speaker: who two quotations are from, and whether that can be one and the same. */
#ifndef MATCH_SPEAKER_H
#define MATCH_SPEAKER_H

#include "buf.h"
#include "lexicon.h"
#include "mem.h"
#include "slice.h"

enum { SPEAKER_NAMES = 4 };

struct speaker {
	uint64_t id;                     /* hash of its id; 0: none */
	uint64_t country;                /* hash of its country's code; 0: none told */
	uint64_t name[SPEAKER_NAMES];    /* hashes of its name's words, in their order */
	size_t names;
	bool person;
	bool anonymous;
	struct slice key;                /* what it is called in hashes of statements */
};

/* Are they one speaker?  From surely not to surely. */
enum kin {
	KIN_STRANGER, /* two names, two countries */
	KIN_UNKNOWN,  /* one is not known, or they may have to do with each other */
	KIN_NEAR,     /* a country and its official */
	KIN_SAME
};

/* Reads speaker_id, speaker_name and the words of the text into *s; its slices go into the arena. False if nothing is known:
 * all are empty, or the words are a pronoun. */
bool speaker_read(struct speaker *s, struct slice id, struct slice name, struct slice words, const struct lexicon *classes,
    struct arena *arena);

enum kin speaker_kin(const struct speaker *a, const struct speaker *b);

/* Has it a role that many have, and nothing else: "a spokesman"? */
bool speaker_is_many(const struct speaker *s);

/* Is that "he", "they", "who", of class pronoun of words.tsv?  classes may be NULL. */
bool speaker_is_pronoun(struct slice words, const struct lexicon *classes);

/* Under which number a speaker's words are looked for: equal for the speakers that are KIN_SAME, in most cases. */
uint64_t speaker_bucket(const struct speaker *s);

#endif
