/* sentence: cuts a document into labelled blocks and sentences. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include <stdbool.h>

#include "buf.h"
#include "doc.h"
#include "slice.h"

struct sentence_options {
	const char *lang; /* "en" and so on, or "auto"; NULL: as the doc row says, else "en" */
	bool keep_text;   /* leave the doc row's text in place */
	bool keep_quote;  /* a quotation of several sentences is one */
};

struct splitter;

/* NULL if options->lang is no language with a list.  The caller frees it with splitter_free. */
struct splitter *splitter_new(const struct sentence_options *options);
void splitter_free(struct splitter *s);

/* Adds abbreviations to every language.  The bytes must outlive s.  Returns 0, or the number of the first line (from
 * 1) that is no entry. */
size_t splitter_add(struct splitter *s, struct slice tsv);

/* Blocks that the pattern (of PCRE2) matches become boilerplate.  False, with the reason appended to why, if it is no
 * pattern. */
bool splitter_boilerplate(struct splitter *s, const char *pattern, struct buf *why);

/* Adds a sentence row for each sentence of d's text, unless d has such rows; under "auto" fills the doc row's
 * language.  Empties the doc row's text when the sentences can tell it. */
void splitter_doc(struct splitter *s, struct doc *d);

/* Can a reader rebuild the text from these sentences?  It fills the gaps within a block with spaces, all others with
 * newlines. */
bool sentence_tells_text(struct slice text, const struct sentence *sentences, size_t n);

#endif
