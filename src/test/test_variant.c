/* variant: what a wording drops, adds and changes. */
#include "tap.h"
#include "variant.h"

static const struct {
	const char *does, *fullest, *text, *marked;
} tests[] = {
	{ "the same words are one piece", "We will go.", "We will go", "We will go" },
	{ "case and marks around words do not count", "“We will, we said,", "we will; We SAID", "we will; We SAID" },
	{ "a word is dropped within", "There is no evidence of it", "There is evidence of it", "There is [-no-] evidence of it" },
	{ "a word is added within", "He will stay here", "He will not stay here", "He will {+not+} stay here" },
	{ "a number is changed", "We count four shipments in all", "We count fourteen shipments in all",
	  "We count [-four-] {+fourteen+} shipments in all" },
	{ "both ends are cut", "We have never sold it and will not sell it", "never sold it and will not",
	  "[-We have-] never sold it and will not [-sell it-]" },
	{ "a short word by itself does not hold two changes together", "The mayor of the town left early on Monday evening",
	  "The mayor found out of nothing early on Monday evening",
	  "The mayor [-of the town left-] {+found out of nothing+} early on Monday evening" },
	{ "words that share little are shown as they are", "We have never sold it", "the firm refused to comment on that",
	  "the firm refused to comment on that" },
	{ "words of other scripts are compared folded", "МЫ не ЗНАЛИ этого", "Мы знали этого", "Мы [-не-] знали этого" },
	{ "a repeated word goes with its neighbours", "No, no, we did not", "no, we did not", "[-No,-] no, we did not" },
	{ "nothing became of nothing", "", "", "" },
	{ "nothing became words", "", "some words", "some words" },
};

int
main(void)
{
	struct arena arena = { 0 };
	struct piece_list scattered;
	size_t i;

	for (i = 0; i < sizeof tests / sizeof *tests; i++) {
		struct piece_list pieces = variant_pieces(slice_from(tests[i].fullest), slice_from(tests[i].text), false, &arena);

		tap_same(variant_marked(&pieces, &arena), slice_from(tests[i].marked), tests[i].does);
	}
	scattered = variant_pieces(slice_from("We have never carried any hidden cargo to Uruguay before, nor will we"),
	    slice_from("it never shipped cargo to Uruguay"), true, &arena);
	tap_ok(scattered.apart, "so is reported speech that shares words here and there");
	arena_free(&arena);
	return tap_done();
}
