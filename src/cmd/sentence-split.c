/* sentence-split: cut documents into labelled blocks and sentences. */
#include "confine.h"
#include "err.h"
#include "file.h"
#include "opt.h"
#include "reader.h"
#include "sentence.h"
#include "writer.h"

static struct splitter *
splitter_of(const struct sentence_options *options, const char *lexicon, struct arena *list, const struct opt_list *boilerplate)
{
	struct splitter *s = splitter_new(options);
	const char *why;
	size_t line;

	if (s == NULL)
		program_usage("no language %s (there are: " SENTENCE_LANGUAGES ", auto)", options->lang);
	line = lexicon == NULL ? 0 : splitter_add(s, file_read(lexicon, list));
	if (line > 0)
		die(STATUS_USAGE, "%s:%zu: no abbreviation and class", lexicon, line);
	for (size_t i = 0; i < boilerplate->len; i++)
		if ((why = splitter_boilerplate(s, boilerplate->at[i])) != NULL)
			program_usage("--boilerplate '%s': %s", boilerplate->at[i], why);
	mem_free(boilerplate->at);
	return s;
}

static bool
keeps_quote(const char *boundaries)
{
	bool quote = strcmp(boundaries, "quote") == 0;

	if (!quote && strcmp(boundaries, "strict") != 0)
		program_usage("no kind of boundaries %s (there are: strict, quote)", boundaries);
	return quote;
}

int
main(int argc, char **argv)
{
	struct sentence_options how = { 0 };
	struct stream_options stream = { 0 };
	struct opt_list boilerplate = { 0 };
	const char *lexicon = NULL, *boundaries = "strict";
	const struct opt options[] = {
		OPT_STRING('l', "lang", "CODE", &how.lang, SENTENCE_LANGUAGES ", or auto: by the text itself"),
		OPT_STRING('b', "boundaries", "KIND", &boundaries, "strict (default), or quote: a quotation of several sentences is one"),
		OPT_FLAG('k', "keep-text", &how.keep_text, "leave the text in the doc rows"),
		OPT_STRING(0, "lexicon", "FILE", &lexicon, "add the abbreviations of FILE"),
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
	struct arena list = { 0 };
	struct splitter *splitter;
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	how.keep_quote = keeps_quote(boundaries);
	splitter = splitter_of(&how, lexicon, &list, &boilerplate);
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
	arena_free(&list);
	return reader_close(&in);
}
