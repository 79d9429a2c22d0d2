/* match_cut: the words of a quotation as they are compared, one by one. */
#ifndef MATCH_CUT_H
#define MATCH_CUT_H

#include "buf.h"
#include "token.h"

struct cut_word {
	struct slice folded;  /* valid until the next call */
	size_t start, end;    /* bytes in the text */
	bool quoted;          /* stands in marks */
	bool first;           /* of its sentence */
	bool apart;           /* a dash, colon or semicolon is before it */
	bool asked;           /* what is before it ended with a question mark */
	bool name;            /* begins with a capital, and is not the first */
	bool lone;            /* a name whose neighbours begin with none: no title's word */
};

/* A zeroed struct is ready for cut_begin; cut_free ends it. */
struct cut {
	struct slice text;
	struct token_list tokens;
	struct buf folded;
	size_t next;          /* token */
	bool doubles;         /* there are double marks: single ones are apostrophes, or marks within */
	bool marks;           /* there are marks at all */
	bool quoted, first, apart;
	bool asked;           /* a question has ended since the last word */
};

void cut_begin(struct cut *c, struct slice text);

/* Is the first word a small one, so that the text may go on with a sentence?  Behind cut_begin. */
bool cut_is_small(const struct cut *c);
bool cut_next(struct cut *c, struct cut_word *w);
void cut_free(struct cut *c);

#endif
