/* match_score: which quotations are one statement. */
#include "match.h"
#include "match_test.h"
#include "tap.h"

struct said {
	const char *id, *day, *words; /* as in test_sense.c: all in marks is direct, marks within are mixed, none are reported speech */
};

static const struct {
	struct said a, b;
	bool one;
	const char *does;
} rows[] = {
	/* names */
	{ { "person:ida-brandt", "2026-03-02", "Unionist harbour commissioner Maren Skoglund by name" },
	    { "person:ida-brandt", "2026-03-02", "that letters by Unionist harbour commissioner Maren Skoglund make the dock a “graveyard for old ferries”" },
	    false, "what one is called is no statement" },
	{ { "person:ida-brandt", "2026-03-02", "that Maren Skoglund closed the northern dock of Ostby" },
	    { "person:ida-brandt", "2026-03-02", "that Maren Skoglund had closed Ostby's northern dock at night" },
	    true, "what is said of one who is named is" },
};

/* A document of one quotation. */
static void
doc_set(struct doc *d, const char *id, const struct said *said)
{
	struct slice text;
	const char *form = form_of(said->words, &text);
	struct row *r;

	doc_reset(d);
	d->id = slice_from(id);
	d->text = text;
	r = doc_add(d, ROW_DOC, 0, text.len);
	r->field[DOC_PUBLISHED] = slice_from(said->day);
	r = doc_add(d, ROW_QUOTE, 0, text.len);
	r->field[QUOTE_NUMBER] = slice_from("1");
	r->field[QUOTE_FORM] = slice_from(form);
	r->field[QUOTE_SPEAKER_ID] = slice_from(said->id);
	d->nread = d->nrow;
}

static void
test_row(const struct lexicon *words, size_t i)
{
	struct match *m = match_new(words, false);
	struct doc d = { 0 };
	struct buf first = { 0 };

	for (int turn = 0; turn < 2; turn++) {
		doc_set(&d, "a", &rows[i].a);
		(turn == 0 ? match_add : match_fill)(m, &d);
		buf_add(&first, d.row[1].field[QUOTE_STATEMENT]);
		doc_set(&d, "b", &rows[i].b);
		(turn == 0 ? match_add : match_fill)(m, &d);
		if (turn == 0)
			match_run(m, 0);
	}
	tap_ok(slice_eq(buf_slice(&first), d.row[1].field[QUOTE_STATEMENT]) == rows[i].one, rows[i].does);
	buf_free(&first);
	doc_free(&d);
	match_free(m);
}

int
main(void)
{
	struct lexicon *words = lexicon_new();

	lexicon_add(words, lexicon_builtin("en", "words"), 1);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(words, i);
	lexicon_free(words);
	return tap_done();
}
