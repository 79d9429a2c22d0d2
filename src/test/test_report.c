/* report: what is shown of statements and their wordings, and what is never sent. */
#include "report.h"
#include "tap.h"

/* Fields of one quotation: doc, text, form, stance, speaker_name, statement, relation, number. */
struct quotation {
	const char *doc, *text, *form, *stance, *name, *statement, *relation, *number;
};

static void
doc_begin(struct doc *d, struct slice text, const char *id)
{
	struct row *r;

	doc_reset(d);
	d->id = slice_from(id);
	d->text = text;
	r = doc_add(d, ROW_DOC, 0, text.len);
	r->field[DOC_SOURCE] = slice_from(id);
}

static void
quote_add(struct doc *d, size_t start, size_t end, const struct quotation *q)
{
	struct row *r = doc_add(d, ROW_QUOTE, start, end);

	r->field[QUOTE_NUMBER] = slice_from(q->number);
	r->field[QUOTE_FORM] = slice_from(q->form);
	r->field[QUOTE_STANCE] = slice_from(q->stance);
	r->field[QUOTE_SPEAKER_NAME] = slice_from(q->name);
	r->field[QUOTE_STATEMENT] = slice_from(q->statement);
	r->field[QUOTE_RELATION] = slice_from(q->relation);
}

/* A document a quotation, whose text is all of the document's. */
static void
ledger_of(struct ledger *l, const struct quotation *q, size_t n)
{
	struct doc d = { 0 };

	for (size_t i = 0; i < n; i++) {
		doc_begin(&d, slice_from(q[i].text), q[i].doc);
		quote_add(&d, 0, d.text.len, &q[i]);
		ledger_add(l, &d);
	}
	ledger_order(l);
	doc_free(&d);
}

/* All statements as a terminal gets them. */
static void
drawn(const struct quotation *q, size_t n, size_t width, bool color, const char *want, const char *does)
{
	struct ledger l = { 0 };
	struct report r = { .ledger = &l, .width = width, .color = color };
	struct buf out = { 0 };

	ledger_of(&l, q, n);
	for (size_t i = 0; i < l.nstatement; i++)
		report_terminal(&r, i, &out);
	tap_same(buf_slice(&out), slice_from(want), does);
	buf_free(&out);
	report_free(&r);
	ledger_free(&l);
}

static void
test_order(void)
{
	static const struct quotation q[] = {
		{ "a", "It rains.", "direct", "say", "Ada", "s1", "same", "1" },
		{ "a", "It snows.", "direct", "say", "Bo", "s2", "same", "1" },
		{ "b", "It snows here.", "direct", "say", "Bo", "s2", "altered", "1" },
		{ "a", "No statement.", "direct", "", "", "", "", "1" },
	};

	drawn(q, 4, 80, false,
	    "1   Bo said · 2 outlets, 2 wordings\n    “It snows.”\n"
	    "    a  fullest    as above\n    b  altered    It snows {+here.+}\n\n"
	    "2   Ada said · a\n    “It rains.”\n\n"
	    "3   (unknown) · a\n    “No statement.”\n\n",
	    "statements come by the outlets that carry them; one outlet needs no table");
}

static void
test_differences(void)
{
	static const struct quotation q[] = {
		{ "a", "We deny that we sold it,", "direct", "deny", "Ada", "s", "same", "1" },
		{ "b", "We deny that we sold it", "mixed", "claim", "Bo", "s", "same", "1" },
	};

	drawn(q, 2, 80, false,
	    "1   Ada denied, claimed · 2 outlets, 2 wordings\n    “We deny that we sold it”\n"
	    "    a  fullest    as above\n    b  same       We deny that we sold it — Bo claimed\n\n",
	    "another speaker and another stance are told");
}

static void
test_wrap(void)
{
	static const struct quotation q[] = {
		{ "a", "日本語の 文章が ここに あります それは 長いです", "direct", "say", "Ада", "s", "same", "1" },
	};

	drawn(q, 1, 20, false,
	    "1   Ада said · a\n    “日本語の 文章が\n    ここに あります\n    それは 長いです”\n\n",
	    "wide characters take two columns");
}

