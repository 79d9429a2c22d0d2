/* fuzz_tally: any bytes as a stream to be counted; its partial table, taken in again, gives the same table.  The bytes are taken
 * for a partial table as well. */
#include "fuzz.h"
#include "reader.h"
#include "tally.h"

static const struct tally_options rows = { 0 }, facts = { .partial = true };

/* Table number i of those there are, and so round; its name lives in names. */
static struct slice
name_of(size_t i, struct buf *names)
{
	struct slice name, rest;

	tally_names(names);
	rest = buf_slice(names);
	do {
		if (rest.at == NULL || rest.len == 0)
			rest = buf_slice(names);
		name = slice_cut(&rest, ' ');
	} while (i-- > 0);
	return name;
}

static void
print(struct tally *t, struct buf *b)
{
	tally_end(t);
	while (tally_rows(t, b))
		;
	tally_free(t);
}

static struct tally *
take(struct slice name, struct slice table)
{
	struct tally *t = tally_new(name, &rows);

	while (table.at != NULL && table.len > 0)
		tally_take(t, slice_cut(&table, '\n'));
	return t;
}

static struct tally *
count(struct slice name, const struct tally_options *how, char **paths)
{
	struct stream_options options = { 0 };
	struct tally *t = tally_new(name, how);
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
	struct buf names = { 0 };
	struct slice name = name_of(size > 0 ? data[0] % 16 : 0, &names);
	char path[FUZZ_PATH];
	char *paths[] = { fuzz_file(path, "", slice_sub(all, size > 0, size)), NULL };
	struct buf whole = { 0 }, parts = { 0 }, again = { 0 };

	print(count(name, &rows, paths), &whole);
	print(count(name, &facts, paths), &parts);
	print(take(name, buf_slice(&parts)), &again);
	MUST(slice_eq(buf_slice(&whole), buf_slice(&again)));
	buf_clear(&again);
	print(take(name, slice_sub(all, size > 0, size)), &again);
	buf_free(&whole);
	buf_free(&parts);
	buf_free(&again);
	buf_free(&names);
	return 0;
}
