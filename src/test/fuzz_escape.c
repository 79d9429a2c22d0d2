/* fuzz_escape: the encoders and decoders of field text are inverse of each other, for any bytes. */
#include "escape_test.h"
#include "fuzz.h"

static bool
is_field(struct slice s)
{
	return slice_find(s, '\t') == s.len && slice_find(s, '\n') == s.len && slice_find(s, '\r') == s.len;
}

static void
there_and_back(struct slice s, void add(struct buf *, struct slice), bool undo(struct buf *, struct slice))
{
	struct buf there = { 0 }, back = { 0 };

	add(&there, s);
	MUST(is_field(buf_slice(&there)));
	MUST(undo(&back, buf_slice(&there)));
	MUST(slice_eq(buf_slice(&back), s));
	buf_free(&there);
	buf_free(&back);
}

/* A field that can be decoded is the one way to write what it stands for. */
static void
back_and_there(struct slice s)
{
	struct buf back = { 0 }, there = { 0 };

	if (is_field(s) && escape_undo(&back, s)) {
		escape_add(&there, buf_slice(&back));
		MUST(slice_eq(buf_slice(&there), s));
	}
	buf_free(&there);
	buf_free(&back);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice s = slice_make((const char *)data, size);
	struct buf out = { 0 };

	there_and_back(s, escape_add, escape_undo);
	there_and_back(s, escape_bytes, escape_bytes_undo);
	back_and_there(s);
	escape_bytes_undo(&out, s);
	buf_free(&out);
	return 0;
}
