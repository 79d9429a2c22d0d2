#include "match_quote.h"

#include <stdlib.h>

#include "match_noun.h"
#include "match_number.h"
#include "utf8.h"

enum {
	WORDS_MOST = 1 << 14, /* of one quotation, a speech of two hours; the rest is not compared */
	BEFORE = 120          /* bytes before a quotation that its reporter may negate it in: "he would not" */
};

void
quotations_begin(struct quotations *all, const struct lexicon *classes, const char *lang)
{
	memset(all, 0, sizeof *all);
	vocabulary_begin(&all->vocabulary, classes, lang);
}

void
quotations_free(struct quotations *all)
{
	vocabulary_free(&all->vocabulary);
	intern_free(&all->speakers);
	arena_free(&all->arena);
	mem_free(all->speaker);
	mem_free(all->at);
	mem_free(all->word);
	mem_free(all->doc);
	mem_free(all->place);
	cut_free(&all->cut);
}

const struct speaker *
quotation_speaker(const struct quotations *all, const struct quotation *q)
{
	return q->speaker == NOBODY ? NULL : &all->speaker[q->speaker];
}

const char *
relation_name(enum relation relation)
{
	static const char *const names[] = { "same", "trimmed", "altered", "fragment", "paraphrase" };

	return names[relation];
}

struct numbered {
	size_t number, row;
};

static int
by_number(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* A row whose number is none gets one that no other has. */
static struct numbered *
numbered_rows(struct doc *d, size_t *n)
{
	struct numbered *list = arena_alloc(&d->arena, (d->nread + 1) * sizeof *list);
	size_t sentences;
	const struct sentence *sentence = doc_sentences(d, &d->arena, &sentences);

	*n = 0;
	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nread; i = doc_next(d, ROW_QUOTE, i + 1)) {
		struct numbered *it = &list[*n];

		if (!row_states(&d->row[i], sentence, sentences))
			continue;
		++*n;
		it->row = i;
		if (!slice_number(d->row[i].field[QUOTE_NUMBER], &it->number))
			it->number = SIZE_MAX / 2 + i;
	}
	qsort(list, *n, sizeof *list, by_number);
	return list;
}

struct parts *
quotation_parts(struct doc *d, size_t *n)
{
	size_t rows;
	struct numbered *list = numbered_rows(d, &rows);
	struct parts *parts = arena_alloc(&d->arena, (rows + 1) * sizeof *parts);
	size_t *row = arena_alloc(&d->arena, (rows + 1) * sizeof *row);

	*n = 0;
	for (size_t i = 0; i < rows; i++) {
		row[i] = list[i].row;
		if (i == 0 || list[i].number != list[i - 1].number)
			parts[(*n)++] = (struct parts){ .row = &row[i] };
		parts[*n - 1].len++;
	}
	return parts;
}

static void
add_word(struct quotations *all, const struct cut_word *w, uint32_t number)
{
	MEM_GROW(all->word, all->word_cap, all->words + 1);
	all->word[all->words++] = number | (w->quoted ? QUOTED : 0) | (w->first ? FIRST : 0) | (w->name ? NAMED : 0);
}

static void
add_place(struct quotations *all, struct slice kept, const struct cut_word *w, size_t start)
{
	MEM_GROW(all->place, all->place_cap, all->words);
	all->place[all->words - 1] = (struct place){ slice_sub(kept, w->start, w->end), (uint32_t)(start + w->start) };
}

/* The last word is another one, that ends later. */
static void
widen(struct quotations *all, struct slice folded, struct slice kept, size_t end)
{
	uint32_t *word = &all->word[all->words - 1];

	*word = (*word & ~WORD_OF(*word)) | vocabulary_word(&all->vocabulary, folded);
	if (all->keeps_text) {
		struct slice *text = &all->place[all->words - 1].text;

		text->len = (size_t)(kept.at + end - text->at);
	}
}

/* The last word and this one are one number, "four" "hundred": 400. */
static void
widen_number(struct quotations *all, const struct number *n, struct slice kept)
{
	struct buf digits = { 0 };

	number_write(n, &digits);
	widen(all, buf_slice(&digits), kept, n->end);
	buf_free(&digits);
}

/* "No one" is nobody. */
static bool
is_no_one(const struct quotations *all, size_t from, struct slice folded)
{
	return all->words > from && slice_is(folded, "one") &&
	    slice_is(all->vocabulary.names.text[WORD_OF(all->word[all->words - 1])], "no");
}

