/* match_edit: what a quotation changed of its statement's fullest wording, as change rows. */
#ifndef MATCH_EDIT_H
#define MATCH_EDIT_H

#include "align.h"
#include "match_quote.h"

struct editor;

/* all must have been grouped, and keep its text. */
struct editor *editor_new(const struct quotations *all);
void editor_free(struct editor *e);

/* Adds the change rows of q, whose number and statement are given, to its document. */
void editor_write(struct editor *e, const struct quotation *q, struct doc *d, struct slice number, struct slice statement);

#endif
