/* sentence_marks: a text with "|" at the end of every sentence but the last is split, and compared with itself. */
#ifndef SENTENCE_MARKS_H
#define SENTENCE_MARKS_H

#include "buf.h"
#include "sentence.h"
#include "tap.h"

struct sentence_case {
	const char *does, *text;
};

static inline void
sentence_check(const struct sentence_options *options, const struct sentence_case *row)
{
	struct splitter *splitter = splitter_new(options);
	struct doc doc = { 0 };
	struct buf plain = { 0 }, got = { 0 };
	const char *p;
	size_t i, from = 0;

	for (p = row->text; *p != '\0'; p++)
		if (*p != '|')
			buf_byte(&plain, *p);
	doc.text = buf_slice(&plain);
	splitter_doc(splitter, &doc);
	for (i = 0; i + 1 < doc.nrow; i++) {
		buf_add(&got, slice_sub(doc.text, from, doc.row[i].end));
		buf_byte(&got, '|');
		from = doc.row[i].end;
	}
	buf_add(&got, slice_sub(doc.text, from, doc.text.len));
	tap_same(buf_slice(&got), slice_from(row->text), row->does);
	buf_free(&plain);
	buf_free(&got);
	doc_free(&doc);
	splitter_free(splitter);
}

#endif
