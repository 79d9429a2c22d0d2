#include "entity_look.h"

/* Does the entry of that list say so in its first column? */
bool
look_says(const struct entry *e, unsigned list, const char *what)
{
	e = gazetteer_from(e, list);
	for (; e != NULL && e->list == list; e = e->next)
		if (slice_is(e->column[0], what))
			return true;
	return false;
}

bool
look_particle(const struct finder *f, size_t i, const char *what)
{
	return look_has(f, i, WORD_PARTICLE) && look_says(look_gloss(f, i)->word, WORD_PARTICLE, what);
}

bool
look_code(const struct finder *f, size_t i, uint32_t code)
{
	return i < f->end && look_token(f, i)->code == code && look_token(f, i)->end == look_token(f, i)->start + (code < 0x80 ? 1 : 3);
}

bool
look_glued(const struct finder *f, size_t i)
{
	return i < f->end && (look_token(f, i)->flags & TOKEN_SPACE) == 0;
}

bool
look_hyphen(const struct finder *f, size_t i)
{
	return look_glued(f, i) && look_glued(f, i + 1) && (look_code(f, i, '-') || look_code(f, i, 0x2010) || look_code(f, i, 0x2011));
}

/* "J." or "St." before a capital: an abbreviation's stop within a name. */
bool
look_inner_stop(const struct finder *f, size_t i)
{
	return i > f->first && look_code(f, i, '.') && look_glued(f, i) && look_capital(f, i - 1) &&
	    look_token(f, i - 1)->end - look_token(f, i - 1)->start <= 3 &&
	    (look_capital(f, i + 1) || (look_particle(f, i + 1, "person") && look_capital(f, i + 2)));
}

bool
look_title_word(const struct finder *f, size_t i)
{
	const struct entry *e = i < f->end ? gazetteer_from(look_gloss(f, i)->word, WORD_TITLE) : NULL;

	return e != NULL && look_capital(f, i) && !slice_is(e->column[0], "role");
}

/* Is it in a list of heads? */
static bool
is_head(const struct entry *e)
{
	return e != NULL && (e->lists & (1U << WORD_ORGHEAD | 1U << WORD_PLACEHEAD | 1U << WORD_MISCHEAD)) != 0;
}

/* The type that e gives a name from that side of it. */
static enum entity_type
type_from(const struct entry *e, const char *side)
{
	if (!is_head(e))
		return ENTITY_NONE;
	if (look_says(e, WORD_ORGHEAD, side))
		return ENTITY_ORG;
	if (look_says(e, WORD_PLACEHEAD, side))
		return ENTITY_PLACE;
	return look_says(e, WORD_MISCHEAD, side) ? ENTITY_MISC : ENTITY_NONE;
}

enum entity_type
look_head_type(const struct finder *f, size_t i)
{
	return look_capital(f, i) ? type_from(look_gloss(f, i)->word, "end") : ENTITY_NONE;
}

enum entity_type
look_start_type(const struct finder *f, size_t i, size_t *taken)
{
	const struct gloss *g = look_gloss(f, i);
	enum entity_type type = type_from(g->phrase, "start");

	*taken = type != ENTITY_NONE ? g->phrase_len : 1;
	return type != ENTITY_NONE ? type : type_from(g->word, "start");
}

struct mention *
finder_add(struct finder *f, size_t first, size_t last, enum entity_type type, int score, const char *method)
{
	struct entity_list *l = f->list;
	struct mention *m;

	MEM_GROW(l->at, l->cap, l->len + 1);
	m = &l->at[l->len++];
	*m = (struct mention){ .first = first, .last = last, .type = type, .method = method };
	m->start = look_token(f, first)->start;
	m->end = look_token(f, last - 1)->end;
	m->score[type] = score;
	return m;
}
