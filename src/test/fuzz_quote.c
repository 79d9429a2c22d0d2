/* fuzz_quote: the quotations of any well-formed text have their words, cues and speakers where they say. */
#include "fuzz_stages.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct doc d = { 0 };

	fuzz_quotes(&d, slice_make((const char *)data, size));
	doc_order(&d);
	fuzz_rows(&d);
	doc_free(&d);
	return 0;
}
