#include "tally_matter.h"

#include <stdlib.h>

#include "match_number.h"
#include "match_quote.h"
#include "tally_fact.h"
#include "tally_kin.h"

enum {
	WORDS_MOST = 60,  /* of a clause */
	REACH_WORDS = 5,  /* words behind a negation among which it finds what it negates */
	DENIED = 2,       /* content words that a denial of the whole negates: "shipping cargo", "that it carried fuel" */
	PHRASE_MOST = 3   /* words in marks that name something */
};

static const struct slice none = { "", 0 };

struct list {
	struct slice at[WORDS_MOST];
	size_t len;
	struct buf text;
};

/* How far a clause has been read. */
struct progress {
	bool negates;
	bool conditional;     /* the rest is not said to be so: "if", "whether" */
	size_t left;          /* words among which a negation still looks for what it negates */
	bool turning;         /* in the content words that it negates */
	bool matter;          /* one of them has said something */
	bool behind;          /* in those behind such as say little */
	struct slice turned;  /* the last of them */
	struct slice mood;    /* the modal word, if there is one */
	size_t before;        /* stems that stand before it */
	size_t phrase;        /* words of the phrase in marks that is read; over PHRASE_MOST: it is none */
	struct slice named;   /* its last word */
	struct slice number;  /* that counts the next content word */
	enum word_class last; /* of the last word */
	bool doubtful;        /* that is "may" */
};

/* A clause: a sentence, or what dashes, colons and semicolons part of one; of it what is said to be so. */
struct clause {
	struct list stems, scope, negated, behind, core, names, numbers;
	struct progress now;
};

/* What reading the wordings of a document needs. */
struct reading {
	const struct context *context;
	struct vocabulary *words;
	struct cut cut;
	struct number number;
	struct clause clause;
	struct list voice;
	struct slice part[PARTS];
	bool denied, mixed;
};

static int
by_text(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_cmp(*x, *y);
}

static void
list_add(struct list *l, struct slice s)
{
	if (l->len < WORDS_MOST)
		l->at[l->len++] = s;
}

/* The words, each once. */
static struct slice
list_join(struct list *l)
{
	buf_clear(&l->text);
	qsort(l->at, l->len, sizeof *l->at, by_text);
	for (size_t i = 0; i < l->len; i++) {
		if (i > 0 && slice_eq(l->at[i], l->at[i - 1]))
			continue;
		if (l->text.len > 0)
			buf_byte(&l->text, ' ');
		buf_add(&l->text, l->at[i]);
	}
	return buf_slice(&l->text);
}

static struct slice
counted(struct slice stem, struct slice number, struct arena *arena)
{
	struct buf b = { 0 };
	struct slice s;

	buf_add(&b, stem);
	buf_byte(&b, '#');
	buf_add(&b, number);
	s = arena_copy(arena, buf_slice(&b));
	buf_free(&b);
	return s;
}

/* A phrase of few content words names something. */
static void
end_phrase(struct clause *c)
{
	if (c->now.phrase > 0 && c->now.phrase <= PHRASE_MOST)
		list_add(&c->core, c->now.named);
	c->now.phrase = 0;
}

static void
end_negation(struct clause *c)
{
	if (c->now.turned.len > 0)
		list_add(c->now.behind ? &c->behind : &c->negated, c->now.turned);
	c->now.turned = none;
	c->now.turning = c->now.matter = c->now.behind = false;
	c->now.left = 0;
}

/* The row of content words has ended.  Behind such as say little it is looked on: "do not see a recession". */
static void
end_turning(struct clause *c, bool focus)
{
	if (focus || c->now.matter) {
		end_negation(c);
	} else {
		c->now.turning = false;
		c->now.behind = true;
	}
}

/* What a number counts: "18 months" too, though they are no matter. */
static void
end_number(struct clause *c, struct slice stem, struct arena *arena)
{
	if (c->now.number.len > 0)
		list_add(&c->numbers, counted(stem, c->now.number, arena));
	c->now.number = none;
}

/* Names are who it is about, not what. */
static void
read_content(struct clause *c, const struct cut_word *w, struct slice stem, bool common, struct arena *arena)
{
	bool matter = !common && !w->name;

	end_number(c, stem, arena);
	if (w->name && !common)
		list_add(&c->names, stem);
	if (matter)
		list_add(&c->stems, stem);
	if (matter && c->now.negates)
		list_add(&c->scope, stem);
	c->now.turning |= c->now.left > 0;
	if (c->now.turning) {
		c->now.turned = matter ? stem : none;
		c->now.matter |= matter;
	}
}

