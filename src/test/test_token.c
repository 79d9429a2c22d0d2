/* token: how text is cut.  Expected tokens stand with | between them. */
#include "buf.h"
#include "tap.h"
#include "token.h"

static const struct {
	const char *text, *tokens, *does;
} rows[] = {
	{ "", "", "no text, no token" },
	{ "She left early.", "She|left|early|.", "words and a stop" },
	{ "Oslo's mayor", "Oslo|'s|mayor", "a possessive is a token of its own" },
	{ "Oslo’s mayor", "Oslo|’s|mayor", "also with a typographic apostrophe" },
	{ "they don't and couldn’t", "they|do|n't|and|could|n’t", "n't is cut before the n" },
	{ "we'll, I've, they're", "we|'ll|,|I|'ve|,|they|'re", "clitics of verbs" },
	{ "O'Hara of Nat'l Mutual", "O'Hara|of|Nat'l|Mutual", "an apostrophe inside a name stays" },
	{ "the U.S. army", "the|U.S.|army", "letters with stops are one token" },
	{ "a U.S.-made part", "a|U.S.|-|made|part", "and end before a hyphen" },
	{ "at 9 a.m. sharp", "at|9|a.m.|sharp", "a.m." },
	{ "John F. Ames", "John|F|.|Ames", "a single initial keeps its stop apart" },
	{ "a well-known man", "a|well|-|known|man", "hyphens are tokens" },
	{ "1,200.50 tons on 3.", "1,200.50|tons|on|3|.", "a number keeps its inner marks" },
	{ "the 54th, at 10:30", "the|54th|,|at|10:30", "ordinals and times" },
	{ "``Yes,'' he said", "``|Yes|,|''|he|said", "doubled marks are one token" },
	{ "“Yes”", "“|Yes|”", "curly marks" },
	{ "the dogs' bowl", "the|dogs|'|bowl", "a bare apostrophe is a mark" },
	{ "Ärzte für Łódź", "Ärzte|für|Łódź", "letters beyond ASCII" },
	{ "no… wait", "no|…|wait", "an ellipsis" },
	{ "Ça va ?", "Ça|va|?", "no-break space parts words" },
};

static void
test_row(size_t i)
{
	struct slice text = slice_from(rows[i].text);
	struct token_list list = { 0 };
	struct buf got = { 0 };

	token_cut(&list, text, 0, text.len);
	for (size_t k = 0; k < list.len; k++) {
		if (k > 0)
			buf_byte(&got, '|');
		buf_add(&got, token_text(text, &list.at[k]));
	}
	tap_same(buf_slice(&got), slice_from(rows[i].tokens), rows[i].does);
	mem_free(list.at);
	buf_free(&got);
}

static void
test_flags(void)
{
	struct slice text = slice_from("NATO met.\nThe U.S. won");
	struct token_list list = { 0 };

	token_cut(&list, text, 0, text.len);
	tap_ok(list.len == 6, "six tokens");
	tap_ok(list.at[0].flags == (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_SPACE | TOKEN_LINE), "NATO: upper, first of its line");
	tap_ok(list.at[1].flags == TOKEN_SPACE, "met: a plain word behind a space");
	tap_ok(list.at[2].flags == 0 && list.at[2].kind == TOKEN_STOP, "the stop follows without space");
	tap_ok(list.at[3].flags == (TOKEN_CAPITAL | TOKEN_SPACE | TOKEN_LINE), "The: first of the second line");
	tap_ok((list.at[4].flags & TOKEN_UPPER) != 0, "U.S. counts as upper");
	mem_free(list.at);
}

static bool
same_token(const struct token *a, const struct token *b, size_t shift)
{
	return a->start == b->start + shift && a->end == b->end + shift && a->code == b->code && a->kind == b->kind && a->flags == b->flags;
}

/* Text is seen by pieces: wherever one ends, the tokens are the same. */
static void
test_shift(void)
{
	enum { SPACES = 140 };
	struct slice text = slice_from("A \"NATO\" plan, F. Berg’s  1,200 B52s: “No.5” (U.S.-made)\nwasn't so very and-so-on "
	    "extraordinarilyincomprehensiblecounterrevolutionariesantidisestablishmentarianism, Lund said.  X");
	struct token_list want = { 0 }, got = { 0 };
	struct buf b = { 0 };
	bool same = true;

	token_cut(&want, text, 0, text.len);
	for (size_t shift = 1; shift < SPACES; shift++) {
		b.len = 0;
		for (size_t i = 0; i < shift; i++)
			buf_byte(&b, ' ');
		buf_add(&b, text);
		got.len = 0;
		token_cut(&got, buf_slice(&b), 0, b.len);
		same = same && got.len == want.len;
		for (size_t i = 0; same && i < got.len; i++)
			same = same_token(&got.at[i], &want.at[i], shift);
	}
	tap_ok(same, "wherever in a text a sentence stands, its tokens are the same");
	buf_free(&b);
	mem_free(want.at);
	mem_free(got.at);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(i);
	test_flags();
	test_shift();
	return tap_done();
}
