/* Where English sentences end: a row is a behaviour and a text with "|" at the end of every sentence but the last. */
#include "sentence_marks.h"

static const struct sentence_case rows[] = {
	{ "a full stop ends a sentence", "The train left.| Nobody waved." },
	{ "so do a question mark and an exclamation mark", "Who knew?| Nobody!| Good." },
	{ "several marks are one", "Really?!| Yes!!!| Fine." },
	{ "a block ends one without a stop", "Storm over Brenholm|\nThe roof is gone" },
	{ "small letters after a stop begin one", "we lost the match.| they did not care!| so what" },

	{ "a title joins", "Mr. Ardle met Dr. Voss and Gov. Okoro.| They ate." },
	{ "ranks join", "Maj. Gen. Ilse Brandt flew home.| Lt. Col. Ray Dunne and Sgt. Poole stayed." },
	{ "a representative's title joins", "Rep. Ann Lowe, D-Vt., and Sen. Joe Park, R-Ohio, voted no." },
	{ "an unknown title without vowels joins", "It was Brghr. Tomas Reck who came." },
	{ "initials join", "It was signed by J. R. Holloway and Anna B. Reyes.| It held." },
	{ "I is no initial behind a small word", "It fell to her and I.| Nobody asked Ruben I. Moss." },
	{ "a letter ends before a function word", "Nobody has a plan B.| They have a plan A." },
	{ "U.S. joins before a name", "He joined the U.S. Army in May.| He left it." },
	{ "U.S. ends before a function word", "They moved to the U.S.| The weather was better." },
	{ "U.S. joins before a number and a small word", "The U.S. 6th Fleet and the U.S. embassy waited." },
	{ "clipped words join", "The Nat'l Park Service and the Min. of Health agreed." },
	{ "a month joins before a day", "It opened on Jan. 5 and shut in Feb.| Rain fell." },
	{ "a month ends before a name", "The bridge shut in Feb.| Mayor Reck blamed the rain." },
	{ "a month that opens the sentence joins", "They waited.| In Oct. Mayor Reck left." },
	{ "figures, chapters and sections join before a number", "See fig. 2, ch. 4, sec. 7 and pp. 8, 9.| It is in ch. 3.| He read it." },
	{ "a company ends before a function word", "She owns Tall Pines Inc.| It sells chairs." },
	{ "a company joins before a name", "He sued Dromore Corp. Chief Executive Ann Lowe and Pell & Co. Partners." },
	{ "a name's mark joins before a company", "The firm, Yahoo! Inc., rose.| Who owns it now?| Dromore Corp. does." },
	{ "No. joins before a number", "She won bout No. 3 of the night.| He lost No. 4." },
	{ "no is also an answer", "The answer is no.| The mayor has left." },
	{ "about and circa join", "The jar, ca. 1200, weighs approx. 3 kg." },
	{ "etc. ends before a capital", "They took chairs, beds, etc. and left.| They took lamps, etc.| Police came." },
	{ "a time ends a sentence", "Doors open at 6 p.m.| Mr. Orr will speak." },
	{ "a day follows a time", "Doors open at 6 p.m. Tuesday at the hall." },
	{ "a time may open a sentence", "At 6 a.m. Mrs. Orr woke up." },
	{ "decimals are no end", "Rates rose 3.5 percent to $1.20.| Shares fell .5 points." },
	{ "scores and times are no end", "Alder won 6.3 to 4.1 at 10.45 sharp.| Pell lost 2-1.| 300 fans left." },
	{ "a mark alone is no initial", "Rates rose by 8 %.| Alder fell by 3 €.| Pell slept." },
	{ "a section's number ends", "The rule is in Section 7.| The court cited it." },

	{ "a word that is small elsewhere begins a sentence behind a letter", "All doctors take vitamin C.| Doctors like it." },
	{ "and behind a company", "The sailors sued Dromore Corp.| Sailors want more." },
	{ "one that is a name elsewhere does not", "We young met Ann Young and heard J. Young sing." },
	{ "nor behind U.S.", "An attorney met the U.S. Attorney for the coast." },
	{ "a word of the document is no abbreviation", "One op failed, and nobody wants a second op.| The town waits." },
	{ "an abbreviation that the document joins elsewhere", "Her arrv., at noon, was late.| Arrv. Alder was on time.| Rest." },

	{ "a stop within closing marks", "\"We are done.\"| She sat down." },
	{ "within curly and doubled marks", "“We are done.”| ''So are we.''| She sat down." },
	{ "a closing mark behind a space", "She said: '' We are done. ''| He left." },
	{ "a question before its cue joins", "\"Is it over?\" he asked.| \"Never!\" she said." },
	{ "and before a name that asks", "\"Is it over?\" Lena Marsh asked.| Nobody spoke." },
	{ "a statement before a name that says ends", "\"It is over.\"| Marsh said she was tired." },
	{ "an attribution between two sentences of a quote", "\"It is over,\" he said.| \"We lost.\"" },
	{ "sentences within a quote are cut", "He said: \"We lost.| It hurts.\"| Then he left." },
	{ "an odd mark costs nothing", "He called it \"a mess.| She agreed.| They left." },
	{ "a bracket within a sentence keeps its own", "The vote (He missed it. He slept.) was close." },
	{ "a bracket of its own is cut", "It was close.| (He missed it.| He slept.)| It passed." },
	{ "a bracket that never closes keeps nothing", "It was (close.| He slept.| It passed." },
	{ "footnotes belong to what they follow", "He was born in Ostrava. [4]| She was not.[5]| Both died. 6| The house stands." },

	{ "three dots end before a capital", "I never knew...| She did." },
	{ "four dots end", "He never said that....| She did." },
	{ "dots that stand free join", "I saw . . . I mean, we all saw." },
	{ "four that stand free end", "He left the room . . . .| She stayed." },
	{ "the ellipsis sign ends before a capital", "I never knew…| She did… or not." },
	{ "an omission in brackets is no end", "\"We will [...] Not go,\" he said." },

	{ "a numbered list in a line", "1. Buy milk| 2. Call Ruth| 3. Sleep" },
	{ "a numbered list with stops", "1.) Buy milk.| 2.) Call Ruth." },
	{ "a lettered list in a line", "a) Buy milk| b) Call Ruth" },
	{ "a list with Roman numerals in a line", "i. Buy milk.| ii. Call Ruth.| iii. Sleep." },
	{ "several numbers", "See nos. 3 and 4.| Then go." },
	{ "bullets in a line", "• Buy milk| • Call Ruth" },
	{ "a number within brackets is no item", "There are two: (1) Milk and (2) Bread." },

	{ "a space that is missing", "The shop closed at noon.|They woke him.| He said \"no.\"|They left." },
	{ "a web address is whole", "See docs.example.org/a.Then or www.Alder.example for more.| Thanks." },
	{ "a file name is whole", "Open report.Final.pdf and readme.Txt first.| Then close it." },
	{ "mail addresses and handles are whole", "Write to Ann.Lowe@alder.example or @ann.lowe today.| Thanks." },
	{ "a name with a mark goes on", "He left Jeb! in the lobby of Yahoo! in May." },

	{ "a dateline stays with its sentence", "PORT ALDER, Jan. 5 (AW) — The ferry sank.| Nobody drowned." },
	{ "a headline that was run in ends before a capital function word", "Mayor quits over missing boats| The mayor of Alder quit." },
	{ "behind a capital word, too", "Ferry sinks off Pell| It was the last." },
	{ "not within a name", "He read The Alder Herald and voted for No Child Left Behind in May." },
	{ "nor at a word that is capital anyway", "They met in early May and then I left." },
	{ "a capital function word behind a semicolon", "The road is shut; Pell is cut off; in town, shops close;| The bus waits." },
	{ "a sentence that breaks off at a dash", "You said it was at the old —| This is not the old pier.| \"We might —| You never listen!\"" },
	{ "not at a name or a title behind a dash", "He saw his show — The Long Pier — and her son — Lee of Alder." },
	{ "a dateline's dash goes on", "Port Alder — The ferry sank.| ALDER (AW) -- She was old." },
	{ "a greeting, and who signs", "We miss the boats.| Regards,| Ilse Brandt" },
	{ "a figure's label", "Figure 1.2| Residents of Pell meet.|\nTable 3| Boats lost" },
	{ "not a table in a sentence", "At Table 3 Lowe sat down.| Figure 3 shows it." },
	{ "the head of a mail", "Ilse Brandt| 11/03/2019 08:52 AM| Shall we sail?" },
	{ "a mail address in brackets", "From: \"Ilse\" <ilse@alder.example>| Subject: boats" },
	{ "a ruled line", "Thank you for reading.| ************| Boats for sale" },
	{ "a smiley and an emoji end with what they follow", "We won :-)| They lost 😀| Nobody cared." },
};

int
main(void)
{
	const struct sentence_options options = { .lang = "en" };
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		sentence_check(&options, &rows[i]);
	return tap_done();
}
