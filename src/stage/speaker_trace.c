/* Every sighting before the phrase is weighed, and the figure with the best one wins if it stands clear of all others:
 * a choice by recency, grammatical role and agreement in the tradition of Lappin & Leass (1994).  Weights are percent
 * points of a sighting in the same sentence. */
#include "speaker_trace.h"

enum {
	REACH = 14,          /* sentences back */
	LOOKS = 96,          /* sightings back */
	NEAR = 100,          /* a sighting in the same sentence */
	PER_SENTENCE = 9,    /* less for each sentence between */
	FOCUS = 28,          /* the speaker of the quotation before */
	OPENS = 16,          /* first in its sentence */
	OWNER = -14,         /* "Holm's" */
	BEHIND_PREP = -12,   /* "with Holm" */
	QUOTED = -45,        /* named in somebody's words */
	NAMED = -60,         /* in the very words: "Holm knows it," he said */
	ASIDE = -60,         /* named beside the text: in a caption or byline */
	PICTURE = -20,       /* or maybe */
	SOURCE = -6,         /* not even a name */
	NO_GENDER = -8,     /* nothing tells that it agrees */
	OFTEN = 2, OFTEN_MOST = 8, /* for each other sighting */
	ANY_ORG = -40,       /* "the company" tells little of which */
	ROLE_WORD = 45, ROLE_KEY = 18, MODIFIER = 12,
	LEAST = 42,          /* less is no evidence */
	CLEAR = 4            /* how far the best must stand above the next */
};

struct choice {
	size_t figure, second;
	int best, next;
};

static void
weigh(struct choice *c, size_t figure, int weight)
{
	if (figure == c->figure) {
		if (weight > c->best)
			c->best = weight;
	} else if (weight > c->best) {
		c->second = c->figure;
		c->next = c->best;
		c->figure = figure;
		c->best = weight;
	} else if (weight > c->next) {
		c->second = figure;
		c->next = weight;
	}
}

/* Does the sentence stand beside the text? */
static bool
is_aside(const struct scene *s, size_t sentence)
{
	enum role role = s->sentence[sentence].role;

	return role == ROLE_CAPTION || role == ROLE_BYLINE || role == ROLE_DATELINE || role == ROLE_BOILERPLATE;
}

/* A paragraph of one sentence, right behind a photographer's credit, may be what is seen in the picture. */
static bool
may_caption(const struct scene *s, size_t k)
{
	const struct sentence *here = &s->sentence[k];

	return k > 0 && here[-1].role == ROLE_CAPTION && (k + 1 == s->sentences || here[1].block != here->block);
}

static int
recency(const struct scene *s, const struct focus *f, const struct sighting *t, size_t sentence)
{
	int weight = NEAR - PER_SENTENCE * (int)(sentence - t->sentence);
	size_t others = s->figure[t->figure].sightings - 1;

	weight += t->opens ? OPENS : 0;
	weight += may_caption(s, t->sentence) ? PICTURE : 0;
	weight += t->owner ? OWNER : 0;
	weight += t->behind_prep ? BEHIND_PREP : 0;
	weight += t->quoted ? QUOTED : 0;
	weight += is_aside(s, t->sentence) && !is_aside(s, sentence) ? ASIDE : 0;
	weight += s->figure[t->figure].kind == FIGURE_SOURCE ? SOURCE : 0;
	weight += (int)(others < OFTEN_MOST ? others : OFTEN_MOST) * OFTEN;
	if (t->figure == f->figure && sentence - f->sentence <= 3 && !f->left)
		weight += FOCUS;
	return weight;
}

static bool
human(const struct figure *f)
{
	return f->kind == FIGURE_PERSON || (f->kind == FIGURE_SOURCE && f->human);
}

/* What the pronoun and the figure have to say to each other; false if they cannot agree. */
static bool
agrees(const struct figure *f, enum pronoun pronoun, int *weight)
{
	char want = pronoun == PRONOUN_HE ? 'm' : pronoun == PRONOUN_SHE ? 'f' : 0;

	switch (pronoun) {
	case PRONOUN_HE:
	case PRONOUN_SHE:
		if (!human(f) || f->plural || (f->gender != 0 && f->gender != want))
			return false;
		*weight += f->gender == 0 && f->kind == FIGURE_PERSON ? NO_GENDER : 0;
		return true;
	case PRONOUN_IT:
		return f->kind == FIGURE_ORG || (f->kind == FIGURE_SOURCE && !f->human && !f->plural) || (f->kind == FIGURE_PLACE && slice_starts(f->id, "country:"));
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
	for (size_t i = p->first + (p->owner == SIZE_MAX); i < p->last && s->token[i].code != ','; i++) {
		const struct token *t = &s->token[i];

		if (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) != 0 && !of_party(s, p, i) && !figure_has(f, scene_token_word(s, i)))
			return false;
	}
	return true;
}

