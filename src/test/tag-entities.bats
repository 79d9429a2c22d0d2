#!/usr/bin/env bats
# tag-entities: a user's list of names, as text and compiled.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	printf '%s\t%s\t%s\t%s\n' 'Veldmark Group of Orla' org Q1 Veldmark Oslo place Q2 '' al-Zorin person Q3 'Ida al-Zorin' >names.tsv
	printf 'a\tThe Veldmark Group of Orla met al-Zorin in Oslo. Norway paid.\n' | normalize | sentence-split >in.tsv
}

ids() {
	tag-entities --method rules "$@" in.tsv | fields entity id,name
}

@test "a user's names have the types of the list, and ids of these where it has none" {
	printf 'Krantec\torg\nOslo\torg\torg:oslo-ab\nTarn\tperson\n' >own.tsv
	printf 'a\tKrantec said on Monday it would buy Oslo. The team of Oslo won in Tarn.\n' | normalize | sentence-split >own.in
	printf 'org\torg:krantec\norg\torg:oslo-ab\norg\torg:oslo-ab\nperson\tperson:tarn\n' >want
	for method in rules model; do
		tag-entities --method $method --lexicon own.tsv own.in | fields entity type,id | diff want -
	done
}

@test "a user's names have the ids and the names of the list" {
	ids --lexicon names.tsv >got
	printf 'Q1\tVeldmark\nQ3\tIda al-Zorin\nQ2\tOslo\ncountry:no\tNorway\n' | diff - got
}

@test "a compiled list says the same, and may be compiled again" {
	tag-entities --lexicon names.tsv --compile names.lex
	ids --lexicon names.lex >got
	ids --lexicon names.tsv | diff - got
	tag-entities --lexicon names.tsv --compile again.lex
	cmp names.lex again.lex
}

@test "of several lists all names are known, of one in several the first has it" {
	printf 'Rasken\tplace\tQ4\nOslo\tplace\tQ5\n' >more.tsv
	sed -i 's/Norway/Rasken/' in.tsv
	ids --lexicon names.tsv --lexicon more.tsv >got
	printf 'Q1\tVeldmark\nQ3\tIda al-Zorin\nQ2\tOslo\nQ4\tRasken\n' | diff - got
	tag-entities --lexicon names.tsv --lexicon more.tsv --compile both.lex
	ids --lexicon both.lex | diff got -
	for pair in 'both.lex more.tsv' 'more.tsv both.lex'; do
		fails 2 tag-entities --lexicon "${pair% *}" --lexicon "${pair#* }" in.tsv
		[ "$stderr" = "tag-entities: ${pair#* }: of several lists none may be compiled; compile them as one" ]
	done
	fails 2 tag-entities --lexicon both.lex --compile again.lex
}

@test "a damaged compiled list is wrong usage" {
	tag-entities --lexicon names.tsv --compile names.lex
	head -c 900 names.lex >short.lex
	fails 2 tag-entities --lexicon short.lex in.tsv
	[[ $stderr == "tag-entities: short.lex: "* ]]
	{ head -c 64 names.lex; head -c 4000 /dev/zero; } >other.lex
	fails 2 tag-entities --lexicon other.lex in.tsv
}

@test "a list without types, or with one that is none, or of another encoding, is wrong usage, and its line is named" {
	for line in Bergen $'Bergen\ttown' $'Bergen\t' $'M\xfcnchen\tplace' $'Bergen\tplace\tQ\xff' $'Bergen\tplace\tQ1\tB\xe9rgen'; do
		printf 'Oslo\tplace\n%s\n' "$line" >bad.tsv
		fails 2 tag-entities --lexicon bad.tsv in.tsv
		[ "$stderr" = 'tag-entities: bad.tsv:2: no name in UTF-8 with a type behind it' ]
	done
	printf 'Oslo\tplace\tQ\0\n' >bad.tsv
	fails 2 tag-entities --lexicon bad.tsv in.tsv
}

@test "--compile wants --lexicon; a full disk is the system's refusal" {
	fails 2 tag-entities --compile names.lex
	fails 3 tag-entities --lexicon names.tsv --compile /dev/full
}

