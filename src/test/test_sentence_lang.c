/* Where sentences end in other languages; the language that a text tells; quotations in one piece; the emptied text. */
#include "sentence_marks.h"

static const struct {
	const char *lang;
	struct sentence_case row;
} rows[] = {
	{ "de", { "German ordinals join", "Am 3. Oktober kam der 2. Zug.| Er war leer." } },
	{ "de", { "a German year ends", "Das war 1997.| Danach kam nichts." } },
	{ "de", { "spaced German abbreviations join", "Obst, z. B. Birnen, d. h. auch Quitten, und Dr. Ems.| Gut." } },
	{ "de", { "usw. ends before a capital", "Birnen, Quitten usw.| Danach kam nichts." } },
	{ "de", { "measures join before a noun", "Sie zahlt 3 Mio. Euro für 2 Std. Fahrt.| Das war im 19. Jh.| Danach kam nichts." } },
	{ "de", { "low and high marks", "„Ich gehe.“| Er ging.| »Gut.«| Sie blieb." } },
	{ "de", { "a polite pronoun does not end a headline", "Morgen können Sie gern kommen." } },
	{ "fr", { "French titles join", "M. Duval et Mme Roche, cf. p. 3, sont partis.| Bien." } },
	{ "fr", { "French spaces before marks", "Vraiment ?| Oui !| « Je pars. »| Il partit." } },
	{ "fr", { "etc. ends before a capital", "Des poires, des coings, etc.| Il partit." } },
	{ "es", { "Spanish marks open sentences", "¿Quién sabe?| ¡Nadie!| El Sr. Ruiz calla." } },
	{ "es", { "EE. UU. joins", "Vive en EE. UU. desde 1990.| Trabaja en la Avda. Sur." } },
	{ "pt", { "a Portuguese quotation behind a colon", "O Sr. Reis disse:| «Não vou.»| Saiu." } },
	{ "pt", { "a Portuguese article ends a headline", "Barco afunda no porto| O barco era novo." } },
	{ "ru", { "Russian abbreviations join", "В 1990 г. на ул. Садовой, т. е. рядом, жил А. П. Реков.| Он пел." } },
	{ "ru", { "и т. д. ends before a capital", "Груши, сливы и т. д.| Потом ушли." } },
	{ "ru", { "a measure ends behind a number only", "Мост закрыт на 30 мин.| Рыбаки видели мин. Рекова.| Паром ждал." } },
	{ "ru", { "a year ends, unless it opens its sentence", "Он родился в селе в 1990 г.| Матрос служил в 1941—1945 гг.| В 1990 г. Реков ушёл." } },
	{ "ru", { "a smiley ends, but not before a small letter", "Мы пришли :) а потом ушли :)| Всё." } },
	{ "ru", { "a dash behind a question", "— Кто там? — спросил он.| — Я." } },
	{ "uk", { "Ukrainian abbreviations join", "У 1990 р. на вул. Садовій жив проф. О. Рек.| Він співав." } },
	{ "it", { "Italian titles join", "Il sig. Reni e il dott. Levi, ecc. partono.| Bene." } },
	{ "nl", { "Dutch abbreviations join", "Peren, d.w.z. fruit, van dhr. Reek, nr. 3.| Hij ging." } },
	{ "pl", { "Polish abbreviations and ordinals join", "Prof. Rek, m.in. w 3. klasie przy ul. Nowej.| To koniec." } },
	{ "auto", { "auto takes German for German", "Das war am 3. Oktober und nicht im Juni.| Er kam mit dem 2. Zug." } },
};

static const struct sentence_case whole[] = {
	{ "a quotation of several sentences is one", "He said: \"We lost. It hurts.\"| Then he left." },
	{ "between curly marks, too", "“We lost. It hurts.”| Then he left." },
	{ "one that never closes is cut", "He said: \"We lost.| It hurts.| Then he left." },
};

static const struct {
	const char *want, *text;
} guesses[] = {
	{ "en", "The mayor said that the boats were not for sale." },
	{ "de", "Die Stadt hat gesagt, dass die Boote nicht zu haben sind." },
	{ "fr", "La ville a dit que les bateaux ne sont pas à vendre." },
	{ "es", "La ciudad dijo que los barcos no están en venta." },
	{ "pt", "A cidade disse que os barcos não estão à venda." },
	{ "ru", "Город сказал, что лодки не продаются и что это было так." },
	{ "uk", "Місто сказало, що човни не продаються і що це було так." },
	{ "it", "La città ha detto che le barche non sono in vendita." },
	{ "nl", "De stad zei dat de boten niet te koop zijn." },
	{ "pl", "Miasto powiedziało, że łodzie nie są na sprzedaż." },
	{ "", "12345 67890" },
};

/* The language that auto writes into an empty doc row. */
static void
check_guess(struct slice text, struct slice want)
{
	const struct sentence_options options = { .lang = "auto" };
	struct splitter *splitter = splitter_new(&options);
	struct doc doc = { 0 };
	struct row *row;

	doc.text = text;
	row = doc_add(&doc, ROW_DOC, 0, text.len);
	row->field[ROW_TEXT] = text;
	splitter_doc(splitter, &doc);
	tap_same(doc_row(&doc)->field[DOC_LANG], want, want.len > 0 ? want.at : "digits tell no language");
	doc_free(&doc);
	splitter_free(splitter);
}

static const struct {
	const char *does, *text;
	struct sentence sentences[2];
	bool tells;
} gaps[] = {
	{ "a space within a block is filled in again", "A. B.", { { 0, 2, 1, 0 }, { 3, 5, 1, 0 } }, true },
	{ "so is no space", "A.B.", { { 0, 2, 1, 0 }, { 2, 4, 1, 0 } }, true },
	{ "and newlines elsewhere", "\nA.\n\nB.\n", { { 1, 3, 1, 0 }, { 5, 7, 2, 0 } }, true },
	{ "a newline within a block is not", "A.\nB.", { { 0, 2, 1, 0 }, { 3, 5, 1, 0 } }, false },
	{ "nor a space between blocks", "A. B.", { { 0, 2, 1, 0 }, { 3, 5, 2, 0 } }, false },
	{ "nor one at the end", "A. B. ", { { 0, 2, 1, 0 }, { 3, 5, 1, 0 } }, false },
};

int
main(void)
{
	struct sentence_options options = { 0 };
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		options.lang = rows[i].lang;
		sentence_check(&options, &rows[i].row);
	}
	options = (struct sentence_options){ .lang = "en", .keep_quote = true };
	for (i = 0; i < sizeof whole / sizeof whole[0]; i++)
		sentence_check(&options, &whole[i]);
	for (i = 0; i < sizeof guesses / sizeof guesses[0]; i++)
		check_guess(slice_from(guesses[i].text), slice_from(guesses[i].want));
	for (i = 0; i < sizeof gaps / sizeof gaps[0]; i++)
		tap_ok(sentence_tells_text(slice_from(gaps[i].text), gaps[i].sentences, 2) == gaps[i].tells, gaps[i].does);
	options.lang = "xx";
	tap_ok(splitter_new(&options) == NULL, "a language without lists is refused");
	return tap_done();
}
