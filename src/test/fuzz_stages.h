/* fuzz_stages: the stages with their word lists, made once. */
#ifndef FUZZ_STAGES_H
#define FUZZ_STAGES_H

#include "entity_model.h"
#include "fuzz_row.h"
#include "lexicon.h"
#include "match.h"
#include "normalize.h"
#include "quote.h"
#include "sentence.h"
#include "speaker.h"

struct stages {
	struct normalize *normalize;
	struct splitter *splitter;
	struct quote *quote;
	struct entity_rules entities;
	struct tagger *tagger;
	struct speaker_rules *speakers;
	struct lexicon *words;
};

static inline struct stages *
fuzz_stages(void)
{
	static const struct normalize_options normal = { .edits = true };
	static const struct sentence_options sentence = { .lang = "auto" };
	static struct stages s;

	if (s.normalize != NULL)
		return &s;
	s.normalize = normalize_new(&normal);
	s.splitter = splitter_new(&sentence);
	s.quote = quote_new();
	MUST(quote_words(s.quote, lexicon_builtin("en", "pos")) == 0);
	quote_roles(s.quote, lexicon_builtin("en", "roles"));
	MUST(quote_cues(s.quote, lexicon_builtin("en", "cues")) == 0);
	gazetteer_open(&s.entities.gazetteer, "en");
	s.tagger = tagger_new(lexicon_builtin("en", "entities"));
	s.speakers = speaker_rules_new("en");
	s.words = lexicon_new();
	MUST(match_list(s.words, lexicon_builtin("en", "words")) == 0);
	return &s;
}

/* Makes d a document of the well-formed beginning of text, cut into sentences. */
static inline void
fuzz_text(struct doc *d, struct slice text)
{
	text.len = utf8_valid(text);
	d->id = slice_from("d");
	d->text = text;
	doc_add(d, ROW_DOC, 0, text.len)->field[ROW_ID] = d->id;
	d->row[0].field[ROW_TEXT] = text;
	d->nread = d->nrow;
	splitter_doc(fuzz_stages()->splitter, d);
}

/* As fuzz_text, and its quotations are found. */
static inline void
fuzz_quotes(struct doc *d, struct slice text)
{
	fuzz_text(d, text);
	quote_find(fuzz_stages()->quote, d, 0);
}

/* By the rules, or by the model where the text has an even number of bytes. */
static inline void
fuzz_entities(struct stages *s, struct doc *d)
{
	const struct entity_scan *scan = &s->entities.scan;
	struct entity_list list = { 0 };

	entity_scan(&s->entities.gazetteer, d, &s->entities.scan);
	if (doc_next(d, ROW_ENTITY, 0) < d->nrow) {
		entity_given(&s->entities.scan, d, &list);
		entity_link(&s->entities.gazetteer, &s->entities.scan, d, &list);
		entity_fill(d, &list);
	} else {
		if (d->text.len % 2 == 0 && s->tagger != NULL)
			entity_model(s->tagger, &s->entities.gazetteer, &s->entities.scan, d, &list);
		else
			entity_find(&s->entities.gazetteer, &s->entities.scan, &list);
		entity_link(&s->entities.gazetteer, &s->entities.scan, d, &list);
		entity_add(d, &list);
	}
	speaker_resolve(s->speakers, d, &(struct speaker_text){ scan->span, scan->spans, scan->begin, scan->tokens.at, scan->tokens.len,
		&s->entities.scan.vocab, scan->number });
	mem_free(list.at);
}

#endif
