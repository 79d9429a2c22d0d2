#include "variant.h"

#include "buf.h"
#include "worddiff.h"

/* The bytes from word start to the end of word end - 1. */
static struct slice
words_text(const struct word_list *w, size_t start, size_t end)
{
	const char *from = w->word[start].at;

	return slice_make(from, (size_t)(w->word[end - 1].at + w->word[end - 1].len - from));
}

static void
piece_add(struct piece_list *list, enum piece_kind kind, const struct word_list *w, size_t start, size_t end)
{
	if (start < end)
		list->at[list->len++] = (struct piece){ kind, words_text(w, start, end) };
}

/* Too few words in common, or in reported speech few and scattered ones, make nothing that can be read. */
static bool
is_apart(const struct diff_list *diff, size_t words, bool reported)
{
	size_t runs = 0, i;

	if (diff->same * 2 < words)
		return true;
	for (i = 0; i < diff->len; i++)
		runs += diff->at[i].kind == DIFF_SAME;
	return reported && runs > 1 && diff->same * 4 < words * 3 && diff->same * 2 < runs * 7;
}

struct piece_list
variant_pieces(struct slice fullest, struct slice text, bool reported, struct arena *arena)
{
	struct word_list from = words_cut(fullest, arena), to = words_cut(text, arena);
	struct diff_list diff = worddiff(&from, &to, arena);
	struct piece_list list = { .at = arena_alloc(arena, (2 * diff.len + 1) * sizeof *list.at) };
	size_t i;

	list.apart = is_apart(&diff, to.len, reported);
	if (list.apart) {
		piece_add(&list, PIECE_SAME, &to, 0, to.len);
		return list;
	}
	for (i = 0; i < diff.len; i++) {
		const struct diff *d = &diff.at[i];

		if (d->kind == DIFF_SAME) {
			piece_add(&list, PIECE_SAME, &to, d->to_start, d->to_end);
		} else {
			piece_add(&list, PIECE_DROPPED, &from, d->from_start, d->from_end);
			piece_add(&list, PIECE_ADDED, &to, d->to_start, d->to_end);
		}
	}
	return list;
}

struct slice
variant_marked(const struct piece_list *pieces, struct arena *arena)
{
	static const char *const open[] = { [PIECE_SAME] = "", [PIECE_DROPPED] = "[-", [PIECE_ADDED] = "{+" };
	static const char *const close[] = { [PIECE_SAME] = "", [PIECE_DROPPED] = "-]", [PIECE_ADDED] = "+}" };
	struct buf out = { 0 };
	struct slice marked;
	size_t i;

	for (i = 0; i < pieces->len; i++) {
		if (i > 0)
			buf_byte(&out, ' ');
		buf_string(&out, open[pieces->at[i].kind]);
		buf_add(&out, pieces->at[i].text);
		buf_string(&out, close[pieces->at[i].kind]);
	}
	marked = arena_copy(arena, buf_slice(&out));
	buf_free(&out);
	return marked;
}
