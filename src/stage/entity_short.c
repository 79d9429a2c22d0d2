/* Whom a short form means, "Tarn" or "Li", in the light of the names in full. */
#include "entity_link.h"

enum { NAMESAKES = 12, TRIED = 64 }; /* persons of one last name, and of any, that are looked at: a page of them stays linear */

/* The fullest name of the person of that number. */
static struct core
full(const struct linker *l, uint32_t p)
{
	return l->core[l->person[p - 1].full - 1];
}

/* Is one person named in full before another, in the text itself? */
static bool
named_before(const struct linker *l, const struct person *a, const struct person *b)
{
	bool a_high = linker_headlined(l, &l->list->at[a->first - 1]), b_high = linker_headlined(l, &l->list->at[b->first - 1]);

	return a_high != b_high ? b_high : a->first < b->first;
}

/* Is the person of the other gender than the mention tells? */
static bool
of_other(const struct mention *m, const struct person *p)
{
	return m->gender != 0 && p->gender != 0 && m->gender != p->gender;
}

/* The person that a last name stands for: of several the first in the text, who needs no more to be told than that name, unless a
 * title tells the other gender. */
static uint32_t
by_last(const struct linker *l, const struct mention *m, uint64_t word)
{
	uint32_t best = 0;
	int tried = 0;

	for (uint32_t p = linker_who(l, word ^ 1)->before; p != 0 && tried < NAMESAKES; p = l->person[p - 1].next, tried++) {
		const struct person *person = &l->person[p - 1];

		if (of_other(m, person))
			continue;
		if (best == 0 || named_before(l, person, &l->person[best - 1]))
			best = p;
	}
	return best;
}

static bool
given(const struct linker *l, size_t i)
{
	return gloss_has(linker_gloss(l, i), WORD_GIVEN);
}

static bool
surname(const struct linker *l, size_t i)
{
	return gloss_has(linker_gloss(l, i), WORD_SURNAME);
}

/* "Li", of Zhang Li and Li Qiang, is the second: the only one of that family, where names begin with it; or p. */
static uint32_t
by_family(const struct linker *l, uint32_t p, uint64_t word)
{
	struct core core = p != 0 ? full(l, p) : (struct core){ 0 };
	uint32_t found = p;

	if (p == 0 || given(l, core.first) || !surname(l, core.first))
		return p;
	for (uint32_t q = 1; q <= l->persons && q <= TRIED; q++) {
		core = full(l, q);
		if (q == p || linker_canonical(l, core.first) != word || given(l, core.last - 1) || surname(l, core.last - 1))
			continue;
		if (found != p)
			return p;
		found = q;
	}
	return found;
}

/* Of whom the text writes the last name a little otherwise. */
static uint32_t
by_spelling(const struct linker *l, struct core c)
{
	for (uint32_t p = 1; p <= l->persons && p <= TRIED; p++) {
		size_t last = full(l, p).last - 1;

		/* two names that families have are two families' */
		if (linker_misspelt(linker_text(l, c.last - 1), linker_text(l, last)) && !(surname(l, c.last - 1) && surname(l, last)))
			return p;
	}
	return 0;
}

/* "Olaf Tarn, the second Earl of Orla": a title alone is of the person just before it. */
static uint32_t
by_title(const struct linker *l, size_t k)
{
	const struct mention *m = &l->list->at[k];

	if (k == 0 || l->of[k - 1] == 0 || m->last != m->first + 1 || m->first > l->list->at[k - 1].last + 6 ||
	    !(gloss_has(linker_gloss(l, m->first), WORD_TITLE) || gloss_has(linker_gloss(l, m->first), WORD_COMMON)))
		return 0;
	return l->of[k - 1];
}

void
link_short(struct linker *l, size_t k)
{
	struct mention *m = &l->list->at[k];
	struct core c = l->core[k];
	uint64_t word = linker_canonical(l, c.last - 1);
	uint32_t p = by_family(l, by_last(l, m, word), word);
	struct who *w = linker_who(l, word ^ 3);

	if (p == 0 && w->before == 0 && w->first == 0)
		w->before = link_alias(l, k);
	if (p == 0)
		p = w->before != 0 ? w->before : w->first;
	if (p != 0 && of_other(m, &l->person[p - 1])) /* "Mr Prosser" is not Linda Prosser */
		return;
	if (p == 0)
		p = by_title(l, k);
	if (p == 0)
		p = by_spelling(l, c);
	l->of[k] = p;
}
