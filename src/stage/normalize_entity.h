/* normalize_entity: character references of HTML (&amp; &#8217; &amp;quot;) as the characters they stand for. */
#ifndef NORMALIZE_ENTITY_H
#define NORMALIZE_ENTITY_H

#include "normalize_codec.h"
#include "normalize_patch.h"
#include "table.h"

/* names: the list `entities`. */
void normalize_entities(struct patch_list *out, const struct table *names, const struct codecs *c, struct slice text);

#endif
