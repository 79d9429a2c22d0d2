/* normalize_encoding: text in UTF-8 that was read as another encoding (mojibake), repaired run by run where the
 * document's own evidence is for it. */
#ifndef NORMALIZE_ENCODING_H
#define NORMALIZE_ENCODING_H

#include "normalize_codec.h"
#include "normalize_patch.h"

/* Finds misread characters of a well-formed text.  One layer: what was misread twice is found by another call on the
 * text that the patches make. */
void normalize_encoding(struct patch_list *out, const struct codecs *c, struct slice text);

#endif
