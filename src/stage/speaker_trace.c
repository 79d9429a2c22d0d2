/* Every sighting before the phrase is weighed, and the figure with the best one wins if it stands clear of all others:
 * a choice by recency, grammatical role and agreement in the tradition of Lappin & Leass (1994).  Weights are percent
 * points of a sighting in the same sentence. */
#include "speaker_trace.h"

#include "speaker_fit.h"

enum {
	REACH = 14,          /* sentences back */
	LOOKS = 96,          /* sightings back */
	NEAR = 100,          /* a sighting in the same sentence */
	PER_SENTENCE = 9,    /* less for each sentence between */
	FOCUS = 28,          /* the speaker of the quotation before */
	OPENS = 16,          /* first in its sentence */
	LATEST = 8,          /* and so is no other behind it */
	OWNER = -14,         /* "Holm's" */
	BEHIND_PREP = -12,   /* "with Holm" */
	QUOTED = -45,        /* named in somebody's words */
	NAMED = -60,         /* in the very words: "Holm knows it," he said */
	ASIDE = -60,         /* named beside the text: in a caption or byline */
	PICTURE = -20,       /* or maybe */
	SOURCE = -6,         /* not even a name */
	OFTEN = 2, OFTEN_MOST = 8, /* for each other sighting */
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

/* “...,” Holm said. "Berg runs a bar. “...,” he said.": has the text gone on, with t, to somebody else who may be meant? */
static bool
leaves(const struct scene *s, const struct focus *f, const struct phrase *p, const struct sighting *t)
{
	const struct figure *who = &s->figure[t->figure];

	return t->opens && !may_caption(s, t->sentence) && !t->quoted && !t->owner && !t->behind_prep && t->sentence > f->sentence &&
	    t->figure != f->figure && fit_human(who) &&
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
		/* "it" is rather the house of which the text spoke last */
		if (p->pronoun == PRONOUN_IT && t->opens && t->sentence < sentence && c->figure == SIZE_MAX)
			weight += LATEST;
		/* fit lets no pronoun's grow */
		if (p->kind == PHRASE_PRONOUN && weight <= c->next && !leaves(s, f, p, t))
			continue;
		if (!fit(s, t->figure, p, &weight))
			continue;
		weigh(c, t->figure, weight);
		f->left = f->left || leaves(s, f, p, t);
	}
}

/* "...," the princess told them. “...,” she said: who has just spoken, by another word than the name, if the text has not gone on. */
static void
weigh_focus(const struct scene *s, const struct focus *f, const struct phrase *p, size_t at, struct choice *c)
{
	size_t sentence = scene_sentence(s, at);
	int weight = NEAR + FOCUS;

	if (p->kind != PHRASE_PRONOUN || !f->described || f->left || f->figure == p->beside || sentence - f->sentence > 1)
		return;
	weight -= PER_SENTENCE * (int)(sentence - f->sentence);
	if (p->row != 0 && s->figure[f->figure].named_in == p->row)
		weight += NAMED;
	if (fit(s, f->figure, p, &weight))
		weigh(c, f->figure, weight);
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

/* Is nobody else in the document said to have that role? */
static bool
alone_in(const struct scene *s, size_t figure, uint64_t role)
{
	for (size_t k = 0; k < s->figures; k++)
		if (k != figure && figure_has(scene_known(s, k), role))
			return false;
	return true;
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
	weigh_focus(s, &f, p, at, &c);
	if (c.figure != SIZE_MAX && fit_party(s, p) && !alone_in(s, c.figure, scene_role(p->noun.word)))
		return SIZE_MAX;
	if (c.figure == SIZE_MAX || c.best - c.next < CLEAR || (fit_any_org(s, p) && fit_state(s, &s->figure[c.figure])))
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
