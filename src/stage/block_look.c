/* block_look: what can be seen of a line in one pass over its bytes. */
#include "block_look.h"

#include "ascii.h"
#include "eight.h"
#include "lanes.h"
#include "utf8.h"

enum { SEEN = 64 }; /* bytes looked at together */

static bool
is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F ||
	    c == 0xFF0E || c == 0x061F || c == 0x06D4 || c == 0x0964 || c == 0x0589;
}

/* What may stand behind the stop of a sentence. */
static bool
is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x201D || c == 0x2019 || c == 0x201C ||
	    c == 0xBB || c == 0xAB || c == 0x203A || c == 0x300D || c == 0x300F || c == 0xFF09 || c == '*';
}

static bool
is_mark(uint32_t c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0x2018 || c == 0x300C ||
	    c == '\'' || c == '`';
}

static bool
is_rule(uint32_t c)
{
	return c == '|' || c == 0xBB || c == 0x203A || c == 0xB7 || c == 0x2022 || c == 0x25B6 || c == 0x25BA ||
	    c == 0x2192;
}

static bool
is_bullet(uint32_t c)
{
	return c == 0x2022 || c == 0xB7 || c == 0x2023 || c == 0x25E6 || c == 0x25AA || c == 0x25CF ||
	    c == 0x25A0 || c == 0x2013 || c == 0x2014 || c == '*' || c == '-' || c == '+';
}

/* Does a bullet open s?  "• Kim", "- Kim", "3. Kim", "b) Kim" */
static bool
opens_item(struct slice s)
{
	size_t len;
	size_t i = 0;
	uint32_t c = utf8_at(s, 0, &len);

	if (is_bullet(c))
		return len < s.len && line_blank(utf8_at(s, len, &len));
	while (i < s.len && i < 3 && ascii_digit(s.at[i]))
		i++;
	if (i == 0 && ascii_small(s.at[0]))
		i = 1;
	return i > 0 && i + 1 < s.len && (s.at[i] == ')' || (s.at[i] == '.' && ascii_digit(s.at[0]))) &&
	    s.at[i + 1] == ' ';
}

static uint32_t
flags_at_ends(struct slice s)
{
	uint32_t flags = 0;
	size_t len;
	size_t i = s.len;
	uint32_t c = utf8_before(s, i, &len);

	if (c == ':')
		flags |= LINE_COLON;
	while (i > len && is_closer(c)) {
		i -= len;
		c = utf8_before(s, i, &len);
	}
	if (is_stop(c))
		flags |= LINE_STOP;
	if (c == 0x2026 || (c == '.' && i > 2 && s.at[i - 2] == '.' && s.at[i - 3] == '.'))
		flags |= LINE_CUT;
	if (is_mark(utf8_at(s, 0, &len)))
		flags |= LINE_MARK;
	if (opens_item(s))
		flags |= LINE_BULLET;
	return flags;
}

/* What an ASCII byte at s[i] that is neither letter, digit nor space tells. */
static uint32_t
flags_of_byte(struct slice s, size_t i)
{
	char next = i + 1 < s.len ? s.at[i + 1] : '\n';
	bool digit_before = i > 0 && ascii_digit(s.at[i - 1]);

	switch (s.at[i]) {
	case ',':
		return next == ' ' ? LINE_COMMA : 0;
	case '|':
		return LINE_RULED;
	case '.': case '!': case '?':
		return next == ' ' && i > 2 && i + 2 < s.len && s.at[i - 2] != ' ' && s.at[i - 2] != '.' ? LINE_INNER : 0;
	case '@':
		return next != ' ' ? LINE_ADDRESS : 0;
	case '/':
		return next == '/' ? LINE_ADDRESS : 0;
	case ':':
		return digit_before && ascii_digit(next) ? LINE_CLOCK : 0;
	case '<': case '>':
		return LINE_DEBRIS;
	case '{': case '}':
		return LINE_DEBRIS;
	default:
		return 0;
	}
}

/* How many of these does the code point begin or carry on as a word of its own: ideographs and kana. */
static bool
is_ideograph(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x303F)) || (c >= 0x20000 && c <= 0x3FFFF);
}

struct scan {
	bool in_word;
	uint32_t ideographs;
};

/* A code point beyond ASCII: letters of words, ruling marks. */
static void
see_code(struct block_line *line, struct scan *scan, uint32_t c)
{
	if (c >= 0x2010 && c < 0x2020) { /* nearly all of news: dashes and quotation marks */
		scan->in_word = scan->in_word && (c <= 0x2011 || c == 0x2019);
	} else if (is_ideograph(c)) {
		scan->ideographs++;
	} else if (utf8_is_letter(c)) {
		if (!scan->in_word) {
			line->words++;
			line->low += utf8_is_lower(c);
			line->caps += utf8_is_upper(c);
		}
		scan->in_word = true;
	} else if (c == 0xA9 || c == 0x24B8) {
		line->flags |= LINE_RIGHTS;
	} else if (is_rule(c)) {
		line->flags |= LINE_RULED;
	} else if (is_stop(c) && c > 0x2026) {
		line->flags |= LINE_INNER;
	} else {
		scan->in_word = false;
	}
}

static bool
opens_year(struct slice s, size_t i)
{
	return i + 4 <= s.len && (memcmp(s.at + i, "19", 2) == 0 || memcmp(s.at + i, "20", 2) == 0) &&
	    ascii_digit(s.at[i + 2]) && ascii_digit(s.at[i + 3]) && (i + 4 == s.len || !ascii_digit(s.at[i + 4]));
}

