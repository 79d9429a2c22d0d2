/* html_page: a page of HTML as lines of text, with what the mark-up tells of each line and of the page. */
#ifndef HTML_PAGE_H
#define HTML_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "article.h"
#include "buf.h"
#include "html_parse.h"
#include "table.h"

/* Lists that say what elements and words mean; html_lists_free ends them. */
struct html_lists {
	struct table elements, classes, meta;
};

void html_lists_load(struct html_lists *lists);
void html_lists_free(struct html_lists *lists);

enum html_part { PART_NONE, PART_DROP, PART_CAPTION, PART_BODY, PART_BYLINE };

/* A block of the page, or a part of a line that tells something; the parent holds it. */
struct html_region {
	enum html_part part;
	uint32_t parent;     /* region 0 is the page */
	bool asks;           /* holds a form, in no other that it holds */
	size_t own;          /* bytes of running text in it and in no other that it holds */
	size_t prose;        /* bytes of running text in it */
	size_t kept;         /* of those, bytes in no furniture */
	bool dropped;        /* it, or one that holds it, is furniture */
	bool captioned;
	bool bylined;
	bool in_body;        /* in the element that holds the article */
};

/* A line of the text; newlines stand between lines. */
struct html_line {
	size_t start, end;
	size_t linked;       /* bytes of it in links, */
	size_t bylined;      /* and in parts of the line for the author, the date and the like */
	uint32_t region;
	bool heading;
};

enum { RANK_TITLE = 6 }; /* of what the element title holds, among those of the list html-meta */

/* What meta elements and their like tell; the lowest rank of a field wins. */
struct html_meta {
	struct article article;
	unsigned char rank[ARTICLE_FIELDS]; /* 0: nothing yet */
	struct slice window;                /* what the element title holds */
};

struct html_page {
	struct buf text;
	struct html_line *line;
	size_t lines, line_cap;
	struct html_region *region;
	size_t regions, region_cap;
	bool has_body;         /* some region is in_body */
	bool body_sure;        /* and it holds nearly all that may be the article */
	bool begun;            /* some tag was there; */
	bool whole;            /* the first was that of a page, not of a part of one */
	struct html_meta meta;
};

/* Reads the page, which is UTF-8; strings of meta are put into the arena. */
void html_page_read(struct html_page *p, const struct html_lists *lists, struct slice page, struct arena *a);
void html_page_free(struct html_page *p);

/* Fills what prose tells of the regions, when all lines are known. */
void html_page_judge(struct html_page *p);

/* Takes a value for a field, trimmed, unless one of a lower or the same rank is there. */
void html_tell(struct html_meta *m, enum article_field field, unsigned char rank, struct slice value, struct arena *a);

/* Takes what a start tag tells of the page: meta, link, html, time. */
void html_meta_tag(struct html_meta *m, const struct html_lists *lists, const struct html_tag *tag, struct arena *a);

/* Takes what a JSON-LD script tells. */
void html_meta_json(struct html_meta *m, struct slice json, struct arena *a);

#endif
