#include "token.h"

#include "lanes.h"
#include "utf8.h"

enum class { OTHER, SPACE, LINE, LOWER, UPPER, DIGIT, STOP, MARK, HIGH };

#define LOW(c) [c] = LOWER
#define CAP(c) [c] = UPPER

static const unsigned char ascii[256] = {
	[' '] = SPACE, ['\t'] = SPACE, ['\r'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\n'] = LINE,
	['.'] = STOP, ['!'] = STOP, ['?'] = STOP, ['"'] = MARK, ['\''] = MARK, ['`'] = MARK,
	['0'] = DIGIT, ['1'] = DIGIT, ['2'] = DIGIT, ['3'] = DIGIT, ['4'] = DIGIT,
	['5'] = DIGIT, ['6'] = DIGIT, ['7'] = DIGIT, ['8'] = DIGIT, ['9'] = DIGIT,
	LOW('a'), LOW('b'), LOW('c'), LOW('d'), LOW('e'), LOW('f'), LOW('g'), LOW('h'), LOW('i'),
	LOW('j'), LOW('k'), LOW('l'), LOW('m'), LOW('n'), LOW('o'), LOW('p'), LOW('q'), LOW('r'),
	LOW('s'), LOW('t'), LOW('u'), LOW('v'), LOW('w'), LOW('x'), LOW('y'), LOW('z'),
	CAP('A'), CAP('B'), CAP('C'), CAP('D'), CAP('E'), CAP('F'), CAP('G'), CAP('H'), CAP('I'),
	CAP('J'), CAP('K'), CAP('L'), CAP('M'), CAP('N'), CAP('O'), CAP('P'), CAP('Q'), CAP('R'),
	CAP('S'), CAP('T'), CAP('U'), CAP('V'), CAP('W'), CAP('X'), CAP('Y'), CAP('Z'),
	[128] = HIGH
};

static bool
is_mark(uint32_t code)
{
	return code - 0x2018 < 8 || code == 0xAB || code == 0xBB || code == 0x2039 || code == 0x203A || code == 0xB4 ||
	    code == 0xFF02 || code - 0x300C < 4 || code - 0x301D < 3;
}

static enum class
class_of(uint32_t code)
{
	if (code < 0x80)
		return ascii[code];
	if (is_mark(code))
		return MARK;
	if (code == 0x2026 || code == 0x203D || code == 0x3002)
		return STOP;
	if (code == 0x2028 || code == 0x2029 || code == 0x85)
		return LINE;
	if (utf8_is_space(code))
		return SPACE;
	if (utf8_is_upper(code))
		return UPPER;
	if (utf8_is_letter(code))
		return LOWER;
	return utf8_is_digit(code) ? DIGIT : OTHER;
}

static bool
alnum(enum class c)
{
	return c == LOWER || c == UPPER || c == DIGIT;
}

static bool
letter(enum class c)
{
	return c == LOWER || c == UPPER;
}

/* The class of the code point at s[i], and its length; SPACE at the end. */
static inline enum class
look(struct slice s, size_t i, size_t *len)
{
	unsigned char c;

	*len = 1;
	if (i >= s.len)
		return SPACE;
	c = (unsigned char)s.at[i];
	return c < 0x80 ? ascii[c] : class_of(utf8_at(s, i, len));
}

/* Bytes of an apostrophe at s[i], straight or typographic; 0 if there is none. */
static size_t
apostrophe(struct slice s, size_t i)
{
	if (i < s.len && s.at[i] == '\'')
		return 1;
	return i + 3 <= s.len && memcmp(s.at + i, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

static bool
ends_word(struct slice s, size_t i)
{
	size_t len;

	return !alnum(look(s, i, &len));
}

/* Bytes of the clitic behind an apostrophe that ends at s[i] ("s", "re"), or 0. */
static size_t
clitic_tail(struct slice s, size_t i)
{
	char a = i < s.len ? (char)(s.at[i] | 0x20) : 0;
	char b = i + 1 < s.len ? (char)(s.at[i + 1] | 0x20) : 0;

	if ((a == 's' || a == 'd' || a == 'm') && ends_word(s, i + 1))
		return 1;
	if (((a == 'r' && b == 'e') || (a == 'l' && b == 'l') || (a == 'v' && b == 'e')) && ends_word(s, i + 2))
		return 2;
	return 0;
}

/* The end of a run of letters and digits from i on; counts upper and lower case. */
static size_t
run(struct slice s, size_t i, size_t *upper, size_t *lower)
{
	size_t len;

	for (;; i += len) {
		enum class c;

		/* most letters of most texts */
		for (; i < s.len && ascii[(unsigned char)s.at[i]] == LOWER; i++)
			++*lower;
		c = look(s, i, &len);

		if (!alnum(c))
			return i;
		*upper += c == UPPER;
		*lower += c == LOWER;
	}
}

/* "U.S.", "a.m.", "J.D.B.": single letters, each with its stop, two or more.  Their end, or i. */
static size_t
letters_with_stops(struct slice s, size_t i)
{
	size_t from = i, n = 0, len, next;

	if ((unsigned char)s.at[i] < 0x80 && (i + 1 >= s.len || s.at[i + 1] != '.'))
		return i;

	while (letter(look(s, i, &len)) && i + len < s.len && s.at[i + len] == '.') {
		i += len + 1;
		n++;
	}
	/* "U.S.S" and "a.mind": a last letter without its stop belongs to it only when alone */
	if (n > 0 && letter(look(s, i, &len)) && !alnum(look(s, i + len, &next))) {
		i += len;
		n++;
	} else if (letter(look(s, i, &next)) && n < 2) {
		return from;
	}
	return n >= 2 ? i : from;
}

/* "1,200.50", "10:30", "54th": digits, with one of .,: between two of them, and what is glued behind. */
static size_t
number(struct slice s, size_t i)
{
	size_t upper = 0, lower = 0, len;

	for (;;) {
		i = run(s, i, &upper, &lower);
		if (i >= s.len || (s.at[i] != '.' && s.at[i] != ',' && s.at[i] != ':') || look(s, i + 1, &len) != DIGIT)
			return i;
		i++;
	}
}

static inline struct token *
push(struct token_list *list, enum token_kind kind, size_t start, size_t end)
{
	struct token *t;

	MEM_GROW(list->at, list->cap, list->len + 1);
	t = &list->at[list->len++];
	*t = (struct token){ .start = (uint32_t)start, .end = (uint32_t)end, .kind = (uint8_t)kind };
	return t;
}

/* Pushes the word that begins at i, and its clitic; returns where they end. */
static size_t
word(struct token_list *list, struct slice s, size_t i, struct token **first)
{
	size_t upper = 0, lower = 0, len;
	size_t end = letters_with_stops(s, i), mark, tail;

	if (end > i) {
		*first = push(list, TOKEN_WORD, i, end);
		(*first)->flags = look(s, i, &len) == UPPER ? TOKEN_CAPITAL | TOKEN_UPPER : 0;
	} else {
		bool capital = look(s, i, &len) == UPPER;

		end = run(s, i, &upper, &lower);
		/* "O'Neill", "Nat'l": an apostrophe between letters, unless what follows is a clitic */
		while ((mark = apostrophe(s, end)) > 0 && clitic_tail(s, end + mark) == 0 &&
		    letter(look(s, end + mark, &len)) &&
		    !((s.at[end + mark] | 0x20) == 't' && ends_word(s, end + mark + 1) && (s.at[end - 1] | 0x20) == 'n'))
			end = run(s, end + mark, &upper, &lower);
		*first = push(list, TOKEN_WORD, i, end);
		(*first)->flags = (uint8_t)((capital ? TOKEN_CAPITAL : 0) | (upper >= 2 && lower == 0 ? TOKEN_UPPER : 0));
	}
	mark = apostrophe(s, end);
	tail = mark > 0 ? clitic_tail(s, end + mark) : 0;
	if (tail > 0) {
		push(list, TOKEN_CLITIC, end, end + mark + tail);
		return end + mark + tail;
	}
	if (mark > 0 && end - i >= 3 && letter(look(s, end + mark, &len))) {
		/* "don't", "couldn't": cut before the n */
		list->at[list->len - 1].end = (uint32_t)end - 1;
		push(list, TOKEN_CLITIC, end - 1, end + mark + 1);
		return end + mark + 1;
	}
	return end;
}

/* '' and `` are one mark. */
static size_t
mark_end(struct slice s, size_t i, size_t len)
{
	bool doubled = (s.at[i] == '\'' || s.at[i] == '`') && i + 1 < s.len && s.at[i + 1] == s.at[i];

	return i + (doubled ? 2 : len);
}

/* A word of ASCII that nothing glued to it could change, seen in one load: pushed at once.  Its end; i where a closer
 * look is due. */
static inline size_t
plain_word(struct token_list *list, struct slice s, size_t i, uint8_t before)
{
	lanes bytes = lanes_load(s.at + i);
	uint32_t letters = lanes_between(lanes_small(bytes), 'a', 'z'), upper = lanes_between(bytes, 'A', 'Z');
	uint32_t stop = ~(letters | lanes_between(bytes, '0', '9')) & LANES_ALL, within;
	size_t end = i + (stop != 0 ? lanes_first(stop) : LANES);
	struct token *t;

	if (end < s.len && (stop == 0 || (unsigned char)s.at[end] >= 0x80 || s.at[end] == '\'' || (s.at[end] == '.' && end == i + 1)))
		return i;
	if (end > s.len)
		end = s.len;
	within = (UINT32_C(1) << (end - i)) - 1;
	letters &= within;
	upper &= within;
	t = push(list, TOKEN_WORD, i, end);
	t->code = (unsigned char)s.at[i];
	t->flags = (uint8_t)(before | (upper & 1 ? TOKEN_CAPITAL : 0) |
	    (upper == letters && (upper & (upper - 1)) != 0 ? TOKEN_UPPER : 0));
	return end;
}

/* A mark, a stop, a number or what else is no word; returns its end. */
static size_t
other(struct token_list *list, struct slice s, size_t i, size_t len, enum class c)
{
	size_t to = c == DIGIT ? number(s, i) : c == MARK ? mark_end(s, i, len) : i + len;

	push(list, c == DIGIT ? TOKEN_NUMBER : c == MARK ? TOKEN_MARK : c == STOP ? TOKEN_STOP : TOKEN_PUNCT, i, to);
	return to;
}

void
token_cut(struct token_list *list, struct slice text, size_t start, size_t end)
{
	struct slice s = slice_make(text.at, end);
	size_t loads = text.len < LANES ? 0 : text.len - LANES + 1; /* where a load is within the text */
	uint8_t before = TOKEN_SPACE | TOKEN_LINE;

	for (size_t i = start, len; i < end;) {
		enum class c = look(s, i, &len);
		size_t from = list->len, to = letter(c) && len == 1 && i < loads ? plain_word(list, s, i, before) : i;
		struct token *first;

		if (to > i) {
			bool space = to < end && s.at[to] == ' ';

			before = space ? TOKEN_SPACE : 0;
			i = to + space;
			continue;
		}
		if (c == SPACE || c == LINE) {
			before |= c == LINE ? TOKEN_SPACE | TOKEN_LINE : TOKEN_SPACE;
			i += len;
			continue;
		}
		i = letter(c) ? word(list, s, i, &first) : other(list, s, i, len, c);
		list->at[from].flags |= before;
		before = 0;
		for (; from < list->len; from++)
			list->at[from].code = utf8_at(s, list->at[from].start, &len);
	}
}
