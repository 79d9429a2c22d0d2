/* fuzz_lexicon: a word list of any bytes, asked for each word of a text of any bytes (what follows the first NUL). */
#include "fuzz.h"
#include "lexicon.h"
#include "utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice all = slice_make((const char *)data, size);
	struct slice list = slice_cut(&all, '\0');
	struct slice text = all.at != NULL ? all : list;
	struct lexicon *l = lexicon_new();
	struct token_list tokens = { 0 };
	size_t last = 0;

	lexicon_add(l, list, 0);
	token_cut(&tokens, text, 0, text.len);
	for (size_t i = 0; i < tokens.len; i++) {
		const struct token *t = &tokens.at[i];
		size_t taken = 0;
		const struct entry *e = lexicon_longest(l, text, tokens.at, tokens.len, i, &taken);

		MUST(t->start >= last && t->end > t->start && t->end <= text.len);
		last = t->end;
		if (e != NULL)
			MUST(taken > 0 && taken <= tokens.len - i);
		lexicon_find(l, token_text(text, t));
	}
	mem_free(tokens.at);
	lexicon_free(l);
	return 0;
}
