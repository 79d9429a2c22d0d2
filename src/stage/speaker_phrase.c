#include "speaker_phrase.h"

static bool
is_capital(const struct scene *s, size_t i)
{
	return (s->token[i].flags & TOKEN_CAPITAL) != 0;
}

bool
phrase_owns(const struct scene *s, const struct sighting *t, size_t end)
{
	const struct token *next = &s->token[t->last];

	return t->last < end && (next->kind == TOKEN_CLITIC || (next->kind == TOKEN_MARK && (next->flags & TOKEN_SPACE) == 0));
}

void
phrase_name(struct phrase *p, size_t figure)
{
	if (p->names < PHRASE_NAMES)
		p->name[p->names++] = figure;
	p->kind = PHRASE_NAMED;
}

/* Is token i a word that may stand between a name and the end of its phrase and change nothing? */
static bool
idle(const struct scene *s, size_t i)
{
	return s->token[i].kind != TOKEN_WORD || scene_small(s, i, SMALL_IDLE);
}

/* Does the core end with token k, a noun for an organisation? */
static bool
class_word(const struct scene *s, size_t k, size_t core)
{
	struct noun noun = noun_at(s->rules, s->doc->text, s->token, core, k);

	return noun.class == NOUN_ORG && !noun.plural && k + noun.taken == core;
}

/* "the Lund Gazette newspaper" is the Gazette, "the Holm campaign" is not Holm. */
static void
name_with_class(const struct scene *s, struct phrase *p, const struct sighting *t)
{
	if (s->figure[t->figure].kind == FIGURE_ORG) {
		phrase_name(p, t->figure);
		return;
	}
	p->names = 0;
	p->kind = PHRASE_UNKNOWN;
	if (s->figure[t->figure].kind == FIGURE_PERSON)
		p->owner = t->figure;
}

/* "Lund-based", of a place: what comes behind is the name. */
static bool
based(const struct scene *s, size_t k, size_t last)
{
	return k + 1 < last && (s->token[k].flags & TOKEN_SPACE) == 0 && s->token[k].code == '-' && scene_small(s, k + 1, SMALL_BASED);
}

/* "Lund, Sweden-based Nordbank": the company's seat, before its name, goes with it. */
static void
skip_seat(const struct scene *s, struct phrase *p)
{
	enum { SEAT = 8 }; /* tokens */

	for (size_t k = p->first; k < p->last && k < p->first + SEAT; k++)
		if (based(s, k, p->last)) {
			p->first = k + 2 < p->last ? k + 2 : p->first;
			return;
		}
}

/* "Natural Resources [Lund]", "the [Dubliner]", "the former [DP]": is the name only part of what is called so, or no name at all? */
static bool
no_speaker(const struct scene *s, const struct phrase *p, const struct sighting *t)
{
	const struct figure *f = &s->figure[t->figure];
	size_t before = t->first - 1;
	struct slice word = scene_text(s, t->last - 1);

	if (t->first == p->first)
		return false;
	if (f->kind == FIGURE_PLACE)
		return is_capital(s, before) && s->token[before].kind == TOKEN_WORD &&
		    noun_at(s->rules, s->doc->text, s->token, t->first, before).class == NOUN_NONE &&
		    !scene_small(s, before, SMALL_ARTICLE);
	if (scene_small(s, before, SMALL_FORMER))
		return f->kind == FIGURE_ORG || (t->last == t->first + 1 && (s->token[t->first].flags & TOKEN_UPPER) != 0);
	if (!scene_small(s, before, SMALL_ARTICLE) || f->kind == FIGURE_GROUP || !slice_eq(f->name, slice_sub(s->doc->text, t->start, t->end)))
		return false;
	/* "the Kikuyu MP", "the Lund City Democrat" */
	if (f->kind != FIGURE_PERSON && t->last > t->first + 1) {
		struct noun noun = noun_at(s->rules, s->doc->text, s->token, t->last, t->last - 1);

		return noun.class == NOUN_PERSON && ((s->token[t->last - 1].flags & TOKEN_UPPER) != 0 || slice_is(noun.key, "politician"));
	}
	return t->last == t->first + 1 && (f->kind == FIGURE_PERSON || affixes_ending(&s->rules->person, NULL, word) != NULL);
}

