#!/usr/bin/env bats
# contract: what every program of src/cmd holds to, one test a clause.  A new program is covered by existing; only
# what it must be told (call) and whether it passes its rows on (tables, dirt) stand in common.bash.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
	{ sample a && sample b; } >in.tsv
	set -o pipefail
}

@test "--help and -h answer on stdout" {
	for p in $(programs); do
		echo "$p"
		"$p" --help >long 2>err
		[ -s long ]
		[ ! -s err ]
		grep -q "$p" long
		"$p" -h >short
		cmp long short
	done
}

@test "--version and -V answer on stdout, in one line that begins with the name" {
	for p in $(programs); do
		echo "$p"
		"$p" --version >long 2>err
		[ ! -s err ]
		[ "$(wc -l <long)" -eq 1 ]
		grep -q "^$p " long
		"$p" -V | cmp long -
	done
}

@test "an unknown option is wrong usage: status 2, one line that names it" {
	for p in $(programs); do
		fails 2 "$p" --no-such-option
		[ "$stderr" = "$p: unknown option --no-such-option (see $p --help)" ]
		[ -z "$output" ]
		fails 2 "$p" -~
	done
}

@test "an option without its argument, or with one too many, is wrong usage" {
	for p in $(programs); do
		fails 2 "$p" --rejects
		[ "$stderr" = "$p: --rejects needs FILE (see $p --help)" ]
		fails 2 "$p" --help=yes
	done
}

@test "a number option with no number: status 2" {
	fails 2 report --top x in.tsv
	fails 2 report --top 99999999999999999999999 in.tsv
	fails 2 extract-quotes --min-confidence 2 in.tsv
	fails 2 extract-quotes --min-confidence . in.tsv
	fails 2 report --format=nothing in.tsv
	[ "$stderr" = "report: --format takes one of html ledger tsv, not 'nothing' (see report --help)" ]
	fails 2 report --color
}

@test "letters may stand together, and an argument behind its letter" {
	[ "$(fields -H quote text <in.tsv)" = "$(fields quote -H text <in.tsv)" ]
	report -ftsv -n1 in.tsv >one
	report -f tsv -n 1 -- in.tsv | cmp one -
	report --format tsv --top=1 in.tsv | cmp one -
}

@test "a missing file: status 3, one line that names it" {
	for p in $(programs); do
		fails 3 call "$p" no-such-file
		[ "$stderr" = "$p: no-such-file: No such file or directory" ]
	done
}

@test "a file that cannot be read: status 3" {
	mkdir folder
	for p in $(streamers); do
		fails 3 call "$p" folder
		[ "$stderr" = "$p: folder: Is a directory" ]
	done
}

@test "a missing file after a good one is still a failure" {
	for p in $(programs); do
		fails 3 call "$p" in.tsv no-such-file
	done
}

@test "no input, no output, but for the page of report" {
	for p in $(programs); do
		[ "$p" != report ] || continue
		echo "$p"
		call "$p" </dev/null >out 2>err
		[ ! -s out ]
		[ ! -s err ]
		[ "$p" != gather ] || continue # a file is an article, and one that holds none is told of
		: >empty
		call "$p" empty empty >out 2>err
		[ ! -s out ]
		[ ! -s err ]
	done
}

@test "standard input, - and a file are the same" {
	for p in $(streamers); do
		echo "$p"
		call "$p" in.tsv >file
		[ -s file ]
		call "$p" <in.tsv | cmp file -
		call "$p" - <in.tsv | cmp file -
	done
}

@test "two files are read as one" {
	sample a >a.tsv
	sample b >b.tsv
	for p in $(streamers); do
		echo "$p"
		call "$p" in.tsv >one
		call "$p" a.tsv b.tsv | cmp one -
	done
}

@test "a missing final newline changes nothing" {
	head -c -1 in.tsv >cut.tsv
	for p in $(streamers); do
		echo "$p"
		call "$p" in.tsv >whole
		call "$p" cut.tsv | cmp whole -
	done
}

