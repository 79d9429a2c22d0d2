/* lexicon: longest match over tokens, folded. */
#include "affix.h"
#include "lexicon.h"
#include "tap.h"

static const char list[] =
    "# word, type, id\n"
    "North Korea\tcountry\tkp\n"
    "north\tdirection\t\n"
    "Kim Jong-un\tperson\tkim\n"
    "U.S.\tcountry\tus\n"
    "Congo\tcountry\tcd\n"
    "Congo\tcountry\tcg\n";

static const struct {
	const char *text, *word;
	size_t taken;
	const char *does;
} rows[] = {
	{ "North Korea said", "North Korea", 2, "the longest entry wins" },
	{ "NORTH KOREA", "North Korea", 2, "case is folded" },
	{ "north of", "north", 1, "a shorter entry where the longer fails" },
	{ "North Kore", "north", 1, "half an entry does not count" },
	{ "Kim Jong‑un", "Kim Jong-un", 4, "hyphens of all kinds are one" },
	{ "U.S. army", "U.S.", 1, "letters with stops" },
	{ "Kim", "", 0, "a mere prefix is no entry" },
	{ "Oslo", "", 0, "a word that is not there" },
};

static void
test_row(const struct lexicon *l, size_t i)
{
	struct slice text = slice_from(rows[i].text);
	struct token_list tokens = { 0 };
	const struct entry *e;
	size_t taken;

	token_cut(&tokens, text, 0, text.len);
	e = lexicon_longest(l, text, tokens.at, tokens.len, 0, &taken);
	tap_same(e != NULL ? e->word : slice_from(""), slice_from(rows[i].word), rows[i].does);
	tap_ok(taken == rows[i].taken, rows[i].does);
	tap_ok(taken == 0 || lexicon_may_match(l, text, 0), "and a longer look does not pass it by");
	mem_free(tokens.at);
}

static void
test_affixes(void)
{
	struct affixes plural = affixes_new("en", "plural");
	const struct affix *end = affixes_ending(&plural, NULL, slice_from("houses"));

	tap_same(end != NULL ? end->instead : slice_from(""), slice_from("s"), "the first ending that fits");
	end = affixes_ending(&plural, end, slice_from("houses"));
	tap_ok(end != NULL && slice_is(end->letters, "s") && end->instead.len == 0, "and the next behind it");
	tap_ok(affixes_ending(&plural, end, slice_from("houses")) == NULL, "and none behind that");
	tap_ok(affixes_beginning(&plural, slice_from("sand")) != NULL, "the first with which a word begins");
	tap_ok(affixes_new("en", "none such").len == 0, "a class that is not there");
	affixes_free(&plural);
}

int
main(void)
{
	struct lexicon *l = lexicon_new();
	const struct entry *congo;

	tap_ok(lexicon_add(l, slice_from(list), 2) == 0, "a good list is taken");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(l, i);
	congo = lexicon_find(l, slice_from("congo"));
	tap_ok(congo != NULL && slice_is(congo->column[1], "cd"), "the first of two entries of one word");
	tap_ok(congo != NULL && congo->next != NULL && slice_is(congo->next->column[1], "cg"), "and the second behind it");
	tap_ok(lexicon_add(l, slice_from("a\tb\tc\nd\te\n"), 2) == 2, "a line with too few columns is named");
	tap_ok(lexicon_add(l, slice_from("\tb\tc\n"), 2) == 1, "and one without a word");
	tap_ok(!lexicon_may_match(l, slice_from("South Korea"), 0), "a longer look tells a word that begins no entry");
	tap_ok(!lexicon_may_match(l, slice_from("Kim was"), 0), "and one that goes on as none does");
	tap_ok(lexicon_may_match(l, slice_from("Kim-Jong"), 0), "it does not decide on what it would have to cut");
	lexicon_free(l);
	test_affixes();
	return tap_done();
}
