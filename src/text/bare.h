/* bare: a row of a huge document has no fields (row.field is NULL): they are cut from its line when they are asked for, as it holds
 * no escapes. */
#ifndef BARE_H
#define BARE_H

#include "doc.h"

/* Cuts the fields of a row that has none into *field, r->nfield of them. */
void bare_cut(const struct row *r, struct slice *field);

/* Field i of such a row. */
struct slice bare_seek(const struct row *r, size_t i);

/* Field i of any row. */
static inline struct slice
bare_field(const struct row *r, size_t i)
{
	return r->field != NULL ? r->field[i] : bare_seek(r, i);
}

#endif
