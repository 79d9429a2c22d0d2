/* match_sense: which changes of a wording are changes of sense, and which are how reports are written. */
#include <string.h>

#include "match.h"
#include "match_test.h"
#include "tap.h"

/* A row is what was said, in full, and what another outlet made of it: all in marks is direct, marks within are mixed, none are
 * reported speech.  level is the gravest of its change rows that have one. */
static const struct {
	const char *full, *other, *level, *does;
} rows[] = {
	/* numbers and quantities */
	{ "We counted 400 crates of sealed grain on the northern quay", "“We counted 4,000 crates of sealed grain on the northern quay”",
	    "number", "another number" },
	{ "Four hundred tonnes of grain were spoiled in the harbour store", "“400 tonnes of grain were spoiled in the harbour store”",
	    "", "a number in words is the same in digits" },
	{ "Twenty-five tonnes of grain were spoiled in the harbour store", "25 tonnes of grain were spoiled in the harbour store",
	    "", "two words of a number" },
	{ "Twelve tonnes of grain were spoiled in the harbour store", "twenty tonnes of grain were spoiled in the harbour store",
	    "number", "one number in words for another" },
	{ "We lost 12 trucks on the frozen road to the copper mine", "We lost dozens of trucks on the frozen road to the copper mine",
	    "number", "dozens for twelve" },
	{ "We lost 1.5 million litres of fuel in the frozen copper mine", "“We lost 1,500,000 litres of fuel in the frozen copper mine”",
	    "", "a million and a half in digits" },
	{ "We lost 5 million litres of fuel in the frozen copper mine", "that they lost 5 billion litres of fuel in the frozen copper mine",
	    "number", "billion for million" },
	{ "We laid 12 miles of copper pipe under the frozen river", "“We laid 12 kilometres of copper pipe under the frozen river”",
	    "number", "another unit" },
	{ "The tariff on copper pipe rises by 12 percent", "the tariff on copper pipe rises by 12%", "", "one unit, two spellings" },
	{ "We counted nearly 400 crates of sealed grain on the quay", "“We counted more than 400 crates of sealed grain on the quay”",
	    "quantity", "more than for nearly" },
	{ "One in ten crates of grain on the quay was sealed", "“One in five crates of grain on the quay was sealed”",
	    "number", "one in five for one in ten" },
	{ "We counted 400 crates of sealed grain on the northern quay", "that they counted hundreds of crates of sealed grain on the northern quay",
	    "number", "hundreds for 400" },
	{ "The northern dam will cost £4.2m to repair, says the harbour board", "“The northern dam will cost £4.2 million to repair, says the harbour board”",
	    "", "millions by their letter" },
	{ "The northern dam will cost £4.2bn to repair, says the harbour board", "“The northern dam will cost £4.2 million to repair, says the harbour board”",
	    "number", "and another letter" },
	{ "Total spendthrift and a crook of the northern dock and its cranes", "him a “spendthrift” and a crook of the northern dock", "",
	    "a word in marks without what stood before it" },
	/* dates */
	{ "The ferry to Uruguay sails next year with a sealed cargo", "the ferry to Uruguay sails this year with a sealed cargo",
	    "date", "this year for next year" },
	{ "The pilots of the northern ferry take Thursday's sealed cargo to Uruguay", "the pilots of the northern ferry take the sealed cargo to Uruguay on Friday",
	    "date", "another day, that stands elsewhere" },
	{ "The ferry to Uruguay sails on Monday with a sealed cargo", "“The ferry to Uruguay sails on Friday with a sealed cargo”",
	    "date", "another day" },
	{ "The ferry to Uruguay sails in April with a sealed cargo", "the ferry to Uruguay sails in June with a sealed cargo",
	    "date", "another month" },
	{ "The ferry to Uruguay sails by 2031 with a sealed cargo", "the ferry to Uruguay sails by 2038 with a sealed cargo",
	    "number", "another year" },
	{ "Not one pilot of the northern ferry will lose a job before 2028", "until 2028 pilots of the northern ferry will not lose the job", "",
	    "a year counts no pilots" },
	{ "The ferry to Uruguay sails tomorrow with a sealed cargo", "the ferry to Uruguay sails on Friday with a sealed cargo",
	    "", "tomorrow is told by the day's name" },
	{ "The ferry to Uruguay sails on Monday with a sealed cargo", "the ferry to Uruguay sails with a sealed cargo",
	    "", "a day left out in reported speech" },
	{ "The ferry to Uruguay sails within weeks with a sealed cargo", "“The ferry to Uruguay sails within months with a sealed cargo”",
	    "date", "months for weeks" },
	{ "The ferry to Uruguay sails by the end of the year with a sealed cargo", "the ferry to Uruguay sails by the end of next year with a sealed cargo",
	    "date", "next year for the year" },
	{ "The owners promised us in May that the northern dock was safe", "“The owners promised us that the northern dock was safe”",
	    "", "May is no may" },
	{ "Repairing the northern dock will take at least eight months and cost 340 million crowns",
	    "that repairing the northern dock will cost 340 million crowns and take at least 18 months", "number",
	    "another number of what stands elsewhere" },
	{ "Every crane on the northern quay of Ostby was inspected", "each of the cranes on the northern quay of Ostby was inspected",
	    "", "each is every" },
	/* negation */
	{ "We have never shipped undeclared copper to Uruguay", "“We have shipped undeclared copper to Uruguay”", "negation", "never lost" },
	{ "There is no evidence that the crane was overloaded", "“There is evidence that the crane was overloaded”", "negation", "no lost" },
	{ "The crew sailed without a licence for the northern strait", "that the crew sailed with a licence for the northern strait",
	    "negation", "with for without" },
	{ "Hardly any crane on the northern quay was inspected", "“Any crane on the northern quay was inspected”", "negation", "hardly lost" },
	{ "The owners refused to sign the harbour treaty", "the owners agreed to sign the harbour treaty", "negation", "agreed for refused" },
	{ "The owners failed to seal the northern dock", "“The owners sealed the northern dock”", "negation", "failed to lost" },
	{ "The northern dock is unsafe for loaded barges", "“The northern dock is safe for loaded barges”", "negation", "safe for unsafe" },
	{ "Loading barges at the northern dock is legal", "loading barges at the northern dock is illegal", "negation", "illegal for legal" },
	{ "Copper exports through the northern dock will increase", "that copper exports through the northern dock will decrease",
	    "negation", "an antonym" },
	{ "The council accepted the harbour treaty with Uruguay", "“The council rejected the harbour treaty with Uruguay”",
	    "negation", "another antonym" },
	{ "The northern dock of the old harbour in Uruguay is not safe for barges",
	    "the northern dock of the old harbour in Uruguay is unsafe for barges", "", "not safe is unsafe" },
	{ "The crates on the northern quay were undeclared, and the ferry left", "“The crates on the northern quay were not declared, and the ferry left”",
	    "", "not declared is undeclared" },
	{ "We have never carried undeclared cargo to Uruguay, and we shall not in the future",
	    "“We have never carried cargo not declared to Uruguay, and we shall not in the future”", "", "wherever it stands" },
	{ "The barge at the northern dock is uninsured, and the crew knows it", "“The barge at the northern dock is not insured, and the crew knows it”",
	    "", "a prefix of no list negates" },
	{ "The barge at the northern dock is uninsured, and the crew knows it", "“The barge at the northern dock is insured, and the crew knows it”",
	    "negation", "and so it does alone" },
	{ "We do not have any sealed crates on the northern quay", "they have no sealed crates on the northern quay", "",
	    "not any is no" },
	{ "We cannot seal the northern dock with old copper pipe", "“We can't seal the northern dock with old copper pipe”", "", "cannot is can't" },
	{ "No one will be driven off the northern quay in winter", "nobody would be driven off the northern quay in winter", "", "no one is nobody" },
	{ "No one will be driven off the northern quay in winter", "“Everyone will be driven off the northern quay in winter”", "negation",
	    "everyone for no one" },
	{ "The crane isn't broken and the crew will not leave the quay", "the crane is not broken and the crew won't leave the quay", "",
	    "clitics" },
	{ "It is not only the crane that broke on the northern quay", "it is the crane that broke on the northern quay", "",
	    "not only is no negation" },
	{ "I don't think that the northern dam will break this winter", "“The northern dam will break this winter”", "negation",
	    "a frame that negates is cut off" },
	{ "I think that the northern dam will break this winter", "the northern dam will break this winter", "", "a frame that says nothing" },
	{ "We will not be driven from the quay by anyone. But we remain willing to talk", "“We will be driven from the quay by no one, but we are willing to talk”", "",
	    "a negation goes no further than but" },
	{ "Not a single crate of grain was spoiled in the harbour store", "“Not one crate of grain was spoiled in the harbour store”", "",
	    "not a single is not one" },
	{ "No crates and no barrels of copper were taken from the harbour store", "“No crates or barrels of copper were taken from the harbour store”",
	    "", "no crates or barrels are no crates and no barrels" },
	{ "The crates and barrels of copper were taken from the harbour store", "“The crates and no barrels of copper were taken from the harbour store”",
	    "negation", "a negation of its own" },
	{ "We want peace with the pilots of the northern ferry", "that they do not want war with the pilots of the northern ferry", "",
	    "no war is peace" },
	{ "This is the hardest decision that we took at the northern dock in 20 years", "closing it was the easiest decision that they took at the northern dock in 20 years",
	    "negation", "easiest for hardest" },
	/* modality, commitment */
	{ "The council may close the northern dock in winter", "“The council will close the northern dock in winter”", "modality", "will for may" },
	{ "The council must close the northern dock in winter", "“The council should close the northern dock in winter”", "modality",
	    "should for must" },
	{ "The council will close the northern dock in winter", "that the council would close the northern dock in winter", "",
	    "would is will, reported" },
	{ "The council can close the northern dock in winter", "that the council could close the northern dock in winter", "",
	    "could is can, reported" },
	{ "The council could close the northern dock in winter", "the council will close the northern dock in winter", "modality",
	    "a headline's will" },
	{ "The council plans to close the northern dock in winter", "“The council closed the northern dock in winter”", "modality",
	    "what is planned was not done" },
	{ "We tried to stop the copper leak under the northern dock", "“We stopped the copper leak under the northern dock”", "modality",
	    "what was tried was not done" },
	{ "The council intends to close the northern dock in winter", "the council plans to close the northern dock in winter", "",
	    "a plan is an intention" },
	{ "The owners allegedly smuggled copper through the northern dock", "“The owners smuggled copper through the northern dock”", "modality",
	    "a hedge is dropped" },
	{ "Perhaps the owners smuggled copper through the northern dock", "“The owners smuggled copper through the northern dock”", "modality",
	    "perhaps is dropped" },
	/* parties */
	{ "The crane belongs to Portugal and the northern dock is rented", "“The crane belongs to Norway and the northern dock is rented”",
	    "party", "another party" },
	{ "I believe Spain owes Portugal the rent of the northern dock", "“I believe Portugal owes Spain the rent of the northern dock”", "party",
	    "two parties swap" },
	{ "In the end Barroso betrayed the ferry pilots of Ostby", "that in the end the ferry pilots betrayed Barroso of Ostby", "party",
	    "who did it and who suffered it" },
	{ "In the end Barroso betrayed the ferry pilots of Ostby", "that in the end the ferry pilots were betrayed by Barroso of Ostby", "",
	    "who suffered it is told first" },
	{ "I believe Ines Barroso owns the northern dock and its cranes", "Barroso owns the northern dock and its cranes", "", "a surname alone" },
	{ "She owns the northern dock and all of its cranes", "“[Barroso] owns the northern dock and all of its cranes”", "",
	    "an editor's brackets" },
	{ "The British navy owns the northern dock and its cranes", "that the navy of the UK owns the northern dock and its cranes", "",
	    "a country's other name" },
	/* cuts */
	{ "We will sign the harbour treaty, but only for the northern dock", "“We will sign the harbour treaty”", "cut", "but" },
	{ "We will sign the harbour treaty unless the rent is raised", "“We will sign the harbour treaty”", "cut", "unless" },
	{ "If the rent is lowered, we will sign the harbour treaty", "“We will sign the harbour treaty”", "cut", "a leading if" },
	{ "If the rent is lowered, we will sign the harbour treaty", "that they will sign the harbour treaty if the rent is lowered", "",
	    "a condition is moved" },
	{ "If there had been a fire, the store had burned with all of the fleet's copper",
	    "that a fire would have burned the store with all of the fleet's copper", "", "a condition told by would" },
	{ "We sold copper to the northern fleet until the treaty", "“We sold copper to the northern fleet”", "cut", "until" },
	{ "We will sign the harbour treaty because the rent is fair", "“We will sign the harbour treaty”", "", "a reason is cut off" },
	{ "We will sign the harbour treaty and then sail for Uruguay", "“We will sign the harbour treaty”", "", "the rest is cut off" },
	{ "We will sign the harbour treaty. But the rent must be lowered.", "“We will sign the harbour treaty”", "", "another sentence is left out" },
	{ "All docks except the northern one were sealed by the crew", "“All docks were sealed by the crew”", "cut", "an exception in the middle" },
	/* how much */
	{ "Some crews of the northern fleet smuggled copper", "“All crews of the northern fleet smuggled copper”", "quantity", "all for some" },
	{ "Every crew of the northern fleet smuggled copper", "all crews of the northern fleet smuggled copper", "", "all for every" },
	{ "Many crews of the northern fleet smuggled copper", "most crews of the northern fleet smuggled copper", "quantity", "most for many" },
	{ "The crews of the fleet often smuggled copper to Uruguay", "“The crews of the fleet always smuggled copper to Uruguay”", "quantity",
	    "always for often" },
	{ "The crews sometimes smuggled copper to Uruguay", "“The crews smuggled copper to Uruguay”", "quantity", "sometimes is dropped" },
	{ "The fleet only sold copper to the Uruguay smelter", "“The fleet sold copper to the Uruguay smelter”", "quantity", "only is dropped" },
	{ "The crane crew was extremely reckless on the northern quay", "the crane crew was reckless on the northern quay", "quantity",
	    "less than was said" },
	{ "The northern dock is one of the largest in Uruguay", "“The northern dock is the largest in Uruguay”", "quantity", "the largest for one of them" },
	/* how reports are written */
	{ "If the owners mended the northern crane, would that have been cheap", "that it would have been cheap had the owners mended the northern crane",
	    "", "a condition without an if" },
	{ "The board would not “look for some crane crew to hang” in Uruguay", "that it was not there to look for some crane crew to hang in Uruguay", "",
	    "a future in the words of the reporter" },
	{ "We are going to move the copper smelter to Uruguay", "that they would move the copper smelter to Uruguay", "", "going to is a future" },
	{ "We will not move the copper smelter to Uruguay", "“We are not going to move the copper smelter to Uruguay”", "", "nor is not going to" },
	{ "We may not move the copper smelter to Uruguay", "“We are not going to move the copper smelter to Uruguay”", "modality",
	    "which is more than may not" },
	{ "Our crews repaired the northern dock with old copper pipe", "that its crews had repaired the northern dock with old copper pipe", "",
	    "tense and person" },
	{ "The crews repaired the dock, um, with old copper pipe", "“The crews repaired the dock with old copper pipe”", "", "fillers" },
	{ "The crews repaired the northern dock with old copper pipe last week", "the northern dock was repaired by the crews with old copper pipe", "",
	    "a passive" },
	{ "The harbour treaty is a disgrace for the northern fleet", "the treaty a “disgrace for the northern fleet”", "", "a fragment in marks" },
	{ "The crews of the fleet “smuggled copper” to Uruguay", "the crews of the fleet shipped copper to Uruguay", "", "a weaker word, reported" },
	{ "The owners shipped grain in freight barges to Uruguay", "“The owners shipped grain in rotten barges to Uruguay”", "word",
	    "another word in marks" },
	{ "The owners shipped grain to Uruguay, and the crews of the northern fleet were paid in copper",
	    "“The owners moved wheat to Uruguay, and the crews of the northern fleet were given copper”", "",
	    "where more words are others it is another translation" },
	{ "The owners shipped grain in freight barges to Uruguay", "“The owners are shipping grain in freight barges to Uruguay”", "",
	    "another form of a word in marks" },
};

