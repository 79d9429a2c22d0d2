/* Names that a text writes in two ways, one of them by mistake. */
#include "entity_link.h"

/* Can at most so many letters, left out, added or changed, make the one of the other? */
static bool
within_edits(struct slice a, struct slice b, int edits)
{
	size_t same = 0;

	while (same < a.len && same < b.len && a.at[same] == b.at[same])
		same++;
	a = slice_sub(a, same, a.len);
	b = slice_sub(b, same, b.len);
	if (edits == 0 || (a.len == 0 && b.len == 0))
		return a.len == 0 && b.len == 0;
	return (a.len > 0 && within_edits(slice_sub(a, 1, a.len), b, edits - 1)) ||
	    (b.len > 0 && within_edits(a, slice_sub(b, 1, b.len), edits - 1)) ||
	    (a.len > 0 && b.len > 0 && within_edits(slice_sub(a, 1, a.len), slice_sub(b, 1, b.len), edits - 1));
}

bool
linker_misspelt(struct slice a, struct slice b)
{
	struct slice longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
	bool longer_on;

	if (shorter.len < 7 || a.at[0] != b.at[0])
		return false;
	longer_on = slice_eq(slice_sub(longer, 0, shorter.len), shorter);
	if (longer_on && slice_is(slice_sub(longer, shorter.len, longer.len), "s"))
		return false; /* "the Feldheimers" */
	return within_edits(a, b, shorter.len < 8 || longer_on ? 1 : 2);
}
