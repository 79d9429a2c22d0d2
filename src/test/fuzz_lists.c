/* fuzz_lists: any bytes as each of the lists that a user may give: cues, words, abbreviations, names, weights of words. */
#include "fuzz_names.h"

static const char text[] = "Ada Moore of Brenholt Lines said: \"We will pay approx. two.\" According to Mr. Vell, no one asked.";

static void
quotes_by(struct slice list)
{
	struct quote *q = quote_new();
	struct doc d = { 0 };

	quote_words(q, list);
	quote_roles(q, list);
	quote_cues(q, list);
	fuzz_text(&d, slice_from(text));
	quote_find(q, &d, 0);
	fuzz_rows(&d);
	doc_free(&d);
	quote_free(q);
}

static void
sentences_by(struct slice list)
{
	static const struct sentence_options options = { .lang = "en" };
	struct splitter *s = splitter_new(&options);
	struct doc d = { .text = slice_from(text) };

	splitter_add(s, list);
	doc_add(&d, ROW_DOC, 0, d.text.len)->field[ROW_TEXT] = d.text;
	splitter_doc(s, &d);
	doc_free(&d);
	splitter_free(s);
}

static void
names_by(struct slice list)
{
	fuzz_names(list, text);
}

/* The first byte chooses. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const by[])(struct slice) = { quotes_by, sentences_by, names_by };

	if (size > 0)
		by[data[0] % 3](slice_make((const char *)data + 1, size - 1));
	return 0;
}
