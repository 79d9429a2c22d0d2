/* What else a person is called, as the text tells it right before the name: "Born Ana Tarn in Orla, she", "known as Tarn". */
#include "entity_link.h"

enum { APART = 8, TRIED = 64 }; /* tokens between two names of one; persons that are looked at */

/* Does a word (or two) before the mention tell, as contexts.tsv has it, that it is such a name? */
static bool
told(const struct linker *l, const struct mention *m, const char *kind)
{
	const struct entity_scan *s = l->scan;
	size_t i = m->first;

	while (i > 0 && (s->tokens.at[i - 1].kind == TOKEN_MARK || s->tokens.at[i - 1].code == '('))
		i--;
	return (i > 0 && gazetteer_tells(scan_gloss(s, i - 1)->word, "before", kind)) ||
	    (i > 1 && gazetteer_tells(scan_gloss(s, i - 2)->phrase, "before", kind));
}

/* The person of the mention right before k, "Olaf Tarn, known as [k]"; 0 if there is none. */
static uint32_t
beside(const struct linker *l, size_t k)
{
	const struct mention *m = &l->list->at[k], *before = k > 0 ? m - 1 : m;
	const struct token *t = l->scan->tokens.at;

	if (k == 0 || m->first > before->last + APART || t[before->last].kind == TOKEN_CLITIC)
		return 0;
	for (size_t i = before->last; i < m->first; i++)
		if (t[i].kind == TOKEN_STOP)
			return 0;
	return l->of[k - 1];
}

/* The only other person with that given name; 0 if none, or more. */
static uint32_t
namesake(const struct linker *l, uint32_t of, uint64_t given)
{
	uint32_t found = 0;

	for (uint32_t p = 1; p <= l->persons && p <= TRIED; p++) {
		const struct person *person = &l->person[p - 1];

		if (p == of || person->as != 0 || linker_canonical(l, l->core[person->full - 1].first) != given)
			continue;
		if (found != 0)
			return 0;
		found = p;
	}
	return found;
}

void
link_aliases(struct linker *l)
{
	for (uint32_t p = 1; p <= l->persons; p++) {
		struct person *person = &l->person[p - 1];
		size_t k = person->first - 1;

		if (told(l, &l->list->at[k], "birth"))
			person->as = namesake(l, p, linker_canonical(l, l->core[k].first));
		else if (told(l, &l->list->at[k], "alias"))
			person->as = beside(l, k);
		if (person->as == p || (person->as != 0 && l->person[person->as - 1].as != 0))
			person->as = 0;
	}
}

uint32_t
link_alias(const struct linker *l, size_t k)
{
	const struct mention *m = &l->list->at[k];

	return told(l, m, "birth") || told(l, m, "alias") ? beside(l, k) : 0;
}
