/* fuzz_normalize: of any bytes normalize makes clean text, and its edits tell all of what was there. */
#include "fuzz.h"
#include "normalize.h"
#include "utf8.h"

static bool
is_clean(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (((unsigned char)s.at[i] < 0x20 && s.at[i] != '\n' && s.at[i] != '\t') || s.at[i] == 0x7F)
			return false;
	return utf8_valid(s) == s.len;
}

/* What the edits do not name is as it was. */
static void
check(struct slice text, const struct edit_list *edits, struct slice original)
{
	size_t at = 0, from = 0;

	for (size_t i = 0; i <= edits->len; i++) {
		const struct edit *e = i < edits->len ? &edits->at[i] : NULL;
		size_t start = e != NULL ? e->start : text.len, was = e != NULL ? e->from : original.len;

		MUST(start >= at && was >= from && start <= text.len && was <= original.len);
		MUST(slice_eq(slice_sub(text, at, start), slice_sub(original, from, was)));
		if (e == NULL)
			break;
		MUST(e->end >= e->start && e->to >= e->from && e->reasons != 0);
		at = e->end;
		from = e->to;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct normalize_options options = { .edits = true };
	static struct normalize *n;
	struct slice original = slice_make((const char *)data, size);
	struct slice text;

	if (n == NULL)
		n = normalize_new(&options);
	text = normalize_text(n, original);
	MUST(is_clean(text));
	check(text, normalize_edits(n), original);
	return 0;
}
