/* speaker: who each quotation's speaker is.  A row's text has its names as <p Ada Holm>, a later form of one as
 * <p Holm=Ada Holm> (p person, o organisation, l place, g group; a place may bring its id: <l Oslo=Norway=country:no>),
 * a speaker's mention as [she] (names may stand in it), and words in direct speech as {we won}.  Expected are the
 * speakers' names, or ids, in their order; - is unknown. */
#include "speaker.h"

#include "buf.h"
#include "tap.h"

enum expect { NAMES, IDS };

static const struct {
	const char *text, *want;
	enum expect expect;
	const char *does;
} rows[] = {
	/* names */
	{ "[<p Ada Holm>] said so.", "Ada Holm", NAMES, "a name is the speaker" },
	{ "[The mayor of Lund, <p Ada Holm>,] said so.", "Ada Holm", NAMES, "a name in apposition to a singular noun" },
	{ "[The port’s akim, <p Ada Holm>,] said so.", "Ada Holm", NAMES, "a name in apposition to a noun unknown but for whose it is" },
	{ "[The head of the region <p Ada Holm>] said so.", "Ada Holm", NAMES, "a name of two words without a comma" },
	{ "[The captain of the ship <p Holm>] said so.", "-", NAMES, "but not one word, which may be the ship's" },
	{ "[Ambassador to <l Norway=Norway=country:no> <p Ada Holm>] said so.", "Ada Holm", NAMES, "an office with a country behind to" },
	{ "[Undersecretary for Health Mr. <p Strand>] said so.", "Strand", NAMES, "and with a title before the name" },
	{ "[<o FBI> Special Agent in Charge <p Ivo Strand>] said so.", "Ivo Strand", NAMES, "and a role with one" },
	{ "[Juror No. 7] said so. [She] said more.", "juror; juror", NAMES, "a number behind its noun" },
	{ "[Juror No 7] said so. [Juror No 3] said no.", "anon:juror-7; anon:juror-3", IDS, "which tells two apart" },
	{ "[A source] said so. “So”, [the insider] said.", "source; source", NAMES, "an insider is a source" },
	{ "[<p Ada Holm>, a friend of <p Ivo Strand>,] said so.", "Ada Holm", NAMES, "a name in the apposition is not the speaker" },
	{ "[<p Holm=Ada Holm>’s lawyer <p Ivo Strand>] said so.", "Ivo Strand", NAMES, "the owner is not the speaker" },
	{ "[A lawyer representing <p Ada Holm>] said so.", "lawyer", NAMES, "nor whom the speaker represents" },
	{ "[<p Ada Holm> and <p Ivo Strand>] said so.", "Ada Holm and Ivo Strand", NAMES, "two names are one speaker" },
	{ "[<p Ada Holm> and her husband, <p Ivo Strand>,] said so.", "Ada Holm and Ivo Strand", NAMES, "the second behind what he is to the first" },
	{ "[Mayor <p Ada Holm> and her deputy, <p Ivo Strand>,] said so.", "Ada Holm and Ivo Strand", NAMES, "and where she has a title" },
	{ "[<p Ada Holm> and her husband] said so.", "-", NAMES, "and who has no name is not described alone" },
	{ "<p Ivo Strand> left. [He and <p Ada Holm>] said so.", "-", NAMES, "a pronoun and a name are not the name" },
	{ "[Mr and Mrs <p Holm=Ada Holm>] said so.", "-", NAMES, "nor are two of whom one is named" },
	{ "[<p Ada Holm> or <p Ivo Strand>] said so.", "-", NAMES, "one of two is neither" },
	{ "[Secretary of State <p Ada Holm>] said so.", "Ada Holm", NAMES, "an office with a preposition in it" },
	{ "[One of the mayors, <p Ada Holm>,] said so. [One of the <o Lund> mayors] said no.", "Ada Holm; Lund mayors", NAMES, "and to one of many" },
	{ "[<o Lund Centre> (LC) deputy <p Ada Holm>] said so. [<o Lund Council> (LC) of <l Skane>] said no.", "Ada Holm; Lund Council", NAMES, "a bracket within" },
	{ "[The <o Kremlin=Kremlin=place:kremlin>] said so.", "country:ru", IDS, "a seat that was taken for a house" },
	{ "[The lawyer for the victims, <p Ada Holm>,] said so.", "Ada Holm", NAMES, "and to one with a plural behind it" },
	{ "[The agent, Ms. <p Ada Holm> of <o Nordbank>,] said so.", "Ada Holm", NAMES, "whom more is told of" },
	{ "[Berg’s coach, the former Lund Open champion <p Ada Holm>,] said so.", "Ada Holm", NAMES, "or who has a long title" },
	{ "[Two <o Nordbank>+ sources] said so.", "two Nordbank+ sources", NAMES, "a sign is part of a name" },
	{ "[the former <o DP>] said so. [The <o Kikuyu MP>] said no. [The <o Yorkshireman>] left.", "-; -; -", NAMES, "offices and men are no houses" },
	{ "[The regional wojt, <p Ada Holm>,] said so. [The wojt of Lund, <p Ivo Strand>’s aide,] said so.", "Ada Holm; -", NAMES, "or to a noun that no list has" },
	{ "The Chairman, [<o House Committee on Labour>, Alhaji <p Ivo Strand>,] said so.", "Ivo Strand", NAMES, "or to the office's house" },
	{ "[Chief (Mrs) <p Ada Holm>] said so. [Alhaji (Dr) <p Ivo Strand>] said no.", "Ada Holm; Ivo Strand", NAMES, "a title in brackets" },
	{ "<p Ivo Strand>, 40, left. <p Ada Holm>, 34, did not. [The 40-year-old] said so.", "Ivo Strand", NAMES, "by the age" },
	{ "<p Ivo Strand>, 40, left. [The 41-year-old] said so.", "-", NAMES, "another's age" },
	{ "<p Ivo Strand>, 40, left. <p Ada Holm>, 34, did not. [The 34-year-old singer] said so. [The 34-year-old former singer] said no.", "Ada Holm; -",
	    NAMES, "the age beside another noun" },
	{ "<p Ada Holm> left. [The 41-year-old] said so.", "Ada Holm", NAMES, "the only one whose age is not told" },
	{ "2016 champion <p Ada Holm> left. <p Ivo Strand> did not. [The 41-year-old] said so.", "-", NAMES, "a year is no age" },
	{ "<p Ada Holm> left. <p Ivo Strand> did not. [The 41-year-old] said so.", "-", NAMES, "and not one of two" },
	{ "[The brother of the senator, <p Ada Holm>,] said so.", "-", NAMES, "but not where two may be meant" },
	{ "[The ferry's operator, <o Mosel Lines>,] said so. [Its owner, the <o Lund Group>,] said so.", "Mosel Lines; Lund Group", NAMES, "a company in apposition" },
	{ "[The operator, a unit of <o Mosel Lines>,] said so.", "-", NAMES, "is not one of its description" },
	{ "<o Mosel Lines> grew. [<o The Company>] said so. [<o The Paper Company>] said no.", "Mosel Lines; The Paper Company", NAMES, "nor is what anything is called" },
	{ "<p Ada Holm> left. [The <o Lund City Democrat>] said so.", "-", NAMES, "nor is one of a party" },
	{ "<p Ada Holm> left. [The <g Iowa Democrat=Democrats=group:democrats>] said so.", "-", IDS, "or the one that the text means" },
	{ "[The <g German=Germans=group:de>-born executive] said so.", "-", IDS, "and a birthplace makes nobody a state's" },
	{ "[the deputy <o CM>] said so.", "-", NAMES, "a deputy's office is no house" },
	{ "Additional Solicitor General <p Ada Holm> left. [The <o ASG>] said so. [The <o ATM>] said no.", "Ada Holm; ATM", NAMES, "letters of an office" },
	{ "Director General of Police <p Ada Holm> met Deputy General Prosecutor <p Ivo Strand>. [The DGP] said so.", "-", NAMES,
	    "but not of two" },
	{ "<p Ivo Strand> left. <p Ada Holm> [herself] said so. The DP [himself] said no.", "Ada Holm; -", NAMES, "himself is who is named before it" },
	{ "<p Ivo Strand> left. [The bill’s sponsor in the House, Rep. <p Ada Holm> of Lund,] said so. [The bill’s sponsor] said no.", "Ada Holm; -", NAMES,
	    "a bill is not its sponsor" },
	{ "[The deputy of the <o State Duma> <p Ivo Petrovich Strand>] said so.", "Ivo Petrovich Strand", NAMES, "a name right behind the house's" },
	{ "They met the ambassador of Spain, Mr. <p Ivo Strand>, in Lund. [The ambassador] said so.", "Ivo Strand", NAMES, "a title behind the comma" },
	{ "[Ada’s mum, <p Ada Holm>,] said so. [The mother of his two sons] said no.", "Ada Holm; -", NAMES, "another mother" },
	{ "[A team of scientists in <l Chile=Chile=country:cl>] said so. [A group of rabbis] said no.", "anon:cl-expert; anon:cleric", IDS, "a team is its members" },
	{ "[The <o NDMA> spokesperson] said so.", "anon:ndma-spokesperson", IDS, "the voice of a house, where nobody else is" },
	{ "A spokeswoman, <p Ada Holm>, left. <p Ivo Strand>, a spokesman, did not. [The <o NDMA> spokesperson] said so.", "-", NAMES, "but not where two may be meant" },
	{ "<p Mykola Strand> and <p Jelena Holm> left. “{No},” [she] said.", "Jelena Holm", NAMES, "names of many lands tell a gender" },
	{ "[The film’s distributor, <o Mosel Pictures>,] said so.", "Mosel Pictures", NAMES, "a house behind a noun that no list has" },
	{ "<p Ivo Strand> left. [The chairman, <p Zita Holm>,] said so. “{No},” [she] said.", "Zita Holm; Zita Holm", NAMES, "a chairman may be a woman" },
	{ "[The manager, <p Ivo Strand>,] says he met only the elder brother. <p Ole Berg> left. [His brother] said so.", "Ivo Strand; -", NAMES,
	    "what he says is not what he is" },
	{ "Princess <p Ada Holm> left. It rained. <p Eva Lund> stayed. [The princess, 41,] said so. “{No},” [she] said.", "Ada Holm; Ada Holm", NAMES,
	    "who was described is the one who goes on" },
	{ "<p Mary Holm> left. [the <g Dane=Dane=group:dk>] said so. [The <g Serb=Serb=group:rs>] said no.", "-; -", NAMES, "nor does where one is from tell who one is" },
	{ "[<p Ivo Strand>] said so. “{No},” [the <g Dane=Dane=group:dk>] said. “{So},” [the 40-year-old] said.", "Ivo Strand; Ivo Strand; Ivo Strand", NAMES, "unless he has just spoken" },
	{ "[<p Ivo Strand>] said so of <p Ada Holm>. <p Mary Berg> left. “{No},” [the <g Dane=Dane=group:dk>] said.", "Ivo Strand; -", NAMES, "and nobody was named since" },
	{ "Governor <p Ada Holm> left. [The Republican governor] said so.", "Ada Holm", NAMES, "a party tells little of the only one in office" },
	{ "Sen. <p Ada Holm> met Sen. <p Mary Strand>. [The Republican senator] said so.", "-", NAMES, "and does not tell two apart" },
	{ "The lender <o Nordbank> grew. <o Mosel>, a chipmaker, did not. [The lender] said so. [The chipmaker] said no.", "Nordbank; Mosel", NAMES, "a company is what it was called beside its name" },
	{ "The lender <o Nordbank> grew. [Its lender] said so. [The Italian lender] said no.", "-; Italian lender", NAMES, "and neither its own nor another country's" },
	{ "<o Nordbank> grew. During the fair, the <o Lund Gazette> left. [It] said so.", "Lund Gazette", NAMES, "who opens a sentence behind a fronted phrase has the attention" },
	{ "[Natural Resources <l Lund>] said so.", "-", NAMES, "a place at the end of a longer name is not the speaker" },
	{ "[the <p Lunder>] said so. <p Ada Holm>: [the <p Holm=Ada Holm>] said so.", "-; Ada Holm", NAMES, "nor is one word with an article a person" },
	{ "[The <o Department of Works> and <p Highways>] said so.", "Department of Works", NAMES, "nor a stray word a second one" },
	{ "[supporters of <p Ada Holm>] said so.", "supporters of Ada Holm", NAMES, "a name behind a preposition is not the speaker" },
	{ "[A spokesman for <o Nordbank>] said so. [A <o Mosel Lines> spokesman] said no. [The <o Nordbank> spokesman] left. [A friend of Mayor <p Ada Holm>] wept.",
	    "anon:nordbank-spokesperson; anon:mosel-lines-spokesperson; anon:nordbank-spokesperson; anon:ada-holm-friend", IDS, "but tells one source from another" },
	{ "[<p Ada Holm>] said so. [The <o Nordbank> spokesman] said so. [The <o Mosel Lines> analyst] said no.", "Ada Holm; -; -", NAMES,
	    "though not of whom the reader should know the name" },
	{ "[<p Holm=Ada Holm>’s campaign] said so.", "Holm’s campaign", NAMES, "a campaign is not its candidate" },
	{ "[The <p Holm=Ada Holm> campaign] said so.", "Holm campaign", NAMES, "nor without a possessive" },
	{ "[The <o Lund Gazette> newspaper] said so.", "Lund Gazette", NAMES, "a newspaper with its kind behind it" },
	{ "[<p Holm=Ada Holm>’s reply] said so. [The <o Port Council>’s brief statement] said so.", "Ada Holm; Port Council", NAMES, "words of their owner" },
	{ "[<p Holm=Ada Holm>’s lawyer’s letter] said so. [<p Holm=Ada Holm>’s campaign statement] said so.", "Holm’s lawyer’s letter; Holm’s campaign statement", NAMES, "but not those of the owner's man" },
	{ "[A <o Treasury> spokesman] said so.", "Treasury spokesman", NAMES, "an organisation's man is not the organisation" },
	{ "<p Ulrike Sand> left. [Sand] said so.", "Ulrike Sand", NAMES, "a surname that the tagger did not see" },
	{ "<p Ulrike Sand> met <p Ivo Sand>. [Sand] said so.", "-", NAMES, "but not of two" },
	{ "<p Ivo Sand=Ivo Sand=person:ivo-sand-jr> met <p Ivo Sand=Ivo Sand=person:ivo-sand-sr>. [The elder <p Sand=Ivo Sand=person:ivo-sand-jr>] said so. "
	    "[The younger <p Sand=Ivo Sand=person:ivo-sand-jr>] said no.", "person:ivo-sand-sr; person:ivo-sand-jr", IDS, "the elder of two" },
	{ "<p Ulrike Sand> met <p Ivo Sand>. [The elder <p Sand=Ivo Sand>] said so.", "-", NAMES, "who is not known" },
	{ "<o Nordbank> fell, <o Lund Workers> said. [The company] said so. [The union] said no.", "Nordbank; Lund Workers", NAMES, "a union is no company" },
	{ "Court orders <o Nordbank> to pay. The <o High Court> sat. <o Nordbank> left. [The court] said so.", "High Court", NAMES, "a bank whom a court orders is no court" },
	{ "Actress <p Dana Voss> met <p Tom Ashby>. [The actor] said so.", "-", NAMES, "an actress is no actor" },
	{ "Prime Minister <p Ada Holm> met Trade Minister <p Ivo Strand>. [The premier] said so.", "Ada Holm", NAMES, "a prime minister is the premier" },
	{ "<o Lund Police> came. <o Nordbank> fell. [The force] said so.", "Lund Police", NAMES, "the force is the police" },
	{ "[The food agency] said so. <o Mosel Foods> left. [The agency] said no.", "-; -", NAMES, "nor is an agency whose name is not told" },
	/* pronouns */
	{ "<p Ada Holm> left. [She] said so.", "Ada Holm", NAMES, "a pronoun goes back to a name that agrees" },
	{ "<p Ivo Strand> left. [Brandvold, a driver,] said so. [He] said no.", "-; -", NAMES, "and not past somebody whom no tagger saw" },
	{ "<p Ivo Strand> left. [Nobody] said so. [He] said no.", "-; Ivo Strand", NAMES, "who is somebody" },
	{ "<p Mary Holm> met <p Peter Strand>. [He] said so.", "Peter Strand", NAMES, "two persons, of whom one agrees" },
	{ "<p Peter Strand> met <p John Berg>. [He] said so.", "Peter Strand", NAMES, "two of one gender: the subject" },
	{ "[<p John Berg>] said no. {<p Peter Strand> knows it,} [he] added.", "John Berg; John Berg", NAMES, "a name inside a quotation is not meant" },
	{ "[<p John Berg>] said no. In <l Lund>, <p Peter Strand> left. [He] said so.", "John Berg; Peter Strand", NAMES, "who opens a new sentence has the attention" },
	{ "[<p Ada Berg>] said no. <o Nordbank> chief <p Mary Strand> left. [She] said so.", "Ada Berg; Mary Strand", NAMES, "behind titles and the name of a house, too" },
	{ "[<p John Berg>] said no. <p Strand=Peter Strand>’s house stood. [He] said so.", "John Berg; John Berg", NAMES, "but not who only owns what does" },
	{ "<p Strand>, who lost her son there, met <p Peter Berg>. [She] said so.", "Strand", NAMES, "whose kin one is tells the gender" },
	{ "<p Mr. Holm=Lars Holm> and <p Mrs. Holm=Ada Holm> came. [She] said so.", "Ada Holm", NAMES, "a shared surname, told apart by their titles" },
	{ "<p Andrew>, Queen Maud’s third child, met <p Peter Strand>. [He] said so.", "Andrew", NAMES, "whose mother is a queen is none" },
	{ "<p Andrew> met <p Strand>. [She] said so.", "Strand", NAMES, "a given name alone tells the gender" },
	{ "[He] said so. <p Peter Strand> left.", "-", NAMES, "a name that comes only later is no guess" },
	{ "<p Ada Holm>, a lawyer for <p Ivo Strand>, [who] said so, left.", "Ada Holm", NAMES, "who, behind two nouns, is the first" },
	{ "The jury believed <p Ada Holm>, [who] said so.", "Ada Holm", NAMES, "who, right behind a name" },
	{ "[I] said so to <p Ada Holm>.", "-", NAMES, "I is nobody that the text names" },
	{ "<o Nordbank> opened a branch. [It] said so.", "Nordbank", NAMES, "it is an organisation" },
	{ "<p Peter Strand> sued <o Strand Shipping>. [The company] said so.", "Strand Shipping", NAMES, "the company beside a person of that name" },
	{ "[US officials] said so. According to [them], it is so.", "US officials; US officials", NAMES, "they are the people who spoke" },
	/* descriptions */
	{ "Sen. <p Ada Holm> came. <p Ivo Strand> left. [The senator] said so.", "Ada Holm", NAMES, "a description that a title bears out" },
	{ "<p Ada Holm>, a lawyer from Lund, came. <p Eva Strand> left. [The lawyer] said so.", "Ada Holm", NAMES, "a description that an apposition bears out" },
	{ "<p Ada Holm> came. [The Florida senator] said so.", "-", NAMES, "what only the world knows stays unknown" },
	{ "<o Freya Foundation> sued. [The foundation] said so.", "Freya Foundation", NAMES, "an organisation by a word of its name" },
	{ "<o Nordbank> sued. [The monitoring agency] said so. [The Lund company] said so.", "-; Lund company", NAMES, "an organisation told by more than its class" },
	{ "The bank met the <o High Court>. [The company] said so.", "-", NAMES, "a court is no company" },
	{ "The singer <p Ada Holm> came. [The actor] said so. [The singer] said so.", "-; Ada Holm", NAMES, "one craft is not the other" },
	{ "The coach praised striker <p Ada Holm>. [The coach] said so.", "-", NAMES, "who stands before the verb is another" },
	{ "The source said <p Ada Holm> left. The mayor hoped that <p Eva Berg> came. [The mayor] said so.", "-", NAMES, "so is who stands before a clause" },
	{ "<p Ada Holm>, an aide to the mayor, left. [The mayor] said so. [The aide] said so.", "-; Ada Holm", NAMES, "the mayor's aide is not the mayor" },
	{ "<p Ada Holm>, who works for the mayor and police chief, left. [The police chief] said so.", "-", NAMES, "nor is one who works for him" },
	{ "<p Olaf Berg>’s lawyer, <p Ada Holm>, came. [<p Jon Berg>’s lawyer] said so. [<p Olaf Berg>’s lawyer] left.", "Jon Berg’s lawyer; Ada Holm", NAMES, "one man's lawyer is not another's" },
	{ "The club’s owner, <p Ada Holm>, came. [The bar’s owner] said so. [The club’s owner] said no. [The owner] left.", "-; Ada Holm; Ada Holm", NAMES, "whatever it is that is owned" },
	{ "His lawyer, <p Ada Holm>, came. [Her lawyer] said so. [His lawyer] said no.", "-; Ada Holm", NAMES, "nor his lawyer hers" },
	{ "Prime minister <p Olaf Holm> came. [The former prime minister] said so.", "-", NAMES, "who is in office is not the former one" },
	{ "Former prime minister <p Olaf Holm> came. [The former prime minister] said so.", "Olaf Holm", NAMES, "who was is" },
	{ "[<p Ada Holm>’s campaign] said so. [The campaign] said no. [His campaign] left. [Her campaign] came. [The campaign in Lund] left.", "Ada Holm’s campaign; Ada Holm’s campaign; campaign; Ada Holm’s campaign; campaign", NAMES, "a campaign is named again" },
	{ "<o Nordbank> analyst <p Ada Holm> left. [The company] said so.", "-", NAMES, "an analyst's bank is not the company" },
	{ "<o Nordbank> spokesman <p Olaf Holm> left. [The company] said so.", "Nordbank", NAMES, "a spokesman's is" },
	{ "[The businessman] said so.", "-", NAMES, "a description of nobody in the text" },
	{ "<l Norway=Norway=country:no> is rich. [The government of Norway] said so.", "country:no", IDS, "a government speaks for its country" },
	{ "<l Norway=Norway=country:no> is rich. [The country] said so. [The Gulf country] said so.", "country:no; -", IDS, "the country that was named" },
	{ "[New Mexico’s health ministry] said so.", "anon:health-ministry", IDS, "New Mexico is not Mexico" },
	{ "[Officials across the nation] said so.", "anon:official", IDS, "a preposition ends what is described" },
	{ "[Oslo] said so.", "country:no", IDS, "and so does a capital" },
	{ "[The US] said so.", "country:us", IDS, "the US is not us" },
	{ "[The Lund senator] said no. <p Sen. Holm=Ada Holm> left. [The Lund senator] said so.", "-; -", NAMES, "nor one with a name that nobody is known by" },
	{ "<p Vladimir Berg>, the president, praised the New York <o Gazette>. [The New York businessman] said so.", "-", NAMES, "two modifiers are no role" },
	{ "<p Ivo Strand>, [research director of Nordbank], said so.", "Ivo Strand", NAMES, "an apposition is of the name before it" },
	{ "She met with <p Ivo Strand>, [his deputy, who] said so.", "Ivo Strand", NAMES, "whoever was met" },
	{ "After talks with <p Ivo Strand>, [his deputy] said so.", "-", NAMES, "a deputy behind a phrase is another" },
	{ "<p Ivo Strand>, [an aide] said, is sure of it.", "aide", NAMES, "who speaks between two commas is no apposition" },
	{ "<p Ada Holm>, a doctor from <l Lund>, <l Norway=Norway=country:no>, [who] said so, left.", "Ada Holm", NAMES, "who, behind a place" },
	{ "<p Ada Holm>, a doctor from Lund, [<l Norway=Norway=country:no>, who] said so, left.", "Ada Holm", NAMES, "and with the place in the mention" },
	{ "[<l Lund>, <l Norway=Norway=country:no>-based <o Nordbank> and <o Freya>] said so.", "Nordbank and Freya", NAMES, "a company's seat before its name" },
	{ "<o Freya Foundation> and <o Nordbank> sued. [The companies] said so.", "-", NAMES, "several are not the last one named" },
	{ "<o Nordbank> opened in <l Lund>. [The party] said so.", "party", NAMES, "a party is no company" },
	{ "<l Lund> lies far off. [It] said so.", "-", NAMES, "a town does not speak" },
	{ "[The activist group Mosel Eye] said so.", "-", NAMES, "a name that was not seen is no description" },
	/* groups and their members */
	{ "[<g Greens>] said so.", "Greens", NAMES, "a group is named" },
	{ "[an Orla <g Green>] said so.", "Orla Green", NAMES, "one of its members is not the group" },
	{ "<g Greens> met. [The <g Green=Greens>] said so.", "-", NAMES, "nor is one that nothing tells of" },
	{ "[<g Greens> and <g Liberals> in Parliament] said no. [They] left.", "Greens and Liberals in Parliament; Greens and Liberals in Parliament", NAMES,
	    "some of a group, and they" },
	{ "<g Norwegian> ministers met. [They] said so.", "-", NAMES, "an adjective is no group" },
	{ "<p Ada Holm> met <p Ivo Strand>. [Both] said so.", "-", NAMES, "both are not one" },
	/* sources that are described, not named */
	{ "[an unnamed official of the Norwegian Ministry of Defense] said so.", "anon:no-defence-official", IDS, "country, institution, role" },
	{ "[a Norwegian defence official] said so.", "anon:no-defence-official", IDS, "the same man in another outlet's words" },
	{ "[a deputy director of the Defense Ministry’s arms bureau in Oslo] said so.", "anon:no-defence-official", IDS, "and in a third's" },
	{ "[Norway’s foreign ministry] said so.", "org:no-foreign-ministry", IDS, "an institution that speaks itself" },
	{ "[Nunes] said so.", "-", IDS, "a name that looks like the plural of a noun" },
	{ "<p Ada Holm>, a lawyer, came. [<p Ada Holm>’s lawyer] said so.", "anon:ada-holm-lawyer", IDS, "a lawyer's lawyer" },
	{ "<p Ivo Strand>, a lawyer, came with <p Ada Holm>. [<p Ada Holm>’s lawyer] said so.", "anon:ada-holm-lawyer", IDS, "another lawyer is not hers" },
	{ "[A Norwegian defense official] said so. [The official] went on. [He] added more.",
	    "anon:no-defence-official; anon:no-defence-official; anon:no-defence-official", IDS, "a withheld source, referred to three ways" },
	{ "<p Ivo Strand> came. Photo: <p Olaf Tarn>. [He] said so.", "id:Ivo Strand", IDS, "who took the picture is not he" },
	{ "The agency quoted an unnamed Norwegian defense official. [He] said so.", "anon:no-defence-official", IDS, "he was not quoted before" },
	{ "[A prosecutor] said so. [A defence lawyer] said no.", "anon:prosecutor; anon:lawyer", IDS, "those who stand against each other are not one" },
	{ "[Some social media users] said so.", "anon:user", IDS, "the head of what is described, not what tells of it" },
	{ "[<p Ada Holm>, <p Ivo Strand>, and <p Olaf Lund>] said so.", "id:Ada Holm+id:Ivo Strand+id:Olaf Lund", IDS, "a list of names" },
	{ "[Mum-of-two <p Ada Holm>, 34,] said so.", "id:Ada Holm", IDS, "a preposition between hyphens ends nothing" },
	{ "The transport minister, <p Ada Holm>, came. [The minister] said so.", "id:Ada Holm", IDS, "a description before its name" },
	{ "A mayor from Lund, <p Ada Holm>, met <p Ivo Strand>. [The mayor] said so.", "id:Ada Holm", IDS, "a description with a preposition" },
	{ "<o The Labour Party> lost. [The charity] said so. [It] said no.", "-; -", IDS, "what an unknown company said is no other's" },
	{ "[One of the American officials] said so.", "anon:us-official", IDS, "one of several" },
	{ "[<p Ada Holm>’s lawyer] said so.", "anon:ada-holm-lawyer", IDS, "a person's man" },
	{ "<p Ada Holm> came. [a spokesman] said so.", "anon:spokesperson", IDS, "an indefinite is nobody who was named" },
	{ "[Amman, an economist], said so.", "-", IDS, "a capital's name may be a surname" },
	{ "[London, 34], said so.", "-", IDS, "and who has an age is a person" },
	{ "[Oslo, the capital], said so.", "country:no", IDS, "the capital is the state" },
	{ "[Norway, a member of the pact], said so.", "country:no", IDS, "a state may be a member" },
	{ "[A poll of 1,000 voters] said so.", "poll", NAMES, "a document is described" },
};

