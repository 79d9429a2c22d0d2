/* match_score: which quotations are one statement. */
#include "match.h"
#include "match_test.h"
#include "tap.h"

/* words as in test_sense.c: all in marks is direct, marks within are mixed, none are reported speech. */
struct said {
	const char *id; /* of the speaker and, behind a space, the words that tell who it is */
	const char *day, *words; /* no day: in the other's article, behind it */
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
	/* reported speech */
	{ { "person:ida-brandt", "2026-03-02", "the pilots' union won its licence on Monday night, when late ballots from the islands pushed its "
	    "total over the threshold that the harbour law sets" },
	    { "person:ida-brandt", "2026-03-03", "that it had enough ballots for a licence of the harbour on Monday, 400 over the threshold, and was glad" },
	    true, "one news, told on two days" },
	{ { "person:ida-brandt", "2026-03-02", "the pilots' union won its licence on Monday night, when late ballots from the islands pushed its "
	    "total over the threshold that the harbour law sets" },
	    { "person:ida-brandt", "2026-03-12", "that it had enough ballots for a licence of the harbour on Monday, 400 over the threshold, and was glad" },
	    false, "but not a week later" },
	/* who is not known */
	{ { "person:ida-brandt", "2026-03-02", "“I have sailed to that island since I was a boy. We did not come here for the grain.”" },
	    { " the pilot", "2026-03-02", "“I've sailed to that island since I was a kid. We didn't come here for the grain.”" }, true,
	    "a long row of words by one whose name is not found" },
	{ { "person:ida-brandt", "2026-03-02", "“I have sailed to that island since I was a boy. We did not come here for the grain.”" },
	    { " the pilot", "2026-03-12", "“I've sailed to that island since I was a kid. We didn't come here for the grain.”" }, false,
	    "but not on another occasion" },
	{ { "anon:spokesperson", "2026-03-02", "“We are looking at all of the crates. We do not comment on ongoing investigations.”" },
	    { "anon:spokesperson", "2026-03-02", "“We do not comment on ongoing investigations.”" }, false, "what all spokesmen say" },
	{ { "anon:spokesperson", "2026-03-02", "“The northern dock of Ostby was closed at night by harbour pilots.”" },
	    { "anon:spokesperson", "2026-03-02", "“The northern dock of Ostby was closed at night by harbour pilots, and stays closed.”" }, true,
	    "and what one of them said" },
	{ { "", "2026-03-02", "discussing her plan to close the northern dock of Ostby to foreign trawlers" },
	    { "", "2026-03-11", "for her plan to close the northern dock of Ostby to foreign trawlers in winter" }, false,
	    "what people speak of for days, by nobody known and in nobody's words" },
	{ { "", "2026-03-02", "discussing her plan to close the northern dock of Ostby to foreign trawlers" },
	    { "", "2026-03-04", "for her plan to close the northern dock of Ostby to foreign trawlers in winter" }, true, "but in one news" },
	/* a word in marks */
	{ { "person:ida-brandt", "2026-03-02", "“That ballot of the harbour pilots was rotten.”" },
	    { "person:ida-brandt", "2026-03-03", "the pilots' vote “rotten”" }, true, "one word of what its speaker says elsewhere" },
	{ { "person:ida-brandt", "2026-03-02", "“That ballot of the harbour pilots was rotten.”" },
	    { "person:ida-brandt", "2026-03-09", "the pilots' vote “rotten”" }, false, "but not on another occasion" },
	{ { "person:ida-brandt", "2026-03-02", "“That ballot of the harbour pilots was rotten.”" },
	    { "person:ivo-strand", "2026-03-03", "the pilots' vote “rotten”" }, false, "nor by another" },
	{ { "person:ida-brandt", "2026-03-02", "“That ballot of the harbour pilots was not rotten.”" },
	    { "person:ida-brandt", "2026-03-03", "the pilots' vote “rotten”" }, false, "nor where it is denied" },
	{ { "person:ida-brandt", "2026-03-02", "“Ferries, cranes and trawlers of Ostby lay for a winter in that rotten dock, and the board let the watchmen starve.”" },
	    { "person:ida-brandt", "2026-03-03", "the pilots' vote “rotten”" }, false, "nor in a long speech of other things" },
	{ { "person:ida-brandt", "2026-03-02", "it a “likely sale”" },
	    { "person:ida-brandt", NULL, "that “no paper shows that the sale of the northern dock was signed”" }, true,
	    "what a thing is called by one who goes on about it" },
	{ { "person:ida-brandt", "2026-03-02", "it a “likely theft”" },
	    { "person:ida-brandt", NULL, "that “no paper shows that the sale of the northern dock was signed”" }, false, "or about another" },
	/* one news, told otherwise */
	{ { "person:ida-brandt", "2026-03-02", "“The pilot asked to leave Ostby. We had no choice.”" },
	    { "person:ida-brandt", "2026-03-03", "“The pilot did not ask to leave Ostby, it is us who decided.”" }, true, "half of what both say together" },
	{ { "person:ida-brandt", "2026-03-02", "“We may close the northern dock in the autumn if the frost holds, but we are not promising anything.”" },
	    { "person:ida-brandt", "2026-03-02", "the harbour board of Ostby will close the northern dock in the autumn" },
	    true, "a row of words, whatever is negated elsewhere" },
	{ { "person:ida-brandt", "2026-03-02", "“We have no excuses.”" },
	    { "person:ida-brandt", "2026-03-03", "“Ostby had the better pilots today. We have no excuses.”" }, true, "four words, and all that was said" },
	{ { "person:ida-brandt", "2026-03-02", "the watchman fired four shots within six seconds of arriving" },
	    { "person:ida-brandt", "2026-03-02", "watchman Dane had fired five shots" }, true, "a number stands for another in a row" },
	{ { "person:ida-brandt", "2026-03-02", "the tonic “is not a cure” and it is not known whether the effect lasts beyond a year" },
	    { "person:ida-brandt", "2026-03-02", "the tonic was “a cure” and the effect lasts more than a year" }, true, "a negation is lost" },
	{ { "person:ida-brandt", "2026-03-02", "that 64 jobs would be lost" },
	    { "person:ida-brandt", "2026-03-03", "sixty-four pilots will lose their jobs when four docks close in Ostby" }, true,
	    "all that the one says, in another order" },
	{ { "person:ida-brandt", "2026-03-02", "that Orbix had known of the leak in the northern dock since March" },
	    { "person:ida-brandt", "2026-03-03", "Orbix knew about the leak in the northern dock since May" }, true, "forms of a verb, and another month" },
	/* two speakers */
	{ { "person:maren-skoglund", "2026-03-02", "she had left the cast of “Lights of Ostby” over her pay" },
	    { "person:ida-brandt", "2026-03-03", "“Maren is Lights of Ostby.”" }, false, "a title in marks is no statement" },
	{ { "person:maren-skoglund", "2026-03-02", "“The owners had no influence on the dam or its locks.”" },
	    { "person:ida-brandt", "2026-03-03", "that the owners had no influence on the dam" }, true,
	    "in another's mouth, where all that is told is a row" },
	/* other occasions */
	{ { "person:ida-brandt", "2026-09-12", "a “total and complete ban” on foreign barges entering the northern dock" },
	    { "person:ida-brandt", "2026-03-02", "“We are calling for a total and complete closure of foreign barges entering the northern dock until our "
		"inspectors have found out what on earth is in their holds.”" },
	    true, "most of many words are remembered for longer than months" },
	{ { "person:ida-brandt", "2026-09-12", "to stop all foreign barges from entering the northern dock" },
	    { "person:ida-brandt", "2026-03-02", "stopping foreign barges before they enter the northern dock" },
	    true, "what is said in half of the words too" },
	{ { "person:maren-skoglund", "2026-09-12", "to stop all foreign barges from entering the northern dock" },
	    { "person:ida-brandt", "2026-03-02", "stopping foreign barges before they enter the northern dock" },
	    false, "but not by two" },
	{ { "person:ida-brandt", "2026-09-12", "that no foreign barge shall enter the northern dock" },
	    { "person:ida-brandt", "2026-03-02", "that foreign barges shall enter the northern dock" },
	    false, "nor turned round" },
	{ { "person:ida-brandt", "2026-09-12", "they would not go with her because she did not want their money" },
	    { "person:ida-brandt", "2026-03-02", "that she might not win a vote of many in the harbour because she did not want their money" },
	    true, "a row of words that say little" },
	/* few words */
	{ { "person:ida-brandt", "2026-03-02", "that “the northern dam is safe”" },
	    { "person:ida-brandt", "2026-03-02", "“I am heartbroken, but the northern dam is not safe.”" },
	    true, "the same words without their negation" },
	{ { "person:ida-brandt", "2026-03-02", "the plan as a “betrayal”" },
	    { "person:ida-brandt", "2026-03-03", "the plan “a betrayal of people who kept the northern ferry afloat”" },
	    true, "a word in marks and what it is said of, a word between" },
	{ { "person:ida-brandt", "2026-03-02", "“I would have done the same in her place”" },
	    { "anon:pilot", "2026-03-02", "“I would have done the same in her place”" },
	    true, "word for word, whatever they weigh" },
	{ { "person:ida-brandt", "2026-03-02", "3,000 pilots would have nowhere to sail" },
	    { "person:ida-brandt", "2026-03-03", "“Three hundred pilots will have nowhere to sail”" },
	    true, "the same but for a number" },
	{ { "person:ida-brandt", "2026-03-02", "3,000 pilots would have nowhere to sail" },
	    { "person:ida-brandt", "2026-03-08", "“Three hundred pilots will have nowhere to sail”" },
	    false, "but not on other days" },
	{ { "person:ida-brandt", "2026-03-02", "“Nobody could have foreseen this”" },
	    { "person:ida-brandt", "2026-03-03", "“We are looking at the rustiest ferry of the century. Nobody could have foreseen this.”" },
	    true, "five words of one news" },
	{ { "person:ida-brandt", "2026-03-02", "“Nobody could have foreseen this”" },
	    { "person:ida-brandt", "2026-03-12", "“We are looking at the rustiest ferry of the century. Nobody could have foreseen this.”" },
	    false, "but not of another" },
	{ { "person:ida-brandt", "2026-03-02", "“The dock is unsafe. We have shown it to four million people.”" },
	    { "person:ida-brandt", "2026-03-02", "“The dock is safe. We have shown it to four million people. We have no reason to stop.”" },
	    true, "most is the same, word for word" },
	{ { "person:ida-brandt", "2026-03-02", "she'll wait for the autopsy" },
	    { "person:ida-brandt", "2026-03-02", "that she would wait for the autopsy before closing the northern dock" },
	    true, "a part of reported speech" },
	/* another speaker, or so it seems */
	{ { "person:vidar-holmsen he", "2026-03-02", "“outrageously rusty ferries”" },
	    { "person:ida-brandt", "2026-03-03", "that the owners had bought “outrageously rusty ferries” and hidden it from the council" },
	    true, "whose speaker was traced from a pronoun may be another's" },
	{ { "person:vidar-holmsen Holmsen", "2026-03-02", "“outrageously rusty ferries”" },
	    { "person:ida-brandt", "2026-03-03", "that the owners had bought “outrageously rusty ferries” and hidden it from the council" },
	    false, "whose speaker is named is not" },
	/* one article */
	{ { "person:ida-brandt", "2026-03-02", "the smugglers to dig up a chest of “missing” letters from the old lighthouse keeper" },
	    { "person:ida-brandt", NULL, "“Smugglers, I hope that you are able to find the forty letters that are missing.”" },
	    true, "a word in marks tells that both are one" },
	{ { "person:ida-brandt", "2026-03-02", "the smugglers to return “missing” chests from the old lighthouse" },
	    { "person:ida-brandt", NULL, "“I hope that you are able to find the forty letters that are missing.”" },
	    false, "but it is not enough" },
};

