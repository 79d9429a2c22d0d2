/* Persons and places of the model's that are firms, and the reverse: it knows few firms' names, and a firm speaks and acts as a
 * person does. */
#include "entity_model.h"

#include "entity_scan.h"

static const struct gloss *
gloss_of(const struct entity_scan *s, size_t i)
{
	return &s->gloss[i];
}

static struct seen *
lead_of(const struct entity_scan *s, const struct mention *m)
{
	return &s->seen[s->number[m->first].fold];
}

/* Of words with a capital alone is noted what is seen. */
static bool
single(const struct entity_scan *s, const struct mention *m)
{
	return m->last == m->first + 1 && m->entry == NULL && (s->tokens.at[m->first].flags & TOKEN_CAPITAL) != 0;
}

/* "Harlan Corp" */
static bool
suffixed(const struct entity_scan *s, const struct mention *m)
{
	return m->last > m->first + 1 && (gloss_of(s, m->last - 1)->marks & MARK_COMPANY) != 0 && (gloss_of(s, m->last - 1)->marks & MARK_ENDS) != 0;
}

/* "Granger Holdings", which no list has, is no place, as its last word ends companies' names alone. */
static bool
headed(const struct entity_scan *s, const struct mention *m)
{
	return m->type == ENTITY_PLACE && m->last > m->first + 1 && m->entry == NULL &&
	    (gloss_of(s, m->last - 1)->marks & MARK_ENDS) == 1 << MARK_END &&
	    slice_is(gazetteer_from(gloss_of(s, m->last - 1)->word, WORD_ORGHEAD)->column[1], "company");
}

/* One word that no list has, and no person's last name here. */
static bool
lone(const struct entity_scan *s, const struct mention *m)
{
	const struct gloss *g = gloss_of(s, m->first);

	return (m->type == ENTITY_PERSON || m->type == ENTITY_ORG) && single(s, m) && !lead_of(s, m)->surname &&
	    !gloss_has(g, WORD_GIVEN) && !gloss_has(g, WORD_SURNAME);
}

/* "de Souza [Lima]", of Ana de Souza Lima */
static bool
family(const struct entity_scan *s, const struct mention *m)
{
	return m->type == ENTITY_ORG && m->entry == NULL && m->first > 0 && s->seen[s->number[m->last - 1].fold].surname &&
	    (gloss_of(s, m->first - 1)->marks & MARK_WITHIN) != 0 && (s->tokens.at[m->first - 1].flags & TOKEN_CAPITAL) == 0;
}

/* "Tarn", of Ana Tarn, where no house is called so. */
static bool
namesake(const struct entity_scan *s, const struct mention *m)
{
	return m->type == ENTITY_ORG && single(s, m) && lead_of(s, m)->surname && !lead_of(s, m)->firm &&
	    (m->first == 0 || (gloss_of(s, m->first - 1)->marks & MARK_ARTICLE) == 0);
}

/* "Mosel shares", "Mosel chairman [Name]", but "Mosel's staff" */
static bool
of_firm(const struct entity_scan *s, const struct mention *m)
{
	const struct entry *e = m->last < s->tokens.len && gloss_has(gloss_of(s, m->last), WORD_CONTEXT) ?
	    gazetteer_from(gloss_of(s, m->last)->word, WORD_CONTEXT) : NULL;

	for (; e != NULL; e = e->next)
		if (e->list == WORD_CONTEXT && slice_is(e->column[0], "after") && slice_is(e->column[1], "organisation"))
			return true;
	return false;
}

void
entity_firms(struct entity_scan *s, struct entity_list *list)
{
	for (size_t k = 0; k < list->len; k++) {
		struct mention *m = &list->at[k];

		if ((m->type == ENTITY_PERSON && suffixed(s, m)) || headed(s, m))
			m->type = ENTITY_ORG;
		if ((lone(s, m) && of_firm(s, m)) || (m->type == ENTITY_ORG && m->last > m->first + 1))
			lead_of(s, m)->firm = true;
	}
	for (size_t k = 0; k < list->len; k++)
		if (list->at[k].type == ENTITY_PERSON && lone(s, &list->at[k]) && lead_of(s, &list->at[k])->firm)
			list->at[k].type = ENTITY_ORG;
		else if (namesake(s, &list->at[k]) || family(s, &list->at[k]))
			list->at[k].type = ENTITY_PERSON;
}
