/* Of which country and institution a mention tells, and whether a country speaks. */
#include "gazetteer.h"
#include "speaker_phrase.h"

static bool
is_capital(const struct scene *s, size_t i)
{
	return (s->token[i].flags & TOKEN_CAPITAL) != 0;
}

/* "Inner Mongolia", "New Mexico": part of what has another name. */
static bool
renamed(const struct scene *s, size_t i, size_t first)
{
	return i > first && is_capital(s, i - 1) && scene_small(s, i - 1, SMALL_AREA);
}

/* Country and institution, wherever in the mention they stand. */
static void
find_place(const struct scene *s, struct phrase *p)
{
	for (size_t i = p->first; i < p->last; i++) {
		size_t taken;
		const struct entry *e = role_entry(s->rules, "institution", s->doc->text, s->token, p->last, i, &taken);
		const struct entry *nation = nation_at(s->rules, s->doc->text, s->token, p->last, i, &taken);

		if (nation != NULL && p->country.len == 0 && !renamed(s, i, p->first))
			p->country = nation->column[0];
		if (e != NULL && p->institution.len == 0)
			p->institution = e->column[1];
	}
}

bool
phrase_names_place(const struct figure *f)
{
	return f->kind == FIGURE_PLACE || slice_starts(f->id, "place:");
}

/* "Amman, an economist,", "Chad, 34,", "Washington, who plays left back,": does what stands behind the comma tell of a person?  Not in
 * "Norway, a member of the pact,": a state may be such. */
static bool
tells_person(const struct scene *s, const struct phrase *p, bool city)
{
	size_t i = p->core + 1;

	if (i >= p->last || s->token[p->core].code != ',')
		return false;
	if ((scene_small(s, i, SMALL_WHO) && i + 1 < p->last) || (s->token[i].kind == TOKEN_NUMBER && s->token[i].end - s->token[i].start == 2))
		return true;
	for (; city && i < p->last && s->token[i].kind == TOKEN_WORD && !scene_small(s, i, SMALL_PREP | SMALL_CLAUSE); i++) {
		struct noun noun = noun_at(s->rules, s->doc->text, s->token, p->last, i);

		if (noun.class == NOUN_PERSON && !noun.plural)
			return true;
	}
	return false;
}

/* "the Finnish government", "the government of Finland" speak for the country; so does its capital, or its name in
 * any form, when it stands for the speaker, and no person of that surname. */
static void
find_country(const struct scene *s, struct phrase *p)
{
	size_t taken = 0, first = p->first;
	const struct entry *nation;

	if (p->kind == PHRASE_ORG && p->country.len > 0 && small_is(s->rules, p->noun.word, SMALL_GOVERNMENT)) {
		p->kind = PHRASE_COUNTRY;
		return;
	}
	if (first < p->core && scene_small(s, first, SMALL_THE))
		first++;
	nation = first < p->core ? nation_at(s->rules, s->doc->text, s->token, p->core, first, &taken) : NULL;
	if (nation == NULL || first + taken < p->core)
		return;
	if (tells_person(s, p, gazetteer_capital(nation))) {
		p->kind = PHRASE_UNKNOWN;
		p->names = 0;
	} else if (p->kind == PHRASE_UNKNOWN || (p->names == 1 && phrase_names_place(&s->figure[p->name[0]]))) {
		p->kind = PHRASE_COUNTRY;
		p->country = nation->column[0];
	}
}

void
phrase_place(const struct scene *s, struct phrase *p)
{
	find_place(s, p);
	find_country(s, p);
}