/* A negation turns the last of the content words that first follow it in a row: "has not carried undeclared cargo".  That it may
 * not, and "not only", is no negation to contradict. */
static void
read_negation(struct clause *c)
{
	end_negation(c);
	c->now.negates = true;
	c->now.left = c->now.doubtful ? 0 : REACH_WORDS;
}

static const struct word *
known(struct reading *r, const struct cut_word *w)
{
	uint32_t n = (w->lone ? vocabulary_name : vocabulary_word)(r->words, w->folded);

	return &r->words->word[n];
}

static struct slice
stem_of(const struct reading *r, const struct word *w)
{
	return r->words->names.text[w->stem];
}

/* "Four hundred" counts as "400" does; "2028" is a year, "2,028" a number. */
static void
read_number(struct reading *r, const struct cut_word *w, struct slice stem)
{
	bool year = w->folded.len == 4 && w->end - w->start == 4 && (w->folded.at[0] == '1' || w->folded.at[0] == '2');
	struct buf digits = { 0 };

	r->clause.now.number = year ? none : stem;
	if (!number_goes_on(&r->number, w, WORD_NUMBER, stem))
		return;
	buf_byte(&digits, '=');
	number_write(&r->number, &digits);
	r->clause.now.number = arena_copy(&r->context->doc->arena, buf_slice(&digits));
	buf_free(&digits);
}

static void
read_word(struct reading *r, const struct cut_word *w)
{
	struct clause *c = &r->clause;
	const struct word *word = known(r, w);
	enum word_class is = word->is, last = c->now.last;
	struct slice stem = stem_of(r, word);
	bool content = word_is_content(is);

	if (is == WORD_CONDITION && !c->now.conditional && c->now.mood.len > 0 && c->stems.len > c->now.before)
		c->now.mood = slice_from(MOOD_IF);
	c->now.conditional |= is == WORD_CONDITION;
	if (c->now.conditional)
		return;
	c->now.last = is;
	c->now.left -= c->now.left > 0;
	if ((!content && c->now.turning) || (is == WORD_FOCUS && last == WORD_NEGATION))
		end_turning(c, is == WORD_FOCUS);
	if (is == WORD_NEGATION || (last == WORD_REFUSAL && slice_is(w->folded, "to")))
		read_negation(c);
	else if (is == WORD_NUMBER)
		read_number(r, w, stem);
	else if (content)
		read_content(c, w, stem, word_is_common(is), &r->context->doc->arena);
	else if (is == WORD_RELATIVE)
		end_number(c, stem, &r->context->doc->arena);
	if (is == WORD_MODAL || is == WORD_FUTURE) {
		c->now.mood = stem;
		c->now.before = c->stems.len;
	}
	c->now.doubtful = is == WORD_MODAL && slice_is(stem, "=may");
	if (r->mixed && w->quoted) {
		c->now.phrase += content ? 1 : PHRASE_MOST + 1;
		c->now.named = stem;
	} else {
		end_phrase(c);
	}
}

static void
begin_clause(struct clause *c)
{
	struct list *const lists[] = { &c->stems, &c->scope, &c->negated, &c->behind, &c->core, &c->names, &c->numbers };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		lists[i]->len = 0;
	c->now = (struct progress){ 0 };
}

/* What is denied is negated, all of it; to deny what is not so is to say that it is. */
static void
deny(struct clause *c)
{
	bool turned = c->now.negates;

	c->now.negates = !turned;
	c->scope.len = c->negated.len = c->behind.len = 0;
	if (turned)
		return;
	for (size_t i = 0; i < c->stems.len; i++) {
		list_add(&c->scope, c->stems.at[i]);
		if (i < DENIED)
			list_add(&c->negated, c->stems.at[i]);
	}
}

