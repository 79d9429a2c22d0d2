/* fuzz_sentence: the sentences of any well-formed text are in order, apart, trimmed, and hold all that is no white space;
 * where the doc row's text was emptied, they tell it. */
#include "fuzz_text.h"
#include "sentence.h"

static void
check(const struct doc *d)
{
	size_t end = 0;

	for (size_t i = doc_next(d, ROW_SENTENCE, 0); i < d->nrow; i = doc_next(d, ROW_SENTENCE, i + 1)) {
		const struct row *r = &d->row[i];

		fuzz_stretch(d->text, end, r->start, r->end);
		MUST(utf8_boundary(d->text, r->start) && utf8_boundary(d->text, r->end));
		end = r->end;
	}
	MUST(fuzz_blank(d->text, end, d->text.len));
}

/* The first byte chooses language and boundaries. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const langs[] = { "en", "de", "pt", "ru", "pl", "auto" };
	struct sentence_options options = { 0 };
	struct slice text = slice_make((const char *)data, size);
	struct splitter *splitter;
	struct doc doc = { 0 };

	if (size == 0)
		return 0;
	options.lang = langs[data[0] % 6];
	options.keep_quote = data[0] >= 128;
	text = slice_sub(text, 1, size);
	text.len = utf8_valid(text);
	splitter = splitter_new(&options);
	doc.text = text;
	doc_add(&doc, ROW_DOC, 0, text.len)->field[ROW_TEXT] = text;
	splitter_doc(splitter, &doc);
	check(&doc);
	doc_free(&doc);
	splitter_free(splitter);
	return 0;
}
