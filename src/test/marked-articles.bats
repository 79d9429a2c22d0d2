#!/usr/bin/env bats
# marked-articles: the articles that the model is trained on beside the corpora.

load common

setup() {
	marked=$BATS_TEST_DIRNAME/../../scripts/marked-articles
	training=$BATS_TEST_DIRNAME/../lexicon/en/training
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "marks become spans in bytes, a blank line ends an article" {
	printf 'Brücke in [l:Orla] closed\n[p:Ida Holm] of [o:Veldmark] left.\n\n[m:Danes] won\n' >town.txt
	printf 'town-1\tBrücke in Orla closed\\n\\nIda Holm of Veldmark left.\ntown-2\tDanes won\n' >docs
	{
		printf 'town-1\t11\t15\tLOC\tOrla\ntown-1\t24\t32\tPER\tIda Holm\n'
		printf 'town-1\t36\t44\tORG\tVeldmark\ntown-2\t0\t5\tMISC\tDanes\n'
	} >gold
	"$marked" docs town.txt | diff - docs
	"$marked" gold town.txt | diff - gold
}

@test "a mark that is none is told with its line" {
	for line in 'see [x:Orla]' 'see [l:Orla' 'see Orla]' 'see [l:]' 'see [l: Orla]' 'see [p:Ida [l:Orla]]'; do
		printf 'Fine.\n%s\n' "$line" >bad.txt
		run "$marked" docs bad.txt
		[ "$status" -eq 1 ]
		[[ $output == *bad.txt:2:* ]]
	done
}

@test "every article is marked as it should be" {
	"$marked" gold "$training"/*.txt >spans
	[ "$(wc -l <spans)" -gt 1000 ]
	awk -F '\t' '$3 - $2 < 1 || $3 - $2 > 90 { print; bad = 1 } END { exit bad }' spans
}
