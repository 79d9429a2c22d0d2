#include "worddiff.h"

#include "align.h"
#include "intern.h"

enum { SHORT = 3 }; /* bytes of a word that holds little together, as "the" does */

/* The words of w by number, in arena. */
static struct align_text
numbered(const struct word_list *w, struct intern *keys, struct arena *arena)
{
	uint32_t *word = arena_alloc(arena, (w->len + 1) * sizeof *word);

	for (size_t i = 0; i < w->len; i++)
		word[i] = intern_add(keys, w->key[i]);
	return (struct align_text){ word, w->len };
}

/* To each word of from its twin in to, or ALIGN_NONE. */
static uint32_t *
twins(const struct word_list *from, const struct word_list *to, struct arena *arena)
{
	uint32_t *twin = arena_alloc(arena, (from->len + 1) * sizeof *twin);
	unsigned char *worth = arena_alloc(arena, from->len + 1);
	struct intern keys = { 0 };
	struct aligner aligner = { 0 };
	struct align_text a = numbered(from, &keys, arena), b = numbered(to, &keys, arena);

	for (size_t i = 0; i < from->len; i++)
		worth[i] = from->key[i].len > SHORT ? ALIGN_STRONG : ALIGN_WEAK;
	align_words(&aligner, a, b, worth, twin);
	align_free(&aligner);
	intern_free(&keys);
	return twin;
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
diff_runs(struct diff_list *list, const uint32_t *twin, size_t n, size_t m)
{
	size_t i = 0, j = 0;

	while (i < n || j < m) {
		size_t from = i, to = j;

		while (i < n && twin[i] == ALIGN_NONE)
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
	struct diff_list list = { .at = arena_alloc(arena, (2 * from->len + 2) * sizeof *list.at) };

	diff_runs(&list, twins(from, to, arena), from->len, to->len);
	return list;
}
