/* normalize_alphabet: text of a one-byte codec of another alphabet that was read as cp1252: "Ïðèâåò" is "Привет". */
#ifndef NORMALIZE_ALPHABET_H
#define NORMALIZE_ALPHABET_H

#include "normalize_codec.h"

/* Finds what is to be read anew, in lines of which the document's own evidence is strong. */
void normalize_alphabet(struct patch_list *out, const struct codecs *c, struct slice text);

#endif
