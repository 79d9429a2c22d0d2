#include "match_noun.h"

uint32_t
match_noun(struct vocabulary *v, struct cut *c, struct slice words)
{
	uint32_t noun = NO_NOUN;
	struct cut_word w;

	cut_begin(c, words);
	while (cut_next(c, &w)) {
		uint32_t n = vocabulary_word(v, w.folded); /* which may move v->word */

		if (word_is_content(v->word[n].is))
			noun = w.name ? NO_NOUN : v->word[n].stem;
		else if (noun != NO_NOUN)
			break;
	}
	return noun;
}
