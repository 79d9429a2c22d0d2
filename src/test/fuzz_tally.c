/* fuzz_tally: any bytes as a stream to be counted; its partial table, taken in again, gives the same table.  The bytes are taken
 * for a partial table as well. */
#include "fuzz_read.h"
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

static void
add(struct doc *d, void *into)
{
	tally_add(into, d);
}

static struct tally *
count(struct slice name, const struct tally_options *how, struct slice stream)
{
	struct tally *t = tally_new(name, how);

	MUST(t != NULL);
	fuzz_read("", stream, READER_STREAM, add, t);
	return t;
}

/* The first byte chooses the table. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice bytes = slice_sub(slice_make((const char *)data, size), size > 0, size);
	struct buf names = { 0 };
	struct slice name = name_of(size > 0 ? data[0] % 16 : 0, &names);
	struct buf whole = { 0 }, parts = { 0 }, again = { 0 };

	print(count(name, &rows, bytes), &whole);
	print(count(name, &facts, bytes), &parts);
	print(take(name, buf_slice(&parts)), &again);
	MUST(slice_eq(buf_slice(&whole), buf_slice(&again)));
	buf_clear(&again);
	print(take(name, bytes), &again);
	buf_free(&whole);
	buf_free(&parts);
	buf_free(&again);
	buf_free(&names);
	return 0;
}
