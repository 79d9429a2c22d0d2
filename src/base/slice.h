/* slice: a pointer and a length, the only way text is passed.  A slice owns nothing and
 * assumes no NUL; it is valid as long as what it points into. */
#ifndef SLICE_H
#define SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *at;
	size_t len; /* bytes */
};

static inline struct slice
slice_make(const char *at, size_t len)
{
	return (struct slice){ at, len };
}

/* The bytes of a C string, without its NUL. */
static inline struct slice
slice_from(const char *s)
{
	return slice_make(s, strlen(s));
}

/* The bytes [start, end) of s; both must lie within it. */
static inline struct slice
slice_sub(struct slice s, size_t start, size_t end)
{
	return slice_make(start > 0 ? s.at + start : s.at, end - start); /* NULL + 0 is undefined */
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
slice_is(struct slice s, const char *word)
{
	return slice_eq(s, slice_from(word));
}

static inline bool
slice_starts(struct slice s, const char *with)
{
	size_t n = strlen(with);

	return s.len >= n && memcmp(s.at, with, n) == 0;
}

static inline bool
slice_ends(struct slice s, const char *with)
{
	size_t n = strlen(with);

	return s.len >= n && memcmp(s.at + s.len - n, with, n) == 0;
}

/* Are they the same but for the case of ASCII's letters? */
bool slice_eq_fold(struct slice a, struct slice b);
bool slice_is_fold(struct slice s, const char *word);

/* Byte order, as memcmp and LC_ALL=C sort have it: below, at or above 0. */
int slice_cmp(struct slice a, struct slice b);

/* Offset of the first c, or s.len. */
size_t slice_find(struct slice s, char c);

/* Cuts *rest at the first sep: returns what stands before it, and leaves in *rest what
 * follows.  Without a sep, returns all and leaves *rest with .at NULL: the end. */
struct slice slice_cut(struct slice *rest, char sep);

/* Cuts *rest at its first LF: returns the line, without LF or CR LF. */
struct slice slice_line(struct slice *rest);

/* s without blanks (space, tab, CR, LF) at its ends. */
struct slice slice_trim(struct slice s);

/* Reads s, all decimal digits without sign, into *n.  False if it is not that, or does not fit.  slice_any_number is for
 * slice_number alone, which knows what surely fits. */
bool slice_any_number(struct slice s, size_t *n);

static inline bool
slice_number(struct slice s, size_t *n)
{
	size_t value = 0;

	if (s.len == 0 || s.len > 9)
		return slice_any_number(s, n);
	for (size_t i = 0; i < s.len; i++) {
		unsigned digit = (unsigned)s.at[i] - '0';

		if (digit > 9)
			return false;
		value = value * 10 + digit;
	}
	*n = value;
	return true;
}

#endif
