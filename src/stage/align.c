#include "align.h"

#include <stdbool.h>

#include "mem.h"

/* How the best way came to a cell that ends in a gap (UP or left, behind a run or not), or in a run. */
enum { GAP_UP = 1, GAP_AFTER_RUN = 2, RUN_GOES_ON = 4 };

enum {
	NEVER = INT32_MIN / 2,
	ENDS = 4 /* fewer words that both texts begin or end with may belong elsewhere */
};

/* The words between the common ends of the two texts. */
struct table {
	struct aligner *w;
	struct align_text a, b;
	const unsigned char *worth;
};

static int32_t
larger(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

/* Row i, from 1.  run and gap hold the best scores of the row above, ending in equal words or not, and become this one. */
static void
table_row(const struct table *t, size_t i)
{
	int32_t *run = t->w->run, *gap = t->w->gap;
	int32_t diagonal_run = run[0], diagonal_gap = gap[0];
	int32_t worth = t->worth != NULL ? t->worth[i - 1] : ALIGN_ALIKE;
	unsigned char *step = t->w->step + i * (t->b.len + 1);

	run[0] = NEVER;
	for (size_t j = 1; j <= t->b.len; j++) {
		int32_t up_run = run[j], up_gap = gap[j];
		int32_t up = larger(up_run, up_gap), left = larger(run[j - 1], gap[j - 1]);
		bool after_run = up >= left ? up_run > up_gap : run[j - 1] > gap[j - 1];

		step[j] = (unsigned char)((up >= left ? GAP_UP : 0) | (after_run ? GAP_AFTER_RUN : 0));
		gap[j] = larger(up, left);
		run[j] = NEVER;
		if (t->a.word[i - 1] == t->b.word[j - 1]) {
			bool goes_on = diagonal_run >= diagonal_gap - ALIGN_OPEN;

			run[j] = worth + larger(diagonal_run, diagonal_gap - ALIGN_OPEN);
			step[j] = (unsigned char)(step[j] | (goes_on ? RUN_GOES_ON : 0));
		}
		diagonal_run = up_run;
		diagonal_gap = up_gap;
	}
}

/* Goes back the best way and notes which words it paired; from: the place of b's first word in the whole. */
static void
table_trace(const struct table *t, size_t from, uint32_t *to)
{
	size_t i = t->a.len, j = t->b.len;
	bool in_run = t->w->run[j] + ALIGN_OPEN > t->w->gap[j];

	while (i > 0 && j > 0) {
		unsigned char step = t->w->step[i * (t->b.len + 1) + j];

		if (in_run) {
			to[--i] = (uint32_t)(from + --j);
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
pair_middle(const struct table *t, size_t from, uint32_t *to)
{
	struct aligner *w = t->w;
	size_t width = t->b.len + 1;

	MEM_GROW(w->step, w->step_cap, (t->a.len + 1) * width);
	MEM_GROW(w->run, w->run_cap, width);
	MEM_GROW(w->gap, w->gap_cap, width);
	for (size_t j = 0; j < width; j++) {
		w->run[j] = j > 0 ? NEVER : 0;
		w->gap[j] = 0;
	}
	for (size_t i = 1; i <= t->a.len; i++)
		table_row(t, i);
	table_trace(t, from, to);
}

/* Where in b the longest run of a's words begins that b has; b.len if they share none.  Takes some a.len * b.len steps, and less
 * where words are many. */
static size_t
longest_run(struct align_text a, struct align_text b)
{
	size_t best = b.len, len = 0;

	for (size_t j = 0; j + len < b.len; j++) {
		for (size_t i = 0; i + len < a.len; i++) {
			size_t n = 0;

			if (a.word[i] != b.word[j] || a.word[i + len] != b.word[j + len])
				continue;
			while (i + n < a.len && j + n < b.len && a.word[i + n] == b.word[j + n])
				n++;
			if (n > len) {
				len = n;
				best = j;
			}
		}
	}
	return best;
}

/* Where the part of b that a table is made for begins: around b's longest run of a's words. */
static size_t
part_of(struct align_text a, struct align_text b)
{
	size_t at;

	if (b.len <= ALIGN_WORDS)
		return 0;
	at = longest_run(a, b);
	if (at == b.len)
		return 0;
	at = at > ALIGN_WORDS / 2 ? at - ALIGN_WORDS / 2 : 0;
	return at + ALIGN_WORDS > b.len ? b.len - ALIGN_WORDS : at;
}

static struct align_text
part(struct align_text a, size_t from, size_t end)
{
	return (struct align_text){ a.word + from, end - from };
}

/* How many words both begin with, and behind them end with. */
static void
common_ends(struct align_text a, struct align_text b, size_t *head, size_t *tail)
{
	size_t least = a.len < b.len ? a.len : b.len;

	for (*head = 0; *head < least && a.word[*head] == b.word[*head]; ++*head)
		;
	if (*head < ENDS && *head < least)
		*head = 0;
	for (*tail = 0; *head + *tail < least && a.word[a.len - 1 - *tail] == b.word[b.len - 1 - *tail]; ++*tail)
		;
	if (*tail < ENDS)
		*tail = 0;
}

/* Words that both texts begin and end with need no table. */
void
align_words(struct aligner *w, struct align_text a, struct align_text b, const unsigned char *worth, uint32_t *to)
{
	size_t head, tail, from;
	struct table t = { .w = w };

	common_ends(a, b, &head, &tail);
	for (size_t i = 0; i < a.len; i++)
		to[i] = i < head ? (uint32_t)i : i >= a.len - tail ? (uint32_t)(i + b.len - a.len) : ALIGN_NONE;
	t.a = part(a, head, a.len - tail);
	t.b = part(b, head, b.len - tail);
	t.worth = worth != NULL ? worth + head : NULL;
	if (t.a.len == 0 || t.b.len == 0)
		return;
	if (t.a.len > ALIGN_WORDS)
		t.a.len = ALIGN_WORDS;
	from = part_of(t.a, t.b);
	t.b = part(t.b, from, from + ALIGN_WORDS < t.b.len ? from + ALIGN_WORDS : t.b.len);
	pair_middle(&t, head + from, to + head);
}

void
align_free(struct aligner *w)
{
	mem_free(w->step);
	mem_free(w->run);
	mem_free(w->gap);
	*w = (struct aligner){ 0 };
}
