/* Small words within persons' names: what the model saw of "Said bin Hamad al-Maawali", "Ana de Souza Lima" and "Paul Raj a/l Selvam" is
 * put together, and filled out. */
#include "entity_model.h"

#include "entity_scan.h"

/* What the lists say of the small word that begins at i, without a capital, and in *taken its tokens; 0 if it is none. */
static uint32_t
particle(const struct entity_scan *s, size_t i, size_t *taken)
{
	const struct gloss *g = scan_gloss(s, i);
	bool phrase = gazetteer_has(g->phrase, WORD_PARTICLE); /* "a/l" */

	*taken = phrase ? g->phrase_len : 1;
	if ((s->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
		return 0;
	return phrase ? gazetteer_marks(g->phrase) : gloss_has(g, WORD_PARTICLE) && (g->marks & MARK_PERSON) != 0 ? g->marks : 0;
}

/* The token behind the small words that begin at i, before end; *sure: one of them stands in names alone. */
static size_t
behind_particles(const struct entity_scan *s, size_t i, size_t end, bool *sure)
{
	uint32_t marks;
	size_t taken;

	*sure = false;
	while (i < end && (marks = particle(s, i, &taken)) != 0) {
		*sure = *sure || (marks & MARK_WITHIN) != 0;
		i += taken;
	}
	return i;
}

/* "Luiz Inacio | da | Silva": does m go on with what ends before, over small words alone? */
static bool
goes_on(const struct entity_scan *s, const struct mention *before, const struct mention *m)
{
	bool sure;

	if (m->first == before->last) /* "Mohamed | Ould Ahmed" */
		return before->type == ENTITY_PERSON && m->type == ENTITY_PERSON && (scan_gloss(s, m->first)->marks & MARK_SON) != 0 &&
		    (s->tokens.at[m->first].flags & TOKEN_LINE) == 0;
	return before->type == ENTITY_PERSON && behind_particles(s, before->last, m->first, &sure) == m->first &&
	    (m->type == ENTITY_PERSON || (sure && m->entry == NULL));
}

/* May a name hold the word at i, beside the small words within it? */
static bool
name_word(const struct entity_scan *s, size_t i)
{
	const struct gloss *g = scan_gloss(s, i);

	return (s->tokens.at[i].flags & TOKEN_CAPITAL) != 0 && s->tokens.at[i].kind == TOKEN_WORD && g->name == NULL && (g->marks & MARK_TITLE) == 0;
}

/* "[Paul Raj] a/l Selvam", where nothing begins before the token `to`. */
static void
fill_behind(const struct entity_scan *s, struct mention *m, size_t to)
{
	bool sure;
	size_t i = behind_particles(s, m->last, to, &sure);

	if (!sure || i >= to || !name_word(s, i) || (s->tokens.at[i].flags & TOKEN_LINE) != 0)
		return;
	m->last = i + 1;
	s->seen[s->number[i].fold].surname = true;
}

/* "Said bin [Hamad al-Maawali]", where nothing ends behind the token `from`: a father's name has the son's before it. */
static void
fill_before(const struct entity_scan *s, struct mention *m, size_t from)
{
	size_t taken, i = m->first;
	bool within; /* its sentence */

	if (i < from + 2 || (particle(s, i - 1, &taken) & MARK_SON) == 0 || !name_word(s, i - 2) ||
	    ((s->tokens.at[i - 1].flags | s->tokens.at[i].flags) & TOKEN_LINE) != 0)
		return;
	within = i > 2 && s->tokens.at[i - 3].kind < TOKEN_MARK && (s->tokens.at[i - 2].flags & TOKEN_LINE) == 0;
	if (within || scan_gloss(s, i - 2)->like == LIKE_NAME)
		m->first = i - 2;
}

void
entity_particles(const struct entity_scan *s, struct entity_list *list)
{
	size_t n = 0;

	for (size_t k = 0; k < list->len; k++) {
		struct mention m = list->at[k], *before = n > 0 ? &list->at[n - 1] : NULL;

		if (before != NULL && goes_on(s, before, &m)) {
			m.first = before->first;
			m.type = ENTITY_PERSON;
			m.entry = NULL;
			m.gender = before->gender;
			m.confidence = before->confidence > m.confidence ? before->confidence : m.confidence;
			s->seen[s->number[m.last - 1].fold].surname = true;
			n--;
		}
		if (m.type == ENTITY_PERSON) {
			fill_before(s, &m, n > 0 ? list->at[n - 1].last : 0);
			fill_behind(s, &m, k + 1 < list->len ? list->at[k + 1].first : s->tokens.len);
		}
		m.start = s->tokens.at[m.first].start;
		m.end = s->tokens.at[m.last - 1].end;
		list->at[n++] = m;
	}
	list->len = n;
}
