#!/usr/bin/env bats
# shellcheck disable=SC2154 # stderr is set by run
# extract-quotes: its dial, its lists, and input that is meant to hurt.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# stream TEXT: one document with one sentence
stream() {
	row a doc 0 ${#1} "$1" '' '' '' '' ''
	row a sentence 0 ${#1} "$1" 1 1 paragraph
}

words() {
	extract-quotes "$@" | fields quote text
}

@test "a surer dial leaves out what is less sure" {
	stream 'Berg denied the report, and Lund said the dam would hold.' >in.tsv
	[ "$(words --min-confidence 0 in.tsv | wc -l)" -eq 2 ]
	[ "$(words --min-confidence 0.7 in.tsv)" = 'the dam would hold' ]
	[ -z "$(words --min-confidence 1 in.tsv)" ]
}

@test "a report within a report is left out by default" {
	stream 'Berg said that Lund warned that the dam leaked.' >in.tsv
	[ "$(words in.tsv | wc -l)" -eq 1 ]
	[ "$(words --min-confidence 0 in.tsv | wc -l)" -eq 2 ]
}

@test "a headline with a colon needs no word that reports" {
	stream 'Berg: It is late' | sed 's/paragraph$/title/' >in.tsv
	[ "$(words in.tsv)" = 'It is late' ]
}

@test "what stands in boilerplate is read" {
	stream '"It is late," Berg said.' | sed 's/paragraph$/boilerplate/' >in.tsv
	[ "$(words in.tsv)" = 'It is late,' ]
}

@test "a list adds cues" {
	stream '"The dam will hold," Berg yodelled.' >in.tsv
	printf 'yodel\tverb\tsay\tquote\tyodelled yodelled\n' >more.tsv
	[ "$(extract-quotes --lexicon more.tsv in.tsv | fields quote cue,speaker)" = "$(printf 'yodelled\tBerg')" ]
}

@test "a list that is none is told by its line" {
	printf '# ok\nyodel\tverb\tmoo\tquote\t\n' >bad.tsv
	run -2 --separate-stderr extract-quotes --lexicon bad.tsv </dev/null
	[ "$stderr" = 'extract-quotes: bad.tsv:2: not a cue, its kind, stance and frames' ]
}

@test "an unknown language is told" {
	run -2 --separate-stderr extract-quotes --lang xx </dev/null
	[[ "$stderr" == *"no language 'xx': one of de en (see"* ]]
}

# long PIECE: a sentence of 300 kB made of it; it must be read in linear time, which is a fraction of a second
long() {
	local text
	text=$(printf "%$((300000 / ${#1}))s" '' | sed "s|.|$1|g")
	stream "$text" | patient extract-quotes >/dev/null
}

@test "a hundred thousand marks, reports, colons and commas take linear time" {
	long '"'
	long "a 'b "
	long '"We go," Berg said, saying "No" and that. '
	long 'a: "B c." '
	long 'said that '
	long 'Berg, who said, '
}

@test "key words are the language's own: what nobody said is unsaid in German, too" {
	printf 'a\tNiemand sagte, dass der Damm hält.\n' | normalize | sentence-split | extract-quotes --lang de |
		fields quote text,stance >"$BATS_TEST_TMPDIR/got"
	printf 'dass der Damm hält\tunsaid\n' | diff - "$BATS_TEST_TMPDIR/got"
}

@test "ten thousand quotations of one document are all written, numbered in order" {
	awk 'BEGIN { printf "a\t"; for (i = 0; i < 5000; i++) printf "“We will,” said Berg, “wait for %d.” “No,” said Lund.\\n\\n", i; print "" }' |
		normalize | sentence-split >in.tsv
	extract-quotes in.tsv >out.tsv
	head -n "$(wc -l <in.tsv)" out.tsv | cmp - in.tsv
	fields quote number out.tsv | uniq | cmp - <(seq 10000)
	fields quote start out.tsv | sort -nuc
	[ "$(fields quote part out.tsv | sort | uniq -c | awk '{ print $1 }' | sort -u)" = 5000 ]
}

@test "an article that nobody has cut into sentences is named, and goes through" {
	printf 'a\tBerg said it leaks.\nb\t\nc\tLund said so.\n' | normalize >in.tsv
	run -1 --separate-stderr extract-quotes in.tsv
	[ "$output" = "$(cat in.tsv)" ]
	[ "$stderr" = $'extract-quotes: in.tsv:1: no sentences: sentence-split comes before\nextract-quotes: in.tsv:3: no sentences: sentence-split comes before' ]
	extract-quotes --rejects uncut.tsv in.tsv | cmp - in.tsv
	grep -v '^b' in.tsv | cmp - uncut.tsv
}

@test "a document is read in the language of its row, where there are lists of it, and else is told of" {
	{
		printf '{"id": "a", "lang": "de", "text": "\u201eWir zahlen nicht\u201c, sagte Ida Oss."}\n'
		printf '{"id": "b", "lang": "fr", "text": "\u00abNon\u00bb, dit Ida Oss."}\n'
		printf '{"id": "c", "lang": "en-GB", "text": "\u201cWe will not pay,\u201d said Ida Oss."}\n'
	} | gather --from jsonl | normalize | sentence-split >in.tsv
	run -0 --separate-stderr extract-quotes in.tsv
	[ "$(fields quote doc,text,cue <<<"$output" | grep -v '^b' | tr '\n' ' ')" = $'a\tWir zahlen nicht\tsagte c\tWe will not pay,\tsaid ' ]
	[ "$stderr" = 'extract-quotes: 1 of 2 documents is told to be in another language than en, by whose rules it was read' ]
	run -0 --separate-stderr extract-quotes --lang en in.tsv
	[ "$stderr" = "" ]
	run -0 --separate-stderr tag-entities in.tsv
	[ "$stderr" = 'tag-entities: 2 of 3 documents are told to be in another language than en, by whose rules they were read' ]
}

@test "a document that has quotations passes as it is" {
	stream 'Berg denied the report, and Lund said the dam would hold.' | extract-quotes >once.tsv
	extract-quotes once.tsv | cmp once.tsv -
}
