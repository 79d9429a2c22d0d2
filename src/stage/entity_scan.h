/* entity_scan: what the files of the scan share; entity.h has what others see. */
#ifndef ENTITY_SCAN_H
#define ENTITY_SCAN_H

#include "entity.h"

/* Notes how the document writes each of its capitalised words, and says of each token whether it is like a name;
 * capitals: at least the number of such words. */
void scan_words(struct entity_scan *s, size_t capitals);

#endif
