#include "normalize_scan.h"

#if defined __SSE2__
#include <emmintrin.h>
#endif

#include "ascii.h"
#include "eight.h"
#include "lanes.h"
#include "mem.h"
#include "normalize_chars.h"
#include "normalize_misread.h"
#include "normalize_nfc.h"
#include "utf8.h"

/* Has the character flags worth a look?  Ideographs and Hangul syllables, most of the plane, have none. */
static bool
is_dull(uint32_t code)
{
	return code < 0x80 || (code >= 0x3400 && code < 0xA000) || (code >= 0xAC00 && code < 0xF900);
}

/* Its part in misread sequences. */
static unsigned
misread_flags(const struct codecs *c, uint32_t code)
{
	const struct codec_char *entry = codec_char(c, code);
	bool cyrillic = code >= 0x400 && code < 0x530;

	if (entry == NULL)
		return 0;
	return (entry->begins == 0 ? 0u : cyrillic ? CHAR_BEGINS_CYRILLIC : CHAR_BEGINS) |
	    (entry->continues != 0 ? CHAR_CONTINUES : 0u) |
	    (entry->is_80 != 0 || (entry->continues != 0 && (code < 0x410 || code > 0x44F)) ? CHAR_CONTINUES_CYRILLIC : 0u);
}

struct char_table *
char_table_new(void)
{
	struct char_table *t = mem_alloc(sizeof *t);

	t->codecs = codecs_new();
	for (uint32_t code = 0x80; code < 0x10000; code++) {
		unsigned flags = misread_flags(t->codecs, code);

		if (!is_dull(code))
			flags |= (chars_wants(code) ? CHAR_FIX : 0u) | (nfc_is_safe(code) ? 0u : CHAR_NFC);
		t->flags[code] = (uint8_t)(flags | (code >= 0xC0 && code <= 0xFF ? CHAR_WESTERN : 0u));
	}
	return t;
}

void
char_table_free(struct char_table *t)
{
	codecs_free(t->codecs);
	mem_free(t);
}

unsigned
char_flags(const struct char_table *t, uint32_t code)
{
	if (code < 0x10000)
		return t->flags[code];
	if (code >= 0x1F000 && code < 0x20000)
		return chars_wants(code) ? CHAR_FIX : 0;
	return (chars_wants(code) ? CHAR_FIX : 0u) | (nfc_is_safe(code) ? 0u : CHAR_NFC);
}

static const bool is_special[256] = { ['&'] = true, ['<'] = true, ['>'] = true, ['\t'] = true, ['\r'] = true };

static inline bool
is_plain(unsigned char c, unsigned char next)
{
	return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && (c != ' ' || next > ' ');
}

/* A bit for each of STEP bytes that is not plain, given the byte behind them too: BITS bits apart. */
#if defined __SSE2__
enum { STEP = 16, BITS = 1 };

static inline uint64_t
not_plain(const char *p)
{
	const __m128i blank = _mm_set1_epi8(' ');
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
	__m128i odd = _mm_or_si128(_mm_cmplt_epi8(v, blank), _mm_cmpeq_epi8(v, _mm_set1_epi8(0x7F)));

	odd = _mm_or_si128(odd, _mm_and_si128(_mm_cmpeq_epi8(v, blank), _mm_cmpeq_epi8(_mm_min_epu8(next, blank), next)));
	odd = _mm_or_si128(odd, _mm_cmpeq_epi8(v, _mm_set1_epi8('&')));
	odd = _mm_or_si128(odd, _mm_cmpeq_epi8(_mm_andnot_si128(_mm_set1_epi8(2), v), _mm_set1_epi8('<')));
	return (uint64_t)_mm_movemask_epi8(odd);
}
#else
enum { STEP = 8, BITS = 8 };

/* The high bit of every byte of x that is below `limit` (at most 0x80), exactly. */
static inline uint64_t
below(uint64_t x, unsigned limit)
{
	return ~(((x & EIGHT(0x7F)) + EIGHT(0x80 - limit)) | x) & EIGHT_TOPS;
}