@test "--model takes what train-tagger wrote, and nothing else" {
	top=$BATS_TEST_DIRNAME/../..
	tag-entities in.tsv >want
	tag-entities --model "$top/src/lexicon/en/entities.model" in.tsv | cmp want -
	train-tagger --rounds 1 "$top"/testdata/tag-entities/firms.out.tsv >own.model
	tag-entities --model own.model "$top"/testdata/tag-entities/firms.in.tsv | fields entity method | grep -q model
	head -c 900 own.model >short.model
	for file in short.model names.tsv /dev/null; do
		fails 2 tag-entities --model "$file" in.tsv
		[ "$stderr" = "tag-entities: $file: no whole model of train-tagger" ]
	done
	fails 2 tag-entities --model own.model --method rules in.tsv
}

@test "a name is not cut at its hyphen" {
	printf 'a\tNorth Korean leader Kim Jong-un left. The minister Park Geun-hye stayed.\n' | normalize | sentence-split >in.tsv
	tag-entities in.tsv | fields entity type,id | grep ^person >got
	printf 'person\tperson:kim-jong-un\nperson\tperson:park-geun-hye\n' | diff - got
}

@test "who answers in an interview is the one person of its title" {
	interview() { # interview TITLE
		printf 'a\t%s\\n\\nThe mayor met us with Ivo Strand.\\n\\nQ: Is it new?\\n\\nA: I think so.\\n\\nQ: When?\\n\\nA: In May, we hope.\n' "$1" |
			normalize | sentence-split | extract-quotes | tag-entities | fields quote speaker,speaker_name
	}
	interview 'Five questions for Mayor Ada Holm' >got
	printf 'Q\t\nA\tAda Holm\nQ\t\nA\tAda Holm\n' | diff - got
	interview 'Five questions for Ada Holm and Ivo Strand' >got
	printf 'Q\t\nA\t\nQ\t\nA\t\n' | diff - got
}

@test "a mention that begins within a name begins with it" {
	printf 'a\tOn Sunday Save the Children said that the clinics were open.\n' | normalize | sentence-split | extract-quotes | tag-entities |
		fields quote speaker_name >got
	printf 'Save the Children\n' | diff - got
}

@test "who is named in somebody's words did not say them" {
	printf 'a\tAccording to Ivo Strand, a clerk, Olaf Tarn was a legend. He said: “Olaf Tarn was the best of us all.”\n' |
		normalize | sentence-split | extract-quotes | tag-entities | fields quote speaker,speaker_name >got
	printf 'Ivo Strand, a clerk\tIvo Strand\nHe\tIvo Strand\n' | diff - got
}

@test "an organisation's last word stands for it, with its article, before and behind" {
	printf 'a\tThe Gazette says he was arrested. The Lund Gazette agreed. The Gazette left.\n' | normalize | sentence-split |
		tag-entities | fields entity text,id >got
	printf 'The Gazette\torg:lund-gazette\nLund Gazette\torg:lund-gazette\nThe Gazette\torg:lund-gazette\n' | diff - got
}

@test "an acronym's letters are capitals: Doe is no DOE" {
	printf "a\tDoe's attorney said she was innocent. The DOE said it was late.\n" | normalize | sentence-split | extract-quotes |
		tag-entities | fields quote speaker_id >got
	printf 'anon:doe-lawyer\norg:energy-department\n' | diff - got
}

@test "small words hold a name together" {
	printf 'a\tMinister Said bin Hamoud al-Orlawi left. Mohamed Ahmed Ould Mohamed Tarnine stayed. Mayor Jorge Luis de Souza Tarn resigned. “No,” de Souza Tarn said. The grocer Paul Raj a/l Selvatarn agreed.\n' |
		normalize | sentence-split | extract-quotes | tag-entities >out.tsv
	fields entity name out.tsv >got
	printf '%s\n' 'Said bin Hamoud al-Orlawi' 'Mohamed Ahmed Ould Mohamed Tarnine' 'Jorge Luis de Souza Tarn' 'Jorge Luis de Souza Tarn' 'Paul Raj a/l Selvatarn' |
		diff - got
}

