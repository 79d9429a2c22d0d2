/* By the letters of an office: "Additional Solicitor General Ada Holm left.  The [ASG] said so." */
#include "speaker_phrase.h"

enum { LONGEST = 4 }; /* letters */

/* "the DGP", and nothing more: the token of its letters; p->last if it is none. */
static size_t
letters(const struct scene *s, const struct phrase *p)
{
	size_t i = p->first + 1;
	const struct token *t = &s->token[i];

	return p->last == p->first + 2 && scene_small(s, p->first, SMALL_THE) && (t->flags & TOKEN_UPPER) != 0 &&
	    t->end - t->start > 1 && t->end - t->start <= LONGEST ? i : p->last;
}

/* Do the capitals before the name, back to its sentence's first token, spell these letters? */
static bool
spelt_before(const struct scene *s, const struct sighting *t, struct slice letters)
{
	size_t i = t->first, from = s->begin[t->sentence], left = letters.len;

	while (i > from && left > 0) {
		const struct token *word = &s->token[--i];

		if (word->kind != TOKEN_WORD)
			return false;
		if ((word->flags & TOKEN_CAPITAL) == 0 && !scene_small(s, i, SMALL_OFFICE | SMALL_AND))
			return false;
		if ((word->flags & TOKEN_CAPITAL) != 0 && s->doc->text.at[word->start] != letters.at[--left])
			return false;
	}
	return left == 0 && (i == from || (s->token[i - 1].flags & TOKEN_CAPITAL) == 0);
}

void
phrase_acronym(const struct scene *s, struct phrase *p)
{
	enum { LOOKS = 96 }; /* sightings back */
	size_t i = letters(s, p), found = SIZE_MAX;
	struct slice word;

	if (i == p->last || (p->names == 1 && !slice_eq(s->figure[p->name[0]].name, scene_text(s, i))))
		return;
	word = scene_text(s, i);
	for (size_t k = scene_sight(s, s->token[p->first].start), looks = 0; k > 0 && looks < LOOKS; k--, looks++) {
		const struct sighting *t = &s->sight[k - 1];

		if (t->figure == found || s->figure[t->figure].kind != FIGURE_PERSON || !spelt_before(s, t, word))
			continue;
		if (found != SIZE_MAX)
			return;
		found = t->figure;
	}
	if (found != SIZE_MAX) {
		p->names = 0;
		phrase_name(p, found);
	}
}
