#!/usr/bin/env bats
# hostile: dirt, lines of 100 MB, and text that tempts a program to look at everything again.
# shellcheck disable=SC1003,SC1112 # a backslash and typographic marks are meant

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -s "$BATS_TEST_DIRNAME/../../src" src
	set -o pipefail
}

@test "normalize takes dirt, and what it writes is clean for all others" {
	printf 'd\tA\0B \xff\xfe caf\xc3 \xed\xa0\x80 \\q tab\there \e[31m"We will not pay," she said.\r\n' >dirt.tsv
	printf 'e\t\\' >>dirt.tsv
	normalize dirt.tsv >clean.tsv
	[ "$(wc -l <clean.tsv)" -eq 2 ]
	run ! grep -qP '[\x00-\x08\x0b-\x1f]' clean.tsv
	sentence-split clean.tsv >cut.tsv 2>err
	for p in $(readers); do
		echo "$p"
		call "$p" cut.tsv >out 2>>err
		[ ! -s err ]
	done
}

@test "gather takes bytes that are no text of any kind, and the whole pipe goes on with them" {
	mkdir articles
	printf 'A\0B\0\1' >articles/nul.txt
	printf '"We will \xff not \xed\xa0\x80 go," he said.\e[31m\xc3' >articles/noise.txt
	: >articles/empty.txt
	printf '\xef\xbb\xbfTitle\r\n\r\n"We will not pay," she said.\r\n' >articles/windows.txt
	run -1 --separate-stderr gather articles
	[[ $stderr == *nul.txt* ]]
	gather articles/noise.txt articles/windows.txt >docs.tsv
	normalize docs.tsv | sentence-split | extract-quotes | tag-entities | match-quotes >out 2>err
	[ ! -s err ]
	grep -q 'We will not pay' out
}

# scripts/check asks for 100; the sanitizers make everything slower and larger.
mb=${MB:-20}
case ${BIN:-} in *san*) mb=5 ;; esac

# lasts PROGRAM ARGUMENT...: it ends with 0 in time, and in 48 bytes of memory for each of the document
lasts() {
	patient /usr/bin/time -f %M -o kb "$@" >out.tsv
	echo "$1: $(cat kb) kB"
	[ "$mb" -lt 20 ] || [ "$(cat kb)" -lt $((mb * 48000)) ]
}

big() { # big MB UNIT: a document of so much text, two columns
	UNIT=$2 awk -v mb="$1" 'BEGIN {
		unit = ENVIRON["UNIT"]
		printf "big\t"
		while (length(s) < 65536) s = s unit
		for (n = mb * 1000000; n > 0; n -= length(s)) printf "%s", s
		print ""
	}'
}

@test "a line of 100 MB goes through every program" {
	big "$mb" 'The council of Brenholt met on Monday to speak of its harbour and of fees. ' >in.tsv
	for p in normalize sentence-split extract-quotes tag-entities match-quotes; do
		lasts "$p" in.tsv
		[ "$(wc -c <out.tsv)" -ge "$(wc -c <in.tsv)" ]
		mv out.tsv in.tsv
	done
	lasts aggregate --by source in.tsv
	lasts fields sentence text in.tsv
	lasts report in.tsv
}

# frugal PROGRAM IN KB: it takes no more than 64 MB and four times KB, and leaves what it wrote in out.tsv.
frugal() {
	lasts "$1" "$2"
	[ "$(cat kb)" -lt $((64000 + 4 * $3)) ]
}

@test "what works on an article at a time takes four times the article, and 64 MB" {
	case ${BIN:-} in *san*) skip 'the sanitizers take more' ;; esac
	# as many quotations and names as articles have; numbered, as paragraphs that come again are boilerplate
	awk -v mb="$mb" 'BEGIN {
		said = "Anna Berg, the mayor, told the Tarn Gazette on Monday that it &#8220;will hold for years,&#8221; and Olaf Lund left for Oslo. " \
			"The council met to speak of its harbour, of the fees for ships from abroad, and of the new school at the end of the lane."
		printf "big\t"
		for (i = 0; i * (length(said) + 10) < mb * 1000000; i++)
			printf "%03d %03d: %s\\n\\n", i / 1000, i % 1000, said
		print ""
	}' >in.tsv
	for p in normalize sentence-split extract-quotes tag-entities; do
		frugal "$p" in.tsv $((mb * 1000))
		mv out.tsv in.tsv
	done
}

@test "tabs without end take no more memory than letters" {
	case ${BIN:-} in *san*) skip 'the sanitizers take more' ;; esac
	head -c "$mb"000000 /dev/zero | tr '\0' '\t' >run
	{ printf 'a\t' && cat run && echo; } >text.tsv
	{ sample a && printf 'a\tother' && cat run && echo; } >row.tsv
	{ row a doc 0 0 '' '' '' '' '' '' && printf 'a\tentity\t0\t0\t\tperson\t\t\t\t' && cat run && echo; } >fields.tsv
	frugal normalize text.tsv $((mb * 1000))
	for p in $(stages); do
		for in in row fields; do
			frugal "$p" $in.tsv $((mb * 1000))
		done
	done
	sed -n '2s/entity/doc/p' fields.tsv >many.tsv
	fails 1 normalize many.tsv
	[ "$stderr" = 'normalize: many.tsv:1: too many fields' ]
}

