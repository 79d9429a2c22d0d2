#!/usr/bin/env bats
# killed: stages and the driver end before their time, lists change while they are read, and disks are full: nothing that is
# not whole passes for a result.
# shellcheck disable=SC2016,SC2154 # programs are written in quotes; status and stderr are set by run

load common

setup() {
	root=$PWD
	built=$(dirname "$(command -v gather)")
	faulty=$(cd "${O:-build}" && pwd)/test/faulty.so
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$root/src" src
	mkdir bin tmp
	cp "$root/bin/hearsay" bin/
	for p in gather normalize sentence-split extract-quotes tag-entities match-quotes aggregate report; do
		ln -s "$built/$p" bin/
	done
	export TMPDIR=$PWD/tmp
	sample a >a.tsv
	gather "$root/testdata/stories" >articles.tsv
}

# dies PROGRAM [COMMAND]: in its place a program that reads a little, writes what it is told, and is killed
dies() {
	printf '#!/bin/sh\nhead -n 1 >/dev/null; %s\nkill -9 $$\n' "${2:-:}" >"bin/$1.new"
	chmod +x "bin/$1.new"
	mv "bin/$1.new" "bin/$1"
}

lives() {
	ln -sf "$built/$1" bin/
}

@test "a stage that is killed before it writes is named, and the status is not 0" {
	for p in gather normalize sentence-split extract-quotes tag-entities match-quotes report; do
		dies "$p"
		for how in '-j 1' '-j 2'; do
			# shellcheck disable=SC2086 # two words
			run --separate-stderr bin/hearsay $how "$root/testdata/stories"
			echo "$p $how: $status $stderr"
			[ "$status" -ne 0 ]
			[[ $stderr == *"hearsay: $p failed"* ]]
			[ -z "$(ls tmp)" ]
		done
		lives "$p"
	done
}

@test "a stage that is killed in the midst of a row is named, and -o leaves nothing" {
	for p in gather normalize sentence-split extract-quotes tag-entities match-quotes aggregate report; do
		dies "$p" 'head -c 50 '"$PWD/articles.tsv"
		run --separate-stderr bin/hearsay -o out "$root/testdata/stories"
		echo "$p: $status $stderr"
		[ "$status" -ne 0 ]
		[[ $stderr == *"hearsay: $p failed"* ]]
		[ "$(echo out*)" = 'out*' ]
		[ -z "$(ls tmp)" ]
		lives "$p"
	done
}

@test "-o: the driver is killed midway: it ends at once, the folder does not appear, and where it may it cleans up" {
	printf '#!/bin/sh\ncat\necho $$ >reached\nexec sleep 60\n' >bin/tag.new
	chmod +x bin/tag.new
	mv bin/tag.new bin/tag-entities
	for signal in TERM HUP INT QUIT PIPE KILL; do
		rm -f reached
		setsid env --default-signal=HUP,INT,QUIT,PIPE bin/hearsay -o out "$root/testdata/stories" >shown 2>err &
		driver=$!
		for _ in $(seq 600); do [ -s reached ] || sleep 0.05; done
		killed=$SECONDS
		kill -s "$signal" "$driver"
		st=0
		wait "$driver" || st=$?
		[ "$signal" != KILL ] || kill "$(cat reached)" # nobody else ends it
		echo "$signal: $st"
		[ "$st" -gt 128 ]
		[ $((SECONDS - killed)) -lt 30 ]
		[ ! -s err ]
		[ ! -e out ]
		[ ! -s shown ]
		[ "$signal" = KILL ] || [ "$(echo out*)" = 'out*' ]
	done
}

