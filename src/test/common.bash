# shellcheck shell=bash disable=SC2154,SC2034 # run sets status and stderr; the files use what is set here
# What the bats files share.  Programs are those of BIN (default: bin), found by looking in src/cmd.

cd "$BATS_TEST_DIRNAME/../.." || exit 1
PATH=$(cd "${BIN:-bin}" && pwd):$PATH
export LC_ALL=C
unset MAKEFLAGS MFLAGS MAKELEVEL SAN LDLIBS # a make in a test is no part of the one that runs it
bats_require_minimum_version 1.5.0

programs() {
	local source
	for source in src/cmd/*.c; do
		basename "$source" .c
	done
}

# Those that print something else than the rows they are given, and those that take any bytes.
tables='gather aggregate report fields train-tagger'
dirt='gather normalize'

is() { # is PROGRAM LIST
	[[ " $2 " == *" $1 "* ]]
}

stages() {
	local program
	for program in $(programs); do
		is "$program" "$tables" || echo "$program"
	done
}

streamers() { # programs that read the stream
	local program
	for program in $(programs); do
		[ "$program" = gather ] || echo "$program"
	done
}

readers() { # programs that hold their input to hearsay(5)
	local program
	for program in $(programs); do
		is "$program" "$dirt" || echo "$program"
	done
}

# call PROGRAM ARGUMENT...: with what it must be told in any case
call() {
	local program=$1
	shift
	case $program in
	aggregate) aggregate --by source "$@" ;;
	gather) gather --from text "$@" ;;
	fields) fields quote doc,start,end,text "$@" ;;
	train-tagger) train-tagger --rounds 1 "$@" ;;
	*) "$program" "$@" ;;
	esac
}

# Every row as it is when all is known, and rows and fields that no program knows.
text='"We will not pay," Ada Moore said. The town waited.'

row() { # row FIELD...
	local IFS=$'\t'
	printf '%s\n' "$*"
}

sample() { # sample [ID]
	local id=${1:-a}
	row "$id" doc 0 ${#text} "$text" northwire 2026-11-20 http://a.example/1 'No money' en extra
	row "$id" note 0 5 anything 'at\tall'
	row "$id" sentence 0 34 '"We will not pay," Ada Moore said.' 1 1 paragraph
	row "$id" sentence 35 51 'The town waited.' 2 1 paragraph more fields
	row "$id" quote 1 17 'We will not pay,' 1 1/1 direct say said 29 33 'Ada Moore' 19 28 0.95 after person:ada-moore \
		'Ada Moore' s1 same 1.00 extra
	row "$id" entity 19 28 'Ada Moore' person person:ada-moore 'Ada Moore' rule 0.90 '' ''
	row "$id" edit 35 38 The tag '<p>The'
}

# fails STATUS COMMAND...: it ends with that status, and says one line; both are shown where it does not
fails() {
	local want=$1
	shift
	run --separate-stderr "$@"
	echo "$* : status $status, stderr: $stderr"
	[ "$status" -eq "$want" ] && [ "${#stderr_lines[@]}" -eq 1 ]
}

# patient COMMAND...: ends it where it takes too many seconds of CPU, over text that tempts it to look at everything again
patient() (
	seconds=20
	case ${BIN:-} in *san* | *cov*) seconds=120 ;; esac
	ulimit -t "$seconds"
	"$@"
)

# Statements said by several: one who says it most; two, of whom the first by bytes is taken; one who has no name. The last
# is a quotation of two parts.
voices() {
	local n=0 statement id name words place
	while IFS=, read -r statement id name words place; do
		n=$((n + 1))
		printf 'v%s\tquote\t0\t2\tno\t1\t\tdirect\tsay\t\t\t\t%s\t%s\t0.90\talone\t%s\t%s\t%s\tsame\t1.00\n' \
			$n "$words" "${place/-/$'\t'}" "$id" "$name" "$statement"
	done <<-'ROWS'
		s:most,person:ada-moore,Ada Moore,,-
		s:most,person:zed-vik,Zed Vik,,-
		s:most,person:ada-moore,Ada Moore,,-
		s:bytes,,ada,,-
		s:bytes,,Zed,,-
		s:nameless,,,the board,3-12
	ROWS
	printf 'v7\tquote\t0\t2\tno\t1\t1/2\tdirect\tsay\t\t\t\t\t\t\t0.90\tsplit\tperson:ada-moore\tAda Moore\ts:split\tsame\t1.00\n'
	printf 'v7\tquote\t9\t12\tyes\t1\t2/2\tdirect\tsay\t\t\t\t\t\t\t0.90\tsplit\tperson:ada-moore\tAda Moore\ts:split\tsame\t1.00\n'
}
