/* tag-entities: names persons, organisations, places and groups, and says who each speaker is. */
#include "entity_model.h"
#include "err.h"
#include "reader.h"
#include "speaker.h"
#include "writer.h"

static struct slice
user_list(const char *path)
{
	return path != NULL ? file_read(path) : slice_make(NULL, 0);
}

struct tagging {
	struct entity_rules rules;
	struct speaker_rules *speakers;
	struct tagger *tagger;   /* NULL: rules alone */
	struct entity_list list; /* of the current document */
};

static void
find(struct tagging *t, struct doc *d)
{
	if (t->tagger != NULL)
		entity_model(t->tagger, &t->rules.gazetteer, &t->rules.scan, d, &t->list);
	else
		entity_find(&t->rules.gazetteer, &t->rules.scan, &t->list);
}

static void
tag(struct tagging *t, struct doc *d)
{
	t->list.len = 0;
	entity_scan(&t->rules.gazetteer, d, &t->rules.scan);
	if (!entity_given(&t->rules.scan, d, &t->list)) {
		find(t, d);
		entity_link(&t->rules.gazetteer, &t->rules.scan, d, &t->list);
		entity_add(d, &t->list);
	} else {
		entity_link(&t->rules.gazetteer, &t->rules.scan, d, &t->list);
		entity_fill(d, &t->list);
	}
	speaker_resolve(t->speakers, d, &t->rules.scan.tokens);
}

static void
tagging_begin(struct tagging *t, const char *lang, const char *lexicon, const char *method)
{
	size_t bad;

	if (lexicon_builtin(lang, "countries").at == NULL)
		program_usage("no language '%s'", lang);
	bad = gazetteer_open(&t->rules.gazetteer, lang, user_list(lexicon));
	if (bad > 0)
		die(STATUS_USAGE, "%s:%zu: no name with a type behind it", lexicon, bad);
	t->speakers = speaker_rules_new(lang);
	if (strcmp(method, "model") == 0)
		t->tagger = tagger_new(lexicon_builtin(lang, "entities"));
	else if (strcmp(method, "rules") != 0)
		program_usage("--method takes rules or model, not '%s'", method);
}

static void
tagging_end(struct tagging *t)
{
	mem_free(t->list.at);
	entity_scan_free(&t->rules.scan);
	gazetteer_close(&t->rules.gazetteer);
	speaker_rules_free(t->speakers);
	tagger_free(t->tagger);
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	const char *lexicon = NULL, *lang = "en", *method = "model";
	const struct opt options[] = {
		OPT_STRING('l', "lang", "CODE", &lang, "the language of the text (en)"),
		OPT_STRING(0, "lexicon", "FILE", &lexicon, "add the names of FILE: name, type, id, shown name"),
		OPT_STRING('m', "method", "NAME", &method, "how names are found: rules, or model (the default)"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "tag-entities",
		.does = "tag persons, organisations, places and groups, and say who each speaker is",
		.operands = "[FILE ...]",
		.example = "... | sentence-split | extract-quotes | tag-entities | fields entity type,id,text",
		.options = options,
	};
	struct tagging tagging = { 0 };
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	tagging_begin(&tagging, lang, lexicon, method);
	reader_open(&in, argv, READER_STREAM, &stream);
	writer_open(&out, &stream);
	while (reader_doc(&in, &doc)) {
		tag(&tagging, &doc);
		writer_doc(&out, &doc);
	}
	writer_close(&out);
	doc_free(&doc);
	tagging_end(&tagging);
	return reader_close(&in);
}
