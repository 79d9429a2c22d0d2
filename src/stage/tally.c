#include "tally.h"

#include <stdlib.h>

#include "tally_bag.h"

/* A row of the table, among others in one buf. */
struct ordered {
	size_t start, end;
	size_t order[TALLY_ORDERS];
	const char *bytes;
};

struct tally {
	const struct tally_kind *kind;
	struct tally_options options;
	struct facts facts;
	struct buf key; /* the last one, if they come in order */
	struct buf rows;
	struct ordered *row;
	size_t nrow, row_cap;
	size_t next_row;
};

struct tally *
tally_new(struct slice name, const struct tally_options *options)
{
	for (const struct tally_kind *k = tally_kinds; k->name != NULL; k++) {
		if (slice_is(name, k->name)) {
			struct tally *t = mem_alloc(sizeof *t);

			t->kind = k;
			t->options = *options;
			return t;
		}
	}
	return NULL;
}

void
tally_free(struct tally *t)
{
	facts_free(&t->facts);
	buf_free(&t->key);
	buf_free(&t->rows);
	mem_free(t->row);
	mem_free(t);
}

void
tally_names(struct buf *b)
{
	for (const struct tally_kind *k = tally_kinds; k->name != NULL; k++) {
		if (k != tally_kinds)
			buf_byte(b, ' ');
		buf_string(b, k->name);
	}
}

bool
tally_sortable(const struct tally *t)
{
	return t->kind->key != NULL;
}

void
tally_header(const struct tally *t, struct buf *out)
{
	buf_string(out, t->kind->header);
	buf_byte(out, '\n');
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

static void
add_fact(struct tally *t, const struct fact *f)
{
	buf_string(&t->rows, t->kind->name);
	buf_byte(&t->rows, '\t');
	buf_add(&t->rows, f->key);
	buf_byte(&t->rows, '\t');
	buf_byte(&t->rows, f->attribute);
	buf_byte(&t->rows, '\t');
	buf_add(&t->rows, f->value);
	buf_byte(&t->rows, '\t');
	buf_number(&t->rows, f->count);
	buf_byte(&t->rows, '\n');
}

/* Makes of the facts so far what is wanted of them, and forgets them. */
static void
spend(struct tally *t)
{
	bool regroup = !t->options.partial && t->kind->regroup != NULL;
	struct facts others = { 0 };
	const struct fact *fact;
	size_t n;

	facts_order(&t->facts);
	for (size_t i = 0; (n = facts_next(&t->facts, i, &fact)) > 0; i += n) {
		if (regroup)
			t->kind->regroup(&others, fact, n);
		else if (!t->options.partial)
			reduce(t, fact, n);
		for (size_t k = 0; t->options.partial && k < n; k++)
			add_fact(t, &fact[k]);
	}
	facts_free(&t->facts);
	facts_order(&others);
	for (size_t i = 0; (n = facts_next(&others, i, &fact)) > 0; i += n)
		reduce(t, fact, n);
	facts_free(&others);
}

/* What comes next is of this key, escaped: those before it are done with.  False if it should have come before. */
static bool
turn_to(struct tally *t, struct slice key)
{
	int order = slice_cmp(key, buf_slice(&t->key));

	if (order < 0)
		return false;
	if (order > 0) {
		spend(t);
		buf_clear(&t->key);
		buf_add(&t->key, key);
	}
	return true;
}

bool
tally_add(struct tally *t, struct doc *d)
{
	if (t->options.sorted && !turn_to(t, facts_escape(t->kind->key(d), &d->arena)))
		return false;
	t->kind->tell(&t->facts, d);
	return true;
}

/* "statement TAB key TAB attribute TAB value TAB count" */
const char *
tally_take(struct tally *t, struct slice line)
{
	static const char none[] = "no row of such a partial table";
	struct slice rest = line, key, attribute, value;
	struct arena arena = { 0 };
	size_t n;

	if (!slice_is(slice_cut(&rest, '\t'), t->kind->name) || rest.at == NULL)
		return none;
	key = slice_cut(&rest, '\t');
	if (rest.at == NULL || (attribute = slice_cut(&rest, '\t')).len != 1 || rest.at == NULL)
		return none;
	value = slice_cut(&rest, '\t');
	if (rest.at == NULL || !slice_number(rest, &n))
		return none;
	/* regrouped facts are of several keys */
	if (t->options.sorted && (t->options.partial || t->kind->regroup == NULL) && !turn_to(t, key))
		return "not in the order of keys";
	facts_add(&t->facts, value_plain(key, &arena), attribute.at[0], value_plain(value, &arena), n);
	arena_free(&arena);
	return NULL;
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

void
tally_end(struct tally *t)
{
	spend(t);
	for (size_t i = 0; i < t->nrow; i++)
		t->row[i].bytes = t->rows.at;
	if (t->nrow > 0)
		qsort(t->row, t->nrow, sizeof *t->row, by_order);
}

bool
tally_rows(struct tally *t, struct buf *out)
{
	const struct ordered *o;

	if (t->options.partial) {
		bool any = t->rows.len > 0;

		buf_add(out, buf_slice(&t->rows));
		buf_clear(&t->rows);
		return any;
	}
	if (t->next_row == t->nrow)
		return false;
	o = &t->row[t->next_row++];
	buf_add(out, slice_make(t->rows.at + o->start, o->end - o->start));
	buf_byte(out, '\n');
	return true;
}
