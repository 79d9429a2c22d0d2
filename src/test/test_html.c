/* html: what the text of a page is, and what of it is the article. */
#include "gather.h"

#include "tap.h"

#define P1 "<p>The harbour of Ostby was closed on Monday after a crane fell, the port authority said.</p>"
#define P2 "<p>“Nobody was hurt, and nobody will be,” harbour master Rolf Dahl told reporters at the quay.</p>"
#define P3 "<p>Ships are waiting outside, and the ferry to Lund has been cancelled until Thursday morning.</p>"
#define T1 "The harbour of Ostby was closed on Monday after a crane fell, the port authority said."
#define T2 "“Nobody was hurt, and nobody will be,” harbour master Rolf Dahl told reporters at the quay."
#define T3 "Ships are waiting outside, and the ferry to Lund has been cancelled until Thursday morning."

/* Parts of pages: all their text. */
static const struct {
	const char *does, *html, *text;
} parts[] = {
	{ "white space is one space, blocks are lines", "<p> a \n\t b<b>c</b> <i> d</i></p>\n<p>e", "a bc d\n\ne" },
	{ "a line break", "a<br>b<br/>c", "a\nb\nc" },
	{ "preformatted lines", "<pre>a\n  b\n</pre>", "a\nb" },
	{ "elements that close without an end tag", "<ul><li>a<li>b</ul><p>c<p>d<div>e</div>f", "a\n\nb\n\nc\n\nd\n\ne\n\nf" },
	{ "end tags that close nothing, but for that of a paragraph", "a</b></div>b</p>c", "ab\n\nc" },
	{ "scripts, styles and comments are no text", "a<script>if (a<b) '</p>'</script><style>b{}</style><!-- <p>c --> d", "a d" },
	{ "a script that never ends", "a<script>b", "a" },
	{ "character references", "&lt;b&gt; &amp;amp; &eacute;&#8217;&#x2014;&#151; &nosuch; &# & AT&T &copy", "<b> &amp; é’—— &nosuch; &# & AT&T &copy" },
	{ "a < that begins no tag", "a < b <3 and <", "a < b <3 and <" },
	{ "attributes of all sorts", "<p class=a id='>' title=\">\" hidden=\"\" data-x>a</p>", "a" },
	{ "a quotation mark that is not closed", "<p title=\"a>b</p><p>c</p>", "b\n\nc" },
	{ "a mark that belongs to no value", "<p \">a</p>", "a" },
	{ "declarations and other odd marks", "<!DOCTYPE html><?xml?><![CDATA[a]]></ b>c<!-->d", "cd" },
	{ "table cells", "<table><tr><td>a<td>b<tr><th>c</table>", "a\n\nb\n\nc" },
	{ "case does not matter", "<P>a</p><SCRIPT>b</Script><BR>c", "a\n\nc" },
	{ "no text", "<p></p><br>", "" },
};

