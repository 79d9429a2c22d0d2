#include "sentence_item.h"

#include "ascii.h"
#include "sentence_stop.h"
#include "utf8.h"

enum { DIGITS_MAX = 3 };

/* "ii", "iv", "xii": the start of the small Roman numeral of two letters or more that ends before text[i]; i if none does. */
static size_t
roman_start(struct slice text, size_t start, size_t i)
{
	enum { LONGEST = 5 };
	size_t j = i;

	while (j > start && i - j < LONGEST && (text.at[j - 1] == 'i' || text.at[j - 1] == 'v' || text.at[j - 1] == 'x'))
		j--;
	return i - j > 1 ? j : i;
}

/* The value of a Roman numeral: a letter before a greater one is taken from it. */
static unsigned
roman_value(struct slice numeral)
{
	unsigned value = 0, last = 0;

	for (size_t i = numeral.len; i-- > 0;) {
		unsigned one = numeral.at[i] == 'i' ? 1 : numeral.at[i] == 'v' ? 5 : 10;

		value = one < last ? value - one : value + one;
		last = one;
	}
	return value;
}

/* The number, small letter or small Roman numeral that ends before text[i]. */
static bool
read_value(struct item *m, struct slice text, size_t start, size_t i)
{
	size_t j = i;

	while (j > start && i - j <= DIGITS_MAX && ascii_digit(text.at[j - 1]))
		j--;
	if (j == i && (j = roman_start(text, start, i)) < i) {
		m->letter = true;
		m->value = roman_value(slice_sub(text, j, i));
	} else if (j == i && j > start && ascii_small(text.at[j - 1])) {
		m->letter = true;
		m->value = (unsigned)(text.at[--j] - 'a') + 1;
	}
	m->start = j;
	if (j == i || (!m->letter && i - j > DIGITS_MAX))
		return false;
	for (; !m->letter && j < i; j++)
		m->value = m->value * 10 + (unsigned)(text.at[j] - '0');
	return true;
}

/* Nothing but white space or a bullet stands before the marker. */
static bool
stands_free(const struct item *m, struct slice text, size_t start)
{
	size_t i = m->start;

	if (i == start || stop_space(text, i - 1) > 0)
		return true;
	return i >= 3 && (unsigned char)text.at[i - 3] == 0xE2 && (unsigned char)text.at[i - 2] != 0x80;
}

bool
item_read(struct item *m, struct slice text, size_t start, size_t end, size_t i)
{
	size_t len, next;
	uint32_t code;

	*m = (struct item){ 0 };
	m->suffix = text.at[i] == '.' && i + 1 < end && text.at[i + 1] == ')' ? 2 : 1;
	m->end = i + m->suffix;
	m->last = text.at[m->end - 1];
	if (m->end + 1 >= end || text.at[m->end] != ' ' || !read_value(m, text, start, i) ||
	    !stands_free(m, text, start))
		return false;
	next = m->end + 1;
	code = utf8_at(text, next, &len);
	return utf8_is_upper(code) || code == '"' || code == 0x201C;
}

bool
item_follows(const struct item *a, const struct item *b)
{
	return b->value == a->value + 1 && a->value > 0 && a->letter == b->letter && a->suffix == b->suffix &&
	    a->last == b->last;
}
