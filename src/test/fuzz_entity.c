/* fuzz_entity: the names of any well-formed text, by the rules or by the model, and who its speakers are; in parts, too. */
#include "doc_part.h"
#include "fuzz_stages.h"

enum { PART = 64 }; /* bytes */

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct doc d = { 0 };
	struct doc_parts parts;

	fuzz_quotes(&d, slice_make((const char *)data, size));
	if (size % 3 == 0 && doc_parts_begin(&parts, &d, PART))
		while (doc_parts_next(&parts)) {
			fuzz_entities(fuzz_stages(), &parts.part);
			doc_order(&parts.part);
			fuzz_rows(&parts.part);
		}
	fuzz_entities(fuzz_stages(), &d);
	doc_order(&d);
	fuzz_rows(&d);
	doc_free(&d);
	return 0;
}
