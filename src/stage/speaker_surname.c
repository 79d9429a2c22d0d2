/* A surname that the tagger did not see, as it is a word as well: "Ulrike Sand left. [Sand] said so." */
#include "speaker_phrase.h"

static bool
has_surname(const struct figure *f, uint64_t word)
{
	struct slice rest = f->name, last = slice_cut(&rest, ' ');

	if (f->kind != FIGURE_PERSON || rest.at == NULL)
		return false;
	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	return scene_word(last) == word;
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

		if (figure == found || !has_surname(&s->figure[figure], scene_token_word(s, p->first)))
			continue;
		if (found != SIZE_MAX)
			return;
		found = figure;
	}
	if (found != SIZE_MAX)
		phrase_name(p, found);
}
