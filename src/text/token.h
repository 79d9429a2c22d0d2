/* token: words, numbers and marks of a text.  Hyphenated words are cut at the hyphen ("Iranian" "-" "made"),
 * clitics at the apostrophe ("Russia" "’s", "do" "n’t"); letters with stops stay together ("U.S."),
 * as do numbers ("1,200.50"). */
#ifndef TOKEN_H
#define TOKEN_H

#include <stdint.h>

#include "mem.h"
#include "slice.h"

enum token_kind {
	TOKEN_WORD,   /* letters; may hold digits ("B52"), an apostrophe ("O’Neill") or stops ("U.S.") */
	TOKEN_CLITIC, /* ’s ’re ’ll ’d ’ve ’m n’t; a bare apostrophe is a mark */
	TOKEN_NUMBER,
	TOKEN_MARK,   /* a quotation mark of any kind, '' and `` among them */
	TOKEN_STOP,   /* . ! ? … */
	TOKEN_PUNCT   /* any other code point that is no space */
};

enum {
	TOKEN_CAPITAL = 1, /* begins with an upper-case letter */
	TOKEN_UPPER = 2,   /* two letters or more, none lower case */
	TOKEN_SPACE = 4,   /* white space before it */
	TOKEN_LINE = 8     /* first of its line */
};

struct token {
	uint32_t start, end; /* bytes in the text */
	uint32_t code;       /* its first code point */
	uint8_t kind;
	uint8_t flags;
};

struct token_list {
	struct token *at;
	size_t len, cap;
};

/* Appends the tokens of text[start, end) to list, whose array the caller frees with mem_free (or
 * keeps for the next document, with len set to 0).  Linear in the text. */
void token_cut(struct token_list *list, struct slice text, size_t start, size_t end);

static inline struct slice
token_text(struct slice text, const struct token *t)
{
	return slice_make(text.at + t->start, t->end - t->start);
}

#endif
