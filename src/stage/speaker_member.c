/* Several speakers in one mention: the names of a list, and the members of a group, by its name: "an Iowa Democrat",
 * "Democrats in Congress"; and those of whom not all are named. */
#include "speaker_phrase.h"

static bool
names_groups(const struct scene *s, const struct phrase *p)
{
	for (size_t i = 0; i < p->names; i++)
		if (s->figure[p->name[i]].kind != FIGURE_GROUP)
			return false;
	return p->names > 0;
}

/* Is the head one of its group?  "an Iowa Democrat", "the German"; but "the French", "the GOP". */
static bool
one_member(const struct scene *s, const struct phrase *p)
{
	if (p->names != 1 || (s->token[p->head].flags & TOKEN_UPPER) != 0)
		return false;
	if (scene_small(s, p->first, SMALL_ONE))
		return true;
	return p->definite && affixes_ending(&s->rules->members, NULL, scene_text(s, p->head)) == NULL;
}

/* Some of the group alone: "Lund Democrats", "Democrats and Republicans in Congress"? */
static bool
some_members(const struct scene *s, const struct phrase *p)
{
	size_t first = p->first + scene_small(s, p->first, SMALL_THE);
	const struct sighting *t = scene_named(s, first, p->core);

	return t == NULL || s->figure[t->figure].kind != FIGURE_GROUP || (p->core < p->last && s->token[p->core].kind == TOKEN_WORD);
}

/* A group that heads the phrase: one of its members, or some, are described and not named. */
void
phrase_members(const struct scene *s, struct phrase *p)
{
	enum { WHERE = 4 }; /* tokens */
	bool one;

	if (p->kind != PHRASE_NAMED || !names_groups(s, p))
		return;
	one = one_member(s, p);
	if (!one && !p->some && !some_members(s, p))
		return;
	p->names = 0;
	p->kind = one ? PHRASE_PERSON : PHRASE_PEOPLE;
	p->member = one;
	p->noun = (struct noun){ .class = NOUN_PERSON, .plural = !one, .word = scene_text(s, p->head), .key = scene_text(s, p->head), .taken = 1 };
	/* "in Congress" is part of what they are called */
	while (!one && p->head + 1 < p->last && p->head < p->core + WHERE && s->token[p->head + 1].kind == TOKEN_WORD)
		p->head++;
}

bool
phrase_native(const struct scene *s, const struct phrase *p)
{
	size_t taken;

	return p->kind == PHRASE_PERSON && p->first + 1 == p->head &&
	    nation_at(s->rules, s->doc->text, s->token, p->core, p->head, &taken) != NULL;
}

bool
phrase_list(const struct scene *s, struct phrase *p)
{
	struct phrase list = *p;
	bool joined = false;

	for (size_t i = p->first; i < p->last;) {
		const struct sighting *t = scene_named(s, i, p->last);

		if (t == NULL || t->last > p->last || list.names == PHRASE_NAMES)
			return false;
		list.name[list.names++] = t->figure;
		list.head = t->last - 1;
		i = t->last;
		if (i < p->last && s->token[i].code == ',')
			i++;
		if (i < p->last && (joined = scene_small(s, i, SMALL_AND)))
			i++;
		if (i == t->last && i < p->last)
			return false;
	}
	if (!joined || list.names < 3)
		return false;
	list.kind = PHRASE_NAMED;
	list.core = list.last;
	*p = list;
	return true;
}

/* "Mr and Mrs Holm" */
static bool
two_titles(const struct scene *s, size_t i, const struct phrase *p)
{
	size_t taken;

	return scene_small(s, i, SMALL_AND) && role_entry(s->rules, "title", s->doc->text, s->token, p->core, i - 1, &taken) != NULL &&
	    role_entry(s->rules, "title", s->doc->text, s->token, p->core, i + 1, &taken) != NULL;
}

/* "she and Holm", "Holm or Strand": more, or fewer, than are named. */
void
phrase_some(const struct scene *s, struct phrase *p)
{
	bool some = p->first + 1 < p->core && scene_small(s, p->first + 1, SMALL_AND) &&
	    pronoun_at(s->rules, p->first) != PRONOUN_NONE;

	for (size_t i = p->first + 1; i + 1 < p->core; i++)
		some = some || two_titles(s, i, p) || (scene_small(s, i, SMALL_OR) && s->token[i].kind == TOKEN_WORD &&
		    scene_named(s, i, p->core) == NULL);
	if (some) {
		p->names = 0;
		p->kind = PHRASE_UNKNOWN;
	}
}
