/* normalize_latin: text of a one-byte codec of Latin letters that was read as cp1252: "powiedzia³" is "powiedział". */
#ifndef NORMALIZE_LATIN_H
#define NORMALIZE_LATIN_H

#include "normalize_codec.h"

/* Finds what is to be read anew, in lines of which the document's own evidence is strong: many signs inside words that are
 * letters in another codec. */
void normalize_latin(struct patch_list *out, const struct codecs *c, struct slice text);

#endif
