/* Words in marks that are the title of a work, and no quotation. */
#include "quote_parts.h"

bool
phrase_programme(const struct para *p, size_t from, size_t i)
{
	enum { LONGEST_TITLE = 5 };

	return unit_follows(p, from, i, POS_CLITIC) && !unit_has(p, i - 1, POS_AUX) && unit_marked_is(p, i, MARKED_CAPITAL) &&
	    unit_marked(p, i)->words <= LONGEST_TITLE;
}

bool
phrase_title(const struct para *p, size_t i)
{
	const struct marked *m = unit_marked(p, i);

	if (m->words < 2)
		return false;
	for (size_t k = m->token; k < m->token_end; k++) {
		const struct token *t = &p->token[k];

		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL) && t->end - t->start > 3)
			return false;
	}
	return true;
}

bool
phrase_work(const struct para *p, size_t i)
{
	if (i < 2 || p->unit[i - 1].kind != UNIT_COMMA || unit_cues(p, i - 2))
		return false;
	return unit_has(p, i - 2, POS_NOUN) && !unit_has(p, i - 2, POS_PERSON | POS_NAME | POS_TIME) && phrase_title(p, i);
}
