/* date_name: the names of months and days. */
#include "date.h"

/* Does word begin as name does, in any case, for three letters or more? */
static bool
is_name(struct slice word, const char *name)
{
	size_t n = 0;

	while (n < word.len && name[n] != '\0' && (word.at[n] | 32) == name[n])
		n++;
	return n == word.len && n >= 3;
}

int
date_month(struct slice word)
{
	static const char *const months[] = {
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december"
	};

	if (slice_is(word, "Sept"))
		return 9;
	for (int i = 0; i < 12; i++)
		if (is_name(word, months[i]))
			return i + 1;
	return 0;
}

bool
date_is_weekday(struct slice word)
{
	static const char *const days[] = {
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
	};

	for (int i = 0; i < 7; i++)
		if (is_name(word, days[i]))
			return true;
	return false;
}
