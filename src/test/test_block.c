/* block: pages as they are scraped, a line a row with the letter of its role before it: T title, H heading, P paragraph,
 * I item, C caption, B byline, D dateline, X boilerplate; a line that begins with ">" carries on the block. */
#include "block.h"

#include "buf.h"
#include "tap.h"

#define P1 "The harbour of Ostby was closed on Monday after a crane fell, the port authority said.\n"
#define P2 "“Nobody was hurt, and nobody will be,” harbour master Rolf Dahl told reporters at the quay.\n"
#define P3 "Ships are waiting outside, and the ferry to Lund has been cancelled until Thursday morning.\n"
#define P4 "The crane was built in 1974, and it had been inspected twice this year, he added.\n"
#define STRAY "\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F\x9F"

static const struct {
	const char *does, *title, *page;
} rows[] = {
	{ "plain paragraphs under a headline", "",
	  "T Crane falls in Ostby harbour\n\nP " P1 "\nP " P2 "\nP " P3 },
	{ "the title that is told is found in the text", "Crane falls",
	  "T Crane falls\n\nP " P1 "P " P2 },
	{ "a headline that comes again without the outlet", "",
	  "T Crane falls in Ostby harbour | Daybook\n\nX Home\nX Sport\n\nT Crane falls in Ostby harbour\n\nP " P1 "\nP " P2 },
	{ "a headline of two sentences", "",
	  "T CRANE DOWN! Harbour master: \"Nobody was hurt\"\n\nP " P1 "\nP " P2 },
	{ "a first paragraph is no headline", "", "P " P1 "\nP " P2 },
	{ "headings stand over what they head", "",
	  "P " P1 "\nP " P2 "\nH What happens next\n\nP " P3 "\nP " P4 },
	{ "a heading under a heading, and one over a caption", "",
	  "P " P1 "\nP " P2 "\nH Questions and answers\n\nH What happens next\n\nP " P3 "\nH The crane\nC Photo: Lars Vik\nP " P4 },
	{ "a run of short lines is a list", "",
	  "P " P1 "P " P2 "I Crane: sold\nI Ferry: late\nI Quay: closed\nP " P3 "P " P4 },
	{ "bullets and numbers are items", "",
	  "P " P1 "P " P2 "I • The ferry waits.\nI - So does the crane\nI 3. And the harbour master.\nP " P3 },
	{ "a byline, a stamp and a caption", "",
	  "T Crane falls in Ostby harbour\n\nB By Marit Solheim\nD 12 March 2025, 14:05\n\nC The crane. Photo: Lars Vik\n\n"
	  "P " P1 "\nP " P2 },
	{ "a name is no byline in a sentence", "",
	  "P " P1 "\nP By Monday night Rolf Dahl had talked to every captain who was waiting outside.\n\nP " P2 },
	{ "what stands under a caption's head is the caption", "",
	  "P " P1 "\nP " P2 "\nC Photo caption\n\nC Rolf Dahl in the harbour last year\n\nP " P3 "\nP " P4 },
	{ "menus before and behind are boilerplate", "",
	  "X Home\nX News\nX Sport\nX Weather\nX Travel\nX Jobs\nP " P1 "P " P2 "P " P3 "P " P4
	  "X News\nX Sport\nX Weather\nX Travel\nX Jobs\nX Cars\nX Houses\nX Shop\n" },
	{ "sharing, newsletters and rights are boilerplate within the article too", "",
	  "P " P1 "X Share this\nP " P2 "X Sign up for our newsletter and get the day's news straight to your inbox.\nP " P3
	  "X © 2025 Daybook. All rights reserved.\n" },
	{ "an editor's note is no part of the article, however long", "",
	  "P " P1 "P " P2 "X Editor’s note: The Ostby Cranes are owned by a man who has repeatedly pledged to sell the harbour, its pilots and "
	  "its lighthouse to a fund abroad, who has never paid for a berth, and whose sister publishes the other newspaper of this town.\n"
	  "P The harbour had an editor's note: it asked for a correction: none came, and the council of the town has asked again.\nP " P3 },
	{ "words of furniture in a sentence of the article leave it a paragraph", "",
	  "P " P1 "P The port changed its privacy policy on Monday, and its terms of use, the authority said.\nP " P2
	  "P Share prices of Dahl Cranes fell by a third, and the company paid for advertising with borrowed money.\nP " P3 },
	{ "a list of other pages is boilerplate, prose behind it is not", "",
	  "P " P1 "P " P2 "X Related articles\nX Ferry line sold to a fund\nX Ostby wins the cup again\nP " P3 "P " P4 },
	{ "teasers behind the article are boilerplate", "",
	  "P " P1 "P " P2 "P " P3 "P " P4 "X Most read\nX Ferry line sold to a fund\nX Ostby wins the cup again\n"
	  "X Snow is coming to the coast, and so are the skiers\nX The old lighthouse opens its doors\nX Why cranes fall\n"
	  "X A cook from Lund wins a prize in Paris\nX Ten things to know about gulls\n" },
	{ "comments behind the article are boilerplate", "",
	  "P " P1 "P " P2 "P " P3 "X 2 responses to this story\nX seagull says:\n"
	  "X I have said for years that this crane was a danger to everybody, and nobody has listened.\nX rolf63 says:\n"
	  "X My brother built that crane, and it stood for fifty years without a single accident.\n" },
	{ "debris is boilerplate", "",
	  "P " P1 "P " P2 "X type=\"image/webp\"> type=\"image/jpeg\">>>\nP " P3 "P " P4 },
	{ "a long caption ends with its credit", "",
	  "P " P1 "\nC The crane that fell in the harbour on Monday had stood on the quay for fifty years, and was the last of its kind "
	  "in the country until then, with two sisters in Lund. Credit: Lars Vik\nP " P2 "\nP " P3 },
	{ "a caption is dated as agencies date pictures", "",
	  "P " P1 "\nC Harbour master Rolf Dahl looks at a fallen crane, Monday, March 3, 2025, in Ostby, Norway.\nP " P2 "\n"
	  "P The crane was bought on Monday, March 3, in the year in which Dahl came, and it was 2003, he said.\nP " P3 },
	{ "where to follow the author", "",
	  "P " P1 "\nP " P2 "\nX Marit Solheim writes about ports, and has lived in three. Follow her on Twitter @solheim\n" },
	{ "furniture in other languages", "",
	  "P " P1 "P " P2 "X Leia também\nX Teilen\nP " P3 "P " P4 "X Tutti i diritti riservati\nX Оставить комментарий\n" },
	{ "a page without sentences has no furniture", "",
	  "I Minutes\nI Present: Dahl, Solheim\nI Crane: sold\nI Ferry: late\n" },
	{ "a wrapped paragraph is one block", "",
	  "P The harbour of Ostby was closed on Monday after a crane fell, the\n>port authority said. Ships are waiting outside, and the ferry\n"
	  ">to Lund has been cancelled until Thursday morning, when divers\n>will have looked at the quay.\n\n"
	  "P The crane was built in 1974, and it had been inspected twice this\n>year, said Rolf Dahl, who is the harbour master, and who knew its\n"
	  ">builder well.\n" },
	{ "white space of all kinds is outside", "", "P \xC2\xA0\t“Nobody was hurt,” he said.\xE2\x80\x83\r\n \n\xC2\xA0\n" },
	{ "bytes that begin no character are no way out of the text", "",
	  "P " STRAY STRAY STRAY STRAY STRAY STRAY STRAY STRAY STRAY P1 },
	{ "no text, no blocks", "", "" },
};

