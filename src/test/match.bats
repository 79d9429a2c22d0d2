#!/usr/bin/env bats
# shellcheck disable=SC2154 # stderr is set by run
# match-quotes and aggregate as programs: what is left as it was, what makes no difference, and merging.
load common

setup() {
	cat testdata/match-quotes/*.in.tsv | awk -F '\t' -v OFS='\t' '$2 == "doc" { n++ } { $1 = $1 n } 1' >"$BATS_TEST_TMPDIR/all.tsv"
}

@test "the order of the documents makes no difference" {
	local all=$BATS_TEST_TMPDIR/all.tsv
	match-quotes "$all" | sort >"$BATS_TEST_TMPDIR/one"
	sort -s -t "$(printf '\t')" -k1,1r "$all" | match-quotes | sort >"$BATS_TEST_TMPDIR/other"
	cmp "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/other"
}

@test "sorting in temporary files makes no difference" {
	local all=$BATS_TEST_TMPDIR/all.tsv
	match-quotes "$all" >"$BATS_TEST_TMPDIR/one"
	match-quotes --memory 1K "$all" | cmp "$BATS_TEST_TMPDIR/one" -
	match-quotes --memory 1k "$all" | cmp "$BATS_TEST_TMPDIR/one" -
	run -2 --separate-stderr match-quotes --memory much "$all"
	[[ $stderr == "match-quotes: --memory takes a size such as 500M or 2G, not 'much'"* ]]
}

@test "quote rows alone are enough" {
	local all=$BATS_TEST_TMPDIR/all.tsv
	grep -P '\tquote\t' "$all" | match-quotes | fields quote statement | sort -u | wc -l >"$BATS_TEST_TMPDIR/statements"
	[ "$(cat "$BATS_TEST_TMPDIR/statements")" -ge 5 ]
}

@test "what stands in boilerplate is no statement" {
	cd "$BATS_TEST_TMPDIR"
	printf 'a\tMayor Ida Brandt said the dam was safe.\\n\\nIda Brandt said the moon was cheese.\n' |
		normalize | sentence-split | sed '/moon/s/[a-z]*$/boilerplate/' | extract-quotes | match-quotes >beside.tsv
	fields quote text,statement beside.tsv | sed 's/s:.*/id/' >got
	printf '%s\t%s\n' 'the dam was safe' id 'the moon was cheese' '' >expected
	diff expected got
	[ "$(report --format tsv beside.tsv | wc -l)" -eq 1 ]
}

@test "what somebody did not say is no statement of his" {
	cd "$BATS_TEST_TMPDIR"
	printf 'a\tMayor Ida Brandt did not mention the cracks in the northern dam. No one has said when it will be mended. Neither Brandt nor Lund said it leaked. Brandt not only said the dam was safe.\n' |
		normalize | sentence-split | extract-quotes | tag-entities | match-quotes >unsaid.tsv
	fields quote text,stance,statement unsaid.tsv | sed 's/s:.*/id/' >got
	printf '%s\tunsaid\t\n' 'the cracks in the northern dam' 'when it will be mended' 'it leaked' >expected
	printf 'the dam was safe\tsay\tid\n' >>expected
	diff expected got
	[ "$(report --format tsv unsaid.tsv | wc -l)" -eq 1 ]
	[ "$(aggregate --by statement unsaid.tsv | wc -l)" -eq 1 ]
	[ "$(aggregate --by speaker unsaid.tsv | cut -f 3)" = 1 ]
	[ "$(aggregate --by stance unsaid.tsv | cut -f 1,4 | tr '\t\n' '  ')" = 'unsaid 3 say 1 ' ]
}

