/* extract-quotes: finds direct, mixed and indirect quotations, with cue and speaker. */
#include "ascii.h"
#include "confine.h"
#include "err.h"
#include "language.h"
#include "lexicon.h"
#include "quote.h"
#include "reader.h"
#include "writer.h"

enum { LANGS = 8 }; /* languages with lists of cues, at most */

/* The rules of the languages that documents asked for, the usual one first. */
struct rules {
	struct language_count count; /* of its documents, and those that have no rules of their own */
	bool told;                   /* the language is the option's, whatever rows tell */
	struct slice *added;         /* the user's cues */
	struct opt_list files;
	size_t langs;
	struct {
		char code[8];
		struct quote *quote;
	} of[LANGS];
};

static struct quote *
load(const struct rules *r, const char *lang)
{
	struct quote *q = quote_new();
	size_t bad = quote_words(q, lexicon_builtin(lang, "pos"));

	if (bad != 0)
		die(STATUS_USAGE, "pos.tsv:%zu: not a word and its classes", bad);
	quote_roles(q, lexicon_builtin(lang, "roles"));
	bad = quote_cues(q, lexicon_builtin(lang, "cues"));
	if (bad != 0)
		die(STATUS_USAGE, "cues.tsv:%zu: not a cue, its kind, stance and frames", bad);
	for (size_t i = 0; i < r->files.len; i++) {
		bad = quote_cues(q, r->added[i]);
		if (bad != 0)
			die(STATUS_USAGE, "%s:%zu: not a cue, its kind, stance and frames", r->files.at[i], bad);
	}
	return q;
}

static bool
is_known(const char *lang)
{
	return lexicon_builtin(lang, "pos").at != NULL && lexicon_builtin(lang, "cues").at != NULL;
}

static void
begin(struct rules *r, const char *lang, struct arena *lists)
{
	r->told = lang != NULL;
	r->count.code = lang != NULL ? lang : "en";
	if (!is_known(r->count.code))
		language_unknown(lang, "cues", "");
	r->added = arena_alloc(lists, r->files.len * sizeof *r->added);
	for (size_t i = 0; i < r->files.len; i++)
		r->added[i] = file_read(r->files.at[i], lists);
	r->of[r->langs++].quote = load(r, r->count.code);
}

/* The rules for d: those of its row's language where there are any, and -l names none. */
static struct quote *
rules_for(struct rules *r, const struct doc *d)
{
	struct slice told = language_of(d);
	char code[sizeof r->of->code] = "";

	for (size_t i = 0; i < told.len && told.len < sizeof code; i++)
		code[i] = ascii_fold(told.at[i]);
	for (size_t i = 1; i < r->langs; i++)
		if (strcmp(code, r->of[i].code) == 0)
			return r->of[i].quote;
	if (r->told || strcmp(code, r->count.code) == 0 || !is_known(code) || r->langs == LANGS) {
		language_count(&r->count, d);
		return r->of[0].quote;
	}
	memcpy(r->of[r->langs].code, code, sizeof code);
	r->of[r->langs].quote = load(r, code);
	return r->of[r->langs++].quote;
}

static void
end(struct rules *r)
{
	if (!r->told)
		language_warn(&r->count);
	while (r->langs > 0)
		quote_free(r->of[--r->langs].quote);
	mem_free(r->files.at);
}

/* Writes d with its quotations, or as it is if it came with some. */
static void
find(struct quote *q, struct doc *d, double min_confidence, struct writer *out)
{
	if (doc_next(d, ROW_QUOTE, 0) < d->nrow) {
		writer_doc(out, d);
		return;
	}
	quote_find(q, d, min_confidence);
	do
		writer_doc(out, d);
	while (quote_more(q, d));
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	struct rules rules = { 0 };
	const char *lang = NULL;
	double min_confidence = 0.30;
	const struct opt options[] = {
		OPT_SHARE(0, "min-confidence", "X", &min_confidence, "leave out quotations less sure than X, from 0 to 1 (0.30)"),
		OPT_LIST(0, "lexicon", "FILE", &rules.files, "add the cues of FILE to the built-in list"),
		OPT_LANG(&lang, "as its row tells, else en"),
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
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	begin(&rules, lang, &lists);
	reader_open(&in, argv, READER_STREAM, &stream);
	writer_open(&out, &stream);
	confine(argv);
	while (reader_doc(&in, &doc)) {
		if (doc_uncut(&doc))
			reader_complain(&in, "no sentences: sentence-split comes before");
		find(rules_for(&rules, &doc), &doc, min_confidence, &out);
	}
	writer_close(&out);
	end(&rules);
	arena_free(&lists);
	doc_free(&doc);
	return reader_close(&in);
}
