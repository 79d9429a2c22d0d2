/* html_charset: pages in whatever charset as UTF-8. */
#ifndef HTML_CHARSET_H
#define HTML_CHARSET_H

#include "buf.h"
#include "slice.h"

/* The page in UTF-8, which is the page itself or stands in b: valid UTF-8 is taken as that whatever the page says; else
 * the charset that it names is believed; else bytes that are no UTF-8 are taken as cp1252. */
struct slice html_to_utf8(struct slice page, struct buf *b);

#endif
