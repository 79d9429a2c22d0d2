#include "worddiff.h"

enum {
	CELLS_MAX = 1 << 22, /* beyond it, only what both texts begin and end with is aligned */
	OPEN_COST = 2,       /* of a run of equal words, so that a lone "the" does not split a change in two */
	STRONG = 3,          /* worth of an equal word of more than three bytes */
	WEAK = 1
};

/* How the best way came to a cell that ends in a gap (UP or left, behind a run or not), or in a run. */
enum { GAP_UP = 1, GAP_AFTER_RUN = 2, RUN_GOES_ON = 4 };

#define NO_TWIN SIZE_MAX

static int
worth(struct slice key)
{
	return key.len > 3 ? STRONG : WEAK;
}

/* Words that both texts begin and end with are twins without a table. */
static void
pair_ends(const struct word_list *a, const struct word_list *b, size_t *twin, size_t *head, size_t *tail)
{
	size_t least = a->len < b->len ? a->len : b->len;

	for (*head = 0; *head < least && slice_eq(a->key[*head], b->key[*head]); ++*head)
		twin[*head] = *head;
	for (*tail = 0; *head + *tail < least; ++*tail) {
		size_t i = a->len - 1 - *tail, j = b->len - 1 - *tail;

		if (!slice_eq(a->key[i], b->key[j]))
			break;
		twin[i] = j;
	}
}

/* The words between the common ends: n of one text, m of the other. */
struct table {
	const struct slice *a, *b;
	size_t n, m;
	unsigned char *step; /* (n + 1) * (m + 1) */
	int *run, *gap;      /* a row's best scores: ending in equal words, or not */
};

static int
larger(int a, int b)
{
	return a > b ? a : b;
}

/* Row i, from 1.  run and gap hold the row above, and become this one. */
static void
table_row(struct table *t, size_t i)
{
	int diagonal_run = t->run[0], diagonal_gap = t->gap[0];
	unsigned char *step = t->step + i * (t->m + 1);
	size_t j;

	t->run[0] = INT32_MIN / 2;
	for (j = 1; j <= t->m; j++) {
		int up_run = t->run[j], up_gap = t->gap[j];
		int up = larger(up_run, up_gap), left = larger(t->run[j - 1], t->gap[j - 1]);
		bool after_run = up >= left ? up_run > up_gap : t->run[j - 1] > t->gap[j - 1];

		step[j] = (unsigned char)((up >= left ? GAP_UP : 0) | (after_run ? GAP_AFTER_RUN : 0));
		t->gap[j] = larger(up, left);
		t->run[j] = INT32_MIN / 2;
		if (slice_eq(t->a[i - 1], t->b[j - 1])) {
			bool goes_on = diagonal_run >= diagonal_gap - OPEN_COST;

			t->run[j] = worth(t->a[i - 1]) + larger(diagonal_run, diagonal_gap - OPEN_COST);
			step[j] = (unsigned char)(step[j] | (goes_on ? RUN_GOES_ON : 0));
		}
		diagonal_run = up_run;
		diagonal_gap = up_gap;
	}
}

/* Goes back the best way and notes which words it paired. */
static void
table_trace(const struct table *t, size_t *twin, size_t head)
{
	bool in_run = t->run[t->m] > t->gap[t->m];
	size_t i = t->n, j = t->m;

	while (i > 0 && j > 0) {
		unsigned char step = t->step[i * (t->m + 1) + j];

		if (in_run) {
			twin[head + --i] = head + --j;
			in_run = (step & RUN_GOES_ON) != 0;
		} else {
			if (step & GAP_UP)
				i--;
			else
				j--;
			in_run = (step & GAP_AFTER_RUN) != 0;
		}
	}
}

static void
pair_middle(struct table *t, size_t *twin, size_t head)
{
	size_t i, j;

	t->step = mem_alloc((t->n + 1) * (t->m + 1));
	t->run = mem_alloc((t->m + 1) * sizeof *t->run);
	t->gap = mem_alloc((t->m + 1) * sizeof *t->gap);
	for (j = 1; j <= t->m; j++)
		t->run[j] = INT32_MIN / 2;
	for (i = 1; i <= t->n; i++)
		table_row(t, i);
	table_trace(t, twin, head);
	mem_free(t->step);
	mem_free(t->run);
	mem_free(t->gap);
}

static void
diff_add(struct diff_list *list, struct diff d)
{
	if (d.from_start == d.from_end && d.to_start == d.to_end)
		return;
	if (d.kind == DIFF_SAME)
		list->same += d.from_end - d.from_start;
	else if (d.to_start == d.to_end)
		d.kind = DIFF_DROPPED;
	else if (d.from_start == d.from_end)
		d.kind = DIFF_ADDED;
	list->at[list->len++] = d;
}

/* Runs of paired words, and what lies between them. */
static void
diff_runs(struct diff_list *list, const size_t *twin, size_t n, size_t m)
{
	size_t i = 0, j = 0;

	while (i < n || j < m) {
		size_t from = i, to = j;

		while (i < n && twin[i] == NO_TWIN)
			i++;
		j = i < n ? twin[i] : m;
		diff_add(list, (struct diff){ DIFF_CHANGED, from, i, to, j });
		from = i;
		to = j;
		while (i < n && twin[i] == j) {
			i++;
			j++;
		}
		diff_add(list, (struct diff){ DIFF_SAME, from, i, to, j });
	}
}

struct diff_list
worddiff(const struct word_list *from, const struct word_list *to, struct arena *arena)
{
	size_t n = from->len, m = to->len, i, head, tail;
	size_t *twin = arena_alloc(arena, (n + 1) * sizeof *twin);
	struct diff_list list = { .at = arena_alloc(arena, (2 * n + 2) * sizeof *list.at) };

	for (i = 0; i < n; i++)
		twin[i] = NO_TWIN;
	pair_ends(from, to, twin, &head, &tail);
	n -= head + tail;
	m -= head + tail;
	if (n > 0 && m > 0 && n + 1 <= CELLS_MAX / (m + 1)) {
		struct table t = { .a = from->key + head, .b = to->key + head, .n = n, .m = m };

		pair_middle(&t, twin, head);
	}
	diff_runs(&list, twin, from->len, to->len);
	return list;
}
