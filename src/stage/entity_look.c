#include "entity_look.h"

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
	    (look_capital(f, i + 1) || (look_mark(f, i + 1, MARK_PERSON) && look_capital(f, i + 2)));
}

/* The type that a head with those marks gives a name from that side of it. */
static enum entity_type
type_from(uint32_t marks, unsigned side)
{
	uint32_t types = marks >> side & 7;

	return (types & 1) != 0 ? ENTITY_ORG : (types & 2) != 0 ? ENTITY_PLACE : types != 0 ? ENTITY_MISC : ENTITY_NONE;
}

enum entity_type
look_head_type(const struct finder *f, size_t i)
{
	return look_capital(f, i) ? type_from(look_gloss(f, i)->marks, MARK_END) : ENTITY_NONE;
}

enum entity_type
look_start_type(const struct finder *f, size_t i, size_t *taken)
{
	const struct gloss *g = look_gloss(f, i);
	enum entity_type type = g->phrase != NULL ? type_from(gazetteer_marks(g->phrase), MARK_START) : ENTITY_NONE;

	*taken = type != ENTITY_NONE ? g->phrase_len : 1;
	return type != ENTITY_NONE ? type : type_from(g->marks, MARK_START);
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
