#!/bin/sh
# Each pair testdata/PROGRAM/BEHAVIOUR.in.tsv and .out.tsv is a test: PROGRAM, with the arguments in BEHAVIOUR.args
# if there is such a file, turns the one into the other.
# TAP on stdout; BIN is the folder of the programs.
set -u

cd "$(dirname "$0")/../.." || exit 1
bin=${BIN:-bin}
got=$(mktemp) || exit 1
trap 'rm -f "$got"' EXIT
n=0
for in in testdata/*/*.in.tsv; do
	[ -e "$in" ] || continue
	program=${in#testdata/}
	program=${program%%/*}
	behaviour=${in##*/}
	n=$((n + 1))
	name="$n - $program: $(basename "${behaviour%.in.tsv}" | tr - ' ')"
	args=
	[ ! -e "${in%.in.tsv}.args" ] || args=$(cat "${in%.in.tsv}.args")
	# shellcheck disable=SC2086 # several arguments
	if "$bin/$program" $args <"$in" >"$got" && cmp -s "$got" "${in%.in.tsv}.out.tsv"; then
		echo "ok $name"
	else
		echo "not ok $name"
		diff -u "${in%.in.tsv}.out.tsv" "$got" | head -n 40 | sed 's/^/# /'
	fi
done
echo "1..$n"
