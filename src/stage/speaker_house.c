/* Whose a source is that is described and not named: "a spokesman for Nordbank", "the Nordbank spokesman" are not another bank's. */
#include "speaker_phrase.h"

/* A house, or a person, "of", "for" or "at" which the source is, behind titles alone; NULL if none is. */
static const struct sighting *
house_behind(const struct scene *s, const struct phrase *p)
{
	enum { TITLE = 4 }; /* tokens */
	size_t i = p->core;

	if (i >= p->last || !scene_small(s, i, SMALL_BELONGS))
		return NULL;
	i += i + 1 < p->last && scene_small(s, i + 1, SMALL_THE) ? 2 : 1;
	for (size_t k = i; k < p->last && k < i + TITLE; k++) {
		const struct sighting *t = scene_named(s, k, p->last);

		if (t != NULL)
			return s->figure[t->figure].kind == FIGURE_ORG || s->figure[t->figure].kind == FIGURE_PERSON ? t : NULL;
		if (s->token[k].kind != TOKEN_WORD || (s->token[k].flags & TOKEN_CAPITAL) == 0)
			return NULL;
	}
	return NULL;
}

/* The house that is named before the noun. */
static const struct sighting *
house_before(const struct scene *s, const struct phrase *p)
{
	const struct sighting *found = NULL;

	for (size_t i = p->first; i < p->head; i++) {
		const struct sighting *t = scene_named(s, i, p->head);

		found = t != NULL && s->figure[t->figure].kind == FIGURE_ORG ? t : found;
	}
	return found;
}

void
phrase_house(const struct scene *s, struct phrase *p)
{
	const struct sighting *t;

	if ((p->kind != PHRASE_PERSON && p->kind != PHRASE_PEOPLE) || p->owner != SIZE_MAX || p->institution.len > 0)
		return;
	t = house_behind(s, p);
	if (t != NULL)
		p->called = t->last;
	else
		t = house_before(s, p);
	p->affiliated = t != NULL;
	if (t != NULL)
		p->owner = t->figure;
}
