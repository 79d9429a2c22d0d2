#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "err.h"
#include "pipe.h"
#include "row.h"

enum { CHUNK = 256 * 1024 };

void
reader_open(struct reader *r, char **paths, enum reader_mode mode, const struct stream_options *options)
{
	static char standard_input[] = "-";
	static char *only_stdin[] = { standard_input, NULL };

	*r = (struct reader){ .options = options, .mode = mode, .path = *paths != NULL ? paths : only_stdin };
	if (options->rejects != NULL)
		output_apart(&r->rejects, options->rejects, paths);
	progress_begin(&r->progress, options->progress, *paths != NULL);
}

/* Opens the next file; false when there is none. */
static bool
next_file(struct reader *r)
{
	const char *path = *r->path;

	if (path == NULL)
		return false;
	r->path++;
	r->name = strcmp(path, "-") == 0 ? "(standard input)" : path;
	r->fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (r->fd < 0)
		die_errno("%s", path);
	pipe_widen(r->fd);
	r->at_end = false;
	r->number = 0;
	return true;
}

static void
close_file(struct reader *r)
{
	if (r->fd != STDIN_FILENO)
		close(r->fd);
	r->name = NULL;
}

/* Reads more of the open file behind what is there; the bytes of documents that are done make room. */
static void
fill(struct reader *r)
{
	ssize_t n;

	if (r->buf.cap - r->buf.len < CHUNK && r->from > 0) {
		memmove(r->buf.at, r->buf.at + r->from, r->buf.len - r->from);
		r->buf.len -= r->from;
		r->from = 0;
	}
	buf_room(&r->buf, CHUNK);
	do
		n = read(r->fd, r->buf.at + r->buf.len, r->buf.cap - r->buf.len);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_errno("%s", r->name);
	r->buf.len += (size_t)n;
	r->at_end = n == 0;
}

/* The next line of the open file, scanned for from where the last one ended.  False at the end of the file. */
static bool
find_line(struct reader *r, struct line *line)
{
	size_t start = r->scanned, looked = start;

	for (;;) {
		struct slice rest = slice_sub(slice_make(r->buf.at, r->buf.len), r->from, r->buf.len);
		size_t end = looked + slice_find(slice_sub(rest, looked, rest.len), '\n');

		if (end == rest.len && !r->at_end) {
			looked = end;
			fill(r);
			continue;
		}
		if (end == start && end == rest.len)
			return false;
		r->scanned = end < rest.len ? end + 1 : end;
		*line = (struct line){ start, end, ++r->number };
		return true;
	}
}

static struct slice
line_text(const struct reader *r, const struct line *line)
{
	return slice_sub(slice_make(r->buf.at, r->buf.len), r->from + line->start, r->from + line->end);
}

static struct slice
id_of(struct slice line)
{
	return slice_sub(line, 0, slice_find(line, '\t'));
}

/* Is a line's id there, and not that of the document's first line? */
static bool
other_document(struct slice first, struct slice line)
{
	struct slice id = id_of(first);

	if (line.len > id.len && line.at[id.len] == '\t' && memcmp(line.at, id.at, id.len) == 0 && id.len > 0)
		return false;
	return id_of(line).len > 0 && !slice_eq(id_of(line), id);
}

/* Collects the lines of the next document of the open file; false if it has no more.  A line without an id, which
 * is no row, does not part the rows that it stands between.  The line behind them is found too, and given back. */
static bool
take_lines(struct reader *r)
{
	struct line line;

	r->from += r->scanned;
	r->scanned = 0;
	r->nline = 0;
	while (find_line(r, &line)) {
		if (r->nline > 0 && other_document(line_text(r, &r->line[0]), line_text(r, &line))) {
			r->scanned = line.start;
			r->number--;
			break;
		}
		MEM_GROW(r->line, r->line_cap, r->nline + 1);
		r->line[r->nline++] = line;
		if (r->mode == READER_DIRT)
			break;
	}
	return r->nline > 0;
}

static void
reject(struct reader *r, const struct line *line, const char *why)
{
	warn("%s:%zu: %s", r->name, line->number, why);
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
		const char *why = row_check(d, i);

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
		why = row_read(d, &r->fields);
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
		while (r->name == NULL || !take_lines(r)) {
			if (r->name != NULL)
				close_file(r);
			if (!next_file(r)) {
				progress_end(&r->progress, r->docs, r->bytes);
				return false;
			}
		}
		if (r->mode == READER_STREAM)
			read_stream_rows(r, d);
		else
			read_dirt_row(r, d);
		r->docs++;
		r->bytes += r->scanned;
		progress_step(&r->progress, r->docs, r->bytes);
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
	if (r->name != NULL)
		close_file(r);
	if (r->options->rejects != NULL)
		output_close(&r->rejects);
	buf_free(&r->buf);
	mem_free(r->line);
	mem_free(r->fields.field);
	return r->rejected > 0 && r->options->rejects == NULL ? STATUS_REJECTED : STATUS_DONE;
}
