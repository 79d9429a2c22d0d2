/* aggregate: count what a stream tells, by statement, speaker, entity or source. */
#include "err.h"
#include "reader.h"
#include "tally.h"

/* Adds what a stream tells; returns the status. */
static int
add_stream(struct tally *t, char **paths, const struct stream_options *options)
{
	struct reader in;
	struct doc doc = { 0 };

	reader_open(&in, paths, READER_STREAM, options);
	while (reader_doc(&in, &doc))
		tally_add(t, &doc);
	doc_free(&doc);
	return reader_close(&in);
}

/* Adds partial tables; returns the status. */
static int
add_partials(struct tally *t, char **paths)
{
	char dash[] = "-";
	char *input[] = { dash, NULL };
	int status = STATUS_DONE;

	for (char **p = *paths != NULL ? paths : input; *p != NULL; p++) {
		struct buf all = { 0 };
		struct slice rest;
		size_t line = 1;

		if (!file_append(*p, &all))
			die_errno("%s", *p);
		for (rest = buf_slice(&all); rest.at != NULL && rest.len > 0; line++) {
			if (!tally_take(t, slice_cut(&rest, '\n'))) {
				warn("%s:%zu: no row of such a partial table", *p, line);
				status = STATUS_REJECTED;
			}
		}
		buf_free(&all);
	}
	return status;
}

static void
print(struct tally *t, bool header, bool partial)
{
	struct output out;
	bool more;

	output_stdout(&out);
	tally_end(t, !partial);
	do {
		size_t before = out.buf.len;

		if (header && !partial)
			tally_header(t, &out.buf);
		more = partial ? tally_partial(t, &out.buf) : tally_row(t, &out.buf);
		if (!more)
			out.buf.len = before;
		header = false;
		output_add(&out, slice_make("", 0));
	} while (more);
	output_close(&out);
}

static struct tally *
named(const char *by)
{
	struct tally *t = by != NULL ? tally_new(slice_from(by)) : NULL;
	struct buf names = { 0 };

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
	bool header = false, partial = false, merge = false;
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_STRING(0, "by", "TABLE", &by, "which table: statement, speaker, entity or source"),
		OPT_FLAG('H', "header", &header, "print the names of the columns first, if there is any row"),
		OPT_FLAG(0, "partial", &partial, "print the facts that the table is made of, for --merge"),
		OPT_FLAG(0, "merge", &merge, "read what --partial printed of the parts of a stream"),
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
	struct tally *table;
	int status;

	(void)argc;
	argv = program_begin(&self, argv);
	table = named(by);
	status = merge ? add_partials(table, argv) : add_stream(table, argv, &stream);
	print(table, header, partial);
	tally_free(table);
	return status;
}
