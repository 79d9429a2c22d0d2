#include "reader.h"

#include <errno.h>

#include "bare.h"
#include "err.h"
#include "row.h"

void
reader_open(struct reader *r, char *const *paths, enum reader_mode mode, const struct stream_options *options)
{
	*r = (struct reader){ .options = options, .mode = mode, .path = input_paths(paths) };
	if (options->rejects != NULL)
		output_apart(&r->rejects, options->rejects, paths);
	progress_begin(&r->progress, options->progress, *paths != NULL);
}

/* Opens the next file; false when there is none. */
static bool
next_file(struct reader *r)
{
	if (*r->path == NULL)
		return false;
	input_begin(&r->in, *r->path++);
	return true;
}

/* Collects the lines of the next document of the open file; false if it has no more. */
static bool
take_lines(struct reader *r)
{
	bool taken = lines_take(&r->lines, &r->in, r->mode == READER_DIRT);

	if (r->in.error != 0) {
		errno = r->in.error;
		die_errno("%s", r->in.name);
	}
	return taken;
}

static void
reject(struct reader *r, const struct line *line, const char *why)
{
	warn("%s:%zu: %s", r->in.name, line->number, why);
	r->rejected++;
	if (r->options->rejects != NULL) {
		output_add(&r->rejects, lines_text(&r->lines, line));
		output_add(&r->rejects, slice_from("\n"));
	}
}

/* row_check, where the row may be bare. */
static const char *
check_row(struct reader *r, const struct doc *d, size_t i)
{
	struct slice cut[FIELDS_MOST];
	struct row *row = &d->row[i];
	const char *why;

	if (row->field != NULL)
		return row_check(d, i, &r->why);
	bare_cut(row, cut);
	row->field = cut;
	why = row_check(d, i, &r->why);
	row->field = NULL;
	return why;
}

/* Takes the rows that fail one of the document's checks out of it; r->lines.at[i] is that of row i.  laid: its sentences need none. */
static void
check_rows(struct reader *r, struct doc *d, bool laid)
{
	size_t n = 0;

	for (size_t i = 0; i < d->nrow; i++) {
		const char *why = laid && d->row[i].kind == ROW_SENTENCE ? NULL : check_row(r, d, i);

		if (why != NULL)
			reject(r, &r->lines.at[i], why);
		else if (n++ < i)
			d->row[n - 1] = d->row[i];
	}
	d->nrow = n;
}

/* The fields of a row of a huge document, if they are to be kept. */
static struct slice *
fields_kept(struct doc *d, const struct row *row, const struct line *line, const struct slice *field)
{
	struct slice *kept;

	if (row->kind != ROW_DOC && (line->seen & SEEN_BACKSLASH) == 0)
		return NULL;
	kept = arena_alloc(&d->arena, row->nfield * sizeof *kept);
	memcpy(kept, field, row->nfield * sizeof *kept);
	return kept;
}

static void
read_stream_rows(struct reader *r, struct doc *d)
{
	struct lines *l = &r->lines;
	bool bare = r->mode == READER_PARTS && l->tabs > TABS;
	struct slice cut[FIELDS_MOST];
	struct slice *field;

	d->bare = bare;
	field = bare ? cut : arena_alloc(&d->arena, (l->tabs + l->n) * sizeof *field);
	for (size_t i = 0; i < l->n; i++) {
		const struct line *line = &l->at[i];
		const char *why;

		if (!lines_kept(line))
			lines_look(l, line);
		why = row_read(d, l, line, field, &r->why);
		if (why != NULL)
			reject(r, line, why);
		else if (d->nrow <= i)
			l->at[d->nrow - 1] = *line; /* which no line behind it needs */
		if (!bare)
			field += line->tabs + 1;
		else if (why == NULL)
			d->row[d->nrow - 1].field = fields_kept(d, &d->row[d->nrow - 1], line, cut);
	}
	check_rows(r, d, row_text(d));
	lines_forget(l);
}

static void
read_dirt_row(struct reader *r, struct doc *d)
{
	struct line line = r->lines.at[0];
	const char *why;

	if (slice_ends(lines_text(&r->lines, &line), "\r"))
		line.end--;
	why = row_read_dirt(d, &r->lines, &line);
	if (why != NULL)
		reject(r, &r->lines.at[0], why);
}

bool
reader_doc(struct reader *r, struct doc *d)
{
	do {
		doc_reset(d);
		while (r->in.name == NULL || !take_lines(r)) {
			input_close(&r->in);
			if (!next_file(r)) {
				progress_end(&r->progress, r->docs, r->in.bytes);
				return false;
			}
		}
		if (r->mode == READER_DIRT)
			read_dirt_row(r, d);
		else
			read_stream_rows(r, d);
		progress_step(&r->progress, ++r->docs, r->in.bytes);
	} while (d->nrow == 0);
	d->nread = d->nrow;
	d->id = bare_field(&d->row[0], ROW_ID);
	return true;
}

void
reader_complain(struct reader *r, const char *why)
{
	reject(r, &r->lines.at[0], why);
}

int
reader_close(struct reader *r)
{
	input_close(&r->in);
	input_free(&r->in);
	if (r->options->rejects != NULL)
		output_close(&r->rejects);
	lines_free(&r->lines);
	buf_free(&r->why);
	return r->rejected > 0 && r->options->rejects == NULL ? STATUS_REJECTED : STATUS_DONE;
}
