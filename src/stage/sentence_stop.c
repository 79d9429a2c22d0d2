#include "sentence_stop.h"

#include "ascii.h"
#include "eight.h"
#include "utf8.h"

enum {
	WORD_MAX = WORD_BYTES_MAX, /* bytes looked back for a word */
	MARKS_MAX = 6,             /* closing or opening marks looked at */
	PAIR_MAX = 8               /* bytes of each of two short words */
};

size_t
stop_space(struct slice text, size_t i)
{
	unsigned char c = (unsigned char)text.at[i];
	size_t len;

	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return 1;
	if (c != 0xC2 && (c < 0xE1 || c > 0xE3)) /* with which all others begin */
		return 0;
	return utf8_is_space(utf8_at(text, i, &len)) ? len : 0;
}

size_t
stop_space_before(struct slice text, size_t i)
{
	size_t len;

	if (i == 0)
		return 0;
	if ((unsigned char)text.at[i - 1] < 0x80)
		return stop_space(text, i - 1);
	return utf8_is_space(utf8_before(text, i, &len)) ? len : 0;
}

static enum mark
mark_wide(uint32_t code)
{
	switch (code) {
	case 0x2018: case 0x2019: case 0x201A: case 0x201C: case 0x201D: case 0x201E:
	case 0x2039: case 0x203A: case 0xAB: case 0xBB:
		return MARK_QUOTE;
	case 0x2012: case 0x2013: case 0x2014: case 0x2015:
		return MARK_DASH;
	case 0x2022: case 0x2023: case 0x2043: case 0x204C: case 0x204D: case 0x2219: case 0x25AA: case 0x25CF:
	case 0x25A0: case 0x25B6: case 0x25BA: case 0x25E6: case 0xB7: case 0x27A2: case 0xF0B7:
		return MARK_BULLET;
	case 0xBF: case 0xA1:
		return MARK_ASK;
	default:
		return MARK_NO;
	}
}

enum mark
stop_mark(struct slice text, size_t i, size_t *len)
{
	char c = text.at[i];

	*len = 1;
	if ((unsigned char)c >= 0x80)
		return mark_wide(utf8_at(text, i, len));
	if (c == '"' || c == '\'' || c == '`')
		return MARK_QUOTE;
	if (c == '(' || c == '[' || c == '{')
		return MARK_OPEN;
	if (c == ')' || c == ']' || c == '}')
		return MARK_CLOSE;
	if (c == '-')
		return MARK_DASH;
	return c == '*' ? MARK_BULLET : MARK_NO;
}

/* Marks of ASCII at which a word ends. */
static const bool parts_words[128] = {
	['"'] = true, ['('] = true, [')'] = true, ['['] = true, [']'] = true, ['{'] = true, ['}'] = true, ['<'] = true,
	['>'] = true, ['/'] = true, [','] = true, [';'] = true, [':'] = true, ['='] = true, ['|'] = true, ['*'] = true,
	[' '] = true, ['\t'] = true, ['\n'] = true, ['\v'] = true, ['\f'] = true,
};

/* Does a word end before text[i], i > 0?  Apostrophes and hyphens belong to it. */
static bool
cuts_word(struct slice text, size_t i)
{
	const unsigned char *p = (const unsigned char *)text.at + i - 1;

	if (*p < 0x80)
		return parts_words[*p];
	if (i >= 3 && p[-2] == 0xE2) /* all marks, but ’ and the hyphen that does not break */
		return p[-1] != 0x80 || (*p != 0x99 && *p != 0x91);
	return i >= 2 && p[-1] == 0xC2 && (*p == 0xA0 || *p == 0xAB || *p == 0xBB || *p == 0xBF || *p == 0xA1);
}

size_t
stop_word(struct slice text, size_t start, size_t at)
{
	size_t i = at;

	while (i > start && at - i < WORD_MAX && !cuts_word(text, i))
		i--;
	while (i < at && (!utf8_boundary(text, i) || text.at[i] == '\'' || text.at[i] == '-'))
		i++;
	return i;
}

static bool
is_ellipsis(struct slice text, size_t i, size_t end)
{
	return i + 2 < end && memcmp(text.at + i, "\xE2\x80\xA6", 3) == 0;
}

