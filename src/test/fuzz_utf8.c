/* fuzz_utf8: steps forward and back meet, and well-formed is what both say. */
#include "fuzz.h"
#include "utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice s = slice_make((const char *)data, size);
	size_t good = utf8_valid(s);
	struct buf out = { 0 };
	size_t len = 1;

	for (size_t i = 0; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);
		size_t back;

		MUST(len >= 1 && len <= 4 && i + len <= s.len);
		MUST((code == UTF8_BAD) == (i >= good) || i > good);
		if (code == UTF8_BAD) {
			MUST(len == 1);
			continue;
		}
		MUST(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
		MUST(utf8_before(s, i + len, &back) == code && back == len);
		buf_clear(&out);
		utf8_add(&out, code);
		MUST(slice_eq(buf_slice(&out), slice_sub(s, i, i + len)));
		utf8_lower(code);
		utf8_is_space(code);
	}
	buf_clear(&out);
	utf8_fold(&out, slice_sub(s, 0, good));
	MUST(utf8_valid(buf_slice(&out)) == out.len);
	buf_free(&out);
	return 0;
}
