/* aggregate: count what a stream tells, by statement, speaker, entity, source, pair, stance, day or conflict. */
#include <errno.h>

#include "confine.h"
#include "err.h"
#include "input.h"
#include "reader.h"
#include "tally.h"

/* A table on its way to standard output. */
struct table {
	struct tally *tally;
	struct output out;
	bool header; /* to be printed before the first row */
};

static void
print(struct table *t)
{
	size_t before = t->out.buf.len;

	if (t->header)
		tally_header(t->tally, &t->out.buf);
	while (tally_rows(t->tally, &t->out.buf)) {
		t->header = false;
		output_row(&t->out);
	}
	if (t->header)
		t->out.buf.len = before;
}

/* Adds what a stream tells; returns the status. */
static int
add_stream(struct table *t, char **paths, const struct stream_options *options)
{
	struct reader in;
	struct doc doc = { 0 };

	reader_open(&in, paths, READER_STREAM, options);
	confine(paths);
	while (reader_doc(&in, &doc)) {
		if (!tally_add(t->tally, &doc))
			die(STATUS_USAGE, "document %.*s: not in the order of keys, as --sorted says", (int)doc.id.len, doc.id.at);
		print(t);
	}
	doc_free(&doc);
	return reader_close(&in);
}

/* Adds partial tables; returns the status. */
static int
add_partials(struct table *t, char **paths, bool sorted)
{
	int status = STATUS_DONE;
	struct input in = { 0 };
	struct slice line;

	confine(paths);
	for (char *const *p = input_paths(paths); *p != NULL; p++) {
		input_begin(&in, *p);
		while (input_line(&in, &line)) {
			const char *why = tally_take(t->tally, line);

			if (why != NULL && sorted)
				die(STATUS_USAGE, "%s:%zu: %s", in.name, in.number, why);
			if (why != NULL) {
				warn("%s:%zu: %s", in.name, in.number, why);
				status = STATUS_REJECTED;
			}
			print(t);
		}
		if (in.error != 0) {
			errno = in.error;
			die_errno("%s", in.name);
		}
		input_close(&in);
	}
	input_free(&in);
	return status;
}

static struct tally *
named(const char *by, const struct tally_options *options, bool merge)
{
	struct tally *t = by != NULL ? tally_new(slice_from(by), options) : NULL;
	struct buf names = { 0 };

	if (t != NULL && options->sorted && !merge && !tally_sortable(t))
		program_usage("--sorted: a document tells of more than one %s; sort partial tables instead", by);
	if (t != NULL)
		return t;
	tally_names(&names);
	if (by == NULL)
		program_usage("--by is missing: one of %.*s", (int)names.len, names.at);
	program_usage("no table '%s': one of %.*s", by, (int)names.len, names.at);
}

int
main(int argc, char **argv)
{
	const char *by = NULL;
	bool merge = false;
	struct tally_options how = { 0 };
	struct table table = { 0 };
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_STRING(0, "by", "TABLE", &by, "which table: statement, speaker, entity, source, pair, stance, day or conflict"),
		OPT_FLAG('H', "header", &table.header, "print the names of the columns first, if there is any row"),
		OPT_FLAG(0, "partial", &how.partial, "print the facts that the table is made of, for --merge"),
		OPT_FLAG(0, "merge", &merge, "read what --partial printed of the parts of a stream"),
		OPT_FLAG(0, "sorted", &how.sorted, "the input is in the order of the table's keys: take no more memory than one needs"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "aggregate",
		.does = "count what a stream tells",
		.operands = "[FILE ...]",
		.example = "match-quotes day.tsv | aggregate --by statement -H",
		.options = options,
	};
	int status;

	(void)argc;
	argv = program_begin(&self, argv);
	table.tally = named(by, &how, merge);
	if (table.header && how.partial)
		program_usage("--partial prints no table, and takes no --header");
	output_stdout(&table.out);
	table.out.flush_each = stream.line_buffered;
	status = merge ? add_partials(&table, argv, how.sorted) : add_stream(&table, argv, &stream);
	tally_end(table.tally);
	print(&table);
	output_close(&table.out);
	tally_free(table.tally);
	return status;
}
