/* extract-quotes: finds direct, mixed and indirect quotations, with cue and speaker. */
#include "confine.h"
#include "err.h"
#include "language.h"
#include "lexicon.h"
#include "quote.h"
#include "reader.h"
#include "writer.h"

static void
load(struct quote *q, const char *lang, struct opt_list *files, struct arena *lists)
{
	struct slice words = lexicon_builtin(lang, "pos"), cues = lexicon_builtin(lang, "cues");
	size_t bad;

	if (words.at == NULL || cues.at == NULL)
		language_unknown(lang, "cues", "");
	bad = quote_words(q, words);
	if (bad != 0)
		die(STATUS_USAGE, "pos.tsv:%zu: not a word and its classes", bad);
	quote_roles(q, lexicon_builtin(lang, "roles"));
	bad = quote_cues(q, cues);
	if (bad != 0)
		die(STATUS_USAGE, "cues.tsv:%zu: not a cue, its kind, stance and frames", bad);
	for (size_t i = 0; i < files->len; i++) {
		bad = quote_cues(q, file_read(files->at[i], lists));
		if (bad != 0)
			die(STATUS_USAGE, "%s:%zu: not a cue, its kind, stance and frames", files->at[i], bad);
	}
	mem_free(files->at);
}

static void
find(struct quote *q, struct doc *d, double min_confidence, struct writer *out)
{
	quote_find(q, d, min_confidence);
	do
		writer_doc(out, d);
	while (quote_more(q, d));
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	struct opt_list lexicons = { 0 };
	const char *lang = "en";
	double min_confidence = 0.30;
	const struct opt options[] = {
		OPT_SHARE(0, "min-confidence", "X", &min_confidence, "leave out quotations less sure than X, from 0 to 1 (0.30)"),
		OPT_LIST(0, "lexicon", "FILE", &lexicons, "add the cues of FILE to the built-in list"),
		OPT_LANG(&lang, "en"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "extract-quotes",
		.does = "find who is quoted, directly and indirectly",
		.operands = "[FILE ...]",
		.example = "normalize day.tsv | sentence-split | extract-quotes",
		.options = options,
	};
	struct arena lists = { 0 };
	struct quote *quote;
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	quote = quote_new();
	load(quote, lang, &lexicons, &lists);
	reader_open(&in, argv, READER_STREAM, &stream);
	writer_open(&out, &stream);
	confine(argv);
	while (reader_doc(&in, &doc)) {
		if (doc_uncut(&doc))
			reader_complain(&in, "no sentences: sentence-split comes before");
		find(quote, &doc, min_confidence, &out);
	}
	writer_close(&out);
	quote_free(quote);
	arena_free(&lists);
	doc_free(&doc);
	return reader_close(&in);
}