/* Takes the stops from s->at on, the spaced ones of ". . ." too. */
static void
read_stops(struct stop *s, struct slice text, size_t end)
{
	size_t i = s->at, dots = 0;
	bool ask = false, wide = false;

	for (;;) {
		if (i < end && text.at[i] == '.') {
			dots++;
			i++;
		} else if (i < end && (text.at[i] == '!' || text.at[i] == '?')) {
			ask = true;
			i++;
		} else if (is_ellipsis(text, i, end)) {
			wide = true;
			i += 3;
		} else if (dots > 0 && i + 1 < end && text.at[i] == ' ' && text.at[i + 1] == '.' &&
		    (i + 2 == end || text.at[i + 2] == ' ' || text.at[i + 2] == '.' ||
		    (unsigned char)text.at[i + 2] >= 0x80 || text.at[i + 2] == '"')) {
			i++;
		} else {
			break;
		}
	}
	s->past = i;
	s->kind = ask ? STOP_ASK : wide || dots > 1 ? STOP_ELLIPSIS : STOP_FULL;
}

/* A footnote's number, "[12]", or an omission, "[...]": its length, or 0. */
static size_t
footnote(struct slice text, size_t i, size_t end)
{
	size_t j = i + 1;

	if (i >= end || text.at[i] != '[')
		return 0;
	while (j < end && j - i < 6 && (ascii_digit(text.at[j]) || text.at[j] == '.' ||
	    is_ellipsis(text, j, end)))
		j += (unsigned char)text.at[j] >= 0x80 ? 3 : 1;
	return j > i + 1 && j < end && text.at[j] == ']' ? j + 1 - i : 0;
}

/* Is the quotation mark at i, len bytes, a closing one?  Behind a stop it is, unless a word hangs on it. */
static bool
closes(struct slice text, size_t i, size_t len, size_t end, bool open_quote)
{
	size_t next = i + len, mark_len;

	if (text.at[i] == '"' && open_quote)
		return true;
	if (next >= end || stop_space(text, next) > 0)
		return true;
	if (strchr(".,;:!?", text.at[next]) != NULL)
		return true;
	return stop_mark(text, next, &mark_len) != MARK_NO;
}

/* A closing mark behind white space, on which no word hangs: " ''", " ”", " »".  Its end, or i. */
static size_t
spaced_closer(struct slice text, size_t i, size_t end)
{
	size_t j = i;

	while (j < end && stop_space(text, j) > 0)
		j += stop_space(text, j);
	if (j == i || j >= end || ascii_alnum(text.at[j]))
		return i;
	if (text.at[j] == '"')
		j += 1;
	else if (j + 1 < end && text.at[j] == text.at[j + 1] && (text.at[j] == '\'' || text.at[j] == '`'))
		j += 2;
	else if (j + 2 < end && (memcmp(text.at + j, "\xE2\x80\x9D", 3) == 0 ||
	    memcmp(text.at + j, "\xE2\x80\xBA", 3) == 0))
		j += 3;
	else if (j + 1 < end && memcmp(text.at + j, "\xC2\xBB", 2) == 0)
		j += 2;
	else
		return i;
	return j >= end || stop_space(text, j) > 0 || strchr(".,;", text.at[j]) != NULL ? j : i;
}

static void
read_closers(struct stop *s, struct slice text, size_t end, bool open_quote)
{
	size_t i = s->past, len, n;

	for (n = 0; n < MARKS_MAX && i < end; n++, i += len) {
		enum mark mark = stop_mark(text, i, &len);

		if (mark == MARK_CLOSE)
			s->flags |= STOP_BRACKETED;
		else if (mark == MARK_QUOTE && closes(text, i, len, end, open_quote))
			s->flags |= STOP_QUOTED;
		else if (footnote(text, i, end) > 0)
			len = footnote(text, i, end);
		else
			break;
		if (text.at[i] == '"')
			open_quote = false;
	}
	s->end = spaced_closer(text, i, end);
	if (s->end != i)
		s->flags |= STOP_QUOTED;
	for (n = 0; n < MARKS_MAX && s->end < end && text.at[s->end] == ' '; n++)
		if ((len = footnote(text, s->end + 1, end)) > 0)
			s->end += 1 + len;
		else
			break;
}

static enum next_kind
kind_of(struct slice text, size_t i)
{
	size_t len;
	uint32_t code;

	if ((unsigned char)(text.at[i] - 'A') < 26)
		return NEXT_UPPER;
	code = utf8_at(text, i, &len);
	if (utf8_is_upper(code))
		return NEXT_UPPER;
	if (utf8_is_lower(code))
		return NEXT_LOWER;
	if (utf8_is_digit(code))
		return NEXT_DIGIT;
	return utf8_is_letter(code) ? NEXT_UPPER : NEXT_MARK;
}

