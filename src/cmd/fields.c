/* fields: print named fields of the rows of one kind. */
#include "confine.h"
#include "err.h"
#include "escape.h"
#include "reader.h"
#include "select.h"

/* All kinds and their fields, a kind a line. */
static void
print_kinds(struct output *out)
{
	for (int kind = 0; kind < ROW_OTHER; kind++) {
		buf_string(&out->buf, row_kind_name((enum row_kind)kind));
		for (size_t i = 0; i < row_kind_fields((enum row_kind)kind); i++) {
			buf_byte(&out->buf, i == 0 ? '\t' : ',');
			buf_string(&out->buf, row_field_name((enum row_kind)kind, i));
		}
		buf_byte(&out->buf, '\n');
	}
}

static void
print_row(struct output *out, const struct selection *s, const struct row *r)
{
	for (size_t i = 0; i < s->n; i++) {
		if (i > 0)
			buf_byte(&out->buf, '\t');
		if (r != NULL && r->kind == ROW_EDIT && s->field[i] >= ROW_COMMON)
			buf_add(&out->buf, r->field[s->field[i]]);
		else if (r != NULL)
			escape_add(&out->buf, r->field[s->field[i]]);
		else
			buf_string(&out->buf, row_field_name(s->kind, s->field[i]));
	}
	buf_byte(&out->buf, '\n');
	output_row(out);
}

static void
print_doc(struct output *out, const struct selection *s, const struct doc *d, bool *header)
{
	for (size_t i = doc_next(d, s->kind, 0); i < d->nrow; i = doc_next(d, s->kind, i + 1)) {
		if (*header)
			print_row(out, s, NULL);
		*header = false;
		print_row(out, s, &d->row[i]);
	}
}

/* Says what there is, where words name no kind, or no field of it. */
static _Noreturn void
refuse(const struct selection *s, struct slice bad)
{
	bool kind = s->kind == ROW_OTHER;
	size_t n = kind ? ROW_OTHER : row_kind_fields(s->kind);
	struct buf names = { 0 };

	if (s->n == ROW_FIELDS_MAX)
		program_usage("more than %d fields", ROW_FIELDS_MAX);
	for (size_t i = 0; i < n; i++) {
		buf_byte(&names, ' ');
		buf_string(&names, kind ? row_kind_name((enum row_kind)i) : row_field_name(s->kind, i));
	}
	program_usage("no %s '%.*s': one of%.*s", kind ? "kind" : "field", (int)bad.len, bad.at, (int)names.len, names.at);
}

/* The kind and its fields from the operands; returns the operands behind them. */
static char **
parse(struct selection *s, char **operands)
{
	struct slice names = slice_make(NULL, 0), bad;
	struct slice kind = slice_from(*operands++);

	if (*operands != NULL)
		names = slice_from(*operands++);
	bad = select_fields(s, kind, names);
	if (bad.at != NULL)
		refuse(s, bad);
	return operands;
}

int
main(int argc, char **argv)
{
	bool header = false;
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_FLAG('H', "header", &header, "print the names of the fields first, if there is any row"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "fields",
		.does = "print named fields of one kind of row; alone, the kinds and their fields",
		.operands = "[KIND [FIELD,... [FILE ...]]]",
		.example = "fields quote speaker_name,form,text day.tsv | sort | uniq -c",
		.options = options,
	};
	struct selection selection;
	struct reader in;
	struct output out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	output_stdout(&out);
	if (*argv == NULL) {
		print_kinds(&out);
		output_close(&out);
		return STATUS_DONE;
	}
	argv = parse(&selection, argv);
	out.flush_each = stream.line_buffered;
	reader_open(&in, argv, READER_STREAM, &stream);
	confine(argv);
	while (reader_doc(&in, &doc))
		print_doc(&out, &selection, &doc, &header);
	output_close(&out);
	doc_free(&doc);
	return reader_close(&in);
}
