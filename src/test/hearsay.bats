#!/usr/bin/env bats
# hearsay: the driver.  Its programs are those beside it, so that these tests give it others: cat in place of each.
# shellcheck disable=SC2016,SC2094,SC2154 # programs are written in quotes; status and stderr are set by run

load common

setup() {
	mkdir "$BATS_TEST_TMPDIR/bin"
	real=$(dirname "$(command -v gather)")
	cp bin/hearsay "$BATS_TEST_TMPDIR/bin/"
	cd "$BATS_TEST_TMPDIR" || return 1
	for p in gather normalize sentence-split extract-quotes tag-entities match-quotes; do
		pretend "$p" 'cat'
	done
	pretend gather '[ "$1" != --rejects ] || shift 2; cat "$@"'
	pretend aggregate 'echo "$@"'
	pretend report 'while [ $# -gt 0 ] && [ "${1#--}" != "$1" ]; do shift 2; done; cat "$@"'
	export TMPDIR=$PWD/tmp
	mkdir tmp
	row a 'one text' >a.tsv
	for i in 1 2 3 4 5 6 7 8 9; do row "$i" "text $i"; done >nine.tsv
}

pretend() { # pretend PROGRAM COMMAND
	printf '#!/bin/sh\n%s\n' "$2" >"bin/$1"
	chmod +x "bin/$1"
}

hearsay() {
	bin/hearsay "$@"
}

@test "the stages follow each other" {
	for p in normalize sentence-split extract-quotes tag-entities match-quotes; do
		pretend "$p" "sed 's/\$/ $p/'"
	done
	[ "$(hearsay a.tsv)" = $'a\tone text normalize sentence-split extract-quotes tag-entities match-quotes' ]
}

@test "standard input is read where no file is named" {
	hearsay <a.tsv | cmp a.tsv -
}

@test "a stage that fails is named, and its status is the driver's" {
	for p in gather normalize sentence-split extract-quotes tag-entities match-quotes report; do
		cp "bin/$p" saved
		pretend "$p" 'cat >/dev/null; exit 3'
		fails 3 hearsay a.tsv
		[ "$stderr" = "hearsay: $p failed" ]
		fails 3 hearsay -j 2 a.tsv
		[ "$stderr" = "hearsay: $p failed" ]
		cp saved "bin/$p"
	done
}

@test "a stage that is killed is named" {
	pretend tag-entities 'kill -9 $$'
	run --separate-stderr hearsay a.tsv
	[ "$status" -ne 0 ]
	[[ $stderr == *'hearsay: tag-entities failed'* ]]
}

@test "what the stages say is passed on" {
	pretend sentence-split 'echo "sentence-split: day.tsv:1: bad row" >&2; cat; exit 1'
	fails 1 hearsay a.tsv
	[ "$stderr" = 'sentence-split: day.tsv:1: bad row' ]
}

@test "a reader that has enough ends it without a word" {
	pretend report 'while :; do echo y; done'
	{ st=0; hearsay a.tsv 2>err || st=$?; echo "$st" >status; } | head -n 1 >out
	[ "$(cat out)" = y ]
	[ ! -s err ]
	[[ $(cat status) =~ ^(141|1)$ ]]
}

@test "rows that were left out: status 1" {
	pretend sentence-split 'cat; exit 1'
	run --separate-stderr hearsay a.tsv
	[ "$status" -eq 1 ]
	[ "$output" = "$(cat a.tsv)" ]
}

@test "-o keeps the stream and the tables" {
	hearsay -o out a.tsv >shown
	cmp a.tsv out/stream.tsv
	cmp a.tsv shown
	[ "$(cd out && echo *)" = 'entity.tsv ledger.html source.tsv speaker.tsv statement.tsv stream.tsv' ]
	[ -z "$(ls tmp)" ]
}

@test "-o: nothing appears where a stage failed" {
	for p in gather extract-quotes match-quotes aggregate; do
		cp "bin/$p" saved
		pretend "$p" 'exit 3'
		fails 3 hearsay -o out a.tsv
		cp saved "bin/$p"
		[ "$(echo out*)" = 'out*' ]
		[ -z "$(ls tmp)" ]
	done
}

