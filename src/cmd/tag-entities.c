/* tag-entities: names persons, organisations, places and groups, and says who each speaker is. */
#include "entity.h"
#include "err.h"
#include "reader.h"
#include "speaker.h"
#include "writer.h"

static struct slice
user_list(const char *path)
{
	return path != NULL ? file_read(path) : slice_make(NULL, 0);
}

static void
tag(struct entity_rules *rules, struct doc *d, struct entity_list *list)
{
	list->len = 0;
	entity_scan(&rules->gazetteer, d, &rules->scan);
	if (!entity_given(&rules->scan, d, list)) {
		entity_find(&rules->gazetteer, &rules->scan, list);
		entity_link(&rules->gazetteer, &rules->scan, d, list);
		entity_add(d, list);
	} else {
		entity_link(&rules->gazetteer, &rules->scan, d, list);
		entity_fill(d, list);
	}
	speaker_resolve(rules, d, list);
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	const char *lexicon = NULL, *lang = "en";
	const struct opt options[] = {
		OPT_STRING('l', "lang", "CODE", &lang, "the language of the text (en)"),
		OPT_STRING(0, "lexicon", "FILE", &lexicon, "add the names of FILE: name, type, id, shown name"),
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
	struct entity_rules rules = { 0 };
	struct entity_list list = { 0 };
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };
	size_t bad;

	(void)argc;
	argv = program_begin(&self, argv);
	if (lexicon_builtin(lang, "countries").at == NULL)
		program_usage("no language '%s'", lang);
	bad = gazetteer_open(&rules.gazetteer, lang, user_list(lexicon));
	if (bad > 0)
		die(STATUS_USAGE, "%s:%zu: no name with a type behind it", lexicon, bad);
	reader_open(&in, argv, READER_STREAM, &stream);
	writer_open(&out, &stream);
	while (reader_doc(&in, &doc)) {
		tag(&rules, &doc, &list);
		writer_doc(&out, &doc);
	}
	writer_close(&out);
	doc_free(&doc);
	mem_free(list.at);
	entity_scan_free(&rules.scan);
	gazetteer_close(&rules.gazetteer);
	return reader_close(&in);
}