/* Marks the words of content from place `from` on that stand between two names, with nothing else there.  What a sentence begins with
 * may be a name. */
static void
mark_titles(struct quotations *all, size_t from)
{
	size_t name = SIZE_MAX; /* the last one; SIZE_MAX if another word has come */

	for (size_t i = from; i < all->words; i++) {
		uint32_t w = all->word[i];
		bool content = word_is_content(all->vocabulary.word[WORD_OF(w)].is);

		if (!content)
			name = SIZE_MAX;
		else if ((w & FIRST) != 0)
			name = i;
		if ((w & NAMED) == 0)
			continue;
		while (name < i)
			all->word[name++] |= TITLED;
		name = i;
	}
}

/* Adds the words of one row.  Words in marks are told apart in mixed quotations, if there are marks at all. */
static void
add_words(struct quotations *all, struct quotation *q, const struct row *r)
{
	struct slice text = r->field[ROW_TEXT];
	size_t from = all->words;
	struct number number = { 0 };
	struct cut_word w;

	if (all->keeps_text)
		text = arena_copy(&all->arena, text);
	cut_begin(&all->cut, text);
	all->cut.first = q->words == 0 || !cut_is_small(&all->cut); /* “We will talk,” he said, “but not now” */
	while (q->words < WORDS_MOST && cut_next(&all->cut, &w)) {
		uint32_t n = (w.lone ? vocabulary_name : vocabulary_word)(&all->vocabulary, w.folded);
		const struct word *known = &all->vocabulary.word[n];

		if (number_goes_on(&number, &w, known->is, all->vocabulary.names.text[known->stem])) {
			widen_number(all, &number, text);
			continue;
		}
		if (is_no_one(all, from, w.folded)) {
			widen(all, slice_from("nobody"), text, w.end);
			continue;
		}
		w.quoted &= q->form != FORM_INDIRECT; /* the apostrophe of "pilots' union" is no mark */
		add_word(all, &w, n);
		if (all->keeps_text)
			add_place(all, text, &w, r->start);
		q->words++;
	}
	mark_titles(all, from);
	if (q->form == FORM_DIRECT || (q->form == FORM_MIXED && !all->cut.marks))
		for (size_t i = from; i < all->words; i++)
			all->word[i] |= QUOTED;
}

/* The number of a speaker in the pool. */
static uint32_t
add_speaker(struct quotations *all, const struct row *r)
{
	struct speaker s;
	uint32_t number;

	if (!speaker_read(&s, r->field[QUOTE_SPEAKER_ID], r->field[QUOTE_SPEAKER_NAME], r->field[QUOTE_SPEAKER],
	    all->vocabulary.classes, &all->arena))
		return NOBODY;
	number = intern_add(&all->speakers, s.key);
	if (number + 1 == all->speakers.len) {
		MEM_GROW(all->speaker, all->speaker_cap, all->speakers.len);
		all->speaker[number] = s;
	}
	return number;
}

/* Are most words written as names are? */
static bool
is_titled(const struct quotations *all, const struct quotation *q)
{
	size_t content = 0, named = 0;

	for (size_t i = 0; i < q->words; i++) {
		uint32_t w = all->word[q->word + i];
		bool counts = word_is_content(all->vocabulary.word[WORD_OF(w)].is);

		content += counts;
		named += counts && (w & NAMED) != 0;
	}
	return 3 * named > 2 * content;
}

/* Does a title or heading stand there?  One that ends with a stop may be taken for a paragraph. */
static bool
in_headline(const struct quotations *all, const struct quotation *q, const struct sentence *sentence, size_t n)
{
	size_t i = sentence_behind(sentence, n, q->start);

	if (i == n || sentence[i].start > q->start)
		return false;
	return sentence[i].role == ROLE_TITLE || sentence[i].role == ROLE_HEADING || (i == 0 && is_titled(all, q));
}

/* Is there a negation in the sentence before that place? */
static bool
negated_before(struct quotations *all, const struct doc *d, const struct sentence *sentence, size_t n, size_t start)
{
	size_t i = sentence_behind(sentence, n, start), from = start > BEFORE ? start - BEFORE : 0;
	struct cut_word w;
	uint32_t word;

	if (d->text.at == NULL || i == n || sentence[i].start > start)
		return false;
	from = from > sentence[i].start ? from : sentence[i].start;
	while (!utf8_boundary(d->text, from))
		from++;
	cut_begin(&all->cut, slice_sub(d->text, from, start));
	while (cut_next(&all->cut, &w)) {
		word = vocabulary_word(&all->vocabulary, w.folded);
		if (all->vocabulary.word[word].is == WORD_NEGATION)
			return true;
	}
	return false;
}

