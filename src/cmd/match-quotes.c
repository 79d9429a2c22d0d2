/* match-quotes: group the quotations of many articles that carry the same statement. */
#include "confine.h"
#include "err.h"
#include "language.h"
#include "lexicon.h"
#include "match.h"
#include "reader.h"
#include "spool.h"
#include "writer.h"

static void
add_list(struct lexicon *l, struct slice list, const char *name)
{
	size_t line = match_list(l, list);

	if (line != 0) {
		lexicon_free(l);
		die(STATUS_USAGE, "%s:%zu: not a word and its class", name, line);
	}
}

/* The words of the language, then those of the files. */
static struct lexicon *
load_words(const char *lang, struct opt_list *files, struct arena *lists)
{
	struct lexicon *l;
	struct slice list = lexicon_builtin(lang, "words");

	if (list.at == NULL && files->len == 0)
		language_unknown(lang, "words", ", or one whose words --lexicon brings");
	l = lexicon_new();
	if (list.at != NULL)
		add_list(l, list, "words.tsv");
	for (size_t i = 0; i < files->len; i++)
		add_list(l, file_read(files->at[i], lists), files->at[i]);
	mem_free(files->at);
	return l;
}

/* "500M" or "500m" in bytes; 0, no limit, for NULL. */
static size_t
bytes_of(const char *size)
{
	static const char units[] = "KMGTkmgt";
	struct slice s = slice_from(size != NULL ? size : "0");
	const char *unit = s.len > 0 ? strchr(units, s.at[s.len - 1]) : NULL;
	unsigned shift = unit != NULL ? 10 * (unsigned)((unit - units) % 4 + 1) : 0;
	size_t n;

	if (unit != NULL)
		s.len--;
	if (!slice_number(s, &n) || n > SIZE_MAX >> shift || (n == 0 && size != NULL))
		program_usage("--memory takes a size such as 500M or 2G, not '%s'", size);
	return n << shift;
}

/* Takes the whole stream in; returns the reader's status.  Who will start sort(1) may not yet give that up. */
static int
take(struct match *m, struct spool *spool, char **paths, const struct stream_options *options, bool will_sort)
{
	struct reader in;
	struct doc doc = { 0 };

	reader_open(&in, paths, READER_STREAM, options);
	if (!will_sort)
		confine(paths);
	while (reader_doc(&in, &doc)) {
		match_add(m, &doc);
		spool_doc(spool, &doc);
	}
	doc_free(&doc);
	return reader_close(&in);
}

/* Gives it out again, with its statements. */
static void
give(struct match *m, struct spool *spool, const struct stream_options *options)
{
	static char *const none[] = { NULL };
	const struct stream_options quiet = { 0 };
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	reader_open(&in, spool_paths(spool), READER_STREAM, &quiet);
	writer_open(&out, options);
	confine(none);
	while (reader_doc(&in, &doc)) {
		match_fill(m, &doc);
		writer_doc(&out, &doc);
	}
	writer_close(&out);
	doc_free(&doc);
	reader_close(&in);
	spool_close(spool);
}

int
main(int argc, char **argv)
{
	const char *lang = "en";
	bool edits = false;
	const char *memory = NULL;
	struct opt_list lexicons = { 0 };
	struct stream_options stream = { 0 };
	const struct opt options[] = {
		OPT_FLAG(0, "edits", &edits, "add rows that tell what each quotation changed"),
		OPT_STRING(0, "memory", "SIZE", &memory, "sort in so much memory (500M, 2G), the rest in temporary files; else all in memory"),
		OPT_LANG(&lang, "en"),
		OPT_LIST(0, "lexicon", "FILE", &lexicons, "add the words of FILE to the list"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "match-quotes",
		.does = "group quotations that carry the same statement",
		.operands = "[FILE ...]",
		.example = "match-quotes day.tsv | aggregate --by statement",
		.options = options,
	};
	struct arena lists = { 0 };
	struct lexicon *words;
	struct match *match;
	struct spool spool;
	size_t most;
	int status;

	(void)argc;
	argv = program_begin(&self, argv);
	most = bytes_of(memory);
	words = load_words(lang, &lexicons, &lists);
	match = match_new(words, lang, edits);
	spool_open(&spool);
	status = take(match, &spool, argv, &stream, most > 0);
	match_run(match, most);
	give(match, &spool, &stream);
	match_free(match);
	lexicon_free(words);
	arena_free(&lists);
	return status;
}
