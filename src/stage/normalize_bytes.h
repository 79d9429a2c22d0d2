/* normalize_bytes: bytes that are no UTF-8, by what the rest of the document tells of their encoding. */
#ifndef NORMALIZE_BYTES_H
#define NORMALIZE_BYTES_H

#include "normalize_codec.h"
#include "normalize_patch.h"

/* Finds every byte that is no part of well-formed UTF-8: a pair of surrogates is the character it encodes; a
 * single byte is one of cp1252, or of a Cyrillic codec where all of a document is in one; what is left of a
 * broken sequence is lost (U+FFFD). */
void normalize_bytes(struct patch_list *out, const struct codecs *c, struct slice text);

#endif
