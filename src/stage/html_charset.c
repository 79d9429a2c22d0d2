#include "html_charset.h"

#include <iconv.h>

#include "html_page.h"
#include "utf8.h"

enum { HEAD = 4096, NAME_MOST = 31 };

/* The charset that the head of the page names, as iconv knows it, in name; false if none. */
static bool
find_charset(struct slice page, char name[static NAME_MOST + 1])
{
	static const char key[] = "charset";
	struct slice head = slice_sub(page, 0, page.len < HEAD ? page.len : HEAD);
	size_t n = 0;
	size_t i = 0;

	for (; i + sizeof key < head.len; i++)
		if (html_is(slice_sub(head, i, i + sizeof key - 1), key) && slice_find(slice_sub(head, i, i + 12 < head.len ? i + 12 : head.len), '=') < 12)
			break;
	if (i + sizeof key >= head.len)
		return false;
	i += slice_find(slice_sub(head, i, head.len), '=') + 1;
	while (i < head.len && (head.at[i] == ' ' || head.at[i] == '"' || head.at[i] == '\''))
		i++;
	for (; i < head.len && n < NAME_MOST; i++) {
		char c = head.at[i];

		if (!((c | 32) >= 'a' && (c | 32) <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '_')
			break;
		name[n++] = c;
	}
	name[n] = '\0';
	return n > 0;
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
		if (html_is(slice_from(name), pairs[i][0]))
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

/* Appends the page with the bytes that are no UTF-8 as cp1252 has them. */
static void
repair(struct buf *b, struct slice page)
{
	while (page.len > 0) {
		size_t good = utf8_valid(page);

		buf_add(b, slice_sub(page, 0, good));
		if (good < page.len)
			utf8_add(b, html_meant((unsigned char)page.at[good++]));
		page = slice_sub(page, good, page.len);
	}
}

struct slice
html_to_utf8(struct slice page, struct buf *b)
{
	char name[NAME_MOST + 1];

	if (slice_starts(page, "\xFF\xFE") || slice_starts(page, "\xFE\xFF")) {
		if (convert(b, page, "UTF-16"))
			return buf_slice(b);
	}
	if (utf8_valid(page) == page.len)
		return page;
	if (!find_charset(page, name) || html_is(slice_from(name), "utf-8") || html_is(slice_from(name), "utf8") ||
	    !convert(b, page, name))
		repair(b, page);
	return buf_slice(b);
}
