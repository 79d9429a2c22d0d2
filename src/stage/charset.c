#include "charset.h"

#include <iconv.h>

#include "ascii.h"
#include "html_parse.h"
#include "utf8.h"

enum { HEAD = 4096, NAME_MOST = 31 };

/* How texts of more than a byte a character begin; the longer marks first. */
static const struct {
	struct slice head;
	size_t mark; /* bytes of it that are no text */
	const char *charset;
} wide[] = {
	{ { "\xFF\xFE\0\0", 4 }, 4, "UTF-32LE" }, { { "\0\0\xFE\xFF", 4 }, 4, "UTF-32BE" },
	{ { "\xFF\xFE", 2 }, 2, "UTF-16LE" }, { { "\xFE\xFF", 2 }, 2, "UTF-16BE" },
	{ { "<\0", 2 }, 0, "UTF-16LE" }, { { "\0<", 2 }, 0, "UTF-16BE" }
};

enum { WIDE = sizeof wide / sizeof *wide };

static size_t
find_wide(struct slice bytes)
{
	size_t i = 0;

	while (i < WIDE && (bytes.len < wide[i].head.len || memcmp(bytes.at, wide[i].head.at, wide[i].head.len) != 0))
		i++;
	return i;
}

bool
charset_is_wide(struct slice bytes)
{
	return find_wide(bytes) < WIDE;
}

static bool
is_name(char c)
{
	return ascii_alnum(c) || c == '-' || c == '_';
}

/* Offset behind key and "=", with blanks between, of the head of a page; its end if they are not there. */
static size_t
behind_key(struct slice head, const char *key)
{
	size_t n = strlen(key);

	for (size_t i = 0; i + n < head.len; i++) {
		size_t at = i + n;

		if (!slice_is_fold(slice_sub(head, i, at), key))
			continue;
		while (at < head.len && head.at[at] == ' ')
			at++;
		if (at < head.len && head.at[at] == '=')
			return at + 1;
	}
	return head.len;
}

/* The name that the head of the page gives to key, as iconv takes it; false if there is none. */
static bool
find_name(struct slice head, const char *key, char name[static NAME_MOST + 1])
{
	size_t i = behind_key(head, key);
	size_t to = 0;

	while (i < head.len && (head.at[i] == ' ' || head.at[i] == '"' || head.at[i] == '\''))
		i++;
	while (i < head.len && to < NAME_MOST && is_name(head.at[i]))
		name[to++] = head.at[i++];
	name[to] = '\0';
	return to > 0;
}

/* The charset that the head of the page names; false if none, or if the name is wrong as the page can be read. */
static bool
find_charset(struct slice page, char name[static NAME_MOST + 1])
{
	struct slice head = slice_sub(page, 0, page.len < HEAD ? page.len : HEAD);

	if (!(slice_starts(head, "<?xml") && find_name(slice_sub(head, 0, slice_find(head, '>')), "encoding", name)) &&
	    !find_name(head, "charset", name))
		return false;
	return !slice_is_fold(slice_sub(slice_from(name), 0, strlen(name) < 4 ? strlen(name) : 4), "utf-") &&
	    !slice_is_fold(slice_from(name), "utf8");
}

/* What browsers take a name for, where that is more than it says. */
static const char *
browsers_mean(const char *name)
{
	static const char *const pairs[][2] = {
		{ "iso-8859-1", "CP1252" }, { "latin1", "CP1252" }, { "us-ascii", "CP1252" }, { "ascii", "CP1252" },
		{ "iso-8859-9", "CP1254" }, { "iso-8859-11", "CP874" }, { "tis-620", "CP874" }, { "gb2312", "GB18030" },
		{ "gbk", "GB18030" }, { "shift_jis", "CP932" }, { "x-sjis", "CP932" }, { "euc-kr", "CP949" },
		{ "big5", "BIG5-HKSCS" }
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (slice_is_fold(slice_from(name), pairs[i][0]))
			return pairs[i][1];
	return name;
}

/* Appends the page, in that charset, as UTF-8; what is no character of it as U+FFFD.  False if iconv knows no such charset. */
static bool
convert(struct buf *b, struct slice page, const char *charset)
{
	iconv_t cd = iconv_open("UTF-8", browsers_mean(charset));
	char *from = (char *)(uintptr_t)page.at;
	size_t left = page.len;

	if (cd == (iconv_t)-1)
		return false;
	while (left > 0) {
		char *to;
		size_t room;

		buf_room(b, left * 4 + 16);
		to = b->at + b->len;
		room = b->cap - b->len;
		if (iconv(cd, &from, &left, &to, &room) == (size_t)-1 && left > 0) {
			from++;
			left--;
			b->len = (size_t)(to - b->at);
			utf8_add(b, 0xFFFD);
		} else {
			b->len = (size_t)(to - b->at);
		}
	}
	iconv_close(cd);
	return true;
}

uint32_t
charset_cp1252(unsigned char c)
{
	static const uint16_t high[32] = {
		0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
		0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178
	};

	return c >= 0x80 && c < 0xA0 ? high[c - 0x80] : c;
}

/* Appends the page with the bytes that are no UTF-8 as cp1252 has them. */
static void
repair(struct buf *b, struct slice page)
{
	while (page.len > 0) {
		size_t good = utf8_valid(page);

		buf_add(b, slice_sub(page, 0, good));
		if (good < page.len)
			utf8_add(b, charset_cp1252((unsigned char)page.at[good++]));
		page = slice_sub(page, good, page.len);
	}
}

/* A wide text as UTF-8 in b; false if it is none, or one without the mark that it should have. */
static bool
convert_wide(struct buf *b, struct slice bytes, bool marked)
{
	size_t i = find_wide(bytes);

	return i < WIDE && (!marked || wide[i].mark > 0) &&
	    convert(b, slice_sub(bytes, wide[i].mark, bytes.len), wide[i].charset);
}

struct slice
charset_text(struct slice bytes, struct buf *b)
{
	return convert_wide(b, bytes, true) ? buf_slice(b) : bytes;
}

struct slice
charset_page(struct slice page, struct buf *b)
{
	char name[NAME_MOST + 1];

	if (convert_wide(b, page, false))
		return buf_slice(b);
	if (slice_starts(page, "\xEF\xBB\xBF"))
		page = slice_sub(page, 3, page.len);
	if (utf8_valid(page) == page.len)
		return page;
	if (!find_charset(page, name) || !convert(b, page, name))
		repair(b, page);
	return buf_slice(b);
}
