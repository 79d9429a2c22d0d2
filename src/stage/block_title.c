#include "block_title.h"

#include "utf8.h"

enum {
	TITLE_WORDS = 3,  /* a headline's, at least and at most */
	TITLE_MOST = 30,
	TITLE_LINES = 250 /* lines of a page in which its headline may come again */
};

/* The headline when the page tells none: its first line, if that is none of the article's sentences. */
static struct slice
find_title(const struct line_list *lines, struct slice text)
{
	const struct block_line *line;
	size_t i = 0;

	while (i < lines->len && lines->at[i].hint != ROLE_COUNT)
		i++;
	if (lines->len < 2 || i == lines->len)
		return slice_make("", 0);
	line = &lines->at[i];
	if (line->words < TITLE_WORDS || line->words > TITLE_MOST ||
	    ((line->flags & LINE_STOP) != 0 && text.at[line->end - 1] == '.'))
		return slice_make("", 0);
	return slice_sub(text, line->start, line->end);
}

static bool
parts_outlet(uint32_t c)
{
	return c == '|' || c == '-' || c == ':' || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0xBB;
}

/* Is s the headline, or what stands before the outlet's name in it ("Dam holds" in "Dam holds | Daybook")?  Both folded. */
static bool
is_title(struct slice s, struct slice title)
{
	size_t len;

	if (s.len > title.len || s.len == 0 || memcmp(s.at, title.at, s.len) != 0)
		return false;
	return s.len == title.len ||
	    (title.len - s.len >= 3 && title.at[s.len] == ' ' && parts_outlet(utf8_at(title, s.len + 1, &len)));
}

/* Or what stands behind it ("Daybook: Dam holds")? */
static bool
is_title_end(struct slice s, struct slice title)
{
	size_t rest = title.len - s.len;
	size_t len;

	if (s.len + 3 > title.len || s.len == 0 || memcmp(s.at, title.at + rest, s.len) != 0 || title.at[rest - 1] != ' ')
		return false;
	return parts_outlet(utf8_before(title, rest - 1, &len));
}

/* Appends s folded, with the spaces that are not ASCII as " ". */
static void
fold(struct buf *b, struct slice s)
{
	size_t from = 0, len;

	for (size_t i = 0; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);

		if (code < 0x80 || !utf8_is_space(code))
			continue;
		utf8_fold(b, slice_sub(s, from, i));
		buf_byte(b, ' ');
		from = i + len;
	}
	utf8_fold(b, slice_sub(s, from, s.len));
}

/* Marks the lines that are the headline in that way.  False if there are none. */
static bool
hint_titles_by(bool (*is)(struct slice, struct slice), struct line_list *lines, struct slice text, struct slice title)
{
	struct buf wanted = { 0 };
	struct buf line_folded = { 0 };
	bool found = false;

	fold(&wanted, title);
	for (size_t i = 0; i < lines->len && i < TITLE_LINES && title.len > 0; i++) {
		struct block_line *line = &lines->at[i];

		if (line->end - line->start > title.len + 8 || (line->words < TITLE_WORDS && line->end - line->start != title.len))
			continue;
		buf_clear(&line_folded);
		fold(&line_folded, slice_sub(text, line->start, line->end));
		if (is(buf_slice(&line_folded), buf_slice(&wanted))) {
			line->hint = ROLE_TITLE;
			found = true;
		}
	}
	buf_free(&wanted);
	buf_free(&line_folded);
	return found;
}

void
hint_titles(struct line_list *lines, struct slice text, struct slice title)
{
	if (title.len == 0)
		title = find_title(lines, text);
	if (!hint_titles_by(is_title, lines, text, title))
		hint_titles_by(is_title_end, lines, text, title);
}
