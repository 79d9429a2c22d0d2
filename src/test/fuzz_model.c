/* fuzz_model: any bytes as the file of a model: it is refused, or it is one that is written as it was read and that tags. */
#include "fuzz_stages.h"
#include "tagger_model.h"

static void
there_and_back(const struct model *m)
{
	struct buf once = { 0 }, twice = { 0 };
	struct model *again;

	model_write(m, &once);
	again = model_read(buf_slice(&once));
	MUST(again != NULL);
	model_write(again, &twice);
	MUST(slice_eq(buf_slice(&once), buf_slice(&twice)));
	model_free(again);
	buf_free(&once);
	buf_free(&twice);
}

static void
tag(struct tagger *t)
{
	static const char text[] = "Ada Moore of Brenholt Lines spoke to Mr. Vell in Lima. \"We will pay,\" she said.";
	struct stages *s = fuzz_stages();
	struct entity_list list = { 0 };
	struct doc d = { 0 };

	fuzz_text(&d, slice_from(text));
	entity_scan(&s->entities.gazetteer, &d, &s->entities.scan);
	entity_model(t, &s->entities.gazetteer, &s->entities.scan, &d, &list);
	entity_add(&d, &list);
	fuzz_rows(&d);
	mem_free(list.at);
	doc_free(&d);
}

/* The beginning, by which a file is known, is put before the bytes where it is missing, and in most an end behind them. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char magic[] = "hearsay tagger 2\n";
	struct slice bytes = slice_make((const char *)data, size);
	struct buf file = { 0 };
	struct model *m;
	struct tagger *t;

	if (!slice_starts(bytes, magic))
		buf_string(&file, magic);
	buf_add(&file, bytes);
	if (size % 8 != 0)
		buf_byte(&file, 0);
	m = model_read(buf_slice(&file));
	t = tagger_new(buf_slice(&file));
	MUST((m == NULL) == (t == NULL));
	if (m != NULL) {
		there_and_back(m);
		tag(t);
	}
	model_free(m);
	tagger_free(t);
	buf_free(&file);
	return 0;
}
