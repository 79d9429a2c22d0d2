/* pattern: what is found, and what is given up where a pattern would look for ever. */
#include <time.h>

#include "buf.h"
#include "pattern.h"
#include "tap.h"

static void
finds(const char *source, const char *text, const char *want, const char *does)
{
	struct buf why = { 0 };
	struct pattern *p = pattern_new(source, &why);
	struct match m;
	struct slice s = slice_from(text), got = slice_from("");

	if (p != NULL && pattern_find(p, s, 0, &m))
		got = slice_sub(s, m.start[m.groups - 1], m.end[m.groups - 1]);
	tap_same(got, slice_from(want), does);
	pattern_free(p);
}

/* In seconds of processor time, and be it under valgrind. */
static void
gives_up(const char *source, const char *unit, size_t n, const char *does)
{
	struct buf why = { 0 };
	struct pattern *p = pattern_new(source, &why);
	struct buf text = { 0 };
	struct match m;
	clock_t before = clock();

	for (size_t i = 0; i < n; i++)
		buf_string(&text, unit);
	tap_ok(p != NULL && !pattern_find(p, buf_slice(&text), 0, &m) && clock() - before < 20 * CLOCKS_PER_SEC, does);
	pattern_free(p);
	buf_free(&text);
}

int
main(void)
{
	struct buf why = { 0 };
	struct pattern *two = pattern_new("(a)|(b)", &why);
	struct match m;

	finds("l+", "hello", "ll", "the match itself, where there is no group");
	finds("(\\w+) said", "Ada said", "Ada", "the last group that took part");
	finds("É", "CAFÉ", "É", "a letter of several bytes is one");
	finds("\\bp\\b", "é p", "p", "what is a word is Unicode's");
	finds("x", "abc", "", "nothing, where there is none");
	tap_ok(pattern_find(two, slice_from("b"), 0, &m) && m.start[1] == 0 && m.end[1] == 0 && m.end[2] == 1,
	    "a group that took no part is empty");
	tap_ok(!pattern_find(two, slice_make(NULL, 0), 0, &m), "an empty text without an address");
	pattern_free(two);
	tap_ok(pattern_new("(", &why) == NULL && why.len > 0, "a broken pattern is refused, and it is said why");
	gives_up("(a+)+$", "aaaaaaaaab", 10000, "nested repetition is given up");
	gives_up("(a|a)*c", "a", 100000, "ambiguous choices are given up");
	gives_up("((?:a|ab|b)*)*c", "ab", 100000, "nested choices are given up");
	gives_up("(?R)?a(?R)?c", "a", 100000, "recursion is given up");
	gives_up("(*NO_JIT)(a+)+$", "aaaaaaaaab", 10000, "without JIT too");
	gives_up("(*NO_JIT)(?:(a)|b)*c", "ab", 100000, "deep ones without JIT too");
	pattern_free(NULL);
	buf_free(&why);
	return tap_done();
}