/* Whole pages: their article. */
static const struct {
	const char *does, *html, *text;
} pages[] = {
	{ "menus, forms and footers go", "<html><nav>Home</nav>" P1 P2 P3 "<form>Name</form><footer>" P1 "</footer>", T1 "\n\n" T2 "\n\n" T3 },
	{ "words of classes tell furniture", "<html>" P1 P2 P3 "<div class='c-Related-stories'><p>Lund wins the cup again, and the town celebrates.</p></div>",
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "a class on what holds most of the text means something else", "<html><body class='comments ads'>" P1 P2, T1 "\n\n" T2 },
	{ "a heading before prose stays, a list of links goes",
	  "<html>" P1 P2 "<ul><li><a href=a>Crane prices go up again this year</a><li><a href=b>Ferry line sold to a fund</a></ul><h2>Waiting</h2>" P3,
	  T1 "\n\n" T2 "\n\nWaiting\n\n" T3 },
	{ "what is not shown goes", "<html>" P1 P2 P3 "<div style='color:red; DISPLAY: none'><p>You have read four articles this month.</p></div>",
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "a paragraph stays, whatever it is called", "<html>" P1 "<p class='after-ad'>“Nobody was hurt,” Rolf Dahl said at the quay.</p>" P3,
	  T1 "\n\n“Nobody was hurt,” Rolf Dahl said at the quay.\n\n" T3 },
	{ "a paragraph that is not shown goes", "<html>" P1 "<p hidden>One is hidden, he said.</p><p aria-hidden=true>Two is, too, he said.</p>"
	  "<p class=after-ad style='display:none'>“Three,” she said.</p>" P2 P3, T1 "\n\n" T2 "\n\n" T3 },
	{ "furniture behind what somebody says goes, and what is said stays", "<html><article>" P1 P2
	  "<p>“Nobody told me,” she said on Monday. <a href='/x'>Read more</a></p><p>“We slept,” Dahl said. (Photo: Lars Vik)</p>" P3
	  "<p>“It will hold for us,” the minister said. Click here to subscribe to our newsletter.</p></article>",
	  T1 "\n\n" T2 "\n\n“Nobody told me,” she said on Monday.\n\n“We slept,” Dahl said.\n\n" T3
	  "\n\n“It will hold for us,” the minister said." },
	{ "captions go", "<html>" P1 "<figure><figcaption>The crane in the harbour before it fell, seen from the quay.</figcaption></figure>" P2,
	  T1 "\n\n" T2 },
	{ "what is outside the element of the article goes",
	  "<html><main><article>" P1 P2 P3 "</article></main><div><h3>More</h3><p>Rain fell on Lund for a week, and the river rose by a metre.</p></div>",
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "a box with a form goes", "<html>" P1 P2 P3 "<div><h3>The week in Ostby</h3><p>The best of our letters, every Sunday, in your inbox.</p><form><input></form></div>",
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "comments may outweigh the article that they stand beside", "<html><article>" P1 P2 P3 "</article><div class=comments>" P1 P1 P1 P2 P2 P2 P3 P3 P3 P1 P2 "</div>",
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "the rows of a table in what holds the prose stay", "<html><div>" P1 "<table><tr><td>Ostby<td>12 ships<tr><td>Lund<td>3 ships</table>" P2 P3 "</div>",
	  T1 "\n\nOstby\n\n12 ships\n\nLund\n\n3 ships\n\n" T2 "\n\n" T3 },
	{ "a link in a sentence is no list of links", "<html>" P1 "<p><a href=a>Nobody</a> was hurt, said <a href=b>Rolf Dahl</a>, who has been harbour master since 2003.</p>" P3,
	  T1 "\n\nNobody was hurt, said Rolf Dahl, who has been harbour master since 2003.\n\n" T3 },
	{ "two words of a class tell as one",
	  "<html>" P1 P2 "<div class='td_pull_quote big'><p>“Nobody was hurt, and nobody will be,” as he told us again.</p></div><section class=readNext><p>Rain fell on Lund for a week, and the river rose by a metre.</p></section>" P3,
	  T1 "\n\n" T2 "\n\n" T3 },
	{ "an article whose tag is named as furniture is, in an element for articles",
	  "<html><main><p>Crane falls</p><article class='post tag-comments'>" P1 P2 P3 "</article></main>", "Crane falls\n\n" T1 "\n\n" T2 "\n\n" T3 },
	{ "a line that is a link leads to another page, a heading does not",
	  "<html>" P1 P2 "<p>[ <a href=a>Audit found 14 broken locks in the harbour last year</a> ]</p><h2><a href=b>Waiting for the tide</a></h2>" P3,
	  T1 "\n\n" T2 "\n\nWaiting for the tide\n\n" T3 },
	{ "an article that says that it was published is no byline",
	  "<html><article class='node node-published'>" P1 P2 "</article><div><h3>More</h3><p>Rain fell on Lund for a week, and the river rose by a metre.</p></div>",
	  T1 "\n\n" T2 },
	{ "a teaser heads no list, and ends no article",
	  "<html><article>" P1 P2 "<p>Read also: <a href=a>Audit found 14 broken locks in the harbour</a></p><p>The crane will be sold in May.</p></article>",
	  T1 "\n\n" T2 "\n\nThe crane will be sold in May." },
	{ "a line of author and date goes, and so does it from what comes before",
	  "<html>" P1 P2 "<p>le <span class=published>mardi 2 mai</span>, <span class=auteur>Inès Roux</span></p>" P3, T1 "\n\n" T2 "\n\n" T3 },
	{ "a page in cp1252 that says so", "<html><meta charset=iso-8859-1>" P3 "<p>The caf\xE9 on the quay\x92s end stays open, its owner said on Monday.</p>",
	  T3 "\n\nThe café on the quay’s end stays open, its owner said on Monday." },
	{ "UTF-8 that claims to be something else", "<html><meta charset=windows-1251>" P2 P3, T2 "\n\n" T3 },
	{ "a page in cp1251", "<html><meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2.</p>",
	  "Порт закрыт." },
};

