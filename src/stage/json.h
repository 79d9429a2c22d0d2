/* json: strings and members of JSON that may stand in a web page: "<", ">" and "&" are escaped. */
#ifndef JSON_H
#define JSON_H

#include "buf.h"

/* "text" */
void json_string(struct buf *out, struct slice text);

/* The words of text with one space between them, as a string. */
void json_words(struct buf *out, struct slice text);

/* "name": and what follows; a comma before it where it is not the first of its object. */
void json_name(struct buf *out, const char *name);

#endif