static void
count_words(struct quotations *all, struct quotation *q, uint32_t number)
{
	for (size_t i = 0; i < q->words; i++) {
		uint32_t w = quotation_number(all, q, i);

		vocabulary_count(&all->vocabulary, w, number);
		q->quoted += (all->word[q->word + i] & QUOTED) != 0;
		q->negated |= all->vocabulary.word[w].is == WORD_NEGATION;
	}
}

/* The noun of a speaker who is described alone, by what the row calls him. */
static uint32_t
add_noun(struct quotations *all, uint32_t speaker, const struct row *r)
{
	struct slice name = r->field[QUOTE_SPEAKER_NAME];

	if (speaker != NOBODY && !all->speaker[speaker].anonymous)
		return NO_NOUN;
	return match_noun(&all->vocabulary, &all->cut, name.len > 0 ? name : r->field[QUOTE_SPEAKER]);
}

static void
add_quotation(struct quotations *all, struct doc *d, const struct parts *p, int32_t day)
{
	const struct row *first = &d->row[p->row[0]];
	struct quotation *q;

	MEM_GROW(all->at, all->cap, all->len + 1);
	q = &all->at[all->len];
	*q = (struct quotation){ .word = all->words, .doc = (uint32_t)(all->docs - 1), .start = (uint32_t)first->start, .day = day };
	q->form = row_form(first);
	q->speaker = add_speaker(all, first);
	q->noun = add_noun(all, q->speaker, first);
	q->traced = speaker_is_pronoun(first->field[QUOTE_SPEAKER], all->vocabulary.classes);
	q->denied = slice_is(first->field[QUOTE_STANCE], "deny");
	for (size_t i = 0; i < p->len; i++)
		add_words(all, q, &d->row[p->row[i]]);
	count_words(all, q, (uint32_t)all->len);
	q->negated ^= q->denied && q->form == FORM_INDIRECT;
	all->len++;
}

void
quotations_add(struct quotations *all, struct doc *d)
{
	const struct row *head = doc_row(d);
	int32_t day = head != NULL ? day_of(head->field[DOC_PUBLISHED]) : NO_DAY;
	size_t n, sentences, from = all->len;
	struct parts *parts = quotation_parts(d, &n);
	const struct sentence *sentence;

	if (n == 0)
		return;
	MEM_GROW(all->doc, all->doc_cap, all->docs + 1);
	all->doc[all->docs++] = arena_copy(&all->arena, d->id);
	sentence = doc_sentences(d, &d->arena, &sentences);
	for (size_t i = 0; i < n; i++) {
		struct quotation *q;

		add_quotation(all, d, &parts[i], day);
		q = &all->at[from + i];
		q->headline = in_headline(all, q, sentence, sentences);
		if (all->keeps_text && q->form == FORM_MIXED)
			q->denied |= negated_before(all, d, sentence, sentences, q->start);
	}
}

/* Weighs a quotation; seen[stem] is the number plus 1 of the last that had it, seen_core[stem] of the last that had it in marks. */
static void
weigh(struct quotations *all, struct quotation *q, uint32_t number, uint32_t *seen, uint32_t *seen_core)
{
	q->weight = q->core = 0;
	for (size_t i = 0; i < q->words; i++) {
		uint32_t w = all->word[q->word + i];
		uint32_t stem = all->vocabulary.word[WORD_OF(w)].stem;
		uint32_t weight = all->vocabulary.word[WORD_OF(w)].weight;

		if (seen[stem] != number + 1)
			q->weight += weight;
		seen[stem] = number + 1;
		if ((w & QUOTED) != 0 && seen_core[stem] != number + 1) {
			q->core += weight;
			seen_core[stem] = number + 1;
		}
	}
}

void
quotations_weigh(struct quotations *all)
{
	uint32_t *seen = mem_alloc((all->vocabulary.names.len + 1) * sizeof *seen);
	uint32_t *seen_core = mem_alloc((all->vocabulary.names.len + 1) * sizeof *seen_core);

	vocabulary_weigh(&all->vocabulary, all->len);
	for (size_t i = 0; i < all->len; i++)
		weigh(all, &all->at[i], (uint32_t)i, seen, seen_core);
	mem_free(seen);
	mem_free(seen_core);
}
