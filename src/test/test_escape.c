/* escape: encoder and decoder, inverse of each other. */
#include <stdlib.h>

#include "escape_test.h"
#include "tap.h"

static const struct {
	const char *plain, *escaped, *does;
} pairs[] = {
	{ "", "", "nothing is nothing" },
	{ "plain words", "plain words", "plain words stay" },
	{ "a\tb\nc\rd", "a\\tb\\nc\\rd", "tab, newline and CR" },
	{ "C:\\new", "C:\\\\new", "a backslash before n is no newline" },
	{ "\\", "\\\\", "a lone backslash" },
	{ "\n\n", "\\n\\n", "two newlines" },
	{ "“é”\xE2\x80\x94", "“é”\xE2\x80\x94", "UTF-8 stays" },
};

static const char *const broken[] = { "\\", "a\\", "\\x41", "\\0", "x\\ y" };

static void
test_pairs(void)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct buf b = { 0 };
		struct arena arena = { 0 };

		tap_same(escape_slice(slice_from(pairs[i].plain), &arena), slice_from(pairs[i].escaped), pairs[i].does);
		tap_same(escape_undo_slice(slice_from(pairs[i].escaped), &arena), slice_from(pairs[i].plain), "and back");
		arena_free(&arena);
		escape_add(&b, slice_from(pairs[i].plain));
		tap_same(buf_slice(&b), slice_from(pairs[i].escaped), pairs[i].does);
		buf_clear(&b);
		tap_ok(escape_undo(&b, slice_from(pairs[i].escaped)), pairs[i].does);
		tap_same(buf_slice(&b), slice_from(pairs[i].plain), "and back");
		buf_free(&b);
	}
}

static void
test_broken(void)
{
	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct buf b = { 0 };
		struct arena arena = { 0 };

		tap_same(escape_undo_slice(slice_from(broken[i]), &arena), slice_from(broken[i]), "or stands for itself");
		arena_free(&arena);
		tap_ok(!escape_undo(&b, slice_from(broken[i])), "a broken escape is refused");
		buf_free(&b);
	}
}

/* Random bytes, with the special ones frequent. */
static struct slice
random_bytes(char *at, size_t size)
{
	static const char special[] = { '\\', '\t', '\n', '\r', 'n', 'x', '\0', '\xC3', '\xA9', '\xFF' };
	size_t n = (size_t)rand() % size;

	for (size_t i = 0; i < n; i++)
		at[i] = (char)(rand() % 2 ? special[(size_t)rand() % sizeof special] : rand() % 256);
	return slice_make(at, n);
}

static void
test_round_trips(void)
{
	bool same = true, same_bytes = true, one_line = true;
	char bytes[64];

	srand(1);
	for (int i = 0; i < 20000; i++) {
		struct slice s = random_bytes(bytes, sizeof bytes);
		struct buf once = { 0 }, back = { 0 };

		escape_add(&once, s);
		same = same && escape_undo(&back, buf_slice(&once)) && slice_eq(buf_slice(&back), s);
		buf_clear(&once);
		buf_clear(&back);
		escape_bytes(&once, s);
		one_line = one_line && slice_find(buf_slice(&once), '\n') == once.len && slice_find(buf_slice(&once), '\0') == once.len;
		same_bytes = same_bytes && escape_bytes_undo(&back, buf_slice(&once)) && slice_eq(buf_slice(&back), s);
		buf_free(&once);
		buf_free(&back);
	}
	tap_ok(same, "random bytes, escaped and back, are the same");
	tap_ok(same_bytes, "random bytes, as edit rows write them and back, are the same");
	tap_ok(one_line, "what edit rows write holds no newline and no NUL");
}

int
main(void)
{
	test_pairs();
	test_broken();
	test_round_trips();
	return tap_done();
}
