/* normalize_markup: tags, comments and scripts of HTML, and debris of attributes ( type="image/webp"> ) whose tag a
 * scraper cut off. */
#ifndef NORMALIZE_MARKUP_H
#define NORMALIZE_MARKUP_H

#include "normalize_patch.h"
#include "table.h"

/* elements, attributes: the lists of these names. */
void normalize_markup(struct patch_list *out, const struct table *elements, const struct table *attributes, struct slice text);

#endif
