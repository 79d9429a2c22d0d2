/* block_speech: what phrases said of a line in which somebody speaks, for block_hint.c alone. */
#ifndef BLOCK_SPEECH_H
#define BLOCK_SPEECH_H

#include "block_line.h"
#include "lexicon.h"

/* Takes back what phrases said of the last of the lines where somebody speaks in it, by the verbs of saying among cues; of "“It
 * holds,” she said. Read more" the furniture is a line of its own.  tokens is room. */
void speech_heed(const struct lexicon *cues, struct slice text, struct line_list *lines, struct token_list *tokens);

#endif