# Text that tempts a program to look at everything again for each mark: each must take a few seconds at most.
hostile() { # hostile UNIT
	big 2 "$1" >two.tsv
	normalize two.tsv >1.tsv
	for p in sentence-split extract-quotes tag-entities match-quotes; do
		echo "$p"
		patient "$p" 1.tsv >2.tsv
		mv 2.tsv 1.tsv
	done
}

@test "a million quotation marks" {
	hostile '"'
	hostile '“'
	hostile '” “'
	hostile "'"
	hostile "''"
}

@test "quotations without end" {
	hostile '“a '
	hostile 'he said: "'
	hostile '« " ‘ “ '
}

@test "nothing but capitals, initials, stops and blanks" {
	hostile 'A'
	hostile 'A. '
	hostile 'Ada Moore '
	hostile '. '
	hostile ' '
	hostile '...'
}

@test "nothing but cues" {
	hostile 'said '
	hostile 'said that '
	hostile 'according to '
	hostile 'he said she said '
}

@test "nothing but brackets, tags and entities" {
	hostile '('
	hostile '<'
	hostile '<a href="'
	hostile '&'
	hostile '&amp;'
	hostile '&#'
}

@test "nothing but line breaks and list marks" {
	hostile '\n'
	hostile '\n\n'
	hostile '• '
	hostile '\n- '
	hostile '\n"'
}

@test "combining marks without a letter" {
	hostile $'\xcc\x81'
	hostile $'e\xcc\x81'
	hostile $'\xe1\x84\x80'
}

@test "doc rows without end behind other rows" {
	awk 'BEGIN { for (i = 0; i < 200000; i++) print i < 100000 ? "a\tnote" : "a\tdoc\t0\t0\t\t\t\t\t\t" }' >in.tsv
	for p in $(stages); do
		is "$p" "$dirt" || patient "$p" --rejects kept in.tsv >out.tsv 2>err
	done
	[ "$(wc -l <out.tsv)" -eq 100001 ]
}

@test "a hundred thousand documents of one quotation" {
	awk 'BEGIN { for (i = 0; i < 100000; i++) printf "d%d\t\"We will not pay %d,\" Ada Moore said.\n", i, i % 100 }' >two.tsv
	normalize two.tsv | sentence-split | extract-quotes | tag-entities >in.tsv
	patient match-quotes in.tsv >out.tsv
	[ "$(wc -l <in.tsv)" -le "$(wc -l <out.tsv)" ]
	patient aggregate --by statement in.tsv >out.tsv
}

@test "an interview without end, that names somebody in every answer" {
	awk 'BEGIN {
		printf "a\tQuestions for Ada Moore"
		for (i = 0; i < 8000; i++) printf "\\n\\nQ: Did Ivo Strand come?\\n\\nA: I think that Olaf Tarn did."
		print ""
	}' >two.tsv
	normalize two.tsv | sentence-split | extract-quotes >in.tsv
	patient tag-entities --method rules in.tsv >out.tsv
	[ "$(fields quote speaker_name out.tsv | grep -c 'Ada Moore')" -eq 8000 ]
}

@test "two speeches of twenty thousand clauses, that deny each other" {
	awk 'BEGIN {
		for (d = 0; d < 2; d++) {
			printf "d%d\tAda Moore said: “", d
			for (i = 0; i < 20000; i++) printf "We %s sold %d boats to port %d. ", (i + d) % 2 ? "never" : "have", i, i % 97
			print "”"
		}
	}' >two.tsv
	normalize two.tsv | sentence-split | extract-quotes | tag-entities --method rules | match-quotes >in.tsv
	(ulimit -t 10 && aggregate --by conflict in.tsv)
}

@test "a quotation of a hundred thousand parts" {
	seq 100000 | awk -v OFS='\t' '{ print "a", "quote", 20 * $1, 20 * $1 + 19, "We will go and stay", 1, $1 "/100000", "direct", "say",
		"", "", "", "", "", "", "0.90", "alone", "person:ada", "Ada", "s1", "same", "1.00" }' >in.tsv
	for table in statement pair conflict; do
		patient aggregate --by "$table" in.tsv
	done >out.tsv
	[ "$(wc -l <out.tsv)" -eq 1 ]
	patient report -f tsv in.tsv >out.tsv
}

@test "two thousand quotations of a speech of a hundred thousand words" {
	awk 'BEGIN {
		for (i = 0; i < 100000; i++) word[i] = sprintf("b%dek", i * 7919 % 3001)
		printf "big\tAda Moore said: “"
		for (i = 0; i < 100000; i++) printf "%s ", word[i]
		print "go.”"
		for (d = 0; d < 2000; d++) {
			printf "d%d\tAda Moore said: “", d
			for (i = 1 + d % 3; i < 30 + d % 10; i++) printf "%s ", i == 5 + d % 20 ? "never" : word[i]
			print "”"
		}
	}' >two.tsv
	normalize two.tsv | sentence-split | extract-quotes >in.tsv
	patient match-quotes --edits in.tsv >out.tsv
	[ "$(fields quote statement <out.tsv | sort -u | wc -l)" -eq 1 ]
}
