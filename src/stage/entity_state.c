/* States: where a capital stands for its government, and bodies that every state has: "Norway's Supreme Court" is not another
 * country's. */
#include "entity_link.h"

/* Does the word (or phrase) tell, from that side, that a government is meant? */
static bool
governs(const struct entry *e, const char *side)
{
	return gazetteer_tells(e, side, "government");
}

/* "Oslo denied it", "according to Oslo": the capital stands for its government. */
bool
linker_acts(const struct linker *l, const struct mention *m)
{
	const struct entity_scan *s = l->scan;

	return (m->last < s->tokens.len && governs(scan_gloss(s, m->last)->word, "after")) ||
	    (m->first > 0 && governs(scan_gloss(s, m->first - 1)->word, "before")) ||
	    (m->first > 1 && governs(scan_gloss(s, m->first - 2)->phrase, "before"));
}

/* The code of the country that owns the mention, "Norway's", "the Norwegian"; empty if none does.  *first: where the body's own
 * name begins. */
static struct slice
owner(const struct linker *l, const struct mention *m, size_t *first)
{
	const struct gloss *g = scan_gloss(l->scan, m->first);
	size_t i = m->first;

	*first = m->first;
	if (g->name != NULL && m->first + g->name_len < m->last) {
		*first = m->first + g->name_len;
		*first += l->scan->tokens.at[*first].kind == TOKEN_CLITIC;
	} else {
		i -= i > 0 && l->scan->tokens.at[i - 1].kind == TOKEN_CLITIC;
		for (size_t n = 1; n <= i && n <= 4; n++) {
			g = scan_gloss(l->scan, i - n);
			if (g->name != NULL && g->name_len == n)
				break;
			g = NULL;
		}
	}
	if (g == NULL || g->name == NULL || g->name->list != GAZ_COUNTRY || gazetteer_capital(g->name))
		return slice_make("", 0);
	return g->name->column[0];
}

bool
linker_agency(const struct entry *e)
{
	return e != NULL && e->list == GAZ_ORG && slice_is(e->column[0], "agency");
}

/* Is the word one that makes a name an agency's: "Ministry", "Court"? */
static bool
agency_word(const struct linker *l, size_t i)
{
	const struct entry *e = gazetteer_from(scan_gloss(l->scan, i)->word, WORD_ORGHEAD);

	return e != NULL && slice_is(e->column[1], "agency");
}

bool
linker_state_body(struct linker *l, struct mention *m)
{
	enum { LONGEST = 4 }; /* tokens: a longer name is one country's own */
	size_t first;
	struct slice code = owner(l, m, &first), name;
	const struct entry *listed, *e;

	if (code.len == 0 || m->last - first > LONGEST)
		return false;
	e = listed = linker_listed(l, first, m->last);
	/* what every state has goes before one country's own */
	while (e != NULL && !(linker_agency(e) && e->column[1].len == 0))
		e = e->next;
	e = e != NULL ? e : listed;
	if (e != NULL && !linker_agency(e))
		return false;
	if (e == NULL && !agency_word(l, first) && !agency_word(l, m->last - 1))
		return false;
	name = e != NULL ? e->column[2] : slice_sub(l->scan->text, l->scan->tokens.at[first].start, m->end);
	buf_clear(&l->key);
	if (e == NULL || !slice_eq(e->column[1], code)) /* "Britain's Foreign Office" is the Foreign Office */
		buf_add(&l->key, code);
	linker_slug(l, name);
	m->id = linker_id(l, "org:");
	m->name = name;
	if (e == NULL && first > m->first && l->scan->tokens.at[first - 1].kind == TOKEN_WORD) /* "Nigeria Labour Assembly" is so called */
		m->name = slice_sub(l->scan->text, m->start, m->end);
	return true;
}
