#include "match_pair.h"

#include "match_key.h"
#include "match_noun.h"

enum {
	CHAIN = 4,       /* places at which a word of the one is looked for in the other */
	RUN_MOST = 64,   /* words in a run; a longer one counts as that long */
	BESIDE = 200     /* bytes from where one quotation begins to where its neighbour does */
};

/* What two wordings share at least, for any rule to hold, unless it is all that they have or, side by side, all that one has. */
#define LITTLE BITS(8)

/* What comparing asks of a word, in eight bytes: these are looked up more than anything else. */
struct term {
	uint32_t stem;
	uint16_t weight;
	uint8_t is;            /* enum word_class */
};

/* Where q has a word. */
struct standing {
	uint32_t stamp;        /* the comparer's: first is q's */
	uint32_t first;        /* place, plus 1 */
};

struct comparer {
	const struct quotations *all;
	const struct quotation *q;
	uint32_t stamp;        /* marks what belongs to q */
	uint32_t turn;         /* marks what belongs to the quotation compared */
	struct term *term;     /* [word] */
	uint32_t *stem;        /* [stem] is stamp: q has it */
	uint32_t *met;         /* [stem] is turn: seen in the other */
	struct standing *standing; /* [word] */
	uint32_t *next;        /* [place] in q: the next place of the same word, plus 1 */
	size_t next_cap;
	bool number;
	uint32_t numbers;      /* weight of q's */
};

struct comparer *
comparer_new(const struct quotations *all)
{
	struct comparer *c = mem_alloc(sizeof *c);
	size_t n = all->vocabulary.names.len + 1;

	c->all = all;
	c->term = mem_alloc(n * sizeof *c->term);
	c->stem = mem_alloc(n * sizeof *c->stem);
	c->met = mem_alloc(n * sizeof *c->met);
	c->standing = mem_alloc(n * sizeof *c->standing);
	for (size_t i = 0; i + 1 < n; i++) {
		const struct word *w = &all->vocabulary.word[i];

		c->term[i] = (struct term){ w->stem, (uint16_t)w->weight, (uint8_t)w->is };
	}
	return c;
}

void
comparer_free(struct comparer *c)
{
	mem_free(c->term);
	mem_free(c->stem);
	mem_free(c->met);
	mem_free(c->standing);
	mem_free(c->next);
	mem_free(c);
}

static const struct term *
word_at(const struct comparer *c, const struct quotation *q, size_t i)
{
	return &c->term[quotation_number(c->all, q, i)];
}

static uint32_t
weight_at(const struct comparer *c, const struct quotation *q, size_t i)
{
	return word_at(c, q, i)->weight;
}

/* Places are chained from the last to the first, so that the chain begins with the first. */
void
comparer_set(struct comparer *c, const struct quotation *q)
{
	c->q = q;
	c->stamp++;
	c->number = false;
	c->numbers = 0;
	MEM_GROW(c->next, c->next_cap, q->words);
	for (size_t i = q->words; i-- > 0;) {
		const struct term *known = word_at(c, q, i);
		struct standing *standing = &c->standing[known - c->term];

		c->stem[known->stem] = c->stamp;
		if (known->is == WORD_NUMBER) {
			c->number = true;
			c->numbers += known->weight;
		}
		c->next[i] = standing->stamp == c->stamp ? standing->first : 0;
		*standing = (struct standing){ c->stamp, (uint32_t)i + 1 };
	}
}

static bool
same_word(const struct comparer *c, size_t i, const struct quotation *other, size_t j)
{
	return quotation_number(c->all, c->q, i) == quotation_number(c->all, other, j);
}

static bool
is_small(const struct term *w)
{
	return w->is == WORD_FUNCTION || w->is == WORD_NEGATION;
}

/* May a word stand for another in a run: "hold your tongue" for "hold its tongue", "fired four shots" for "fired five shots"? */
static bool
stands_for(const struct term *a, const struct term *b)
{
	return (is_small(a) && is_small(b)) || (a->is == b->is && (a->is == WORD_NUMBER || a->is == WORD_TIME));
}

static bool
goes_on(const struct comparer *c, size_t i, const struct quotation *other, size_t j)
{
	return same_word(c, i, other, j) || stands_for(word_at(c, c->q, i), word_at(c, other, j));
}

/* A run that has been measured to its end: what begins within it is a part of it. */
struct run {
	size_t shift; /* place in q less that in the other */
	size_t end;   /* in the other */
};

