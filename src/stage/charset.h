/* charset: texts and pages in whatever charset as UTF-8. */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>

#include "buf.h"
#include "slice.h"

/* Do the bytes begin as a text of UTF-16 or UTF-32 does: with its mark, or with a "<" of two bytes? */
bool charset_is_wide(struct slice bytes);

/* A text of UTF-16 or UTF-32 that begins with its mark, as UTF-8 in b; any other bytes are returned as they are. */
struct slice charset_text(struct slice bytes, struct buf *b);

/* The page in UTF-8, which is the page itself or stands in b: of UTF-16 and UTF-32 that show it; else valid UTF-8 is taken as
 * that whatever the page says; else the charset that it names is believed; else bytes that are no UTF-8 are taken as cp1252. */
struct slice charset_page(struct slice page, struct buf *b);

/* The character that cp1252 has at this byte; that of Latin-1 where it has none. */
uint32_t charset_cp1252(unsigned char c);

#endif
