/* What speaks for a figure, and what against it, as whom a pronoun or a description may mean.  Weights are percent points of a
 * sighting in the same sentence, as in speaker_trace.c. */
#include "speaker_fit.h"

enum {
	NO_GENDER = -8,     /* nothing tells that it agrees */
	ANY_ORG = -40,       /* "the company" tells little of which */
	ROLE_WORD = 45, ROLE_KEY = 18, MODIFIER = 12
};

bool
fit_human(const struct figure *f)
{
	return f->kind == FIGURE_PERSON || (f->kind == FIGURE_SOURCE && f->human);
}

/* What the pronoun and the figure have to say to each other; false if they cannot agree. */
static bool
agrees(const struct scene *s, size_t figure, enum pronoun pronoun, int *weight)
{
	const struct figure *f = &s->figure[figure];
	char want = pronoun == PRONOUN_HE ? 'm' : pronoun == PRONOUN_SHE ? 'f' : 0;

	switch (pronoun) {
	case PRONOUN_HE:
	case PRONOUN_SHE:
		if (!fit_human(f) || f->plural)
			return false;
		f = scene_known(s, figure);
		if (f->gender != 0 && f->gender != want)
			return false;
		*weight += f->gender == 0 && f->kind == FIGURE_PERSON ? NO_GENDER : 0;
		return true;
	case PRONOUN_IT:
		return f->kind == FIGURE_ORG || (f->kind == FIGURE_SOURCE && !f->human && !f->plural) ||
		    (f->kind == FIGURE_PLACE && slice_starts(f->id, "country:"));
	case PRONOUN_THEY:
		return f->plural || f->kind == FIGURE_GROUP;
	default:
		return f->kind == FIGURE_PERSON;
	}
}

/* How well a person's titles and appositions bear out a description; 0: not at all. */
static int
bears_out(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	/* an envoy is "the diplomat", and a singer is not "the actor" */
	bool general = slice_eq(p->noun.word, p->noun.key);
	int weight = figure_has(f, scene_role(p->noun.word)) ? ROLE_WORD : general && figure_has(f, scene_role(p->noun.key)) ? ROLE_KEY : 0;

	for (size_t i = p->first; weight > 0 && i < p->core; i++) {
		const struct token *t = &s->token[i];

		if (i != p->head && t->kind == TOKEN_WORD && t->end - t->start > 3 && figure_has(f, scene_token_word(s, i)))
			weight += MODIFIER;
	}
	return weight;
}

/* "The Republican governor": is token i of a party's name?  A text seldom tells it beside the person's. */
static bool
of_party(const struct scene *s, const struct phrase *p, size_t i)
{
	return i < p->head && slice_is(noun_at(s->rules, s->doc->text, s->token, i + 1, i).key, "politician");
}

/* "The Lund senator", "the president of Nordbank": is every name in the description one that the figure is known by? */
static bool
names_borne_out(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	/* a first word's capital may be the sentence's, unless it is the owner's name */
	for (size_t i = p->first + (p->owner == SIZE_MAX || scene_small(s, p->first, SMALL_DEFINITE)); i < p->last && s->token[i].code != ','; i++) {
		const struct token *t = &s->token[i];

		if (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0 && !of_party(s, p, i) && !figure_has(f, scene_token_word(s, i)))
			return false;
	}
	return true;
}

bool
fit_party(const struct scene *s, const struct phrase *p)
{
	bool party = false;

	for (size_t i = p->first; i < p->head && p->kind == PHRASE_PERSON; i++)
		party = party || of_party(s, p, i);
	return party;
}

/* The clitic behind whom the description tells as its owner; p->first if there is none. */
static size_t
owner_end(const struct scene *s, const struct phrase *p)
{
	size_t owner = p->first;

	for (size_t i = p->first; i < p->head; i++)
		owner = s->token[i].kind == TOKEN_CLITIC ? i : owner;
	return owner;
}

/* "Holm's lawyer" is not Berg's, "the club's owner" not the owner of a bar, "her lawyer" not who was his. */
static bool
owner_borne_out(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	size_t owner = owner_end(s, p);
	enum pronoun whose = pronoun_at(s->rules, p->first);

	if (whose == PRONOUN_HE || whose == PRONOUN_SHE)
		return figure_has(f, scene_token_word(s, p->first)) || !figure_has(f, scene_word(slice_from(whose == PRONOUN_HE ? "her" : "his")));

	for (size_t i = p->first; i < owner && f->owned; i++)
		if (s->token[i].kind == TOKEN_WORD && !scene_small(s, i, SMALL_DEFINITE) && !figure_has(f, scene_token_word(s, i)))
			return false;
	return true;
}

