#include "match_base.h"

#include "hash.h"

enum {
	CANDIDATES = 8,  /* wordings of a statement that may be its base: the fullest */
	WORDINGS = 256,  /* of a statement, that are asked for them */
	POINTS = 16,     /* numbers and the like that are asked of one */
	NEARLY = 70      /* per cent of the fullest one's weight */
};

/* A wording of a statement, as one of those that print it. */
struct wording {
	uint32_t quotation;
	uint32_t carriers; /* quotations that are the same word for word */
	int32_t day;       /* of the first of them; NO_DAY if none is known */
	uint64_t hash;
};

struct bases {
	struct quotations *all;
	uint32_t *next;    /* [quotation] the next of its statement by rank, plus 1 */
	uint32_t *first;   /* [root] */
	struct wording wording[WORDINGS];
	size_t wordings;
};

static uint64_t
hash_words(const struct quotations *all, const struct quotation *q)
{
	uint64_t h = 0;

	for (size_t i = 0; i < q->words; i++)
		h = hash_pair(h, quotation_number(all, q, i));
	return h;
}

static void
add_carrier(struct wording *w, int32_t day)
{
	w->carriers++;
	if (day != NO_DAY && (w->day == NO_DAY || day < w->day))
		w->day = day;
}

/* The different wordings of a statement, the fullest first. */
static void
list_wordings(struct bases *b, uint32_t root)
{
	b->wordings = 0;
	for (uint32_t i = b->first[root]; i != 0; i = b->next[i - 1]) {
		uint64_t hash = hash_words(b->all, &b->all->at[i - 1]);
		size_t k = 0;

		while (k < b->wordings && b->wording[k].hash != hash)
			k++;
		if (k < b->wordings)
			add_carrier(&b->wording[k], b->all->at[i - 1].day);
		else if (k < WORDINGS)
			b->wording[b->wordings++] = (struct wording){ i - 1, 1, b->all->at[i - 1].day, hash };
	}
}

static uint32_t
stem_at(const struct quotations *all, const struct quotation *q, size_t i)
{
	return quotation_word(all, q, i)->stem;
}

/* What is in marks was said, word for word; of reported speech small words are the reporter's. */
static bool
counts(const struct quotations *all, const struct quotation *q, size_t i)
{
	uint32_t w = all->word[q->word + i];

	return q->core > 0 ? (w & QUOTED) != 0 : all->vocabulary.word[WORD_OF(w)].is != WORD_FUNCTION;
}

/* Are the words of q that count words of the other in their order? */
static bool
is_part(const struct quotations *all, const struct quotation *q, const struct quotation *other)
{
	size_t k = 0;

	for (size_t i = 0; i < q->words; i++) {
		if (!counts(all, q, i))
			continue;
		while (k < other->words && stem_at(all, other, k) != stem_at(all, q, i))
			k++;
		if (k++ == other->words)
			return false;
	}
	return true;
}

/* How many other wordings are parts of this one. */
static size_t
support_of(const struct bases *b, size_t candidate)
{
	const struct quotation *at = b->all->at;
	size_t n = 0;

	for (size_t k = 0; k < b->wordings; k++)
		n += k != candidate && is_part(b->all, &at[b->wording[k].quotation], &at[b->wording[candidate].quotation]);
	return n;
}

/* What outlets disagree in: the stems of numbers, quantities, days and negations, in the order of the words; the first of many. */
struct points {
	uint32_t stem[POINTS];
	size_t len;
};

/* Of all that q tells or, of its own, of what was said. */
static void
read_points(const struct quotations *all, const struct quotation *q, bool own, struct points *p)
{
	p->len = 0;
	for (size_t i = 0; i < q->words && p->len < POINTS; i++) {
		enum word_class is = quotation_word(all, q, i)->is;

		if ((is == WORD_NUMBER || is == WORD_QUANTITY || is == WORD_TIME || is == WORD_NEGATION) && (!own || counts(all, q, i)))
			p->stem[p->len++] = stem_at(all, q, i);
	}
}

