#!/usr/bin/env bats
# terminal: nothing in an article, a name of a file or a message acts on the terminal that shows it.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
	# ESC, BEL, CSI as C1 and as a bare byte, right-to-left override and isolate, DEL
	acts=$'\e]0;x\a\xc2\x9b31m\xe2\x80\xae\xe2\x81\xa7\x7f'
}

# A bare root may have no terminals at all.
want_terminal() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no terminal can be had'
}

# on_terminal COMMAND: what it sends to a terminal; its stderr too
on_terminal() {
	script -qec "$1" /dev/null </dev/null | tr -d '\r'
}

# tame: standard input holds nothing that acts
tame() {
	run ! grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]' -
}

# A stream with that in every field that may hold it.
evil() {
	local text="we $acts will not pay today" n
	n=$(printf %s "$text" | wc -c)
	row "a$acts" doc 0 "$n" "$text" "o$acts" "2026$acts" "u$acts" "t$acts" "l$acts"
	row "a$acts" sentence 0 "$n" "$text" 1 1 paragraph
	row "a$acts" quote 0 "$n" "$text" 1 "p$acts" "direct$acts" "s$acts" '' '' '' '' '' '' "c$acts" "r$acts" "i$acts" "Ada$acts" "s:1$acts" "altered$acts" "1$acts"
	row "a$acts" entity 0 2 we "person$acts" "id$acts" "name$acts" "m$acts" "1$acts"
	row "a$acts" change 0 2 we 1 "s:1$acts" "dropped$acts" "negation$acts" "f$acts"
	row "a$acts" "other$acts" x "$acts"
}

@test "no program sends a terminal what a stream holds" {
	want_terminal
	evil >evil.tsv
	cat evil.tsv evil.tsv >twice.tsv
	declare -f call >call.sh
	for p in $(streamers); do
		echo "$p"
		on_terminal "bash -c '. ./call.sh; call $p evil.tsv'" >out
		tame <out
		is "$p" "train-tagger report" || grep -q '<1B>\]0;x<07><9B>31m<202E>' out
	done
	for how in 'report -f ledger' 'report -f tsv' 'aggregate --by statement' 'aggregate --by speaker' 'aggregate --by entity' 'match-quotes --edits'; do
		echo "$how"
		on_terminal "$how twice.tsv" | sed 's/\x1b\[[0-9;]*m//g' >out
		[ -s out ]
		tame <out
	done
}

@test "gather sends a terminal nothing that a file holds" {
	want_terminal
	printf '%s "We will not pay," she said.\n' "$acts" >a.txt
	on_terminal 'gather a.txt' >out
	tame <out
	grep -q '<1B>' out
}

@test "progress: kB below a MB, one document, and of less than a second nothing where nobody asked" {
	want_terminal
	printf 'a\tWe will not pay.\n' >one.tsv
	yes "$(printf 'a\tWe will not pay. %0990d' 0)" | head -n 1999 >many.tsv
	normalize --progress one.tsv 2>&1 >/dev/null | tr -d '\r' >got
	normalize --progress many.tsv 2>&1 >/dev/null | tr '\r' '\n' | tail -n 1 >>got
	printf 'normalize: 1 document, 0 kB\nnormalize: 1999 documents, 2.0 MB\n' | diff - <(sed 's:, [0-9.]* [kM]B/s$::' got)
	on_terminal 'normalize one.tsv >out' >got
	[ ! -s got ]
	on_terminal '{ cat one.tsv; sleep 2; cat one.tsv; } | normalize - >out' >got
	[[ $(cat got) == *$'normalize: 2 documents, 0 kB, 0 kB/s\e[K' ]]
}

@test "what is no terminal gets the bytes as they are" {
	evil >evil.tsv
	fields doc title evil.tsv | grep -qF "t$acts"
}

@test "messages show nothing that acts, on a terminal or not" {
	printf '%s\n' "a$acts" "b${acts}	doc" >"bad$acts.tsv"
	for p in $(programs); do
		call "$p" "bad$acts.tsv" >out 2>err || :
		tame <err
		"$p" "--no$acts" 2>err || :
		[ -s err ]
		tame <err
	done
}
