/* Where the core of a mention ends, behind which more is told of who it is. */
#include "speaker_phrase.h"

static bool
is_capital(const struct scene *s, size_t i)
{
	return (s->token[i].flags & TOKEN_CAPITAL) != 0;
}

/* "Secretary of State Holm", "Ambassador to Norway Holm": the preposition of an office that goes on to a name. */
static bool
office_of(const struct scene *s, size_t i, const struct phrase *p)
{
	size_t k = i + 1;

	if (!scene_small(s, i, SMALL_OFFICE) || i == p->first || !is_capital(s, i - 1))
		return false;
	while (k < p->last && (is_capital(s, k) || scene_small(s, k, SMALL_THE | SMALL_AND) || s->token[k].kind == TOKEN_STOP)) {
		const struct sighting *t = scene_named(s, k, p->last);

		if (t != NULL && s->figure[t->figure].kind == FIGURE_PERSON)
			return k > i + 1;
		k++;
	}
	return false;
}

/* "Chief (Mrs) Ada Holm": is token i of a title in brackets? */
static bool
title_in_brackets(const struct scene *s, size_t i, const struct phrase *p)
{
	size_t open = s->token[i].code == '(' ? i : i - 2, taken;

	return i > p->first + (open < i) && open + 3 < p->last && s->token[open].code == '(' && s->token[open + 2].code == ')' &&
	    role_entry(s->rules, "title", s->doc->text, s->token, p->last, open + 1, &taken) != NULL;
}

static bool
ends_core(const struct scene *s, size_t i, const struct phrase *p)
{
	const struct token *t = &s->token[i];

	if (i > p->first && (t->code == '(' || t->code == ')') && title_in_brackets(s, i, p))
		return false;
	if (t->kind == TOKEN_PUNCT && !(t->code == '+' && (t->flags & TOKEN_SPACE) == 0) && t->code != '-' && t->code != '/' &&
	    t->code != '&' && t->code != 0x2010 && t->code != 0x2011)
		return true;
	/* "Mum-of-two Ada Holm" */
	if (i > p->first && s->token[i - 1].code == '-' && (t->flags & TOKEN_SPACE) == 0)
		return false;
	return i > p->first && t->kind == TOKEN_WORD && scene_small(s, i, SMALL_PREP | SMALL_CLAUSE) &&
	    !office_of(s, i, p);
}

/* "The Centre (CP) deputy Ada Holm": behind a bracket that the phrase goes on after; i if there is none. */
static size_t
behind_bracket(const struct scene *s, size_t i, const struct phrase *p)
{
	enum { INSIDE = 5 }; /* tokens */
	size_t k = i + 1;

	if (s->token[i].code != '(')
		return i;
	while (k < p->last && k <= i + INSIDE && s->token[k].code != ')')
		k++;
	return k + 1 < p->last && s->token[k].code == ')' && s->token[k + 1].kind == TOKEN_WORD &&
	    !scene_small(s, k + 1, SMALL_PREP | SMALL_CLAUSE | SMALL_AND | SMALL_IDLE) ? k + 1 : i;
}

/* How many tokens the noun for a speaker at token i has; 1 if there is none. */
static size_t
nouns_tokens(const struct scene *s, size_t i, size_t last)
{
	struct noun noun = noun_at(s->rules, s->doc->text, s->token, last, i);

	return noun.class != NOUN_NONE ? noun.taken : 1;
}

/* Names and nouns are whole: no comma or preposition within one ends the core ("special agent in charge"). */
void
phrase_core(const struct scene *s, struct phrase *p)
{
	size_t i = p->first;

	while (i < p->last) {
		const struct sighting *t = scene_named(s, i, p->last);
		size_t behind = behind_bracket(s, i, p);

		if (t == NULL && behind == i && ends_core(s, i, p))
			break;
		i = behind > i ? behind : t != NULL ? t->last : i + nouns_tokens(s, i, p->last);
	}
	p->core = i;
}
