#include "doc_part.h"

#include "bare.h"

/* Where parts but the first begin, in bytes of the text. */
struct cuts {
	uint32_t *at;
	size_t n, cap;
};

static void
cut(struct cuts *c, const struct doc *d, size_t bytes)
{
	struct arena arena = { 0 };
	size_t n, from = 0;
	const struct sentence *s = doc_sentences(d, &arena, &n);

	for (size_t i = 1; i < n; i++) {
		size_t long_enough = s[i].block == s[i - 1].block ? 2 * bytes : bytes;

		if (s[i].start - from < long_enough)
			continue;
		from = s[i].start;
		MEM_GROW(c->at, c->cap, c->n + 1);
		c->at[c->n++] = s[i].start;
	}
	arena_free(&arena);
}

/* The part that a row is of; SIZE_MAX of one that says nothing of the text. */
static size_t
part_of(const struct cuts *c, const struct row *r)
{
	size_t low = 0, high = c->n;

	if (r->kind == ROW_DOC || r->kind == ROW_OTHER)
		return SIZE_MAX;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (c->at[middle] <= r->start)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Lists the rows by part, each part's in their order: a counting sort. */
static void
deal(struct doc_parts *p, const struct cuts *c)
{
	const struct doc *d = p->whole;
	uint32_t *end = mem_alloc((c->n + 2) * sizeof *end);

	for (size_t i = 0; i < d->nrow; i++) {
		size_t part = part_of(c, &d->row[i]);

		if (part != SIZE_MAX)
			end[part + 1]++;
	}
	for (size_t k = 0; k <= c->n; k++)
		end[k + 1] += end[k];
	p->row = mem_alloc(end[c->n + 1] * sizeof *p->row);
	p->begin = mem_alloc((c->n + 2) * sizeof *p->begin);
	memcpy(p->begin, end, (c->n + 2) * sizeof *end);
	for (size_t i = 0; i < d->nrow; i++) {
		size_t part = part_of(c, &d->row[i]);

		if (part == SIZE_MAX)
			continue;
		p->row[end[part]++] = (uint32_t)i;
		d->row[i].waits = d->row[i].kind != ROW_SENTENCE;
	}
	mem_free(end);
}

bool
doc_parts_begin(struct doc_parts *p, struct doc *d, size_t bytes)
{
	struct cuts cuts = { 0 };

	if (d->text.len > bytes)
		cut(&cuts, d, bytes);
	if (cuts.n == 0 && !d->bare)
		return false;
	d->id = arena_copy(&d->arena, d->id); /* its row may be forgotten */
	*p = (struct doc_parts){ .whole = d, .parts = cuts.n + 1 };
	deal(p, &cuts);
	mem_free(cuts.at);
	return true;
}

/* A row with fields of its own, in the part's arena. */
static void
take(struct doc *part, const struct row *r)
{
	struct row *own;

	MEM_GROW(part->row, part->cap, part->nrow + 1);
	own = &part->row[part->nrow++];
	*own = *r;
	own->field = arena_alloc(&part->arena, r->nfield * sizeof *r->field);
	if (r->field != NULL)
		memcpy(own->field, r->field, r->nfield * sizeof *r->field);
	else
		bare_cut(r, own->field);
}

bool
doc_parts_next(struct doc_parts *p)
{
	struct doc *part = &p->part;

	doc_reset(part);
	if (p->next == p->parts) {
		doc_free(part);
		mem_free(p->row);
		mem_free(p->begin);
		return false;
	}
	part->id = p->whole->id;
	part->text = p->whole->text;
	for (uint32_t i = p->begin[p->next]; i < p->begin[p->next + 1]; i++)
		take(part, &p->whole->row[p->row[i]]);
	part->nread = part->nrow;
	p->next++;
	return true;
}
