/* tag-entities: names persons, organisations, places and groups, and says who each speaker is. */
#include "confine.h"
#include "doc_part.h"
#include "entity_model.h"
#include "err.h"
#include "language.h"
#include "reader.h"
#include "speaker.h"
#include "writer.h"

struct tagging_options {
	const char *lang, *method, *model; /* model: a file; NULL: the one that is built in */
	struct opt_list lexicons;
};

struct tagging {
	struct entity_rules rules;
	struct speaker_rules *speakers;
	struct tagger *tagger;   /* NULL: rules alone */
	struct entity_list list; /* of the current document */
	struct arena names;      /* the user's lists, where they are not mapped */
	struct language_count count;
};

static void
find(struct tagging *t, struct doc *d)
{
	if (t->tagger != NULL)
		entity_model(t->tagger, &t->rules.gazetteer, &t->rules.scan, d, &t->list);
	else
		entity_find(&t->rules.gazetteer, &t->rules.scan, &t->list);
}

/* given: its entities came with it. */
static void
tag(struct tagging *t, struct doc *d, bool given)
{
	struct entity_scan *s = &t->rules.scan;

	t->list.len = 0;
	entity_scan(&t->rules.gazetteer, d, &t->rules.scan);
	if (!given) {
		find(t, d);
		entity_link(&t->rules.gazetteer, &t->rules.scan, d, &t->list);
		entity_add(d, &t->list);
	} else {
		entity_given(&t->rules.scan, d, &t->list);
		entity_link(&t->rules.gazetteer, &t->rules.scan, d, &t->list);
		entity_fill(d, &t->list);
	}
	speaker_resolve(t->speakers, d, &(struct speaker_text){ s->span, s->spans, s->begin, s->tokens.at, s->tokens.len, &s->vocab, s->number });
}

enum { PART = 1 << 19 }; /* bytes: what is longer is no article, and takes memory of twenty times its length at once */

static void
tag_whole(struct tagging *t, struct doc *d, struct writer *out)
{
	bool given = doc_next(d, ROW_ENTITY, 0) < d->nrow;
	struct doc_parts parts;

	language_count(&t->count, d);
	if (!doc_parts_begin(&parts, d, PART)) {
		tag(t, d, given);
		return;
	}
	while (doc_parts_next(&parts)) {
		tag(t, &parts.part, given);
		writer_part(out, &parts);
	}
}

static void
add_lists(struct gazetteer *g, struct opt_list *paths, struct arena *lists)
{
	for (size_t i = 0; i < paths->len; i++) {
		const char *path = paths->at[i];
		size_t bad = gazetteer_add(g, file_map(path, lists));

		if (bad == GAZETTEER_DAMAGED)
			die(STATUS_USAGE, "%s: a compiled list that is damaged, or of another machine", path);
		if (bad == GAZETTEER_ALONE)
			die(STATUS_USAGE, "%s: of several lists none may be compiled; compile them as one", path);
		if (bad > 0)
			die(STATUS_USAGE, "%s:%zu: no name in UTF-8 with a type behind it", path, bad);
	}
	mem_free(paths->at);
}

/* --compile: the lists of --lexicon, as they are mapped. */
static int
compile(struct opt_list *lexicons, const char *to)
{
	struct gazetteer g = { 0 };
	struct arena lists = { 0 };
	struct buf packed = { 0 };
	struct output out;

	if (lexicons->len == 0)
		program_usage("--compile takes its names from --lexicon");
	add_lists(&g, lexicons, &lists);
	if (g.compiled)
		die(STATUS_USAGE, "--compile takes lists that are not compiled");
	if (!lexicon_pack(g.user, &packed))
		die(STATUS_USAGE, "more than 4 GB of names");
	output_replace(&out, to);
	output_add(&out, buf_slice(&packed));
	output_close(&out);
	buf_free(&packed);
	lexicon_free(g.user);
	arena_free(&lists);
	return STATUS_DONE;
}

/* The model of a file, or the one that is built in; NULL where a language has none. */
static struct tagger *
load_model(const char *path, const char *lang)
{
	struct arena file = { 0 };
	struct slice model = path != NULL ? file_map(path, &file) : lexicon_builtin(lang, "entities");
	struct tagger *t = tagger_new(model);

	arena_free(&file);
	if (t == NULL && path != NULL)
		die(STATUS_USAGE, "%s: no whole model of train-tagger", path);
	if (t == NULL && model.at != NULL)
		die(STATUS_SYSTEM, "the model that was built in for '%s' is not whole", lang);
	return t;
}

static void
tagging_begin(struct tagging *t, struct tagging_options *how)
{
	bool rules = program_choice("method", how->method, "rules model") == 0;

	if (lexicon_builtin(how->lang, "countries").at == NULL)
		language_unknown(how->lang, "countries", "");
	if (rules && how->model != NULL)
		program_usage("--method rules takes no --model");
	t->count.code = how->lang;
	gazetteer_open(&t->rules.gazetteer, how->lang);
	add_lists(&t->rules.gazetteer, &how->lexicons, &t->names);
	t->speakers = speaker_rules_new(how->lang);
	t->tagger = rules ? NULL : load_model(how->model, how->lang);
}

static void
tagging_end(struct tagging *t)
{
	language_warn(&t->count);
	mem_free(t->list.at);
	entity_scan_free(&t->rules.scan);
	gazetteer_close(&t->rules.gazetteer);
	speaker_rules_free(t->speakers);
	tagger_free(t->tagger);
	arena_free(&t->names);
}

int
main(int argc, char **argv)
{
	struct stream_options stream = { 0 };
	struct tagging_options how = { .lang = "en", .method = "model" };
	const char *compiled = NULL;
	const struct opt options[] = {
		OPT_LANG(&how.lang, "en"),
		OPT_LIST(0, "lexicon", "FILE", &how.lexicons, "add the names of FILE: name, type, id, shown name"),
		OPT_STRING(0, "compile", "FILE", &compiled, "write the names of --lexicon to FILE, which loads at once, and end"),
		OPT_STRING('m', "method", "NAME", &how.method, "how names are found: rules, or model (the default)"),
		OPT_STRING(0, "model", "FILE", &how.model, "take the model of FILE, which train-tagger wrote"),
		OPT_STREAM(&stream),
		OPT_END
	};
	const struct program self = {
		.name = "tag-entities",
		.does = "tag persons, organisations, places and groups, and say who each speaker is",
		.operands = "[FILE ...]",
		.example = "extract-quotes day.tsv | tag-entities | fields entity type,id,text",
		.options = options,
	};
	struct tagging tagging = { 0 };
	struct reader in;
	struct writer out;
	struct doc doc = { 0 };

	(void)argc;
	argv = program_begin(&self, argv);
	if (compiled != NULL)
		return compile(&how.lexicons, compiled);
	tagging_begin(&tagging, &how);
	reader_open(&in, argv, READER_PARTS, &stream);
	writer_open(&out, &stream);
	confine(argv);
	while (reader_doc(&in, &doc)) {
		tag_whole(&tagging, &doc, &out);
		writer_doc(&out, &doc);
	}
	writer_close(&out);
	doc_free(&doc);
	tagging_end(&tagging);
	return reader_close(&in);
}
