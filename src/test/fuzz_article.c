/* fuzz_article: any bytes as an article, through normalize and all stages behind it. */
#include "fuzz_document.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stages *s = fuzz_stages();
	struct stream_options options = { 0 };
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "d\t", slice_make((const char *)data, size)), NULL };
	struct reader in;
	struct doc d = { 0 };

	reader_open(&in, paths, READER_DIRT, &options);
	while (reader_doc(&in, &d)) {
		normalize_doc(s->normalize, &d);
		d.id = d.row[0].field[ROW_ID]; /* as the next program reads it */
		fuzz_rows(&d);
		fuzz_document(&d);
	}
	reader_close(&in);
	doc_free(&d);
	return 0;
}