@test "-o: rows that were left out are kept, and the status is 0" {
	pretend extract-quotes 'echo bad >"$2"; cat'
	run --separate-stderr hearsay -o out a.tsv
	[ "$status" -eq 0 ]
	[ "$(cat out/rejects/extract-quotes.tsv)" = bad ]
	pretend gather 'echo none >"$2"; shift 2; cat "$@"'
	hearsay -o other a.tsv 2>err
	[ "$(cat other/rejects/gather.tsv)" = none ]
	[ "$stderr" = 'hearsay: some rows were left out: out/rejects' ]
}

@test "-o: a folder that is there stays as it is" {
	mkdir out
	fails 2 hearsay -o out a.tsv
	[ -z "$(ls out)" ]
}

@test "-o: a folder that another run makes meanwhile stays as it is" {
	pretend tag-entities 'mkdir out; cat'
	fails 2 hearsay -o out a.tsv
	[ "$stderr" = 'hearsay: out exists' ]
	[ -z "$(ls out)" ]
	[ "$(echo out*)" = out ]
}

@test "-o: a folder that cannot be made: status 3" {
	run hearsay -o no/such/out a.tsv
	[ "$status" -eq 3 ]
}

@test "-j gives the same bytes" {
	hearsay nine.tsv | cmp nine.tsv -
	for n in 1 2 3 8 20; do
		hearsay -j "$n" nine.tsv | cmp nine.tsv -
	done
	hearsay -j 4 </dev/null | cmp /dev/null -
	pretend sentence-split 'echo >>ran; cat'
	hearsay -j 999 nine.tsv | cmp nine.tsv -
	[ "$(wc -l <ran)" -le 9 ]
}

@test "--by asks aggregate" {
	pretend aggregate 'cat >/dev/null; echo "$@"'
	[ "$(hearsay --by speaker a.tsv)" = '--by speaker' ]
	[ "$(hearsay --by=source a.tsv)" = '--by source' ]
}

@test "--by with no such table: status 2 before anything is read" {
	ln -sf "$real/aggregate" bin/
	pretend gather 'echo >>ran'
	fails 2 hearsay -o out --by foo a.tsv
	[[ $stderr == "aggregate: no table 'foo': one of statement "* ]]
	[ "$(echo out* ran*)" = 'out* ran*' ]
}

@test "on a terminal twenty statements are drawn, in a pipe all; -n tells how many" {
	pretend report 'cat >/dev/null; echo "$@"'
	[ "$(hearsay a.tsv)" = '--format tsv' ]
	[ "$(hearsay -n 7 a.tsv)" = '--format tsv --top 7' ]
	[ "$(hearsay a.tsv --top=7)" = '--format tsv --top 7' ]
	fails 2 hearsay -n x a.tsv
	[ "$stderr" = "hearsay: --top takes a number from 1, not 'x'" ]
	fails 2 hearsay -n 0 a.tsv
	fails 2 hearsay -n 7 --by speaker a.tsv
	[ "$stderr" = 'hearsay: --top goes with the ledger, not with --by or --output' ]
	script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip 'no terminal can be had'
	[ "$(script -qec 'bin/hearsay a.tsv' /dev/null </dev/null | tr -d '\r')" = '--format ledger --top 20' ]
	[ "$(script -qec 'bin/hearsay -n 7 a.tsv' /dev/null </dev/null | tr -d '\r')" = '--format ledger --top 7' ]
}

@test "options may stand behind operands, and be written in one word" {
	hearsay a.tsv -o out -j 2 nine.tsv >shown
	cat a.tsv nine.tsv | cmp shown -
	[ -s out/stream.tsv ]
	hearsay -oother -j2 a.tsv | cmp a.tsv -
	hearsay --output=third// --jobs=2 a.tsv | cmp a.tsv -
	[ -s other/stream.tsv ]
	[ -s third/stream.tsv ]
}

@test "wrong usage: status 2" {
	fails 2 hearsay --no-such-option
	[ "$stderr" = 'hearsay: unknown option --no-such-option (see hearsay --help)' ]
	fails 2 hearsay -o
	[ "$stderr" = 'hearsay: -o needs an argument (see hearsay --help)' ]
	fails 2 hearsay -j none a.tsv
	[ "$stderr" = "hearsay: --jobs takes a number from 1 to 999, not 'none'" ]
	fails 2 hearsay -j 0 a.tsv
	fails 2 hearsay -j 99999999999999999999 a.tsv
	fails 2 hearsay -o '' a.tsv
	[ "$stderr" = 'hearsay: -o needs an argument (see hearsay --help)' ]
	fails 2 hearsay --by= a.tsv
	fails 2 hearsay -o / a.tsv
	[ "$stderr" = 'hearsay: / exists' ]
}

