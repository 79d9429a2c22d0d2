/* block_title: the lines of a page that are its headline, for block_hint.c alone. */
#ifndef BLOCK_TITLE_H
#define BLOCK_TITLE_H

#include "block_line.h"

/* Gives the lines that are the headline that hint: of title, whether the outlet's name stands before or behind it there, or, if
 * the page tells none, the first line that may be one. */
void hint_titles(struct line_list *lines, struct slice text, struct slice title);

#endif
