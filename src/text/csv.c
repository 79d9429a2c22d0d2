#include "csv.h"

char
csv_separator(struct slice head)
{
	static const char candidates[] = { ',', ';', '\t' };
	size_t count[256] = { 0 };
	char best = ',';

	for (size_t i = 0; i < head.len; i++)
		count[(unsigned char)head.at[i]]++;
	for (size_t i = 0; i < sizeof candidates; i++)
		if (count[(unsigned char)candidates[i]] > count[(unsigned char)best])
			best = candidates[i];
	return best;
}

bool
csv_is_open(struct csv *c, struct slice bytes)
{
	for (size_t i = 0; i < bytes.len; i++) {
		bool mark = bytes.at[i] == '"';

		if (c->at == CSV_QUOTED)
			c->at = mark ? CSV_MARK : CSV_QUOTED;
		else if (mark && c->at != CSV_BARE)
			c->at = CSV_QUOTED;
		else
			c->at = bytes.at[i] == c->separator ? CSV_START : CSV_BARE;
	}
	return c->at == CSV_QUOTED;
}

struct slice
csv_cut(struct slice *rest, char separator, struct arena *a)
{
	size_t i = 1;
	size_t n = 0;
	char *to;

	if (rest->len == 0 || rest->at[0] != '"')
		return slice_cut(rest, separator);
	to = arena_alloc(a, rest->len);
	for (; i < rest->len; i++) {
		if (rest->at[i] == '"' && !(i + 1 < rest->len && rest->at[++i] == '"'))
			break;
		to[n++] = rest->at[i];
	}
	*rest = slice_sub(*rest, i < rest->len ? i : rest->len, rest->len);
	slice_cut(rest, separator); /* what stands between the mark and the separator is nobody's */
	return slice_make(to, n);
}
