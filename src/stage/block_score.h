/* block_score: how much a line speaks for article text, for block.c alone. */
#ifndef BLOCK_SCORE_H
#define BLOCK_SCORE_H

#include "block_line.h"

/* Fills twins and score of every line; their hints must be known. */
void line_score(struct line_list *lines, struct slice text);

#endif