/* Up to SEEN bytes of ASCII and what each is, a bit a byte, the first lowest. */
struct seen {
	size_t n;
	uint64_t letters, capitals, digits, joins, marks;
};

/* Classes the LANES bytes at at, and puts what they are at bit k.  A byte is a mark if it may tell a flag that is not known.
 * Returns those that are beyond ASCII. */
static inline uint64_t
see_load(struct seen *seen, const char *at, size_t k, uint32_t known)
{
	lanes bytes = lanes_load(at);
	lanes comma_to_dot = lanes_in(bytes, ',', '.'), colon = lanes_is(bytes, ':');
	lanes marks = lanes_or(lanes_in(bytes, ':', '@'), lanes_or(lanes_in(bytes, '{', '}'), lanes_is(bytes, '/')));
	uint32_t letters = lanes_between(lanes_small(bytes), 'a', 'z');

	if ((known & LINE_INNER) == 0)
		marks = lanes_or(marks, lanes_or(lanes_is(bytes, '.'), lanes_is(bytes, '!')));
	if ((known & LINE_COMMA) == 0)
		marks = lanes_or(marks, lanes_is(bytes, ','));
	seen->letters |= (uint64_t)letters << k;
	seen->capitals |= (uint64_t)(letters & ~lanes_low(bytes)) << k;
	seen->digits |= (uint64_t)lanes_between(bytes, '0', '9') << k;
	seen->joins |= (uint64_t)lanes_bits(lanes_or(lanes_or(comma_to_dot, colon), lanes_is(bytes, '\''))) << k;
	seen->marks |= (uint64_t)lanes_bits(marks) << k;
	return (uint64_t)lanes_beyond(bytes) << k;
}

/* Classes the ASCII bytes at s[i].  Where fewer than SEEN are left, those before them are seen once more. */
static struct seen
see(struct slice s, size_t i, uint32_t known)
{
	struct seen seen = { 0 };
	char few[SEEN];
	const char *at = s.at + i;
	size_t left = s.len - i, skip = left < SEEN && s.len >= SEEN ? SEEN - left : 0;
	uint64_t beyond = 0;

	if (s.len < SEEN)
		at = memcpy(memset(few, ' ', sizeof few), at, left);
	at -= skip;
	for (size_t k = skip / LANES * LANES; k < SEEN && beyond == 0; k += LANES)
		beyond = see_load(&seen, at + k, k, known) >> skip;
	seen.n = beyond != 0 ? (size_t)__builtin_ctzll(beyond) : SEEN - skip;
	seen.n = seen.n < left ? seen.n : left;
	seen.letters >>= skip;
	seen.capitals >>= skip;
	seen.digits >>= skip;
	seen.joins >>= skip;
	seen.marks >>= skip;
	return seen;
}

static uint32_t
count_bits(uint64_t mask)
{
	mask -= mask >> 1 & EIGHT(0x55);
	mask = (mask & EIGHT(0x33)) + (mask >> 2 & EIGHT(0x33));
	return (uint32_t)(((mask + (mask >> 4)) & EIGHT(0x0F)) * EIGHT(1) >> 56);
}

/* Notes the ASCII bytes at s[i], SEEN at most, one at least, and returns how many they are.  Nearly all bytes of all texts
 * come by here. */
static size_t
see_some(struct block_line *line, struct scan *scan, struct slice s, size_t i)
{
	struct seen seen = see(s, i, line->flags);
	uint64_t taken = UINT64_MAX >> (SEEN - seen.n), carry = scan->in_word;
	uint64_t alnum = (seen.letters | seen.digits) & taken;
	uint64_t joins = seen.joins & taken & (alnum << 1 | carry); /* those that do not end a word */
	uint64_t words = alnum & ~((alnum | joins) << 1 | carry);
	uint64_t digits = seen.digits & taken;

	for (uint64_t left = seen.marks & taken; left != 0; left &= left - 1)
		line->flags |= flags_of_byte(s, i + (size_t)__builtin_ctzll(left));
	line->words += count_bits(words);
	line->caps += count_bits(words & seen.capitals);
	if (digits != 0) {
		line->digits += count_bits(digits);
		line->low -= count_bits(words & digits);
		for (uint64_t left = words & digits; left != 0; left &= left - 1)
			line->flags |= opens_year(s, i + (size_t)__builtin_ctzll(left)) ? LINE_YEAR : 0;
	}
	scan->in_word = ((alnum | joins) >> (seen.n - 1) & 1) != 0;
	return seen.n;
}

/* Passes the ASCII bytes of s from i on; returns where they end. */
static size_t
see_ascii(struct block_line *line, struct scan *scan, struct slice s, size_t i)
{
	size_t from = i;
	uint32_t words = line->words, caps = line->caps;

	while (i < s.len && (unsigned char)s.at[i] < 0x80)
		i += see_some(line, scan, s, i);
	line->low += (line->words - words) - (line->caps - caps); /* see_some takes off those that begin with a digit */
	line->width += (uint32_t)(i - from);
	return i;
}

void
line_look(struct block_line *line, struct slice text)
{
	struct slice s = slice_sub(text, line->start, line->end);
	struct scan scan = { 0 };
	size_t len;

	line->flags = flags_at_ends(s);
	for (size_t i = see_ascii(line, &scan, s, 0); i < s.len; i = see_ascii(line, &scan, s, i)) {
		for (; i < s.len && (unsigned char)s.at[i] >= 0x80; i += len) {
			line->width++;
			see_code(line, &scan, utf8_at(s, i, &len));
		}
	}
	line->words += scan.ideographs / 2;
	line->low += scan.ideographs / 2;
}