/* Said in full, and behind it, so that it is the fullest wording whatever the other adds. */
static const char rest[] = ". The harbour board has told the owners of every barge so in writing, twice, and got a short answer from one of their lawyers.";

static void
doc_set(struct doc *d, const char *id, struct slice text, const char *form)
{
	struct row *r;

	doc_reset(d);
	d->id = slice_from(id);
	d->text = text;
	r = doc_add(d, ROW_DOC, 0, text.len);
	r->field[DOC_SOURCE] = slice_from(id);
	r = doc_add(d, ROW_QUOTE, 0, text.len);
	r->field[QUOTE_NUMBER] = slice_from("1");
	r->field[QUOTE_FORM] = slice_from(form);
	r->field[QUOTE_SPEAKER_ID] = slice_from("person:maren-skoglund");
	d->nread = d->nrow;
}

/* The level of the gravest change, in *found; false if the two are no one statement. */
static bool
gravest(struct doc *d, struct slice *found)
{
	static const char *const levels[] = { "negation", "number", "date", "modality", "quantity", "party", "cut", "word" };
	struct slice statement = d->row[1].field[QUOTE_STATEMENT];
	size_t best = sizeof levels / sizeof *levels;

	for (size_t i = doc_next(d, ROW_CHANGE, 0); i < d->nrow; i = doc_next(d, ROW_CHANGE, i + 1))
		for (size_t k = 0; k < best; k++)
			if (slice_is(d->row[i].field[CHANGE_LEVEL], levels[k]))
				best = k;
	*found = slice_from(best < sizeof levels / sizeof *levels ? levels[best] : "");
	return statement.len > 0 && !slice_is(d->row[1].field[QUOTE_SIMILARITY], "1.00");
}

static void
test_row(const struct lexicon *words, size_t i)
{
	struct match *m = match_new(words, "en", true);
	struct slice other, level;
	const char *form = form_of(rows[i].other, &other);
	struct doc d = { 0 };
	struct buf full = { 0 };
	bool one;

	buf_string(&full, rows[i].full);
	buf_string(&full, rest);
	for (int turn = 0; turn < 2; turn++) {
		doc_set(&d, "a", buf_slice(&full), strstr(rows[i].full, "“") != NULL ? "mixed" : "direct");
		(turn == 0 ? match_add : match_fill)(m, &d);
		doc_set(&d, "b", other, form);
		(turn == 0 ? match_add : match_fill)(m, &d);
		if (turn == 0)
			match_run(m, 0);
	}
	one = gravest(&d, &level);
	tap_same(one ? level : slice_from("no one statement"), slice_from(rows[i].level), rows[i].does);
	buf_free(&full);
	doc_free(&d);
	match_free(m);
}

int
main(void)
{
	return test_rows(test_row, sizeof rows / sizeof *rows);
}
