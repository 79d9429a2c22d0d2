#include "normalize_nfc.h"

#include <utf8proc.h>

#include "utf8.h"

enum { LONGEST = 32 }; /* code points of the longest canonical decomposition, and more */

/* Code points, and the canonical combining class of each. */
struct codes {
	int32_t *at;
	uint8_t *class;
	size_t len, cap, class_cap;
};

static unsigned
combining_class(int32_t code)
{
	return (unsigned)utf8proc_get_property(code)->combining_class;
}

static void
decompose(struct codes *c, uint32_t code)
{
	int boundclass = 0;
	utf8proc_ssize_t n = 0;

	MEM_GROW(c->at, c->cap, c->len + LONGEST);
	if (code < 0x300 || code > 0x33F) /* those marks are whole */
		n = utf8proc_decompose_char((utf8proc_int32_t)code, c->at + c->len, LONGEST,
		    UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundclass);
	if (n > 0 && n <= LONGEST)
		c->len += (size_t)n;
	else
		c->at[c->len++] = (int32_t)code;
}

static void
sort_few(int32_t *at, uint8_t *class, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && class[k - 1] > class[k]; k--) {
			int32_t code = at[k];
			uint8_t its_class = class[k];

			at[k] = at[k - 1];
			class[k] = class[k - 1];
			at[k - 1] = code;
			class[k - 1] = its_class;
		}
}

/* By counting, so that a line of a million marks costs a million steps. */
static void
sort_many(int32_t *at, const uint8_t *class, size_t n)
{
	size_t count[257] = { 0 };
	int32_t *copy = mem_alloc(n * sizeof *copy);

	memcpy(copy, at, n * sizeof *copy);
	for (size_t i = 0; i < n; i++)
		count[class[i] + 1]++;
	for (size_t i = 1; i < 257; i++)
		count[i] += count[i - 1];
	for (size_t i = 0; i < n; i++)
		at[count[class[i]]++] = copy[i];
	mem_free(copy);
}

/* Sorts each run of non-starters by combining class, keeping the order of equals. */
static void
reorder(struct codes *c)
{
	MEM_GROW(c->class, c->class_cap, c->len);
	for (size_t i = 0; i < c->len; i++)
		c->class[i] = (uint8_t)combining_class(c->at[i]);
	for (size_t i = 0, end; i < c->len; i = end + 1) {
		for (end = i; end < c->len && c->class[end] != 0; end++)
			;
		if (end - i > LONGEST)
			sort_many(c->at + i, c->class + i, end - i);
		else if (end - i > 1)
			sort_few(c->at + i, c->class + i, end - i);
	}
}

/* Appends the text in form C. */
static void
compose(struct codes *c, struct slice text, struct buf *out)
{
	utf8proc_ssize_t n;
	size_t len;

	if (text.len == 0)
		return;
	c->len = 0;
	for (size_t i = 0; i < text.len; i += len)
		decompose(c, utf8_good_at(text, i, &len));
	reorder(c);
	n = utf8proc_normalize_utf32(c->at, (utf8proc_ssize_t)c->len, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	for (utf8proc_ssize_t i = 0; i < n; i++)
		utf8_add(out, (uint32_t)c->at[i]);
}

/* Jamo that join the Hangul syllable before them, and vowel signs of Indic scripts that join another: starters,
 * but not safe.  Signs are all of category M, which is asked instead. */
static bool
joins_before(uint32_t code)
{
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC: case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return (code >= 0x1161 && code <= 0x1175) || (code >= 0x11A8 && code <= 0x11C2);
	}
}

bool
nfc_is_safe(uint32_t code)
{
	int32_t codes[LONGEST];
	int boundclass = 0;
	utf8proc_ssize_t n;

	if (code < 0xC0)
		return true;
	if (combining_class((int32_t)code) != 0 || joins_before(code))
		return false;
	n = utf8proc_decompose_char((utf8proc_int32_t)code, codes, LONGEST, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE, &boundclass);
	if (n < 1 || n > LONGEST || (n == 1 && codes[0] == (int32_t)code))
		return true;
	return utf8proc_normalize_utf32(codes, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1 && codes[0] == (int32_t)code;
}

/* One past the last character from i on that is not safe. */
static size_t
unsafe_end(const struct char_table *t, struct slice text, size_t i)
{
	size_t len;

	while (i < text.len && (unsigned char)text.at[i] >= 0x80) {
		if ((char_flags(t, utf8_good_at(text, i, &len)) & CHAR_NFC) == 0)
			break;
		i += len;
	}
	return i;
}

void
normalize_nfc(struct patch_list *out, const struct char_table *t, struct slice text)
{
	struct codes codes = { 0 };
	struct buf formed = { 0 };
	size_t i = 0, before;

	while ((i = scan_flags(t, text, i, CHAR_NFC)) < text.len) {
		struct slice part;

		utf8_before(text, i, &before);
		part = slice_sub(text, i - before, unsafe_end(t, text, i));
		if ((unsigned char)text.at[i] < 0x80) {
			i++;
			continue;
		}
		buf_clear(&formed);
		compose(&codes, part, &formed);
		i = (size_t)(part.at - text.at) + part.len;
		if (!slice_eq(buf_slice(&formed), part))
			patch_add(out, i - part.len, i, buf_slice(&formed), EDIT_NFC);
	}
	mem_free(codes.at);
	mem_free(codes.class);
	buf_free(&formed);
}
