/* report_conflict: what the table of conflicts says, by the wordings of the ledger. */
#include <stdlib.h>

#include "json.h"
#include "escape.h"
#include "report.h"
#include "tally_fact.h"

enum { SIDE_COLUMNS = 5 }; /* speaker_id, source, statement, stance, text */

/* Statements by their ids. */
struct places {
	const struct statement **at;
	size_t n;
};

static int
by_id(const void *a, const void *b)
{
	const struct statement *const *x = a, *const *y = b;

	return slice_cmp((*x)->wording->statement, (*y)->wording->statement);
}

static struct places
place_all(struct report *r, size_t n)
{
	struct places p = { arena_alloc(&r->arena, (n + 1) * sizeof *p.at), n };

	for (size_t i = 0; i < n; i++)
		p.at[i] = &r->ledger->statement[i];
	if (n > 0)
		qsort(p.at, n, sizeof *p.at, by_id);
	return p;
}

static const struct statement *
find_statement(const struct places *p, struct slice id)
{
	struct wording wording = { .statement = id };
	struct statement key = { .wording = &wording };
	const struct statement *wanted = &key, **found;

	found = p->n > 0 && id.len > 0 ? bsearch(&wanted, p->at, p->n, sizeof *p->at, by_id) : NULL;
	return found != NULL ? *found : NULL;
}

/* The wording that an outlet has from a speaker, that text if he has several; NULL if there is none. */
static const struct wording *
find_wording(const struct statement *s, const struct slice *side)
{
	const struct wording *found = NULL;

	for (size_t k = 0; k < s->n; k++) {
		const struct wording *w = &s->wording[k];

		if (!slice_eq(w->speaker_id, side[0]) || !slice_eq(ledger_outlet(w->by), side[1]))
			continue;
		if (found == NULL || slice_eq(w->text, side[4]))
			found = w;
	}
	return found;
}

/* [3,0]: wording 0 of statement 3.  False if the page has it not. */
static bool
add_side(struct report *r, const struct places *p, const struct slice *side, struct buf *out)
{
	const struct statement *s = find_statement(p, side[2]);
	const struct wording *w = s != NULL ? find_wording(s, side) : NULL;

	if (w == NULL)
		return false;
	buf_byte(out, '[');
	buf_number(out, (size_t)(s - r->ledger->statement));
	buf_byte(out, ',');
	buf_number(out, (size_t)(w - s->wording));
	buf_byte(out, ']');
	return true;
}

/* {"kind":"denial","sides":[[3,0],[7,1]],"outlets":[2,1]}; nothing if the page has not both sides. */
static void
add_conflict(struct report *r, const struct places *p, struct slice row, struct buf *out)
{
	size_t before = out->len;
	struct slice kind = slice_cut(&row, '\t'), side[2][SIDE_COLUMNS];
	bool both = true;

	if (out->at[out->len - 1] == '}')
		buf_byte(out, ',');
	buf_byte(out, '{');
	json_name(out, "kind");
	json_string(out, kind);
	json_name(out, "sides");
	for (size_t i = 0; i < 2; i++) {
		for (size_t c = 0; c < SIDE_COLUMNS; c++)
			side[i][c] = escape_undo_slice(slice_cut(&row, '\t'), &r->arena);
		buf_byte(out, i == 0 ? '[' : ',');
		both = both && add_side(r, p, side[i], out);
	}
	buf_byte(out, ']');
	json_name(out, "outlets");
	buf_byte(out, '[');
	buf_add(out, slice_cut(&row, '\t'));
	buf_byte(out, ',');
	buf_add(out, slice_cut(&row, '\n'));
	buf_string(out, "]}");
	if (!both)
		out->len = before;
}

void
report_conflicts(struct report *r, size_t n, struct buf *out)
{
	struct places p = place_all(r, n);
	struct buf row = { 0 };

	buf_byte(out, '[');
	while (r->conflicts != NULL && tally_rows(r->conflicts, &row)) {
		add_conflict(r, &p, buf_slice(&row), out);
		buf_clear(&row);
	}
	buf_byte(out, ']');
	buf_free(&row);
	arena_reset(&r->arena);
}
