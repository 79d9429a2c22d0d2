/* normalize: what each repair makes of a text.  For every row the original is rebuilt from the result and its
 * edits, and a second run over the result changes nothing. */
#include "charset.h"
#include "normalize.h"
#include "normalize_codec.h"
#include "tap.h"

static const struct {
	const char *before, *after, *does;
} rows[] = {
	{ "", "", "no text" },
	{ "Plain words, and a stop.", "Plain words, and a stop.", "clean text stays" },
	{ "“It’s so” — he ‘said’…", "“It’s so” — he ‘said’…", "marks and dashes keep their kind" },
	{ "\"It's so\" -- she ``said''", "\"It's so\" -- she ``said''", "straight and doubled marks too" },

	{ "Sm\xF8rrebr\xF8" "d", "Smørrebrød", "bytes of cp1252 between ASCII letters" },
	{ "It\x92s \x93so\x94", "It’s “so”", "marks of cp1252" },
	{ "Malm\xC3\xB6 and \xE2\x80", "Malmö and \xEF\xBF\xBD", "a sequence cut short in a text of UTF-8 is lost" },
	{ "\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0", "Привет, мир", "a document all in cp1251" },
	{ "\xF0\xD2\xC9\xD7\xC5\xD4, \xCD\xC9\xD2", "Привет, мир", "a document all in KOI8-R" },
	{ "\xF0\xCF\xD2\xD4 \xE7\xC1\xCC\xD7\xA6\xCB\xC1 \xDA\xC1\xCB\xD2\xC9\xD4\xCF, \xC1\xCC\xC5 \xA7\xC8\xCE\xA6\xCA \xCD\xA6\xCE\xA6\xD3\xD4\xD2 \xDA\xC1\xD1\xD7\xC9\xD7, \xDD\xCF \xA7\xA7 \xD2\xA6\xDB\xC5\xCE\xCE\xD1 \xA4 \xD4\xC9\xCD\xDE\xC1\xD3\xCF\xD7\xC5",
	    "Порт Галвіка закрито, але їхній міністр заявив, що її рішення є тимчасове", "a document all in KOI8-U" },
	{ "Za rok wr\xF3" "ci \xBF" "egluga, powiedzia\xB3" "a \x9Cwie\xBFo", "Za rok wróci żegluga, powiedziała świeżo", "a document all in cp1250" },
	{ "Le pr\x8E" "fet a \x8Et\x8E pr\x8Evenu par t\x8El\x8Egramme", "Le préfet a été prévenu par télégramme", "a document all in mac-roman" },
	{ "ok \xED\xA0\xBD\xED\xB8\x80", "ok 😀", "a surrogate pair in bytes" },
	{ "\x81\x93\xA9\xB4\x85 \x93\x99\xA0", "\xEF\xBF\xBD \xEF\xBF\xBD", "bytes that continue nothing, one after the other, are lost" },
	{ "it is gone \xEF\xBF\xBD here", "it is gone \xEF\xBF\xBD here", "what is lost stays lost" },

	{ "Fish &amp; chips &lt; 5 &pound;", "Fish & chips < 5 £", "named references" },
	{ "It&#8217;s &#x201C;so&#x201d;", "It’s “so”", "numbers" },
	{ "It&#146;s", "It’s", "80 to 9F as in cp1252" },
	{ "don&amp;#039;t &amp;amp;quot;x&amp;quot;", "don't \"x\"", "escaped twice and three times" },
	{ "&#55357;&#56832;", "😀", "a surrogate pair of numbers" },
	{ "R&D, AT&T; x&y=1&lt=2 &copy &nosuch; &#0; &#xD800;", "R&D, AT&T; x&y=1&lt=2 &copy &nosuch; &#0; &#xD800;",
	    "what is no reference stays" },
	{ "Smith &amp Sons", "Smith & Sons", "the commonest names without their semicolon" },
	{ "&Eacute;t&eacute;", "Été", "case of a name counts" },

	{ "He <b>said</b> so.<br/>Then <a href=\"x.html\" title='a > b'>left</a>.", "He said so.\nThen left.", "tags" },
	{ "<p>One.</p><p>Two.</p>", "One.\nTwo.", "tags of blocks end lines" },
	{ "it was.<span>He</span> said</i><b>No", "it was. He said No", "a space that went with the tags" },
	{ "Mc<b>Donald</b>", "McDonald", "but none inside a word" },
	{ "x <script type=\"a\">if (a<b) f(\"</p>\");</SCRIPT> y <style>p{}</style>z", "x\ny\nz", "scripts and styles go whole" },
	{ "He <tweet id=\"7\">wrote</tweet> and <tweet/>left. </irony> <Applause>", "He wrote and left. </irony> <Applause>",
	    "elements of other languages, where they are sure to be" },
	{ "a <!-- b > c --> d", "a d", "comments" },
	{ "a < b, 3 > 2, <3, <name@example.org>, <Applause>, a<b", "a < b, 3 > 2, <3, <name@example.org>, <Applause>, a<b",
	    "what is no tag stays" },
	{ "<b and no end", "<b and no end", "a tag without end stays" },
	{ "&lt;p&gt;Hello&lt;/p&gt;", "Hello", "escaped tags" },
	{ "x\n\ntype=\"image/webp\"> type=\"image/jpeg\">>>\n\ny", "x\n\ny", "debris of attributes" },
	{ "see alt=\"a b\" data-id='7' />the end", "see the end", "more of it" },
	{ "he wrote x=\"y\"> and", "he wrote x=\"y\"> and", "not what is no attribute" },

	{ "The ferryâ€™s captain said â€œnoâ€\xC2\x9D â€” twiceâ€¦",
	    "The ferry’s captain said “no” — twice…", "marks through cp1252" },
	{ "ZoÃ« BrÃ¤nnstrÃ¶m, MÃ¡laga",
	    "Zoë Brännström, Málaga", "letters through latin-1" },
	{ "GdaĹ„sk: Ĺ\xC2\x81ukasz Ĺ»ĂłĹ‚Ä‡ mĂłwi â€žnieâ€ť",
	    "Gdańsk: Łukasz Żółć mówi „nie”", "cp1250" },
	{ "PĹ\xC2\x99Ă\xC2\xADliĹĄ ĹžluĹĽouÄ\xC2\x8DkĂ˝ kĹŻĹ\xC2\x88",
	    "Příliš žluťoučký kůň", "iso-8859-2" },
	{ "РџР°СЂРѕРјС‰РёРє РѕС‚РєР°Р·Р°Р»СЃСЏ РІС‹Р№С‚Рё РІ РјРѕСЂРµ",
	    "Паромщик отказался выйти в море", "Cyrillic through cp1251" },
	{ "Der FГ¤hrmann sagtвЂ™s: 5 в‚¬",
	    "Der Fährmann sagt’s: 5 €", "Latin letters and marks through cp1251" },
	{ "п÷п╬я─п╬п╪п╫п╦п╨ я≈я≈ п╫п╣ п╠п╟я┤п╦п╡ Б─■ я√ п╢п╬я│п╦я┌я▄",
	    "Поромник її не бачив — і досить", "KOI8-R" },
	{ "╨Я╨╛╤А╨╛╨╝╨╜╨╕╨║ ╨╜╨╡ ╨▓╤Л╤И╨╡╨╗",
	    "Поромник не вышел", "cp866" },
	{ "O√π est pass√© l‚Äô√©t√© ? ¬´ √Ä N√Æmes ¬ª",
	    "Où est passé l’été ? « À Nîmes »", "mac-roman" },
	{ "O├╣ est pass├⌐ lΓÇÖ├⌐t├⌐ ?",
	    "Où est passé l’été ?", "cp437" },
	{ "O├╣ est pass├® lÔÇÖ├®t├® ?",
	    "Où est passé l’été ?", "cp850" },
	{ "Ïàðîìùèê ñêàçàë: «Ìîñò ¹ 2 çàêðûò», — è óø¸ë.", "Паромщик сказал: «Мост № 2 закрыт», — и ушёл.", "cp1251 read as cp1252" },
	{ "ðÁÒÏÍÝÉË ÓËÁÚÁÌ, ÞÔÏ ÍÏÓÔ ÚÁËÒÙÔ.", "Паромщик сказал, что мост закрыт.", "KOI8-R read as cp1252" },
	{ "ÏÀÐÎÌÙÈÊ ÎÒÐÈÖÀÅÒ ÀÂÀÐÈÞ", "ПАРОМЩИК ОТРИЦАЕТ АВАРИЮ", "a headline in capitals" },
	{ "ðÏÒÔ çÁÌ×¦ËÁ ÚÁËÒÉÔÏ, ÁÌÅ §ÈÎ¦Ê Í¦Î¦ÓÔÒ ÚÁÑ×É×, ÝÏ §§ Ò¦ÛÅÎÎÑ ¤ ÔÉÍÞÁÓÏ×Å",
	    "Порт Галвіка закрито, але їхній міністр заявив, що її рішення є тимчасове", "KOI8-U" },
	{ "Rz¹d og³osi³, ¿e ka¿da ³ódŸ bêdzie przyjêta, a port zostanie zamkniêty.\nAda Holm powiedzia³a, ¿e wiele rodzin czeka³o na tê decyzjê.",
	    "Rząd ogłosił, że każda łódź będzie przyjęta, a port zostanie zamknięty.\nAda Holm powiedziała, że wiele rodzin czekało na tę decyzję.", "cp1250 read as cp1252" },
	{ "It¹s the mayor¹s view that they don¹t pay, and she doesn¹t see why we won¿t; it isn¿t hers.\nWe weren¹t asked, and couldn¿t say.",
	    "It¹s the mayor¹s view that they don¹t pay, and she doesn¹t see why we won¿t; it isn¿t hers.\nWe weren¹t asked, and couldn¿t say.",
	    "not where signs stand for apostrophes" },
	{ "Els nºs 5 i 7, les col·leccions, l’il·lustre col·laborador i els nºs 8 i 9 del novel·lista", "Els nºs 5 i 7, les col·leccions, l’il·lustre col·laborador i els nºs 8 i 9 del novel·lista", "nor where they belong" },
	{ "He wrote to us: «Ïåðåãîâîðû íå ñîñòîÿòñÿ, è ýòî îêîí÷àòåëüíî».\nThe café was shut.", "He wrote to us: «Переговоры не состоятся, и это окончательно».\nThe café was shut.", "a quotation of it" },
	{ "Un café à côté où l’été a été gâché: «Ïåðåãîâîðû íå ñîñòîÿòñÿ».", "Un café à côté où l’été a été gâché: «Ïåðåãîâîðû íå ñîñòîÿòñÿ».", "not where accents are the text's own" },
	{ "àâäéèêëîï, ôöùûüÿç", "àâäéèêëîï, ôöùûüÿç", "letters that make no words read so" },
	{ "ÎŸ ÎºÎ±Ï€ÎµÏ„Î¬Î½Î¹Î¿Ï‚ ÎµÎ¯Ï€Îµ ÏŒÏ‡Î¹",
	    "Ο καπετάνιος είπε όχι", "Greek through cp1252" },
	{ "×”×§×‘×¨×\xC2\xA0×™×˜ ×¡×™×¨×‘",
	    "הקברניט סירב", "Hebrew" },
	{ "SeÃƒÂ±or NÃƒÂºÃƒÂ±ez, maÃƒÂ±ana",
	    "Señor Núñez, mañana", "twice" },
	{ "lâˆšÂ¢â€šÃ‡Â¨â€šÃ‘Â¢âˆšÃ‰Â¬Â©tâˆšÃ‰Â¬Â© âˆšÃ‰Â¬â€\xC2\xA0 NâˆšÃ‰Â¬Ã†mes",
	    "l’été à Nîmes", "three times, through different codecs" },
	{ "ferry ðŸš¢ sunk",
	    "ferry 🚢 sunk", "a pictograph" },
	{ "JosÃ© met Renée.",
	    "José met Renée.", "a name among words that were read well" },
	{ "Nin\xCC\x83o: Jose\xCC\x81 y PeA\xCC\x83±a",
	    "Niño: José y Peña", "misread, then taken apart" },
	{ "Caf&Atilde;&copy; &acirc;&euro;&trade;",
	    "Café ’", "misread, then escaped" },
	{ "il va Ã Brest, dÃ©jÃ ",
	    "il va à Brest, déjà", "the blank that was half of à stays where it parts words" },
	{ "â€œGo now,â€ she said, itâ€™s",
	    "“Go now,” she said, it’s", "a byte that cp1252 does not know, left out" },
	{ "â€œGo now,â€\xEF\xBF\xBD she said",
	    "“Go now,\xEF\xBF\xBD she said", "a byte that was lost is not guessed" },
	{ "SchĂśne GrĂźĂ\xC2\x9F" "e aus KĂśln, maĂąana",
	    "Schöne Grüße aus Köln, mañana", "of two codecs that could be, the one that makes words" },
	{ "Der Spaß beginnt, sagt sie. «É assim» – em Itabirá\xC2\xA0» e\nMÃ¼ÃŸig, frÃ¼h, spÃ¤t",
	    "Der Spaß beginnt, sagt sie. «É assim» – em Itabirá » e\nMüßig, früh, spät", "a line that was read well beside one that was not" },
	{ "called it â€œa pityâ€\xC2\x9D\xC2\xA0— and", "called it “a pity” — and", "beside marks that were read well" },
	{ "GÃ1⁄4nther, JosÃ©, 1⁄2", "Günther, José, 1⁄2", "a fraction that was half of a letter, taken apart" },
	{ "MAÇÃ1 IRMÃ", "MAÇÃ1 IRMÃ", "Ã that ends a word" },
	{ "CAFÉ’S, SELKÄ…, “ZOË”, L’ÉTÉ, É¿, 3×£5, Å—, frá§, «Р», Рік, В°, её",
	    "CAFÉ’S, SELKÄ…, “ZOË”, L’ÉTÉ, É¿, 3×£5, Å—, frá§, «Р», Рік, В°, её", "clean text that could be misread" },
	{ "BÄ£ÄB and NÄ£ÄN, ∆°, `¬´ `, o¬ô",
	    "BÄ£ÄB and NÄ£ÄN, ∆°, `¬´ `, o¬ô", "games with letters" },
	{ "её", "её", "a short Cyrillic word alone" },
	{ "«СССР» и «В», Её, Її, Зі, Ті",
	    "«СССР» и «В», Её, Її, Зі, Ті", "short Cyrillic words" },

	{ "a\xC2\x85 b\xC2\x96 c", "a… b– c", "C1 controls as cp1252" },
	{ "a\x01" "b\x7F" "c\x0C" "d\x0B" "e", "abc\nd\ne", "controls go, form feeds end lines" },
	{ "\x1B[31mgo\x1B[0m \x1B[1;32mon\x1B[m \x1B[x\x1B[1", "go on [1", "a terminal's colours go whole" },
	{ "\xEF\xBB\xBFso\xC2\xAD" "ft ze\xE2\x80\x8Bro \xE2\x80\xAA" "dir\xE2\x80\xAC", "soft zero dir", "what is hidden" },
	{ "👨\xE2\x80\x8D👩 a\xE2\x80\x8D" "b 🏴\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF",
	    "👨\xE2\x80\x8D👩 ab 🏴\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF", "joiners and flags of emoji stay" },
	{ "می\xE2\x80\x8Cخواهم x\xE2\x80\x8Cy", "می\xE2\x80\x8Cخواهم xy", "non-joiners stay in Persian" },
	{ "ﬁnal oﬀer ﬂoor", "final offer floor", "ligatures" },
	{ "ＡＢＣ　１２３", "ABC 123", "full-width forms" },
	{ "東京，大阪！", "東京，大阪！", "full-width marks stay among ideographs" },
	{ "Cafe\xCC\x81 A\xCC\x8Angstro\xCC\x88m \xE2\x84\xAB", "Café Ångström Å", "composed form" },
	{ "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한", "jamo" },

	{ "  a  b \t c  ", "a b c", "runs of blanks" },
	{ "a \r\n b\rc\n\n\n\nd \n ", "a\nb\nc\n\nd", "line ends, and one empty line at most" },
	{ "5\xC2\xA0km, Ana\xE2\x80\xAFSilva\xE3\x80\x80x\xE2\x80\xA8y", "5 km, Ana Silva x\ny", "spaces of all kinds" },
	{ "Harbour reopens after storm\n\nHarbour reopens after storm\nBy Ana", "Harbour reopens after storm\nBy Ana",
	    "a headline that stands twice" },
	{ "Harbour reopens after storm\nHarbour reopens after storm\n\nHarbour reopens after storm", "Harbour reopens after storm",
	    "a headline that stands three times" },
	{ "HALVIK, Nov 3 - The harbour of Halvik stayed closed on Monday after the\nnight's storm had broken two of its cranes, the port authority said, and\nferries to the islands will not leave until the end of the very well-\nknown autumn fair.\n\nBy Ana Silva\n\nThe mayor said that she had asked the government for money to repair\nthem.",
	    "HALVIK, Nov 3 - The harbour of Halvik stayed closed on Monday after the night's storm had broken two of its cranes, the port authority said, and ferries to the islands will not leave until the end of the very well-known autumn fair.\n\nBy Ana Silva\n\nThe mayor said that she had asked the government for money to repair them.", "paragraphs cut at a width" },
	{ "The harbour sleeps beneath the winter moon, the ropes are taut and still,\nThe cranes are broken and the boats are gone, and no one pays the bill,\nThe mayor counts the ferries on her hand, the storm has had its will,\nAnd over all the islands falls the snow, upon the town and hill.",
	    "The harbour sleeps beneath the winter moon, the ropes are taut and still,\nThe cranes are broken and the boats are gone, and no one pays the bill,\nThe mayor counts the ferries on her hand, the storm has had its will,\nAnd over all the islands falls the snow, upon the town and hill.", "verse stays" },
	{ "- a new crane of thirty tons, for the east quay, by the end of the year\n- two hundred metres of rope, for the ferries that have lost their own\n- money for the crews who could not work while the harbour was closed",
	    "- a new crane of thirty tons, for the east quay, by the end of the year\n- two hundred metres of rope, for the ferries that have lost their own\n- money for the crews who could not work while the harbour was closed", "and so do lists" },
	{ "the crews left.The mayor stayed.“We wait.”Then he went.I saw it.", "the crews left. The mayor stayed. “We wait.” Then he went. I saw it.",
	    "sentences that ran together" },
	{ "Portal.Media, ana.Silva@port.example, portal.Com, see www.portAl.Com or a.B c.D", "Portal.Media, ana.Silva@port.example, portal.Com, see www.portAl.Com or a.B c.D",
	    "but not names and addresses" },
	{ "\n\n \t", "", "nothing but blanks" },
};

