/* show: text that may hold anything, for a terminal: what would act on it is shown, not sent. */
#ifndef SHOW_H
#define SHOW_H

#include <stdbool.h>

#include "buf.h"

/* The bytes of the first character of s (s.len > 0), and in *acts whether it is a control character, one that turns the direction of
 * text, a byte order mark, or no UTF-8. */
size_t show_next(struct slice s, bool *acts);

/* Appends s, and what acts in it as <1B>, <202E>; but the characters in keep ("\n\t") as they are. */
void show_add(struct buf *b, struct slice s, const char *keep);

#endif
