#include "sentence.h"

#include "block.h"
#include "lexicon.h"
#include "mem.h"
#include "pattern.h"
#include "sentence_cut.h"
#include "sentence_evidence.h"
#include "sentence_lang.h"

struct language {
	bool loaded;
	struct cut_rules cut;
	struct block_rules *blocks;
};

struct splitter {
	struct sentence_options options;
	struct langs langs;
	int lang;                 /* -1: NULL or auto */
	bool guess;
	struct language language[LANG_MOST];
	struct lang_guess guesser;
	struct slice *added;      /* the user's lists */
	size_t nadded, added_cap;
	struct pattern **boilerplate; /* the user's */
	size_t patterns, pattern_cap;
	struct block_list blocks; /* of the current document, as the next three */
	struct cut_list cuts;
	struct sentence *sentence;
	size_t nsentence, cap;
	struct buf scratch;
};

struct splitter *
splitter_new(const struct sentence_options *options)
{
	struct splitter *s = mem_alloc(sizeof *s);

	s->options = *options;
	langs_find(&s->langs);
	s->lang = -1;
	s->guess = options->lang != NULL && strcmp(options->lang, "auto") == 0;
	if (s->guess) {
		lang_guess_begin(&s->guesser, &s->langs);
	} else if (options->lang != NULL) {
		s->lang = langs_named(&s->langs, slice_from(options->lang));
		if (s->lang < 0) {
			splitter_free(s);
			return NULL;
		}
	}
	return s;
}

void
splitter_free(struct splitter *s)
{
	size_t i;

	for (i = 0; i < LANG_MOST; i++) {
		if (!s->language[i].loaded)
			continue;
		words_free(&s->language[i].cut.words);
		block_rules_free(s->language[i].blocks);
	}
	lang_guess_end(&s->guesser);
	for (i = 0; i < s->patterns; i++)
		pattern_free(s->boilerplate[i]);
	mem_free(s->boilerplate);
	mem_free(s->added);
	mem_free(s->blocks.at);
	mem_free(s->cuts.at);
	mem_free(s->sentence);
	buf_free(&s->scratch);
	mem_free(s);
}

size_t
splitter_add(struct splitter *s, struct slice tsv)
{
	struct words trial = { 0 };
	size_t bad = words_add(&trial, tsv);

	words_free(&trial);
	if (bad != 0)
		return bad;
	MEM_GROW(s->added, s->added_cap, s->nadded + 1);
	s->added[s->nadded++] = tsv;
	return 0;
}

bool
splitter_boilerplate(struct splitter *s, const char *pattern, struct buf *why)
{
	struct pattern *p = pattern_new(pattern, why);

	if (p == NULL)
		return false;
	MEM_GROW(s->boilerplate, s->pattern_cap, s->patterns + 1);
	s->boilerplate[s->patterns++] = p;
	return true;
}

/* The lists of a language are read when the first document asks for them. */
static struct language *
language_get(struct splitter *s, int number)
{
	struct language *l = &s->language[number];
	const struct lang *lang = &s->langs.at[number];
	size_t i;

	if (l->loaded)
		return l;
	l->loaded = true;
	l->cut.ordinals = lang->ordinals;
	l->cut.colon = lang->colon;
	l->cut.keep_quote = s->options.keep_quote;
	l->blocks = block_rules_new(lang->code);
	words_add(&l->cut.words, lexicon_builtin(lang->code, "abbreviations"));
	words_add(&l->cut.words, lexicon_builtin(lang->code, "sentence-words"));
	for (i = 0; i < s->nadded; i++)
		words_add(&l->cut.words, s->added[i]);
	return l;
}

/* The language of d: the option's, the text's own, the doc row's, English. */
static struct language *
language_of(struct splitter *s, struct doc *d)
{
	struct row *row = doc_row(d);
	int lang = s->lang;

	if (s->guess) {
		lang = lang_guess(&s->guesser, d->text);
		if (lang >= 0 && row != NULL)
			row_fill(row, DOC_LANG, slice_from(s->langs.at[lang].code));
	}
	if (lang < 0 && row != NULL)
		lang = langs_named(&s->langs, row->field[DOC_LANG]);
	return language_get(s, lang < 0 ? langs_named(&s->langs, slice_from("en")) : lang);
}

/* Does one of the user's patterns match the block? */
static bool
is_boilerplate(const struct splitter *s, struct slice text)
{
	struct match m;

	for (size_t i = 0; i < s->patterns; i++)
		if (pattern_find(s->boilerplate[i], text, 0, &m))
			return true;
	return false;
}

static void
find_sentences(struct splitter *s, const struct language *l, struct doc *d)
{
	struct row *row = doc_row(d);
	size_t i, j;

	block_find(l->blocks, d->text, row != NULL ? row->field[DOC_TITLE] : slice_make("", 0), &s->blocks);
	s->nsentence = 0;
	s->cuts.evidence = EVIDENCE_PASSES * d->text.len;
	s->cuts.scan = SCAN_NOTHING;
	for (i = 0; i < s->blocks.len; i++) {
		struct block *b = &s->blocks.at[i];

		if (is_boilerplate(s, slice_sub(d->text, b->start, b->end)))
			b->role = ROLE_BOILERPLATE;
		s->cuts.len = 0;
		cut_block(&l->cut, d->text, b->start, b->end, &s->cuts, &s->scratch);
		MEM_GROW(s->sentence, s->cap, s->nsentence + s->cuts.len);
		for (j = 0; j < s->cuts.len; j++)
			s->sentence[s->nsentence++] = (struct sentence){
				(uint32_t)s->cuts.at[j].start, (uint32_t)s->cuts.at[j].end, (uint32_t)i + 1, b->role };
	}
}

static bool
all_of(struct slice s, char c)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (s.at[i] != c)
			return false;
	return true;
}

bool
sentence_tells_text(struct slice text, const struct sentence *sentences, size_t n)
{
	size_t i, from = 0;

	for (i = 0; i < n; i++) {
		bool inside = i > 0 && sentences[i].block == sentences[i - 1].block;

		if (!all_of(slice_sub(text, from, sentences[i].start), inside ? ' ' : '\n'))
			return false;
		from = sentences[i].end;
	}
	return all_of(slice_sub(text, from, text.len), '\n');
}

static void
empty_text(const struct splitter *s, struct doc *d)
{
	struct row *row = doc_row(d);

	if (s->options.keep_text || row == NULL || row->field[ROW_TEXT].len == 0 ||
	    !sentence_tells_text(d->text, s->sentence, s->nsentence))
		return;
	row->field[ROW_TEXT] = slice_make("", 0);
	row->filled = true;
}

void
splitter_doc(struct splitter *s, struct doc *d)
{
	struct slice block = { 0 }, role = { 0 };
	size_t i;

	if (d->text.at == NULL || doc_next(d, ROW_SENTENCE, 0) < d->nrow)
		return;
	find_sentences(s, language_of(s, d), d);
	for (i = 0; i < s->nsentence; i++) {
		struct row *row = doc_add(d, ROW_SENTENCE, s->sentence[i].start, s->sentence[i].end);

		row->field[SENTENCE_NUMBER] = arena_number(&d->arena, i + 1);
		if (i == 0 || s->sentence[i].block != s->sentence[i - 1].block) {
			block = arena_number(&d->arena, s->sentence[i].block);
			role = slice_from(role_name(s->sentence[i].role));
		}
		row->field[SENTENCE_BLOCK] = block;
		row->field[SENTENCE_ROLE] = role;
	}
	empty_text(s, d);
}
