/* normalize_nfc: Unicode's normalization form C, where a text is not in it. */
#ifndef NORMALIZE_NFC_H
#define NORMALIZE_NFC_H

#include <stdbool.h>
#include <stdint.h>

#include "normalize_patch.h"
#include "normalize_scan.h"

/* Is the character a starter that no normalization changes and that joins nothing before it? */
bool nfc_is_safe(uint32_t code);

/* Finds the stretches of a well-formed text that normalization form C writes otherwise. */
void normalize_nfc(struct patch_list *out, const struct char_table *t, struct slice text);

#endif
