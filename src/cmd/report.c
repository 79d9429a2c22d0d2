/* report: draw the statements of a matched stream. */
#include <sys/ioctl.h>
#include <stdlib.h>
#include <unistd.h>

#include "confine.h"
#include "err.h"
#include "escape.h"
#include "reader.h"
#include "report.h"

enum { WIDTH_DEFAULT = 80, WIDTH_MOST = 110 }; /* longer lines are hard to read */

static void
draw_terminal(struct report *r, size_t n, struct output *out)
{
	out->shows = false; /* what acts is the drawing's own */
	for (size_t i = 0; i < n; i++) {
		report_terminal(r, i, &out->buf);
		output_row(out);
	}
	if (r->ledger->narticle > 0)
		report_terminal_end(r, n, &out->buf);
}

static void
draw_tsv(struct report *r, size_t n, bool header, struct output *out)
{
	for (size_t c = 0; header && n > 0 && c < REPORT_COLUMNS; c++) {
		buf_string(&out->buf, report_column[c]);
		buf_byte(&out->buf, c + 1 < REPORT_COLUMNS ? '\t' : '\n');
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < r->ledger->statement[i].n; k++) {
			struct slice column[REPORT_COLUMNS];

			report_tsv(r, i, k, column);
			for (size_t c = 0; c < REPORT_COLUMNS; c++) {
				escape_add(&out->buf, column[c]);
				buf_byte(&out->buf, c + 1 < REPORT_COLUMNS ? '\t' : '\n');
			}
			output_row(out);
		}
}

static void
draw_html(struct report *r, size_t n, struct output *out)
{
	report_html_begin(r, &out->buf);
	for (size_t i = 0; i < n; i++) {
		report_html(r, i, &out->buf);
		output_row(out);
	}
	report_html_end(r, n, &out->buf);
}

static size_t
terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return WIDTH_DEFAULT;
	return size.ws_col < WIDTH_MOST ? size.ws_col : WIDTH_MOST;
}

/* auto: on a terminal, and without NO_COLOR. */
static bool
wants_color(const char *when)
{
	enum { AUTO, ALWAYS };
	size_t how = program_choice("color", when, "auto always never");
	const char *no = getenv("NO_COLOR");

	return how == ALWAYS || (how == AUTO && isatty(STDOUT_FILENO) && (no == NULL || *no == '\0'));
}

enum format { FORMAT_HTML, FORMAT_LEDGER, FORMAT_TSV };

static void
draw(struct report *r, enum format format, size_t n, bool header)
{
	struct output out;

	output_stdout(&out);
	if (format == FORMAT_LEDGER)
		draw_terminal(r, n, &out);
	else if (format == FORMAT_TSV)
		draw_tsv(r, n, header, &out);
	else
		draw_html(r, n, &out);
	output_close(&out);
	report_free(r);
}

/* An option that was given goes with one format alone. */
static void
hold_to(const char *option, bool given, enum format of, enum format format)
{
	static const char *const names[] = { [FORMAT_HTML] = "html", [FORMAT_LEDGER] = "ledger", [FORMAT_TSV] = "tsv" };

	if (given && of != format)
		program_usage("--%s goes with --format %s", option, names[of]);
}

/* Reads the stream, for the page with its conflicts too; returns the status. */
static int
read_all(struct report *r, struct ledger *ledger, char **paths, const struct stream_options *options)
{
	struct reader in;
	struct doc doc = { 0 };

	reader_open(&in, paths, READER_STREAM, options);
	confine(paths);
	while (reader_doc(&in, &doc)) {
		ledger_add(ledger, &doc);
		if (r->conflicts != NULL)
			tally_add(r->conflicts, &doc);
	}
	ledger_order(ledger);
	if (r->conflicts != NULL)
		tally_end(r->conflicts);
	doc_free(&doc);
	return reader_close(&in);
}

int
main(int argc, char **argv)
{
	const char *format_name = "html", *title = NULL, *color = "auto";
	size_t top = SIZE_MAX, width = 0;
	bool header = false;
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_STRING('f', "format", "NAME", &format_name, "html (default), ledger or tsv"),
		OPT_FLAG('H', "header", &header, "tsv: print the names of the columns first"),
		OPT_NUMBER('n', "top", "N", &top, "only the first N statements"),
		OPT_STRING('t', "title", "TEXT", &title, "html: the title of the page"),
		OPT_NUMBER('w', "width", "N", &width, "ledger: columns of a line; default the terminal's"),
		OPT_STRING(0, "color", "WHEN", &color, "ledger: auto (default), always or never"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "report",
		.does = "draw who said what, who carried it and who changed it",
		.operands = "[FILE ...]",
		.example = "report day.tsv > day.html",
		.options = options,
	};
	struct ledger ledger = { 0 };
	struct report report = { .ledger = &ledger };
	const struct tally_options rows = { 0 };
	enum format format;
	int status;

	(void)argc;
	argv = program_begin(&self, argv);
	format = (enum format)program_choice("format", format_name, "html ledger tsv");
	hold_to("header", header, FORMAT_TSV, format);
	hold_to("title", title != NULL, FORMAT_HTML, format);
	hold_to("width", width > 0, FORMAT_LEDGER, format);
	report.color = wants_color(color);
	report.width = width > 0 ? width : terminal_width();
	report.title = slice_from(title != NULL ? title : "Who said what");
	report.conflicts = format == FORMAT_HTML ? tally_new(slice_from("conflict"), &rows) : NULL;
	status = read_all(&report, &ledger, argv, &stream);
	draw(&report, format, top < ledger.nstatement ? top : ledger.nstatement, header);
	ledger_free(&ledger);
	return status;
}
