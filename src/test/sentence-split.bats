#!/usr/bin/env bats
# shellcheck disable=SC2154 # stderr is set by run
# sentence-split: its options, the language of a document, and that it leaves alone what is done.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

doc() { # doc ID LANG TEXT
	printf '%s\tdoc\t0\t%d\t%s\t\t\t\t\t%s\n' "$1" "$(printf %s "$3" | wc -c)" "$3" "$2"
}

texts() {
	sentence-split "$@" | fields sentence text
}

@test "an unknown language is wrong usage" {
	run -2 --separate-stderr sentence-split --lang xx </dev/null
	[[ $stderr == "sentence-split: no language 'xx': one of de en es fr it nl pl pt ru uk auto (see"* ]]
}

@test "unknown boundaries are wrong usage" {
	run -2 --separate-stderr sentence-split --boundaries loose </dev/null
	[[ $stderr == "sentence-split: --boundaries takes one of strict quote, not 'loose'"* ]]
}

@test "quote keeps a quotation of several sentences in one piece" {
	doc a '' 'He said: "We lost. It hurts." Then he left.' >in
	diff - <(texts in) <<-'END'
		He said: "We lost.
		It hurts."
		Then he left.
	END
	diff - <(texts -b quote in) <<-'END'
		He said: "We lost. It hurts."
		Then he left.
	END
}

@test "the doc row's language decides, unless an option does" {
	doc a de 'Es war am 3. Oktober.' >in
	diff - <(texts in) <<<'Es war am 3. Oktober.'
	diff - <(texts --lang en in) <<-'END'
		Es war am 3.
		Oktober.
	END
}

@test "auto writes the language that it finds where there is none" {
	{ doc a '' 'Das ist nicht gut, und es war nie gut.'; doc b fr 'This is not good, and it never was.'; } >in
	diff - <(sentence-split -l auto in | fields doc doc,lang) <<-'END'
		a	de
		b	fr
	END
}

@test "abbreviations are added from a file" {
	printf '# ours\nHptwm.\tjoin\n' >list
	doc a '' 'Then Hptwm. Lowe came. He sat.' >in
	diff - <(texts --lexicon list in) <<-'END'
		Then Hptwm. Lowe came.
		He sat.
	END
}

@test "abbreviations of many files are all added" {
	local lists=() i
	for i in {a..r}; do
		printf 'Hptw%s.\tjoin\n' "$i" >"list.$i"
		lists+=(--lexicon "list.$i")
	done
	doc a '' 'Then Hptwa. Lowe came. So did Hptwr. Lowe, she said.' >in
	diff - <(texts "${lists[@]}" in) <<-'END'
		Then Hptwa. Lowe came.
		So did Hptwr. Lowe, she said.
	END
}

@test "a line of the file that is no entry is named" {
	printf 'Hptwm.\tjoin\nno class\n' >list
	run -2 --separate-stderr sentence-split --lexicon list </dev/null
	[ "$stderr" = 'sentence-split: list:2: no abbreviation and class' ]
}

@test "the text stays with --keep-text, and where the sentences cannot tell it" {
	doc a '' 'One. Two.' >in
	diff - <(sentence-split in | fields doc text) <<<''
	diff - <(sentence-split -k in | fields doc text) <<<'One. Two.'
	doc a '' 'One.\tTwo.' | sed 's/\t10\t/\t9\t/' >in
	diff - <(sentence-split in | fields doc text) <<<'One.\tTwo.'
}

@test "a document that has sentences passes as it is" {
	doc a '' 'One. Two.' | sentence-split >once
	sentence-split once >twice
	cmp once twice
}

@test "hostile text is cut in linear time" {
	local unit
	for unit in '. . . . ' '"' '7' '(' '“' 'U.S. ' '. [1] ' '* ' '>' '; The a ' '! A'; do
		yes "$unit" | tr -d '\n' | head -c 2000001 >text
		{ printf 'a\tdoc\t0\t%d\t' "$(wc -c <text)"; cat text; printf '\t\t\t\t\t\n'; } >in
		patient sentence-split -b quote in >out
		[ "$(cut -f2 out | sort -u | tr '\n' ' ')" = 'doc sentence ' ]
	done
}

@test "what the user's patterns match is boilerplate" {
	printf 'a\tThe wall will hold.\\n\\nREAD NEXT: Ten beaches\\n\\nIt was late.\n' | normalize |
		sentence-split --boilerplate '^READ NEXT:' --boilerplate '(?i)LATE' | fields sentence role >"$BATS_TEST_TMPDIR/got"
	printf 'paragraph\nboilerplate\nboilerplate\n' | diff - "$BATS_TEST_TMPDIR/got"
}

@test "a pattern that is none: status 2; one that would take for ever finds nothing" {
	run -2 --separate-stderr sentence-split --boilerplate '(' /dev/null
	[[ $stderr == "sentence-split: --boilerplate '(': missing closing parenthesis"* ]]
	printf 'a\t%s!\n' "$(printf 'a%.0s' {1..5000})" | normalize | patient sentence-split --boilerplate '^(a+)+$' | fields sentence role >"$BATS_TEST_TMPDIR/got"
	run ! grep boilerplate "$BATS_TEST_TMPDIR/got"
}