@test "-o: all that runs is told to end at any time: the folder is whole or not there, and nothing else is left" {
	bin/hearsay -o out "$root/testdata/stories" >/dev/null
	mkdir whole
	mv out whole/
	for hundredths in $(seq -w 0 3 60); do
		setsid env --default-signal=HUP,TERM bin/hearsay -o out -j $((10#$hundredths % 2 + 1)) "$root/testdata/stories" >shown 2>err 3>&- &
		sleep ".$hundredths"
		[ $((10#$hundredths % 4)) -eq 0 ] && signal=HUP || signal=TERM
		kill -s "$signal" -- "-$!" || :
		wait "$!" || :
		[ ! -e out ] || diff -r whole/out out
		rm -rf out
		for _ in 1 2 3 4 5 6 7 8 9; do [ -z "$(ls tmp)" ] || sleep 0.2; done
		[ -z "$(ls tmp)" ]
		[ "$(echo out*)" = 'out*' ]
	done
}

# on_disk OPTION COMMAND...: runs it where small is a disk of that size; what it left there is in left, what it printed in shown
on_disk() {
	[[ ${BIN:-} != *san* ]] || skip 'the driver is the same'
	[ "$(id -u)" = 0 ] || skip 'needs root'
	mkdir -p small
	mount -t tmpfs -o "$1" tmpfs small 2>/dev/null || skip 'cannot mount'
	shift
	st=0
	"$@" >shown 2>err || st=$?
	left=$(ls -A small)
	rm -rf copy
	cp -r small copy
	umount small
	echo "$*: status $st, $(cat err)"
}

@test "-o: a disk that is full, of bytes or of files: status 3, and nothing appears; or the folder is whole" {
	bin/hearsay -o out "$root/testdata/stories" >whole
	for room in size=4k size=64k size=100k size=160k size=224k nr_inodes=2 nr_inodes=3 nr_inodes=5 nr_inodes=7; do
		on_disk $room bin/hearsay -o small/out "$root/testdata/stories"
		[ "$st" -eq 3 ]
		[ -z "$left" ]
		[ ! -s shown ]
		grep -qE '^hearsay: (no room|[a-z-]+ failed)' err
	done
	on_disk size=1m bin/hearsay -o small/out "$root/testdata/stories"
	[ "$st" -eq 0 ]
	cmp whole shown
	diff -r out copy/out
}

@test "-o: rejects that the disk does not hold: status 3, and nothing appears" {
	printf '#!/bin/sh\nhead -c 300000 /dev/zero | tr "\\0" x >"$2"; cat\n' >bin/extract.new
	chmod +x bin/extract.new
	mv bin/extract.new bin/extract-quotes
	on_disk size=256k bin/hearsay -o small/out articles.tsv
	[ "$st" -eq 3 ]
	[ -z "$left" ]
	grep -q '^hearsay: no room' err
}

@test "a temporary folder that is full, of bytes or of files: status 3, or the output is whole" {
	bin/hearsay "$root/testdata/stories" >whole
	for room in size=4k size=64k nr_inodes=3 nr_inodes=4 nr_inodes=5 nr_inodes=6 nr_inodes=7 nr_inodes=9 nr_inodes=11 nr_inodes=14 nr_inodes=20; do
		for jobs in 1 2; do
			TMPDIR=$PWD/small on_disk $room bin/hearsay -j $jobs "$root/testdata/stories"
			[ -z "$left" ]
			if [ "$st" -eq 0 ]; then
				cmp whole shown
				[ ! -s err ]
			else
				[ "$st" -eq 3 ]
				grep -qE '^hearsay: (no room|cannot make|[a-z-]+ failed)' err
			fi
		done
	done
}

@test "a disk that fills up while a program writes its output, or its rejects: status 3" {
	[ "$(id -u)" = 0 ] || skip 'needs root'
	mkdir small
	mount -t tmpfs -o size=16k tmpfs small 2>/dev/null || skip 'cannot mount'
	for _ in 1 2 3; do cat articles.tsv; done | awk '{ print NR $0 }' >many.tsv
	sed 's/$/ \\q/; s/doc\t0/doc\tx/' many.tsv >bad.tsv
	failed=
	for p in $(streamers); do
		st=0
		case $p in
		aggregate | report | train-tagger | fields) ;;
		*) call "$p" many.tsv >small/out 2>err || st=$?; [ "$st" -eq 3 ] && grep -q "^$p: standard output: No space" err || failed="$failed $p" ;;
		esac
		: >small/out
		is "$p" "$dirt" && continue
		st=0
		call "$p" --rejects small/out bad.tsv >out 2>err || st=$?
		[ "$st" -eq 3 ] && grep -q "^$p: small/out: No space" err || failed="$failed $p--rejects"
		: >small/out
	done
	umount small
	echo "failed:$failed"
	[ -z "$failed" ]
}

@test "a temporary folder that is full: match-quotes ends with 3" {
	[ "$(id -u)" = 0 ] || skip 'needs root'
	mkdir small
	mount -t tmpfs -o size=16k tmpfs small 2>/dev/null || skip 'cannot mount'
	for _ in 1 2 3; do cat articles.tsv; done | awk '{ print NR $0 }' | normalize | sentence-split >many.tsv
	st=0
	TMPDIR=$PWD/small match-quotes many.tsv >out 2>err || st=$?
	umount small
	cat err
	[ "$st" -eq 3 ]
	[ ! -s out ]
	grep -q '^match-quotes: temporary file: No space' err
}

@test "match-quotes without a temporary folder ends with 3" {
	fails 3 env TMPDIR=/no/such/folder match-quotes a.tsv
	[[ $stderr == 'match-quotes: cannot create a file like /no/such/folder/'* ]]
}

@test "match-quotes whose sort fails ends with 3" {
	[ "$(id -u)" = 0 ] || skip 'needs root'
	mkdir small
	mount -t tmpfs -o nr_inodes=4 tmpfs small 2>/dev/null || skip 'cannot mount'
	awk 'BEGIN { for (i = 0; i < 1500; i++) printf "d%d\t\"We will not pay %d for the harbour of town %d,\" Ada Moore said.\n", i, i % 100, i }' |
		normalize | sentence-split | extract-quotes >many.tsv
	st=0
	TMPDIR=$PWD/small match-quotes --memory 1 many.tsv >out 2>err || st=$?
	umount small
	cat err
	[ "$st" -eq 3 ]
	[ ! -s out ]
	# it may be gone while it is written to
	grep -qxE 'match-quotes: sort( failed|: Broken pipe)' err
}

@test "a word list that is written to while it is read is no list" {
	[[ ${BIN:-} != *san* ]] || skip 'the sanitizers come first'
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "word%d\tperson\n", i }' >list
	for p in extract-quotes sentence-split match-quotes; do
		cp list changing
		HEARSAY_CONFINE=0 FAULT=alter FAULT_FILE=$PWD/changing fails 3 env LD_PRELOAD="$faulty" "$p" --lexicon changing a.tsv
		[ "$stderr" = "$p: changing: was changed while it was read" ]
	done
}

@test "a compiled list that is cut short while it is in use ends tag-entities with 3" {
	[[ ${BIN:-} != *san* ]] || skip 'the sanitizers come first'
	printf 'Brenholt\tplace\nAda Moore\tperson\n' >names.tsv
	tag-entities --lexicon names.tsv --compile changing
	HEARSAY_CONFINE=0 FAULT=alter FAULT_FILE=$PWD/changing fails 3 env LD_PRELOAD="$faulty" tag-entities --lexicon changing a.tsv
	[ "$stderr" = 'tag-entities: a word list was cut short while it was in use' ]
}

@test "a compiled list that is cut anywhere is refused" {
	printf 'Brenholt\tplace\nAda Moore\tperson\n' >names.tsv
	tag-entities --lexicon names.tsv --compile names.lex
	size=$(wc -c <names.lex)
	for n in $(seq 16 97 $((size - 1))) $((size - 1)); do
		head -c "$n" names.lex >short.lex
		fails 2 tag-entities --lexicon short.lex a.tsv
		[[ $stderr == 'tag-entities: short.lex: '* ]]
	done
}

@test "--compile leaves the old list whole, and nothing beside it, on a disk that is full" {
	[ "$(id -u)" = 0 ] || skip 'needs root'
	mkdir small
	mount -t tmpfs -o size=64k tmpfs small 2>/dev/null || skip 'cannot mount'
	printf 'Brenholt\tplace\n' >names.tsv
	awk 'BEGIN { for (i = 0; i < 3000; i++) printf "Name %d\tperson\n", i }' >many.tsv
	tag-entities --lexicon names.tsv --compile small/names.lex
	cp small/names.lex old.lex
	st=0
	tag-entities --lexicon many.tsv --compile small/names.lex 2>err || st=$?
	found=$(ls small)
	same=0
	cmp small/names.lex old.lex || same=1
	umount small
	cat err
	[ "$st" -eq 3 ]
	[ "$(cat err)" = 'tag-entities: small/names.lex: No space left on device' ]
	[ "$found" = names.lex ]
	[ "$same" -eq 0 ]
}

@test "--compile may write over the list that it reads, with the permissions of any new file, and through a link" {
	printf 'Brenholt\tplace\n' >names.tsv
	tag-entities --lexicon names.tsv --compile other.lex
	touch new
	[ "$(stat -c %a new)" = "$(stat -c %a other.lex)" ]
	ln -s names.lex link.lex
	tag-entities --lexicon names.tsv --compile link.lex
	[ -h link.lex ]
	cmp names.lex other.lex
	tag-entities --lexicon names.tsv --compile names.tsv
	cmp names.tsv other.lex
}