# said OUTLET TEXT [DATE]...: matched rows of an article each
said() {
	while [ $# -gt 0 ]; do
		printf '{"id":"%s","source":"%s","date":"%s","text":"%s"}\n' "$1" "$1" "$2" "${3//\"/\\\"}"
		shift 3
	done | gather --from jsonl | normalize | sentence-split | extract-quotes | tag-entities | match-quotes --edits
}

statements() {
	fields quote statement | sort -u | wc -l
}

@test "two who are described otherwise do not change each other's words" {
	local what='the ward above the river is' who
	for who in 'the governor/the mayor' 'a doctor/a nurse'; do
		said alpha 2024-07-01 "It rained. $what safe for patients, ${who%/*} said." \
			beta 2024-07-01 "It rained. $what not safe for patients, ${who#*/} said." >"$BATS_TEST_TMPDIR/two.tsv"
		[ "$(statements <"$BATS_TEST_TMPDIR/two.tsv")" -eq 2 ]
		[ "$(fields change level <"$BATS_TEST_TMPDIR/two.tsv")" = "" ]
	done
	[ "$(aggregate --by conflict "$BATS_TEST_TMPDIR/two.tsv" | cut -f 1,2,7)" = $'denial\tanon:doctor\tanon:doctor' ]
	said alpha 2024-07-01 "It rained. $what safe for patients, a doctor said." \
		beta 2024-07-01 "It rained. $what not safe for patients, doctors said." >"$BATS_TEST_TMPDIR/one.tsv"
	[ "$(statements <"$BATS_TEST_TMPDIR/one.tsv")" -eq 1 ]
}

@test "the same words in marks by one speaker are one statement, however few" {
	local words day
	for words in 'You are fired.' 'It is what it is.' 'Never again.' 'She knew. Everybody knew.'; do
		for day in 2024-07-01 2024-07-12 ''; do
			[ "$(said alpha "${day:+2024-07-01}" "It rained. \"$words\" Rudy Marsh said." \
				beta "$day" "It snowed. \"$words\" Rudy Marsh said." | statements)" -eq 1 ]
		done
		[ "$(said alpha 2024-07-01 "It rained. \"$words\" Rudy Marsh said." \
			beta 2024-07-01 "It snowed. \"$words\" Ida Oss said." | statements)" -eq 2 ]
	done
	[ "$(said alpha 2024-07-01 'It rained. "Yes," Rudy Marsh said.' beta 2024-07-01 'It snowed. "Yes," Rudy Marsh said.' | statements)" -eq 2 ]
}

@test "what one outlet alone counts is not the measure of the others" {
	local found='Delia Prant told them. "We found deep cracks in' rest='of the nine northern piers," Prant said.'
	said gazette 2024-07-01 "$found all $rest" courier 2024-07-01 "$found four $rest" \
		tribune 2024-07-01 'Delia Prant said that deep cracks had been found in four of the northern piers.' >"$BATS_TEST_TMPDIR/piers.tsv"
	[ "$(statements <"$BATS_TEST_TMPDIR/piers.tsv")" -eq 1 ]
	[ "$(fields change doc,from,text "$BATS_TEST_TMPDIR/piers.tsv" | grep -w all)" = $'gazette\tfour\tall' ]
}

@test "the sense of what nobody does, of what is so if, and of not only" {
	local met='Delia Prant met them. Prant said' if='the board would close the northern docks if the frost held.'
	said wire 2024-07-01 "$met: \"Nobody wins a long dock strike.\"" horn 2024-07-01 "$met nobody would win a long dock strike." >"$BATS_TEST_TMPDIR/s.tsv"
	[ "$(statements <"$BATS_TEST_TMPDIR/s.tsv")" -eq 1 ]
	[ "$(fields change level <"$BATS_TEST_TMPDIR/s.tsv")" = "" ]
	said wire 2024-07-01 "$met: \"We will not close the northern docks.\"" horn 2024-07-01 "$met $if" >"$BATS_TEST_TMPDIR/s.tsv"
	[[ $(fields change level <"$BATS_TEST_TMPDIR/s.tsv") != *negation* ]]
	[ "$(aggregate --by conflict "$BATS_TEST_TMPDIR/s.tsv")" = "" ]
	said wire 2024-07-01 "$met: \"It is not only the northern school that leaks.\"" \
		horn 2024-07-01 "$met: \"It is only the northern school that leaks.\"" >"$BATS_TEST_TMPDIR/s.tsv"
	[ "$(fields change level <"$BATS_TEST_TMPDIR/s.tsv")" = negation ]
}

@test "who is described by one outlet, or typed otherwise, does not deny what he says himself" {
	local id
	for id in org:ida-brandt anon:nurse; do
		said alpha 2024-07-01 "It rained. \"The ward above the northern river is safe for patients,\" Ida Brandt said." \
			beta 2024-07-01 "It rained. \"The ward above the northern river is not safe for patients,\" Ida Brandt said." |
			awk -F '\t' -v OFS='\t' -v id="$id" '$1 == "beta" && $2 == "quote" { $18 = id } 1' >"$BATS_TEST_TMPDIR/typed.tsv"
		[ "$(aggregate --by conflict "$BATS_TEST_TMPDIR/typed.tsv" | cut -f 1,7)" = "negation$(printf '\t')$id" ]
	done
}

@test "a short sentence is no fragment" {
	said wire 2024-07-01 'They met. "We will not raise the harbour taxes this year," Delia Prant said.' \
		horn 2024-07-01 'They met. "We will raise taxes," Delia Prant said.' \
		post 2024-07-01 'They met. Delia Prant spoke of "harbour taxes".' >"$BATS_TEST_TMPDIR/f.tsv"
	[ "$(fields quote doc,relation "$BATS_TEST_TMPDIR/f.tsv" | head -n 2)" = "$(printf 'wire\tsame\nhorn\ttrimmed')" ]
}

@test "what was printed first is not cut from what one outlet adds later" {
	said wire 2024-05-01 'They met. "Nobody wins a dock strike," Karl Aster said.' \
		post 2024-05-03 'They met. "Nobody wins a dock strike," Karl Aster said.' \
		daily 2024-05-02 'They met. Karl Aster said that "nobody wins a dock strike except our rivals".' >"$BATS_TEST_TMPDIR/later.tsv"
	[ "$(fields quote doc,relation "$BATS_TEST_TMPDIR/later.tsv" | tr '\t\n' '  ')" = 'wire same post same daily altered ' ]
	[ "$(fields change doc,operation,text "$BATS_TEST_TMPDIR/later.tsv")" = "$(printf 'daily\tadded\texcept our rivals')" ]
}

@test "the first is the earliest, whatever the zones and without a time" {
	local will='They met. Olaf Rehn said: "Our members will not accept less than six per cent."'
	said wire 2024-03-03T23:30:00-05:00 "$will" horn 2024-03-04T02:00:00Z "$will" none '' "$will" >"$BATS_TEST_TMPDIR/zones.tsv"
	[ "$(aggregate --by statement "$BATS_TEST_TMPDIR/zones.tsv" | cut -f 2,6,7)" = $'3\t2024-03-04T02:00:00Z\thorn' ]
	[ "$(report --format tsv "$BATS_TEST_TMPDIR/zones.tsv" | cut -f 6 | tail -n 3 | tr '\n' ' ')" = 'horn wire none ' ]
	said wire 2024-03-03T23:30:00-05:00 "$will" post 2024-03-04 "$will" >"$BATS_TEST_TMPDIR/noon.tsv"
	[ "$(aggregate --by statement "$BATS_TEST_TMPDIR/noon.tsv" | cut -f 7)" = wire ]
	said wire 2024-03-03T23:30:00-05:00 "$will" post 2024-03-03 "$will" >"$BATS_TEST_TMPDIR/noon.tsv"
	[ "$(aggregate --by statement "$BATS_TEST_TMPDIR/noon.tsv" | cut -f 7)" = post ]
}

@test "only the last three fields of quote rows are filled" {
	local all=$BATS_TEST_TMPDIR/all.tsv
	match-quotes "$all" | cut -f 1-19 >"$BATS_TEST_TMPDIR/got"
	cut -f 1-19 "$all" | cmp - "$BATS_TEST_TMPDIR/got"
}

@test "what is filled already stays" {
	local all=$BATS_TEST_TMPDIR/all.tsv
	match-quotes "$all" | sed 's/\ts:[0-9a-f]*\t/\ts:mine\t/' >"$BATS_TEST_TMPDIR/mine"
	match-quotes "$BATS_TEST_TMPDIR/mine" | cmp - "$BATS_TEST_TMPDIR/mine"
}

@test "changes of sense are told with their level, and point at the words" {
	match-quotes --edits testdata/match-quotes/changes.in.tsv | fields change doc,text,operation,level,from >"$BATS_TEST_TMPDIR/got"
	diff testdata/match-quotes/changes.expected "$BATS_TEST_TMPDIR/got"
}

@test "a temporary folder that is none: status 3" {
	TMPDIR=/nonexistent run --separate-stderr match-quotes /dev/null
	[ "$status" -eq 3 ]
	[[ $stderr == "match-quotes: cannot create a file like /nonexistent/hearsay."* ]]
}

@test "a language without a word list: status 2, unless one is brought" {
	fails 2 match-quotes --lang xx /dev/null
	[ "$stderr" = "match-quotes: no language 'xx': one of en, or one whose words --lexicon brings (see match-quotes --help)" ]
	match-quotes --lang xx --lexicon <(printf 'mur\tcommon\n') /dev/null
}

@test "a word list without classes, or with one that is none: status 2" {
	cd "$BATS_TEST_TMPDIR" || return 1
	for line in wall $'wall\tcomon'; do
		printf 'dam\tcommon\n%s\n' "$line" >list.tsv
		fails 2 match-quotes --lexicon list.tsv /dev/null
		[ "$stderr" = 'match-quotes: list.tsv:2: not a word and its class' ]
	done
}

@test "parts of a stream, merged, are the whole" {
	local whole=$BATS_TEST_TMPDIR/whole.tsv by part
	cd "$BATS_TEST_TMPDIR" || return 1
	match-quotes all.tsv >"$whole"
	for by in statement speaker entity source pair stance day conflict; do
		aggregate --by $by -H "$whole" >"$by.whole"
		for part in 0 1 2; do
			awk -F '\t' -v part=$part '$2 == "doc" { n++ } n % 3 == part' "$whole" | aggregate --by $by --partial >"$by.$part"
		done
		aggregate --by $by --merge -H $by.[012] | cmp - "$by.whole"
		cat $by.[201] | aggregate --by $by --merge --partial | aggregate --by $by --merge -H | cmp - "$by.whole"
	done
}

@test "outlets that print one wire text are counted once" {
	match-quotes testdata/aggregate/wire.in | aggregate --by statement | cut -f 2-7 >"$BATS_TEST_TMPDIR/got"
	printf '3\t2\t3\t3\t2026-01-17\tagency\n' | diff - "$BATS_TEST_TMPDIR/got"
	match-quotes testdata/aggregate/wire.in | aggregate --by pair >"$BATS_TEST_TMPDIR/got"
	printf 'agency\thorn\t1\t1\nagency\tportal\t1\t0\nhorn\tportal\t1\t0\n' | diff - "$BATS_TEST_TMPDIR/got"
}

@test "one speaker with two numbers is a conflict" {
	match-quotes testdata/match-quotes/changes.in.tsv | aggregate --by conflict | cut -f 1,3,8 | sort -u >"$BATS_TEST_TMPDIR/got"
	grep -Fx 'number	a-full	c-number' "$BATS_TEST_TMPDIR/got"
}

@test "a partial table of another kind is refused by line" {
	printf 'source\ta\td\ta\t1\n' >"$BATS_TEST_TMPDIR/p"
	run --separate-stderr aggregate --by statement --merge "$BATS_TEST_TMPDIR/p"
	[ "$status" -eq 1 ]
	[[ $stderr == "aggregate: $BATS_TEST_TMPDIR/p:1: no row of such a partial table" ]]
}

@test "a table that is none: status 2" {
	run --separate-stderr aggregate --by outlet
	[ "$status" -eq 2 ]
	[[ $stderr == "aggregate: no table 'outlet'"* ]]
	run --separate-stderr aggregate
	[ "$status" -eq 2 ]
}

@test "quotations of documents whose text is not known are grouped, without change rows" {
	for said in 'We never sold any crates to Peru at all.' 'We never sold crates to Peru at all.'; do
		printf 'd%d\tquote\t40\t%d\t%s\t1\t1/1\tdirect\tdeny\t\t\t\t\t\t\t0.90\talone\t\t\t\t\t\n' ${#said} $((40 + ${#said})) "$said"
	done >"$BATS_TEST_TMPDIR/in.tsv"
	run -0 --separate-stderr match-quotes --edits "$BATS_TEST_TMPDIR/in.tsv"
	[ "${#lines[@]}" -eq 2 ]
	[ "$(printf '%s\n' "${lines[@]}" | fields quote statement | uniq | wc -l)" -eq 1 ]
}

@test "a list whose axes lead from word to word is no trap" {
	awk 'BEGIN { for (i = 0; i < 300000; i++) printf "w%d\tcontent\t\t+w%d\n", i, i + 1 }' >"$BATS_TEST_TMPDIR/axes.tsv"
	printf 'd\tAda Moore said: “We w0 will not go there.”\n' | normalize | sentence-split | extract-quotes |
		match-quotes --lexicon "$BATS_TEST_TMPDIR/axes.tsv" >"$BATS_TEST_TMPDIR/out.tsv"
	[ "$(fields quote relation "$BATS_TEST_TMPDIR/out.tsv")" = same ]
}
