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

/* A mark, a stop, a number or what else is no word; returns its end. */
static size_t
other(struct token_list *list, struct slice s, size_t i, size_t len, enum class c)
{
	size_t to = c == DIGIT ? number(s, i) : c == MARK ? mark_end(s, i, len) : i + len;

	push(list, c == DIGIT ? TOKEN_NUMBER : c == MARK ? TOKEN_MARK : c == STOP ? TOKEN_STOP : TOKEN_PUNCT, i, to);
	return to;
}

/* The token at i, or white space, that needs a closer look, with what clings to it; returns its end. */
static size_t
closely(struct token_list *list, struct slice s, size_t i, uint8_t *before)
{
	size_t from = list->len, len;
	enum class c = look(s, i, &len);
	struct token *first;

	if (c == SPACE || c == LINE) {
		*before |= c == LINE ? TOKEN_SPACE | TOKEN_LINE : TOKEN_SPACE;
		return i + len;
	}
	i = letter(c) ? word(list, s, i, &first) : other(list, s, i, len, c);
	list->at[from].flags |= *before;
	*before = 0;
	for (; from < list->len; from++)
		list->at[from].code = utf8_at(s, list->at[from].start, &len);
	return i;
}

/* "NATO", "B52s": two capitals or more, and no small letter?  Few words are asked, and the others' registers are kept for them. */
static __attribute__((noinline)) bool
shouted(struct slice word)
{
	size_t upper = 0, lower = 0;

	for (size_t i = 0; i < word.len; i++) {
		upper += ascii[(unsigned char)word.at[i]] == UPPER;
		lower += ascii[(unsigned char)word.at[i]] == LOWER;
	}
	return upper >= 2 && lower == 0;
}

enum { WINDOW = 64 }; /* bytes that are seen at once, a bit each */

/* What stands in a window: letters and digits of ASCII, spaces, what may glue two of them ("1,200"), and what needs a closer
 * look.  Behind the text stand spaces. */
struct sight {
	uint64_t inner, space, glue, odd;
};

/* Of the window at `at`, n bytes are of the text. */
static inline struct sight
see(const char *at, size_t n)
{
	uint64_t text = UINT64_MAX >> (n < WINDOW ? WINDOW - n : 0);
	struct sight v = { 0 };

	for (size_t i = 0; i < WINDOW; i += LANES) {
		lanes bytes = lanes_load(at + i);
		lanes white = lanes_in(bytes, '\t', '\r'), apostrophe = lanes_or(lanes_is(bytes, '\''), lanes_is(bytes, '`'));

		v.inner |= (uint64_t)lanes_bits(lanes_or(lanes_in(lanes_small(bytes), 'a', 'z'), lanes_in(bytes, '0', '9'))) << i;
		v.space |= (uint64_t)lanes_are(bytes, ' ') << i;
		v.glue |= (uint64_t)lanes_bits(lanes_or(lanes_or(lanes_is(bytes, '.'), lanes_is(bytes, ',')), lanes_is(bytes, ':'))) << i;
		v.odd |= (uint64_t)lanes_bits(lanes_or(bytes, lanes_or(white, apostrophe))) << i;
	}
	return (struct sight){ v.inner & text, v.space | ~text, v.glue & text, v.odd & text };
}

/* The first byte from number `from` on at which no plain token can end: it needs a closer look, or the window ends. */
static inline size_t
stop_of(struct sight v, size_t from)
{
	uint64_t inner = v.inner & UINT64_MAX << from, alone = inner & ~(inner << 1) & ~(inner >> 1);
	uint64_t glued = v.glue & inner << 1 & (inner >> 1 | alone << 1); /* "1,200", "F." */

	return (size_t)__builtin_ctzll(((v.odd | glued) & UINT64_MAX << from) | UINT64_C(1) << (WINDOW - 1));
}

/* The token of n bytes at `at`, which is s[start] and no more than it seems; there is a byte behind it. */
static inline struct token
plain(const char *at, size_t start, size_t n, uint8_t flags)
{
	static const struct look { uint8_t kind, flags; } looks[] = {
		[OTHER] = { TOKEN_PUNCT, 0 }, [LOWER] = { TOKEN_WORD, 0 }, [UPPER] = { TOKEN_WORD, TOKEN_CAPITAL }, [DIGIT] = { TOKEN_NUMBER, 0 },
		[STOP] = { TOKEN_STOP, 0 }, [MARK] = { TOKEN_MARK, 0 }
	};
	static const uint8_t loud[HIGH + 1] = { [UPPER] = TOKEN_CAPITAL, [DIGIT] = TOKEN_CAPITAL };
	unsigned char c = (unsigned char)at[0], second = ascii[(unsigned char)at[1]];
	struct look look = looks[ascii[c]];

	flags |= look.flags;
	if ((look.flags & loud[second]) != 0 && shouted(slice_make(at, n)))
		flags |= TOKEN_UPPER;
	return (struct token){ .start = (uint32_t)start, .end = (uint32_t)(start + n), .code = c, .kind = look.kind, .flags = flags };
}

/* Pushes the plain tokens from number `from` on of the window at s[i], whose bytes stand at `at`; returns the number where the
 * next one begins, and in *odd whether it needs a closer look.  *before are flags for the next token. */
static inline size_t
cut_plain(struct token_list *list, const char *at, size_t i, struct sight v, size_t from, uint8_t *before, bool *odd)
{
	size_t stop = stop_of(v, from), next = stop;
	uint64_t outer = ~v.inner, spaced = v.space << 1;
	uint64_t starts = ~v.space & (outer | outer << 1 | UINT64_C(1) << from) & ((UINT64_C(1) << stop) - 1) & UINT64_MAX << from;
	struct token *first, *t;

	/* the last one may go on beyond */
	if (stop > from && (spaced >> stop & 1) == 0) {
		next = WINDOW - 1 - (size_t)__builtin_clzll(starts);
		starts ^= UINT64_C(1) << next;
	}
	MEM_GROW(list->at, list->cap, list->len + WINDOW);
	first = t = list->at + list->len;
	for (; starts != 0; starts &= starts - 1) {
		size_t k = (size_t)__builtin_ctzll(starts), n = (size_t)__builtin_ctzll(outer >> k);

		*t++ = plain(at + k, i + k, n + (n == 0), (uint8_t)((spaced >> k & 1) * TOKEN_SPACE));
	}
	if (t > first) {
		first->flags |= *before;
		*before = 0;
	}
	*before |= (uint8_t)((spaced >> next & 1) * TOKEN_SPACE);
	list->len += (size_t)(t - first);
	*odd = stop < WINDOW - 1 || (next == 0 && from == 0);
	return next;
}

void
token_cut(struct token_list *list, struct slice text, size_t start, size_t end)
{
	struct slice s = slice_make(text.at, end);
	uint8_t before = TOKEN_SPACE | TOKEN_LINE;

	for (size_t i = start; i < end;) {
		char last[WINDOW] = { 0 };
		const char *at = text.len - i < WINDOW ? memcpy(last, text.at + i, text.len - i) : text.at + i;
		struct sight v = see(at, end - i);
		size_t k = 0;
		bool odd = true;

		/* behind what needed a closer look, most of the window may be left */
		while (odd && k < WINDOW / 2) {
			k = cut_plain(list, at, i, v, k, &before, &odd);
			if (odd)
				k = closely(list, s, i + k, &before) - i;
		}
		i += k;
	}
}
