#include "report.h"

const char *const report_column[REPORT_COLUMNS] = {
	"rank", "outlets", "statement", "speaker", "stance", "source", "published", "relation", "similarity",
	"sense", "doc", "start", "end", "text", "marked",
};

/* The kinds of a wording's changes of sense, each once, with commas. */
static struct slice
sense_levels(struct report *r, const struct wording *w)
{
	struct buf list = { 0 };
	struct slice all;
	size_t i, j;

	for (i = 0; i < w->nsense; i++) {
		for (j = 0; j < i && !slice_eq(w->sense[i].level, w->sense[j].level); j++)
			;
		if (j < i)
			continue;
		if (list.len > 0)
			buf_byte(&list, ',');
		buf_add(&list, w->sense[i].level);
	}
	all = arena_copy(&r->arena, buf_slice(&list));
	buf_free(&list);
	return all;
}

void
report_tsv(struct report *r, size_t i, size_t k, struct slice column[REPORT_COLUMNS])
{
	const struct statement *s = &r->ledger->statement[i];
	const struct wording *w = &s->wording[k];
	struct piece_list pieces;
	size_t n = 0;

	arena_reset(&r->arena);
	pieces = report_pieces(r, s, w);
	column[n++] = arena_number(&r->arena, i + 1);
	column[n++] = arena_number(&r->arena, s->outlets);
	column[n++] = w->statement;
	column[n++] = ledger_speaker(w);
	column[n++] = w->stance;
	column[n++] = ledger_outlet(w->by);
	column[n++] = w->by->published;
	column[n++] = w->relation;
	column[n++] = w->similarity;
	column[n++] = sense_levels(r, w);
	column[n++] = w->by->id;
	column[n++] = arena_number(&r->arena, w->start);
	column[n++] = arena_number(&r->arena, w->end);
	column[n++] = w->text;
	column[n++] = variant_marked(&pieces, &r->arena);
}
