/* block_date: lines that are told by their dates, for block_hint.c alone. */
#ifndef BLOCK_DATE_H
#define BLOCK_DATE_H

#include "block_line.h"

/* A line of date and time: mostly digits, with a clock time or a year among them. */
bool line_is_stamp(const struct block_line *line);

/* Is the line dated as agencies date their pictures, and hardly anything else: "… speaks in Ostby, Tuesday, March 4, 2025, in
 * front of the crane."? */
bool line_is_dated_picture(const struct block_line *line, struct slice text);

#endif