/* Would a party tell who of two is meant? */
static bool
names_party(const struct scene *s, const struct phrase *p)
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
	enum pronoun whose = pronoun_at(s->rules, s->doc->text, s->token, p->first);

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

	return (!owned || (p->owner != SIZE_MAX && p->owner == f->owner)) && slice_eq(f->key, p->noun.key) && (p->country.len == 0 || slice_eq(f->country, p->country)) &&
	    (p->institution.len == 0 || slice_eq(f->place, p->institution));
}

/* "The former prime minister" */
static bool
is_former(const struct scene *s, const struct phrase *p)
{
	return p->first + 1 < p->head && scene_small(s, p->first + 1, SMALL_FORMER);
}

static bool
describes(const struct scene *s, const struct figure *f, const struct phrase *p, int *weight)
{
	int evidence;

	if (f->kind == FIGURE_SOURCE) {
		*weight += ROLE_WORD;
		return same_source(s, f, p);
	}
	if (f->kind != FIGURE_PERSON || p->kind != PHRASE_PERSON || (f->gender != 0 && p->noun.gender != 0 && f->gender != p->noun.gender))
		return false;
	evidence = bears_out(s, f, p);
	*weight += evidence;
	if (is_former(s, p) && !figure_has(f, scene_token_word(s, p->first + 1)))
		return false; /* the one in office is another */
	return evidence >= ROLE_KEY && names_borne_out(s, f, p) && owner_borne_out(s, f, p);
}

bool
trace_any_org(const struct scene *s, const struct phrase *p)
{
	return p->kind == PHRASE_ORG && p->definite && p->core - p->first == 1 + p->noun.taken && small_is(s->rules, p->noun.word, SMALL_COMPANY);
}

/* "The campaign", of "Holm's campaign"; "his campaign", if Holm is a man. */
static bool
names_source(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	enum pronoun whose = pronoun_at(s->rules, s->doc->text, s->token, p->first);
	char gender = whose == PRONOUN_HE ? 'm' : whose == PRONOUN_SHE ? 'f' : 0;
	struct slice rest = f->name, last = f->name;

	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	return !f->human && !f->plural && p->core - p->first == 1 + p->noun.taken && p->core == p->last && scene_word(last) == scene_word(p->noun.word) &&
	    (gender == 0 || (f->owner != SIZE_MAX && s->figure[f->owner].gender == gender));
}

/* "The lender", of what was called so beside its name. */
static bool
called_so(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	return figure_has(f, scene_role(p->noun.word)) && scene_small(s, p->first, SMALL_THE) && p->owner == SIZE_MAX && names_borne_out(s, f, p);
}

/* "the foundation", of an organisation with that word in its name; or "the company", of the last one named. */
static bool
names_org(const struct scene *s, const struct figure *f, const struct phrase *p, int *weight)
{
	struct slice rest = f->name;

	if (p->noun.plural || (f->kind != FIGURE_ORG && f->kind != FIGURE_SOURCE))
		return false;
	*weight += ROLE_WORD;
	if (f->kind == FIGURE_SOURCE)
		return names_source(s, f, p);
	if (called_so(s, f, p))
		return true;
	while (rest.at != NULL)
		if (scene_word(slice_cut(&rest, ' ')) == scene_word(p->noun.word))
			return true;
	*weight += ANY_ORG - ROLE_WORD;
	return trace_any_org(s, p);
}

/* "The country", of one that was named. */
static bool
names_country(const struct scene *s, const struct figure *f, const struct phrase *p, int *weight)
{
	*weight += ANY_ORG;
	return f->kind == FIGURE_PLACE && slice_starts(f->id, "country:") && !p->noun.plural && small_is(s->rules, p->noun.word, SMALL_COUNTRY) && names_borne_out(s, f, p);
}

static bool
fits(const struct scene *s, const struct figure *f, const struct phrase *p, int *weight)
{
	switch (p->kind) {
	case PHRASE_PRONOUN: return agrees(f, p->pronoun, weight);
	case PHRASE_PERSON:
	case PHRASE_PEOPLE: return describes(s, f, p, weight);
	case PHRASE_ORG: return f->kind == FIGURE_PLACE ? names_country(s, f, p, weight) : names_org(s, f, p, weight);
	default: return false;
	}
}

