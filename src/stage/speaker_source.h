/* speaker_source: sources that are described and not named. */
#ifndef SPEAKER_SOURCE_H
#define SPEAKER_SOURCE_H

#include "speaker_phrase.h"

/* The figure of the source that p describes.  *name: what this mention calls it; the figure may have been called otherwise before. */
size_t source_new(struct scene *s, const struct phrase *p, struct slice *name);

/* "Widodo said", whom no tagger saw: a figure without an id or a name, so that "he" behind is nobody else's; SIZE_MAX if p does
 * not look like a name. */
size_t source_stranger(struct scene *s, const struct phrase *p);

/* Notes where sources without a quotation of their own are seen: "… quoted an unnamed official of the ministry." */
void source_find_unnamed(struct scene *s);

#endif
