#!/usr/bin/env bats
# shellcheck disable=SC2154,SC2016 # stderr is set by run; a name is no command
# scripts/batch.mk: days into tables, again only what is new, and nothing half-written.
load common

setup() {
	batch=$PWD/scripts/batch.mk
	cd "$BATS_TEST_TMPDIR" || return 1
	mkdir in
	printf '{"id":"a","source":"wire","text":"\\"The wall is safe,\\" engineer Ines Barroso said on Monday."}\n' |
		gzip >in/2026-01-17.jsonl.gz
	printf 'b\tThe mayor said the wall would hold for another year.\n' >in/2026-01-18.tsv
	mkdir in/2026-01-19
	printf '"Nobody asked us," said fisherman Odo Brandt.\n' >in/2026-01-19/odo.txt
}

make_tables() {
	make -f "$batch" IN=in OUT=out METHOD=rules "$@"
}

@test "a run that is killed again and again ends with what an unbroken one makes" {
	awk 'BEGIN { for (i = 0; i < 300; i++) printf "d%d\tThe mayor said the wall would hold for another year. \"It is safe,\" said Odo Brandt.\n", i }' >in/2026-01-20.tsv
	make_tables >/dev/null
	mv out whole
	for tenths in 1 2 3 4 5 6 7 8 9; do
		setsid make -f "$batch" IN=in OUT=out METHOD=rules >log 2>&1 3>&- &
		sleep ".$tenths"
		kill -s KILL -- "-$!" || :
		wait "$!" || :
		# whatever has its name is whole
		(cd out && find . -type f ! -name '*.new' ! -name '*.rejects') | while read -r file; do cmp "whole/$file" "out/$file"; done
	done
	make_tables >/dev/null
	find out -name '*.new' -delete
	diff -r whole out
}

@test "each day has its tables, and all days theirs" {
	make_tables -j2 >/dev/null
	[ "$(grep -c quote out/2026-01-17/stream.tsv)" -ge 1 ]
	[ "$(cut -f 3 out/2026-01-19/speaker.tsv | tail -n 1)" -ge 1 ]
	cat out/*/stream.tsv | aggregate --by speaker -H | cmp - out/speaker.tsv
	cat out/*/stream.tsv | aggregate --by source -H | cmp - out/source.tsv
	run -0 find out -name '*.new' -o -name '*.rejects'
	[ -z "$output" ]
}

@test "what is done is not done again; a newer archive is" {
	make_tables >/dev/null
	run -0 make_tables
	[[ $output == *"Nothing to be done"* ]]
	touch -d 'next minute' in/2026-01-18.tsv
	run -0 make_tables
	[[ $output == *2026-01-18/stream.tsv* ]]
	[[ $output != *2026-01-17/stream.tsv.new* ]]
}

@test "a folder in which an article was written anew is a newer archive" {
	mkdir 'in/2026-01-19/a b'
	cp in/2026-01-19/odo.txt "in/2026-01-19/a b/it's.txt"
	touch -d 2026-01-20 in/2026-01-19/* in/2026-01-19/*/* in/2026-01-19
	make_tables >/dev/null
	run -0 make_tables
	[[ $output == *"Nothing to be done"* ]]
	printf '"Nobody asked them," said fisherman Odo Brandt.\n' >"in/2026-01-19/a b/it's.txt"
	touch -d 'next minute' "in/2026-01-19/a b/it's.txt"
	make_tables >/dev/null
	grep -q 'asked them' out/2026-01-19/stream.tsv
	touch -d 2026-01-20 "in/2026-01-19/a b/it's.txt"
	run -0 make_tables
	[[ $output == *"Nothing to be done"* ]]
}

@test "a name that a shell would read as more than a name is refused" {
	for name in 'a b.tsv' 'a;touch PWNED;.tsv' 'a$(touch PWNED).tsv' 'a`touch PWNED`.tsv' $'a\ttouch.tsv' 'a%.tsv' 'a=b.tsv' "a'.tsv" 'a#.tsv' $'\xc3\xa9.tsv'; do
		cp in/2026-01-18.tsv "in/$name"
		run -2 make_tables
		[[ $output == *'a name of other characters'* ]]
		rm "in/$name"
	done
	[ ! -e out ]
	[ ! -e PWNED ]
}

@test "a damaged archive leaves no day behind, and the others go on" {
	printf 'no gzip\n' >in/2026-01-17.jsonl.gz
	run make_tables -k
	[ "$status" -ne 0 ]
	[ ! -e out/2026-01-17/stream.tsv ]
	[ ! -e out/speaker.tsv ]
	[ -e out/2026-01-18/speaker.tsv ]
	[ -e out/2026-01-19/speaker.tsv ]
	printf 'a\tAll is well, said Odo Brandt.\n' | gzip >in/2026-01-17.tsv.gz
	rm in/2026-01-17.jsonl.gz
	make_tables >/dev/null
	[ -e out/speaker.tsv ]
}

@test "records that are none are kept, and files of a folder that are no text are named: the day is made" {
	{ zcat in/2026-01-17.jsonl.gz; echo '{broken'; } | gzip >new
	mv new in/2026-01-17.jsonl.gz
	echo text | gzip >in/2026-01-19/odo.gz
	run -0 --separate-stderr make_tables
	[[ $stderr == *'gather: (standard input):2: no JSON'* ]]
	[[ $stderr == *'gather: in/2026-01-19/odo.gz: compressed by gzip'* ]]
	[ "$(cat out/2026-01-17/gather.rejects)" = '{broken' ]
	[ "$(grep -c quote out/2026-01-17/stream.tsv)" -ge 1 ]
	[ "$(cut -f 1 out/2026-01-19/stream.tsv | sort -u)" = odo ]
}

@test "rows that are left out are kept, by stage" {
	mkdir bin
	printf '#!/bin/sh\ncat; printf "x\\tsentence\\t9\\t3\\n"\n' >bin/normalize
	chmod +x bin/normalize
	PATH=$PWD/bin:$PATH make_tables out/2026-01-18/stream.tsv >/dev/null 2>&1
	[ "$(cat out/2026-01-18/sentence-split.rejects)" = "$(printf 'x\tsentence\t9\t3')" ]
}
