#include "tally_matter.h"

#include <stdlib.h>

#include "match_quote.h"
#include "tally_fact.h"

enum {
	WORDS_MOST = 60, /* of a wording */
	REACH = 2,       /* content words that a negation turns: "no credible evidence" */
	REACH_WORDS = 5  /* words that it reaches over */
};

static const struct slice none = { "", 0 };

struct list {
	struct slice at[WORDS_MOST];
	size_t len;
	struct buf text;
};

struct sense {
	struct list stems, negated, core, numbers;
	size_t names;    /* words written as names */
	bool denied;     /* its speaker denies it */
	bool negates;
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

/* Takes a content word. */
static void
read_word(struct sense *s, const struct cut_word *w, struct slice stem, bool negated, bool mixed)
{
	list_add(&s->stems, stem);
	if (negated)
		list_add(&s->negated, stem);
	if (mixed && w->quoted)
		list_add(&s->core, stem);
}

/* Reads a wording word by word: a negation turns the next content words of its sentence, a number counts the next one.  Names are
 * who it is about, not what, unless all is written as names are, as in headlines. */
static void
read_sense(struct vocabulary *v, struct cut *cut, struct slice text, bool mixed, bool names, struct sense *s, struct arena *arena)
{
	struct slice number = none;
	enum word_class last = WORD_FUNCTION;
	size_t reach = 0, left = 0;
	struct cut_word w;

	s->stems.len = s->negated.len = s->core.len = s->numbers.len = s->names = 0;
	s->negates = false;
	cut_begin(cut, text);
	while (cut_next(cut, &w)) {
		uint32_t n = vocabulary_word(v, w.folded);
		enum word_class is = v->word[n].is;
		struct slice stem = v->names.text[v->word[n].stem];

		left -= left > 0;
		if (w.first || left == 0 || (is == WORD_FOCUS && last == WORD_NEGATION))
			reach = 0;
		last = is;
		if (is == WORD_NEGATION) {
			reach = REACH;
			left = REACH_WORDS + 1;
			s->negates = true;
		} else if (is == WORD_NUMBER) {
			number = stem;
		}
		if (is != WORD_CONTENT && is != WORD_COMMON)
			continue;
		if (number.len > 0)
			list_add(&s->numbers, counted(stem, number, arena));
		s->names += w.name;
		if (is == WORD_CONTENT && (names || !w.name))
			read_word(s, &w, stem, reach > 0, mixed);
		reach -= reach > 0;
		number = none;
	}
}

/* What is denied is negated, all of it; to deny what is not so is to say that it is. */
static struct slice
negated(struct sense *s)
{
	if (!s->denied)
		return list_join(&s->negated);
	return s->negates ? none : list_join(&s->stems);
}

static struct slice
day_part(struct slice published, struct arena *arena)
{
	int32_t day = day_of(published);

	return day == NO_DAY || day < 0 ? none : arena_number(arena, (size_t)day);
}

void
conflict_tell(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);
	struct vocabulary *v = facts_vocabulary(f);
	struct cut cut = { 0 };
	struct sense *s = mem_alloc(sizeof *s);

	for (size_t i = context_quote(&c, 0); i < d->nread; i = context_quote(&c, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice text = context_wording(&c, i), stems, part[PARTS], value;
		bool mixed;

		if (r->field[QUOTE_SPEAKER_ID].len == 0)
			continue;
		mixed = slice_is(r->field[QUOTE_FORM], "mixed");
		read_sense(v, &cut, text, mixed, false, s, &d->arena);
		if (s->names >= 3 * s->stems.len)
			read_sense(v, &cut, text, mixed, true, s, &d->arena);
		s->denied = slice_is(r->field[QUOTE_STANCE], "deny");
		part[PART_STATEMENT] = r->field[QUOTE_STATEMENT];
		part[PART_OUTLET] = c.outlet;
		part[PART_SPEAKER] = r->field[QUOTE_SPEAKER_ID];
		part[PART_STANCE] = r->field[QUOTE_STANCE];
		part[PART_DAY] = day_part(c.published, &d->arena);
		part[PART_SIGN] = s->negates || s->denied ? slice_from("-") : none;
		part[PART_STEMS] = list_join(&s->stems);
		part[PART_NEGATED] = negated(s);
		part[PART_CORE] = list_join(&s->core);
		part[PART_NUMBERS] = list_join(&s->numbers);
		part[PART_TEXT] = text;
		value = value_join(&d->arena, part, PARTS);
		for (stems = part[PART_STEMS]; stems.at != NULL && stems.len > 0;)
			context_add(&c, slice_cut(&stems, ' '), WORDING, value);
	}
	buf_free(&s->stems.text);
	buf_free(&s->negated.text);
	buf_free(&s->core.text);
	buf_free(&s->numbers.text);
	mem_free(s);
	cut_free(&cut);
}
