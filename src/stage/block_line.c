/* block_line: cuts a text into lines, joins those of wrapped paragraphs, and notes what can be seen of each. */
#include "block_line.h"

#include "eight.h"
#include "mem.h"
#include "utf8.h"

enum {
	WRAP_MIN = 40, /* code points of the longest line of wrapped text, at least and at most */
	WRAP_MAX = 100
};

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

static bool
is_blank(uint32_t c)
{
	return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : utf8_is_space(c);
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Takes the white space off both ends of text[*start, *end). */
static void
trim(struct slice text, size_t *start, size_t *end)
{
	size_t len;

	while (*start < *end && is_blank(utf8_at(text, *start, &len)))
		*start += len;
	while (*start < *end && is_blank(utf8_before(slice_make(text.at, *end), *end, &len)))
		*end -= len;
}

/* Does a bullet open s?  "• Kim", "- Kim", "3. Kim", "b) Kim" */
static bool
opens_item(struct slice s)
{
	size_t len;
	size_t i = 0;
	uint32_t c = utf8_at(s, 0, &len);

	if (is_bullet(c))
		return len < s.len && is_blank(utf8_at(s, len, &len));
	while (i < s.len && i < 3 && is_digit(s.at[i]))
		i++;
	if (i == 0 && s.at[0] >= 'a' && s.at[0] <= 'z')
		i = 1;
	return i > 0 && i + 1 < s.len && (s.at[i] == ')' || (s.at[i] == '.' && is_digit(s.at[0]))) &&
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
	bool digit_before = i > 0 && is_digit(s.at[i - 1]);

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
		return digit_before && is_digit(next) ? LINE_CLOCK : 0;
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
	if (is_ideograph(c)) {
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
	} else if (is_blank(c) || (c != 0x2019 && c != 0x2010 && c != 0x2011)) {
		scan->in_word = false;
	}
}

static bool
opens_year(struct slice s, size_t i)
{
	return i + 4 <= s.len && (memcmp(s.at + i, "19", 2) == 0 || memcmp(s.at + i, "20", 2) == 0) &&
	    is_digit(s.at[i + 2]) && is_digit(s.at[i + 3]) && (i + 4 == s.len || !is_digit(s.at[i + 4]));
}

/* The ASCII bytes at s[i], eight at most, in one number that spaces fill up; how many they are in *n. */
static uint64_t
load_ascii(struct slice s, size_t i, size_t *n)
{
	uint64_t bytes = 0, beyond, taken;

	*n = s.len - i < 8 ? s.len - i : 8;
	if (*n == 8)
		bytes = eight_load(s.at + i);
	else
		for (size_t k = 0; k < *n; k++)
			bytes |= (uint64_t)(unsigned char)s.at[i + k] << 8 * k;
	beyond = bytes & EIGHT_TOPS;
	if (beyond != 0)
		*n = eight_first(beyond);
	if (*n == 8)
		return bytes;
	taken = (UINT64_C(1) << 8 * *n) - 1;
	return (bytes & taken) | (EIGHT(' ') & ~taken);
}

/* Notes the ASCII bytes at s[i], eight at most, and returns how many they are.  Nearly all bytes of all texts come by
 * here. */
static size_t
see_eight(struct block_line *line, struct scan *scan, struct slice s, size_t i)
{
	size_t n;
	uint64_t bytes = load_ascii(s, i, &n);
	uint64_t letters, digits = 0, alnum, words, marks, caps, carry = scan->in_word ? 0x80 : 0;

	if (n == 0)
		return 0;
	letters = alnum = eight_between(bytes | EIGHT(0x20), 'a', 'z');
	marks = EIGHT_TOPS & ~letters & ~eight_between(bytes, ' ', ' ');
	if (marks != 0) {
		digits = eight_between(bytes, '0', '9');
		alnum |= digits;
		for (uint64_t left = marks & ~digits; left != 0; left &= left - 1)
			line->flags |= flags_of_byte(s, i + eight_first(left));
		/* those that do not end a word */
		marks = (eight_between(bytes, ',', '.') | eight_between(bytes, '\'', '\'') | eight_between(bytes, ':', ':')) &
		    (alnum << 8 | carry);
	}
	words = alnum & ~((alnum | marks) << 8 | carry);
	caps = words & letters & ~(bytes << 2);
	line->words += eight_count(words);
	if (caps != 0)
		line->caps += eight_count(caps);
	if (digits != 0) {
		line->digits += eight_count(digits);
		line->low -= eight_count(words & digits);
		for (uint64_t left = words & digits; left != 0; left &= left - 1)
			line->flags |= opens_year(s, i + eight_first(left)) ? LINE_YEAR : 0;
	}
	scan->in_word = ((alnum | marks) >> (8 * n - 1) & 1) != 0;
	return n;
}

/* Passes the ASCII bytes of s from i on; returns where they end. */
static size_t
see_ascii(struct block_line *line, struct scan *scan, struct slice s, size_t i)
{
	size_t from = i, n;
	uint32_t words = line->words, caps = line->caps;

	while (i < s.len && (n = see_eight(line, scan, s, i)) > 0)
		i += n;
	line->low += (line->words - words) - (line->caps - caps); /* see_eight takes off those that begin with a digit */
	line->width += (uint32_t)(i - from);
	return i;
}

/* Notes what can be seen of one line. */
static void
look(struct block_line *line, struct slice text)
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

static struct block_line *
add(struct line_list *lines)
{
	MEM_GROW(lines->at, lines->cap, lines->len + 1);
	lines->at[lines->len] = (struct block_line){ .hint = ROLE_COUNT, .twins = 1 };
	return &lines->at[lines->len++];
}

static void
cut_lines(struct line_list *lines, struct slice text)
{
	uint32_t gap = 1;

	for (size_t from = 0; from <= text.len; gap++) {
		size_t end = from + slice_find(slice_sub(text, from, text.len), '\n');
		size_t start = from;
		struct block_line *line;

		from = end + 1;
		trim(text, &start, &end);
		if (start == end)
			continue;
		line = add(lines);
		line->start = start;
		line->end = end;
		line->gap = gap;
		gap = 0;
		look(line, text);
	}
}

/* Code points of the first word of a line. */
static size_t
first_word(struct slice text, const struct block_line *line)
{
	size_t n = 0;

	for (size_t i = line->start; i < line->end && text.at[i] != ' '; i++)
		n += utf8_boundary(text, i);
	return n;
}

/* Does b carry on a paragraph that was wrapped at that width: its first word would not have fitted behind a, or a is
 * long and breaks off before a word in lower case? */
static bool
wrapped(struct slice text, const struct block_line *a, const struct block_line *b, size_t width)
{
	char c = text.at[b->start];

	if (b->gap != 1 || (b->flags & LINE_BULLET) != 0)
		return false;
	return a->width + 1 + first_word(text, b) > width ||
	    (a->width * 4 > width * 3 && c >= 'a' && c <= 'z' && (a->flags & (LINE_STOP | LINE_COLON)) == 0);
}

/* The width at which the text was wrapped; 0 if it was not: some line is long, or lines that follow each
 * other do not fill the width, or their next does not run on in lower case as a sentence does. */
static size_t
wrap_width(const struct line_list *lines, struct slice text)
{
	size_t width = 0;
	size_t full = 0;
	size_t run_on = 0;
	size_t pairs = 0;

	for (size_t i = 0; i < lines->len; i++)
		width = lines->at[i].width > width ? lines->at[i].width : width;
	if (width < WRAP_MIN || width > WRAP_MAX)
		return 0;
	for (size_t i = 1; i < lines->len; i++) {
		const struct block_line *b = &lines->at[i];
		char c = text.at[b->start];

		pairs += b->gap == 1;
		if (wrapped(text, b - 1, b, width)) {
			full++;
			run_on += (c >= 'a' && c <= 'z') && ((b - 1)->flags & LINE_STOP) == 0;
		}
	}
	return full * 2 > pairs && run_on * 3 > full ? width : 0;
}

/* Joins b, the line behind it, to a. */
static void
join(struct block_line *a, const struct block_line *b)
{
	uint32_t ends = LINE_STOP | LINE_COLON;

	if ((a->flags & LINE_STOP) != 0)
		a->flags |= LINE_INNER;
	a->flags = (a->flags & ~ends) | (b->flags & ~(uint32_t)(LINE_BULLET | LINE_MARK));
	a->end = b->end;
	a->words += b->words;
	a->low += b->low;
	a->caps += b->caps;
	a->digits += b->digits;
	a->width = b->width; /* of its last line, for the next to be measured against */
}

static void
join_wrapped(struct line_list *lines, struct slice text)
{
	size_t width = wrap_width(lines, text);
	size_t n = 0;

	if (width == 0)
		return;
	for (size_t i = 0; i < lines->len; i++) {
		if (i > 0 && wrapped(text, &lines->at[n - 1], &lines->at[i], width))
			join(&lines->at[n - 1], &lines->at[i]);
		else
			lines->at[n++] = lines->at[i];
	}
	lines->len = n;
}

void
line_cut(struct line_list *lines, struct slice text)
{
	cut_lines(lines, text);
	join_wrapped(lines, text);
}
