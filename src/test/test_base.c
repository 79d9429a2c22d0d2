/* base: slices, growing bytes, memory given out by the piece, sorting, names as numbers, and what is shown on a terminal. */
#include <stdlib.h>

#include "buf.h"
#include "doc.h"
#include "intern.h"
#include "show.h"
#include "sorter.h"
#include "tap.h"

#if SIZE_MAX == UINT32_MAX
#define GREATEST "4294967295"
#define ONE_MORE "4294967296"
#else
#define GREATEST "18446744073709551615"
#define ONE_MORE "18446744073709551616"
#endif

static void
test_numbers(void)
{
	static const struct {
		const char *text, *does;
		bool good;
		size_t n;
	} rows[] = {
		{ "0", "nought is a number", true, 0 },
		{ GREATEST, "the greatest number is one", true, SIZE_MAX },
		{ ONE_MORE, "one more is none", false, 0 },
		{ "", "nothing is no number", false, 0 },
		{ "-1", "a sign is part of none", false, 0 },
		{ "1 ", "nor is a blank", false, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t n = 0;
		bool good = slice_number(slice_from(rows[i].text), &n);

		tap_ok(good == rows[i].good && (!good || n == rows[i].n), rows[i].does);
	}
}

static void
test_slices(void)
{
	struct slice rest = slice_from("a,,b");

	tap_same(slice_cut(&rest, ','), slice_from("a"), "a slice is cut at the first separator");
	tap_same(slice_cut(&rest, ','), slice_from(""), "between two stands nothing");
	tap_same(slice_cut(&rest, ','), slice_from("b"), "behind the last stands the rest");
	tap_ok(rest.at == NULL, "and then there is no more");
	tap_ok(slice_cmp(slice_from("a"), slice_from("ab")) < 0 && slice_cmp(slice_from("b"), slice_from("ab")) > 0 &&
	    slice_cmp(slice_make("", 0), slice_make(NULL, 0)) == 0, "order is that of bytes, the shorter first");
	tap_same(slice_trim(slice_from(" \t a b \r\n")), slice_from("a b"), "white space of ASCII is trimmed");
	tap_ok(!slice_starts(slice_from("ab"), "abc") && slice_ends(slice_from("abc"), "bc") && !slice_ends(slice_from("c"), "bc"),
	    "what is longer neither begins nor ends a slice");
}

/* What one huge document took is given back; what is common stays. */
static void
test_arena(void)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 10), *big;
	bool same;

	big = arena_alloc(&a, 1 << 20);
	memset(big, 1, 1 << 20);
	tap_same(arena_number(&a, SIZE_MAX), slice_from(GREATEST), "an arena holds numbers");
	arena_reset(&a);
	same = arena_alloc(&a, 10) == (void *)first;
	tap_ok(same, "an arena that was emptied begins where it began");
	arena_free(&a);
}

static int
by_key(const void *a, const void *b)
{
	const struct record *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->value > y->value) - (x->value < y->value);
}

/* The keys fall into few values, so that every round has its turn, or into many. */
static bool
sorts(size_t n, uint64_t mask, size_t memory)
{
	struct sorter s = { .memory = memory };
	struct record *want = mem_alloc((n + 1) * sizeof *want), got;
	uint64_t x = 88172645463325252u;
	bool good = true;
	size_t i;

	for (i = 0; i < n; i++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		want[i] = (struct record){ x & mask, x >> 32 & mask };
		sorter_add(&s, want[i].key, want[i].value);
	}
	qsort(want, n, sizeof *want, by_key);
	sorter_sort(&s);
	for (i = 0; sorter_next(&s, &got); i++)
		good = good && i < n && got.key == want[i].key && got.value == want[i].value;
	sorter_free(&s);
	mem_free(want);
	return good && i == n;
}

static uint64_t
sum(uint64_t a, uint64_t b)
{
	return a + b;
}

/* Keys below 1000, each many times, in a sorter that knows that they are small. */
static bool
merges(size_t memory)
{
	struct sorter s = { .memory = memory, .zeros = 54, .merge = sum };
	struct record got;
	bool good = true;
	size_t i;

	for (i = 0; i < 1000000; i++)
		sorter_add(&s, i * 7 % 1000, i % 3);
	sorter_sort(&s);
	for (i = 0; sorter_next(&s, &got); i++)
		good = good && got.key == i && got.value >= 999 && got.value <= 1001;
	sorter_free(&s);
	return good && i == 1000;
}

