/* normalize: repair what scraping broke, and nothing else. */
#include "confine.h"
#include "err.h"
#include "normalize.h"
#include "reader.h"
#include "writer.h"

static void
tell(const struct normalize *n, size_t docs)
{
	warn("%zu %s", docs, docs == 1 ? "document" : "documents");
	for (int reason = 0; reason < EDIT_REASONS; reason++)
		if (normalize_count(n, (enum edit_reason)reason) > 0)
			warn("%s %zu", edit_reason_name((enum edit_reason)reason), normalize_count(n, (enum edit_reason)reason));
}

static unsigned
reasons_of(const char *only)
{
	unsigned reasons = edit_reasons(slice_from(only));
	struct buf names = { 0 };

	for (int i = 0; reasons == 0 && i < EDIT_REASONS; i++) {
		buf_byte(&names, ' ');
		buf_string(&names, edit_reason_name((enum edit_reason)i));
	}
	if (reasons == 0)
		program_usage("--only takes some of%.*s, not '%s'", (int)names.len, names.at, only);
	return reasons;
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	struct normalize_options how = { 0 };
	bool summary = false;
	const char *only = NULL;
	const struct opt options[] = {
		OPT_FLAG('e', "edits", &how.edits, "add an edit row for each repair, with what stood there"),
		OPT_STRING(0, "only", "REASON,...", &only, "repair only what these reasons name (and bytes that are no UTF-8)"),
		OPT_FLAG('s', "summary", &summary, "tell on stderr, at the end, how many repairs of each kind there were"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "normalize",
		.does = "repair what scraping broke in the text of articles",
		.operands = "[FILE ...]",
		.example = "gather articles/ | normalize --edits | fields edit doc,reason,original",
		.options = options,
	};
	struct normalize *normalize;
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	how.only = only != NULL ? reasons_of(only) : 0;
	normalize = normalize_new(&how);
	reader_open(&in, argv, READER_DIRT, &stream);
	writer_open(&out, &stream);
	confine(argv);
	while (reader_doc(&in, &doc)) {
		normalize_doc(normalize, &doc);
		writer_doc(&out, &doc);
	}
	if (summary)
		tell(normalize, in.docs);
	writer_close(&out);
	normalize_free(normalize);
	doc_free(&doc);
	return reader_close(&in);
}
