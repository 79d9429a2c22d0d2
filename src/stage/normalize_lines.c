#include "normalize_lines.h"

#include "ascii.h"
#include "normalize_scan.h"

enum {
	HEADLINE_LEAST = 16, /* bytes; a short line may well stand twice */
	WORD_MOST = 32       /* bytes of a word before a stop that is looked at */
};

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

/* Where the line that ends at `end` ends once more, if the next one repeats it, an empty line between them or not; `end` if it
 * does not. */
static size_t
repeat_end(struct slice text, struct slice line, size_t end)
{
	size_t start = end + 1, next;

	start += start < text.len && text.at[start] == '\n';
	next = start + line.len;
	if (next > text.len || (next < text.len && text.at[next] != '\n'))
		return end;
	return slice_eq(slice_sub(text, start, next), line) ? next : end;
}

void
normalize_repeat(struct patch_list *out, struct slice text)
{
	struct slice first = slice_sub(text, 0, slice_find(text, '\n'));
	size_t end = first.len, next;

	if (first.len < HEADLINE_LEAST)
		return;
	while ((next = repeat_end(text, first, end)) > end)
		end = next;
	if (end > first.len)
		patch_add(out, first.len, end, slice_make("", 0), EDIT_REPEAT);
}

/* Is what ends at i a word of at least two small letters, and no name ("Mixi.Media") or address? */
static bool
ends_word(struct slice s, size_t i)
{
	size_t start = i;

	while (start > 0 && i - start < WORD_MOST && ascii_small(s.at[start - 1]))
		start--;
	if (i - start < 2 || i - start == WORD_MOST)
		return false;
	return start == 0 || strchr(" \n-'(\"", s.at[start - 1]) != NULL || (unsigned char)s.at[start - 1] >= 0x80;
}

/* Is what begins at i a word with a capital, or a single I or A, and a blank or comma behind it? */
static bool
begins_sentence(struct slice s, size_t i)
{
	size_t end = i + 1;

	if (i >= s.len || !ascii_capital(s.at[i]))
		return false;
	while (end < s.len && ascii_small(s.at[end]))
		end++;
	if (end == i + 1 && s.at[i] != 'I' && s.at[i] != 'A')
		return false;
	if (slice_is(slice_sub(s, i, end), "Com") || slice_is(slice_sub(s, i, end), "Net") || slice_is(slice_sub(s, i, end), "Org"))
		return false;
	return end < s.len && (s.at[end] == ' ' || s.at[end] == ',' || s.at[end] == '\'' || (unsigned char)s.at[end] == 0xE2);
}

/* Where the sentence would begin that runs into the one whose stop is at i: behind its closing mark. */
static size_t
glued_at(struct slice s, size_t i)
{
	size_t next = i + 1, start;

	if (next >= s.len || (!ascii_capital(s.at[next]) && s.at[next] != "“"[0]))
		return 0;
	if (slice_starts(slice_sub(s, next, s.len), "”") || slice_starts(slice_sub(s, next, s.len), "’"))
		next += strlen("”");
	start = next + (slice_starts(slice_sub(s, next, s.len), "“") ? strlen("“") : 0);
	return begins_sentence(s, start) && ends_word(s, i) ? next : 0;
}

void
normalize_glued(struct patch_list *out, struct slice text)
{
	for (size_t i = 0; (i += slice_find(slice_sub(text, i, text.len), '.')) < text.len; i++) {
		size_t next = glued_at(text, i);

		if (next > 0)
			patch_add(out, next, next, slice_from(" "), EDIT_SPACE);
	}
}
