#!/usr/bin/env bats
# mix: the pipe with other programs between its stages gives the bytes of the plain pipe.

load common

setup() {
	stories=$PWD/testdata/stories
	cd "$BATS_TEST_TMPDIR" || return 1
	set -o pipefail
}

# Every stage behind gather, each into a file of its own: s0 is gather's, s5 match-quotes'.
stages=(normalize sentence-split extract-quotes tag-entities match-quotes)

plain() {
	gather "$stories" >s0
	for i in 0 1 2 3 4; do
		"${stages[i]}" <"s$i" >"s$((i + 1))"
	done
	match-quotes --edits <s4 >edits
}

# mixed COMMAND...: the whole pipe with COMMAND between any two stages ends in the same bytes
mixed() {
	plain
	"$@" <s0 | normalize | "$@" | sentence-split | "$@" | extract-quotes | "$@" | tag-entities | "$@" | match-quotes | "$@" | cmp s5 -
}

@test "files between stages are the pipe" {
	plain
	gather "$stories" | normalize | sentence-split | extract-quotes | tag-entities | match-quotes | cmp s5 -
}

@test "gzip and zcat" {
	squeeze() { gzip -c | zcat; }
	mixed squeeze
}

@test "grep that all rows pass" {
	mixed grep -v '^no such document'
}

@test "grep of some documents gives their rows" {
	plain
	for i in 0 1 2 3; do
		grep '^northwire/' "s$i" | "${stages[i]}" >some
		grep '^northwire/' "s$((i + 1))" | cmp some -
	done
}

@test "awk that prints every row" {
	mixed awk -F'\t' -v OFS='\t' '{ print }'
}

@test "sort by document: the same rows" {
	plain
	for i in 0 1 2 3; do
		LC_ALL=C sort -s -t$'\t' -k1,1 "s$i" | "${stages[i]}" | sort >sorted
		sort "s$((i + 1))" | cmp sorted -
	done
}

@test "sort by document and start: the same rows" {
	plain
	for i in 1 2 3 4; do
		LC_ALL=C sort -s -t$'\t' -k1,1 -k3,3n "s$i" | "${stages[i]}" | sort >sorted
		sort "s$((i + 1))" | cmp sorted -
	done
}

@test "parallel --pipe over articles" {
	plain
	parallel --pipe -k --block 2k 'normalize | sentence-split | extract-quotes | tag-entities' <s0 2>err | match-quotes | cmp s5 -
}

@test "split and cat over articles" {
	plain
	split -n l/4 s0 part.
	for part in part.??; do
		normalize <"$part" | sentence-split | extract-quotes | tag-entities
	done | match-quotes | cmp s5 -
}

@test "tee and a FIFO" {
	plain
	mkfifo fifo
	cat fifo >copy &
	gather "$stories" | normalize | tee fifo | sentence-split | cmp s2 -
	wait
	cmp s1 copy
}

@test "join by document id" {
	plain
	join -t$'\t' <(fields doc doc,source <s5 | LC_ALL=C sort) <(fields quote doc,text <s5 | LC_ALL=C sort) >joined
	[ "$(wc -l <joined)" -eq "$(fields quote doc <s5 | wc -l)" ]
}

@test "the driver is the pipe, and -j changes nothing" {
	plain
	report -f tsv edits >table
	hearsay "$stories" | cmp table -
	hearsay -j 3 "$stories" | cmp table -
	hearsay -o out "$stories" | cmp table -
	cmp edits out/stream.tsv
}

@test "what is kept is what aggregate and report say of the stream" {
	plain
	hearsay -j 2 -o out "$stories" >shown
	for key in statement speaker entity source; do
		aggregate -H --by "$key" edits | cmp "out/$key.tsv" -
	done
	report -t out edits | cmp out/ledger.html -
	[ ! -e out/rejects ]
}
