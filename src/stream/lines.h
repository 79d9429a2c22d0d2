/* lines: the lines of a document, found in what is read, and their tabs. */
#ifndef LINES_H
#define LINES_H

#include "input.h"

enum { SEEN_BACKSLASH = 1, SEEN_CONTROL = 2 /* NUL, CR */, SEEN_BEYOND = 4 /* beyond ASCII */ };

enum { FIELDS_MOST = 256 };

#ifndef LINES_TABS
#define LINES_TABS (1 << 16) /* scripts/fuzz has fewer */
#endif
enum { TABS = LINES_TABS }; /* whose places are kept: a document of more than that is huge */

/* Places are those in the document's bytes. */
struct line {
	size_t start, end, number;
	uint32_t tab;  /* the first of its tabs in the list */
	uint16_t tabs; /* fewer than FIELDS_MOST: one of nothing but tabs takes no more memory than another */
	uint16_t seen; /* bytes of which kinds; more may be told than are there, less never */
};

/* A zeroed struct is ready; lines_free ends it. */
struct lines {
	struct slice bytes; /* all of them, until more is read */
	struct line *at;
	size_t n, cap;
	size_t *tab;        /* places of the first TABS tabs or some more, and of those of the line looked at last */
	size_t tabs;        /* of all lines */
	size_t tab_cap;
	uint32_t kept;      /* tabs in the list */
};

/* Takes the lines of the next document, those that begin with one id; or, where single, one line.  False if in has no more.  A line
 * without an id, which is no row, does not part those that it stands between. */
bool lines_take(struct lines *l, struct input *in, bool single);

/* Looks for the tabs of a line once more whose places are not kept; lines_field may be asked of it until another is looked at. */
void lines_look(struct lines *l, const struct line *line);

static inline bool
lines_kept(const struct line *line)
{
	return line->tab < TABS;
}

/* The bytes of a line, without its newline. */
static inline struct slice
lines_text(const struct lines *l, const struct line *line)
{
	return slice_sub(l->bytes, line->start, line->end);
}

/* Field i of a line, the last of FIELDS_MOST with all that is left of it. */
static inline struct slice
lines_field(const struct lines *l, const struct line *line, size_t i)
{
	const size_t *tab = l->tab + line->tab;
	size_t start = i > 0 ? tab[i - 1] + 1 : line->start;

	return slice_sub(l->bytes, start, i < line->tabs ? tab[i] : line->end);
}

/* Gives back what the lines of a huge document took, but for the first. */
void lines_forget(struct lines *l);
void lines_free(struct lines *l);

#endif
