/* fuzz_article: any bytes as an article, through normalize and all stages behind it. */
#include "fuzz_document.h"
#include "fuzz_read.h"

static void
take(struct doc *d, void *into)
{
	struct stages *s = into;

	normalize_doc(s->normalize, d);
	d->id = d->row[0].field[ROW_ID]; /* as the next program reads it */
	fuzz_rows(d);
	fuzz_document(d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	fuzz_read("d\t", slice_make((const char *)data, size), READER_DIRT, take, fuzz_stages());
	return 0;
}
