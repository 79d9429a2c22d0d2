#include "sentence_words.h"

#include "ascii.h"
#include "mem.h"
#include "utf8.h"

enum { SHORT = 30 }; /* bytes of a word whose length is noted */

static const struct {
	const char *name;
	unsigned classes;
} class_names[] = {
	{ "join", WORD_JOIN },
	{ "number", WORD_NUMBER },
	{ "name", WORD_NAME },
	{ "end", WORD_END },
	{ "time", WORD_END | WORD_TIME },
	{ "unit", WORD_UNIT },
	{ "start", WORD_START },
	{ "function", WORD_FUNCTION },
	{ "cue", WORD_CUE },
	{ "month", WORD_MONTH },
	{ "day", WORD_DAY },
	{ "closing", WORD_CLOSING },
	{ "label", WORD_LABEL },
	{ "head", WORD_START | WORD_HEAD },
	{ "capital", WORD_START | WORD_CAPITAL },
};

static unsigned
class_of(struct slice name)
{
	size_t i;

	for (i = 0; i < sizeof class_names / sizeof class_names[0]; i++)
		if (slice_is(name, class_names[i].name))
			return class_names[i].classes;
	return 0;
}

/* For the quick looks: that there is a word of these letters. */
static void
note_length(struct words *w, struct slice key, unsigned classes)
{
	size_t first = key.at[0] & 31, second = key.len > 1 ? key.at[1] & 31 : ' ' & 31;

	if (key.len >= SHORT)
		return;
	w->lens[first][second] |= UINT32_C(1) << key.len;
	if (classes & WORD_START)
		w->start_lens[first][second] |= UINT32_C(1) << key.len;
	if (classes & WORD_START && memchr(key.at, '\'', key.len) != NULL) /* ’ is two bytes longer */
		w->start_lens[first][second] |= UINT32_C(4) << key.len;
}

/* Adds the word's classes to those that it has. */
static void
put(struct words *w, struct slice word, unsigned classes)
{
	size_t before = w->keys.len, i;

	if (word.len == 0)
		return;
	buf_clear(&w->folded);
	utf8_fold(&w->folded, word);
	i = intern_add(&w->keys, buf_slice(&w->folded));
	MEM_GROW(w->classes, w->cap, i + 1);
	w->classes[i] = classes | (i < before ? w->classes[i] : 0);
	note_length(w, w->keys.text[i], classes);
}

static bool
begins_capital(struct slice word)
{
	size_t len;

	return utf8_is_upper(utf8_at(word, 0, &len));
}

size_t
words_add(struct words *w, struct slice tsv)
{
	size_t number = 0;

	while (tsv.len > 0) {
		struct slice line = slice_line(&tsv), rest = line;
		struct slice word = slice_cut(&rest, '\t'), name;
		unsigned classes;

		number++;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		name = rest.at == NULL ? rest : slice_cut(&rest, '\t');
		classes = class_of(name);
		if (word.len == 0 || classes == 0)
			return number;
		put(w, word, begins_capital(word) ? classes << WORD_SHIFT : classes);
	}
	return 0;
}

void
words_add_function(struct words *w, struct slice tsv, unsigned bits)
{
	while (tsv.len > 0) {
		struct slice rest = slice_cut(&tsv, '\n');
		struct slice word = slice_cut(&rest, '\t');

		if (word.len > 0 && word.at[0] != '#' && rest.at != NULL &&
		    class_of(slice_cut(&rest, '\t')) & (WORD_START | WORD_FUNCTION))
			put(w, word, bits);
	}
}

static bool
is_ascii(struct slice s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char)s.at[i];
	return all < 0x80;
}

unsigned
words_find(const struct words *w, struct slice word, struct buf *scratch)
{
	unsigned classes;
	uint32_t key;
	size_t len;

	if (word.len == 0 || word.len > WORD_BYTES_MAX)
		return 0;
	buf_clear(scratch);
	if (!is_ascii(word)) {
		utf8_fold(scratch, word);
	} else if (word.len > 1 && word.len < SHORT && (w->lens[word.at[0] & 31][word.at[1] & 31] >> word.len & 1) == 0) {
		return 0;
	} else {
		buf_room(scratch, WORD_BYTES_MAX);
		for (size_t i = 0; i < word.len; i++)
			scratch->at[i] = ascii_fold(word.at[i]);
		scratch->len = word.len;
	}
	if (!intern_find(&w->keys, buf_slice(scratch), &key))
		return 0;
	classes = w->classes[key];
	if (utf8_is_upper(utf8_at(word, 0, &len)))
		classes |= classes >> WORD_SHIFT;
	return classes & WORD_ALL;
}

void
words_free(struct words *w)
{
	intern_free(&w->keys);
	mem_free(w->classes);
	buf_free(&w->folded);
	*w = (struct words){ 0 };
}
