#include "block_date.h"

#include "ascii.h"
#include "date.h"

enum {
	DATE = 120,     /* bytes at the end of a caption in which its date stands, and words of it, at most */
	DATED_MOST = 45
};

bool
line_is_stamp(const struct block_line *line)
{
	return line->words >= 2 && line->words <= 16 && line->digits >= 3 && line->digits * 5 >= line->width &&
	    (line->flags & (LINE_CLOCK | LINE_YEAR)) != 0 && (line->flags & LINE_STOP) == 0;
}

/* Takes the word, or with digits the number, that stands before text[*end] and the marks there; moves *end to its start. */
static struct slice
word_before(struct slice text, size_t start, size_t *end)
{
	size_t i;
	struct slice word;

	while (*end > start && !ascii_alnum(text.at[*end - 1]))
		(*end)--;
	for (i = *end; i > start && ascii_alnum(text.at[i - 1]); i--)
		;
	word = slice_sub(text, i, *end);
	*end = i;
	return word;
}

bool
line_is_dated_picture(const struct block_line *line, struct slice text)
{
	size_t start = line->end - line->start > DATE ? line->end - DATE : line->start;

	if (line->words > DATED_MOST || (line->flags & (LINE_YEAR | LINE_COMMA)) != (LINE_YEAR | LINE_COMMA))
		return false;
	for (size_t i = line->end; i > start + 8; i--) {
		struct slice month;
		size_t at;
		size_t n;

		if (text.at[i - 2] != ',' || text.at[i - 1] != ' ' || i >= line->end || text.at[i] < '1' || text.at[i] > '2')
			continue;
		at = i - 2;
		if (!slice_number(word_before(text, start, &at), &n) || n > 31)
			continue;
		month = word_before(text, start, &at);
		if (date_month(month) > 0 && month.len <= 5 && date_is_weekday(word_before(text, start, &at)))
			return true;
	}
	return false;
}
