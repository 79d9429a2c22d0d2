/* fuzz_block: the blocks of any text, well-formed or not, are in order, apart, trimmed, and hold all that is no white space. */
#include <stdint.h>

#include "block.h"
#include "fuzz.h"
#include "mem.h"
#include "utf8.h"

/* Is text[start, end) nothing but white space? */
static bool
is_blank(struct slice text, size_t start, size_t end)
{
	size_t len;

	for (; start < end; start += len)
		if (!utf8_is_space(utf8_at(text, start, &len)))
			return false;
	return true;
}

static void
check(struct slice text, const struct block_list *blocks)
{
	size_t end = 0;
	size_t len;

	for (size_t i = 0; i < blocks->len; i++) {
		const struct block *b = &blocks->at[i];

		MUST(b->start >= end && b->end > b->start && b->end <= text.len && b->role < ROLE_COUNT);
		MUST(is_blank(text, end, b->start));
		MUST(!utf8_is_space(utf8_at(text, b->start, &len)));
		MUST(!utf8_is_space(utf8_before(text, b->end, &len)));
		end = b->end;
	}
	MUST(is_blank(text, end, text.len));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice text = slice_make((const char *)data, size);
	static struct block_rules *rules; /* made once: it takes longer than a text */
	struct block_list blocks = { 0 };

	if (rules == NULL)
		rules = block_rules_new("en");
	block_find(rules, text, slice_sub(text, 0, size / 8), &blocks);
	check(text, &blocks);
	mem_free(blocks.at);
	return 0;
}
