/* fuzz_block: the blocks of any text, well-formed or not, are in order, apart, trimmed, and hold all that is no white space. */
#include "block.h"
#include "fuzz_text.h"
#include "mem.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text = slice_make((const char *)data, size);
	static struct block_rules *rules; /* made once: it takes longer than a text */
	struct block_list blocks = { 0 };
	size_t end = 0;

	if (rules == NULL)
		rules = block_rules_new("en");
	block_find(rules, text, slice_sub(text, 0, size / 8), &blocks);
	for (size_t i = 0; i < blocks.len; i++) {
		MUST(blocks.at[i].role < ROLE_COUNT);
		fuzz_stretch(text, end, blocks.at[i].start, blocks.at[i].end);
		end = blocks.at[i].end;
	}
	MUST(fuzz_blank(text, end, text.len));
	mem_free(blocks.at);
	return 0;
}
