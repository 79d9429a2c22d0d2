/* fuzz_reader: of any bytes the reader lets through only rows that hold to hearsay(5). */
#include "fuzz_row.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stream_options options = { 0 };
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "", slice_make((const char *)data, size)), NULL };
	struct reader in;
	struct doc d = { 0 };
	size_t n;

	reader_open(&in, paths, READER_STREAM, &options);
	while (reader_doc(&in, &d)) {
		MUST(d.nrow > 0 && d.nread == d.nrow);
		fuzz_rows(&d);
		doc_sentences(&d, &n);
	}
	reader_close(&in);
	reader_open(&in, paths, READER_DIRT, &options);
	while (reader_doc(&in, &d))
		MUST(d.nrow == 1);
	reader_close(&in);
	doc_free(&d);
	return 0;
}