/* Tells of a clause by each of its words. */
static void
end_clause(struct reading *r, bool asked)
{
	struct clause *c = &r->clause;
	struct slice stems, value;

	end_negation(c);
	end_phrase(c);
	if (r->denied)
		deny(c);
	if (c->stems.len > 0 && !asked) {
		r->part[PART_SIGN] = c->now.negates ? slice_from("-") : none;
		r->part[PART_STEMS] = list_join(&c->stems);
		r->part[PART_SCOPE] = list_join(&c->scope);
		r->part[PART_NEGATED] = list_join(&c->negated);
		r->part[PART_BEHIND] = list_join(&c->behind);
		r->part[PART_CORE] = list_join(&c->core);
		r->part[PART_NAMES] = list_join(&c->names);
		r->part[PART_MOOD] = c->now.mood;
		r->part[PART_NUMBERS] = list_join(&c->numbers);
		value = value_join(&r->context->doc->arena, r->part, PARTS);
		for (stems = arena_copy(&r->context->doc->arena, r->part[PART_STEMS]); stems.at != NULL && stems.len > 0;)
			context_add(r->context, slice_cut(&stems, ' '), WORDING, value);
	}
	begin_clause(c);
}

/* Does a wording, or its reporter, negate anything?  To dismiss the report as “nonsense” is to say that it is. */
static bool
negates(struct reading *r, struct slice text)
{
	bool negation = false, as = false;
	struct cut_word w;

	cut_begin(&r->cut, text);
	while (cut_next(&r->cut, &w)) {
		negation |= known(r, &w)->is == WORD_NEGATION;
		r->denied &= !(r->mixed && as && w.quoted);
		as = slice_is(w.folded, "as");
	}
	return negation || r->denied;
}

static void
read_clauses(struct reading *r, struct slice text)
{
	struct cut_word w;

	r->number = (struct number){ 0 };
	begin_clause(&r->clause);
	cut_begin(&r->cut, text);
	while (cut_next(&r->cut, &w)) {
		if (w.first || w.apart)
			end_clause(r, w.asked);
		read_word(r, &w);
	}
	end_clause(r, r->cut.asked);
}

/* The content words of a name, as stems. */
static struct slice
read_voice(struct reading *r, struct slice name)
{
	struct cut_word w;

	r->voice.len = 0;
	cut_begin(&r->cut, name);
	while (cut_next(&r->cut, &w))
		if (known(r, &w)->is == WORD_CONTENT)
			list_add(&r->voice, stem_of(r, known(r, &w)));
	return list_join(&r->voice);
}

static struct slice
day_part(struct slice published, struct arena *arena)
{
	int32_t day = day_of(published);

	return day == NO_DAY || day < 0 ? none : arena_number(arena, (size_t)day);
}

static void
reading_free(struct reading *r)
{
	struct list *const lists[] = { &r->clause.stems, &r->clause.scope, &r->clause.negated, &r->clause.behind, &r->clause.core, &r->clause.names,
		&r->clause.numbers, &r->voice };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		buf_free(&lists[i]->text);
	cut_free(&r->cut);
	mem_free(r);
}

void
conflict_tell(struct facts *f, struct doc *d)
{
	enum { LONGEST = 1000 }; /* bytes: what is longer is a speech; each of its clauses would carry it whole */
	struct context c = context_of(f, d);
	struct reading *r = mem_alloc(sizeof *r);

	r->context = &c;
	r->words = facts_vocabulary(f);
	r->part[PART_OUTLET] = c.outlet;
	r->part[PART_DAY] = day_part(c.published, &d->arena);
	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		const struct row *row = &d->row[i];

		r->part[PART_TEXT] = context_wording(&c, i);
		if (row->field[QUOTE_SPEAKER_ID].len == 0 || r->part[PART_TEXT].len > LONGEST)
			continue;
		r->mixed = row_form(row) == FORM_MIXED;
		r->denied = slice_is(row->field[QUOTE_STANCE], "deny");
		r->part[PART_STATEMENT] = row->field[QUOTE_STATEMENT];
		r->part[PART_SPEAKER] = row->field[QUOTE_SPEAKER_ID];
		r->part[PART_STANCE] = row->field[QUOTE_STANCE];
		r->part[PART_VOICE] = read_voice(r, row->field[QUOTE_SPEAKER_NAME]);
		r->part[PART_NOUN] = tally_noun(r->words, &r->cut, row);
		r->part[PART_WHOLE] = negates(r, r->part[PART_TEXT]) ? slice_from("-") : none;
		read_clauses(r, r->part[PART_TEXT]);
	}
	reading_free(r);
}