static size_t
count_met(const struct points *p, const struct points *other)
{
	size_t n = 0;

	for (size_t i = 0; i < p->len; i++) {
		size_t k = 0;

		while (k < other->len && other->stem[k] != p->stem[i])
			k++;
		n += k < other->len;
	}
	return n;
}

/* How many of these points the others print, whatever their words are. */
static size_t
consent_of(const struct bases *b, size_t candidate)
{
	const struct quotation *at = b->all->at;
	struct points mine, others;
	size_t n = 0;

	read_points(b->all, &at[b->wording[candidate].quotation], true, &mine);
	for (size_t k = 0; mine.len > 0 && k < b->wordings; k++) {
		read_points(b->all, &at[b->wording[k].quotation], false, &others);
		n += (b->wording[k].carriers - (k == candidate)) * count_met(&mine, &others);
	}
	return n;
}

static bool
may_be_base(const struct quotation *q, const struct quotation *fullest)
{
	return q->form <= fullest->form && q->headline <= fullest->headline && (uint64_t)q->weight * 100 >= (uint64_t)fullest->weight * NEARLY;
}

/* What is told for a wording, the gravest first. */
struct claim {
	size_t support, consent, carriers;
};

static struct claim
claim_of(const struct bases *b, size_t candidate)
{
	return (struct claim){ support_of(b, candidate), consent_of(b, candidate), b->wording[candidate].carriers };
}

static bool
is_stronger(const struct claim *a, const struct claim *b)
{
	if (a->support != b->support)
		return a->support > b->support;
	return a->consent != b->consent ? a->consent > b->consent : a->carriers > b->carriers;
}

/* What several printed word for word, days before one alone had more: they cut nothing of it, he added it.  Else the chosen one. */
static size_t
before(const struct bases *b, size_t chosen)
{
	const struct quotation *at = b->all->at;
	const struct wording *alone = &b->wording[chosen];

	if (alone->carriers > 1 || alone->day == NO_DAY)
		return chosen;
	for (size_t k = 0; k < b->wordings; k++) {
		const struct wording *w = &b->wording[k];

		if (w->carriers > 1 && w->day != NO_DAY && w->day < alone->day && at[w->quotation].form <= at[alone->quotation].form &&
		    at[w->quotation].headline <= at[alone->quotation].headline && is_part(b->all, &at[w->quotation], &at[alone->quotation]))
			return k;
	}
	return chosen;
}

/* The wording with most support; of equals that whose points most print, then that with most carriers, then the fullest. */
static uint32_t
choose(const struct bases *b)
{
	const struct quotation *at = b->all->at, *fullest = &at[b->wording[0].quotation];
	struct claim most = claim_of(b, 0);
	size_t best = 0;

	for (size_t k = 1; k < b->wordings && k < CANDIDATES; k++) {
		struct claim claim;

		if (!may_be_base(&at[b->wording[k].quotation], fullest))
			continue;
		claim = claim_of(b, k);
		if (!is_stronger(&claim, &most))
			continue;
		best = k;
		most = claim;
	}
	return b->wording[before(b, best)].quotation;
}

static void
set_base(struct bases *b, uint32_t root, uint32_t base)
{
	if (base == root)
		return;
	for (uint32_t i = b->first[root]; i != 0; i = b->next[i - 1])
		b->all->at[i - 1].root = base;
	b->all->at[root].parent = base;
	b->all->at[base].parent = base;
}

void
match_base(struct quotations *all, const uint32_t *order)
{
	struct bases b = { .all = all };

	b.next = mem_alloc((all->len + 1) * sizeof *b.next);
	b.first = mem_alloc((all->len + 1) * sizeof *b.first);
	for (size_t i = all->len; i-- > 0;) {
		uint32_t root = all->at[order[i]].root;

		b.next[order[i]] = b.first[root];
		b.first[root] = order[i] + 1;
	}
	for (size_t i = 0; i < all->len; i++) {
		uint32_t root = (uint32_t)i;

		if (b.first[root] == 0 || b.next[b.first[root] - 1] == 0)
			continue;
		list_wordings(&b, root);
		if (b.wordings > 1)
			set_base(&b, root, choose(&b));
	}
	mem_free(b.next);
	mem_free(b.first);
}