/* Marks stay with their words where the line ends. */
static void
test_marks(void)
{
	static const struct quotation q[] = {
		{ "a", "We may open the upper gates today", "direct", "say", "Ada", "s", "same", "1" },
		{ "b", "We open the upper doors today", "direct", "say", "Ada", "s", "altered", "1" },
	};

	drawn(q, 2, 34, false,
	    "1   Ada said · 2 outlets, 2\n    wordings\n    “We may open the upper gates\n    today”\n"
	    "    a fullest\n      as above\n    b altered\n      We [-may-] open the upper\n      [-gates-] {+doors+} today\n\n",
	    "a mark is never parted from its word, and a narrow terminal has the words below the name");
}

static void
test_hostile(void)
{
	static const struct quotation q[] = {
		{ "\033]0;x\a", "red \033[31m\xC2\x9B\xE2\x80\xAE end", "direct", "\033", "A\tb\nc\177", "s", "same", "1" },
	};

	drawn(q, 1, 80, false,
	    "1   A b c<7F> <1B> · <1B>]0;x<07>\n    “red <1B>[31m<9B><202E> end”\n\n",
	    "what would act on a terminal is shown, not sent");
}

static void
test_color(void)
{
	static const struct quotation q[] = {
		{ "a", "We saw four ships", "direct", "say", "Ada", "s", "same", "1" },
		{ "b", "We saw ten ships", "direct", "say", "Ada", "s", "altered", "1" },
	};

	drawn(q, 2, 80, true,
	    "\033[2m1\033[0m   \033[1mAda\033[0m said \033[2m· 2 outlets, 2 wordings\033[0m\n    “We saw four ships”\n"
	    "    a  \033[2mfullest\033[0m    \033[2mas above\033[0m\n"
	    "    b  \033[2maltered\033[0m    We saw \033[31;9mfour\033[0m \033[32;4mten\033[0m ships\n\n",
	    "colour stands for the marks, and ends with its words");
}

/* The parts of a split quotation are one wording. */
static void
test_parts(void)
{
	static const struct quotation first = { "a", "", "direct", "say", "Ada", "s", "same", "3" };
	struct doc d = { 0 };
	struct ledger l = { 0 };

	doc_begin(&d, slice_from("“We go,” Ada said, “and stay.”"), "a");
	quote_add(&d, 3, 9, &first);
	quote_add(&d, 26, 35, &first);
	ledger_add(&l, &d);
	ledger_order(&l);
	tap_ok(l.nwording == 1, "a split quotation is one wording");
	tap_same(l.wording[0].text, slice_from("We go, … and stay."), "its parts are joined");
	tap_ok(l.wording[0].start == 3 && l.wording[0].end == 35, "its span holds them all");
	ledger_free(&l);
	doc_free(&d);
}

/* What a page shows around a quotation stays near it, and holds it, wherever the sentences are. */
static void
test_context(void)
{
	static const struct quotation q = { "a", "", "direct", "say", "Ada", "s", "same", "1" };
	struct doc d = { 0 };
	struct ledger l = { 0 };
	char text[6001];

	memset(text, 'x', 6000);
	memcpy(text + 2601, "\xC3\xA9", 2);
	doc_begin(&d, slice_make(text, 6000), "a");
	doc_add(&d, ROW_SENTENCE, 0, 3000);
	doc_add(&d, ROW_SENTENCE, 3010, 3020);
	quote_add(&d, 3002, 3005, &q);
	quote_add(&d, 3991, 3995, &(struct quotation){ "a", "", "direct", "say", "Ada", "s2", "same", "2" });
	ledger_add(&l, &d);
	tap_ok(l.wording[0].context_start == 2603 && l.wording[0].context.len == 417,
	    "a quotation between sentences has them, as far as they are near");
	tap_ok(l.wording[1].context_start == 3591 && l.wording[1].context.len == 404,
	    "a quotation behind the last sentence has it");
	ledger_free(&l);
	doc_free(&d);
}

int
main(void)
{
	test_order();
	test_differences();
	test_wrap();
	test_marks();
	test_hostile();
	test_color();
	test_parts();
	test_context();
	return tap_done();
}