struct mark {
	size_t start, end;
	char kind; /* p o l g, '[' or '{' */
	struct slice name, id;
};

/* "Holm=Ada Holm=person:x": what stands in the text, the name and the id behind it. */
static struct slice
read_name(struct slice inner, struct mark *m)
{
	struct slice shown = slice_cut(&inner, '=');

	m->name = inner.at != NULL ? slice_cut(&inner, '=') : shown;
	m->id = inner.at != NULL ? inner : slice_make(NULL, 0);
	return shown;
}

static size_t
read_marks(const char *p, struct buf *text, struct mark *mark)
{
	size_t n = 0, open[4], depth = 0;

	for (; *p != '\0'; p++) {
		if (*p == '<') {
			struct slice inner = slice_make(p + 3, strcspn(p + 3, ">"));
			struct mark *m = &mark[n++];

			*m = (struct mark){ .kind = p[1], .start = text->len };
			buf_add(text, read_name(inner, m));
			m->end = text->len;
			p = inner.at + inner.len;
		} else if (*p == '[' || *p == '{') {
			mark[n] = (struct mark){ .kind = *p, .start = text->len };
			open[depth++] = n++;
		} else if (*p == ']' || *p == '}') {
			mark[open[--depth]].end = text->len;
		} else {
			buf_byte(text, *p);
		}
	}
	return n;
}

