#include "sentence_lang.h"

#include "builtin.h"
#include "lexicon.h"
#include "utf8.h"

enum {
	GUESS_BYTES = 6000, /* looked at, at most */
	SURE_LEAD = 12      /* points before the second, and twice its points, that end the search */
};

static void
read_traits(struct lang *l)
{
	struct slice rest = lexicon_builtin(l->code, "traits");

	while (rest.len > 0) {
		struct slice letters = slice_line(&rest), trait = slice_cut(&letters, '\t');

		l->ordinals |= slice_is(trait, "ordinals");
		l->colon |= slice_is(trait, "colon");
		if (slice_is(trait, "letters"))
			l->letters = letters;
	}
}

void
langs_find(struct langs *l)
{
	l->len = 0;
	for (const struct builtin *b = builtin_lists; b->lang != NULL && l->len < LANG_MOST; b++) {
		if (strcmp(b->name, "sentence-words") != 0)
			continue;
		l->at[l->len] = (struct lang){ .code = b->lang };
		read_traits(&l->at[l->len++]);
	}
}

int
langs_named(const struct langs *l, struct slice code)
{
	if (code.len < 2 || (code.len > 2 && code.at[2] != '-' && code.at[2] != '_'))
		return -1;
	for (int i = 0; i < l->len; i++)
		if (slice_is_fold(slice_sub(code, 0, 2), l->at[i].code))
			return i;
	return -1;
}

void
lang_guess_begin(struct lang_guess *g, const struct langs *langs)
{
	*g = (struct lang_guess){ .langs = langs };
	for (int i = 0; i < langs->len; i++)
		words_add_function(&g->words, lexicon_builtin(langs->at[i].code, "sentence-words"), 1u << i);
}

void
lang_guess_end(struct lang_guess *g)
{
	words_free(&g->words);
	buf_free(&g->scratch);
}

/* Counts a letter of two bytes for the languages that write it, as a function word counts twice. */
static void
count_letter(const struct langs *langs, unsigned score[LANG_MOST], const char *letter)
{
	for (int i = 0; i < langs->len; i++) {
		struct slice letters = langs->at[i].letters;

		for (size_t k = 0; k + 2 <= letters.len; k += 2)
			score[i] += memcmp(letters.at + k, letter, 2) == 0;
	}
}

/* The end of the word at i; counts its letters on the way. */
static size_t
pass_word(const struct langs *langs, unsigned score[LANG_MOST], struct slice text, size_t i)
{
	size_t len;

	for (; i < text.len; i += len) {
		uint32_t code = utf8_at(text, i, &len);

		if (!utf8_is_letter(code) && code != '\'' && code != 0x2019)
			break;
		if (len == 2)
			count_letter(langs, score, text.at + i);
	}
	return i;
}

/* The number of the best language, and its points and those of the next. */
static int
best_of(const unsigned score[LANG_MOST], unsigned *first, unsigned *second)
{
	int i, best = 0;

	*second = 0;
	for (i = 1; i < LANG_MOST; i++) {
		unsigned least = score[i] > score[best] ? score[best] : score[i];

		if (least > *second)
			*second = least;
		if (score[i] > score[best])
			best = i;
	}
	*first = score[best];
	return best;
}

int
lang_guess(struct lang_guess *g, struct slice text)
{
	unsigned score[LANG_MOST] = { 0 }, first, second;
	size_t i = 0, len, lang, words = 0;
	int best;

	if (text.len > GUESS_BYTES)
		text.len = GUESS_BYTES;
	while (i < text.len) {
		size_t end = pass_word(g->langs, score, text, i);
		unsigned in;

		if (end == i) {
			utf8_at(text, i, &len);
			i += len;
			continue;
		}
		in = words_find(&g->words, slice_sub(text, i, end), &g->scratch);
		for (lang = 0; in != 0; lang++, in >>= 1)
			score[lang] += 2 * (in & 1);
		i = end;
		if (++words % 16 == 0) {
			best = best_of(score, &first, &second);
			if (first >= 2 * second + SURE_LEAD)
				return best;
		}
	}
	best = best_of(score, &first, &second);
	return first < 2 || first == second ? -1 : best;
}
