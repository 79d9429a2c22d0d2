/* block_look: what can be seen of a line, for block_line.c and block_speech.c. */
#ifndef BLOCK_LOOK_H
#define BLOCK_LOOK_H

#include "block_line.h"
#include "utf8.h"

/* Is that code point white space? */
static inline bool
line_blank(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : utf8_is_space(c);
}

/* Fills words, low, caps, digits, width and flags of a line of text, whose start and end are known; one pass. */
void line_look(struct block_line *line, struct slice text);

#endif
