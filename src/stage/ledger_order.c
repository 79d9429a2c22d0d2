#include "ledger.h"

#include <stdlib.h>

enum { VOICES_MAX = 256 }; /* wordings asked for their speaker */

static int
size_cmp(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* By statement; within one by date, outlet and place. */
static int
wording_cmp(const void *left, const void *right)
{
	const struct wording *a = left, *b = right;
	int order = slice_cmp(a->statement, b->statement);

	if (order == 0 && a->statement.len > 0) {
		order = (a->by->instant > b->by->instant) - (a->by->instant < b->by->instant);
		if (order == 0)
			order = slice_cmp(ledger_outlet(a->by), ledger_outlet(b->by));
	}
	if (order == 0)
		order = size_cmp(a->article, b->article);
	if (order == 0)
		order = size_cmp(a->start, b->start);
	return order != 0 ? order : size_cmp(a->number, b->number);
}

/* match-quotes calls the fullest wording "same"; without its word, marks and length decide. */
static bool
is_fuller(const struct wording *a, const struct wording *b)
{
	bool same = slice_is(a->relation, "same"), other = slice_is(b->relation, "same");

	if (same != other)
		return same;
	same = a->form == FORM_DIRECT;
	other = b->form == FORM_DIRECT;
	return same != other ? same : a->text.len > b->text.len;
}

/* Moves the fullest of n wordings to the front. */
static void
lead_with_fullest(struct wording *w, size_t n)
{
	size_t best = 0, i;
	struct wording fullest;

	for (i = 1; i < n; i++)
		if (is_fuller(&w[i], &w[best]))
			best = i;
	fullest = w[best];
	memmove(w + 1, w, best * sizeof *w);
	w[0] = fullest;
}

static int
slice_order(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

static size_t
count_outlets(const struct wording *w, size_t n)
{
	struct slice *outlet = mem_alloc(n * sizeof *outlet);
	size_t count = 1, i;

	for (i = 0; i < n; i++)
		outlet[i] = ledger_outlet(w[i].by);
	qsort(outlet, n, sizeof *outlet, slice_order);
	for (i = 1; i < n; i++)
		count += !slice_eq(outlet[i], outlet[i - 1]);
	mem_free(outlet);
	return count;
}

static size_t
count_articles(const struct wording *w, size_t n)
{
	size_t count = 1, i;

	for (i = 1; i < n; i++)
		count += w[i].article != w[i - 1].article;
	return count;
}

static const struct wording *
voice_of(const struct wording *w, size_t all)
{
	size_t i, j, most = 0, best = 0, n = all < VOICES_MAX ? all : VOICES_MAX;

	for (i = 0; i < n; i++) {
		struct slice name = ledger_speaker(&w[i]);
		size_t count = 0;

		for (j = 0; j < n && name.len > 0; j++)
			count += slice_eq(ledger_speaker(&w[j]), name);
		if (w[i].speaker_name.len > 0)
			count += VOICES_MAX; /* a name tells more than any number of "he" */
		if (count > most) {
			most = count;
			best = i;
		}
	}
	return &w[best];
}

static int
statement_cmp(const void *left, const void *right)
{
	const struct statement *a = left, *b = right;
	int order = size_cmp(b->outlets, a->outlets);

	if (order == 0)
		order = size_cmp(b->articles, a->articles);
	if (order == 0)
		order = size_cmp(b->n, a->n);
	if (order == 0)
		order = slice_cmp(a->wording->text, b->wording->text);
	if (order == 0)
		order = size_cmp(a->wording->article, b->wording->article);
	return order != 0 ? order : size_cmp(a->wording->start, b->wording->start);
}

static void
add_statement(struct ledger *l, struct wording *w, size_t n)
{
	MEM_GROW(l->statement, l->statement_cap, l->nstatement + 1);
	l->statement[l->nstatement++] = (struct statement){
		.wording = w, .n = n, .outlets = count_outlets(w, n), .articles = count_articles(w, n),
	};
	lead_with_fullest(w, n);
	l->statement[l->nstatement - 1].voice = voice_of(w, n);
}

void
ledger_order(struct ledger *l)
{
	size_t i, end;

	for (i = 0; i < l->nwording; i++)
		l->wording[i].by = &l->article[l->wording[i].article];
	if (l->nwording == 0)
		return;
	qsort(l->wording, l->nwording, sizeof *l->wording, wording_cmp);
	for (i = 0; i < l->nwording; i = end) {
		struct slice id = l->wording[i].statement;

		for (end = i + 1; end < l->nwording && id.len > 0; end++)
			if (!slice_eq(l->wording[end].statement, id))
				break;
		add_statement(l, &l->wording[i], end - i);
	}
	qsort(l->statement, l->nstatement, sizeof *l->statement, statement_cmp);
}