/* “...,” Holm said. "Berg runs a bar. “...,” he said.": has the text gone on, with t, to somebody else who may be meant? */
static bool
leaves(const struct scene *s, const struct focus *f, const struct phrase *p, const struct sighting *t)
{
	const struct figure *who = &s->figure[t->figure];

	return t->opens && !may_caption(s, t->sentence) && !t->quoted && !t->owner && !t->behind_prep && t->sentence > f->sentence && t->figure != f->figure && human(who) &&
	    t->end <= p->words && (p->row == 0 || who->named_in != p->row);
}

/* Weighs the sightings of a list that end at or before a byte, the latest first. */
static void
weigh_list(const struct scene *s, struct focus *f, const struct phrase *p, size_t at, const struct sighting *list, size_t n,
    struct choice *c)
{
	size_t sentence = scene_sentence(s, at);

	for (size_t looks = 0; n-- > 0 && looks < LOOKS; looks++) {
		const struct sighting *t = &list[n];
		int weight;

		/* "Holm's lawyer" is not Holm */
		if (t->end > at || t->adjective || sentence - t->sentence > REACH || t->figure == p->owner || t->figure == p->beside)
			continue;
		weight = recency(s, f, t, sentence);
		if (p->row != 0 && s->figure[t->figure].named_in == p->row)
			weight += NAMED;
		if (!fits(s, scene_known(s, t->figure), p, &weight))
			continue;
		weigh(c, t->figure, weight);
		f->left = f->left || leaves(s, f, p, t);
	}
}

/* "Holm, a lawyer for Berg, who said": the first of the persons whom no verb, only an apposition, parts from the pronoun. */
static size_t
trace_relative(const struct scene *s, size_t at)
{
	size_t k = scene_sight(s, at), token = scene_token(s, at), found = SIZE_MAX;

	while (k-- > 0) {
		const struct sighting *t = &s->sight[k];

		if (t->end > at || t->sentence != scene_sentence(s, at) || token - t->last > 14)
			break;
		if (s->figure[t->figure].kind != FIGURE_PERSON || t->owner)
			continue;
		if (found == SIZE_MAX && token - t->last <= 1)
			found = t->figure;
		else if (s->token[t->last].code == ',')
			found = t->figure;
	}
	return found;
}

/* "The High Court" is no company, nor any agency. */
static bool
of_state(const struct scene *s, const struct figure *f)
{
	struct slice rest = f->name, last = f->name;
	const struct entry *e;

	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	e = role_of(lexicon_find(s->rules->roles, last), "org");
	return e != NULL && slice_is(e->column[1], "state");
}

size_t
trace(const struct scene *s, const struct focus *from, const struct phrase *p, size_t at)
{
	struct focus f = *from;
	struct choice c = { SIZE_MAX, SIZE_MAX, LEAST - 1, LEAST - 1 };

	if (p->kind == PHRASE_PRONOUN && p->pronoun == PRONOUN_WHO)
		return trace_relative(s, at);
	if (p->kind == PHRASE_PRONOUN && p->pronoun == PRONOUN_OTHER)
		return SIZE_MAX;
	weigh_list(s, &f, p, at, s->sight, scene_sight(s, at), &c);
	weigh_list(s, &f, p, at, s->source, s->sources, &c);
	if (c.second != SIZE_MAX && names_party(s, p))
		return SIZE_MAX;
	if (c.figure == SIZE_MAX || c.best - c.next < CLEAR || (trace_any_org(s, p) && of_state(s, &s->figure[c.figure])))
		return SIZE_MAX;
	return c.figure;
}

/* Is every word of the description said of the figure somewhere? */
static bool
called(const struct scene *s, const struct figure *f, const struct phrase *p)
{
	for (size_t i = p->first; i < p->core; i++)
		if (s->token[i].kind == TOKEN_WORD && !figure_has(f, scene_token_word(s, i)))
			return false;
	return f->kind == FIGURE_PERSON && p->core > p->first;
}

size_t
trace_headline(const struct scene *s, const struct phrase *p, size_t at)
{
	enum role role = s->sentence[scene_sentence(s, at)].role;
	size_t found = SIZE_MAX;

	if ((role != ROLE_TITLE && role != ROLE_HEADING) || p->kind != PHRASE_PERSON || scene_small(s, p->first, SMALL_SOME))
		return SIZE_MAX;
	for (size_t k = 0; k < s->figures; k++) {
		if (!called(s, scene_known(s, k), p))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = k;
	}
	return found;
}

size_t
trace_interviewed(const struct scene *s)
{
	size_t found = SIZE_MAX;

	for (size_t k = 0; k < s->sights; k++) {
		size_t figure = s->sight[k].figure;

		if (s->sentence[s->sight[k].sentence].role != ROLE_TITLE || s->figure[figure].kind != FIGURE_PERSON || figure == found)
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = figure;
	}
	return found;
}