@test "stages pass on every row as the same bytes, in order, and add theirs behind a document's" {
	sample a >one.tsv
	for p in $(stages); do
		echo "$p"
		"$p" one.tsv >out
		if [ "$p" = sentence-split ]; then
			"$p" --keep-text one.tsv >out
		fi
		head -n "$(wc -l <one.tsv)" out | cmp one.tsv -
	done
}

@test "rows and trailing fields that no program knows go through" {
	{
		row z rumour 0 0
		row z rumour 7 3 'no text that could be known' ''
		row z entity 0 0 '' person person:z Z rule 0.50 'a\tb' 'c\q' "$(seq -s "$(printf '\t')" 300)"
		sample a
	} >in.tsv
	grep -v doc in.tsv >want
	for p in $(stages); do
		echo "$p"
		"$p" in.tsv >out
		grep -Fxf want out | cmp want -
	done
}

@test "rows sorted by document and start are taken too" {
	LC_ALL=C sort -s -t$'\t' -k1,1 -k3,3n in.tsv >sorted.tsv
	for p in $(readers); do
		echo "$p"
		call "$p" in.tsv | sort >grouped
		call "$p" sorted.tsv | sort | cmp grouped -
	done
}

@test "the same input twice gives the same bytes" {
	for p in $(programs); do
		call "$p" in.tsv >once
		call "$p" in.tsv | cmp once -
	done
}

@test "an empty environment, another locale and another folder change nothing" {
	mkdir elsewhere
	declare -f call >call.sh
	for p in $(programs); do
		echo "$p"
		call "$p" in.tsv >here
		# shellcheck disable=SC2016 # $1 is the inner shell's
		env -i PATH="$PATH" bash -c '. ./call.sh; call "$1" in.tsv' - "$p" | cmp here -
		LC_ALL=tr_TR.UTF-8 LANG=de_DE TZ=Asia/Tokyo call "$p" in.tsv | cmp here -
		[ "$p" != gather ] || continue
		(cd elsewhere && call "$p" ../in.tsv) | cmp here -
	done
}

@test "--line-buffered and --progress leave the output as it is" {
	for p in $(streamers); do
		echo "$p"
		call "$p" in.tsv >plain 2>err
		[ ! -s err ]
		call "$p" --line-buffered in.tsv | cmp plain -
		call "$p" --progress in.tsv 2>err | cmp plain -
		[ -s err ]
	done
}

@test "a full device: status 3, never 0" {
	for p in $(programs); do
		for arguments in in.tsv --help --version; do
			echo "$p $arguments"
			st=0
			call "$p" $arguments >/dev/full 2>err || st=$?
			[ "$st" -eq 3 ]
			[ "$(cat err)" = "$p: standard output: No space left on device" ]
		done
	done
}

@test "a file that may grow no more is a full device: status 3" {
	for i in $(seq 100); do sample "d$i" | sed "s/northwire/wire$i/"; done >many.tsv
	for p in $(programs); do
		echo "$p"
		st=0
		(ulimit -f 1 && call "$p" many.tsv >out) 2>err || st=$?
		[ "$st" -eq 3 ]
		[[ $(cat err) =~ ^$p:\ (standard\ output|temporary\ file):\ File\ too\ large$ ]]
	done
}

@test "no more files may be open: status 3, and that is what it says" {
	for p in $(stages); do
		for n in 4 5 6; do
			st=0
			prlimit --nofile=$n "$p" --rejects kept in.tsv >out 2>err 3>&- 4>&- || st=$?
			echo "$p $n: $st $(cat err)"
			[ "$st" -eq 3 ] || [[ $n -gt 4 && $st -eq 0 ]]
			[ "$st" -eq 0 ] || [[ $(cat err) == "$p: "*': Too many open files' ]]
		done
	done
}

@test "no output, no input: status 3" {
	for p in $(programs); do
		echo "$p"
		st=0
		call "$p" in.tsv >&- 2>err || st=$?
		[ "$st" -eq 3 ]
		[ "$(cat err)" = "$p: standard output: Bad file descriptor" ]
		st=0
		call "$p" <&- >out 2>err || st=$?
		[ "$st" -eq 3 ]
		[ "$(cat err)" = "$p: (standard input): Bad file descriptor" ]
	done
}

