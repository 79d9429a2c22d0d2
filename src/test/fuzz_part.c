/* fuzz_part: any bytes as a stream whose documents are huge, as tag-entities reads, takes in parts and writes them.  What a huge
 * document is, scripts/fuzz sets to some few tabs. */
#include <fcntl.h>

#include "fuzz_read.h"
#include "fuzz_stages.h"
#include "writer.h"

enum { PART = 64 }; /* bytes */

static void
take(struct doc *d, void *into)
{
	struct writer *out = into;
	struct doc_parts parts;

	if (doc_parts_begin(&parts, d, PART))
		while (doc_parts_next(&parts)) {
			fuzz_entities(fuzz_stages(), &parts.part);
			writer_part(out, &parts);
		}
	else
		fuzz_entities(fuzz_stages(), d);
	writer_doc(out, d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct stream_options options;
	static int nowhere = -1;
	struct writer out;

	if (nowhere < 0)
		nowhere = open("/dev/null", O_WRONLY);
	MUST(nowhere >= 0 && dup2(nowhere, 1) == 1); /* each writer closes it */
	writer_open(&out, &options);
	fuzz_read("", slice_make((const char *)data, size), READER_PARTS, take, &out);
	writer_close(&out);
	return 0;
}
