/* Persons and places of the model's that are firms, and the reverse: it knows few firms' names, and a firm speaks and acts as a
 * person does. */
#include "entity_model.h"

#include "entity_scan.h"

static const struct gloss *
gloss_of(const struct entity_scan *s, size_t i)
{
	return scan_gloss(s, i);
}

static struct seen *
lead_of(const struct entity_scan *s, const struct mention *m)
{
	return &s->seen[s->number[m->first].fold];
}

/* One word, "Harlan" or "Brembo-Lange".  Of words with a capital alone is noted what is seen. */
static bool
single(const struct entity_scan *s, const struct mention *m)
{
	for (size_t i = m->first + 1; i < m->last; i++)
		if ((s->tokens.at[i].flags & TOKEN_SPACE) != 0)
			return false;
	return m->entry == NULL && (s->tokens.at[m->first].flags & TOKEN_CAPITAL) != 0;
}

/* "Harlan Corp" */
static bool
suffixed(const struct entity_scan *s, const struct mention *m)
{
	return m->last > m->first + 1 && (gloss_of(s, m->last - 1)->marks & MARK_COMPANY) != 0 && (gloss_of(s, m->last - 1)->marks & MARK_ENDS) != 0;
}

/* "Granger Holdings", which no list has, is no place, and without a given name no person, as its last word ends companies' names
 * alone. */
