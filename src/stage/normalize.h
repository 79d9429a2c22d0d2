/* normalize: the text of an article repaired where scraping broke it, and nowhere else, with a record of every repair
 * from which the original can be rebuilt. */
#ifndef NORMALIZE_H
#define NORMALIZE_H

#include <stdbool.h>

#include "doc.h"
#include "normalize_patch.h"

struct normalize_options {
	bool edits;    /* keep the record: add a row for each edit */
	unsigned only; /* reasons, as bits, for which to repair; 0: all.  EDIT_BYTES is always among them */
};

struct normalize;

/* options must outlive the result.  normalize_free ends it. */
struct normalize *normalize_new(const struct normalize_options *options);
void normalize_free(struct normalize *n);

/* The text repaired: itself if nothing is to be done, else bytes valid until the next call. */
struct slice normalize_text(struct normalize *n, struct slice text);

bool normalize_keeps_edits(const struct normalize *n);

/* What the last normalize_text did, if options->edits is set; valid until the next call. */
const struct edit_list *normalize_edits(const struct normalize *n);

/* Repairs the doc row of d, whose text becomes the normalised one, and adds its edit rows. */
void normalize_doc(struct normalize *n, struct doc *d);

/* How many repairs of that kind there were so far, in the texts of documents. */
size_t normalize_count(const struct normalize *n, enum edit_reason reason);

#endif
