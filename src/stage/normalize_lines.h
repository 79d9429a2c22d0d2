/* normalize_lines: blanks and line ends.  Afterwards lines begin and end with no blank, words are parted by one space,
 * at most one empty line stands between two lines, and a headline stands once. */
#ifndef NORMALIZE_LINES_H
#define NORMALIZE_LINES_H

#include "normalize_patch.h"

/* Finds runs of blanks and line ends to be written otherwise; those at the start and end of the text go. */
void normalize_blanks(struct patch_list *out, struct slice text);

/* Finds the lines behind the first that repeat it (in a text that normalize_blanks has cleaned). */
void normalize_repeat(struct patch_list *out, struct slice text);

/* Finds sentences without a space between them, as where tags were taken out before: "left.The".  Names with a stop in them
 * ("example.Com", "j.Smith@a.example") stay. */
void normalize_glued(struct patch_list *out, struct slice text);

#endif
