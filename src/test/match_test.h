/* match_test: the frame of the tables of match-quotes, and what they write a quotation as. */
#ifndef MATCH_TEST_H
#define MATCH_TEST_H

#include <string.h>

#include "lexicon.h"
#include "match.h"
#include "tap.h"

/* "“We sail”" is direct, and *text is then what its marks hold. */
static inline const char *
form_of(const char *words, struct slice *text)
{
	static const size_t mark = sizeof "“" - 1;
	const char *open = strstr(words, "“"), *close = strstr(words, "”");

	*text = slice_from(words);
	if (open == NULL)
		return "indirect";
	if (open > words || close[mark] != '\0')
		return "mixed";
	*text = slice_sub(*text, mark, text->len - mark);
	return "direct";
}

/* Runs a table's rows [0, n) with the words that are built in; what main returns. */
static inline int
test_rows(void (*test_row)(const struct lexicon *words, size_t i), size_t n)
{
	struct lexicon *words = lexicon_new();

	match_list(words, lexicon_builtin("en", "words"));
	for (size_t i = 0; i < n; i++)
		test_row(words, i);
	lexicon_free(words);
	return tap_done();
}

#endif
