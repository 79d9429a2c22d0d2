/* fuzz_tally: any bytes as a stream to be counted; its partial table, taken in again, gives the same table.  The bytes are taken
 * for a partial table as well. */
#include "fuzz.h"
#include "reader.h"
#include "tally.h"

static const char *const names[] = { "statement", "speaker", "entity", "source", "pair", "day" };

static void
print(struct tally *t, struct buf *b, bool partial)
{
	tally_end(t, !partial);
	while (partial ? tally_partial(t, b) : tally_row(t, b))
		;
	tally_free(t);
}

static struct tally *
take(struct slice name, struct slice rows)
{
	struct tally *t = tally_new(name);

	while (rows.at != NULL && rows.len > 0)
		tally_take(t, slice_cut(&rows, '\n'));
	return t;
}

static struct tally *
count(struct slice name, char **paths)
{
	struct stream_options options = { 0 };
	struct tally *t = tally_new(name);
	struct reader in;
	struct doc d = { 0 };

	MUST(t != NULL);
	reader_open(&in, paths, READER_STREAM, &options);
	while (reader_doc(&in, &d))
		tally_add(t, &d);
	reader_close(&in);
	doc_free(&d);
	return t;
}

/* The first byte chooses the table. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice all = slice_make((const char *)data, size);
	struct slice name = slice_from(names[size > 0 ? data[0] % (sizeof names / sizeof *names) : 0]);
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "", slice_sub(all, size > 0, size)), NULL };
	struct buf whole = { 0 }, facts = { 0 }, again = { 0 };

	print(count(name, paths), &whole, false);
	print(count(name, paths), &facts, true);
	print(take(name, buf_slice(&facts)), &again, false);
	MUST(slice_eq(buf_slice(&whole), buf_slice(&again)));
	buf_clear(&again);
	print(take(name, slice_sub(all, size > 0, size)), &again, false);
	buf_free(&whole);
	buf_free(&facts);
	buf_free(&again);
	return 0;
}
