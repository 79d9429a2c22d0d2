/* What extract-quotes finds, by phenomenon; test_quote.c tells how a row is written. */
#ifndef TEST_QUOTE_H
#define TEST_QUOTE_H

struct quote_test {
	const char *does, *text, *want;
};

static const struct quote_test quote_tests[] = {
	/* direct speech and its cue */
	{ "quotation, comma, speaker, verb", "“The dam will hold,” Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "verb before its speaker", "“The dam will hold,” said Anna Berg.", "direct:The dam will hold,:said:Anna Berg" },
	{ "speaker and verb first", "Berg said, “The dam will hold.”", "direct:The dam will hold.:said:Berg" },
	{ "a colon after the verb", "Berg added: “The dam will hold.”", "direct:The dam will hold.:added:Berg" },
	{ "a question in marks ends no sentence", "“Will it hold?” she asked.", "direct:Will it hold?:asked:she" },
	{ "auxiliaries and adverbs belong to the cue", "“The dam will hold,” Berg has also said.", "direct:The dam will hold,:has also said:Berg" },
	{ "a quotation split round its cue is one", "“The dam,” Berg said, “will hold.”",
	    "direct 1/2:The dam,:said:Berg / direct 2/2:will hold.:said:Berg" },
	{ "its second part may be a sentence of its own", "“The dam will hold,” Berg said. |“We built it well.”",
	    "direct 1/2:The dam will hold,:said:Berg / direct 2/2:We built it well.:said:Berg" },
	{ "a list of verbs is not needed: quip", "“The dam will outlive us,” Berg quipped.", "direct:The dam will outlive us,:quipped:Berg" },
	/* marks */
	{ "straight marks", "\"The dam will hold,\" Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "doubled single marks", "''The dam will hold,'' Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "TeX marks", "``The dam will hold,'' Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "guillemets", "«The dam will hold», Berg said.", "direct:The dam will hold:said:Berg" },
	{ "a quotation within", "“He said ‘no’ and left,” Berg said.", "direct:He said ‘no’ and left,:said:Berg" },
	{ "an apostrophe opens nothing", "It’s the voters’ choice.", "" },
	{ "a quotation that never closes ends with its paragraph", "Berg said, “The dam will hold.\nIt rained.", "direct:The dam will hold.:said:Berg" },
	/* not speech */
	{ "a scare quote", "The “special fund” was closed.", "" },
	{ "a term in marks", "Workers call such a wall a “sleeper.”", "mixed:such a wall a “sleeper.”:call:Workers" },
	/* reported speech */
	{ "a clause with that", "Berg said that the dam would hold.", "indirect:that the dam would hold:said:Berg" },
	{ "a clause without", "Berg said the dam would hold.", "indirect:the dam would hold:said:Berg" },
	{ "time and place before that", "Berg said on Monday that the dam would hold.", "indirect:that the dam would hold:said:Berg" },
	{ "a person told", "Berg told reporters that the dam would hold.", "indirect:that the dam would hold:told:Berg" },
	{ "the cue behind its clause", "The dam would hold, Berg said.", "indirect:The dam would hold:said:Berg" },
	{ "the cue in its clause", "The dam, Berg said, would hold for years.",
	    "indirect 1/2:The dam:said:Berg / indirect 2/2:would hold for years:said:Berg" },
	{ "a marked fragment in a clause", "Berg said the dam was “rock solid” and safe.", "mixed:the dam was “rock solid” and safe:said:Berg" },
	{ "according to", "According to Berg, the dam would hold.", "indirect:the dam would hold:According to:Berg" },
	{ "according to, behind", "The dam would hold, according to Berg.", "indirect:The dam would hold:according to:Berg" },
	/* speakers */
	{ "a speaker with apposition behind the verb", "“It will hold,” said Anna Berg, head of the water board.",
	    "direct:It will hold,:said:Anna Berg, head of the water board" },
	{ "a description", "“It will hold,” a spokesman for the water board said.", "direct:It will hold,:said:a spokesman for the water board" },
	{ "a headline's colon", "Berg: “It will hold.”", "direct:It will hold.:::Berg" },
};

#endif