@test "a missing file, and a missing program: status 3" {
	fails 3 hearsay no-such-file
	[ "$stderr" = 'hearsay: no-such-file: cannot be read' ]
	fails 3 hearsay 'C:\news\cable.txt'
	[ "$stderr" = 'hearsay: C:\news\cable.txt: cannot be read' ]
	fails 3 hearsay $'no\n\e[2J'
	[ "$stderr" = 'hearsay: no??[2J: cannot be read' ]
	rm bin/tag-entities
	fails 3 hearsay a.tsv
	[ "$stderr" = "hearsay: no tag-entities in $PWD/bin; is it built?" ]
}

@test "a full device: status 3" {
	st=0
	hearsay a.tsv >/dev/full 2>err || st=$?
	[ "$st" -ne 0 ]
	ln -sf "$real/report" "$real/aggregate" bin/
	sample a >good.tsv
	for by in '' '--by speaker' '-o out'; do
		st=0
		# shellcheck disable=SC2086 # words
		hearsay $by good.tsv >/dev/full 2>err || st=$?
		[ "$st" -eq 3 ]
		grep -q ': standard output: No space left' err
	done
	st=0
	hearsay --help >/dev/full 2>err || st=$?
	[ "$st" -eq 3 ]
}

@test "no more files may be open: status 3, and that is what it says" {
	for n in 16 23; do
		fails 3 prlimit --nofile=$n bin/hearsay -j 2 -o out a.tsv 3>&- 4>&-
		[ "$stderr" = "hearsay: may have $n files open, and needs 24" ]
		[ "$(echo out*)" = 'out*' ]
	done
	prlimit --nofile=24 bin/hearsay -j 4 -o out a.tsv 3>&- 4>&- | cmp a.tsv -
	[ -s out/stream.tsv ]
}

@test "a link to it, and a PATH that has it, find its programs" {
	mkdir elsewhere
	ln -s ../bin/hearsay elsewhere/hs
	elsewhere/hs a.tsv | cmp a.tsv -
	PATH=$PWD/bin:$PATH command hearsay a.tsv | cmp a.tsv -
	ln -s "$PWD/bin/hearsay" elsewhere/hearsay
	(cd elsewhere && PATH=$PWD:$PATH command hearsay ../a.tsv) | cmp a.tsv -
}

@test "names with blanks, quotes and dashes are names" {
	mkdir 'my folder'
	cp a.tsv "my folder/it's.tsv"
	cp a.tsv ./-x.tsv
	hearsay "my folder/it's.tsv" | cmp a.tsv -
	hearsay -o 'my folder/out put' a.tsv >/dev/null
	[ -s 'my folder/out put/stream.tsv' ]
	hearsay -- -x.tsv | cmp a.tsv -
	pretend extract-quotes 'echo bad >"$2"; cat'
	hearsay -o -x.tsv.d -- -x.tsv | cmp a.tsv -
	[ -s ./-x.tsv.d/ledger.html ]
	[ -s ./-x.tsv.d/rejects/extract-quotes.tsv ]
	for folder in -x 'two words' $'a\nline' '$(id)'; do
		mkdir -- "$folder"
		TMPDIR=$folder hearsay -j 2 -- -x.tsv | cmp a.tsv -
		[ -z "$(ls -A -- "$folder")" ]
	done
}

@test "its version is that of its programs" {
	pretend gather 'echo "gather (hearsay) 7.5"'
	[ "$(hearsay --version)" = 'hearsay 7.5' ]
	[ "$(hearsay -V)" = 'hearsay 7.5' ]
}

@test "it is the pipe; -j changes nothing, and what is kept is what aggregate and report say of the stream" {
	stories=$BATS_TEST_DIRNAME/../../testdata/stories
	gather "$stories" | normalize | sentence-split | extract-quotes | tag-entities | match-quotes --edits >edits
	report -f tsv edits >table
	"$real/hearsay" "$stories" | cmp table -
	"$real/hearsay" -j 3 -o out "$stories" | cmp table -
	cmp edits out/stream.tsv
	for key in statement speaker entity source; do
		aggregate -H --by "$key" edits | cmp "out/$key.tsv" -
	done
	report -t out edits | cmp out/ledger.html -
	[ ! -e out/rejects ]
}
