#include "utf8.h"

#include <utf8proc.h>

#include "ascii.h"
#include "lanes.h"

static bool
continues(struct slice s, size_t i)
{
	return i < s.len && ((unsigned char)s.at[i] & 0xC0) == 0x80;
}

static uint32_t
low_bits(struct slice s, size_t i)
{
	return (unsigned char)s.at[i] & 0x3F;
}

uint32_t
utf8_wide_at(struct slice s, size_t i, size_t *len)
{
	unsigned char lead = (unsigned char)s.at[i];
	uint32_t code;

	if (lead < 0xC2 || lead > 0xF4 || !continues(s, i + 1))
		return UTF8_BAD;
	if (lead < 0xE0) {
		*len = 2;
		return (lead & 0x1FU) << 6 | low_bits(s, i + 1);
	}
	if (!continues(s, i + 2))
		return UTF8_BAD;
	if (lead < 0xF0) {
		code = (lead & 0x0FU) << 12 | low_bits(s, i + 1) << 6 | low_bits(s, i + 2);
		if (code < 0x800 || (code >= 0xD800 && code < 0xE000))
			return UTF8_BAD;
		*len = 3;
		return code;
	}
	if (!continues(s, i + 3))
		return UTF8_BAD;
	code = (lead & 0x07U) << 18 | low_bits(s, i + 1) << 12 | low_bits(s, i + 2) << 6 | low_bits(s, i + 3);
	if (code < 0x10000 || code > 0x10FFFF)
		return UTF8_BAD;
	*len = 4;
	return code;
}

uint32_t
utf8_before(struct slice s, size_t i, size_t *len)
{
	size_t start = i;
	uint32_t code;

	*len = i > 0;
	if (i == 0 || (unsigned char)s.at[i - 1] < 0x80)
		return i == 0 ? 0 : (unsigned char)s.at[i - 1];
	do
		start--;
	while (start > 0 && i - start < 4 && ((unsigned char)s.at[start] & 0xC0) == 0x80);
	code = utf8_at(slice_sub(s, 0, i), start, len);
	if (start + *len == i)
		return code;
	*len = 1;
	return UTF8_BAD;
}

/* The bytes of the sequence at s[i], 0 if it is not well-formed: of the two and three of most letters and marks at once. */
static inline size_t
length_at(struct slice s, size_t i)
{
	unsigned char lead = (unsigned char)s.at[i];
	size_t len;

	if (lead >= 0xC2 && lead < 0xE0)
		return continues(s, i + 1) ? 2 : 0;
	if (lead > 0xE0 && lead < 0xED)
		return continues(s, i + 2) && continues(s, i + 1) ? 3 : 0;
	return utf8_at(s, i, &len) == UTF8_BAD ? 0 : len;
}

size_t
utf8_valid(struct slice s)
{
	size_t i = 0;

	while (i < s.len) {
		size_t len = 1;
		uint32_t beyond = s.len - i >= LANES ? lanes_beyond(lanes_load(s.at + i)) : 1;

		if (beyond == 0) {
			i += LANES;
			continue;
		}
		i += lanes_first(beyond);
		if ((unsigned char)s.at[i] >= 0x80 && (len = length_at(s, i)) == 0)
			return i;
		i += len;
	}
	return i;
}

/* The byte of a sequence that holds six bits of the code point from there on. */
static char
continuation(uint32_t code, unsigned shift)
{
	return (char)(0x80 | (code >> shift & 0x3F));
}

void
utf8_add(struct buf *b, uint32_t code)
{
	char *to;

	if (b->cap - b->len < 4)
		buf_room(b, 4);
	to = b->at + b->len;
	if (code < 0x80) {
		*to++ = (char)code;
	} else if (code < 0x800) {
		*to++ = (char)(0xC0 | code >> 6);
		*to++ = continuation(code, 0);
	} else if (code < 0x10000) {
		*to++ = (char)(0xE0 | code >> 12);
		*to++ = continuation(code, 6);
		*to++ = continuation(code, 0);
	} else {
		*to++ = (char)(0xF0 | code >> 18);
		*to++ = continuation(code, 12);
		*to++ = continuation(code, 6);
		*to++ = continuation(code, 0);
	}
	b->len = (size_t)(to - b->at);
}

static utf8proc_category_t
category(uint32_t code)
{
	return utf8proc_category((utf8proc_int32_t)code);
}

bool
utf8_is_upper(uint32_t code)
{
	if (code < 0x80)
		return code - 'A' < 26;
	if (code - 0x400 < 0x60) /* Cyrillic: the commonest letters beyond Latin are not looked up */
		return code < 0x430;
	return category(code) == UTF8PROC_CATEGORY_LU || category(code) == UTF8PROC_CATEGORY_LT;
}

bool
utf8_is_lower(uint32_t code)
{
	if (code < 0x80)
		return code - 'a' < 26;
	if (code - 0x400 < 0x60)
		return code >= 0x430;
	return category(code) == UTF8PROC_CATEGORY_LL;
}

bool
utf8_is_letter(uint32_t code)
{
	if (code < 0x80)
		return (code | 0x20) - 'a' < 26;
	if (code - 0xC0 < 0x190 || code - 0x400 < 0x82) /* Latin and Cyrillic */
		return code != 0xD7 && code != 0xF7;
	switch (category(code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return false;
	}
}

bool
utf8_is_digit(uint32_t code)
{
	if (code < 0x80)
		return code - '0' < 10;
	return category(code) == UTF8PROC_CATEGORY_ND;
}

bool
utf8_is_space(uint32_t code)
{
	if (code < 0x80)
		return code == ' ' || code - '\t' < 5;
	return code == 0x85 || code == 0xA0 || code == 0x1680 || code - 0x2000 <= 0x0A || code == 0x2028 ||
	    code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

size_t
utf8_width(uint32_t code)
{
	if (code < 0x80)
		return 1;
	return (size_t)utf8proc_charwidth((utf8proc_int32_t)code);
}

uint32_t
utf8_lower(uint32_t code)
{
	if (code < 0x80)
		return code - 'A' < 26 ? code | 0x20 : code;
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

uint32_t
utf8_base(uint32_t code)
{
	utf8proc_int32_t parts[8];
	int class = UTF8PROC_BOUNDCLASS_START;

	switch (code) {
	case 0xD0: return 'D';
	case 0xD8: return 'O';
	case 0xF0: return 'd';
	case 0xF8: return 'o';
	case 0x110: return 'D';
	case 0x111: return 'd';
	case 0x131: return 'i';
	case 0x141: return 'L';
	case 0x142: return 'l';
	}
	if (code < 0xC0)
		return code;
	if (utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8, UTF8PROC_DECOMPOSE, &class) < 1 || parts[0] >= 0x80)
		return code;
	return (uint32_t)parts[0];
}

static uint32_t
fold(uint32_t code)
{
	switch (code) {
	case 0x2018: case 0x2019: case 0x02BC: case 0xFF07:
		return '\'';
	case 0x2010: case 0x2011: case 0xFE63: case 0xFF0D:
		return '-';
	default:
		return utf8_lower(code);
	}
}

void
utf8_fold(struct buf *b, struct slice s)
{
	size_t i = 0, len;

	buf_room(b, s.len);
	for (; i < s.len && (unsigned char)s.at[i] < 0x80; i++)
		b->at[b->len++] = ascii_fold(s.at[i]);
	for (; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);

		if (code < 0x80)
			buf_byte(b, (char)utf8_lower(code));
		else if (code == UTF8_BAD)
			buf_byte(b, s.at[i]);
		else
			utf8_add(b, fold(code));
	}
}
