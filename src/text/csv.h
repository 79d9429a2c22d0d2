/* csv: rows as spreadsheets write them.  A field that begins with a quotation mark holds separators, newlines and, doubled, quotation
 * marks up to the next that stands alone; elsewhere a mark is itself (5" pipe). */
#ifndef CSV_H
#define CSV_H

#include <stdbool.h>

#include "mem.h"
#include "slice.h"

/* Where in a row a reader stands; { separator } is its beginning. */
struct csv {
	char separator;
	enum { CSV_START, CSV_BARE, CSV_QUOTED, CSV_MARK } at; /* a mark in a quoted field may end it */
};

/* The separator of a table: of comma, semicolon and tab the one that its first line has most of. */
char csv_separator(struct slice head);

/* Reads on in a row; is a field open, so that the line behind belongs to it? */
bool csv_is_open(struct csv *c, struct slice bytes);

/* Cuts the next field off *rest, .at NULL behind the last.  A quoted one is unquoted in the arena. */
struct slice csv_cut(struct slice *rest, char separator, struct arena *a);

#endif