/* Passes the marks before the next word. */
static size_t
read_openers(struct stop *s, struct slice text, size_t i, size_t end)
{
	size_t len, n;

	for (n = 0; n < MARKS_MAX && i < end; n++) {
		enum mark mark;

		if (ascii_alnum(text.at[i]))
			break;
		mark = stop_mark(text, i, &len);
		if (mark == MARK_DASH)
			s->flags |= STOP_DASHED;
		else if (mark == MARK_BULLET)
			s->flags |= STOP_BULLET;
		else if (mark != MARK_NO)
			s->flags |= STOP_OPENED;
		else if ((len = stop_space(text, i)) == 0)
			break;
		i += len;
	}
	return i;
}

/* Where a word from text[i] on ends, if that is seen at once; else i. */
static size_t
short_word_end(struct slice text, size_t i, size_t end)
{
	uint64_t bytes, others;

	if (end - i < 8)
		return i;
	bytes = eight_load(text.at + i);
	others = EIGHT_TOPS & ~(eight_between(bytes | EIGHT(0x20), 'a', 'z') | eight_between(bytes, '0', '9'));
	if ((bytes & EIGHT_TOPS) != 0 || others == 0 || text.at[i + eight_first(others)] == '\'')
		return i;
	return i + eight_first(others);
}

size_t
stop_word_end(struct slice text, size_t i, size_t end)
{
	size_t from = i, len, near = short_word_end(text, i, end);

	if (near > i)
		return near;
	while (i < end && i - from < WORD_MAX) {
		uint32_t code;

		if (ascii_alnum(text.at[i])) {
			i++;
			continue;
		}
		if ((unsigned char)text.at[i] < 0x80 && text.at[i] != '\'')
			break;
		code = utf8_at(text, i, &len);
		if (!utf8_is_letter(code) && !utf8_is_digit(code) && code != '\'' && code != 0x2019)
			break;
		i += len;
	}
	return i;
}

static void
read_next(struct stop *s, struct slice text, size_t end)
{
	size_t i = s->end;

	while (i < end && stop_space(text, i) > 0)
		i += stop_space(text, i);
	if (i > s->end)
		s->flags |= STOP_SPACED;
	s->begin = i;
	i = read_openers(s, text, i, end);
	s->next = i < end ? kind_of(text, i) : s->begin < end ? NEXT_MARK : NEXT_NONE;
	s->next_word = i;
}

/* "z. B.", "т. е.": the classes of the word with the one before it, if both are short and have a stop. */
static unsigned
pair_classes(const struct stop *s, const struct words *words, struct slice text, size_t start,
    struct buf *scratch)
{
	char pair[2 * PAIR_MAX];
	size_t i = s->word, from, len;

	if (s->past - s->word > PAIR_MAX || i <= start + 1 || text.at[i - 1] != ' ' || text.at[i - 2] != '.')
		return 0;
	from = stop_word(text, start, i - 1);
	len = i - 1 - from;
	if (len > PAIR_MAX)
		return 0;
	memcpy(pair, text.at + from, len);
	memcpy(pair + len, text.at + s->word, s->past - s->word);
	return words_find(words, slice_make(pair, len + s->past - s->word), scratch);
}

static void
read_word(struct stop *s, const struct words *words, struct slice text, size_t start, struct buf *scratch)
{
	s->word = stop_word(text, start, s->at);
	if (s->word == s->at && s->at > start && stop_space(text, s->at - 1) > 0)
		s->flags |= STOP_GAP;
	if (s->word == s->at || s->kind != STOP_FULL)
		return;
	s->classes = pair_classes(s, words, text, start, scratch);
	if (s->classes == 0)
		s->classes = words_find(words, slice_sub(text, s->word, s->past), scratch);
	if (s->classes == 0 && memchr(text.at + s->word, '-', s->at - s->word) != NULL) {
		size_t i = s->at;

		while (text.at[i - 1] != '-')
			i--;
		s->classes = words_find(words, slice_sub(text, i, s->past), scratch);
	}
}

void
stop_read(struct stop *s, const struct words *words, struct slice text, size_t start, size_t end,
    size_t i, bool open_quote, struct buf *scratch)
{
	*s = (struct stop){ .at = i };
	read_stops(s, text, end);
	read_closers(s, text, end, open_quote);
	read_next(s, text, end);
	if (s->next != NEXT_NONE)
		read_word(s, words, text, start, scratch);
}
