/* fuzz_stream: any bytes as a stream, rows of every stage among them, through all stages behind normalize. */
#include "fuzz_document.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stream_options options = { 0 };
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "", slice_make((const char *)data, size)), NULL };
	struct reader in;
	struct doc d = { 0 };

	reader_open(&in, paths, READER_STREAM, &options);
	while (reader_doc(&in, &d))
		fuzz_document(&d);
	reader_close(&in);
	doc_free(&d);
	return 0;
}
