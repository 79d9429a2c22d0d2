#!/usr/bin/env bats
# finds: what fuzzing found, one test each, named after what went wrong.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
}

@test "report draws the changes of a document whose text nothing tells" {
	row a quote 300 307 'not one' 1 1/1 direct say '' '' '' Ada 10 13 0.90 after '' Ada s:1 altered 0.90 >in.tsv
	row a change 300 303 not 1 s:1 added negation '' >>in.tsv
	report -f ledger in.tsv >out
	grep -q 'not one' out
	report in.tsv >page
	report -f tsv in.tsv | grep -q 'not one'
}

@test "match-quotes --edits: parts of one quotation that stand in the wrong order make no change row that ends before it starts" {
	local one='we found fourteen crates of the nine heavy weapons on the pier of the old port'
	local two='two weapons on the pier of the old port. we found fourteen crates of the guns'
	quoted() { # quoted DOC START TEXT
		row "$1" quote "$2" $(($2 + ${#3})) "$3" 1 '' direct say '' '' '' '' '' '' 0.70 colon '' '' '' '' ''
	}
	{
		row a doc 0 ${#one} "$one" '' '' '' '' ''
		quoted a 0 "$one"
		row b doc 0 ${#two} "$two" '' '' '' '' ''
		quoted b 41 "${two:41}"
		quoted b 0 "${two:0:39}"
	} >in.tsv
	match-quotes --edits in.tsv >out
	[ "$(fields change start,end,text,from <out)" = $'0\t3\ttwo\tnine heavy' ]
}

@test "a sentence that begins within another's first letter does not cut it" {
	row a sentence 0 9 '“abcdef' 1 1 paragraph >in.tsv
	row a sentence 1 10 '“abcdef' 2 2 paragraph >>in.tsv
	run --separate-stderr fields sentence text in.tsv
	[ "$status" -eq 1 ]
	[ "$output" = '“abcdef' ]
	[ "$stderr" = 'fields: in.tsv:2: text is not what stands at 1 to 10' ]
}

@test "a line of a compiled list that is no name of the user's, nor one with a type, is none" {
	printf 'a\tThe minister left Qoslo on Friday.\n' | normalize | sentence-split >in.tsv
	tag-entities in.tsv >plain
	printf 'Qoslo\tplace\tQ5\n' >names.tsv
	tag-entities --lexicon names.tsv --compile names.lex
	tag-entities --lexicon names.lex in.tsv >known
	run ! cmp -s plain known
	list=$(($(wc -c <names.lex) - 18)) # the number of the list stands before its line
	for damage in 0 1 2 3 4 5 7 31 32 255; do
		{ head -c "$list" names.lex && printf %b "\\x$(printf %x "$damage")" && tail -c 17 names.lex; } >other.lex
		tag-entities --lexicon other.lex in.tsv | cmp plain -
	done
	for pair in 'place town_' 'place\tQ5 placeXQ5' 'Q5 Q\xff' 'Q5 Q\x0' 'Qoslo Qo\xfflo'; do
		sed "s/${pair% *}/${pair#* }/" names.lex >other.lex
		tag-entities --lexicon other.lex in.tsv | cmp plain -
	done
}

@test "rows of unknown kinds have no text to be looked at" {
	row a sentence 0 9 'Ann left.' 1 1 paragraph >in.tsv
	for _ in $(seq 3000); do row a x; done >>in.tsv
	fields sentence text in.tsv >out
	[ "$(cat out)" = 'Ann left.' ]
}
