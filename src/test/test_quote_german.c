/* quote: German; the table is explained in quote_test.h. */
#include "quote_test.h"

static const struct quote_test quote_tests[] = {
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

int
main(void)
{
	test_language("de", quote_tests, sizeof quote_tests / sizeof *quote_tests);
	return tap_done();
}
