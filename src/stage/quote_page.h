/* quote_page: what makes the units of a page's paragraphs. */
#ifndef QUOTE_PAGE_H
#define QUOTE_PAGE_H

#include "quote_parts.h"

/* Prepares a page's paragraphs, from the first of n sentences on, into q->para, and returns how many sentences they have.
 * opening: the first of them opens the document. */
size_t quote_page(struct quote *q, struct slice text, const struct sentence *s, size_t n, bool opening);

/* quote_mark: does text hold a mark that could open a quotation? */
bool quote_has_marks(struct slice text);

/* Pairs the marks of the paragraph; says whether its last quotation never closes. */
bool quote_mark(struct para *p);

/* quote_unit: makes its units. */
void quote_unit(struct para *p);

/* quote_verb: takes their sense from the units that begin no whole cue, as "made" does but in "made clear". */
void quote_settle(struct para *p);

#endif