static void
test_sorter(void)
{
	tap_ok(sorts(0, UINT64_MAX, 0), "no records");
	tap_ok(sorts(20, UINT64_MAX, 0) && sorts(5000, UINT64_MAX, 0), "records are sorted by all of their bytes");
	tap_ok(sorts(5000, 3, 0) && sorts(5000, UINT64_C(0xFF00FF) << 32, 0), "and where most of these are the same");
	tap_ok(sorts(3000, 0, 0), "and where all are");
	tap_ok(sorts(5000, 0xFFFF, 4096) && sorts(5000, UINT64_MAX, 4096), "sort(1) sorts what is more than there is memory for");
	tap_ok(merges(0) && merges(4096), "and values of one key are made one");
}

static void
test_intern(void)
{
	struct intern names = { 0 };
	uint32_t number;
	char name[8];
	bool good = true;

	for (uint32_t i = 0; i < 3000; i++) {
		snprintf(name, sizeof name, "%u", i % 1500);
		good = good && intern_add(&names, slice_from(name)) == i % 1500;
	}
	tap_ok(good && names.len == 1500, "the same name has the same number");
	tap_ok(intern_find(&names, slice_from("77"), &number) && number == 77 && !intern_find(&names, slice_from("x"), &number),
	    "names are found, others are not");
	intern_free(&names);
}

static void
test_show(void)
{
	static const struct {
		const char *text, *want, *does;
	} rows[] = {
		{ "caf\xC3\xA9 \xE6\x9D\xB1 \xF0\x9F\x9A\xA2", "caf\xC3\xA9 \xE6\x9D\xB1 \xF0\x9F\x9A\xA2", "letters of all lengths are sent" },
		{ "\x1B[1m\x7F", "<1B>[1m<7F>", "escapes are shown" },
		{ "a\tb\nc\rd", "a\tb\nc<0D>d", "what is to be kept is sent" },
		{ "\xC2\x9B" "\xD8\x9C" "\xE2\x80\xAE" "\xE2\x81\xA9" "\xEF\xBB\xBF", "<9B><061C><202E><2069><FEFF>", "C1 and what turns the direction too" },
		{ "\x9B" "a\xE2\x80", "<9B>a<E2><80>", "and bytes that are no UTF-8" },
		{ "\xED\xA0\x80" "\xE0\x82\x9B" "\xC0\x9B", "<ED><A0><80><E0><82><9B><C0><9B>", "surrogates and what is longer than it need be" },
		{ "\xF4\x8F\xBF\xBF" "\xF4\x90\x80\x80" "\xF0\x8F\xBF\xBF" "\xF8", "\xF4\x8F\xBF\xBF<F4><90><80><80><F0><8F><BF><BF><F8>", "and what is beyond Unicode" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf out = { 0 };

		show_add(&out, slice_from(rows[i].text), "\n\t");
		tap_same(buf_slice(&out), slice_from(rows[i].want), rows[i].does);
		buf_free(&out);
	}
}

/* Added rows come in the order of their places, the longer first, whatever the order of addition; equals stay. */
static void
test_order(void)
{
	struct doc d = { .text = slice_from("0123456789012345678901234567890123456789") };
	bool good = true;

	for (size_t i = 0; i < 40; i++)
		doc_add(&d, ROW_ENTITY, i * 7 % 20, i * 7 % 20 + 1 + i % 3);
	doc_order(&d);
	for (size_t i = 1; i < d.nrow; i++)
		good = good && (d.row[i - 1].start < d.row[i].start || (d.row[i - 1].start == d.row[i].start && d.row[i - 1].end >= d.row[i].end));
	tap_ok(good && d.nrow == 40, "added rows are ordered by start, the longer first");
	tap_ok(row_kind_of(slice_from(row_kind_name(ROW_CHANGE))) == ROW_CHANGE && row_kind_fields(ROW_OTHER) == 0 &&
	    strcmp(row_kind_name(ROW_OTHER), "other") == 0, "kinds have names and fields, others have none");
	doc_free(&d);
}

int
main(void)
{
	test_numbers();
	test_slices();
	test_arena();
	test_sorter();
	test_intern();
	test_show();
	test_order();
	return tap_done();
}
