/* block_line: cuts a text into lines, and joins those of wrapped paragraphs. */
#include "block_line.h"

#include "ascii.h"
#include "block_look.h"
#include "mem.h"
#include "utf8.h"

enum {
	WRAP_MIN = 40, /* code points of the longest line of wrapped text, at least and at most */
	WRAP_MAX = 100
};

static bool
is_graph(char c)
{
	return c > ' ' && c < 0x7F;
}

/* Takes the white space off both ends of text[*start, *end). */
static void
trim(struct slice text, size_t *start, size_t *end)
{
	size_t len;

	if (*start < *end && is_graph(text.at[*start]) && is_graph(text.at[*end - 1]))
		return;
	while (*start < *end && line_blank(utf8_at(text, *start, &len)))
		*start += len;
	while (*start < *end && line_blank(utf8_before(slice_make(text.at, *end), *end, &len)))
		*end -= len;
}

static struct block_line *
add(struct line_list *lines)
{
	MEM_GROW(lines->at, lines->cap, lines->len + 1);
	lines->at[lines->len] = (struct block_line){ .hint = ROLE_COUNT, .twins = 1 };
	return &lines->at[lines->len++];
}

static void
cut_lines(struct line_list *lines, struct slice text)
{
	uint32_t gap = 1;

	for (size_t from = 0; from <= text.len; gap++) {
		size_t end = from + slice_find(slice_sub(text, from, text.len), '\n');
		size_t start = from;
		struct block_line *line;

		from = end + 1;
		trim(text, &start, &end);
		if (start == end)
			continue;
		line = add(lines);
		line->start = start;
		line->end = end;
		line->gap = gap;
		gap = 0;
		line_look(line, text);
	}
}

/* Code points of the first word of a line. */
static size_t
first_word(struct slice text, const struct block_line *line)
{
	size_t n = 0;

	for (size_t i = line->start; i < line->end && text.at[i] != ' '; i++)
		n += utf8_boundary(text, i);
	return n;
}

/* Does b carry on a paragraph that was wrapped at that width: its first word would not have fitted behind a, or a is
 * long and breaks off before a word in lower case? */
static bool
wrapped(struct slice text, const struct block_line *a, const struct block_line *b, size_t width)
{
	char c = text.at[b->start];

	if (b->gap != 1 || (b->flags & LINE_BULLET) != 0)
		return false;
	return a->width + 1 + first_word(text, b) > width ||
	    (a->width * 4 > width * 3 && ascii_small(c) && (a->flags & (LINE_STOP | LINE_COLON)) == 0);
}

/* The width at which the text was wrapped; 0 if it was not: some line is long, or lines that follow each
 * other do not fill the width, or their next does not run on in lower case as a sentence does. */
static size_t
wrap_width(const struct line_list *lines, struct slice text)
{
	size_t width = 0;
	size_t full = 0;
	size_t run_on = 0;
	size_t pairs = 0;

	for (size_t i = 0; i < lines->len; i++)
		width = lines->at[i].width > width ? lines->at[i].width : width;
	if (width < WRAP_MIN || width > WRAP_MAX)
		return 0;
	for (size_t i = 1; i < lines->len; i++) {
		const struct block_line *b = &lines->at[i];
		char c = text.at[b->start];

		pairs += b->gap == 1;
		if (wrapped(text, b - 1, b, width)) {
			full++;
			run_on += ascii_small(c) && ((b - 1)->flags & LINE_STOP) == 0;
		}
	}
	return full * 2 > pairs && run_on * 3 > full ? width : 0;
}

/* Joins b, the line behind it, to a. */
static void
join(struct block_line *a, const struct block_line *b)
{
	uint32_t ends = LINE_STOP | LINE_COLON;

	if ((a->flags & LINE_STOP) != 0)
		a->flags |= LINE_INNER;
	a->flags = (a->flags & ~ends) | (b->flags & ~(uint32_t)(LINE_BULLET | LINE_MARK));
	a->end = b->end;
	a->words += b->words;
	a->low += b->low;
	a->caps += b->caps;
	a->digits += b->digits;
	a->width = b->width; /* of its last line, for the next to be measured against */
}

static void
join_wrapped(struct line_list *lines, struct slice text)
{
	size_t width = wrap_width(lines, text);
	size_t n = 0;

	if (width == 0)
		return;
	for (size_t i = 0; i < lines->len; i++) {
		if (i > 0 && wrapped(text, &lines->at[n - 1], &lines->at[i], width))
			join(&lines->at[n - 1], &lines->at[i]);
		else
			lines->at[n++] = lines->at[i];
	}
	lines->len = n;
}

void
line_cut(struct line_list *lines, struct slice text)
{
	cut_lines(lines, text);
	join_wrapped(lines, text);
}
