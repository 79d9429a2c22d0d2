/* sentence_cut: the sentences of one block. */
#ifndef SENTENCE_CUT_H
#define SENTENCE_CUT_H

#include "sentence_scan.h"
#include "sentence_words.h"

/* What a language knows.  words lives as long as the rules. */
struct cut_rules {
	struct words words;
	bool ordinals;   /* writes "3." for third */
	bool colon;      /* a quotation behind a colon is a sentence of its own */
	bool keep_quote; /* a quotation of several sentences is one */
};

struct cut_list {
	struct { size_t start, end; } *at;
	size_t len, cap;
	size_t evidence; /* bytes of the document that may still be looked through for evidence of its words */
	struct scan scan; /* what was seen of the document last, maybe behind the block; SCAN_NOTHING at first */
};

/* Appends the sentences of text[start, end), which is trimmed, in order: trimmed ranges that hold all of its
 * bytes but white space.  Linear in the block.  The caller frees out->at with mem_free; scratch is used up. */
void cut_block(const struct cut_rules *rules, struct slice text, size_t start, size_t end,
    struct cut_list *out, struct buf *scratch);

#endif