static bool
headed(const struct entity_scan *s, const struct mention *m)
{
	const struct gloss *first = gloss_of(s, m->first);
	bool person = m->type == ENTITY_PERSON && !gloss_has(first, WORD_GIVEN) && !gloss_has(first, WORD_TITLE) &&
	    !gloss_has(gloss_of(s, m->last - 1), WORD_SURNAME) && (m->first == 0 || !gloss_has(gloss_of(s, m->first - 1), WORD_TITLE));

	return (person || m->type == ENTITY_PLACE) && m->last > m->first + 1 && m->entry == NULL &&
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

/* "de Souza [Lima]", "[De Souza Lima]", of Ana de Souza Lima */
static bool
family(const struct entity_scan *s, const struct mention *m)
{
	if (m->type != ENTITY_ORG || m->entry != NULL || !s->seen[s->number[m->last - 1].fold].surname)
		return false;
	return ((gloss_of(s, m->first)->marks & MARK_WITHIN) != 0 && m->last > m->first + 1) || (m->first > 0 &&
	    (gloss_of(s, m->first - 1)->marks & MARK_WITHIN) != 0 && (s->tokens.at[m->first - 1].flags & TOKEN_CAPITAL) == 0);
}

/* What the lists of words have for token i, wherever it stands; NULL if nothing. */
static const struct entry *
word_at(const struct gazetteer *g, const struct entity_scan *s, size_t i)
{
	const struct entry *e = NULL;

	if (i < s->tokens.len)
		lexicon_first(g->words, s->vocab.term[s->number[i].term].hash, &e);
	return e;
}

/* Does token i tell of a name on that side of it that it is of the type, as contexts.tsv has it? */
static bool
tells(const struct gazetteer *g, const struct entity_scan *s, size_t i, const char *side, const char *type)
{
	const struct entry *e = word_at(g, s, i);

	return gazetteer_tells(e, side, type);
}

/* "Tarn", of Ana Tarn, where no house is called so; but "in Tarn".  "Magyar", of Ana Magyar. */
static bool
namesake(const struct gazetteer *g, const struct entity_scan *s, const struct mention *m)
{
	bool place = m->type == ENTITY_PLACE && m->first > 0 && !tells(g, s, m->first - 1, "before", "place");
	bool group = m->type == ENTITY_GROUP && m->last == m->first + 1 && lead_of(s, m)->borne;

	return (group || ((m->type == ENTITY_ORG || place) && single(s, m))) && lead_of(s, m)->surname && !lead_of(s, m)->firm &&
	    (m->first == 0 || (gloss_of(s, m->first - 1)->marks & MARK_ARTICLE) == 0);
}

/* Is token i, which may be of another sentence, a noun for one of that class? */
static bool
noun(const struct gazetteer *g, const struct entity_scan *s, size_t i, const char *class)
{
	const struct token *t = &s->tokens.at[i];

	return t->kind == TOKEN_WORD && (t[1].flags & TOKEN_LINE) == 0 && gazetteer_role(g, s->vocab.term[s->number[i].term].hash, class);
}

/* ", a maker of shoes", ", the drone maker,": does the comma before token i begin what tells of a house? */
static bool
described(const struct gazetteer *g, const struct entity_scan *s, size_t i)
{
	enum { MOST = 6 }; /* tokens */
	const struct token *t = s->tokens.at;
	size_t end = i + 1;

	if (!tells(g, s, i, "article", "organisation"))
		return false;
	while (end < s->tokens.len && end < i + MOST && (t[end].kind == TOKEN_WORD || t[end].code == '-') &&
	    (gazetteer_marks(word_at(g, s, end)) & MARK_PHRASE) == 0 && !tells(g, s, end, "clause", "organisation"))
		end++;
	return end > i + 1 && end + 1 < s->tokens.len && noun(g, s, end - 1, "org") && !noun(g, s, end - 1, "person");
}

/* "Mosel shares", "Mosel chairman [Name]", "Mosel, which makes shoes", but "Mosel's staff"; "the charity Mosel" */
static bool
of_firm(const struct gazetteer *g, const struct entity_scan *s, const struct mention *m)
{
	bool comma = m->last < s->tokens.len && s->tokens.at[m->last].code == ',';
	size_t i = m->last + 1;

	return tells(g, s, m->last, "after", "organisation") || (comma && (tells(g, s, i, "clause", "organisation") || described(g, s, i))) ||
	    (m->first > 0 && noun(g, s, m->first - 1, "org"));
}

/* "captain Ada Pike", "the keeper, Lotte Maes, said": who looks like a place, behind a noun for a person. */
static bool
like_place(const struct gazetteer *g, const struct entity_scan *s, const struct mention *m)
{
	size_t i = m->first;

	if (m->type != ENTITY_PLACE || m->entry != NULL || i < 2 || m->last < i + 2)
		return false;
	i -= s->tokens.at[i - 1].code == ',' && m->last < s->tokens.len && s->tokens.at[m->last].code == ',';
	return (s->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0 && noun(g, s, i - 1, "person");
}

/* "Minister for [Lands] Ivo Strand": behind a title and its preposition, a plural that is no name. */
static bool
portfolio(const struct entity_scan *s, const struct mention *m)
{
	const struct gloss *g = gloss_of(s, m->first);

	return m->type == ENTITY_PERSON && m->entry == NULL && m->last > m->first + 2 && m->first > 1 &&
	    slice_ends(token_text(s->text, &s->tokens.at[m->first]), "s") && !gloss_has(g, WORD_GIVEN) && !gloss_has(g, WORD_SURNAME) &&
	    gloss_has(gloss_of(s, m->first - 2), WORD_TITLE) && (gloss_of(s, m->first - 1)->marks & MARK_PHRASE) != 0;
}

/* "Rival [Mosel Lines]": what describes a house has the sentence's capital alone. */
static void
drop_attribute(const struct gazetteer *g, const struct entity_scan *s, struct mention *m)
{
	size_t i = m->first + 1;

	if (m->entry != NULL || m->last <= i || gloss_of(s, m->first)->like == LIKE_NAME || !tells(g, s, m->first, "opening", "organisation"))
		return;
	while (i + 1 < m->last && (s->tokens.at[i].flags & TOKEN_CAPITAL) == 0)
		i++;
	m->first = i;
	m->start = s->tokens.at[i].start;
}

/* A word with a capital that may be one partner's. */
static bool
partner(const struct entity_scan *s, size_t i)
{
	const struct token *t = &s->tokens.at[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0 && t->end > t->start + 1 && gloss_of(s, i)->name == NULL &&
	    !gloss_has(gloss_of(s, i), WORD_COMMON);
}

/* Does token i end the name of a firm, "Brenner & [Cole]"?  But "Ada & Ivo". */
static bool
partners(const struct entity_scan *s, size_t i)
{
	const struct token *t = s->tokens.at;

	return i > 1 && i < s->tokens.len && t[i - 1].code == '&' && ((t[i - 1].flags | t[i].flags) & TOKEN_LINE) == 0 && partner(s, i - 2) &&
	    partner(s, i) && !(gloss_has(gloss_of(s, i - 2), WORD_GIVEN) && gloss_has(gloss_of(s, i), WORD_GIVEN));
}

/* Makes one firm of two partners, of whom the model saw one, or each apart. */
static void
join_partners(const struct entity_scan *s, struct entity_list *list)
{
	size_t n = 0;

	for (size_t k = 0; k < list->len; k++) {
		struct mention m = list->at[k];
		const struct mention *before = n > 0 ? &list->at[n - 1] : NULL, *next = k + 1 < list->len ? &list->at[k + 1] : NULL;
		bool single = m.last == m.first + 1, apart = before != NULL && before->first + 2 == m.first;

		if (single && partners(s, m.first) && (before == NULL || apart || before->last + 2 <= m.first)) {
			n -= apart;
			m.first -= 2;
			m.type = ENTITY_ORG;
		} else if (single && partners(s, m.last + 1) && (next == NULL || next->first > m.last + 1)) {
			m.last += 2;
			m.type = ENTITY_ORG;
		}
		m.start = s->tokens.at[m.first].start;
		m.end = s->tokens.at[m.last - 1].end;
		list->at[n++] = m;
	}
	list->len = n;
}

static void
name_person(const struct entity_scan *s, struct mention *m)
{
	m->type = ENTITY_PERSON;
	s->seen[s->number[scan_surname(s, m->first, m->last)].fold].surname = true;
}

/* Counts a walk over the mentions in which the person was met whose full name this is. */
static void
meet(const struct entity_scan *s, const struct mention *m, unsigned walk)
{
	if (m->type == ENTITY_PERSON && m->last > m->first + 1)
		s->seen[s->number[scan_surname(s, m->first, m->last)].fold].met = (uint8_t)walk;
}

/* "Tarn", before Ana Tarn is named, of whose firm, Tarn Corp, the text spoke first. */
static bool
elder(const struct entity_scan *s, const struct mention *m)
{
	return m->type == ENTITY_PERSON && single(s, m) && lead_of(s, m)->elder && lead_of(s, m)->met < 2;
}

static void
learn_firms(const struct gazetteer *g, struct entity_scan *s, struct entity_list *list)
{
	for (size_t k = 0; k < list->len; k++) {
		struct mention *m = &list->at[k];

		drop_attribute(g, s, m);
		if ((m->type == ENTITY_PERSON && suffixed(s, m)) || headed(s, m))
			m->type = ENTITY_ORG;
		else if (like_place(g, s, m))
			name_person(s, m);
		if (portfolio(s, m))
			m->start = s->tokens.at[++m->first].start;
		meet(s, m, 1);
		if (m->type == ENTITY_ORG && m->last > m->first + 1) {
			lead_of(s, m)->firm = true;
			lead_of(s, m)->elder = lead_of(s, m)->elder || lead_of(s, m)->met == 0;
		} else if (lone(s, m) && of_firm(g, s, m)) {
			lead_of(s, m)->firm = true;
		}
	}
}

void
entity_firms(const struct gazetteer *g, struct entity_scan *s, struct entity_list *list)
{
	join_partners(s, list);
	learn_firms(g, s, list);
	for (size_t k = 0; k < list->len; k++) {
		struct mention *m = &list->at[k];

		meet(s, m, 2);
		if (single(s, m) && lead_of(s, m)->event && m->type != ENTITY_GROUP)
			m->type = ENTITY_MISC;
		else if ((m->type == ENTITY_PERSON && lone(s, m) && lead_of(s, m)->firm) || elder(s, m))
			m->type = ENTITY_ORG;
		else if (namesake(g, s, m) || family(s, m))
			m->type = ENTITY_PERSON;
	}
}

