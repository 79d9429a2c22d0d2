/* html_guard: what a parser for HTML may be given. */
#ifndef HTML_GUARD_H
#define HTML_GUARD_H

#include "buf.h"
#include "slice.h"

/* Appends the page as libxml2 reads it like a browser, and in linear time: without comments, declarations and NUL bytes; "<"
 * and "&" that begin nothing written as references, as is any "<" in a title and its like; of a tag's attributes no more than
 * some hundred, and none behind a quotation mark that nothing closes. */
void html_guard(struct slice page, struct buf *clean);

#endif
