/* ascii: kinds of bytes, without locale.  A byte beyond ASCII, signed or not, is of none of them. */
#ifndef ASCII_H
#define ASCII_H

#include <stdbool.h>

static inline bool
ascii_digit(int c)
{
	return (unsigned)c - '0' < 10;
}

static inline bool
ascii_small(int c)
{
	return (unsigned)c - 'a' < 26;
}

static inline bool
ascii_capital(int c)
{
	return (unsigned)c - 'A' < 26;
}

static inline bool
ascii_letter(int c)
{
	return ascii_small(c | 0x20);
}

static inline bool
ascii_alnum(int c)
{
	return ascii_letter(c) || ascii_digit(c);
}

/* White space. */
static inline bool
ascii_blank(int c)
{
	return c == ' ' || (unsigned)c - '\t' < 5;
}

/* c, a capital as its small letter. */
static inline char
ascii_fold(int c)
{
	return (char)(ascii_capital(c) ? c | 0x20 : c);
}

#endif
