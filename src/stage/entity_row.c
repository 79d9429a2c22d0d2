#include "entity.h"

void
entity_add(struct doc *d, const struct entity_list *list)
{
	for (size_t k = 0; k < list->len; k++) {
		const struct mention *m = &list->at[k];
		struct row *r = doc_add(d, ROW_ENTITY, m->start, m->end);

		r->field[ENTITY_TYPE] = slice_from(entity_type_name(m->type));
		r->field[ENTITY_ID] = m->id;
		r->field[ENTITY_NAME] = m->name;
		r->field[ENTITY_METHOD] = slice_from(m->method);
		r->field[ENTITY_CONFIDENCE] = arena_hundredths(&d->arena, (unsigned)m->confidence);
	}
}

/* The first token that ends behind that byte. */
static size_t
token_at(const struct entity_scan *s, size_t byte)
{
	size_t low = 0, high = s->tokens.len;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->tokens.at[mid].end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

void
entity_given(const struct entity_scan *s, const struct doc *d, struct entity_list *list)
{
	for (size_t i = doc_next(d, ROW_ENTITY, 0); i < d->nrow; i = doc_next(d, ROW_ENTITY, i + 1)) {
		const struct row *r = &d->row[i];
		struct mention m = { .start = r->start, .end = r->end, .method = "", .confidence = 0 };

		m.first = m.last = token_at(s, r->start);
		if (r->end > r->start)
			m.last = token_at(s, r->end - 1) + 1;
		if (m.last > s->tokens.len || (m.last > m.first && s->tokens.at[m.last - 1].start >= r->end))
			m.last = m.first; /* no token stands there */
		m.type = entity_type_of(r->field[ENTITY_TYPE]);
		MEM_GROW(list->at, list->cap, list->len + 1);
		list->at[list->len++] = m;
	}
}

void
entity_fill(struct doc *d, const struct entity_list *list)
{
	size_t k = 0;

	for (size_t i = doc_next(d, ROW_ENTITY, 0); i < d->nrow && k < list->len; i = doc_next(d, ROW_ENTITY, i + 1), k++) {
		row_fill(&d->row[i], ENTITY_ID, list->at[k].id);
		row_fill(&d->row[i], ENTITY_NAME, list->at[k].name);
	}
}
