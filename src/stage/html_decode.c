/* html_decode: character references. */
#include "html_page.h"
#include "utf8.h"

enum { NAME_LONGEST = 32, DIGITS_MOST = 8 };

uint32_t
html_meant(uint32_t code)
{
	static const uint16_t cp1252[32] = {
		0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178
	};

	if (code >= 0x80 && code < 0xA0)
		return cp1252[code - 0x80];
	if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return 0xFFFD;
	return code;
}

static int
digit(char c, bool hex)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return hex && (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* A numeric reference at s, which begins with "&#"; returns its length, or 0. */
static size_t
decode_number(struct buf *b, struct slice s)
{
	bool hex = s.len > 2 && (s.at[2] | 32) == 'x';
	size_t first = hex ? 3 : 2;
	size_t i = first;
	uint32_t code = 0;

	for (; i < s.len && i - first < DIGITS_MOST && digit(s.at[i], hex) >= 0; i++)
		code = code * (hex ? 16 : 10) + (uint32_t)digit(s.at[i], hex);
	if (i == first)
		return 0;
	utf8_add(b, html_meant(code));
	return i < s.len && s.at[i] == ';' ? i + 1 : i;
}

/* A named one at s, which begins with "&"; without its semicolon it is none. */
static size_t
decode_name(struct buf *b, const struct html_lists *lists, struct slice s)
{
	struct slice head = slice_sub(s, 1, s.len < NAME_LONGEST ? s.len : NAME_LONGEST);
	size_t n = slice_find(head, ';');
	struct slice text;

	if (n == head.len)
		return 0;
	text = table_find(&lists->entities, slice_sub(head, 0, n));
	if (text.at == NULL)
		return 0;
	buf_add(b, text);
	return n + 2;
}

void
html_decode(struct buf *b, const struct html_lists *lists, struct slice s)
{
	while (s.len > 0) {
		size_t n = slice_find(s, '&');
		size_t taken = 0;

		buf_add(b, slice_sub(s, 0, n));
		s = slice_sub(s, n, s.len);
		if (s.len == 0)
			return;
		if (s.len > 1 && s.at[1] == '#')
			taken = decode_number(b, s);
		else if (s.len > 1)
			taken = decode_name(b, lists, s);
		if (taken == 0) {
			buf_byte(b, '&');
			taken = 1;
		}
		s = slice_sub(s, taken, s.len);
	}
}
