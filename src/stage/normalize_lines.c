#include "normalize_lines.h"

#include "normalize_scan.h"

enum { HEADLINE_LEAST = 16 }; /* bytes; a short line may well stand twice */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* What a run of blanks is to be: nothing at either end of the text, one line end, an empty line, or a space. */
static struct slice
gap(struct slice run, bool edge)
{
	size_t ends = 0;

	for (size_t i = 0; i < run.len; i++)
		ends += run.at[i] == '\n' || (run.at[i] == '\r' && (i + 1 == run.len || run.at[i + 1] != '\n'));
	if (edge)
		return slice_make("", 0);
	return slice_from(ends == 0 ? " " : ends == 1 ? "\n" : "\n\n");
}

void
normalize_blanks(struct patch_list *out, struct slice text)
{
	size_t i = 0, done = 0;

	while (i < text.len) {
		size_t start, end;
		struct slice want;

		if (!is_blank(text.at[i]))
			i = scan_gap(text, i);
		for (start = i; start > done && is_blank(text.at[start - 1]); start--)
			;
		for (end = i; end < text.len && is_blank(text.at[end]); end++)
			;
		i = end > i ? end : i + 1;
		if (end == start)
			continue;
		want = gap(slice_sub(text, start, end), start == 0 || end == text.len);
		if (!slice_eq(want, slice_sub(text, start, end)))
			patch_add(out, start, end, want, EDIT_SPACE);
		done = end;
	}
}

void
normalize_repeat(struct patch_list *out, struct slice text)
{
	struct slice rest = text, first = slice_cut(&rest, '\n');
	size_t start, end;

	if (first.len < HEADLINE_LEAST || rest.at == NULL)
		return;
	start = first.len;
	end = start + 1 + (slice_starts(rest, "\n") ? 1 : 0) + first.len;
	if (end > text.len || (end < text.len && text.at[end] != '\n'))
		return;
	if (slice_eq(slice_sub(text, end - first.len, end), first))
		patch_add(out, start, end, slice_make("", 0), EDIT_REPEAT);
}