/* What the edits say the text was. */
static void
rebuild(struct buf *out, struct slice text, const struct edit_list *edits, struct slice original)
{
	size_t done = 0;

	for (size_t i = 0; i < edits->len; i++) {
		const struct edit *e = &edits->at[i];

		buf_add(out, slice_sub(text, done, e->start));
		buf_add(out, slice_sub(original, e->from, e->to));
		done = e->end;
	}
	buf_add(out, slice_sub(text, done, text.len));
}

static void
test_row(struct normalize *n, size_t i)
{
	struct slice before = slice_from(rows[i].before);
	struct slice after = normalize_text(n, before);
	struct buf back = { 0 }, copy = { 0 };

	tap_same(after, slice_from(rows[i].after), rows[i].does);
	rebuild(&back, after, normalize_edits(n), before);
	if (!slice_eq(buf_slice(&back), before))
		tap_same(buf_slice(&back), before, "... rebuilt");
	buf_add(&copy, after);
	if (!slice_eq(normalize_text(n, buf_slice(&copy)), buf_slice(&copy)))
		tap_same(normalize_text(n, buf_slice(&copy)), buf_slice(&copy), "... and stays so");
	buf_free(&back);
	buf_free(&copy);
}

/* Random bytes, of those that the repairs look for: rebuilt, and the result well-formed. */
static void
test_random(struct normalize *n)
{
	static const char *const pieces[] = { "a", "B", " ", "\n", "&", "amp;", "#8217;", "<", "b", ">", "/", "\"", "=", "type", "\xC3",
		"\xA9", "\xE2\x80\x99", "\xCC\x81", "e", "\xC2\xA0", "\xEF\xBF\xBD", "\x80", "ï»¿", "Ð", "°", "\r", "\xED\xA0\xBD" };
	uint32_t state = 1;
	bool good = true;

	for (int round = 0; round < 20000; round++) {
		struct buf text = { 0 }, back = { 0 };
		struct slice after;

		for (int k = 0; k < 12; k++) {
			state = state * 1664525 + 1013904223;
			buf_string(&text, pieces[(state >> 16) % (sizeof pieces / sizeof *pieces)]);
		}
		after = normalize_text(n, buf_slice(&text));
		rebuild(&back, after, normalize_edits(n), buf_slice(&text));
		good &= slice_eq(buf_slice(&back), buf_slice(&text));
		buf_free(&text);
		buf_free(&back);
	}
	tap_ok(good, "random bytes are rebuilt from their edits");
}

/* normalize reads its codecs from a list, gather has the one that pages are in by default: of a byte without a character it makes
 * the control character. */
static void
test_cp1252(void)
{
	struct codecs *c = codecs_new();
	bool same = true;

	for (unsigned byte = 0x80; byte < 0x100; byte++) {
		uint32_t code = c->code[CODEC_CP1252][byte - 0x80];

		same &= charset_cp1252((unsigned char)byte) == (code != 0 ? code : byte);
	}
	tap_ok(same, "cp1252 is the same for gather and normalize");
	codecs_free(c);
}

int
main(void)
{
	const struct normalize_options options = { .edits = true };
	struct normalize *n = normalize_new(&options);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(n, i);
	test_random(n);
	test_cp1252();
	normalize_free(n);
	return tap_done();
}
