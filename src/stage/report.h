/* report: a ledger drawn: for a terminal, as TSV, and as a web page.  All functions append to a buf, and
 * escape or show whatever of the articles' text would act on what reads it. */
#ifndef REPORT_H
#define REPORT_H

#include "buf.h"
#include "ledger.h"
#include "tally.h"
#include "variant.h"

struct report {
	const struct ledger *ledger;
	size_t width;        /* columns of the terminal */
	bool color;
	struct slice title;  /* of the page */
	struct tally *conflicts; /* the page's: aggregate's table of that name, when the adding has ended; NULL: none */
	struct slice page;   /* what of the page is still to come */
	struct arena arena;  /* scratch of one statement */
};

/* Statement number i (from 0) for a terminal: who said it, who carried it, the fullest wording, and below it
 * what every other outlet made of it. */
void report_terminal(struct report *r, size_t i, struct buf *out);

/* The line below the n statements that were drawn: how many there were. */
void report_terminal_end(struct report *r, size_t n, struct buf *out);

enum { REPORT_COLUMNS = 15 };

extern const char *const report_column[REPORT_COLUMNS];

/* Wording k of statement i as a row of a table, unescaped; valid until the next call. */
void report_tsv(struct report *r, size_t i, size_t k, struct slice column[REPORT_COLUMNS]);

/* The page: what stands before the statements, statement number i, and what stands behind the first n of them. */
void report_html_begin(struct report *r, struct buf *out);
void report_html(struct report *r, size_t i, struct buf *out);
void report_html_end(struct report *r, size_t n, struct buf *out);

/* The conflicts between wordings of the first n statements, as JSON that names them by their places. */
void report_conflicts(struct report *r, size_t n, struct buf *out);

/* What a wording makes of its statement's fullest one, in r->arena. */
struct piece_list report_pieces(struct report *r, const struct statement *s, const struct wording *w);

void report_free(struct report *r);

#endif