/* Sentences end at ". " before a capital or mark; titles such as Mr. are none.  "Photo: ..." is a caption. */
static void
add_sentences(struct doc *d)
{
	size_t start = 0;

	for (size_t i = 0; i < d->text.len; i++) {
		bool title = i >= 3 && (memcmp(d->text.at + i - 2, "Mr", 2) == 0 || memcmp(d->text.at + i - 3, "Mrs", 3) == 0 ||
		    memcmp(d->text.at + i - 3, "Sen", 3) == 0);

		if (d->text.at[i] != '.' || title)
			continue;
		doc_add(d, ROW_SENTENCE, start, i + 1)->field[SENTENCE_ROLE] =
		    slice_from(slice_starts(slice_sub(d->text, start, i), "Photo:") ? "caption" : "paragraph");
		start = i + 2;
	}
}

static void
add_entity(struct doc *d, const struct mark *m)
{
	static const char *const types[] = { "person", "org", "place", "group" };
	struct row *r = doc_add(d, ROW_ENTITY, m->start, m->end);
	struct buf id = { 0 };

	row_fill(r, ENTITY_TYPE, slice_from(types[m->kind == 'p' ? 0 : m->kind == 'o' ? 1 : m->kind == 'l' ? 2 : 3]));
	row_fill(r, ENTITY_NAME, m->name);
	buf_string(&id, "id:");
	buf_add(&id, m->name);
	row_fill(r, ENTITY_ID, m->id.at != NULL ? m->id : arena_copy(&d->arena, buf_slice(&id)));
	buf_free(&id);
}

