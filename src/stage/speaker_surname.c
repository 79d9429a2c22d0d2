/* By a surname: one that the tagger did not see, as it is a word as well, "Ulrike Sand left. [Sand] said so.", and "the elder Sand". */
#include "speaker_phrase.h"

/* The hash of the last of a person's names; 0 if there is but one. */
static uint64_t
family(const struct figure *f)
{
	struct slice rest = f->name, last = slice_cut(&rest, ' ');

	if (f->kind != FIGURE_PERSON || rest.at == NULL)
		return 0;
	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	return scene_word(last);
}

/* The only other person of that family; SIZE_MAX if there is none, or more. */
static size_t
relative(const struct scene *s, size_t figure)
{
	size_t found = SIZE_MAX;

	for (size_t k = 0; k < s->figures; k++) {
		if (k == figure || family(&s->figure[k]) == 0 || family(&s->figure[k]) != family(&s->figure[figure]))
			continue;
		if (found != SIZE_MAX)
			return SIZE_MAX;
		found = k;
	}
	return found;
}

void
phrase_elder(const struct scene *s, struct phrase *p)
{
	size_t i = p->first + scene_small(s, p->first, SMALL_THE), own = p->name[0], other;
	bool elder = i < p->head && scene_small(s, i, SMALL_ELDER);
	const char *is = elder ? "-sr" : "-jr", *is_not = elder ? "-jr" : "-sr";

	if (p->names != 1 || i >= p->head || !(elder || scene_small(s, i, SMALL_YOUNGER)))
		return;
	other = relative(s, own);
	p->names = 0;
	p->kind = PHRASE_UNKNOWN;
	if (other == SIZE_MAX)
		return;
	if (slice_ends(s->figure[own].id, is) || slice_ends(s->figure[other].id, is_not))
		phrase_name(p, own);
	else if (slice_ends(s->figure[other].id, is) || slice_ends(s->figure[own].id, is_not))
		phrase_name(p, other);
}

void
phrase_surname(const struct scene *s, struct phrase *p)
{
	enum { LOOKS = 96 }; /* sightings back */
	size_t found = SIZE_MAX;

	if (p->kind != PHRASE_UNKNOWN || p->last != p->first + 1 || (s->token[p->first].flags & TOKEN_CAPITAL) == 0)
		return;
	for (size_t k = scene_sight(s, s->token[p->first].start), looks = 0; k > 0 && looks < LOOKS; k--, looks++) {
		size_t figure = s->sight[k - 1].figure;

		if (figure == found || family(&s->figure[figure]) != scene_token_word(s, p->first))
			continue;
		if (found != SIZE_MAX)
			return;
		found = figure;
	}
	if (found != SIZE_MAX)
		phrase_name(p, found);
}
