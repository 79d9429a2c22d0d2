/* fuzz_entity: the names of any well-formed text, by the rules or by the model, and who its speakers are. */
#include "fuzz_stages.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct doc d = { 0 };

	fuzz_quotes(&d, slice_make((const char *)data, size));
	fuzz_entities(fuzz_stages(), &d);
	doc_order(&d);
	fuzz_rows(&d);
	doc_free(&d);
	return 0;
}
