#include "report.h"

struct piece_list
report_pieces(struct report *r, const struct statement *s, const struct wording *w)
{
	return variant_pieces(s->wording->text, w->text, w->form == FORM_INDIRECT, &r->arena);
}

void
report_free(struct report *r)
{
	arena_free(&r->arena);
	if (r->conflicts != NULL)
		tally_free(r->conflicts);
}
