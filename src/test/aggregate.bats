#!/usr/bin/env bats
# shellcheck disable=SC2154 # stderr is set by run
# aggregate --sorted: what is done with a key is not kept, and the table is the same.
load common

setup() {
	stream=$BATS_TEST_TMPDIR/stream.tsv
	for day in 2 1; do
		for outlet in wire horn; do
			printf '%s%s\tdoc\t0\t12\tBerg spoke.\\n\t%s\t2026-01-0%s\t\t\ten\n' $outlet $day $outlet $day
			printf '%s%s\tquote\t0\t4\tBerg\t1\t\tdirect\tsay\t\t\t\t\t\t\t1.00\t\tperson:berg\tBerg\ts:1\tsame\t1.00\n' $outlet $day
		done
	done >"$stream"
}

@test "a stream in the order of its outlets, or of its days, gives the same table" {
	sort -s -t "$(printf '\t')" -k1,1 "$stream" >"$BATS_TEST_TMPDIR/by.source"
	awk -F '\t' '{ print substr($1, 5) "\t" $0 }' "$stream" | sort -s -n -k1,1 | cut -f 2- >"$BATS_TEST_TMPDIR/by.day"
	for by in source day; do
		aggregate --by $by -H "$stream" >"$BATS_TEST_TMPDIR/whole"
		aggregate --by $by -H --sorted "$BATS_TEST_TMPDIR/by.$by" | cmp - "$BATS_TEST_TMPDIR/whole"
		aggregate --by $by --sorted --partial "$BATS_TEST_TMPDIR/by.$by" | cmp - <(aggregate --by $by --partial "$stream")
	done
}

@test "partial tables that sort -m has put together are merged key by key" {
	for by in statement speaker entity source pair stance day conflict; do
		awk -F '\t' '$1 ~ /^wire/' "$stream" | aggregate --by $by --partial >"$BATS_TEST_TMPDIR/1"
		awk -F '\t' '$1 !~ /^wire/' "$stream" | aggregate --by $by --partial >"$BATS_TEST_TMPDIR/2"
		sort -m "$BATS_TEST_TMPDIR/1" "$BATS_TEST_TMPDIR/2" | aggregate --by $by --merge --sorted -H | cmp - <(aggregate --by $by -H "$stream")
	done
}

@test "what is not in order is told by its place, and no table is printed: status 2" {
	run --separate-stderr aggregate --by source --sorted "$stream"
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	[ "$stderr" = "aggregate: document horn2: not in the order of keys, as --sorted says" ]
	aggregate --by source --partial "$stream" | sort -r >"$BATS_TEST_TMPDIR/p"
	run --separate-stderr aggregate --by source --merge --sorted "$BATS_TEST_TMPDIR/p"
	[ "$status" -eq 2 ]
	[ -z "$output" ]
	[[ $stderr == "aggregate: $BATS_TEST_TMPDIR/p:"*": not in the order of keys" ]]
}

@test "a stream cannot be in the order of what a document has many of: status 2" {
	run --separate-stderr aggregate --by speaker --sorted "$stream"
	[ "$status" -eq 2 ]
	[[ $stderr == "aggregate: --sorted: a document tells of more than one speaker; sort partial tables instead"* ]]
}

@test "with --sorted and --line-buffered a row goes out when the next key comes" {
	mkfifo "$BATS_TEST_TMPDIR/in"
	aggregate --by source --sorted --line-buffered <"$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/got" &
	exec 4>"$BATS_TEST_TMPDIR/in"
	sort -s -t "$(printf '\t')" -k1,1 "$stream" >&4
	for _ in {1..200}; do
		[ ! -s "$BATS_TEST_TMPDIR/got" ] || break
		sleep 0.05
	done
	cut -f 1 "$BATS_TEST_TMPDIR/got" | diff - <(echo horn)
	exec 4>&-
	wait $!
	[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" = 2 ]
}