/* Passes a negation that one of the two has alone: "the roof is safe", "the roof is not safe".  False if the run ends. */
static bool
pass_negation(const struct comparer *c, size_t *i, const struct quotation *other, size_t *j)
{
	if (goes_on(c, *i, other, *j))
		return true;
	if (word_at(c, c->q, *i)->is == WORD_NEGATION)
		++*i;
	else if (word_at(c, other, *j)->is == WORD_NEGATION)
		++*j;
	else
		return false;
	return *i < c->q->words && *j < other->words && goes_on(c, *i, other, *j);
}

/* The run of words around place i of q and place j of the other.  A word that weighs nothing may stand for another one: "hold your
 * tongue" is "hold its tongue". */
static void
measure_run(const struct comparer *c, const struct quotation *other, size_t i, size_t j, struct run *known, struct likeness *l)
{
	uint32_t weight = 0, words = 0;

	while (i > 0 && j > 0 && words < RUN_MOST && goes_on(c, i - 1, other, j - 1)) {
		i--;
		j--;
		words++;
	}
	for (words = 0; i < c->q->words && j < other->words && words < RUN_MOST && pass_negation(c, &i, other, &j); i++, j++) {
		bool same = same_word(c, i, other, j);

		weight += same ? weight_at(c, other, j) : 0;
		words += same || !is_small(word_at(c, other, j));
	}
	if (words > l->row)
		l->row = words;
	if (weight > l->run || (weight == l->run && words > l->run_words)) {
		l->run = weight;
		l->run_words = words;
	}
	if (words < RUN_MOST && j > known->end)
		*known = (struct run){ i - j, j };
}

/* Runs are sought from their first content word on. */
static void
find_runs(const struct comparer *c, const struct quotation *other, struct likeness *l)
{
	struct run known = { 0 };

	for (size_t j = 0; j < other->words; j++) {
		const struct term *w = word_at(c, other, j);
		const struct standing *standing = &c->standing[w - c->term];
		uint32_t place = standing->first;

		if (w->weight == 0 || standing->stamp != c->stamp)
			continue;
		for (int n = 0; place != 0 && n < CHAIN; n++) {
			size_t i = place - 1;

			place = c->next[i];
			if (j < known.end && i - j == known.shift)
				continue;
			if (i == 0 || j == 0 || weight_at(c, other, j - 1) == 0 || !same_word(c, i - 1, other, j - 1))
				measure_run(c, other, i, j, &known, l);
		}
	}
}

struct shared {
	uint32_t all, stems, plain;
	uint32_t numbers; /* weight of those of the other */
	bool number, number_met;
};

/* The words of both, each stem once. */
static void
find_shared(struct comparer *c, const struct quotation *other, struct shared *s)
{
	*s = (struct shared){ 0 };
	c->turn++;
	for (size_t j = 0; j < other->words; j++) {
		const struct term *known = word_at(c, other, j);
		bool mine = c->stem[known->stem] == c->stamp;

		if (known->is == WORD_NUMBER) {
			s->number = true;
			s->number_met |= mine;
			s->numbers += weight_at(c, other, j);
		}
		if (mine && c->met[known->stem] != c->turn) {
			uint32_t weight = weight_at(c, other, j);

			s->all += weight;
			s->stems += weight > 0;
			s->plain += (c->all->word[other->word + j] & (NAMED | TITLED)) != 0 ? 0 : weight;
		}
		c->met[known->stem] = c->turn;
	}
}

static uint32_t
share(uint32_t part, uint32_t whole)
{
	return whole == 0 ? 0 : (uint32_t)((uint64_t)part * 1000 / whole);
}

/* The words between two marks of q, or of the other: how many of them the one compared with has too.  What is better is kept. */
static void
weigh_core(uint32_t met, uint32_t all, struct likeness *l)
{
	uint32_t part = share(met, all);

	if (part > l->core || (part == l->core && met > l->core_weight)) {
		l->core = part;
		l->core_weight = met;
	}
}

/* A reporter quotes "keep its mouth shut" and "reckless remarks" in one breath: what has half of the words in marks is compared by
 * itself, and all together. */
