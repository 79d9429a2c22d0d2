#include "sentence_lang.h"

#include "lexicon.h"
#include "utf8.h"

enum {
	GUESS_BYTES = 6000, /* looked at, at most */
	SURE_LEAD = 12      /* points before the second, and twice its points, that end the search */
};

static const struct {
	const char *code;
	bool ordinals;       /* "3." is third */
	bool colon;          /* a quotation behind a colon is a sentence of its own */
	const char *letters; /* that few of the others write */
} languages[LANG_COUNT] = {
	{ "en", false, false, "" },
	{ "de", true, false, "äöüß" },
	{ "fr", false, false, "éèêàçùûœ" },
	{ "es", false, false, "áéíóúñ¿¡" },
	{ "pt", false, true, "ãõáéíóúçâêà" },
	{ "ru", false, false, "ыэъёи" },
	{ "uk", false, false, "іїєґи" },
	{ "it", false, false, "àèéìòù" },
	{ "nl", false, false, "ëïĳ" },
	{ "pl", true, false, "ąćęłńśźżó" },
};

int
lang_of(struct slice code)
{
	int i;

	if (code.len < 2 || (code.len > 2 && code.at[2] != '-' && code.at[2] != '_'))
		return -1;
	for (i = 0; i < LANG_COUNT; i++)
		if ((code.at[0] | 32) == languages[i].code[0] && (code.at[1] | 32) == languages[i].code[1])
			return i;
	return -1;
}

const char *
lang_code(int lang)
{
	return languages[lang].code;
}

bool
lang_has_ordinals(int lang)
{
	return languages[lang].ordinals;
}

bool
lang_cuts_at_colon(int lang)
{
	return languages[lang].colon;
}

void
lang_guess_begin(struct lang_guess *g)
{
	int i;

	*g = (struct lang_guess){ 0 };
	for (i = 0; i < LANG_COUNT; i++)
		words_add_function(&g->words, lexicon_builtin(languages[i].code, "sentence-words"), 1u << i);
}

void
lang_guess_end(struct lang_guess *g)
{
	words_free(&g->words);
	buf_free(&g->scratch);
}

/* Counts a letter beyond ASCII for the languages that write it. */
static void
count_letter(unsigned score[LANG_COUNT], struct slice letter)
{
	size_t i;

	for (i = 0; i < LANG_COUNT; i++)
		score[i] += strstr(languages[i].letters, letter.at) != NULL;
}

/* The end of the word at i; counts its letters on the way. */
static size_t
pass_word(unsigned score[LANG_COUNT], struct slice text, size_t i)
{
	size_t len;

	for (; i < text.len; i += len) {
		uint32_t code = utf8_at(text, i, &len);

		if (!utf8_is_letter(code) && code != '\'' && code != 0x2019)
			break;
		if (len == 2) {
			char letter[5] = { 0 };

			memcpy(letter, text.at + i, len);
			count_letter(score, slice_make(letter, len));
		}
	}
	return i;
}

/* The number of the best language, and its points and those of the next. */
static int
best_of(const unsigned score[LANG_COUNT], unsigned *first, unsigned *second)
{
	int i, best = 0;

	*second = 0;
	for (i = 1; i < LANG_COUNT; i++) {
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
	unsigned score[LANG_COUNT] = { 0 }, first, second;
	size_t i = 0, len, lang, words = 0;
	int best;

	if (text.len > GUESS_BYTES)
		text.len = GUESS_BYTES;
	while (i < text.len) {
		size_t end = pass_word(score, text, i);
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
