/* fuzz_row: what must hold of every row of a document, read or added. */
#ifndef FUZZ_ROW_H
#define FUZZ_ROW_H

#include "doc.h"
#include "fuzz.h"
#include "utf8.h"

static inline void
fuzz_part(const struct doc *d, const struct row *r, size_t field)
{
	size_t start, end;

	if (r->field[field].len == 0 && r->field[field + 1].len == 0)
		return;
	MUST(slice_number(r->field[field + 1], &start) && slice_number(r->field[field + 2], &end));
	MUST(start <= end);
	if (d->text.at != NULL)
		MUST(end <= d->text.len && slice_eq(r->field[field], slice_sub(d->text, start, end)));
}

static inline void
fuzz_row(const struct doc *d, const struct row *r)
{
	MUST(r->nfield >= row_kind_fields(r->kind));
	if (r->kind == ROW_OTHER)
		return;
	MUST(slice_eq(r->field[ROW_ID], d->id) && d->id.len > 0);
	MUST(r->start <= r->end);
	if (d->text.at != NULL)
		MUST(r->end <= d->text.len);
	if (d->text.at != NULL && r->kind != ROW_DOC)
		MUST(slice_eq(r->field[ROW_TEXT], slice_sub(d->text, r->start, r->end)));
	if (r->kind == ROW_QUOTE) {
		fuzz_part(d, r, QUOTE_CUE);
		fuzz_part(d, r, QUOTE_SPEAKER);
	}
}

static inline void
fuzz_rows(const struct doc *d)
{
	if (d->text.at != NULL)
		MUST(utf8_valid(d->text) == d->text.len);
	for (size_t i = 0; i < d->nrow; i++)
		fuzz_row(d, &d->row[i]);
}

#endif