/* Is what a later description tells of a source part of what is known of it?  "The official" of "a Finnish official". */
static bool
same_source(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	bool owned = p->owner != SIZE_MAX || owner_end(s, p) > p->first;

	return (!owned || (p->owner != SIZE_MAX && p->owner == f->owner)) && slice_eq(f->key, p->noun.key) &&
	    (p->country.len == 0 || slice_eq(f->country, p->country)) &&
	    (p->institution.len == 0 || slice_eq(f->place, p->institution));
}

/* "The former prime minister", "the 54-year-old former minister": the one in office is another. */
static bool
former_borne_out(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	for (size_t i = p->first + 1; i < p->head; i++)
		if (scene_small(s, i, SMALL_FORMER) && !figure_has(f, scene_token_word(s, i)))
			return false;
	return true;
}

/* Has no other person seen before token i an age that is not told? */
static bool
alone_ageless(const struct scene *s, const struct figure *f, size_t i)
{
	for (size_t k = 0; k < s->figures; k++)
		if (&s->figure[k] != f && s->figure[k].kind == FIGURE_PERSON && s->sight[s->figure[k].first].first < i && scene_known(s, k)->age == 0)
			return false;
	return true;
}

/* The years of "the 54-year-old", "the 54-year-old singer"; p->last if none are told. */
static size_t
years_of(const struct scene *s, const struct phrase *p)
{
	for (size_t i = p->first; i + 2 <= p->head; i++)
		if (s->token[i].kind == TOKEN_NUMBER && small_is(s->rules, noun_at(s->rules, s->doc->text, s->token, p->core, i + 2).word, SMALL_AGE))
			return i;
	return p->last;
}

/* Of those years; or the only one of whom none are told. */
static bool
aged(const struct scene *s, const struct figure *f, const struct phrase *p, size_t years, int *weight)
{
	*weight += f->age == scene_token_word(s, years) ? ROLE_WORD : 0;
	return (f->age == scene_token_word(s, years) || (f->age == 0 && alone_ageless(s, f, p->first))) && names_borne_out(s, f, p);
}

/* "The mother of his two sons" is who was called a mother of sons. */
static bool
kin_borne_out(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	enum pronoun whose = p->core + 1 < p->last ? pronoun_at(s->rules, p->core + 1) : PRONOUN_NONE;

	return (whose != PRONOUN_HE && whose != PRONOUN_SHE) || !scene_small(s, p->core, SMALL_OF) || figure_has(f, scene_token_word(s, p->last - 1));
}

static bool
describes(const struct scene *s, size_t figure, const struct phrase *p, int *weight)
{
	const struct figure *f = &s->figure[figure];
	size_t years;
	int evidence;

	if (f->kind == FIGURE_SOURCE) {
		*weight += ROLE_WORD;
		return same_source(s, f, p);
	}
	if (f->kind != FIGURE_PERSON || p->kind != PHRASE_PERSON)
		return false;
	f = scene_known(s, figure);
	if (f->gender != 0 && p->noun.gender != 0 && f->gender != p->noun.gender)
		return false;
	if (!former_borne_out(s, f, p))
		return false;
	years = years_of(s, p);
	evidence = bears_out(s, f, p);
	if (years < p->last && (evidence < ROLE_KEY || f->age != 0))
		return aged(s, f, p, years, weight);
	*weight += evidence;
	return evidence >= ROLE_KEY && names_borne_out(s, f, p) && owner_borne_out(s, f, p) && kin_borne_out(s, f, p);
}

bool
fit_any_org(const struct scene *s, const struct phrase *p)
{
	return p->kind == PHRASE_ORG && p->definite && p->core - p->first == 1 + p->noun.taken && small_is(s->rules, p->noun.word, SMALL_COMPANY);
}

