/* block: the blocks of a page's text (headline, paragraphs, captions, menus) and the role of each.  Roles
 * come from a line's shape, its repetition, the stretch it stands in and the word list `boilerplate`;
 * nothing is dropped. */
#ifndef BLOCK_H
#define BLOCK_H

#include <stdbool.h>

#include "doc.h"
#include "slice.h"

struct block {
	size_t start, end; /* bytes in the text */
	enum role role;
};

struct block_list {
	struct block *at;
	size_t len, cap;
};

struct block_rules;

/* Rules with the built-in phrases of that language ("en"); a language without a list has none, and
 * shape must do.  The caller frees them. */
struct block_rules *block_rules_new(const char *lang);
void block_rules_free(struct block_rules *rules);

/* What the mark-up of a page told of a line of its text, before it was stripped. */
struct block_mark {
	size_t start;   /* the line's first byte */
	size_t linked;  /* bytes of it in links */
	bool heading;
	bool furniture; /* in an element for menus, comments, sharing ... */
	bool caption;
	bool byline;    /* in one for the author, the date and the like */
	bool inside;    /* in the element that holds the article */
	bool outside;   /* there is such an element, and the line is not in it */
};

/* Fills *out (emptied first; the caller frees out->at with mem_free) with the blocks of text: in order,
 * apart, without white space at their ends, and together holding every byte that is no white space.  A
 * block is a line, or the lines of a paragraph that was wrapped.  title may be empty.  Linear in the text. */
void block_find(const struct block_rules *rules, struct slice text, struct slice title, struct block_list *out);

/* The same for a text of which n marks are known, in order. */
void block_find_marked(const struct block_rules *rules, struct slice text, struct slice title,
    const struct block_mark *mark, size_t n, struct block_list *out);

#endif
