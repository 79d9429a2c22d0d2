#!/usr/bin/env bats
# reader: what it takes, what it refuses, and how it says so.  Seen through fields, which does nothing else.

bats_require_minimum_version 1.5.0

setup() {
	PATH=$BATS_TEST_DIRNAME/../../${BIN:-bin}:$PATH
	cd "$BATS_TEST_TMPDIR" || return
}

# Prints the rows of one document whose text is "Ann left. Bob stayed." in two sentences.
article() {
	printf 'd1\tdoc\t0\t21\t\t\t\t\t\ten\n'
	printf 'd1\tsentence\t0\t9\tAnn left.\t1\t1\tparagraph\n'
	printf 'd1\tsentence\t10\t21\tBob stayed.\t2\t1\tparagraph\n'
}

# refused WHY KIND FIELD ROW: the row, behind the article, is refused; output is that field of the other rows of the kind
refused() {
	{ article; printf '%b\n' "$4"; } >in
	run -1 --separate-stderr fields "$2" "$3" in
	[ "$stderr" = "fields: in:4: $1" ]
}

@test "a span over the gap between two sentences is checked against the rebuilt text" {
	{ article; printf 'd1\tentity\t4\t13\tleft. Bob\tmisc\t\t\t\t\n'; } >in
	run -0 --separate-stderr fields entity text in
	[ "$output" = "left. Bob" ]
	[ -z "$stderr" ]
}

@test "between two blocks the rebuilt text has newlines" {
	{ article | sed '3s/1\tparagraph/2\tparagraph/'; printf 'd1\tentity\t4\t13\tleft.\\nBob\tmisc\t\t\t\t\n'; } >in
	run -0 fields entity text in
	[ "$output" = 'left.\nBob' ]
}

@test "rows may come in any order within their document" {
	{ printf 'd1\tentity\t4\t13\tleft. Bob\tmisc\t\t\t\t\n'; article; } | sort -t "$(printf '\t')" -k1,1 -k3,3n >in
	run -0 fields entity text in
	[ "$output" = "left. Bob" ]
}

@test "sentences in one another's place are refused, and those between others are not" {
	{ article; printf 'd1\tsentence\t4\t9\tleft.\t3\t1\tparagraph\nd1\tsentence\t4\t9\tmoved\t4\t1\tparagraph\n'; } >in
	run -1 --separate-stderr fields sentence text in
	[ "$output" = $'Ann left.\nBob stayed.\nleft.' ]
	[ "$stderr" = "fields: in:5: text is not what stands at 4 to 9" ]
}

@test "a span beyond the text is named with file and line, and the rest goes on" {
	{ article; printf 'd1\tentity\t4\t90\tleft\tmisc\t\t\t\t\nd1\tentity\t0\t3\tAnn\tmisc\t\t\t\t\n'; } >in
	run -1 --separate-stderr fields entity text in
	[ "$output" = "Ann" ]
	[ "$stderr" = "fields: in:4: offset 90 beyond end of text" ]
}

@test "a span that tells another text than stands there is refused" {
	refused 'text is not what stands at 0 to 3' entity text 'd1\tentity\t0\t3\tBob\tmisc\t\t\t\t'
	[ -z "$output" ]
}

@test "a cue that does not stand where it says is refused" {
	refused 'text is not what stands at 4 to 8' quote text 'd1\tquote\t0\t3\tAnn\t1\t1/1\tdirect\t\tsaid\t4\t8\t\t\t\t\t\t\t\t\t\t'
}

@test "a second doc row of one document is refused" {
	refused 'second doc row of its document' doc end 'd1\tdoc\t0\t0\t\t\t\t\t\t'
	[ "$output" = "21" ]
}

@test "an absurd length in a doc row takes no memory and is refused" {
	article | sed '1s/\t21\t/\t99999999999\t/' >in
	run -1 --separate-stderr fields doc end in
	[ "$stderr" = "fields: in:1: end of the text is far beyond its sentences" ]
}

@test "sentences of a document whose length is absurd are taken for no text" {
	{ article | sed '1s/\t21\t/\t99999999999\t/' && printf 'd1\tsentence\t30\t100\t%s\t3\t1\tparagraph\n' "$(printf 'Anna Berg %.0s' {1..7})"; } >in
	for p in sentence-split extract-quotes tag-entities match-quotes report; do
		run -1 "$p" in
	done
	run -1 tag-entities --method rules in
}

@test "too few fields, a NUL, a CR, bad UTF-8 and a broken escape are each named" {
	printf 'd1\tquote\t0\t3\tAnn\n' >in
	printf 'd1\tdoc\t0\t1\t\0\t\t\t\t\t\n' >>in
	printf 'd1\tdoc\t0\t1\tx\t\t\t\t\ten\r\n' >>in
	printf 'd1\tdoc\t0\t1\t\377\t\t\t\t\t\n' >>in
	printf 'd1\tdoc\t0\t1\t\\x\t\t\t\t\t\n' >>in
	run -1 --separate-stderr fields doc text in
	[ -z "$output" ]
	[ "${stderr_lines[0]}" = "fields: in:1: 5 fields, want 22" ]
	[ "${stderr_lines[1]}" = "fields: in:2: NUL byte" ]
	[ "${stderr_lines[2]}" = "fields: in:3: carriage return" ]
	[ "${stderr_lines[3]}" = "fields: in:4: invalid UTF-8" ]
	[ "${stderr_lines[4]}" = "fields: in:5: broken escape" ]
}

@test "refused rows are kept as they were with --rejects, and the status is 0" {
	{ article; printf 'd1\tentity\t4\t90\tleft\tmisc\t\t\t\t\n'; } >in
	run -0 fields --rejects kept entity text in
	tail -n 1 in | cmp - kept
}

@test "quote rows alone, without their document, are taken" {
	printf 'd1\tquote\t100\t103\tAnn\t1\t1/1\tdirect\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n' >in
	run -0 fields quote text in
	[ "$output" = "Ann" ]
}

@test "a field is printed escaped, an unknown trailing field is let be" {
	printf 'd1\tdoc\t0\t3\ta\\nb\t\t\t\t\ten\tmore\n' >in
	run -0 fields doc text,lang in
	[ "$output" = "$(printf 'a\\nb\ten')" ]
}

@test "the last line may lack its newline" {
	printf 'd1\tdoc\t0\t1\tx\t\t\t\t\ten' >in
	run -0 fields doc text,lang in
	[ "$output" = "$(printf 'x\ten')" ]
}

@test "several files and standard input are read in their order" {
	printf 'd1\tdoc\t0\t1\tx\t\t\t\t\ten\n' >a
	printf 'd2\tdoc\t0\t1\ty\t\t\t\t\ten\n' >b
	run -0 fields doc doc b - <a
	[ "$output" = "$(printf 'd2\nd1')" ]
}
