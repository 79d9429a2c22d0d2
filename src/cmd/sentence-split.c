/* sentence-split: cut documents into labelled blocks and sentences. */
#include "confine.h"
#include "err.h"
#include "file.h"
#include "language.h"
#include "opt.h"
#include "reader.h"
#include "sentence.h"
#include "writer.h"

static struct splitter *
splitter_of(const struct sentence_options *options, struct opt_list *lexicons, struct arena *lists,
    struct opt_list *boilerplate)
{
	struct splitter *s = splitter_new(options);
	struct buf why = { 0 };

	if (s == NULL)
		language_unknown(options->lang, "sentence-words", " auto");
	for (size_t i = 0; i < lexicons->len; i++) {
		size_t line = splitter_add(s, file_read(lexicons->at[i], lists));

		if (line > 0)
			die(STATUS_USAGE, "%s:%zu: no abbreviation and class", lexicons->at[i], line);
	}
	for (size_t i = 0; i < boilerplate->len; i++)
		if (!splitter_boilerplate(s, boilerplate->at[i], &why))
			program_usage("--boilerplate '%s': %.*s", boilerplate->at[i], (int)why.len, why.at);
	mem_free(lexicons->at);
	mem_free(boilerplate->at);
	return s;
}

int
main(int argc, char **argv)
{
	struct sentence_options how = { 0 };
	struct stream_options stream = { 0 };
	struct opt_list lexicons = { 0 }, boilerplate = { 0 };
	const char *boundaries = "strict";
	const struct opt options[] = {
		OPT_LANG(&how.lang, "as its row tells, else en; auto: by the text itself"),
		OPT_STRING('b', "boundaries", "KIND", &boundaries, "strict (default), or quote: a quotation of several sentences is one"),
		OPT_FLAG('k', "keep-text", &how.keep_text, "leave the text in the doc rows"),
		OPT_LIST(0, "lexicon", "FILE", &lexicons, "add the abbreviations of FILE"),
		OPT_LIST(0, "boilerplate", "PATTERN", &boilerplate, "blocks that match PATTERN (a regular expression of PCRE2) are boilerplate"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "sentence-split",
		.does = "cut documents into labelled blocks and sentences",
		.operands = "[FILE ...]",
		.example = "gather articles | normalize | sentence-split | fields sentence role,text",
		.options = options,
	};
	struct arena lists = { 0 };
	struct splitter *splitter;
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	how.keep_quote = program_choice("boundaries", boundaries, "strict quote") == 1;
	splitter = splitter_of(&how, &lexicons, &lists, &boilerplate);
	reader_open(&in, argv, READER_STREAM, &stream);
	writer_open(&out, &stream);
	confine(argv);
	while (reader_doc(&in, &doc)) {
		splitter_doc(splitter, &doc);
		writer_doc(&out, &doc);
	}
	writer_close(&out);
	doc_free(&doc);
	splitter_free(splitter);
	arena_free(&lists);
	return reader_close(&in);
}