static inline uint64_t
not_plain(const char *p)
{
	uint64_t x = eight_load(p);
	uint64_t odd = x | ((x & EIGHT(0x7F)) + EIGHT(1)); /* above 7E */

	odd |= below(x, 0x20) | (below(x, 0x21) & below(eight_load(p + 1), 0x21));
	odd |= below(x ^ EIGHT('&'), 1) | below((x & ~EIGHT(2)) ^ EIGHT('<'), 1);
	return odd & EIGHT_TOPS;
}
#endif

/* The next byte at or after i that is no plain ASCII: above 7E, a control character, & < >, or a blank with
 * another blank or control character behind it.  s.len if none. */
static size_t
scan_plain(struct slice s, size_t i)
{
	/* in other alphabets than this a blank is all that is plain */
	for (size_t most = i + 2; i < most; i++)
		if (i + 1 >= s.len || !is_plain((unsigned char)s.at[i], (unsigned char)s.at[i + 1]))
			break;
	while (i + STEP + 1 <= s.len) {
		uint64_t odd = not_plain(s.at + i);

		if (odd != 0)
			return i + (size_t)__builtin_ctzll(odd) / BITS;
		i += STEP;
	}
	while (i < s.len && is_plain((unsigned char)s.at[i], i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0))
		i++;
	return i;
}

static bool
is_gap(struct slice s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];

	return c < ' ' || (c == ' ' && (i + 1 == s.len || (unsigned char)s.at[i + 1] <= ' '));
}

size_t
scan_gap(struct slice s, size_t i)
{
	for (; i + LANES + 1 <= s.len; i += LANES) {
		lanes v = lanes_load(s.at + i);
		uint32_t next = lanes_between(lanes_load(s.at + i + 1), '\0', ' ');
		uint32_t gaps = lanes_between(v, '\0', ' ' - 1) | (lanes_are(v, ' ') & next);

		if (gaps != 0)
			return i + lanes_first(gaps);
	}
	while (i < s.len && !is_gap(s, i))
		i++;
	return i;
}

/* Is the line end at i one that stays: after a text, before a text, at most one empty line between? */
static bool
good_line_end(struct slice s, size_t i)
{
	size_t next = i + 1;

	if (i > 0 && s.at[i - 1] == '\n')
		return next < s.len && (unsigned char)s.at[next] > ' ';
	if (next < s.len && s.at[next] == '\n')
		next++;
	return i > 0 && next < s.len && (unsigned char)s.at[next] > ' ';
}

static unsigned
scan_low(struct slice s, size_t i)
{
	switch (s.at[i]) {
	case '&':
		return SCAN_ENTITY;
	case '<': case '>':
		return SCAN_MARKUP;
	case '\n':
		return good_line_end(s, i) ? 0 : SCAN_SPACE;
	case ' ': case '\t': case '\r':
		return SCAN_SPACE;
	default:
		return is_plain((unsigned char)s.at[i], 'x') ? 0 : SCAN_CHAR;
	}
}

/* Do the two characters begin a sequence of UTF-8 in one codec? */
static bool
is_suspect(const struct char_table *t, uint32_t before, uint32_t code)
{
	const struct codec_char *a = codec_char(t->codecs, before), *b = codec_char(t->codecs, code);

	return a != NULL && b != NULL && (a->begins & b->continues) != 0;
}

/* utf8_at, with the two bytes of most alphabets and the three of most marks read here. */
static inline uint32_t
code_at(struct slice s, size_t i, size_t *len)
{
	unsigned char lead = (unsigned char)s.at[i], next = i + 1 < s.len ? (unsigned char)s.at[i + 1] : 0;

	if (lead >= 0xC2 && lead < 0xE0 && (next & 0xC0) == 0x80) {
		*len = 2;
		return (lead & 0x1FU) << 6 | (next & 0x3FU);
	}
	if (lead > 0xE0 && lead < 0xED && (next & 0xC0) == 0x80 && i + 2 < s.len && (s.at[i + 2] & 0xC0) == 0x80) {
		*len = 3;
		return (lead & 0x0FU) << 12 | (next & 0x3FU) << 6 | ((unsigned char)s.at[i + 2] & 0x3FU);
	}
	return utf8_at(s, i, len);
}

