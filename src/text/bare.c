#include "bare.h"

void
bare_cut(const struct row *r, struct slice *field)
{
	struct slice rest = r->line;

	for (size_t i = 0; i + 1 < r->nfield; i++)
		field[i] = slice_cut(&rest, '\t');
	field[r->nfield - 1] = rest;
}

struct slice
bare_seek(const struct row *r, size_t i)
{
	struct slice rest = r->line;

	for (size_t k = 0; k < i; k++)
		slice_cut(&rest, '\t');
	return i + 1 < r->nfield ? slice_cut(&rest, '\t') : rest;
}
