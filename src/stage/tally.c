#include "tally.h"

#include <stdlib.h>

#include "tally_fact.h"

struct facts {
	struct intern lines;
	size_t *count;
	size_t cap;
	struct buf key;
	struct lexicon *words; /* NULL until they are asked for */
	struct vocabulary vocabulary;
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

static void
facts_free(struct facts *f)
{
	intern_free(&f->lines);
	mem_free(f->count);
	buf_free(&f->key);
	if (f->words != NULL) {
		vocabulary_free(&f->vocabulary);
		lexicon_free(f->words);
	}
}

void
tally_free(struct tally *t)
{
	facts_free(&t->facts);
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

struct vocabulary *
facts_vocabulary(struct facts *f)
{
	if (f->words == NULL) {
		f->words = lexicon_new();
		lexicon_add(f->words, lexicon_builtin("en", "words"), 1);
		vocabulary_begin(&f->vocabulary, f->words);
	}
	return &f->vocabulary;
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
	if (row.columns > 0) {
		MEM_GROW(t->row, t->row_cap, t->nrow + 1);
		o = &t->row[t->nrow++];
		o->start = t->rows.len;
		buf_add(&t->rows, buf_slice(&row.text));
		o->end = t->rows.len;
		memcpy(o->order, row.order, sizeof o->order);
	}
	buf_free(&row.text);
}

/* The facts of a bag in byte order. */
static struct fact *
sorted(const struct facts *f)
{
	struct fact *fact = mem_alloc((f->lines.len + 1) * sizeof *fact);

	for (size_t i = 0; i < f->lines.len; i++)
		fact[i] = (struct fact){ f->lines.text[i], f->count[i] };
	qsort(fact, f->lines.len, sizeof *fact, by_bytes);
	return fact;
}

/* The end of the facts that have the key of fact[from]. */
static size_t
end_of_key(const struct fact *fact, size_t n, size_t from)
{
	size_t end = from + 1;

	while (end < n && slice_eq(fact_key(&fact[end]), fact_key(&fact[from])))
		end++;
	return end;
}

static void
reduce_all(struct tally *t, const struct fact *fact, size_t n)
{
	for (size_t i = 0, end; i < n; i = end) {
		end = end_of_key(fact, n, i);
		reduce(t, fact + i, end - i);
	}
	for (size_t i = 0; i < t->nrow; i++)
		t->row[i].bytes = t->rows.at;
	if (t->nrow > 0)
		qsort(t->row, t->nrow, sizeof *t->row, by_order);
}

static void
regroup(struct tally *t)
{
	struct facts others = { 0 };
	struct fact *fact;

	for (size_t i = 0, end; i < t->n; i = end) {
		end = end_of_key(t->fact, t->n, i);
		t->kind->regroup(&others, t->fact + i, end - i);
	}
	fact = sorted(&others);
	reduce_all(t, fact, others.lines.len);
	mem_free(fact);
	facts_free(&others);
}

void
tally_end(struct tally *t, bool rows)
{
	t->n = t->facts.lines.len;
	t->fact = sorted(&t->facts);
	if (rows && t->kind->regroup != NULL)
		regroup(t);
	else if (rows)
		reduce_all(t, t->fact, t->n);
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
