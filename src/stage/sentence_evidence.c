#include "sentence_evidence.h"

#include "utf8.h"

static bool
is_stop(char c)
{
	return c == '.' || c == '!' || c == '?';
}

static bool
is_part_of_word(uint32_t code)
{
	return utf8_is_letter(code) || utf8_is_digit(code) || code == '\'' || code == '-' || code == 0x2019;
}

static uint32_t
code_at(struct slice text, size_t i)
{
	size_t len;

	return i < text.len ? utf8_at(text, i, &len) : ' ';
}

/* Does a small word or a comma stand before the space before text[i]? */
static bool
is_inside(struct slice text, size_t i)
{
	size_t len;

	return i > 1 && text.at[i - 1] == ' ' &&
	    (text.at[i - 2] == ',' || utf8_is_lower(utf8_before(text, i - 1, &len)));
}

/* Takes what the word at text[start, end) tells. */
static void
take(struct evidence *e, struct slice text, size_t start, size_t end, uint32_t first)
{
	uint32_t code = code_at(text, start);
	bool capital = utf8_is_upper(code);

	e->small |= !capital;
	e->inside |= capital && is_inside(text, start);
	e->plain |= code == first && (end >= text.len || !is_stop(text.at[end]));
}

struct evidence
evidence_of(struct slice text, struct slice word, size_t *left)
{
	struct evidence e = { 0 };
	size_t len, before;
	uint32_t first = utf8_at(word, 0, &len), lower = utf8_lower(first);
	struct slice tail = slice_sub(word, len, word.len);
	const char *at = text.at;

	if (tail.len == 0 || *left < text.len)
		return e;
	*left -= text.len;
	while ((at = memchr(at, tail.at[0], text.len - (size_t)(at - text.at))) != NULL) {
		size_t i = (size_t)(at++ - text.at), start;

		if (text.len - i < tail.len)
			break;
		if (memcmp(text.at + i, tail.at, tail.len) != 0 || utf8_lower(utf8_before(text, i, &len)) != lower)
			continue;
		start = i - len;
		if (text.at + start == word.at || is_part_of_word(code_at(text, i + tail.len)) ||
		    is_part_of_word(utf8_before(text, start, &before)))
			continue;
		take(&e, text, start, i + tail.len, first);
	}
	return e;
}

/* Does word stand at at, its first letter small or capital? */
static bool
is_same(const char *at, struct slice word)
{
	return (at[0] | 0x20) == (word.at[0] | 0x20) && memcmp(at + 1, word.at + 1, word.len - 1) == 0;
}

bool
evidence_joins(struct slice text, struct slice word, size_t *left)
{
	const char *at = text.at;

	if (*left < text.len)
		return false;
	*left -= text.len;
	while ((at = memchr(at, '.', text.len - (size_t)(at - text.at))) != NULL) {
		size_t i = (size_t)(at++ - text.at), len;

		if (i + 2 >= text.len || i < word.len || !is_same(text.at + i - word.len, word) ||
		    is_part_of_word(utf8_before(text, i - word.len, &len)))
			continue;
		if (text.at[i + 1] == ',' || (text.at[i + 1] == ' ' && utf8_is_lower(code_at(text, i + 2))))
			return true;
	}
	return false;
}
