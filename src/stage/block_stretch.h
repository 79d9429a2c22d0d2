/* block_stretch: which lines stand in the article, for block.c alone. */
#ifndef BLOCK_STRETCH_H
#define BLOCK_STRETCH_H

#include "block_line.h"

/* Fills body of every line; their scores must be known, and are changed. */
void line_stretch(struct line_list *lines);

#endif
