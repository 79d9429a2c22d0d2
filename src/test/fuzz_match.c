/* fuzz_match: any bytes as a stream of many documents, matched in memory or by sort(1); its change rows too. */
#include "fuzz_read.h"
#include "fuzz_stages.h"

static void
add(struct doc *d, void *into)
{
	match_add(into, d);
}

static void
fill(struct doc *d, void *into)
{
	match_fill(into, d);
	fuzz_rows(d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = slice_make((const char *)data, size);
	struct match *match = match_new(fuzz_stages()->words, "en", size % 2 == 0);

	fuzz_read("", bytes, READER_STREAM, add, match);
	match_run(match, 0);
	fuzz_read("", bytes, READER_STREAM, fill, match);
	match_free(match);
	return 0;
}
