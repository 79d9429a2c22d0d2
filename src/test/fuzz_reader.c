/* fuzz_reader: of any bytes the reader lets through only rows that hold to hearsay(5). */
#include <stdint.h>

#include "fuzz.h"
#include "reader.h"
#include "utf8.h"

static void
check_part(const struct doc *d, const struct row *r, size_t field)
{
	size_t start, end;

	if (r->field[field].len == 0 && r->field[field + 1].len == 0)
		return;
	MUST(slice_number(r->field[field + 1], &start) && slice_number(r->field[field + 2], &end));
	MUST(start <= end);
	if (d->text.at != NULL)
		MUST(end <= d->text.len && slice_eq(r->field[field], slice_sub(d->text, start, end)));
}

static void
check_row(const struct doc *d, const struct row *r)
{
	MUST(r->nfield >= row_kind_fields(r->kind));
	MUST(slice_eq(r->field[ROW_ID], d->id) && d->id.len > 0);
	if (r->kind == ROW_OTHER)
		return;
	MUST(r->start <= r->end);
	if (d->text.at != NULL)
		MUST(r->end <= d->text.len);
	if (d->text.at != NULL && r->kind != ROW_DOC)
		MUST(slice_eq(r->field[ROW_TEXT], slice_sub(d->text, r->start, r->end)));
	if (r->kind == ROW_QUOTE) {
		check_part(d, r, QUOTE_CUE);
		check_part(d, r, QUOTE_SPEAKER);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stream_options options = { 0 };
	char path[32];
	char *paths[] = { path, NULL };
	struct reader in;
	struct doc d = { 0 };

	snprintf(path, sizeof path, "%s", fuzz_file(slice_make((const char *)data, size)));
	for (int mode = READER_STREAM; mode <= READER_DIRT; mode++) {
		reader_open(&in, paths, (enum reader_mode)mode, &options);
		while (reader_doc(&in, &d)) {
			size_t n;

			MUST(d.nrow > 0 && d.nread == d.nrow);
			if (mode == READER_STREAM && d.text.at != NULL)
				MUST(utf8_valid(d.text) == d.text.len);
			for (size_t i = 0; mode == READER_STREAM && i < d.nrow; i++)
				check_row(&d, &d.row[i]);
			doc_sentences(&d, &n);
		}
		reader_close(&in);
	}
	doc_free(&d);
	return 0;
}
