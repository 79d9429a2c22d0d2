#include "slice.h"

#include <stdint.h>

#include "ascii.h"

int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n > 0 ? memcmp(a.at, b.at, n) : 0;

	if (order != 0)
		return order;
	return a.len < b.len ? -1 : a.len > b.len;
}

bool
slice_eq_fold(struct slice a, struct slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (ascii_fold(a.at[i]) != ascii_fold(b.at[i]))
			return false;
	return true;
}

bool
slice_is_fold(struct slice s, const char *word)
{
	return slice_eq_fold(s, slice_from(word));
}

size_t
slice_find(struct slice s, char c)
{
	const char *at;

	if (s.len == 0 || s.at[0] == c) /* empty fields and lines are many */
		return 0;
	at = memchr(s.at, c, s.len);
	return at != NULL ? (size_t)(at - s.at) : s.len;
}

struct slice
slice_cut(struct slice *rest, char sep)
{
	size_t n = slice_find(*rest, sep);
	struct slice head = slice_make(rest->at, n);

	if (n == rest->len)
		*rest = slice_make(NULL, 0);
	else
		*rest = slice_make(rest->at + n + 1, rest->len - n - 1);
	return head;
}

struct slice
slice_line(struct slice *rest)
{
	struct slice line = slice_cut(rest, '\n');

	if (line.len > 0 && line.at[line.len - 1] == '\r')
		line.len--;
	return line;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct slice
slice_trim(struct slice s)
{
	while (s.len > 0 && blank(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len > 0 && blank(s.at[s.len - 1]))
		s.len--;
	return s;
}

bool
slice_any_number(struct slice s, size_t *n)
{
	size_t value = 0;

	if (s.len == 0)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		size_t digit = (size_t)(unsigned char)s.at[i] - '0';

		if (digit > 9 || value > (SIZE_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*n = value;
	return true;
}
