/* Letters that the text itself spells out: "the People's Renewal Congress (PRC)" is not what a list has for PRC. */
#include "entity_link.h"

uint64_t
linker_acronym(const struct linker *l, const struct mention *m)
{
	char letters[12];
	size_t n = 0;

	for (size_t i = m->first; i < m->last && n < sizeof letters; i++)
		if ((l->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0 && l->scan->tokens.at[i].code < 0x80)
			letters[n++] = l->scan->text.at[l->scan->tokens.at[i].start];
	return n >= 2 ? lexicon_hash(slice_make(letters, n)) : 0;
}

/* Who stands for the letters that m is; NULL if it is a word. */
static struct who *
letters(const struct linker *l, const struct mention *m)
{
	if (m->last != m->first + 1 || (l->scan->tokens.at[m->first].flags & TOKEN_UPPER) == 0)
		return NULL;
	return linker_who(l, l->scan->hash[m->first] ^ 4);
}

/* Is m in brackets right behind the name whose letters it is? */
static bool
spelt_out(const struct linker *l, const struct mention *m)
{
	const struct token *t = l->scan->tokens.at;

	return m > l->list->at && m->last == m->first + 1 && m[-1].last + 1 == m->first && t[m->first - 1].code == '(' &&
	    m->last < l->scan->tokens.len && t[m->last].code == ')' && m[-1].type != ENTITY_PERSON &&
	    linker_acronym(l, m - 1) == l->scan->hash[m->first];
}

void
link_letters(struct linker *l)
{
	bool any = false;

	for (size_t k = 0; k < l->list->len; k++) {
		struct mention *m = &l->list->at[k];

		if (spelt_out(l, m) && letters(l, m) != NULL && letters(l, m)->first == 0) {
			letters(l, m)->first = (uint32_t)k;
			any = true;
		}
	}
	for (size_t k = 0; any && k < l->list->len; k++) {
		struct mention *m = &l->list->at[k];
		const struct who *w = letters(l, m);

		if (w == NULL || w->first == 0 || (m->entry != NULL && m->entry->list == GAZ_USER))
			continue;
		m->type = l->list->at[w->first - 1].type;
		m->id = l->list->at[w->first - 1].id;
		m->name = l->list->at[w->first - 1].name;
	}
}