static void
add_quote(struct doc *d, const struct mark *m)
{
	struct row *r = doc_add(d, ROW_QUOTE, m->start, m->end);

	row_fill(r, QUOTE_FORM, slice_from(m->kind == '{' ? "direct" : "indirect"));
	if (m->kind == '{')
		return;
	row_fill(r, QUOTE_SPEAKER, r->field[ROW_TEXT]);
	row_fill(r, QUOTE_SPEAKER_START, arena_number(&d->arena, m->start));
	row_fill(r, QUOTE_SPEAKER_END, arena_number(&d->arena, m->end));
}

static void
build(struct doc *d, const char *marked)
{
	struct buf text = { 0 };
	struct mark mark[16];
	size_t n = read_marks(marked, &text, mark);

	doc_reset(d);
	d->id = slice_from("d");
	d->text = arena_copy(&d->arena, buf_slice(&text));
	buf_free(&text);
	add_sentences(d);
	for (size_t i = 0; i < n; i++) {
		if (mark[i].kind == '[' || mark[i].kind == '{')
			add_quote(d, &mark[i]);
		else
			add_entity(d, &mark[i]);
	}
}

static struct speaker_text
cut(struct token_list *tokens, struct vocab *v, struct numbers *number, uint32_t *begin, struct doc *d)
{
	size_t n;
	const struct sentence *s = doc_sentences(d, &d->arena, &n);

	for (size_t i = 0; i < n; i++) {
		begin[i] = (uint32_t)tokens->len;
		token_cut(tokens, d->text, s[i].start, s[i].end);
	}
	begin[n] = (uint32_t)tokens->len;
	vocab_begin(v);
	vocab_number(v, d->text, tokens->at, tokens->len, number);
	return (struct speaker_text){ s, n, begin, tokens->at, tokens->len, v, number };
}

