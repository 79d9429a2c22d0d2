#include "match_stem.h"

enum { LEAST = 3 };

/* "planned" and "plan", "supplied" and "supply": one of a doubled consonant goes, and so does a last e or y. */
static struct slice
cut_tail(struct slice s)
{
	if (s.len > LEAST && s.at[s.len - 1] == s.at[s.len - 2] && s.at[s.len - 1] != 's' && s.at[s.len - 1] != 'l')
		s.len--;
	if (s.len > LEAST && (s.at[s.len - 1] == 'e' || s.at[s.len - 1] == 'y'))
		s.len--;
	return s;
}

void
match_stem(struct buf *b, const struct affixes *endings, struct slice folded)
{
	const struct affix *end = affixes_ending(endings, NULL, folded);
	struct slice rest;
	size_t from = b->len;

	if (folded.len == 0 || folded.at[0] < 'a' || folded.at[0] > 'z') {
		buf_add(b, folded);
		return;
	}
	buf_add(b, slice_sub(folded, 0, folded.len - (end != NULL ? end->letters.len : 0)));
	if (end != NULL)
		buf_add(b, end->instead);
	rest = cut_tail(slice_make(b->at + from, b->len - from));
	b->len = from + rest.len;
}
