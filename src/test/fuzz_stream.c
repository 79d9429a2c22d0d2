/* fuzz_stream: any bytes as a stream, rows of every stage among them, through all stages behind normalize. */
#include "fuzz_document.h"
#include "fuzz_read.h"

static void
take(struct doc *d, void *into)
{
	(void)into;
	fuzz_document(d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_read("", slice_make((const char *)data, size), READER_STREAM, take, NULL);
	return 0;
}
