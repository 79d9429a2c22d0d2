/* Whom a description names behind a comma: "the mayor of Lund, Ada Holm," said so. */
#include "speaker_phrase.h"

static bool
one_person(struct noun noun)
{
	return noun.class == NOUN_PERSON && !noun.plural;
}

/* The person, or the house right behind the comma, that is named there with titles alone before it; NULL if none is. */
static const struct sighting *
name_behind(const struct scene *s, const struct phrase *p, size_t comma)
{
	enum { TITLE = 7 }; /* tokens that a title before the name may have */

	for (size_t i = comma + 1; i < p->last && i <= comma + TITLE; i++) {
		const struct sighting *t = scene_named(s, i, p->last);
		enum figure_kind kind = t != NULL ? s->figure[t->figure].kind : FIGURE_OTHER;

		if (kind == FIGURE_PERSON || (kind == FIGURE_ORG && i <= comma + 2 && (t->last == p->last || s->token[t->last].code == ',')))
			return t;
		if (t == NULL && (s->token[i].kind == TOKEN_CLITIC || scene_small(s, i, SMALL_PREP | SMALL_CLAUSE)))
			return NULL;
	}
	return NULL;
}

/* "Ada Holm and her husband", "Mayor Ada Holm and her husband": who is named before "and"; SIZE_MAX if nobody is. */
static size_t
named_with(const struct scene *s, const struct phrase *p)
{
	for (size_t i = p->first; i < p->core; i++) {
		const struct sighting *t = scene_named(s, i, p->core);

		if (t != NULL && t->last < p->core && s->figure[t->figure].kind == FIGURE_PERSON && scene_small(s, t->last, SMALL_AND))
			return t->figure;
	}
	return SIZE_MAX;
}

/* "the port's akim": is the noun that we know only whose he is? */
static bool
is_owner(const struct scene *s, const struct phrase *p)
{
	return p->noun.class != NOUN_NONE && p->names == 0 && p->head + 2 < p->core && s->token[p->head + 1].kind == TOKEN_CLITIC;
}

/* "The regional akim, Ada Holm", "[The chairman,] House Committee on Labour, Mr. Ada Holm": the person with whom the mention ends, right
 * behind what is no person's name and no noun that we know; NULL if there is none. */
static const struct sighting *
name_last(const struct scene *s, const struct phrase *p)
{
	bool owned = false; /* "the film's distributor, Mosel Pictures" */
	const struct sighting *t = NULL;

	if ((p->names == 0 && p->definite && (is_owner(s, p) || (p->kind == PHRASE_UNKNOWN && p->noun.class == NOUN_NONE))) ||
	    (p->names == 1 && s->figure[p->name[0]].kind == FIGURE_ORG))
		t = p->core < p->last && s->token[p->core].code == ',' ? name_behind(s, p, p->core) : NULL;
	for (size_t i = p->first; i < p->core; i++)
		owned = owned || s->token[i].kind == TOKEN_CLITIC;
	return t != NULL && (t->last == p->last || (t->last + 1 == p->last && s->token[t->last].code == ',')) &&
	    (s->figure[t->figure].kind == FIGURE_PERSON || (owned && p->names == 0)) ? t : NULL;
}

/* Does an organisation's name end right before that one? */
static bool
ends_house(const struct scene *s, const struct sighting *t)
{
	return t > s->sight && t[-1].last == t->first && s->figure[t[-1].figure].kind == FIGURE_ORG;
}

/* "The head of the region Ivo Strand", "The deputy of the State Duma Ivo Strand": the person whose name, of two words or more, ends
 * the mention without a comma, right behind a common noun or a house; NULL if there is none. */
static const struct sighting *
name_without_comma(const struct scene *s, const struct phrase *p)
{
	if (p->kind != PHRASE_PERSON || p->noun.plural || p->names > 0 || p->core >= p->last || !scene_small(s, p->core, SMALL_OF))
		return NULL;
	for (size_t i = p->core + 2; i + 1 < p->last; i++) {
		const struct token *before = &s->token[i - 1];
		const struct sighting *t = scene_named(s, i, p->last);
		bool common = (before->flags & TOKEN_CAPITAL) == 0 && !scene_small(s, i - 1, SMALL_PREP | SMALL_CLAUSE | SMALL_DEFINITE);

		if (t == NULL || s->figure[t->figure].kind == FIGURE_ORG) {
			i = t != NULL ? t->last - 1 : i;
			continue;
		}
		return t->last == p->last && s->figure[t->figure].kind == FIGURE_PERSON && before->kind == TOKEN_WORD &&
		    (common || ends_house(s, t)) ? t : NULL;
	}
	return NULL;
}

/* "A top strategist, Ivo Strand,", "the mayor of Lund, Ada Holm,": a name in apposition to a singular noun; so "one of the mayors,
 * Ada Holm,", and "the ferry's operator, Mosel Lines,". */
void
phrase_apposition(const struct scene *s, struct phrase *p)
{
	const struct sighting *t = name_last(s, p);
	bool owned = is_owner(s, p);
	size_t i = p->core;

	if (t == NULL)
		t = name_without_comma(s, p);
	if (t != NULL) {
		p->names = 0;
		phrase_name(p, t->figure);
		return;
	}
	/* "brother of the heir, Ada Holm": of whom? */
	for (; i < p->last && s->token[i].code != ','; i++)
		if (one_person(noun_at(s->rules, s->doc->text, s->token, p->last, i)))
			return;
	t = (p->kind == PHRASE_PERSON || p->kind == PHRASE_ORG || owned) && !p->noun.plural ? name_behind(s, p, i) : NULL;
	if (t == NULL && ((p->kind == PHRASE_PERSON && named_with(s, p) != SIZE_MAX) || owned))
		p->kind = PHRASE_UNKNOWN; /* "Ada Holm and her husband", "the bill's sponsor" */
	if (t == NULL)
		return;
	if (s->figure[t->figure].kind == FIGURE_ORG || (p->kind != PHRASE_ORG && !phrase_owns(s, t, p->last) &&
	    (t->last == p->last || s->token[t->last].kind != TOKEN_WORD || scene_small(s, t->last, SMALL_PREP)))) {
		size_t with = named_with(s, p);

		if (with != SIZE_MAX)
			phrase_name(p, with);
		phrase_name(p, t->figure);
	}
}
