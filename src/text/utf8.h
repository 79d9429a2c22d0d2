/* utf8: code points in bytes.  Classes and folding are Unicode's by utf8proc, with a table
 * for ASCII in front; no locale is asked. */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "slice.h"

#define UTF8_BAD UINT32_MAX

/* The code point at s[i], and in *len its bytes (1 to 4).  UTF8_BAD with *len 1 where s[i] begins
 * no well-formed sequence (overlong, surrogate, beyond U+10FFFF, cut short).  i < s.len.  utf8_wide_at is for
 * utf8_at alone, which knows ASCII at once. */
uint32_t utf8_wide_at(struct slice s, size_t i, size_t *len);

static inline uint32_t
utf8_at(struct slice s, size_t i, size_t *len)
{
	unsigned char lead = (unsigned char)s.at[i];

	*len = 1;
	return lead < 0x80 ? lead : utf8_wide_at(s, i, len);
}

/* The same in well-formed text, in which nothing need be checked. */
static inline uint32_t
utf8_good_at(struct slice s, size_t i, size_t *len)
{
	const unsigned char *p = (const unsigned char *)s.at + i;

	*len = p[0] < 0x80 ? 1 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
	if (*len == 1)
		return p[0];
	if (*len == 2)
		return (p[0] & 0x1FU) << 6 | (p[1] & 0x3FU);
	if (*len == 3)
		return (p[0] & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
	return (p[0] & 0x07U) << 18 | (p[1] & 0x3FU) << 12 | (p[2] & 0x3FU) << 6 | (p[3] & 0x3FU);
}

/* The code point that ends just before s[i], and in *len its bytes; 0 and 0 at the start. */
uint32_t utf8_before(struct slice s, size_t i, size_t *len);

/* Offset of the first byte that is not well-formed UTF-8, or s.len. */
size_t utf8_valid(struct slice s);

/* Does s[i] begin a code point (or is i == s.len)?  For well-formed s. */
static inline bool
utf8_boundary(struct slice s, size_t i)
{
	return i >= s.len || ((unsigned char)s.at[i] & 0xC0) != 0x80;
}

/* Appends the code point, encoded; it is none of the surrogates, and no more than U+10FFFF. */
void utf8_add(struct buf *b, uint32_t code);

bool utf8_is_upper(uint32_t code);  /* Lu, Lt */
bool utf8_is_lower(uint32_t code);  /* Ll */
bool utf8_is_letter(uint32_t code); /* L*, and the marks M* that go with them */
bool utf8_is_digit(uint32_t code);  /* Nd */
bool utf8_is_space(uint32_t code);  /* White_Space */

/* Columns that it takes on a terminal: 0, 1 or 2. */
size_t utf8_width(uint32_t code);

/* Simple lower case of one code point. */
uint32_t utf8_lower(uint32_t code);

/* The letter that a Latin letter with marks is written with: e of é, l of ł; others as they are. */
uint32_t utf8_base(uint32_t code);

/* Appends s in lower case (code point by code point), typographic apostrophes and hyphens as ASCII:
 * the key under which lexicons and comparisons know a word. */
void utf8_fold(struct buf *b, struct slice s);

#endif
