#include "report.h"

struct slice
report_verb(struct slice stance)
{
	static const char *const verb[][2] = {
		{ "say", "said" }, { "claim", "claimed" }, { "deny", "denied" }, { "accuse", "accused" },
		{ "confirm", "confirmed" }, { "warn", "warned" }, { "promise", "promised" }, { "ask", "asked" },
		{ "order", "ordered" }, { "believe", "believed" }, { "praise", "praised" }, { "blame", "blamed" },
	};
	size_t i;

	for (i = 0; i < sizeof verb / sizeof *verb; i++)
		if (slice_is(stance, verb[i][0]))
			return slice_from(verb[i][1]);
	return stance;
}

struct piece_list
report_pieces(struct report *r, const struct statement *s, const struct wording *w)
{
	return variant_pieces(s->wording->text, w->text, slice_is(w->form, "indirect"), &r->arena);
}

void
report_free(struct report *r)
{
	arena_free(&r->arena);
}
