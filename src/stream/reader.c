#include "reader.h"

#include <errno.h>

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

static struct slice
line_text(const struct reader *r, const struct line *line)
{
	return slice_sub(input_taken(&r->in), line->start, line->end);
}

static struct slice
id_of(struct slice line)
{
	return slice_sub(line, 0, slice_find(line, '\t'));
}

/* Is a line's id there, and not the document's? */
static bool
other_document(struct slice id, struct slice line)
{
	if (line.len > id.len && line.at[id.len] == '\t' && memcmp(line.at, id.at, id.len) == 0 && id.len > 0)
		return false;
	return id_of(line).len > 0 && !slice_eq(id_of(line), id);
}

/* Collects the lines of the next document of the open file; false if it has no more.  A line without an id, which
 * is no row, does not part the rows that it stands between.  The line behind them is found too, and given back. */
static bool
take_lines(struct reader *r)
{
	struct slice taken;
	size_t start = 0, id = 0;

	r->nline = 0;
	for (bool more = input_line(&r->in, &taken); more; more = r->mode == READER_STREAM && input_line_more(&r->in, &taken)) {
		struct line line = { start, taken.len, r->in.number };

		if (r->nline == 0)
			id = id_of(taken).len;
		else if (other_document(slice_sub(taken, 0, id), slice_sub(taken, start, taken.len))) {
			input_keep(&r->in, start);
			break;
		}
		MEM_GROW(r->line, r->line_cap, r->nline + 1);
		r->line[r->nline++] = line;
		start = taken.len + 1;
	}
	if (r->in.error != 0) {
		errno = r->in.error;
		die_errno("%s", r->in.name);
	}
	return r->nline > 0;
}

static void
reject(struct reader *r, const struct line *line, const char *why)
{
	warn("%s:%zu: %s", r->in.name, line->number, why);
	r->rejected++;
	if (r->options->rejects != NULL) {
		output_add(&r->rejects, line_text(r, line));
		output_add(&r->rejects, slice_from("\n"));
	}
}

/* Takes the rows that fail one of the document's checks out of it; r->line[i] is that of row i. */
static void
check_rows(struct reader *r, struct doc *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->nrow; i++) {
		const char *why = row_check(d, i, &r->why);

		if (why != NULL)
			reject(r, &r->line[i], why);
		else
			d->row[n++] = d->row[i];
	}
	d->nrow = n;
}

enum { LINES = 1 << 16 }; /* that are kept room for from document to document */

/* Gives back what the lines of a huge document took, but for the first, of which one may yet complain. */
static void
forget_lines(struct reader *r)
{
	if (r->line_cap <= LINES)
		return;
	r->line = mem_resize(r->line, sizeof *r->line);
	r->line_cap = 1;
}

static void
read_stream_rows(struct reader *r, struct doc *d)
{
	for (size_t i = 0; i < r->nline; i++) {
		struct slice text = line_text(r, &r->line[i]);
		const char *why;

		row_cut(&r->fields, text);
		why = row_read(d, &r->fields, &r->why);
		if (why != NULL)
			reject(r, &r->line[i], why);
		else
			r->line[d->nrow - 1] = r->line[i]; /* which no line behind it needs */
	}
	row_text(d);
	check_rows(r, d);
	forget_lines(r);
}

static void
read_dirt_row(struct reader *r, struct doc *d)
{
	struct slice text = line_text(r, &r->line[0]);
	const char *why;

	if (slice_ends(text, "\r"))
		text.len--;
	row_cut(&r->fields, text);
	why = row_read_dirt(d, &r->fields);
	if (why != NULL)
		reject(r, &r->line[0], why);
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
		if (r->mode == READER_STREAM)
			read_stream_rows(r, d);
		else
			read_dirt_row(r, d);
		progress_step(&r->progress, ++r->docs, r->in.bytes);
	} while (d->nrow == 0);
	d->nread = d->nrow;
	d->id = d->row[0].field[ROW_ID];
	return true;
}

void
reader_complain(struct reader *r, const char *why)
{
	reject(r, &r->line[0], why);
}

int
reader_close(struct reader *r)
{
	input_close(&r->in);
	input_free(&r->in);
	if (r->options->rejects != NULL)
		output_close(&r->rejects);
	mem_free(r->line);
	buf_free(&r->why);
	return r->rejected > 0 && r->options->rejects == NULL ? STATUS_REJECTED : STATUS_DONE;
}