/* "the Department of Works and [Highways]": what nothing else tells of is no second speaker. */
static void
drop_stray(const struct scene *s, struct phrase *p)
{
	const struct figure *second = p->names == 2 ? &s->figure[p->name[1]] : NULL;

	if (second != NULL && second->kind == FIGURE_PERSON && second->sightings == 1 && s->figure[p->name[0]].kind == FIGURE_ORG &&
	    slice_eq(second->name, scene_text(s, p->head)))
		p->names = 1;
}

/* The names that head the core: the last one, when nothing but idle words follow it; and those that "and" joins to it. */
static void
find_names(const struct scene *s, struct phrase *p)
{
	const struct sighting *before = NULL;

	for (size_t i = p->first; i < p->core; i++) {
		const struct sighting *t = scene_named(s, i, p->core);
		size_t k;

		if (t == NULL)
			continue;
		for (k = t->last; k < p->core && idle(s, k); k++)
			;
		if (k < p->core && phrase_owns(s, t, p->core) && s->figure[t->figure].kind != FIGURE_GROUP)
			p->owner = t->figure;
		if (k == p->core && no_speaker(s, p, t)) {
			p->names = 0;
			p->kind = PHRASE_UNKNOWN;
		} else if (k == p->core) {
			phrase_name(p, t->figure);
			p->head = t->last - 1;
		} else if (scene_small(s, k, SMALL_AND) && k == t->last && !phrase_owns(s, t, p->core)) {
			phrase_name(p, t->figure);
		} else if (class_word(s, k, p->core)) {
			name_with_class(s, p, t);
		} else {
			p->names = 0;
			p->kind = PHRASE_UNKNOWN;
		}
		before = t;
		i = t->last - 1;
	}
	drop_stray(s, p);
	/* "Holm and her aides": more than its names */
	if (before == NULL || p->names == 0)
		return;
	for (size_t k = before->last; k < p->core; k++)
		if (!idle(s, k) && !class_word(s, k, p->core)) {
			p->names = 0;
			p->kind = PHRASE_UNKNOWN;
		}
}

/* The last noun for a speaker in the core heads the phrase, if no name does. */
static void
find_noun(const struct scene *s, struct phrase *p)
{
	if (p->noun.class != NOUN_NONE)
		return;
	for (size_t i = p->first; i < p->core;) {
		struct noun noun = noun_at(s->rules, s->doc->text, s->token, p->core, i);

		if (noun.class != NOUN_NONE) {
			p->noun = noun;
			p->head = i + noun.taken - 1;
		}
		i += noun.class != NOUN_NONE ? noun.taken : 1;
	}
	p->noun.plural = p->noun.plural && !p->one;
	/* "the activist group Mosel Eye": a name that the tagger did not see; but "juror No. 7" */
	if (p->kind != PHRASE_UNKNOWN || (p->head + 1 < p->core && is_capital(s, p->head + 1) && s->token[p->core - 1].kind != TOKEN_NUMBER))
		return;
	switch (p->noun.class) {
	case NOUN_PERSON: p->kind = p->noun.plural ? PHRASE_PEOPLE : PHRASE_PERSON; break;
	case NOUN_ORG: p->kind = PHRASE_ORG; break;
	case NOUN_DOCUMENT: p->kind = PHRASE_DOCUMENT; break;
	case NOUN_NONE: break;
	}
}

/* "Holm's reply", "the ministry's statement": words of their owner, who speaks them.  "Holm's lawyer's reply" is the lawyer's. */
static void
find_own_words(const struct scene *s, struct phrase *p)
{
	size_t i = p->head, k;

	if (p->kind != PHRASE_DOCUMENT || p->owner == SIZE_MAX || !slice_is(p->noun.key, "words"))
		return;
	while (i > p->first && s->token[i - 1].kind != TOKEN_CLITIC) {
		enum noun_class class = noun_at(s->rules, s->doc->text, s->token, p->core, --i).class;

		if (class == NOUN_PERSON || class == NOUN_ORG)
			return;
	}
	k = i > p->first + 1 ? scene_sight(s, s->token[i - 2].start) : s->sights;
	if (k < s->sights && s->sight[k].last == i - 1 && s->sight[k].figure == p->owner)
		phrase_name(p, p->owner);
}

/* "one of the officials": the phrase proper begins behind "of". */
static void
skip_partitive(const struct scene *s, struct phrase *p)
{
	for (size_t i = p->first; i + 1 < p->last && i < p->first + 3; i++) {
		if (scene_small(s, i, SMALL_OF) && i > p->first && scene_small(s, i - 1, SMALL_PART)) {
			p->one = scene_small(s, i - 1, SMALL_ONE);
			p->some = !p->one;
			p->first = i + 1;
			return;
		}
	}
}

