#!/usr/bin/env bats
# faults: what breaks hearsay(5).  Every reader names a bad row by file and line, leaves it out, goes on, and ends with
# status 1, or with 0 where --rejects keeps the row.
# shellcheck disable=SC1003 # a backslash is meant

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
	sample a >a.tsv
	sample b >b.tsv
}

# rejected WHY: bad.tsv holds one bad row, in line 3, that stands between rows of a; all readers leave it out, and say why.
rejected() {
	local p
	{ head -n 2 a.tsv && cat bad.tsv && tail -n +3 a.tsv && cat b.tsv; } >all.tsv
	cat a.tsv b.tsv >good.tsv
	for p in $(readers); do
		call "$p" good.tsv >want
		fails 1 call "$p" all.tsv
		[ "$stderr" = "$p: all.tsv:3: $1" ]
		rm -f kept
		call "$p" --rejects kept all.tsv >out 2>err
		diff want out || return 1
		cmp bad.tsv kept || return 1
	done
}

# rejects WHY FIELD...: as rejected, of a row of these fields
rejects() {
	local why=$1
	shift
	row "$@" >bad.tsv
	rejected "$why"
}

@test "a row of too few columns is rejected" {
	rejects '7 fields, want 8' a sentence 0 34 '"We will not pay," Ada Moore said.' 1 1
}

@test "a row that is an id alone is rejected" {
	rejects '1 fields, want 2' a
}

@test "an empty line is rejected" {
	echo >bad.tsv
	rejected '1 fields, want 2'
}

@test "an empty document id is rejected" {
	rejects 'empty document id' '' sentence 0 3 '"We' 1 1 paragraph
}

@test "NUL is an error, never an end" {
	row a note 0 5 'any@thing' | tr @ '\0' >bad.tsv
	rejected 'NUL byte'
}

@test "a raw CR is rejected" {
	rejects 'carriage return' a note 0 5 $'any\rthing'
}

@test "CR LF line ends are rejected" {
	rejects 'carriage return' a sentence 35 51 'The town waited.' 2 1 $'paragraph\r'
}

@test "a broken escape is rejected" {
	rejects 'broken escape' a sentence 35 51 'The town\qwaited.' 2 1 paragraph
}

@test "a backslash at the end of a field is rejected" {
	rejects 'broken escape' a sentence 35 51 'The town waited.' 2 1 'paragraph\'
}

@test "bytes that are no UTF-8 are rejected" {
	rejects 'invalid UTF-8' a note 0 5 $'any\xff thing'
}

@test "an overlong form and a surrogate are no UTF-8" {
	rejects 'invalid UTF-8' a note 0 5 $'any\xc0\xaf'
	rejects 'invalid UTF-8' a note 0 5 $'any\xed\xa0\x80'
}

@test "offsets beyond the text are rejected" {
	rejects 'offset 90 beyond end of text' a sentence 35 90 'The town waited.' 2 1 paragraph
}

@test "offsets beyond any number are rejected" {
	rejects 'start or end is no number' a sentence 35 99999999999999999999999 'The town waited.' 2 1 paragraph
}

@test "an offset that is no number is rejected" {
	rejects 'start or end is no number' a sentence -1 34 'The town waited.' 2 1 paragraph
	rejects 'start or end is no number' a sentence 3x 34 'The town waited.' 2 1 paragraph
}

@test "a span that ends before it starts is rejected" {
	rejects 'end before start' a sentence 51 35 'The town waited.' 2 1 paragraph
}

@test "a text that is not what stands there is rejected" {
	rejects 'text is not what stands at 35 to 51' a sentence 35 51 'The town slept..' 2 1 paragraph
}

@test "an offset within a character is rejected" {
	row a doc 0 7 'Café x.' '' '' '' '' en >a.tsv
	row a note 0 5 anything >>a.tsv
	row a sentence 0 8 'Café x.' 1 1 paragraph >>a.tsv
	sed -i '1s/\t7\t/\t8\t/' a.tsv
	rejects 'invalid UTF-8' a sentence 0 4 $'Caf\xc3' 1 1 paragraph
	rejects 'text is not what stands at 0 to 4' a sentence 0 4 Café 1 1 paragraph
}

@test "a document that comes back is read as another" {
	cat a.tsv b.tsv a.tsv >all.tsv
	for p in $(readers); do
		echo "$p"
		call "$p" all.tsv >out
	done
}

@test "all bad rows are named, each by its line" {
	{
		row a sentence 1
		cat a.tsv
		row a sentence x 3 The 1 1 paragraph
		cat b.tsv
		row b sentence 0 5000 The 1 1 paragraph
	} >all.tsv
	for p in $(readers); do
		run -1 --separate-stderr call "$p" all.tsv
		echo "$p: $stderr"
		[ "${#stderr_lines[@]}" -eq 3 ]
		[[ ${stderr_lines[0]} == "$p: all.tsv:1: "* ]]
		[[ ${stderr_lines[1]} == "$p: all.tsv:9: "* ]]
		[[ ${stderr_lines[2]} == "$p: all.tsv:17: "* ]]
	done
}

@test "a bad row of the second file is named by that file" {
	row b sentence 1 >bad.tsv
	cat b.tsv >>bad.tsv
	for p in $(readers); do
		fails 1 call "$p" a.tsv bad.tsv
		[[ $stderr == "$p: bad.tsv:1: "* ]]
	done
}

@test "a message shows no control character of the article" {
	row $'a\e[31m' sentence 0 3 '"We' 1 1 paragraph >bad.tsv
	for p in $(readers); do
		call "$p" bad.tsv >out 2>err || :
		run ! grep -q $'\e' err
	done
}

@test "sentences that overlap do no harm" {
	row a doc 0 ${#text} "$text" '' '' '' '' en >in.tsv
	row a sentence 0 46 "${text:0:46}" 1 1 paragraph >>in.tsv
	row a sentence 1 34 "${text:1:33}" 2 1 paragraph >>in.tsv
	row a sentence 29 51 "${text:29}" 3 1 paragraph >>in.tsv
	for p in $(readers); do
		echo "$p"
		call "$p" in.tsv >out
		! is "$p" "$(stages | xargs)" || call fields <out >clean
	done
}

@test "forty thousand sentences in reverse order are put in order at once" {
	awk 'BEGIN { for (i = 40000; i > 0; i--) printf "a\tsentence\t%d\t%d\tThey left.\t%d\t1\tparagraph\n", i * 11, i * 11 + 10, i }' >in.tsv
	for p in $(readers); do
		echo "$p"
		patient call "$p" in.tsv >out
	done
}