@test "no file takes the place of a standard stream that is closed" {
	row a sentence 0 >row.tsv
	{ sample a; cat row.tsv; } >bad.tsv
	for p in $(readers); do
		echo "$p"
		call "$p" --rejects kept bad.tsv >out 2>&-
		cmp row.tsv kept
		st=0
		call "$p" --rejects kept bad.tsv >&- 2>err || st=$?
		[ "$st" -eq 3 ]
		[ ! -s kept ] || cmp row.tsv kept
	done
}

@test "what is read does not keep the rejects: status 2, and it stays as it was" {
	cp in.tsv same.tsv
	ln -s same.tsv link.tsv
	for p in $(programs); do
		fails 2 call "$p" --rejects link.tsv same.tsv
		[ "$stderr" = "$p: link.tsv: is read, and cannot keep what is left out" ]
		# shellcheck disable=SC2094 # that is the test
		fails 2 call "$p" --rejects same.tsv <same.tsv
		cmp in.tsv same.tsv
		call "$p" --rejects /dev/null /dev/null </dev/null
	done
}

@test "what is read does not take the output, nor the output the rejects: status 2, and it stays as it was" {
	cp in.tsv same.tsv
	for p in $(streamers); do
		st=0
		# shellcheck disable=SC2094 # that is the test
		call "$p" same.tsv >>same.tsv 2>err || st=$?
		[ "$st" -eq 2 ]
		[ "$(cat err)" = "$p: same.tsv: is read, and cannot take the output" ]
		st=0
		# shellcheck disable=SC2094
		call "$p" <same.tsv >>same.tsv 2>err || st=$?
		[ "$st" -eq 2 ]
		st=0
		# shellcheck disable=SC2094
		call "$p" --rejects same.tsv in.tsv >>same.tsv 2>err || st=$?
		[ "$st" -eq 2 ]
		[ "$(cat err)" = "$p: same.tsv: is standard output, and cannot keep what is left out" ]
		cmp in.tsv same.tsv
	done
	st=0
	# shellcheck disable=SC2094
	aggregate --by source --merge same.tsv >>same.tsv 2>err || st=$?
	[ "$st" -eq 2 ]
	cmp in.tsv same.tsv
}

@test "rejects that cannot be kept: status 3" {
	{ sample a; row a sentence 0; } >bad.tsv
	for p in $(readers); do
		fails 3 call "$p" --rejects no/such/folder bad.tsv
		[ "$stderr" = "$p: no/such/folder: No such file or directory" ]
		echo "$p"
		st=0
		call "$p" --rejects /dev/full bad.tsv >out 2>err || st=$?
		[ "$st" -eq 3 ]
		grep -qx "$p: /dev/full: No space left on device" err
	done
}

@test "SIGPIPE ends a program as it ends cat" {
	for p in $(programs); do
		echo "$p"
		{
			sleep 0.1
			st=0
			call "$p" in.tsv 2>err || st=$?
			echo "$st" >status
		} | :
		# 3 where whoever runs the tests has SIGPIPE ignored
		[[ $(cat status) =~ ^(141|3)$ ]]
	done
}

# list_of PROGRAM: of its --lexicon
list_of() {
	case $1 in
	sentence-split) row Hptwm. join ;;
	extract-quotes) row yodel verb say quote yodelled ;;
	tag-entities) row 'Ada Moore' person Q1 ;;
	match-quotes) row wall common wall ;;
	esac
}

@test "a word list may come through a pipe, and its lines may end in CR LF" {
	for p in $(programs); do
		"$p" --help | grep -q -- --lexicon || continue
		list_of "$p" >list
		[ -s list ]
		call "$p" --lexicon list in.tsv >want
		list_of "$p" | call "$p" --lexicon /dev/stdin in.tsv | cmp want -
		sed 's/$/\r/' list >windows
		call "$p" --lexicon windows in.tsv | cmp want -
	done
}
