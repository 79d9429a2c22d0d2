/* match_test: what the tables of match-quotes write a quotation as. */
#ifndef MATCH_TEST_H
#define MATCH_TEST_H

#include <string.h>

#include "slice.h"

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

#endif
