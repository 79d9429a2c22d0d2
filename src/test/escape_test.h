/* escape_test: the inverse of escape_bytes, which no program needs. */
#ifndef ESCAPE_TEST_H
#define ESCAPE_TEST_H

#include "escape.h"

static inline int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* False at a backslash that begins no escape. */
static inline bool
escape_bytes_undo(struct buf *b, struct slice s)
{
	for (size_t i = 0, n; i < s.len; i += n) {
		n = s.at[i] != '\\' ? 1 : i + 1 < s.len && s.at[i + 1] == 'x' ? 4 : 2;
		if (i + n > s.len)
			return false;
		if (n < 4 && !escape_undo(b, slice_sub(s, i, i + n)))
			return false;
		if (n == 4 && (hex_digit(s.at[i + 2]) < 0 || hex_digit(s.at[i + 3]) < 0))
			return false;
		if (n == 4)
			buf_byte(b, (char)(hex_digit(s.at[i + 2]) << 4 | hex_digit(s.at[i + 3])));
	}
	return true;
}

#endif