/* Are there three letters of Latin-1, or what stands between them, beside each other in text[start, end)?  Their first byte is
 * C3. */
static bool
has_western(struct slice s, size_t start, size_t end)
{
	size_t n = 0;

	for (size_t i = start; i + 1 < end && n < 3; i += n > 0 ? 2 : 1)
		n = (unsigned char)s.at[i] == 0xC3 ? n + 1 : 0;
	return n == 3;
}

/* Is text[start, end) a sign of Latin-1, U+00A1 to U+00BF, between two small letters? */
static bool
is_sign_inside(struct slice s, size_t start, size_t end)
{
	return end == start + 2 && (unsigned char)s.at[start] == 0xC2 && (unsigned char)s.at[start + 1] > 0xA0 && start > 0 &&
	    end < s.len && ascii_small(s.at[start - 1]) && ascii_small(s.at[end]);
}

/* Scans the run of characters beyond ASCII at start; returns its end, or text.len at bytes that are no UTF-8. */
static size_t
scan_high(const struct char_table *t, struct slice s, size_t start, struct misread_sense *read, unsigned *found)
{
	unsigned flags = 0, before = 0;
	uint32_t code = 0, last = 0;
	bool suspect = false;
	size_t i, len;

	for (i = start; i < s.len && (unsigned char)s.at[i] >= 0x80; i += len) {
		unsigned now;

		code = code_at(s, i, &len);
		if (code == UTF8_BAD) {
			*found |= SCAN_BYTES;
			return s.len;
		}
		now = code < 0x10000 ? t->flags[code] : char_flags(t, code);
		flags |= now;
		if ((before << 1 & now & (CHAR_CONTINUES | CHAR_CONTINUES_CYRILLIC)) != 0 && !suspect)
			suspect = is_suspect(t, last, code);
		before = now;
		last = code;
	}
	suspect |= code == 0xC3; /* "voilÃ le": half of the letter may have become a blank */
	*found |= ((flags & CHAR_FIX) != 0 ? SCAN_CHAR : 0u) | ((flags & CHAR_NFC) != 0 ? SCAN_NFC : 0u);
	if ((flags & CHAR_WESTERN) != 0 && has_western(s, start, i))
		*found |= SCAN_ALPHABET;
	if (is_sign_inside(s, start, i))
		*found |= SCAN_LATIN;
	if (suspect && (*found & SCAN_ENCODING) == 0 && misread_suspected(read, t->codecs, s, start, i))
		*found |= SCAN_ENCODING;
	return i;
}

unsigned
normalize_scan(const struct char_table *t, struct slice s)
{
	struct misread_sense read = { 0 };
	unsigned found = 0;
	size_t i = 0;

	if (s.len > 0 && ((unsigned char)s.at[0] <= ' ' || (unsigned char)s.at[s.len - 1] <= ' '))
		found |= SCAN_SPACE;
	while ((i = scan_plain(s, i)) < s.len) {
		if ((unsigned char)s.at[i] >= 0x80)
			do
				i = scan_high(t, s, i, &read, &found);
			while (i + 1 < s.len && s.at[i] == ' ' && (unsigned char)s.at[i + 1] >= 0x80 && i++ < s.len);
		else
			do
				found |= scan_low(s, i++);
			while (i < s.len && is_special[(unsigned char)s.at[i]]);
	}
	return found;
}

size_t
scan_flags(const struct char_table *t, struct slice s, size_t i, unsigned flags)
{
	while (i < s.len) {
		unsigned char c = (unsigned char)s.at[i];
		uint32_t code;
		size_t len;

		if (c < 0x80) {
			if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7F)
				return i;
			i = scan_plain(s, i + 1);
			continue;
		}
		code = code_at(s, i, &len);
		if (((code < 0x10000 ? t->flags[code] : char_flags(t, code)) & flags) != 0)
			return i;
		i += len;
	}
	return i;
}