/* Sentences of articles that have words of furniture in them. */
static const char *const plain[] = {
	"\"People like us on the coast have no boats,\" Ida Oss said.",
	"\"Join us on the march,\" Oss told the crowd.",
	"\"I will follow him on this road,\" Berg said.",
	"A deal can be reached at the summit, the minister said.",
	"The island can be reached at low tide, and at no other time.",
	"You will find us on the picket line.",
	"Copyright lawyer Ida Oss said: \"Nobody asked us.\"",
	"Advertisement agencies said they would sue.",
	"Subscribe or not, Oss said.",
	"Follow us, she told the children, and nobody will be lost.",
	"\"Share this bread with your neighbours,\" the priest said.",
	"\"Sign up or leave,\" Dahl told the crews.",
	"“Read more books,” the teacher said.",
	"\"Click here to see what they did,\" Vik said, and held up his phone.",
	"\"Contact us before you sell,\" the bank told its customers.",
	"\"You will find the letter in your inbox,\" the clerk wrote.",
	"In its weekly newsletter, the bank cut its forecast for the third time this year.",
	"The party's daily newsletter called the vote a farce, and asked for another.",
	"No house may be built there without prior written consent of the council of Ostby.",
	"This material may not be strong enough for the wall, the engineers found in May.",
	"The heirs may get a share of the sale, a court ruled in Lund on Monday.",
	"An AP photo of the crane was seen by two million people within a day.",
	"Forty engineers contributed to this report, which the ministry kept back for a year.",
	"Our grandmother uses cookies as bait for the geese behind the house in Lund.",
	"The service sends breaking news alerts to two million phones a day, and nobody reads them.",
	"There was no spam in the tins that the inspectors opened in the harbour on Friday.",
	"The club stopped our newsletter after forty years, to the grief of its oldest readers.",
	"\"The photo by Lars Vik is a fake,\" said Dahl.",
	"\"It was written by Dahl,\" the clerk said.",
	"The staff writer Marit Solheim asked why nobody had called the police.",
	"\"Photo: none,\" it said in the file of the court.",
	"Advertising on the ferries will be forbidden from May, the council said.",
	"\"Copy that link and you are sacked,\" the editor told them.",
	"Print this, he said, and I will sue.",
	"Tweet this if you dare, the minister told reporters.",
	"See more of this, and you will be sick of it, Oss said.",
	"\"Leave a comment and go,\" the mayor told the reader.",
	"Join the conversation or be quiet, she told her sister.",
	"\"Previous governments did nothing,\" Berg said.",
	"\"Next story, please,\" Dahl said.",
	"Jump to it, the sergeant said.",
	"\"Sponsored children are no customers,\" said the nun.",
	"The bishop said the paid content was a sin.",
	"Tags were cut from the sheep, the farmer said.",
	"The comments are closed to doubt, said Vik.",
	"\"Watch now what the sea does,\" the pilot said.",
	"Dahl said he would unsubscribe.",
	"“Privacy policy is a joke,” Solheim said.",
	"\"All rights reserved for the rich,\" the strikers cried.",
	"\"Your email address is known to us,\" the caller said.",
	"\"By clicking your fingers you change nothing,\" said Oss.",
	"The doctor may be reached at any hour of the night by those who live on the island.",
	"Copyright law was changed on Monday.",
	"Sponsored events were cancelled in Lund.",
	"Advertisement agencies closed their doors.",
	"Next story windows were broken.",
	"He joined us on the road.",
	"I will follow him on this road.",
	"Previous post offices were larger.",
};

