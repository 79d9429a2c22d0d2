#!/usr/bin/env bats
# report: its table, its options and what it refuses.

load common

setup() {
	fish=$PWD/testdata/report/fish.tsv
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "the table has a wording a line, and the same columns everywhere" {
	report -f tsv -H "$fish" >table
	[ "$(wc -l <table)" -eq 6 ]
	[ "$(awk -F'\t' '{ print NF }' table | sort -u)" = 15 ]
	[ "$(head -n 1 table | cut -f 1,2,15)" = $'rank\toutlets\tmarked' ]
	[ "$(sed 1d table | cut -f 6 | tr '\n' ' ')" = 'northwire brightly dailyhorn northwire brightly ' ]
}

@test "a change row shows in the sense column and under its wording" {
	[ "$(report -f tsv "$fish" | awk -F'\t' '$10 != "" { print $6, $10 }')" = 'dailyhorn negation' ]
	report -f ledger "$fish" | grep -q '! negation: “no” dropped'
}

@test "a header alone is not printed" {
	report -f tsv -H </dev/null >out
	[ ! -s out ]
}

@test "hostile text in every field stays one row of the table" {
	bad='\t\n\r\\\e['
	row h doc 0 6 "$bad" "$bad" "$bad" "$bad" "$bad" en >in.tsv
	row h quote 0 6 "$bad" 1 1/1 direct "$bad" "$bad" 0 6 "$bad" 0 6 0.50 "$bad" "$bad" "$bad" "$bad" "$bad" "$bad" >>in.tsv
	sed -i 's/\\e/\x1B/g' in.tsv
	report -f tsv in.tsv >out
	[ "$(wc -l <out)" -eq 1 ]
	[ "$(awk -F'\t' '{ print NF }' out)" -eq 15 ]
	report -f ledger in.tsv >drawn
	grep -q '<1B>' drawn
	run ! grep -q $'\x1B' drawn
}

@test "the page: what is hostile in any field stays text" {
	bad='</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>"\\@style@&lt;'
	len=$(($(printf '%s' "$bad" | wc -c) - 1))
	row "$bad" doc 0 $len "$bad" "$bad" "$bad" "javascript:$bad" "$bad" en >in.tsv
	row "$bad" quote 0 $len "$bad" 1 1/1 direct "$bad" "$bad" 0 $len "$bad" 0 $len 0.50 "$bad" "$bad" "$bad" "$bad" "$bad" "$bad" >>in.tsv
	row "$bad" change 0 $len "$bad" 1 "$bad" "$bad" "$bad" "$bad" >>in.tsv
	report -t "$bad" in.tsv >out
	[ "$(grep -c '<script' out)" -eq 2 ]
	[ "$(grep -o '</script' out | wc -l)" -eq 2 ]
	run ! grep -qi '<img' out
	sed -n '/id="data"/,/<.script>/p' out | sed 1d >data
	[ "$(tr -d -c '<' <data)" = '<' ]
	grep -q '<title>&lt;/script&gt;' out
}

@test "the page is told how a stance is told" {
	report "$fish" | grep -q '^{"stances":{"say":"said","claim":"claimed","deny":"denied",'
}

@test "the page has the conflicts between the wordings that it shows" {
	doc() { # doc ID OUTLET TEXT
		printf '%s\tdoc\t0\t%d\t%s\t%s\t2026-03-02\t\t\ten\n' "$1" "${#3}" "$3" "$2"
		printf '%s\tquote\t0\t%d\t%s\t1\t1/1\tindirect\tsay\t\t\t\t\t\t\t1.00\tr\tperson:berg\tBerg\ts:1\tsame\t1.00\n' "$1" "${#3}" "$3"
	}
	{ doc a Wire 'the crew had reported the broken pump'; doc b Gazette 'the crew had never reported the broken pump'; } >two.tsv
	run -0 --separate-stderr report two.tsv
	[[ $output == *'"conflicts":[{"kind":"negation","sides":[[0,'*']],"outlets":[1,1]}]'* ]]
	run -0 --separate-stderr report --top 0 two.tsv
	[[ $output == *'"conflicts":[]'* ]]
}

@test "the page loads nothing" {
	report "$fish" >out
	grep -q "default-src 'none'" out
	run ! grep -qE 'src=|@import|url\(|https?://[a-z]' out
}

@test "no articles, or no quotations: a page that says so" {
	report </dev/null >out
	grep -q '"articles":\[\],"statements":\[$' out
	tail -n 1 out | grep -q '^</html>'
	row a doc 0 4 text '' '' '' '' '' | report >out
	grep -q '"statements":\[$' out
}

@test "a ledger without a statement says how many articles there were" {
	row a doc 0 5 'Hello' '' '' '' '' '' >"$BATS_TEST_TMPDIR/a.tsv"
	report -f ledger "$BATS_TEST_TMPDIR/a.tsv" | grep -q '^1 article, 0 quotations'
	[ -z "$(report -f ledger /dev/null)" ]
}

@test "--top draws the first statements only" {
	[ "$(report -f tsv -n 1 "$fish" | cut -f 1 | sort -u)" = 1 ]
	[ -z "$(report -f tsv -n 0 "$fish")" ]
}

@test "an unknown format or colour is wrong usage, and an option of another format" {
	fails 2 report -f pie "$fish"
	fails 2 report --color often "$fish"
	fails 2 report -H "$fish"
	[ "$stderr" = 'report: --header goes with --format tsv (see report --help)' ]
	fails 2 report -f tsv -t Fish "$fish"
	fails 2 report -f tsv -w 60 "$fish"
}

@test "NO_COLOR and pipes have no colour; --color always has" {
	run ! grep -q $'\x1B' <(report -f ledger "$fish")
	report -f ledger --color always "$fish" | grep -q $'\x1B'
	run ! grep -q $'\x1B' <(report -f ledger --color never "$fish")
}

@test "a page of quotations whose text or sentences are not whole" {
	{
		row a sentence 40 56 'The town waited.' 3 1 paragraph
		row a quote 1 9 'We will.' 1 1/2 direct say '' '' '' '' '' '' 0.90 alone '' '' s1 same 1.00
		row a quote 900 908 'Not now.' 1 2/2 direct say '' '' '' '' '' '' 0.90 alone '' '' s1 same 1.00
		row b doc 0 999999999 '' '' '' '' '' ''
		row b sentence 40 56 'The town waited.' 3 1 paragraph
		row b quote 40 48 'The town' 2 1/1 direct say '' '' '' '' '' '' 0.90 alone '' '' s1 same 1.00
		row c sentence 0 20 'We will. Not now. No' 1 1 paragraph
		row c sentence 4 8 'ill.' 2 1 paragraph
		row c quote 0 17 'We will. Not now.' 2 1/1 direct say '' '' '' '' '' '' 0.90 alone '' '' s1 same 1.00
	} >in.tsv
	run -1 report -f html in.tsv
	[[ $output == *'Not now.'* ]]
}
