/* quote_test: a table of what is found in a paragraph, and what runs it.  In a text, | ends a sentence and a line ends a
 * paragraph; a quotation is expected as form:words:cue:speaker, several with / between them. */
#ifndef QUOTE_TEST_H
#define QUOTE_TEST_H

#include "buf.h"
#include "lexicon.h"
#include "quote.h"
#include "tap.h"

struct quote_test {
	const char *does, *text, *want;
};

/* Fills text with the bytes of marked, without its signs, and d with its sentences. */
static inline void
make_doc(struct doc *d, const char *marked, struct buf *text)
{
	size_t start = 0, block = 1, n = 0;
	struct { size_t start, end, block; } s[32];

	for (const char *c = marked; ; c++) {
		if (*c == '|' || *c == '\n' || *c == 0) {
			s[n].start = start;
			s[n].end = text->len;
			s[n++].block = block;
			block += *c == '\n';
			buf_string(text, *c == '\n' ? "\n\n" : *c == '|' ? " " : "");
			start = text->len;
		} else {
			buf_byte(text, *c);
		}
		if (*c == 0)
			break;
	}
	d->id = slice_from("d");
	d->text = buf_slice(text);
	for (size_t i = 0; i < n; i++) {
		struct row *r = doc_add(d, ROW_SENTENCE, s[i].start, s[i].end);

		r->field[SENTENCE_NUMBER] = arena_number(&d->arena, i + 1);
		r->field[SENTENCE_BLOCK] = arena_number(&d->arena, s[i].block);
		r->field[SENTENCE_ROLE] = slice_from("paragraph");
	}
}

static inline void
tell(struct buf *got, const struct doc *d)
{
	for (size_t i = doc_next(d, ROW_QUOTE, 0), n = 0; i < d->nrow; i = doc_next(d, ROW_QUOTE, i + 1), n++) {
		const struct row *r = &d->row[i];

		if (n > 0)
			buf_string(got, " / ");
		buf_add(got, r->field[QUOTE_FORM]);
		buf_string(got, r->field[QUOTE_PART].len > 0 ? " " : "");
		buf_add(got, r->field[QUOTE_PART]);
		buf_byte(got, ':');
		buf_add(got, r->field[ROW_TEXT]);
		buf_byte(got, ':');
		buf_add(got, r->field[QUOTE_CUE]);
		buf_byte(got, ':');
		buf_add(got, r->field[QUOTE_SPEAKER]);
	}
}

static inline void
test_row(struct quote *q, const struct quote_test *t)
{
	struct doc d = { 0 };
	struct buf text = { 0 }, got = { 0 };

	make_doc(&d, t->text, &text);
	quote_find(q, &d, 0.3);
	tell(&got, &d);
	tap_same(buf_slice(&got), slice_from(t->want), t->does);
	doc_free(&d);
	buf_free(&text);
	buf_free(&got);
}

/* Runs the rows with the built-in lists of a language. */
static inline void
test_language(const char *lang, const struct quote_test *tests, size_t n)
{
	struct quote *q = quote_new();

	quote_roles(q, lexicon_builtin(lang, "roles"));
	tap_ok(quote_words(q, lexicon_builtin(lang, "pos")) == 0 && quote_cues(q, lexicon_builtin(lang, "cues")) == 0,
	    "the built-in lists are well formed");
	for (size_t i = 0; i < n; i++)
		test_row(q, &tests[i]);
	quote_free(q);
}

#endif