static void
find_core(const struct comparer *c, const struct quotation *q, const uint32_t *has, uint32_t mark, struct likeness *l)
{
	uint32_t met = 0, all = 0, met_here = 0, all_here = 0, words = 0;

	for (size_t i = 0; i <= q->words; i++) {
		uint32_t weight;

		if (i == q->words || (c->all->word[q->word + i] & QUOTED) == 0) {
			if (2 * words >= q->quoted)
				weigh_core(met_here, all_here, l);
			met_here = all_here = words = 0;
			continue;
		}
		weight = weight_at(c, q, i);
		words++;
		all += weight;
		all_here += weight;
		if (has[word_at(c, q, i)->stem] == mark) {
			met += weight;
			met_here += weight;
		}
	}
	weigh_core(met, all, l);
}

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Numbers that are met twice are weighed once with the rest. */
static uint32_t
less(uint32_t weight, uint32_t numbers)
{
	return weight > numbers ? weight - numbers : 0;
}

static uint32_t
days_between(const struct quotation *a, const struct quotation *b)
{
	if (a->day == NO_DAY || b->day == NO_DAY)
		return 0;
	return (uint32_t)(a->day > b->day ? a->day - b->day : b->day - a->day);
}

static bool
are_beside(const struct quotation *a, const struct quotation *b)
{
	return a->doc == b->doc && (a->start > b->start ? a->start - b->start : b->start - a->start) <= BESIDE;
}

/* Do they share so little that no rule holds? */
static bool
is_little(const struct quotation *a, const struct quotation *b, uint32_t shared, bool beside)
{
	bool all_of_a = shared >= a->weight, all_of_b = shared >= b->weight;

	return shared < LITTLE && (shared == 0 || !(beside ? all_of_a || all_of_b : all_of_a && all_of_b));
}

/* Are they the same words, in their order, with some in marks?  "Yes" answers many questions. */
static bool
are_equal(const struct comparer *c, const struct quotation *other)
{
	size_t i = 0;

	if (c->q->quoted == 0 || other->quoted == 0 || (c->q->words == 1 && c->q->weight == 0))
		return false;
	while (i < c->q->words && i < other->words && same_word(c, i, other, i))
		i++;
	return i == c->q->words && i == other->words;
}

/* Are both told by described sources, in two articles and with different nouns: a doctor, a nurse?  One article varies. */
static bool
are_apart(const struct quotation *a, const struct quotation *b)
{
	return a->doc != b->doc && a->noun != NO_NOUN && b->noun != NO_NOUN && a->noun != b->noun;
}

enum kin
quotation_kin(const struct quotations *all, const struct quotation *a, const struct quotation *b)
{
	const struct speaker *one = quotation_speaker(all, a), *other = quotation_speaker(all, b);
	enum kin kin = speaker_kin(one, other);

	return kin > KIN_UNKNOWN && one->country == 0 && are_apart(a, b) ? KIN_UNKNOWN : kin;
}

void
comparer_like(struct comparer *c, const struct quotation *other, struct likeness *l)
{
	const struct quotation *q = c->q;
	const struct speaker *speaker = quotation_speaker(c->all, q);
	enum kin kin = quotation_kin(c->all, q, other);
	uint32_t days = days_between(q, other);
	bool beside = are_beside(q, other);
	struct shared s;

	*l = (struct likeness){ .equal = are_equal(c, other) };
	if (kin == KIN_STRANGER && days > WINDOW && q->doc != other->doc)
		return;
	find_shared(c, other, &s);
	if (!l->equal && is_little(q, other, s.all, beside))
		return;
	find_runs(c, other, l);
	if (q->quoted > 0)
		find_core(c, q, c->met, c->turn, l);
	if (other->quoted > 0)
		find_core(c, other, c->stem, c->stamp, l);
	l->shared = s.all;
	l->stems = s.stems;
	l->plain = s.plain;
	l->cover = share(s.all, least(q->weight, other->weight));
	l->overlap = share(s.all, q->weight + other->weight - s.all);
	l->kin = kin == KIN_SAME && q->doc != other->doc && speaker_is_many(speaker) ? KIN_NEAR : kin;
	l->dated = q->day != NO_DAY && other->day != NO_DAY;
	l->days = days;
	l->one_doc = q->doc == other->doc;
	l->beside = beside;
	l->headline = q->headline || other->headline;
	l->apart = are_apart(q, other);
	l->negation = q->negated != other->negated;
	l->numbers = c->number && s.number && !s.number_met;
	l->rest = l->numbers ? share(s.all, least(less(q->weight, c->numbers), less(other->weight, s.numbers))) : l->cover;
	l->reported = q->core == 0 && other->core == 0;
	l->marks = q->core > 0 && other->core > 0;
	l->word = q->quoted == 1 || other->quoted == 1;
	l->direct = q->form == FORM_DIRECT && other->form == FORM_DIRECT;
}
