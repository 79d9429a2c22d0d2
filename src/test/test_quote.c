/* quote: what is found in a paragraph.  In a text, | ends a sentence and a line ends a paragraph; a quotation is expected as
 * form:words:cue:speaker, several with / between them. */
#include "buf.h"
#include "lexicon.h"
#include "quote.h"
#include "tap.h"

struct quote_test {
	const char *does, *text, *want;
};

static const struct quote_test quote_tests[] = {
	/* direct speech and its cue */
	{ "quotation, comma, speaker, verb", "“The dam will hold,” Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "verb before its speaker", "“The dam will hold,” said Anna Berg.", "direct:The dam will hold,:said:Anna Berg" },
	{ "speaker and verb first", "Berg said, “The dam will hold.”", "direct:The dam will hold.:said:Berg" },
	{ "no comma between verb and quotation", "Berg said “The dam will hold.”", "direct:The dam will hold.:said:Berg" },
	{ "a colon after the verb", "Berg added: “The dam will hold.”", "direct:The dam will hold.:added:Berg" },
	{ "a question in marks ends no sentence", "“Will it hold?” she asked.", "direct:Will it hold?:asked:she" },
	{ "a sentence splitter may cut behind it", "“Will it hold?”|Berg asked.", "direct:Will it hold?:asked:Berg" },
	{ "an exclamation", "“It holds!” the children shouted.", "direct:It holds!:shouted:the children" },
	{ "auxiliaries and adverbs belong to the cue", "“The dam will hold,” Berg has also said.",
	    "direct:The dam will hold,:has also said:Berg" },
	{ "an adverb behind the verb belongs to it", "“The dam will hold,” Berg said quietly.",
	    "direct:The dam will hold,:said quietly:Berg" },
	{ "a time behind it does not", "“The dam will hold,” Berg said on Monday.", "direct:The dam will hold,:said:Berg" },
	{ "went on to say", "Berg went on to say that the dam would hold.", "indirect:that the dam would hold:went on to say:Berg" },
	{ "continued to insist", "Berg has continued to insist that the dam would hold.",
	    "indirect:that the dam would hold:has continued to insist:Berg" },
	{ "the preposition that leads to what was said", "Berg spoke about the flood.", "indirect:the flood:spoke about:Berg" },
	{ "an adverb before the verb", "“The dam will hold,” Berg later wrote.",
	    "direct:The dam will hold,:later wrote:Berg" },
	{ "the place behind the cue", "“The dam will hold,” Berg said in a speech on Monday.",
	    "direct:The dam will hold,:said:Berg" },
	{ "a time between verb and quotation", "Berg said on Monday, “The dam will hold.”",
	    "direct:The dam will hold.:said:Berg" },
	{ "what two commas enclose", "Berg wrote on her page, in capital letters, “The dam will hold.”",
	    "direct:The dam will hold.:wrote:Berg" },
	{ "a person told", "“The dam will hold,” Berg told reporters.", "direct:The dam will hold,:told:Berg" },
	{ "a person told, and the quotation behind", "Berg told the council, “The dam will hold.”",
	    "direct:The dam will hold.:told:Berg" },
	{ "asked with its hearer", "Berg asked the council, “Will it hold?”", "direct:Will it hold?:asked:Berg" },
	{ "a participle", "Berg waved, saying, “The dam will hold.”", "direct:The dam will hold.:saying:Berg" },
	{ "an uncommon verb", "“The dam will outlive us,” Berg quipped.", "direct:The dam will outlive us,:quipped:Berg" },
	{ "a verb of writing", "Berg tweeted: “The dam will hold.”", "direct:The dam will hold.:tweeted:Berg" },
	{ "a phrasal verb", "“The dam will hold,” Berg pointed out.", "direct:The dam will hold,:pointed out:Berg" },
	{ "the letter itself speaks", "The letter reads, “The dam will hold.”",
	    "direct:The dam will hold.:reads:The letter" },
	{ "quoted somebody as saying", "The agency quoted the mayor as saying, “The dam will hold.”",
	    "direct:The dam will hold.:saying:the mayor" },
	{ "quoted somebody, saying", "The agency quoted the mayor in a note, saying, “The dam will hold.”",
	    "direct:The dam will hold.:saying:the mayor" },
	{ "quoted somebody as saying that", "The paper cited an official as saying that the dam would hold.",
	    "indirect:that the dam would hold:saying:an official" },
	{ "was quoted as saying", "“The dam will hold,” Berg was quoted as saying.",
	    "direct:The dam will hold,:was quoted as saying:Berg" },
	{ "explained, with the speaker behind", "In short, explained the mayor: “The dam will hold.”",
	    "direct:The dam will hold.:explained:the mayor" },
	{ "verb and speaker begin the sentence", "Added Berg: “The dam will hold.”",
	    "direct:The dam will hold.:Added:Berg" },
	{ "the present tense", "“The dam will hold,” says Berg.", "direct:The dam will hold,:says:Berg" },
	{ "the plural", "“The dam will hold,” engineers say.", "direct:The dam will hold,:say:engineers" },
	{ "two verbs joined", "Berg stood up and said, “The dam will hold.”", "direct:The dam will hold.:said:Berg" },
	/* split quotations */
	{ "a quotation split round its cue is one", "“The dam,” Berg said, “will hold.”",
	    "direct 1/2:The dam,:said:Berg / direct 2/2:will hold.:said:Berg" },
	{ "its second part may be a sentence of its own", "“The dam will hold,” Berg said.|“We built it well.”",
	    "direct 1/2:The dam will hold,:said:Berg / direct 2/2:We built it well.:said:Berg" },
	{ "split with the verb first", "“The dam,” said Berg, “will hold.”",
	    "direct 1/2:The dam,:said:Berg / direct 2/2:will hold.:said:Berg" },
	{ "split by a long mention", "“The dam,” said Anna Berg, head of the board, “will hold.”",
	    "direct 1/2:The dam,:said:Anna Berg, head of the board / direct 2/2:will hold.:said:Anna Berg, head of the board" },
	{ "split with a place", "“The dam will hold,” Berg said in Oslo.|“We built it well.”",
	    "direct 1/2:The dam will hold,:said:Berg / direct 2/2:We built it well.:said:Berg" },
	{ "a parenthesis splits a clause too", "The dam, Berg said, would hold for years.",
	    "indirect 1/2:The dam:said:Berg / indirect 2/2:would hold for years:said:Berg" },
	/* marks */
	{ "straight marks", "\"The dam will hold,\" Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "doubled single marks", "''The dam will hold,'' Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "TeX marks", "``The dam will hold,'' Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "guillemets", "«The dam will hold», Berg said.", "direct:The dam will hold:said:Berg" },
	{ "low and high marks", "„The dam will hold“, Berg said.", "direct:The dam will hold:said:Berg" },
	{ "single marks as the only ones", "‘The dam will hold,’ Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "a quotation within", "“He said ‘no’ and left,” Berg said.", "direct:He said ‘no’ and left,:said:Berg" },
	{ "the same marks within, balanced", "“He said “no” and left,” Berg said.",
	    "direct:He said “no” and left,:said:Berg" },
	{ "marks of the wrong direction", "”The dam will hold,” Berg said.", "direct:The dam will hold,:said:Berg" },
	{ "an apostrophe opens nothing", "It’s the voters’ choice.", "" },
	{ "nor does a year", "In the ’90s the dam was new, Berg said.", "indirect:In the ’90s the dam was new:said:Berg" },
	{ "a quotation that never closes ends with its paragraph", "Berg said, “The dam will hold.\nIt rained.",
	    "direct:The dam will hold.:said:Berg" },
	{ "a stray closing mark costs nothing", "It rained.”|“The dam will hold,” Berg said.",
	    "direct:The dam will hold,:said:Berg" },
	{ "a paragraph that opens again", "Berg said, “The dam will hold.\n“We built it well.”",
	    "direct:The dam will hold.:said:Berg / direct:We built it well.:said:Berg" },
	{ "brackets within", "“[The dam] will hold,” Berg said.", "direct:[The dam] will hold,:said:Berg" },
	{ "inches are no marks", "The pipe is 6\" wide and 9\" long.", "" },
	/* not speech */
	{ "a scare quote", "The “special fund” was closed.", "" },
	{ "two of them", "The “special fund” and the “other fund” were closed.", "" },
	{ "a title", "She sang in “The Lake” last year.", "" },
	{ "a programme, before a speaker", "On Channel 4’s “Good Morning,” Berg said the dam was safe.",
	    "indirect:the dam was safe:said:Berg" },
	{ "a nickname", "Olaf “Ole” Berg left early.", "" },
	{ "what something is called", "The board has a habit called “the long nod.”", "" },
	{ "a word that is meant as a word", "The sign has the word “dam” on it.", "" },
	/* fragments */
	{ "a label", "Berg called the plan “a farce.”", "mixed:the plan “a farce.”:called:Berg" },
	{ "a label behind an article", "Berg called the plan a “farce.”", "mixed:the plan a “farce.”:called:Berg" },
	{ "two labels", "Berg called it “rash” and “costly.”", "mixed:it “rash” and “costly.”:called:Berg" },
	{ "described as", "Berg described the plan as “a farce.”", "mixed:the plan as “a farce.”:described:Berg" },
	{ "what he called", "The board dropped what Berg called “a farce.”", "direct:a farce.:called:Berg" },
	{ "a fragment in a clause", "Berg said the dam was “rock solid” and safe.",
	    "mixed:the dam was “rock solid” and safe:said:Berg" },
	{ "a fragment behind that", "Berg said that “the dam” was safe.", "mixed:that “the dam” was safe:said:Berg" },
	{ "a fragment begins the clause", "Berg said “the dam” was safe.", "mixed:“the dam” was safe:said:Berg" },
	{ "a fragment behind a preposition", "Berg thanked them for “ten good years.”",
	    "direct:ten good years.:thanked:Berg" },
	{ "a fragment behind an infinitive", "Berg vowed to “fight on.”", "mixed:to “fight on.”:vowed:Berg" },
	{ "a fragment ends its clause before a comma", "Berg said the dam was “solid,” but Lund left.",
	    "mixed:the dam was “solid,”:said:Berg" },
	{ "a label behind an object with a preposition", "Berg called Mr. Lund’s remarks on Saturday “a true wake-up call” to his voters.",
	    "mixed:Mr. Lund’s remarks on Saturday “a true wake-up call” to his voters:called:Berg" },
	{ "a label of two that are joined", "Berg called both Lund and Moe “rash” and left.", "mixed:both Lund and Moe “rash”:called:Berg" },
	{ "a label behind a clause", "Berg called the idea that Lund had a plan a “farce.”",
	    "mixed:the idea that Lund had a plan a “farce.”:called:Berg" },
	{ "labels in a row", "Berg called Lund a “bully,” a “bore” and “rude.”", "mixed:Lund a “bully,” a “bore” and “rude.”:called:Berg" },
	{ "what a label is measured by", "Berg called the new dam “much better” than the old one.",
	    "mixed:the new dam “much better” than the old one:called:Berg" },
	{ "a name behind as", "Berg referred to workers from Oslo as “rats.”", "mixed:workers from Oslo as “rats.”:referred to:Berg" },
	{ "two names behind as", "Berg condemned Friday’s test as “unwise” and a “grave threat” to the coast.",
	    "mixed:Friday’s test as “unwise” and a “grave threat” to the coast:condemned:Berg" },
	{ "a fragment in the object of accused", "Berg accused the board and other “idle men” of waste.",
	    "mixed:the board and other “idle men” of waste:accused:Berg" },
	{ "an infinitive that begins with marks", "Berg warned the United States to “keep quiet” and go home.",
	    "mixed:the United States to “keep quiet” and go home:warned:Berg" },
	{ "a clause goes on behind a fragment", "Berg said that polls were “way off,” and had been for years.",
	    "mixed:that polls were “way off,” and had been for years:said:Berg" },
	{ "a fragment before the cue, and marks that begin small", "But, Berg said, “there was never a plan.”",
	    "indirect 1/2:But:said:Berg / direct 2/2:there was never a plan.:said:Berg" },
	{ "a fragment begins the clause before an inverted cue", "“Very happy” about the dam, said Anna Berg, head of the board.",
	    "mixed:“Very happy” about the dam:said:Anna Berg, head of the board" },
	/* reported speech */
	{ "a clause with that", "Berg said that the dam would hold.", "indirect:that the dam would hold:said:Berg" },
	{ "a clause without", "Berg said the dam would hold.", "indirect:the dam would hold:said:Berg" },
	{ "a pronoun begins the clause", "Berg said it would hold.", "indirect:it would hold:said:Berg" },
	{ "time before that", "Berg said on Monday that the dam would hold.", "indirect:that the dam would hold:said:Berg" },
	{ "time before a clause without", "Berg said Monday the dam would hold.", "indirect:the dam would hold:said:Berg" },
	{ "place before that", "Berg said in a letter that the dam would hold.",
	    "indirect:that the dam would hold:said:Berg" },
	{ "however before that", "Berg said, however, that the dam would hold.",
	    "indirect:that the dam would hold:said:Berg" },
	{ "a person told", "Berg told reporters that the dam would hold.", "indirect:that the dam would hold:told:Berg" },
	{ "a person told, without that", "Berg told reporters the dam would hold.",
	    "indirect:the dam would hold:told:Berg" },
	{ "the cue behind its clause", "The dam would hold, Berg said.", "indirect:The dam would hold:said:Berg" },
	{ "the verb first", "The dam would hold, said Berg.", "indirect:The dam would hold:said:Berg" },
	{ "a question", "Berg asked whether the dam would hold.", "indirect:whether the dam would hold:asked:Berg" },
	{ "a question word", "Berg explained why the dam would hold.", "indirect:why the dam would hold:explained:Berg" },
	{ "an infinitive", "Berg promised to mend the dam.", "indirect:to mend the dam:promised:Berg" },
	{ "somebody is told to", "Berg urged the board to mend the dam.", "indirect:the board to mend the dam:urged:Berg" },
	{ "a time before an infinitive", "Berg promised on Monday to mend the dam.",
	    "indirect:to mend the dam:promised:Berg" },
	{ "an infinitive that no list has", "Berg asked to depose the mayor.", "indirect:to depose the mayor:asked:Berg" },
	{ "what many said was so", "They saw what many engineers said was a crack.", "indirect:was a crack:said:many engineers" },
	{ "a list that the board says holds him", "The list, which the board says includes Lund, is long.",
	    "indirect:includes Lund:says:the board" },
	{ "which said", "The board, which said the dam leaked, resigned.", "indirect:the dam leaked:said:The board, which" },
	{ "was asked by", "Berg was asked by Anna Lund whether the dam leaked.", "indirect:whether the dam leaked:was asked:Anna Lund" },
	{ "was asked, by nobody named", "Berg was asked whether the dam leaked.", "indirect:whether the dam leaked:was asked:" },
	{ "an adverbial before if", "Berg asked the mayor during a debate if the dam leaked.", "indirect:if the dam leaked:asked:Berg" },
	{ "accused, with a relative clause between", "Berg accused Olaf Lund, who was born there, of lying.",
	    "indirect:Olaf Lund, who was born there, of lying:accused:Berg" },
	{ "said, and a phrase before its verb", "Berg said the days when all read one paper are gone.",
	    "indirect:the days when all read one paper are gone:said:Berg" },
	{ "what is denied", "Berg denied the report.", "indirect:the report:denied:Berg" },
	{ "what is criticised", "Berg criticized the board for its delay.",
	    "indirect:the board for its delay:criticized:Berg" },
	{ "of what somebody is accused", "Berg accused the board of hiding a crack.",
	    "indirect:the board of hiding a crack:accused:Berg" },
	{ "of what is warned", "Berg warned of a flood.", "indirect:a flood:warned of:Berg" },
	{ "what is rejected is a claim", "Berg rejected the idea that the dam was old.",
	    "indirect:that the dam was old:rejected the idea:Berg" },
	{ "according to", "According to Berg, the dam would hold.", "indirect:the dam would hold:According to:Berg" },
	{ "according to, behind", "The dam would hold, according to Berg.",
	    "indirect:The dam would hold:according to:Berg" },
	{ "according to, between", "The dam, according to Berg, was safe.",
	    "indirect 1/2:The dam:according to:Berg / indirect 2/2:was safe:according to:Berg" },
	{ "in the words of", "In the words of Berg, the dam was safe.", "indirect:the dam was safe:In the words of:Berg" },
	{ "a noun that reports", "His claim that the dam was safe was false.",
	    "indirect:that the dam was safe was false:claim:His" },
	{ "a noun and its owner", "Berg’s warning that the dam was old came late.",
	    "indirect:that the dam was old came late:warning:Berg" },
	{ "a dateline is not part of it", "OSLO, May 2 (AP) — The dam would hold, Berg said.",
	    "indirect:The dam would hold:said:Berg" },
	/* where the clause ends */
	{ "before a participle that adds", "Berg said the dam would hold, adding that it was new.",
	    "indirect:the dam would hold:said:Berg / indirect:that it was new:adding:Berg" },
	{ "before a second report", "Berg said the dam would hold and warned of a flood.",
	    "indirect:the dam would hold:said:Berg / indirect:a flood:warned of:Berg" },
	{ "before others who report", "Many said they would stay and others said they would go.",
	    "indirect:they would stay:said:Many / indirect:they would go:said:others" },
	{ "before as did others", "Berg said the dam leaked, as did Olaf Lund.", "indirect:the dam leaked:said:Berg" },
	{ "before a participle that warns", "He acknowledged that the dam leaked but warning that it would cost.",
	    "indirect:that the dam leaked:acknowledged:He / indirect:that it would cost:warning:He" },
	{ "before another speaker", "Berg said the dam would hold, but Lund said it leaked.",
	    "indirect:the dam would hold:said:Berg / indirect:it leaked:said:Lund" },
	{ "before the main clause", "When Berg said the dam leaked, they left.", "indirect:the dam leaked:said:Berg" },
	{ "of a relative clause, before its comma", "Berg, who said the dam leaked, was dismissed.",
	    "indirect:the dam leaked:said:Berg, who" },
	{ "according to holds the whole report", "Berg said the dam leaked, according to Lund.", "indirect:Berg said the dam leaked:according to:Lund" },
	{ "before a semicolon", "Berg said the dam leaked; they left.", "indirect:the dam leaked:said:Berg" },
	{ "before though", "Berg said the dam leaked, though nobody saw it.", "indirect:the dam leaked:said:Berg" },
	{ "not before its own and", "Berg said the dam leaked and the wall sank.",
	    "indirect:the dam leaked and the wall sank:said:Berg" },
	/* no report */
	{ "plans are none", "Berg wants to say goodbye.", "" },
	{ "a noun that looks like a verb", "The western states that vote early matter.", "" },
	{ "a verb that looks like a noun", "The board published a statement.", "" },
	{ "what one knows", "Berg knew the dam would hold.", "" },
	{ "one’s own thought", "I think the dam will hold.", "" },
	{ "a list that is recommended", "The board drew up its recommended list.", "" },
	{ "who is confirmed denies nothing", "Berg was confirmed ninety to one.", "" },
	{ "rules are a noun behind a verb", "The bill includes rules that help the poor.", "" },
	/* speakers */
	{ "a name with a title", "Dr. Anna Berg said it would hold.", "indirect:it would hold:said:Dr. Anna Berg" },
	{ "a name with its party", "Sen. Anna Berg (R-Ohio) said it would hold.",
	    "indirect:it would hold:said:Sen. Anna Berg (R-Ohio)" },
	{ "a role before the name", "Board president Anna Berg said it would hold.",
	    "indirect:it would hold:said:Board president Anna Berg" },
	{ "a role between commas", "Anna Berg, a lawyer, said it would hold.",
	    "indirect:it would hold:said:Anna Berg, a lawyer" },
	{ "a role before, a name between commas", "The board’s president, Anna Berg, said it would hold.",
	    "indirect:it would hold:said:The board’s president, Anna Berg" },
	{ "a relative clause between commas", "Anna Berg, who built the dam, said it would hold.",
	    "indirect:it would hold:said:Anna Berg, who built the dam" },
	{ "an adverbial between commas is not of the mention", "Anna Berg, speaking in Oslo, said it would hold.",
	    "indirect:it would hold:said:Anna Berg" },
	{ "a place between commas has a comma", "Berg, during a visit to Bergen, Norway, said it would hold.",
	    "indirect:it would hold:said:Berg" },
	{ "a time before the verb", "Berg on Monday said it would hold.", "indirect:it would hold:said:Berg" },
	{ "apposition behind the verb", "“It will hold,” said Anna Berg, head of the water board.",
	    "direct:It will hold,:said:Anna Berg, head of the water board" },
	{ "a description", "“It will hold,” a spokesman for the water board said.",
	    "direct:It will hold,:said:a spokesman for the water board" },
	{ "a common noun", "Residents said the dam leaked.", "indirect:the dam leaked:said:Residents" },
	{ "a plural before of", "Critics of Mr. Lund say the dam leaked.", "indirect:the dam leaked:say:Critics of Mr. Lund" },
	{ "a plural before an adjective", "People close to Berg say the dam leaked.", "indirect:the dam leaked:say:People close to Berg" },
	{ "a date within a mention", "The nominee for the Nov. 8 election said it would hold.",
	    "indirect:it would hold:said:The nominee for the Nov. 8 election" },
	{ "a collective", "The water board said it would hold.", "indirect:it would hold:said:The water board" },
	{ "a country", "The US said it would wait.", "indirect:it would wait:said:The US" },
	{ "a document", "The report said the dam leaked.", "indirect:the dam leaked:said:The report" },
	{ "some and many", "Some said the dam leaked.", "indirect:the dam leaked:said:Some" },
	{ "two speakers", "Berg and Lund said it would hold.", "indirect:it would hold:said:Berg and Lund" },
	{ "of, and what hangs on it", "The head of the board of the bank said it would hold.",
	    "indirect:it would hold:said:The head of the board of the bank" },
	{ "a possessive", "Berg’s lawyer said it would hold.", "indirect:it would hold:said:Berg’s lawyer" },
	{ "a relative pronoun keeps its noun", "The clerk thanked Berg, who said it would hold.",
	    "indirect:it would hold:said:Berg, who" },
	{ "a participle has the subject of its clause", "Berg left early, saying it would hold.",
	    "indirect:it would hold:saying:Berg" },
	{ "and takes it from behind a comma", "Calling it “a farce,” Berg left.", "mixed:it “a farce,”:Calling:Berg" },
	{ "a joined verb has it too", "Berg praised the dam and said it would hold.",
	    "indirect:the dam:praised:Berg / indirect:it would hold:said:Berg" },
	{ "a place that ends before a name is no part of it", "In a statement Berg said it would hold.",
	    "indirect:it would hold:said:Berg" },
	/* colons, headlines, the next sentence */
	{ "a name and a colon", "Berg: “It will hold.”", "direct:It will hold.:::Berg" },
	{ "initials and a colon", "U.S.: “It will hold.”", "direct:It will hold.:::U.S." },
	{ "a headline names its source behind", "“It will hold”: Berg", "direct:It will hold:::Berg" },
	{ "a dash before the source", "“It will hold.” ― Anna Berg", "direct:It will hold.:―:Anna Berg" },
	{ "a possessive headline", "Oslo’s statement: “It will hold.”", "direct:It will hold.:statement:Oslo" },
	{ "a headline, of whom the article tells", "Berg: Dam Could Break Within Days\nAnna Berg said on Monday that it rained.",
	    "indirect:Dam Could Break Within Days:::Berg / indirect:that it rained:said:Anna Berg" },
	{ "a headline, of whom it does not", "Breaking: Dam Could Break Within Days\nIt rained.", "" },
	{ "a report in a headline", "Report: Dam to close next year\nIt rained.", "indirect:Dam to close next year:::Report" },
	{ "a statement from somebody", "The agency ran a statement from the ministry: “It will hold.”",
	    "direct:It will hold.:statement:the ministry" },
	{ "a clause that leads to words", "Anna Berg had to step in: “It will hold.”",
	    "direct:It will hold.:had to step in:Anna Berg" },
	{ "... with an adverb", "She also had a tip for the gossips: “It will hold.”",
	    "direct:It will hold.:also had a tip for the gossips:She" },
	{ "whose answer it is", "Her answer: “It will hold.”", "direct:It will hold.:answer:Her" },
	{ "what is no speaker", "For Berg that is not enough: “It will not hold.”", "direct:It will not hold.:::Berg" },
	{ "a paragraph that leads to the next", "The ministry issued a statement:\n“It will hold.”",
	    "direct:It will hold.:issued a statement:The ministry" },
	{ "a quotation without cue goes on with its speaker", "“It will hold,” Berg said.|He paused.|“We built it well.”",
	    "direct:It will hold,:said:Berg / direct:We built it well.:said:Berg" },
	{ "also in the next paragraph", "“It will hold,” Berg said.\n“We built it well, and nobody complained.”",
	    "direct:It will hold,:said:Berg / direct:We built it well, and nobody complained.::Berg" },
	/* parentheses of attribution, turns */
	{ "not behind a paragraph that ended in a closed quotation: it may be another's", "Berg said, “It will hold.”\n“It is old and tired, like all of them.”",
	    "direct:It will hold.:said:Berg / direct:It is old and tired, like all of them.::" },
	{ "nor two paragraphs on", "“It will hold,” Berg said.\nIt rained.\n“It is old and tired, like all of them.”",
	    "direct:It will hold,:said:Berg / direct:It is old and tired, like all of them.::" },
	{ "whoever stands behind a comma in marks speaks, whatever the verb", "“It is old and tired, like all of them,” he thundered.",
	    "direct:It is old and tired, like all of them,:thundered:he" },
	{ "an apposition that never closes", "“It is old and tired,” Anna Berg, a clerk at the mill told the Gazette.",
	    "direct:It is old and tired,:told:Anna Berg, a clerk at the mill" },
	{ "a relative clause that ends in marks", "Berg, who calls the plan “a farce,” said it would fail.",
	    "mixed:the plan “a farce,”:calls:Berg, who / indirect:it would fail:said:Berg, who calls the plan “a farce,”" },
	{ "a relative clause within an apposition", "Anna Berg, a lawyer who works with the Water Board, a state body, said it would fail.",
	    "indirect:it would fail:said:Anna Berg, a lawyer who works with the Water Board, a state body" },
	{ "a relative clause with an object", "The clerk who kept the books said it would fail.",
	    "indirect:it would fail:said:The clerk who kept the books" },
	{ "a relative clause with a place", "Someone who has sat at the table said it would fail.",
	    "indirect:it would fail:said:Someone who has sat at the table" },
	{ "a place joined by any preposition, where the sentence begins", "Engineers across the valley said it would fail.",
	    "indirect:it would fail:said:Engineers across the valley" },
	{ "a role between dashes", "Anna Berg — a lawyer — said it would fail.", "indirect:it would fail:said:Anna Berg — a lawyer" },
	{ "a year before the verb", "Anna Berg in 2010 said it would fail.", "indirect:it would fail:said:Anna Berg" },
	{ "as somebody noted", "The dam leaks, as Berg noted.", "indirect:The dam leaks:noted:Berg" },
	{ "as somebody put it, first", "As Berg put it, the dam is old.", "indirect:the dam is old:put it:Berg" },
	{ "a transcript's turns", "BERG: The dam leaks.\nLUND: It does not.\nBERG: It does.\nLUND: No.",
	    "direct:The dam leaks:::BERG / direct:It does not:::LUND / direct:It does:::BERG / direct:No:::LUND" },
	{ "one line with a colon is no transcript", "NOTE: The dam leaks.", "" },
	{ "questions and answers", "We met Anna Berg.\nQ: Does it leak?\nA: No. It never did.\nQ: Sure?\nA: Yes.",
	    "direct:Does it leak:::Q / direct:No. It never did:::A / direct:Sure:::Q / direct:Yes:::A" },
	{ "names that take turns", "Anna Berg: It leaks.\nOlaf Lund: No.\nAnna Berg: It does.\nOlaf Lund: Never.",
	    "direct:It leaks:::Anna Berg / direct:No:::Olaf Lund / direct:It does:::Anna Berg / direct:Never:::Olaf Lund" },
	{ "figures are no turns", "Berg: 12\nLund: 13\nBerg: 14\nLund: 15", "" },
	/* letters and posts */
	{ "an account posts", "His account posted: “It will hold.”", "direct:It will hold.:posted:His account" },
	{ "a post reads", "Her post read: “It will hold.”", "direct:It will hold.:read:Her post" },
	{ "a letter says", "The letter, signed by Berg, says it will hold.", "indirect:it will hold:says:The letter" },
	{ "a letter reads, inverted", "“It will hold,” reads the letter.", "direct:It will hold,:reads:the letter" },
	{ "in a letter", "In a letter to the board, Berg wrote: “It will hold.”", "direct:It will hold.:wrote:Berg" },
	/* not said, or not yet */
	{ "did not say", "Berg did not say that it would hold.", "indirect:that it would hold:did not say:Berg" },
	{ "never said", "Berg never said it would hold.", "indirect:it would hold:never said:Berg" },
	{ "refused to say", "Berg refused to say whether it would hold.", "indirect:whether it would hold:to say:Berg" },
	{ "would say", "Berg would say it was safe.", "indirect:it was safe:would say:Berg" },
	{ "may announce", "Berg may announce that it is safe.", "indirect:that it is safe:may announce:Berg" },
	{ "it is said, by nobody", "It is said that the dam leaks.", "indirect:that the dam leaks:is said:" },
	{ "asked, before the main clause", "Asked whether the dam leaked, Berg shook her head.",
	    "indirect:whether the dam leaked:Asked:" },
	{ "there begins a clause", "Berg said there is a leak.", "indirect:there is a leak:said:Berg" },
	{ "one in five", "One in five say the dam leaks.", "indirect:the dam leaks:say:One in five" },
	{ "what one thinks is no second report", "Berg said she stayed late and thought it over.", "indirect:she stayed late and thought it over:said:Berg" },
	{ "the person told behind a clause", "The dam leaked, Berg told the Daily Post.", "indirect:The dam leaked:told:Berg" },
};

static const struct quote_test german_tests[] = {
	{ "direct speech, verb first", "„Der Damm hält“, sagte Anna Berg.", "direct:Der Damm hält:sagte:Anna Berg" },
	{ "a colon, and a genitive in the mention", "Die Sprecherin der Behörde sagte: „Der Damm hält.“", "direct:Der Damm hält.:sagte:Die Sprecherin der Behörde" },
	{ "marks that point inward", "»Der Damm hält«, schrieb der Bürgermeister von Oslo.", "direct:Der Damm hält:schrieb:der Bürgermeister von Oslo" },
	{ "a split quotation", "„Der Damm“, sagte Berg, „wird halten.“", "direct 1/2:Der Damm:sagte:Berg / direct 2/2:wird halten.:sagte:Berg" },
	{ "so and a name", "„Der Damm hält“, so die Behörde.", "direct:Der Damm hält:so:die Behörde" },
	{ "a scare quote", "Der „Sonderfonds“ wurde geschlossen.", "" },
	{ "a clause with dass", "Berg sagte, dass der Damm halte.", "indirect:dass der Damm halte:sagte:Berg" },
	{ "a clause behind a comma", "Berg sagte, der Damm sei sicher.", "indirect:der Damm sei sicher:sagte:Berg" },
	{ "the subjunctive before its verb", "Der Damm sei sicher, sagte Berg.", "indirect:Der Damm sei sicher:sagte:Berg" },
	{ "the perfect tense", "Berg hat bestätigt, dass der Damm alt ist.", "indirect:dass der Damm alt ist:hat bestätigt:Berg" },
	{ "a question", "Berg fragte, ob der Damm halte.", "indirect:ob der Damm halte:fragte:Berg" },
	{ "a plural", "Experten warnen, der Damm könne brechen.", "indirect:der Damm könne brechen:warnen:Experten" },
	{ "laut", "Laut Berg ist der Damm sicher.", "indirect:ist der Damm sicher:Laut:Berg" },
	{ "what is denied", "Die Regierung bestritt den Bericht.", "indirect:den Bericht:bestritt:Die Regierung" },
};

/* Fills text with the bytes of marked, without its signs, and d with its sentences. */
static void
make_doc(struct doc *d, const char *marked, struct buf *text)
{
	size_t start = 0, block = 1, n = 0;
	struct { size_t start, end, block; } s[32];

	for (const char *c = marked; ; c++) {
		if (*c == '|' || *c == '\n' || *c == 0) {
			s[n].start = start;
			s[n].end = text->len;
			s[n++].block = block;
			block += *c == '\n';
			if (*c == '\n')
				buf_string(text, "\n\n");
			else if (*c == '|')
				buf_byte(text, ' ');
			start = text->len;
		} else {
			buf_byte(text, *c);
		}
		if (*c == 0)
			break;
	}
	d->id = slice_from("d");
	d->text = buf_slice(text);
	for (size_t i = 0; i < n; i++) {
		struct row *r = doc_add(d, ROW_SENTENCE, s[i].start, s[i].end);

		r->field[SENTENCE_NUMBER] = arena_number(&d->arena, i + 1);
		r->field[SENTENCE_BLOCK] = arena_number(&d->arena, s[i].block);
		r->field[SENTENCE_ROLE] = slice_from("paragraph");
	}
}

static void
tell(struct buf *got, const struct doc *d)
{
	for (size_t i = doc_next(d, ROW_QUOTE, 0), n = 0; i < d->nrow; i = doc_next(d, ROW_QUOTE, i + 1), n++) {
		const struct row *r = &d->row[i];

		if (n > 0)
			buf_string(got, " / ");
		buf_add(got, r->field[QUOTE_FORM]);
		buf_string(got, r->field[QUOTE_PART].len > 0 ? " " : "");
		buf_add(got, r->field[QUOTE_PART]);
		buf_byte(got, ':');
		buf_add(got, r->field[ROW_TEXT]);
		buf_byte(got, ':');
		buf_add(got, r->field[QUOTE_CUE]);
		buf_byte(got, ':');
		buf_add(got, r->field[QUOTE_SPEAKER]);
	}
}

static void
test_row(struct quote *q, const struct quote_test *t)
{
	struct doc d = { 0 };
	struct buf text = { 0 }, got = { 0 };

	make_doc(&d, t->text, &text);
	quote_find(q, &d, 0.3);
	tell(&got, &d);
	tap_same(buf_slice(&got), slice_from(t->want), t->does);
	doc_free(&d);
	buf_free(&text);
	buf_free(&got);
}

/* Runs the rows with the built-in lists of a language. */
static void
test_language(const char *lang, const struct quote_test *tests, size_t n)
{
	struct quote *q = quote_new();

	tap_ok(quote_words(q, lexicon_builtin(lang, "pos")) == 0, "the built-in words are well formed");
	tap_ok(quote_cues(q, lexicon_builtin(lang, "cues")) == 0, "the built-in cues are well formed");
	tap_ok(quote_cues(q, slice_from("say\tverb\tsay\tquote\t\nsay\tverb\tmoo\tquote\t\n")) == 2, "a stance that is none is told by its line");
	for (size_t i = 0; i < n; i++)
		test_row(q, &tests[i]);
	quote_free(q);
}

int
main(void)
{
	test_language("en", quote_tests, sizeof quote_tests / sizeof *quote_tests);
	test_language("de", german_tests, sizeof german_tests / sizeof *german_tests);
	return tap_done();
}
