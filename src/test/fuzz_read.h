/* fuzz_read: any bytes as a file of documents. */
#ifndef FUZZ_READ_H
#define FUZZ_READ_H

#include "fuzz.h"
#include "reader.h"

/* Gives every document that the reader makes of these bytes, behind those of before, to take, with into. */
static inline void
fuzz_read(const char *before, struct slice bytes, enum reader_mode mode, void (*take)(struct doc *d, void *into), void *into)
{
	struct stream_options options = { 0 };
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, before, bytes), NULL };
	struct reader in;
	struct doc d = { 0 };

	reader_open(&in, paths, mode, &options);
	while (reader_doc(&in, &d))
		take(&d, into);
	reader_close(&in);
	doc_free(&d);
}

#endif
