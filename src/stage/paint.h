/* paint: words on a terminal's lines, wrapped and indented by the columns that they take.  Control characters,
 * and those that turn the direction of text, are shown, never sent. */
#ifndef PAINT_H
#define PAINT_H

#include <stdbool.h>

#include "buf.h"

enum paint_style { PAINT_PLAIN, PAINT_STRONG, PAINT_FAINT, PAINT_DROPPED, PAINT_ADDED, PAINT_ALARM };

/* Set out, width and color; indent may change at any time and is used from the next line on. */
struct paint {
	struct buf *out;
	size_t width;  /* columns of the terminal */
	size_t indent; /* columns before each line */
	bool color;
	size_t column; /* columns taken on this line */
	enum paint_style style;
	struct buf word;
};

/* A word, behind a space unless it is the first of its line; on a new line where it would not fit. */
void paint_word(struct paint *p, enum paint_style style, struct slice word);

/* The words of text, one by one. */
void paint_text(struct paint *p, enum paint_style style, struct slice text);

/* Blanks up to the column; if that is taken already, one. */
void paint_tab(struct paint *p, size_t column);

/* Ends the line, if anything stands on it. */
void paint_break(struct paint *p);

/* A line with nothing on it, behind the end of this one. */
void paint_gap(struct paint *p);

/* The columns that s takes, and the bytes of s that fit into so many columns. */
size_t paint_width(struct slice s);
size_t paint_fits(struct slice s, size_t columns);

void paint_free(struct paint *p);

#endif
