/* fuzz_match: any bytes as a stream of many documents, matched in memory or by sort(1); its change rows too. */
#include "fuzz_stages.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct stages *s = fuzz_stages();
	struct stream_options options = { 0 };
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "", slice_make((const char *)data, size)), NULL };
	struct match *match = match_new(s->words, size % 2 == 0);
	struct reader in;
	struct doc d = { 0 };

	for (int turn = 0; turn < 2; turn++) {
		reader_open(&in, paths, READER_STREAM, &options);
		while (reader_doc(&in, &d)) {
			if (turn == 0) {
				match_add(match, &d);
				continue;
			}
			match_fill(match, &d);
			fuzz_rows(&d);
		}
		reader_close(&in);
		if (turn == 0)
			match_run(match, 0);
	}
	match_free(match);
	doc_free(&d);
	return 0;
}
