/* fuzz_pattern: a user's pattern (up to the first newline) on any well-formed text ends soon, with matches inside the text. */
#include "fuzz.h"
#include "pattern.h"
#include "utf8.h"

enum { PATTERN_MAX = 200 };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text = slice_make((const char *)data, size);
	struct slice source = slice_cut(&text, '\n');
	char copy[PATTERN_MAX + 1] = { 0 };
	struct buf why = { 0 };
	struct pattern *p;
	struct match m;

	if (text.at == NULL || source.len > PATTERN_MAX)
		return -1;
	memcpy(copy, source.at, source.len);
	text.len = utf8_valid(text);
	p = pattern_new(copy, &why);
	if (p == NULL) {
		MUST(why.len > 0);
		buf_free(&why);
		return 0;
	}
	for (size_t from = 0; from <= text.len && pattern_find(p, text, from, &m);) {
		MUST(m.groups >= 1 && m.groups <= PATTERN_GROUPS);
		for (size_t i = 0; i < m.groups; i++)
			MUST(m.start[i] <= m.end[i] && m.end[i] <= text.len);
		from = m.end[0] > from ? m.end[0] : from + 1;
		while (!utf8_boundary(text, from))
			from++;
	}
	pattern_free(p);
	return 0;
}
