/* fuzz_reader: of any bytes the reader lets through only rows that hold to hearsay(5). */
#include "fuzz_read.h"
#include "fuzz_row.h"

static void
check_rows(struct doc *d, void *into)
{
	size_t n;

	(void)into;
	MUST(d->nrow > 0 && d->nread == d->nrow);
	fuzz_rows(d);
	doc_sentences(d, &d->arena, &n);
}

static void
check_one(struct doc *d, void *into)
{
	(void)into;
	MUST(d->nrow == 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = slice_make((const char *)data, size);

	fuzz_read("", bytes, READER_STREAM, check_rows, NULL);
	fuzz_read("", bytes, READER_DIRT, check_one, NULL);
	return 0;
}
