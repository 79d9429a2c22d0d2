/* entity linking: each row is a text, and the ids of its mentions in order, separated by blanks. */
#include "buf.h"
#include "entity_test.h"

static const struct {
	const char *does, *text, *ids;
} rows[] = {
	{ "a country by its names, its adjective apart",
	    "North Korea spoke. The DPRK lied. A North Korean ship left.", "country:kp country:kp group:kp" },
	{ "a capital is its government where it acts, and a place elsewhere", "Oslo denied it. They live in Oslo.",
	    "country:no place:oslo" },
	{ "what a capital says by another's account", "It was so, according to Moscow.", "country:ru" },
	{ "what every state has is each one's own", "Norway's Supreme Court met. The Swedish Supreme Court did not. The Danish Ministry of Defense waited.",
	    "org:no-supreme-court org:se-supreme-court org:dk-defence-ministry" },
	{ "and is named again without its country", "Norway's General Staff met. The General Staff agreed.",
	    "country:no org:no-general-staff org:no-general-staff" },
	{ "a country's own body needs no telling", "Britain's Foreign Office met. The Foreign Office agreed.",
	    "org:foreign-office org:foreign-office" },
	{ "a surname and a given name stand for the full name", "Ana Tarn spoke. Tarn left. Later Ana Tarn came back.",
	    "person:ana-tarn person:ana-tarn person:ana-tarn" },
	{ "middle names and initials are left out of the id", "The judge, Ida M. Holm, met Ida Holm there.",
	    "person:ida-holm person:ida-holm" },
	{ "a trade that opens a sentence is no name", "Plumber Ida Holm left. They asked Ida Holm.", "person:ida-holm person:ida-holm" },
	{ "nor are titles of other lands", "They asked Bapak Orvo Holm. Later Orvo Holm left.", "person:orvo-holm person:orvo-holm" },
	{ "nor is one by its ending, or in the list", "They asked Virologist Orvo Holm. Referee Ida Tarn left. Later Orvo Holm and Ida Tarn left.",
	    "person:orvo-holm person:ida-tarn person:orvo-holm person:ida-tarn" },
	{ "an abbreviation before a name is a title", "They asked Ida Holm. Cr Holm left. They met Olaf Tarn.", "person:ida-holm person:ida-holm person:olaf-tarn" },
	{ "what stands before a full name is a title elsewhere, too", "They asked Bishop Olaf Tarn. Later Bishop Tarn left.", "person:olaf-tarn person:olaf-tarn" },
	{ "pet names and spellings are one", "They asked Larry Holm. Then Lawrence Holm left with Sergei Orlov and Sergey Orlov.",
	    "person:larry-holm person:larry-holm person:sergei-orlov person:sergei-orlov" },
	{ "hyphens within a name do not tell two persons apart", "They met Kim Jong Un. Nobody saw Kim Jong-un leave.",
	    "person:kim-jong-un person:kim-jong-un" },
	{ "titles of other lands are no part of a name", "They asked Alhaji Ali Tarn. Supt. Ida Holm left. Later Ali Tarn left.",
	    "person:ali-tarn person:ida-holm person:ali-tarn" },
	{ "two surnames joined by a hyphen are one", "Ana Tarn-Holm spoke. Later Ms. Tarn-Holm left.", "person:ana-tarn-holm person:ana-tarn-holm" },
	{ "two of one family name stay two", "Talks of Kim Gunn with Sung Kim ended.", "person:kim-gunn person:sung-kim" },
	{ "a name with the father's is the beginning of the whole", "They asked Sergei Ivanovich Orlov. Then Sergei Ivanovich left.",
	    "person:sergei-ivanovich-orlov person:sergei-ivanovich-orlov" },
	{ "a family's name that is written first", "Zhang Li met Li Qiang. Zhang spoke. Later Li left.",
	    "person:zhang-li person:li-qiang person:zhang-li person:li-qiang" },
	{ "a capital may be a given name", "They asked Ms. Paris Tarn. Later Ms. Tarn left.", "person:paris-tarn person:paris-tarn" },
	{ "and so may a country", "They asked Ms. France Tarn. Later Ms. Tarn left.", "person:france-tarn person:france-tarn" },
	{ "a bare surname is the one who came first", "Ana Tarn met Olaf Tarn. Later Tarn left.",
	    "person:ana-tarn person:olaf-tarn person:ana-tarn" },
	{ "who needs no full name, however often the other has one", "Olaf Tarn met Ana Tarn. She is Ana Tarn. Later Tarn left.",
	    "person:olaf-tarn person:ana-tarn person:ana-tarn person:olaf-tarn" },
	{ "a surname that is a given name too tells no gender", "Ann Nelson met Bill Nelson. She is Ann Nelson. Later Nelson left.",
	    "person:ann-nelson person:bill-nelson person:ann-nelson person:ann-nelson" },
	{ "unless a title tells the other gender", "Ana Tarn met Mr. Olaf Tarn. Later Mr. Tarn left.",
	    "person:ana-tarn person:olaf-tarn person:olaf-tarn" },
	{ "which may be nobody named in full", "They met Mrs. Linda Tarn. Later Mr. Tarn left.", "person:linda-tarn person:tarn" },
	{ "a name by its initial is one in full", "They met P. Tarn, O. Tarn and I. Holm. Later Holm left. Then Ida Holm came back.",
	    "person:p-tarn person:o-tarn person:ida-holm person:ida-holm person:ida-holm" },
	{ "the id of two surnames has the given name, too", "They asked Ana Lund Tarn. Later Lund Tarn left.",
	    "person:ana-lund-tarn person:ana-lund-tarn" },
	{ "a birth name is another name of the one with that given name", "They saw Ana Tarn. Born Ana Maria Lund in Tolna, she left.",
	    "person:ana-tarn person:ana-tarn place:tolna" },
	{ "and so is what one is known as", "They saw Ana Tarn, known as Dan Sarki. Later Dan Sarki left.",
	    "person:ana-tarn person:ana-tarn person:ana-tarn" },
	{ "a long family name may be misspelt", "Ana Feldheimer spoke. Then the minister thanked Feldhaimer.",
	    "person:ana-feldheimer person:ana-feldheimer" },
	{ "and a longer one twice", "Ana Feldheimer spoke. Then the minister thanked Feldhaymer.",
	    "person:ana-feldheimer person:ana-feldheimer" },
	{ "a short one is another family's", "Ana Hansen spoke. Then the minister thanked Hanson.", "person:ana-hansen person:hanson" },
	{ "and so is one that families have", "Ana Johnson spoke. Then the minister thanked Johnston.", "person:ana-johnson person:johnston" },
	{ "and one that goes on", "Ana Feldheim spoke. Then the minister thanked Feldheimer.", "person:ana-feldheim person:feldheimer" },
	{ "a plural is a family, not a misspelling", "Ana Feldheimer spoke. Then the minister thanked Feldheimers.",
	    "person:ana-feldheimer person:feldheimers" },
	{ "middle initials tell two of one name apart", "They saw George W. Tarn and George H. W. Tarn. George W. Tarn left.",
	    "person:george-w-tarn person:george-h-w-tarn person:george-w-tarn" },
	{ "one left out does not", "They saw George W. Tarn. Then George Tarn left.", "person:george-tarn person:george-tarn" },
	{ "nor does the second of two", "They saw George H. Tarn. Then George H. W. Tarn left.", "person:george-tarn person:george-tarn" },
	{ "a name with its marks and without", "They asked Jonas Ličen. Then Licen left, and so did Jonas Licen.",
	    "person:jonas-licen person:jonas-licen person:jonas-licen" },
	{ "another name in brackets", "She left the State Library of Tolna (Tolna Bibliotek) early.",
	    "org:state-library-of-tolna org:state-library-of-tolna" },
	{ "letters of which a list tells no name", "The ICC met. They left the Central Bank of Iceland. The CBI spoke.",
	    "org:icc org:central-bank-of-iceland org:central-bank-of-iceland" },
	{ "letters in brackets are what they stand for, not what a list has", "They left the People's Renewal Congress (PRC). The PRC spoke.",
	    "org:peoples-renewal-congress org:peoples-renewal-congress org:peoples-renewal-congress" },
	{ "a listed organisation by all its names", "The World Health Organization met. WHO staff left.",
	    "org:world-health-organization org:world-health-organization" },
	{ "an acronym that the text does not define", "The Orla Harbour Fund paid. Nobody at the OHF spoke.",
	    "org:orla-harbour-fund org:orla-harbour-fund" },
};

static void
test_row(struct entity_rules *rules, size_t i)
{
	struct entity_list list = { 0 };
	struct doc d = { .text = slice_from(rows[i].text) };
	struct buf got = { 0 };

	link_names(rules, &d, &list);
	for (size_t k = 0; k < list.len; k++) {
		if (k > 0)
			buf_byte(&got, ' ');
		buf_add(&got, list.at[k].id);
	}
	tap_same(buf_slice(&got), slice_from(rows[i].ids), rows[i].does);
	mem_free(list.at);
	buf_free(&got);
	doc_free(&d);
}

int
main(void)
{
	struct entity_rules rules = { 0 };

	gazetteer_open(&rules.gazetteer, "en");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(&rules, i);
	entity_scan_free(&rules.scan);
	gazetteer_close(&rules.gazetteer);
	return tap_done();
}
