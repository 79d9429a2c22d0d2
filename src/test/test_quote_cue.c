/* quote: cues that report only of some subjects or in some forms; the table is explained in quote_test.h. */
#include "quote_test.h"

static const struct quote_test tests[] = {
	{ "an inquiry finds out", "An inquiry has found that the fire service was slow to respond.",
	    "indirect:that the fire service was slow to respond:has found:An inquiry" },
	{ "a study of something finds out", "A study of bees found that they remember faces.",
	    "indirect:that they remember faces:found:A study of bees" },
	{ "a poll shows, without that", "A new poll shows Berg has fallen to 27%.", "indirect:Berg has fallen to 27%:shows:A new poll" },
	{ "what records show stands before it", "The firm bought the jet in 2010, records show.",
	    "indirect:The firm bought the jet in 2010:show:records" },
	{ "a court holds", "The court held that the contract was void.", "indirect:that the contract was void:held:The court" },
	{ "a person finds a thing out by himself", "Berg found that the door was open.", "" },
	{ "what one does to show it is no finding", "The inquiry went to Hamar to show that it listened.", "" },
	{ "who is adamant says so", "The minister was adamant that there would be no second vote.",
	    "indirect:that there would be no second vote:was adamant:The minister" },
	{ "adamant, without that", "Lund has been adamant he did nothing wrong.",
	    "indirect:he did nothing wrong:has been adamant:Lund" },
	{ "adamant before words in marks", "The minister was adamant: “There will be no vote.”",
	    "direct:There will be no vote.:was adamant:The minister" },
	{ "an adamant man has said nothing", "The adamant minister left the dam that leaked.", "" },
	{ "who is appealed to is told", "Bello appealed to the government to fix the road.",
	    "indirect:to fix the road:appealed to:Bello" },
	{ "counsel submits", "Counsel for the petitioner submitted that the order was bad in law.",
	    "indirect:that the order was bad in law:submitted:Counsel for the petitioner" },
	{ "as a passive with its agent", "As reported by the Gazette, the dam leaked.", "indirect:the dam leaked:reported:the Gazette" },
	{ "as a passive behind its clause", "The dam leaked, as reported by the Gazette.",
	    "indirect:The dam leaked:reported:the Gazette" },
	{ "as a passive between", "The dam, as reported by the Gazette, leaked twice.",
	    "indirect 1/2:The dam:reported:the Gazette / indirect 2/2:leaked twice:reported:the Gazette" },
	{ "noted where", "«We are ready», - noted in the ministry.", "direct:We are ready:noted:the ministry" },
	{ "is said where", "\"The talks will be held in May,\" – is said in the message.",
	    "direct:The talks will be held in May,:is said:the message" },
	{ "it is said where", "It is said in the message that the talks will be held in May.",
	    "indirect:that the talks will be held in May:is said:the message" },
	{ "a comma and a dash before the verb", "«We are ready», - stressed the mayor.", "direct:We are ready:stressed:the mayor" },
	{ "this was announced", "Two people were hurt in the storm.|This was announced by the mayor, Anna Berg.",
	    "indirect:Two people were hurt in the storm:was announced:the mayor, Anna Berg" },
	{ "this was announced, a paragraph on", "Two people were hurt in the storm.\nThis was stated in the ministry.",
	    "indirect:Two people were hurt in the storm:was stated:the ministry" },
	{ "this was denied", "Berg said it leaked.|This was denied by Lund.", "indirect:Berg said it leaked:was denied:Lund" },
	{ "it may be the plan that was announced", "The plan will cost $3m.|It was announced by Berg on Monday.", "" },
	{ "this was confirmed by nobody", "The dam broke.|This was confirmed.", "" },
	{ "a headline's tail", "Lund lied about dam - report", "indirect:Lund lied about dam:-:report" },
	{ "a headline's tail behind a colon", "Dam to be closed, schools shut: mayor", "indirect:Dam to be closed, schools shut:::mayor" },
	{ "a tail that is a genre", "Dam to be closed: analysis", "" },
	{ "a label before a headline", "Exclusive: Lund lied about dam, says ex-wife", "indirect:Lund lied about dam:says:ex-wife" },
	{ "a genre speaks not", "Review: A fine night out in Hamar", "" },
	{ "in a headline a court is told", "Court told dam was 'rotten'", "mixed:dam was 'rotten':told:" },
	{ "who is warned is none, but the clause's subject", "Engineers warn dam could fail within days",
	    "indirect:dam could fail within days:warn:Engineers" },
	{ "a plural at the end is no verb", "Company recalls rye bread over glass fears",
	    "indirect:rye bread over glass fears:recalls:Company" },
};

int
main(void)
{
	test_language("en", tests, sizeof tests / sizeof *tests);
	return tap_done();
}
