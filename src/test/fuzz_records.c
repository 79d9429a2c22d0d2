/* fuzz_records: any bytes as a file of any format, cut into its records, and each read; the first byte chooses the format. */
#include "fuzz.h"
#include "gather.h"
#include "records.h"
#include "utf8.h"

static const char *const formats[] = { "text", "tsv", "csv", "jsonl", "json", "sfeed", "wet", "html" };

static void
read_all(struct gather *g, const struct format *format, struct input *in)
{
	struct records records = { 0 };
	struct record record;
	size_t last = 0;

	records_open(&records, in, format->unit);
	gather_begin(g);
	while (!g->lost && records_next(&records, &record)) {
		struct article article = { 0 };
		const char *why = gather_read(g, format, &record, &article);

		MUST(record.number >= last && record.number > 0);
		last = record.number;
		MUST(why != NULL || article.field[ARTICLE_TEXT].len > 0);
		arena_reset(g->arena);
	}
	records_free(&records);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	static struct gather g = { .arena = &arena }; /* its lists of words are made once */
	char path[FUZZ_PATH];
	struct input in = { 0 };

	if (size == 0)
		return 0;
	MUST(input_open(&in, fuzz_file(path, "", slice_make((const char *)data + 1, size - 1))));
	read_all(&g, gather_format(formats[data[0] % 8]), &in);
	input_close(&in);
	input_free(&in);
	return 0;
}
