#!/usr/bin/env bats
# confine: every program is confined while it reads, but for match-quotes that will need sort(1); nothing of it shows.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
	sample a >a.tsv
	[ "${HEARSAY_CONFINE:-}" != 0 ] || skip 'confinement is off'
	[[ ${BIN:-} != *san* ]] || skip 'the sanitizers are not confined'
	grep -q '^Seccomp:' /proc/self/status || skip 'no seccomp here'
	mkfifo fifo
	set -o pipefail
}

# held STATE PROGRAM ARGUMENT...: while it waits for its input, /proc tells that state of it
held() {
	local want=$1 shell pid=self state=
	shift
	call "$@" <fifo >out 2>err &
	shell=$!
	exec 9>fifo
	for _ in $(seq 1000); do
		read -r pid <"/proc/$shell/task/$shell/children" || :
		[ "$(readlink "/proc/$pid/exe")" != "$(command -v "$1")" ] || state=$(awk '/^Seccomp:/ { print $2 }' "/proc/$pid/status")
		[ "$state" != "$want" ] || break
		sleep 0.02
	done
	cat a.tsv >&9
	exec 9>&-
	wait "$shell"
	echo "$*: $state, should be $want"
	[ "$state" = "$want" ]
}

@test "every program is held before it reads" {
	for p in $(programs); do
		held 2 "$p"
	done

}

@test "HEARSAY_CONFINE=0 leaves a program as it is" {
	export HEARSAY_CONFINE=0
	for p in $(programs); do
		held 0 "$p"
	done
}

@test "Landlock holds every program: what takes the place of a named file while it reads cannot be read" {
	perl -e 'exit(syscall(444, 0, 0, 1) < 1)' || skip 'no Landlock here'
	for p in $(streamers); do
		for confined in 1 0; do
			cp a.tsv later.tsv
			HEARSAY_CONFINE=$confined call "$p" fifo later.tsv >out 2>err &
			exec 9>fifo
			cp a.tsv new.tsv
			mv new.tsv later.tsv
			cat a.tsv >&9
			exec 9>&-
			st=0
			wait "$!" || st=$?
			echo "$p, confined $confined: $st $(cat err)"
			[ "$st" -eq $((confined * 3)) ]
			[ "$confined" = 0 ] || [ "$(cat err)" = "$p: later.tsv: Permission denied" ]
		done
	done
}

@test "a kernel that can hold nothing: nothing is said, and the output is the same" {
	faulty=$(cd "$BATS_TEST_DIRNAME/../.." && cd "${O:-build}" && pwd)/test/faulty.so
	for p in $(programs); do
		call "$p" a.tsv >held
		export FAULT=old LD_PRELOAD=$faulty
		held 0 "$p"
		call "$p" a.tsv >out 2>err
		unset FAULT LD_PRELOAD
		cmp held out
		[ ! -s err ]
	done
}

@test "confined or not, the output is the same" {
	for p in $(programs); do
		call "$p" a.tsv >held
		HEARSAY_CONFINE=0 call "$p" a.tsv | cmp held -
	done
	match-quotes --memory 1 --edits a.tsv >held
	HEARSAY_CONFINE=0 match-quotes --memory 1 --edits a.tsv | cmp held -
}

@test "links, folders of other names, named pipes and /dev/stdin are read as ever" {
	mkdir elsewhere
	mv a.tsv elsewhere/b.tsv
	ln -s elsewhere/b.tsv a.tsv
	sample a >want
	fields quote text a.tsv | cmp - <(fields quote text want)
	fields quote text elsewhere/../a.tsv | cmp - <(fields quote text want)
	cp want copy; fields quote text /dev/stdin <copy | cmp - <(fields quote text want)
	fields quote text <(cat want) | cmp - <(fields quote text want)
	timeout 20 cat want >fifo 3>&- &
	fields quote text fifo | cmp - <(fields quote text want)
	mkdir folder
	echo '"We will not pay," she said.' >elsewhere/c.txt
	ln -s ../elsewhere/c.txt folder/
	gather folder | grep -q 'not pay'
}
