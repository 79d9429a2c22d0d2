#include "show.h"

/* The code point of the n bytes of a sequence, whose first tells n. */
static uint32_t
code_of(struct slice s, size_t n)
{
	uint32_t code = (unsigned char)s.at[0] & (n == 1 ? 0xFFU : 0x7FU >> n);

	for (size_t i = 1; i < n; i++)
		code = code << 6 | ((unsigned char)s.at[i] & 0x3F);
	return code;
}

/* May n bytes, and no fewer, stand for it? */
static bool
is_code(uint32_t code, size_t n)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };

	return code >= least[n] && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
}

/* The bytes that belong to s[0]; 0 if it begins no sequence of UTF-8. */
static size_t
sequence(struct slice s)
{
	unsigned char first = (unsigned char)s.at[0];
	size_t n = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 0;

	if (n > s.len)
		return 0;
	for (size_t i = 1; i < n; i++)
		if (((unsigned char)s.at[i] & 0xC0) != 0x80)
			return 0;
	return n > 0 && is_code(code_of(s, n), n) ? n : 0;
}

/* C0 and C1, DEL, the marks and embeddings of bidirectional text, the separators of lines, the byte order mark. */
static bool
is_acting(uint32_t code)
{
	return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E || code == 0x200F ||
	    (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

size_t
show_next(struct slice s, bool *acts)
{
	size_t n = sequence(s);

	*acts = n == 0 || is_acting(code_of(s, n));
	return n > 0 ? n : 1;
}

static void
add_code(struct buf *b, uint32_t code)
{
	int shift = code > 0xFF ? 12 : 4;

	buf_byte(b, '<');
	for (; shift >= 0; shift -= 4)
		buf_byte(b, "0123456789ABCDEF"[code >> shift & 0xF]);
	buf_byte(b, '>');
}

void
show_add(struct buf *b, struct slice s, const char *keep)
{
	size_t n;
	bool acts;

	for (; s.len > 0; s = slice_sub(s, n, s.len)) {
		n = show_next(s, &acts);
		if (acts && (s.at[0] == '\0' || strchr(keep, s.at[0]) == NULL))
			add_code(b, code_of(s, n));
		else
			buf_add(b, slice_sub(s, 0, n));
	}
}
