/* normalize_wrap: lines of mail and agency wires, cut at some width inside their paragraphs, made one line again. */
#ifndef NORMALIZE_WRAP_H
#define NORMALIZE_WRAP_H

#include "normalize_patch.h"

/* Finds line ends inside paragraphs of a text that normalize_blanks has cleaned.  A paragraph (lines without an
 * empty one between) counts as cut at a width where no line could have taken the next one's first word, and where
 * lines begin inside sentences. */
void normalize_wrap(struct patch_list *out, struct slice text);

#endif