static const char letters[] = "THPICBDX";

/* The page without its letters, as a text. */
static void
strip(struct buf *text, struct slice page)
{
	while (page.at != NULL && page.len > 0) {
		struct slice line = slice_cut(&page, '\n');

		if (line.len > 0 && line.at[0] == '>')
			line = slice_sub(line, 1, line.len);
		else if (line.len > 1 && line.at[1] == ' ')
			line = slice_sub(line, 2, line.len);
		buf_add(text, line);
		buf_byte(text, '\n');
	}
}

/* The text with the letters of its blocks; white space between blocks as it is. */
static void
show(struct buf *page, struct slice text, const struct block_list *blocks)
{
	size_t at = 0;

	for (size_t i = 0; i < blocks->len; i++) {
		const struct block *b = &blocks->at[i];

		buf_add(page, slice_sub(text, at, b->start));
		buf_byte(page, letters[b->role]);
		buf_byte(page, ' ');
		for (at = b->start; at < b->end; at++) {
			buf_byte(page, text.at[at]);
			if (text.at[at] == '\n')
				buf_byte(page, '>');
		}
	}
	buf_add(page, slice_sub(text, at, text.len));
}

/* The page with the letter behind the line's white space. */
static struct slice
wanted(const char *page, struct buf *b)
{
	struct slice p = slice_from(page);

	if (slice_starts(p, "P \xC2\xA0\t")) {
		buf_string(b, "\xC2\xA0\tP ");
		p = slice_sub(p, 5, p.len);
	}
	buf_add(b, p);
	return buf_slice(b);
}

static void
check(const struct block_rules *rules, const char *title, const char *page, const char *does)
{
	struct buf text = { 0 }, got = { 0 }, want = { 0 };
	struct block_list blocks = { 0 };

	strip(&text, slice_from(page));
	block_find(rules, buf_slice(&text), slice_from(title), &blocks);
	show(&got, buf_slice(&text), &blocks);
	tap_same(buf_slice(&got), wanted(page, &want), does);
	buf_free(&text);
	buf_free(&got);
	buf_free(&want);
	mem_free(blocks.at);
}

int
main(void)
{
	struct block_rules *rules = block_rules_new("en");
	struct buf page = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check(rules, rows[i].title, rows[i].page, rows[i].does);
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		buf_clear(&page);
		buf_string(&page, "P " P1 "\nP " P2 "\nP ");
		buf_string(&page, plain[i]);
		buf_string(&page, "\n\nP " P3);
		buf_byte(&page, '\0');
		check(rules, "", page.at, plain[i]);
	}
	buf_free(&page);
	block_rules_free(rules);
	return tap_done();
}