static void
add_quotation(struct doc *d, const struct said *said, size_t start, const char *number)
{
	struct slice text;
	const char *form = form_of(said->words, &text);
	struct row *r = doc_add(d, ROW_QUOTE, start, start + text.len);
	struct slice speaker = slice_from(said->id), id = slice_cut(&speaker, ' ');

	r->field[QUOTE_NUMBER] = slice_from(number);
	r->field[QUOTE_FORM] = slice_from(form);
	r->field[QUOTE_SPEAKER_ID] = id;
	if (speaker.at != NULL)
		r->field[QUOTE_SPEAKER] = speaker;
}

/* A document of a quotation, and of another if that has no day. */
static void
doc_set(struct doc *d, const char *id, const struct said *said, const struct said *next)
{
	struct buf text = { 0 };
	struct slice words;
	size_t start;

	doc_reset(d);
	form_of(said->words, &words);
	buf_add(&text, words);
	buf_byte(&text, ' ');
	start = text.len;
	form_of(next->words, &words);
	buf_add(&text, words);
	d->id = slice_from(id);
	d->text = arena_copy(&d->arena, buf_slice(&text));
	doc_add(d, ROW_DOC, 0, text.len)->field[DOC_PUBLISHED] = slice_from(said->day);
	add_quotation(d, said, 0, "1");
	if (next->day == NULL)
		add_quotation(d, next, start, "2");
	d->nread = d->nrow;
	buf_free(&text);
}

/* Adds the documents of a pair, or fills them; in *first the statement of the one. */
static void
pass(struct match *m, void (*stage)(struct match *m, struct doc *d), struct doc *d, size_t i, struct buf *first)
{
	doc_set(d, "a", &rows[i].a, &rows[i].b);
	stage(m, d);
	buf_clear(first);
	buf_add(first, d->row[1].field[QUOTE_STATEMENT]);
	if (rows[i].b.day == NULL)
		return;
	doc_set(d, "b", &rows[i].b, &rows[i].a);
	stage(m, d);
}

static void
test_row(const struct lexicon *words, size_t i)
{
	struct match *m = match_new(words, "en", false);
	struct doc d = { 0 };
	struct buf first = { 0 };

	pass(m, match_add, &d, i, &first);
	match_run(m, 0);
	pass(m, match_fill, &d, i, &first);
	tap_ok(slice_eq(buf_slice(&first), d.row[d.nread - 1].field[QUOTE_STATEMENT]) == rows[i].one, rows[i].does);
	buf_free(&first);
	doc_free(&d);
	match_free(m);
}

int
main(void)
{
	return test_rows(test_row, sizeof rows / sizeof *rows);
}