/* What pages tell beside the text. */
static const struct {
	const char *does, *html;
	enum article_field field;
	const char *value;
} told[] = {
	{ "og:title before title", "<title>Crane falls | Daybook</title><meta property=og:title content='Crane &quot;falls&quot;'>", ARTICLE_TITLE, "Crane \"falls\"" },
	{ "title before h1, which may be the site's name", "<h1>Daybook</h1><title>Crane falls | Daybook</title>", ARTICLE_TITLE, "Crane falls | Daybook" },
	{ "the headline may have other spaces than the title", "<title>« Non, jamais »\xC2\xA0: Inès Roux</title><html><h1>« Non, jamais » : Inès Roux</h1>" P1 P2 P3, ARTICLE_TEXT,
	  "« Non, jamais » : Inès Roux\n\n" T1 "\n\n" T2 "\n\n" T3 },
	{ "the outlet is what the window is titled beside the article", "<html><title>Crane falls in Ostby | Harbour | Daybook</title><h1>Crane falls in Ostby</h1>" P1 P2 P3, ARTICLE_SOURCE, "Daybook" },
	{ "or before it", "<html><title>Daybook: Crane falls</title><meta property=og:title content='Crane falls'>" P1, ARTICLE_SOURCE, "Daybook" },
	{ "a headline with a colon tells no outlet", "<html><title>Harbour: Crane falls</title><h1>Crane falls</h1>" P1, ARTICLE_SOURCE, "" },
	{ "the outlet's name elsewhere in a graph",
	  "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Article\",\"publisher\":{\"@id\":\"#o\"}},{\"@id\":\"#o\",\"name\":\"Daybook\"}]}</script>",
	  ARTICLE_SOURCE, "Daybook" },
	{ "a date of publication, marked in whatever element", "<span itemprop=datePublished content='2025-02-11T07:45'>Tuesday</span>", ARTICLE_PUBLISHED, "2025-02-11T07:45" },
	{ "and as the class published does", "<time datetime='2025-02-12'></time><abbr class=published title='2025-02-11'>Tuesday</abbr>", ARTICLE_PUBLISHED, "2025-02-11" },
	{ "what is no date is none", "<time datetime=PT5M>5 min</time><time datetime='2025-02-11'>Tuesday</time>", ARTICLE_PUBLISHED, "2025-02-11" },
	{ "h1 where there is no other", "<h1>Crane falls</h1>", ARTICLE_TITLE, "Crane falls" },
	{ "the text of a page that writes it by script", "<html><script type='application/ld+json'>{\"@type\":\"Article\",\"articleBody\":\"The crane fell on Monday.\"}</script><div id=root></div>",
	  ARTICLE_TEXT, "The crane fell on Monday." },
	{ "title where there is no other", "<title> Crane falls\n</title>", ARTICLE_TITLE, "Crane falls" },
	{ "JSON-LD, in a graph", "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"Person\"},{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2025-03-04\"}]}</script>"
	  "<meta property='article:published_time' content='2025-03-05'>", ARTICLE_PUBLISHED, "2025-03-04" },
	{ "JSON-LD that is none", "<script type='application/ld+json'>{</script><time datetime='2025-03-04'>", ARTICLE_PUBLISHED, "2025-03-04" },
	{ "a time that is marked before others", "<time datetime='2025-01-01'></time><time pubdate datetime='2025-03-04'>", ARTICLE_PUBLISHED, "2025-03-04" },
	{ "the publisher", "<script type='application/ld+json'>[{\"@type\":\"Article\",\"publisher\":{\"name\":\"Daybook\"}}]</script>", ARTICLE_SOURCE, "Daybook" },
	{ "the site", "<meta property=og:site_name content=Daybook>", ARTICLE_SOURCE, "Daybook" },
	{ "the canonical link", "<link href='https://a.example/x' rel=canonical><meta property=og:url content='https://a.example/y'>", ARTICLE_URL, "https://a.example/x" },
	{ "no outlet behind the title", "<html><title>Crane falls \u2013 Daybook</title><meta property=og:site_name content=Daybook>", ARTICLE_TITLE, "Crane falls" },
	{ "no outlet before the title", "<html><title>Daybook: Crane falls in Ostby</title><h1>Crane falls in Ostby</h1>" P1 P2, ARTICLE_TITLE, "Crane falls in Ostby" },
	{ "the headline of the text", "<html><title>Crane falls | The Daybook</title>" P1 "<b>Crane falls</b>" P2, ARTICLE_TITLE, "Crane falls | The Daybook" },
	{ "the language", "<html lang=en-GB>", ARTICLE_LANG, "en-GB" },
};

static void
check(const char *html, enum article_field field, const char *want, const char *does)
{
	struct arena arena = { 0 };
	struct gather g = { .arena = &arena };
	struct article article = { 0 };

	gather_html_part(&g, slice_from(html), &article);
	tap_same(article.field[field], slice_from(want), does);
	gather_free(&g);
	arena_free(&arena);
}

int
main(void)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		check(parts[i].html, ARTICLE_TEXT, parts[i].text, parts[i].does);
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		check(pages[i].html, ARTICLE_TEXT, pages[i].text, pages[i].does);
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		check(told[i].html, told[i].field, told[i].value, told[i].does);
	return tap_done();
}