static void
test_row(struct speaker_rules *rules, struct vocab *vocab, struct doc *d, size_t i)
{
	size_t field = rows[i].expect == NAMES ? QUOTE_SPEAKER_NAME : QUOTE_SPEAKER_ID;
	struct token_list tokens = { 0 };
	struct numbers number[512];
	struct speaker_text text;
	uint32_t begin[512];
	struct buf got = { 0 };

	build(d, rows[i].text);
	text = cut(&tokens, vocab, number, begin, d);
	speaker_resolve(rules, d, &text);
	for (size_t k = doc_next(d, ROW_QUOTE, 0); k < d->nrow; k = doc_next(d, ROW_QUOTE, k + 1)) {
		struct slice value = d->row[k].field[field];

		if (d->row[k].field[QUOTE_SPEAKER].len == 0)
			continue;
		if (got.len > 0)
			buf_string(&got, "; ");
		buf_add(&got, value.len > 0 ? value : slice_from("-"));
	}
	tap_same(buf_slice(&got), slice_from(rows[i].want), rows[i].does);
	buf_free(&got);
	mem_free(tokens.at);
}

int
main(void)
{
	struct speaker_rules *rules = speaker_rules_new("en");
	struct vocab vocab = { 0 };
	struct doc d = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(rules, &vocab, &d, i);
	speaker_rules_free(rules);
	vocab_free(&vocab);
	doc_free(&d);
	return tap_done();
}
