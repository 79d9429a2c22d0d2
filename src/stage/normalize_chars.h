/* normalize_chars: single characters that scraping and typesetting leave behind: controls, zero-width and direction
 * marks, ligatures, full-width forms, and spaces of every kind. */
#ifndef NORMALIZE_CHARS_H
#define NORMALIZE_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "normalize_patch.h"
#include "normalize_scan.h"

/* Does normalize_chars look at this character (from 0x80)? */
bool chars_wants(uint32_t code);

/* Finds the characters of a well-formed text to be replaced.  U+FFFD is replaced by itself, as EDIT_LOST, which
 * counts it. */
void normalize_chars(struct patch_list *out, const struct char_table *t, struct slice text);

#endif
