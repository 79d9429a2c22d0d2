/* fuzz_gather: any bytes are read as any format; the first byte chooses which. */
#include <stdint.h>

#include "fuzz.h"
#include "gather.h"
#include "utf8.h"

static const char *const formats[] = { "text", "tsv", "csv", "jsonl", "sfeed", "wet", "html" };

/* Every line but those of a page is a record, a head of WARC all of it. */
static void
read_all(struct gather *g, const struct format *format, struct slice rest)
{
	gather_begin(g);
	while (rest.at != NULL && !g->lost) {
		struct slice body = format->unit == RECORD_FILE ? rest : slice_cut(&rest, '\n');
		struct record record = { .head = rest.at != NULL ? rest : body, .body = body, .number = 1, .separator = ',' };
		struct article article = { 0 };
		const char *why = gather_read(g, format, &record, &article);

		MUST((why == NULL) == (article.field[ARTICLE_TEXT].len > 0) || why != NULL);
		MUST(article.field[ARTICLE_PUBLISHED].len <= 32 || why != NULL);
		arena_reset(g->arena);
		if (format->unit == RECORD_FILE)
			break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	static struct gather g; /* its lists of words are made once */
	struct slice bytes = slice_make((const char *)data, size);

	if (size == 0)
		return 0;
	g.arena = &arena;
	g.whole_page = (data[0] & 0x80) != 0;
	read_all(&g, gather_format(formats[(data[0] & 0x7F) % 7]), slice_sub(bytes, 1, size));
	return 0;
}