@test "a firm, and the person of its name behind whom it is not" {
	printf 'a\tVestrum Corp grew last year. Vestrum said sales rose. Its chief, Ana Vestrum, left in May. Vestrum said she was tired. The consumer group Orlawatch met Brembo-Orla, which makes shoes. It was said that captain Jarrad Pike was hurt.\n' |
		normalize | sentence-split | tag-entities | fields entity type,text >got
	printf '%s\t%s\n' org 'Vestrum Corp' org Vestrum person 'Ana Vestrum' person Vestrum org Orlawatch org Brembo-Orla person 'Jarrad Pike' | diff - got
}

# repeated KB: a document of two paragraphs over and over
repeated() {
	awk -v kb="$1" 'BEGIN {
		unit = "Anna Berg, the mayor of Oslo, said the dam would hold.\\n\\n“It leaks,” she said. “We will see.”\\n\\n"
		printf "a\t"
		for (n = kb * 1000 / length(unit); n > 0; n--) printf "%s", unit
		print ""
	}' | normalize | sentence-split | extract-quotes
}

@test "a text of megabytes is tagged in parts: each name once, in order, and each speaker" {
	repeated 1200 >long.tsv
	tag-entities long.tsv >got.tsv
	paragraphs=$(fields sentence text long.tsv | grep -c 'Anna Berg, the')
	[ "$(fields entity id got.tsv | sort | uniq -c | sort | awk '{ print $2 }' | paste -sd ' ')" = 'person:anna-berg place:oslo' ]
	[ "$(fields entity start got.tsv | wc -l)" -eq $((2 * paragraphs)) ]
	fields entity start got.tsv | sort -nuc
	unknown=$(fields quote speaker_id got.tsv | grep -vc '^person:anna-berg$')
	[ "$unknown" -le 4 ] # "she", in the first paragraph of a part
	cut -f 2 got.tsv | uniq | paste -sd ' ' | diff - <(echo 'doc sentence quote entity')
}

@test "in a text of megabytes a row that breaks the format is named by its line, and the others are tagged as without it" {
	repeated 900 >long.tsv
	tag-entities long.tsv >want.tsv
	awk '{ print } NR == 9000 { print "a\tsentence\tx\t9\tno\t1\t1\tparagraph" }' long.tsv >broken.tsv
	printf 'a\tentity\t0\t3\tNot\torg\t\t\t\t\n' >>broken.tsv
	run -1 bash -c 'tag-entities broken.tsv >got.tsv 2>err'
	cmp got.tsv want.tsv
	printf 'tag-entities: broken.tsv:%d: %s\n' 9001 'start or end is no number' "$(wc -l <broken.tsv)" 'text is not what stands at 0 to 3' | diff - err
}

with_columns() { # that no kind has
	awk -F'\t' -v OFS='\t' '$2 != "entity" && NR % 3 == 0 { $(NF + 1) = "x\\ty" } { print }' "$@"
}

@test "in a text of megabytes columns that no kind has, and their escapes, stay as they are" {
	repeated 900 >long.tsv
	tag-entities long.tsv | with_columns >want.tsv
	with_columns long.tsv | tag-entities | cmp - want.tsv
}

@test "a short text among rows without number that say nothing is tagged as it is without them" {
	printf 'a\tAnna Berg, the mayor of Oslo, said the dam would hold.\n' | normalize | sentence-split | extract-quotes >short.tsv
	awk 'BEGIN { for (n = 1; n < 300; n++) printf "a\tother%*s\n", 250, "" }' | tr ' ' '\t' | cat short.tsv - >many.tsv
	tag-entities many.tsv | grep -v '^a.other' | diff - <(tag-entities short.tsv)
}

@test "what was tagged in parts, or lacks some ids, is filled again as it was" {
	repeated 700 | tag-entities >got.tsv
	awk -F'\t' -v OFS='\t' '$2 == "entity" && $3 > 600000 { $7 = $8 = "" } $2 == "quote" { $18 = $19 = "" } { print }' got.tsv | tag-entities | cmp - got.tsv
}
