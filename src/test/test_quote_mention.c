/* quote: the mention of who speaks, whole; the table is explained in quote_test.h. */
#include "quote_test.h"

static const struct quote_test tests[] = {
	{ "a plural possessive before its noun", "The suspects' lawyer, Pieter Nel, said the charges would be withdrawn.",
	    "indirect:the charges would be withdrawn:said:The suspects' lawyer, Pieter Nel" },
	{ "a person whose name stands behind what he is head of", "The head of the region Igor Pavlov said the dam held.",
	    "indirect:the dam held:said:The head of the region Igor Pavlov" },
	{ "a time before a name that is no paper's", "In the middle of the night Berg said the dam held.",
	    "indirect:the dam held:said:Berg" },
	{ "both before two described people", "Both the mayor and the police chief said the crowd had been peaceful until dusk.",
	    "indirect:the crowd had been peaceful until dusk:said:Both the mayor and the police chief" },
	{ "neither before a name and a described person", "Neither Lund nor his lawyer would say where he was.",
	    "indirect:where he was:would say:Neither Lund nor his lawyer" },
	{ "a relative clause of two verbs", "A passer-by who helped the man and did not want to give his name said: “He was talking the whole time.”",
	    "direct:He was talking the whole time.:said:A passer-by who helped the man and did not want to give his name" },
	{ "where and when it was said, between commas", "The ministry, in a statement released late on Sunday night, rejected the accusations as “baseless and malicious”.",
	    "mixed:the accusations as “baseless and malicious”:rejected:The ministry" },
	{ "a relative clause before a colon", "Lund, who coached the side to two titles, was less forgiving: “They stopped running after an hour.”",
	    "direct:They stopped running after an hour.:was less forgiving:Lund, who coached the side to two titles" },
	{ "a time of day before a name", "18:45 Berg: “The door is open.”", "direct:The door is open.:::Berg" },
	{ "an apposition with what it is based on", "Aldgate, a charity based in Hamar, said donations had halved.",
	    "indirect:donations had halved:said:Aldgate, a charity based in Hamar" },
	{ "two names, each with its age", "Anna Lund, 54, and Peter Berg, 48, said they had lost everything.",
	    "indirect:they had lost everything:said:Anna Lund, 54, and Peter Berg, 48" },
	{ "two names, each with its apposition", "Anna Lund, a teacher, and Peter Berg, a nurse, said they had lost everything.",
	    "indirect:they had lost everything:said:Anna Lund, a teacher, and Peter Berg, a nurse" },
	{ "three names behind a time", "On Monday, Norway, Sweden and Denmark said the talks had failed.",
	    "indirect:the talks had failed:said:Norway, Sweden and Denmark" },
	{ "Inc. behind a comma belongs to the name", "Halvorsen Foods, Inc. said it would close two plants.",
	    "indirect:it would close two plants:said:Halvorsen Foods, Inc." },
	{ "Inc. between commas", "Halvorsen Foods, Inc., said it would close two plants.",
	    "indirect:it would close two plants:said:Halvorsen Foods, Inc." },
	{ "an ampersand within a name", "Reeve & Sons said the roof was safe.", "indirect:the roof was safe:said:Reeve & Sons" },
	{ "an ampersand without spaces", "R&D chief Anna Berg said the roof was safe.",
	    "indirect:the roof was safe:said:R&D chief Anna Berg" },
	{ "what a place joins to a noun", "The caption beneath the photo read \"Never again\".",
	    "direct:Never again:read:The caption beneath the photo" },
	{ "who is asked does not ask", "\"Why would I?\" he shot back when asked if he would apologise.",
	    "direct:Why would I?:shot back:he / indirect:if he would apologise:asked:" },
	{ "a question asked stands between commas", "Berg, asked if he would apologise, said he would not.",
	    "indirect:if he would apologise:asked: / indirect:he would not:said:Berg" },
	{ "a participle that opens is no name", "Contacted, the police spokesman, Musa Garba, confirmed the incident.",
	    "indirect:the incident:confirmed:the police spokesman, Musa Garba" },
	{ "what one does meanwhile is no name", "Celebrating the win, Berg said the team had earned it.",
	    "indirect:the team had earned it:said:Berg" },
	{ "what has since become of it", "The tweet, since deleted, said simply: \"Oops.\"", "direct:Oops.:said simply:The tweet" },
	{ "an adverb and a participle", "The post, later deleted, said the dam leaked.", "indirect:the dam leaked:said:The post" },
	{ "a noun before a name that begins the clause", "The opposition Forum for Change accused police of lying.",
	    "indirect:police of lying:accused:The opposition Forum for Change" },
	{ "a listed participle before a name", "United Nations monitors said the village was empty.",
	    "indirect:the village was empty:said:United Nations monitors" },
};

int
main(void)
{
	test_language("en", tests, sizeof tests / sizeof *tests);
	return tap_done();
}
