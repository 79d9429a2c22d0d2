/* block_line: the lines of a text and what can be seen of each, for block.c alone.  Offsets are bytes. */
#ifndef BLOCK_LINE_H
#define BLOCK_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "doc.h"
#include "slice.h"

enum {
	LINE_STOP = 1,      /* ends a sentence: . ! ? … and what closes after it */
	LINE_COLON = 2,     /* ends with a colon */
	LINE_INNER = 4,     /* a sentence ends within it */
	LINE_COMMA = 8,
	LINE_BULLET = 16,   /* begins with a bullet, or a dash, star or number and a space */
	LINE_MARK = 32,     /* begins with a quotation mark */
	LINE_RULED = 64,    /* | » › · • within it, as between links */
	LINE_ADDRESS = 128, /* holds a URL, an e-mail address or a handle */
	LINE_RIGHTS = 256,  /* holds © */
	LINE_CLOCK = 512,   /* holds a clock time */
	LINE_DEBRIS = 1024, /* left-over mark-up or code */
	LINE_CUT = 2048,    /* ends with an ellipsis */
	LINE_YEAR = 4096,   /* holds a number from 1900 to 2099 */
	LINE_LINKED = 8192, /* mostly links; only mark-up tells, as of those that follow */
	LINE_HEADING = 16384,
	LINE_INSIDE = 32768, /* in the element that holds the article; or there is one, and it is not in it */
	LINE_OUTSIDE = 65536,
	LINE_MARKED = 131072 /* furniture or a caption */
};

struct block_line {
	size_t start, end; /* without white space at its ends; never empty */
	uint32_t words;    /* a pair of ideographs is one */
	uint32_t low;      /* words that begin in lower case */
	uint32_t caps;     /* words that begin with a capital */
	uint32_t digits;
	uint32_t width;    /* code points */
	uint32_t twins;    /* lines of the text that are the same, itself among them */
	uint32_t gap;      /* line ends between it and the line before */
	uint32_t flags;
	int score;         /* above 0: speaks for article text */
	enum role hint;    /* what its words say it is; ROLE_COUNT: nothing */
	bool sure;         /* and it is that whatever its shape */
	size_t cut;        /* where the sentence before its furniture ends; 0: nowhere */
	bool note;         /* though somebody may speak in it */
	bool head;         /* and the lines behind it are too */
	bool tail;         /* there is no article behind it */
	bool body;         /* stands in a stretch of article text */
};

struct line_list {
	struct block_line *at;
	size_t len, cap;
};

/* Does the line read as sentences do? */
static inline bool
line_is_prose(const struct block_line *line)
{
	return ((line->flags & LINE_STOP) != 0 && line->words >= 10) || line->words >= 30;
}

/* Appends the lines of text, a wrapped paragraph as one, with all but score, hint and body. */
void line_cut(struct line_list *lines, struct slice text);

#endif
