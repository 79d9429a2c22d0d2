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

/* "NATO", "B52s": two capitals or more, and no small letter? */
static bool
shouted(struct slice word)
{
	size_t upper = 0, lower = 0;

	for (size_t i = 0; i < word.len; i++) {
		upper += ascii[(unsigned char)word.at[i]] == UPPER;
		lower += ascii[(unsigned char)word.at[i]] == LOWER;
	}
	return upper >= 2 && lower == 0;
}

/* What keeps a token of ASCII from being plain: how it begins, what follows it, and what follows one letter or stands
 * between two ("F.", "1,200"). */
enum { BEGINS = 1, FOLLOWS = 2, GLUES = 4 /* twice the bit behind a token */ };

static const unsigned char odd[128] = {
	[' '] = BEGINS, ['\t'] = BEGINS, ['\n'] = BEGINS, ['\v'] = BEGINS, ['\f'] = BEGINS, ['\r'] = BEGINS,
	['\''] = BEGINS | FOLLOWS, ['`'] = BEGINS | FOLLOWS, ['.'] = GLUES, [','] = GLUES, [':'] = GLUES
};

/* Pushes the plain tokens of ASCII from i on, each seen in one load, of which none begins at `loads` or behind it; returns
 * where a closer look is due.  *before are flags for the next token. */
static size_t
cut_plain(struct token_list *list, struct slice s, size_t i, size_t loads, uint8_t *before)
{
	static const uint8_t kinds[] = {
		[OTHER] = TOKEN_PUNCT, [LOWER] = TOKEN_WORD, [UPPER] = TOKEN_WORD, [DIGIT] = TOKEN_NUMBER, [STOP] = TOKEN_STOP, [MARK] = TOKEN_MARK
	};
	uint8_t flags = *before;

	while (i < loads) {
		lanes bytes = lanes_load(s.at + i);
		uint32_t inner = lanes_bits(lanes_or(lanes_in(lanes_small(bytes), 'a', 'z'), lanes_in(bytes, '0', '9')));
		size_t n = lanes_first(~inner), end = i + n + (n == 0);
		unsigned char c, next, class;
		struct token *t;

		if (n >= LANES - 1 || end >= s.len)
			break;
		c = (unsigned char)s.at[i];
		next = (unsigned char)s.at[end];
		if ((c | next) >= 0x80 || (odd[c] & BEGINS) != 0 ||
		    (odd[next] & ((n == 1 ? FOLLOWS | GLUES : FOLLOWS) | (inner >> n & 2) * 2)) != 0)
			break;
		MEM_GROW(list->at, list->cap, list->len + 1);
		t = &list->at[list->len++];
		class = ascii[c];
		t->start = (uint32_t)i;
		t->end = (uint32_t)end;
		t->code = c;
		t->kind = kinds[class];
		t->flags = flags | (class == UPPER ? TOKEN_CAPITAL : 0);
		if (((class ^ UPPER) | (ascii[(unsigned char)s.at[i + 1]] == LOWER)) == 0 && shouted(slice_sub(s, i, end)))
			t->flags |= TOKEN_UPPER;
		flags = next == ' ' ? TOKEN_SPACE : 0;
		i = end + (next == ' ');
	}
	*before = flags;
	return i;
}

void
token_cut(struct token_list *list, struct slice text, size_t start, size_t end)
{
	struct slice s = slice_make(text.at, end);
	size_t loads = text.len < LANES ? 0 : text.len - LANES + 1; /* where a load is within the text */
	uint8_t before = TOKEN_SPACE | TOKEN_LINE;

	if (loads > end)
		loads = end;
	for (size_t i = start; i < end;) {
		i = cut_plain(list, s, i, loads, &before);
		if (i < end)
			i = closely(list, s, i, &before);
	}
}
