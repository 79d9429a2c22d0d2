#include "match_stem.h"

/* Endings, longest first among those that share a tail, and what stands for them.  An ending is cut only where at least
 * three bytes stay; "-ly" needs five, for the sake of "supply" and "reply". */
static const struct ending {
	const char *tail, *instead;
} endings[] = {
	{ "ications", "ic" }, { "ication", "ic" }, { "izations", "iz" }, { "ization", "iz" }, { "ations", "at" },
	{ "ation", "at" }, { "ements", "e" }, { "ement", "e" }, { "ments", "" }, { "ment", "" },
	{ "ingly", "" }, { "edly", "" }, { "ically", "ic" }, { "iness", "y" }, { "ness", "" },
	{ "ies", "y" }, { "ied", "y" }, { "ily", "y" }, { "ings", "" }, { "ing", "" },
	{ "ers", "" }, { "ors", "" }, { "er", "" }, { "or", "" },
	{ "ed", "" }, { "es", "" }, { "ly", "" }, { "ss", "ss" }, { "us", "us" }, { "s", "" },
};

enum { LEAST = 3, LEAST_LY = 5 };

static struct slice
cut_ending(struct slice word, const char **instead)
{
	*instead = "";
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		size_t n = strlen(endings[i].tail);

		if (word.len >= n + (slice_is(slice_from(endings[i].tail), "ly") ? LEAST_LY : LEAST) && slice_ends(word, endings[i].tail)) {
			*instead = endings[i].instead;
			return slice_sub(word, 0, word.len - n);
		}
	}
	return word;
}

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
match_stem(struct buf *b, struct slice folded)
{
	const char *instead;
	struct slice rest;
	size_t from = b->len;

	if (folded.len == 0 || folded.at[0] < 'a' || folded.at[0] > 'z') {
		buf_add(b, folded);
		return;
	}
	rest = cut_ending(folded, &instead);
	buf_add(b, rest);
	buf_string(b, instead);
	rest = cut_tail(slice_make(b->at + from, b->len - from));
	b->len = from + rest.len;
}
