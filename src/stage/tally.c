#include "tally.h"

#include <stdlib.h>

#include "escape.h"
#include "tally_bag.h"

/* A row of the table. */
struct ordered {
	struct slice text;
	size_t order[TALLY_ORDERS];
};

struct tally {
	const struct tally_kind *kind;
	struct tally_options options;
	struct facts facts;
	struct buf key;        /* the last one, if they come in order */
	struct buf told;       /* rows of the facts of those before it, where facts are wanted */
	struct tally_row made; /* the last one */
	struct arena text;     /* of the rows */
	struct ordered *row;
	size_t nrow, row_cap;
	size_t next;           /* row, or fact, that is to be given */
	bool ended;            /* the adding has */
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
	buf_free(&t->told);
	buf_free(&t->made.text);
	arena_free(&t->text);
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
	struct tally_row *made = &t->made;

	buf_clear(&made->text);
	*made = (struct tally_row){ .text = made->text };
	t->kind->reduce(made, fact, n);
	if (made->columns == 0)
		return;
	MEM_GROW(t->row, t->row_cap, t->nrow + 1);
	t->row[t->nrow] = (struct ordered){ .text = arena_copy(&t->text, buf_slice(&made->text)) };
	memcpy(t->row[t->nrow++].order, made->order, sizeof made->order);
}

static void
add_fact(const struct tally *t, const struct fact *f, struct buf *out)
{
	buf_string(out, t->kind->name);
	buf_byte(out, '\t');
	buf_add(out, f->key);
	buf_byte(out, '\t');
	buf_byte(out, f->attribute);
	buf_byte(out, '\t');
	buf_add(out, f->value);
	buf_byte(out, '\t');
	buf_number(out, f->count);
	buf_byte(out, '\n');
}

/* Makes rows of the facts so far, and forgets them. */
static void
make_rows(struct tally *t)
{
	bool regroup = t->kind->regroup != NULL;
	struct facts others = { 0 };
	const struct fact *fact;
	size_t n;

	facts_order(&t->facts);
	for (size_t i = 0; (n = facts_next(&t->facts, i, false, &fact)) > 0; i += n) {
		if (regroup)
			t->kind->regroup(&others, fact, n);
		else
			reduce(t, fact, n);
	}
	facts_free(&t->facts);
	facts_order(&others);
	for (size_t i = 0; (n = facts_next(&others, i, t->kind->apart, &fact)) > 0; i += n)
		reduce(t, fact, n);
	facts_free(&others);
}

/* Appends the next facts, those of one key; false if there are no more. */
static bool
tell_facts(struct tally *t, struct buf *out)
{
	const struct fact *fact;
	size_t n = facts_next(&t->facts, t->next, false, &fact);

	for (size_t i = 0; i < n; i++)
		add_fact(t, &fact[i], out);
	t->next += n;
	return n > 0;
}

/* Makes of the facts so far what is wanted of them, and forgets them. */
static void
spend(struct tally *t)
{
	if (!t->options.partial) {
		make_rows(t);
		return;
	}
	facts_order(&t->facts);
	while (tell_facts(t, &t->told))
		;
	t->next = 0;
	facts_free(&t->facts);
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
	if (t->options.sorted && !turn_to(t, escape_slice(t->kind->key(d), &d->arena)))
		return false;
	t->kind->tell(&t->facts, d);
	facts_settle(&t->facts);
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
	facts_add(&t->facts, escape_undo_slice(key, &arena), attribute.at[0], escape_undo_slice(value, &arena), n);
	facts_settle(&t->facts);
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
	return slice_cmp(x->text, y->text);
}

void
tally_end(struct tally *t)
{
	t->ended = true;
	if (t->options.partial) {
		facts_order(&t->facts);
		return;
	}
	make_rows(t);
	if (t->nrow > 0)
		qsort(t->row, t->nrow, sizeof *t->row, by_order);
}

bool
tally_rows(struct tally *t, struct buf *out)
{
	if (t->told.len > 0) {
		buf_add(out, buf_slice(&t->told));
		buf_clear(&t->told);
		return true;
	}
	if (t->options.partial)
		return t->ended && tell_facts(t, out);
	if (t->next == t->nrow)
		return false;
	buf_add(out, t->row[t->next++].text);
	buf_byte(out, '\n');
	return true;
}
