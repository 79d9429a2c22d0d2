/* fuzz_gazetteer: a compiled list of names with damage in it: it is refused, or every name of a text is looked up in it.  The bytes are
 * pairs: where to damage (two bytes), and with what. */
#include "fuzz_names.h"

static const char names[] =
    "Ada Moore\tperson\tperson:ada-moore\tAda Moore\n"
    "Moore\tperson\tperson:moore\tMoore\n"
    "Brenholt Lines\torg\torg:brenholt\tBrenholt Lines\n"
    "Brenholt\tplace\tplace:brenholt\tBrenholt\n"
    "Ada\tplace\n";
static const char text[] = "Ada Moore of Brenholt Lines, Brenholt, met Ada Brenholt. Moore left.";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lexicon *l = lexicon_new();
	struct buf file = { 0 };

	MUST(lexicon_add_list(l, slice_from(names), 1, GAZ_USER) == 0);
	MUST(lexicon_pack(l, &file));
	for (size_t i = 0; i + 2 < size; i += 3)
		file.at[(data[i] | (size_t)data[i + 1] << 8) % file.len] = (char)data[i + 2];
	if (size % 3 == 1)
		file.len -= data[size - 1];
	fuzz_names(buf_slice(&file), text);
	lexicon_free(l);
	buf_free(&file);
	return 0;
}