/* "Save [the Children]": a mention that begins within a name begins with it. */
static void
begin_name(const struct scene *s, struct phrase *p)
{
	size_t k = scene_sight(s, s->token[p->first].start);
	const struct sighting *t = &s->sight[k];

	if (k == s->sights || t->first >= p->first || t->last <= p->first || t->last > p->last)
		return;
	for (size_t i = t->first; i < p->first; i++)
		if (s->token[i].kind != TOKEN_WORD)
			return;
	p->first = t->first;
}

/* "from Lund, who": the pronoun is the speaker, and the name before it is no person's. */
static void
find_relative(const struct scene *s, struct phrase *p)
{
	if (p->names != 1 || s->figure[p->name[0]].kind == FIGURE_PERSON || !scene_small(s, p->last - 1, SMALL_WHO))
		return;
	p->kind = PHRASE_PRONOUN;
	p->pronoun = PRONOUN_WHO;
	p->names = 0;
	p->first = p->last - 1;
}

/* "he", "she herself": a pronoun with nothing but idle words behind it. */
static bool
alone(const struct scene *s, const struct phrase *p)
{
	for (size_t i = p->first + 1; i < p->last; i++)
		if (s->token[i].kind == TOKEN_MARK || !idle(s, i))
			return false;
	return true;
}

/* "Holm [herself]", "the DP [himself]": who is named right before it, or nobody. */
static void
read_reflexive(const struct scene *s, struct phrase *p)
{
	size_t k = scene_sight(s, s->token[p->first].start);

	p->pronoun = PRONOUN_OTHER;
	if (k > 0 && s->sight[k - 1].last == p->first && s->figure[s->sight[k - 1].figure].kind == FIGURE_PERSON)
		phrase_name(p, s->sight[k - 1].figure);
}

/* "Ada Holm": one person's name and no more, without small words: the rest of phrase_read would come to the same. */
static bool
read_name(const struct scene *s, struct phrase *p)
{
	const struct sighting *t = scene_named(s, p->first, p->last);
	const struct figure *f = t != NULL ? &s->figure[t->figure] : NULL;

	if (t == NULL || t->last != p->last || f->kind != FIGURE_PERSON || phrase_names_place(f) || s->token[p->first].kind != TOKEN_WORD)
		return false;
	for (size_t i = p->first; i < p->last; i++)
		if (scene_small(s, i, UINT32_MAX))
			return false;
	phrase_name(p, t->figure);
	return true;
}

void
phrase_read(const struct scene *s, size_t start, size_t end, struct phrase *p)
{
	*p = (struct phrase){ .first = scene_token(s, start), .owner = SIZE_MAX, .beside = SIZE_MAX };
	p->last = p->first;
	if (end > start) {
		while (p->last < s->tokens && s->token[p->last].end < end)
			p->last++;
		p->last++;
	}
	while (p->first < p->last && s->token[p->first].kind == TOKEN_MARK)
		p->first++;
	if (p->last > s->tokens || p->first >= p->last)
		return;
	if ((s->token[p->first].flags & TOKEN_UPPER) == 0) /* the US is not us */
		p->pronoun = pronoun_at(s->rules, p->first);
	if (p->pronoun != PRONOUN_NONE && alone(s, p)) {
		p->kind = PHRASE_PRONOUN;
		if (p->pronoun != PRONOUN_OTHER && scene_small(s, p->first, SMALL_IDLE))
			read_reflexive(s, p);
		return;
	}
	p->pronoun = PRONOUN_NONE;
	if (read_name(s, p))
		return;
	begin_name(s, p);
	p->definite = scene_small(s, p->first, SMALL_DEFINITE);
	skip_partitive(s, p);
	skip_seat(s, p);
	if (!phrase_list(s, p)) {
		phrase_core(s, p);
		find_names(s, p);
		phrase_some(s, p);
	}
	phrase_elder(s, p);
	phrase_surname(s, p);
	phrase_acronym(s, p);
	phrase_members(s, p);
	find_noun(s, p);
	phrase_apposition(s, p);
	find_own_words(s, p);
	phrase_place(s, p);
	find_relative(s, p);
	p->definite = p->definite || p->owner != SIZE_MAX;
	p->called = p->head + 1;
	phrase_house(s, p);
}
