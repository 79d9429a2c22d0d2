#include "words.h"

#include "utf8.h"

bool
words_next(struct slice *rest, struct slice *word)
{
	size_t start, end, len;

	for (start = 0; start < rest->len && utf8_is_space(utf8_at(*rest, start, &len)); start += len)
		;
	for (end = start; end < rest->len && !utf8_is_space(utf8_at(*rest, end, &len)); end += len)
		;
	*word = slice_sub(*rest, start, end);
	*rest = slice_sub(*rest, end, rest->len);
	return word->len > 0;
}

size_t
words_count(struct slice s)
{
	struct slice word;
	size_t n = 0;

	while (words_next(&s, &word))
		n++;
	return n;
}

struct slice
words_first(struct slice s, size_t n)
{
	struct slice rest = s, word;

	while (n-- > 0 && words_next(&rest, &word))
		;
	return slice_make(s.at, (size_t)(rest.at - s.at));
}

struct slice
words_last(struct slice s, size_t n)
{
	struct slice word;
	size_t words = words_count(s);

	while (words-- > n)
		words_next(&s, &word);
	return s;
}

static bool
is_punctuation(uint32_t code)
{
	return !utf8_is_letter(code) && !utf8_is_digit(code);
}

/* The word without the punctuation around it; all of it if it is nothing else. */
static struct slice
core_of(struct slice word)
{
	size_t start = 0, end = word.len, len;

	while (start < end && is_punctuation(utf8_at(word, start, &len)))
		start += len;
	while (end > start && is_punctuation(utf8_before(word, end, &len)))
		end -= len;
	return start == end ? word : slice_sub(word, start, end);
}

static struct slice
key_of(struct slice word, struct buf *scratch, struct arena *arena)
{
	buf_clear(scratch);
	utf8_fold(scratch, core_of(word));
	return arena_copy(arena, buf_slice(scratch));
}

struct word_list
words_cut(struct slice text, struct arena *arena)
{
	size_t most = text.len / 2 + 1;
	struct word_list list = {
		.word = arena_alloc(arena, most * sizeof *list.word), .key = arena_alloc(arena, most * sizeof *list.key),
	};
	struct buf scratch = { 0 };
	struct slice word;

	while (words_next(&text, &word)) {
		list.word[list.len] = word;
		list.key[list.len++] = key_of(word, &scratch, arena);
	}
	buf_free(&scratch);
	return list;
}
