/* select: fields of hearsay(5) by their names. */
#ifndef SELECT_H
#define SELECT_H

#include "doc.h"

struct selection {
	enum row_kind kind;
	size_t field[ROW_FIELDS_MAX];
	size_t n;
};

/* Reads "doc,speaker_name,text" for rows of the named kind; no list (.at NULL) means all of its fields.  Returns a slice with .at NULL,
 * or the part of the words that names no kind, or no field of that kind, or one too many. */
struct slice select_fields(struct selection *s, struct slice kind, struct slice names);

#endif
