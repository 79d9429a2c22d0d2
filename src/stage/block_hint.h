/* block_hint: what the words and the shape of single lines say of their role, for block.c alone. */
#ifndef BLOCK_HINT_H
#define BLOCK_HINT_H

#include "block_line.h"

struct hints;

struct hints *hints_new(const char *lang);
void hints_free(struct hints *hints);

/* Sets hint and sure of every line; cuts the furniture off behind what somebody says. */
void hint_lines(const struct hints *hints, struct slice text, struct slice title, struct line_list *lines);

#endif
