/* Where sentences end: a row is a behaviour and a text with "|" at the end of every sentence but the last. */
#include "sentence.h"

#include "buf.h"
#include "tap.h"

static const struct {
	const char *does, *lang, *text;
} rows[] = {
	{ "a full stop ends a sentence", "en", "The train left.| Nobody waved." },
	{ "so do a question mark and an exclamation mark", "en", "Who knew?| Nobody!| Good." },
	{ "several marks are one", "en", "Really?!| Yes!!!| Fine." },
	{ "a paragraph ends one without a stop", "en", "Storm over Brenholm|\nThe roof is gone." },
	{ "a title joins", "en", "Mr. Ardle met Dr. Voss and Gen. Okoro.| They ate." },
	{ "so do two titles", "en", "Maj. Gen. Ilse Brandt flew home.| Lt. Col. Ray Dunne stayed." },
	{ "initials join", "en", "It was signed by J. R. Holloway and Anna B. Reyes.| It held." },
	{ "U.S. joins before a name", "en", "He joined the U.S. Army in May.| He left it." },
	{ "U.S. ends before a function word", "en", "They moved to the U.S.| The weather was better." },
	{ "Inc. ends before a function word", "en", "She owns Tall Pines Inc.| It sells chairs." },
	{ "Corp. joins before a name", "en", "He sued Dromore Corp. Chief Executive Ann Lowe." },
	{ "a number joins", "en", "She won bout No. 3 of the night.| He lost No. 4." },
	{ "but the answer does not", "en", "The answer is no.| The mayor has left." },
	{ "a month joins before a day", "en", "It opened on Jan. 5 and shut in Feb.| Rain fell." },
	{ "a time ends a sentence", "en", "Doors open at 6 p.m.| Mr. Orr will speak." },
	{ "a day follows a time", "en", "Doors open at 6 p.m. Tuesday at the hall." },
	{ "a time may open a sentence", "en", "At 6 a.m. Mrs. Orr woke up." },
	{ "a decimal is no end", "en", "Rates rose 3.5 percent to $1.20.| Shares fell." },
	{ "a domain is no end", "en", "See docs.example.org for more.| Mail us at desk@example.org.| Thanks." },
	{ "a stop within closing marks", "en", "\"We are done.\"| She sat down." },
	{ "within curly ones", "en", "“We are done.”| She sat down." },
	{ "a question before its cue joins", "en", "\"Is it over?\" he asked." },
	{ "and before a name that asks", "en", "\"Is it over?\" Lena Marsh asked.| Nobody spoke." },
	{ "an attribution between two sentences of a quote", "en", "\"It is over,\" he said.| \"We lost.\"" },
	{ "strict boundaries cut within a quote", "en", "He said: \"We lost.| It hurts.\"| Then he left." },
	{ "a bracket within a sentence keeps its own", "en", "The vote (He missed it. He slept.) was close." },
	{ "a bracket of its own is cut", "en", "It was close.| (He missed it.| He slept.)| It passed." },
	{ "an omission is no end", "en", "\"We will [...] Not go,\" he said." },
	{ "free dots join", "en", "I saw . . . I mean, we all saw." },
	{ "four dots end", "en", "He never said that....| She did." },
	{ "a numbered list in a line", "en", "1. Buy milk| 2. Call Ruth| 3. Sleep" },
	{ "a lettered list in a line", "en", "a) Buy milk| b) Call Ruth" },
	{ "bullets in a line", "en", "• Buy milk| • Call Ruth" },
	{ "a space that is missing", "en", "The shop closed at noon.| The owner slept.|They woke him." },
	{ "small letters after a stop", "en", "we lost the match.| they did not care." },
	{ "a name with a mark goes on", "en", "He left Jeb! in the lobby." },
	{ "footnotes belong to what they follow", "en", "He was born in Ostrava. [4]| She was not.[5]| Both died." },
};

static void
check(size_t n)
{
	struct sentence_options options = { .lang = rows[n].lang };
	struct splitter *splitter = splitter_new(&options);
	struct doc doc = { 0 };
	struct buf plain = { 0 }, got = { 0 };
	const char *p;
	size_t i, from = 0;

	for (p = rows[n].text; *p != '\0'; p++)
		if (*p != '|')
			buf_byte(&plain, *p);
	doc.text = buf_slice(&plain);
	splitter_doc(splitter, &doc);
	for (i = 0; i + 1 < doc.nrow; i++) {
		buf_add(&got, slice_sub(doc.text, from, doc.row[i].end));
		buf_byte(&got, '|');
		from = doc.row[i].end;
	}
	buf_add(&got, slice_sub(doc.text, from, doc.text.len));
	tap_same(buf_slice(&got), slice_from(rows[n].text), rows[n].does);
	buf_free(&plain);
	buf_free(&got);
	doc_free(&doc);
	splitter_free(splitter);
}

int
main(void)
{
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		check(i);
	return tap_done();
}
