/* sentence_rule: does a sentence end at this stop? */
#ifndef SENTENCE_RULE_H
#define SENTENCE_RULE_H

#include "sentence_stop.h"

/* Where the stop stands. */
struct stop_place {
	const struct words *words;
	struct slice text;
	size_t start, end; /* its block */
	size_t from;       /* where the sentence that is being read begins */
	bool in_bracket;   /* in a bracket that opened within the sentence and closes */
	bool ordinals;     /* the language writes "3." for third */
	struct buf *scratch;
	size_t *evidence;  /* bytes that may still be looked through for evidence */
};

/* Do only marks and white space stand between the sentence's beginning and this word? */
bool stop_is_front(const struct stop_place *p, size_t word);

/* Does the capital function word at text[i], behind white space, begin a sentence though no stop stands before it, as
 * where a headline was run into the text?  "Mayor steps down The mayor said". */
bool stop_runs_in(const struct stop_place *p, size_t i);

/* Does the word before text[i], behind which white space stands, begin in lower case? */
bool stop_is_small(const struct stop_place *p, size_t i);

/* Does a sentence end at s?  May move s->end and s->begin back, where the stops belong to two sentences. */
bool stop_ends(struct stop *s, const struct stop_place *p);

#endif
