/* quote: who said what.  Finds direct, mixed and indirect quotations in a document's sentences, with the words that
 * attribute them and their speaker, and adds a quote row for each. */
#ifndef QUOTE_H
#define QUOTE_H

#include <stdbool.h>

#include "doc.h"

/* The word lists, and memory that is used again from document to document. */
struct quote;

struct quote *quote_new(void);
void quote_free(struct quote *q);

/* Adds a list of words with their classes (pos.tsv), a list of cues (cues.tsv).  Each returns 0, or the number of
 * the first line that is no entry of such a list; the bytes must outlive q. */
size_t quote_words(struct quote *q, struct slice tsv);
size_t quote_cues(struct quote *q, struct slice tsv);

/* Adds the persons and organisations of a list of roles (roles.tsv), with their plurals: who may speak. */
void quote_roles(struct quote *q, struct slice tsv);

/* Adds to d the quote rows whose confidence is at least min_confidence, or the first thousands of them. */
void quote_find(struct quote *q, struct doc *d, double min_confidence);

/* Takes all rows out of d, once they have been written, and adds the next thousands; false if there are no more. */
bool quote_more(struct quote *q, struct doc *d);

#endif
