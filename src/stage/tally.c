#include "tally.h"

#include <stdlib.h>

#include "tally_fact.h"

struct facts {
	struct intern lines;
	size_t *count;
	size_t cap;
	struct buf key;
};

struct ordered {
	size_t start, end; /* of its bytes in rows */
	size_t order[TALLY_ORDERS];
	const char *bytes;
};

struct tally {
	const struct tally_kind *kind;
	struct facts facts;
	struct fact *fact; /* in byte order, once the adding has ended */
	size_t n;
	struct buf rows;
	struct ordered *row;
	size_t nrow, row_cap;
	size_t next_row, next_fact;
};

struct tally *
tally_new(struct slice name)
{
	for (const struct tally_kind *k = tally_kinds; k->name != NULL; k++) {
		if (slice_is(name, k->name)) {
			struct tally *t = mem_alloc(sizeof *t);

			t->kind = k;
			return t;
		}
	}
	return NULL;
}

void
tally_free(struct tally *t)
{
	intern_free(&t->facts.lines);
	mem_free(t->facts.count);
	buf_free(&t->facts.key);
	mem_free(t->fact);
	buf_free(&t->rows);
	mem_free(t->row);
	mem_free(t);
}

static void
escape(struct buf *b, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		char escaped = c == '\\' ? '\\' : c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : 0;

		if (escaped != 0)
			buf_byte(b, '\\');
		buf_byte(b, escaped != 0 ? escaped : c);
	}
}

static void
count(struct facts *f, struct slice line, size_t n)
{
	uint32_t number = intern_add(&f->lines, line);

	if (number + 1 == f->lines.len && f->lines.len > f->cap) {
		size_t cap = f->cap;

		MEM_GROW(f->count, f->cap, f->lines.len);
		memset(f->count + cap, 0, (f->cap - cap) * sizeof *f->count);
	}
	f->count[number] += n;
}

void
facts_add(struct facts *f, struct slice key, char attribute, struct slice value, size_t n)
{
	buf_clear(&f->key);
	escape(&f->key, key);
	buf_byte(&f->key, '\t');
	buf_byte(&f->key, attribute);
	buf_byte(&f->key, '\t');
	escape(&f->key, value);
	count(f, buf_slice(&f->key), n);
}

struct slice
fact_key(const struct fact *f)
{
	return slice_sub(f->line, 0, slice_find(f->line, '\t'));
}

char
fact_attribute(const struct fact *f)
{
	return f->line.at[slice_find(f->line, '\t') + 1];
}

struct slice
fact_value(const struct fact *f)
{
	return slice_sub(f->line, slice_find(f->line, '\t') + 3, f->line.len);
}

void
tally_add(struct tally *t, struct doc *d)
{
	t->kind->tell(&t->facts, d);
}

/* "statement TAB key TAB attribute TAB value TAB count" */
bool
tally_take(struct tally *t, struct slice line)
{
	struct slice rest = line;
	struct slice name = slice_cut(&rest, '\t');
	struct slice fact = rest;
	size_t n, len;

	if (rest.at == NULL || !slice_is(name, t->kind->name))
		return false;
	slice_cut(&rest, '\t');
	if (rest.at == NULL || slice_cut(&rest, '\t').len != 1 || rest.at == NULL)
		return false;
	slice_cut(&rest, '\t');
	if (rest.at == NULL || !slice_number(rest, &n))
		return false;
	len = (size_t)(rest.at - fact.at) - 1;
	count(&t->facts, slice_sub(fact, 0, len), n);
	return true;
}

void
tally_header(const struct tally *t, struct buf *out)
{
	buf_string(out, t->kind->header);
	buf_byte(out, '\n');
}

static int
by_bytes(const void *a, const void *b)
{
	const struct fact *x = a, *y = b;

	return slice_cmp(x->line, y->line);
}

static int
by_order(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;

	for (size_t i = 0; i < TALLY_ORDERS; i++)
		if (x->order[i] != y->order[i])
			return x->order[i] > y->order[i] ? -1 : 1;
	return slice_cmp(slice_make(x->bytes + x->start, x->end - x->start), slice_make(y->bytes + y->start, y->end - y->start));
}

/* One row of the facts of a key; a reducer that leaves the row empty gives none. */
static void
reduce(struct tally *t, const struct fact *fact, size_t n)
{
	struct tally_row row = { 0 };
	struct ordered *o;

	t->kind->reduce(&row, fact, n);
	if (row.text.len > 0) {
		MEM_GROW(t->row, t->row_cap, t->nrow + 1);
		o = &t->row[t->nrow++];
		o->start = t->rows.len;
		buf_add(&t->rows, buf_slice(&row.text));
		o->end = t->rows.len;
		memcpy(o->order, row.order, sizeof o->order);
	}
	buf_free(&row.text);
}

void
tally_end(struct tally *t)
{
	size_t from = 0;

	t->n = t->facts.lines.len;
	t->fact = mem_alloc((t->n + 1) * sizeof *t->fact);
	for (size_t i = 0; i < t->n; i++)
		t->fact[i] = (struct fact){ t->facts.lines.text[i], t->facts.count[i] };
	qsort(t->fact, t->n, sizeof *t->fact, by_bytes);
	for (size_t i = 1; i <= t->n; i++) {
		if (i < t->n && slice_eq(fact_key(&t->fact[i]), fact_key(&t->fact[from])))
			continue;
		reduce(t, t->fact + from, i - from);
		from = i;
	}
	for (size_t i = 0; i < t->nrow; i++)
		t->row[i].bytes = t->rows.at;
	qsort(t->row, t->nrow, sizeof *t->row, by_order);
}

bool
tally_row(struct tally *t, struct buf *out)
{
	const struct ordered *o;

	if (t->next_row == t->nrow)
		return false;
	o = &t->row[t->next_row++];
	buf_add(out, slice_make(t->rows.at + o->start, o->end - o->start));
	buf_byte(out, '\n');
	return true;
}

bool
tally_partial(struct tally *t, struct buf *out)
{
	const struct fact *f;

	if (t->next_fact == t->n)
		return false;
	f = &t->fact[t->next_fact++];
	buf_string(out, t->kind->name);
	buf_byte(out, '\t');
	buf_add(out, f->line);
	buf_byte(out, '\t');
	buf_number(out, f->count);
	buf_byte(out, '\n');
	return true;
}