/* The noun that heads an organisation's name: the last word, or the last before "of". */
static struct noun
house_noun(const struct scene *s, const struct figure *f)
{
	struct slice rest = f->name, last = slice_cut(&rest, ' ');

	while (rest.at != NULL) {
		struct slice word = slice_cut(&rest, ' ');

		if (small_is(s->rules, word, SMALL_PREP))
			break;
		last = word;
	}
	return noun_of(s->rules, last);
}

bool
fit_state(const struct scene *s, const struct figure *f)
{
	struct noun noun = house_noun(s, f);

	return noun.class == NOUN_ORG && (slice_is(noun.key, "state") || slice_is(noun.key, "police") || slice_is(noun.key, "court"));
}

/* "The company" is no union, nor the High Court, nor the Lund Workers. */
static bool
no_firm(const struct scene *s, const struct figure *f)
{
	struct noun noun = house_noun(s, f);

	return (noun.class == NOUN_ORG && !slice_is(noun.key, "firm") && !slice_is(noun.key, "organisation")) ||
	    (noun.class == NOUN_PERSON && noun.plural);
}

/* "The union", of the Lund Nurses; "the force", of the Lund Police. */
static bool
of_kind(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	struct noun noun = house_noun(s, f);
	bool members = slice_is(p->noun.key, "people") && noun.class == NOUN_PERSON && noun.plural;
	bool police = slice_is(p->noun.key, "police") && noun.class == NOUN_ORG && slice_eq(noun.key, p->noun.key);

	return (members || police) && scene_small(s, p->first, SMALL_THE) && p->owner == SIZE_MAX &&
	    names_borne_out(s, f, p);
}

/* "The campaign", of "Holm's campaign"; "his campaign", if Holm is a man. */
static bool
names_source(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	enum pronoun whose = pronoun_at(s->rules, p->first);
	char gender = whose == PRONOUN_HE ? 'm' : whose == PRONOUN_SHE ? 'f' : 0;
	struct slice rest = f->name, last = f->name;

	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	if (f->name.len == 0) /* "the food agency", of which no name is told */
		last = f->key;
	return !f->human && !f->plural && p->core - p->first == 1 + p->noun.taken && p->core == p->last &&
	    scene_word(last) == scene_word(p->noun.word) &&
	    (gender == 0 || (f->owner != SIZE_MAX && scene_known(s, f->owner)->gender == gender));
}

/* "The lender", of what was called so beside its name. */
static bool
called_so(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	return figure_has(f, scene_role(p->noun.word)) && scene_small(s, p->first, SMALL_THE) && p->owner == SIZE_MAX && names_borne_out(s, f, p);
}

/* "the foundation", of an organisation with that word in its name; or "the company", of the last one named. */
static bool
names_org(const struct scene *s, size_t figure, const struct phrase *p, int *weight)
{
	const struct figure *f = &s->figure[figure];
	struct slice rest = f->name;

	if (p->noun.plural || (f->kind != FIGURE_ORG && f->kind != FIGURE_SOURCE))
		return false;
	*weight += ROLE_WORD;
	if (f->kind == FIGURE_SOURCE)
		return names_source(s, f, p);
	f = scene_known(s, figure);
	if (called_so(s, f, p) || of_kind(s, f, p))
		return true;
	while (rest.at != NULL)
		if (scene_word(slice_cut(&rest, ' ')) == scene_word(p->noun.word))
			return true;
	*weight += ANY_ORG - ROLE_WORD;
	return fit_any_org(s, p) && !(slice_is(p->noun.key, "firm") && no_firm(s, f));
}

/* "The country", of one that was named. */
static bool
names_country(const struct scene *s, const struct figure *f, const struct phrase *p, int *weight)
{
	*weight += ANY_ORG;
	return f->kind == FIGURE_PLACE && slice_starts(f->id, "country:") && !p->noun.plural &&
	    small_is(s->rules, p->noun.word, SMALL_COUNTRY) && names_borne_out(s, f, p);
}

bool
fit(const struct scene *s, size_t figure, const struct phrase *p, int *weight)
{
	const struct figure *f = &s->figure[figure];

	switch (p->kind) {
	case PHRASE_PRONOUN: return agrees(s, figure, p->pronoun, weight);
	case PHRASE_PERSON:
	case PHRASE_PEOPLE: return describes(s, figure, p, weight);
	case PHRASE_ORG: return f->kind == FIGURE_PLACE ? names_country(s, f, p, weight) : names_org(s, figure, p, weight);
	default: return false;
	}
}
