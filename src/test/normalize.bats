#!/usr/bin/env bats
# shellcheck disable=SC2154,SC1112 # status and stderr are set by run; texts have quotation marks
# normalize: its options, what it writes beside the text, hostile input, and Unicode's own test of form C.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	set -o pipefail
}

# one TEXT: the text as one document, normalized with the options behind it
one() {
	local text=$1
	shift
	printf 'a\t%s\n' "$text" | normalize "$@"
}

# rebuild: puts what edit rows say was there in the place of the repairs; two columns, as read
rebuild() {
	awk -F '\t' '
	function unescape(s, out, i, c) {
		for (i = 1; i <= length(s); i++) {
			c = substr(s, i, 1)
			if (c != "\\") { out = out c; continue }
			c = substr(s, ++i, 1)
			if (c == "x") { out = out byte[substr(s, i + 1, 2)]; i += 2 }
			else out = out (c == "n" ? "\n" : c == "t" ? "\t" : c == "r" ? "\r" : c)
		}
		return out
	}
	function escape(s) {
		gsub(/\\/, "&&", s); gsub(/\n/, "\\n", s); gsub(/\t/, "\\t", s); gsub(/\r/, "\\r", s)
		return s
	}
	function flush() { if (id != "") print id "\t" escape(out substr(text, done + 1)) }
	BEGIN { for (i = 1; i < 256; i++) byte[sprintf("%02X", i)] = sprintf("%c", i) }
	$2 == "doc" { flush(); id = $1; text = unescape($5); out = ""; done = 0 }
	$2 == "edit" && $6 !~ /:/ { out = out substr(text, done + 1, $3 - done) unescape($7); done = $4 }
	END { flush() }'
}

@test "--edits tells what stood where each repair stands" {
	one '<b>Caf&eacute;</b>  it\x92s' -e | tail -n +2 >got
	printf 'a\tedit\t0\t0\t\tmarkup\t<b>\na\tedit\t3\t6\té \tentity,markup,space\t&eacute;</b>  \n' >want
	diff want got
	printf 'a\tit\x92s\n' | normalize -e | tail -n 1 >got
	printf 'a\tedit\t2\t5\t’\tbytes\t\\x92\n' >want
	diff want got
}

@test "the original is rebuilt from the edits, byte for byte" {
	{
		printf 'a\t<p>One \\t two&amp;amp;</p>\\n\\n\\n \xC3\xA9\xE9 \xE2\x80 caf\xC3\x83\xC2\xA9\\r\\n\n'
		printf 'b\t  \\\\n is no line end \xEF\xBB\xBF\\n\\nx\n'
		printf 'c\t\n'
		printf 'd\t \xEF\xBF\xBD \n'
	} >in.tsv
	normalize -e in.tsv | rebuild | cmp in.tsv -
}

@test "the title, and every other field, is rebuilt from its edit" {
	printf 'a\tdoc\t0\t9\t caf\xE9  x\tThe\xE9\t2025\thttp://a/\x01\t <b>Caf&eacute;</b>\\n\xEF\xBF\xBD\ten\n' >in.tsv
	printf 'b\tdoc\t0\t1\tx\tDay\t\t\tClean\ten\n' >>in.tsv
	normalize -e in.tsv >out
	[ "$(fields edit doc,start,end,reason,original out)" = \
		$'a\t0\t0\tspace\t \na\t0\t0\tsource:bytes\tThe\\xE9\na\t0\t0\turl:control\thttp://a/\x01\na\t0\t0\ttitle:entity,markup,space,lost\t <b>Caf&eacute;</b>\\n�\na\t3\t6\tbytes,space\t\\xE9  ' ]
	[ "$(fields doc source,url,title out | head -n 1)" = $'The�\thttp://a/\tCafé �' ]
	normalize -e out | cmp out -
}

@test "the texts of the development sets are rebuilt from their edits" {
	local shared=$BATS_TEST_DIRNAME/../../../shared/corpora
	[ -d "$shared" ] || skip 'no development sets here'
	for docs in "$shared"/seeds/docs.tsv "$shared"/quotes/dev/docs.tsv "$shared"/sentences/*-dev/docs.tsv; do
		echo "$docs"
		normalize -e "$docs" | rebuild >got
		cmp "$docs" got
	done
}

@test "a second run changes nothing" {
	one '<p>Caf&amp;eacute;  \t x</p>' >first
	normalize -e first | cmp first -
}

@test "--only makes the repairs that it names, and no others" {
	run -0 one '<b>Café  ﬁve' --only form
	[[ $output == *'<b>Café  five'* ]]
	run -0 one '<b>Café  ﬁve' --only markup,space
	[[ $output == *'Café ﬁve'* ]]
	fails 2 normalize --only form,no-such-reason
	[[ $stderr == *no-such-reason* ]]
}

@test "--summary counts repairs, and what was lost before" {
	one 'a � b � &amp; <b>' -s 2>err >out
	grep -qx 'normalize: lost 2' err
	grep -qx 'normalize: entity 1' err
	grep -qx 'normalize: markup 1' err
	[ "$(grep -c '�' out)" -eq 1 ]
}

@test "an edit row counts what was lost" {
	one 'a � b' -e | tail -n 1 >got
	printf 'a\tedit\t2\t5\t�\tlost\t�\n' | cmp - got
}

@test "two columns, a doc row and a doc row of its own making give the same text" {
	one 'Fish &amp; chips' | cut -f 5 >want
	printf 'a\tdoc\t\t\tFish &amp; chips\t\t\t\t\t\n' | normalize | cut -f 5 | cmp want -
	one 'Fish &amp; chips' | normalize | cut -f 5 | cmp want -
}

@test "the title is one line, repaired like the text" {
	printf 'a\tdoc\t0\t1\tx\tsrc\t\t\t<b>Caf\xC3\x83\xC2\xA9</b><br>shut\\nx\ten\n' | normalize | cut -f 9 >got
	printf 'Café shut x\n' | cmp - got
}

@test "bytes that would break the stream are taken out of every field" {
	printf 'a\001\tdoc\t\t\tx\tsr\000c\t20\0269\tu\xFFrl\tt\ten\n' | normalize >got
	printf 'a\tdoc\t0\t1\tx\tsrc\t209\tu�rl\tt\ten\n' | cmp - got
}

@test "hostile text takes no more than its share of time" {
	for piece in '&' '<' '<a ' '<a b="' '<script>' '<!--' 'type="' '&amp;' '"">' '&#' 'Ã©' '\\n ' '€'; do
		awk -v piece="$piece" 'BEGIN { printf "a\t"; for (i = 0; i < 300000; i++) printf "%s", piece; print "" }' >in.tsv
		echo "$piece"
		patient normalize in.tsv >out
	done
	printf 'a\t%b\n' "$(printf '\\xCC\\x81\\xCC\\xA3%.0s' $(seq 50000))" >in.tsv
	patient normalize in.tsv >out
	printf 'a\t%b\n' "$(printf '\\x80%.0s' $(seq 100000))" >in.tsv
	patient normalize in.tsv >out
}

# noise FIRST LAST CHARACTER: a document of a million bytes from FIRST to LAST, drawn at random, or of characters of so many bytes
noise() {
	awk -v first="$1" -v last="$2" -v lead="$3" 'BEGIN {
		srand(1)
		printf "a\t"
		for (n = 0; n < 1000000; n += 1 + (lead > 0)) {
			if (lead > 0) printf "%c", lead + int(rand() * 2)
			printf "%c", first + int(rand() * (last - first + 1))
		}
		print ""
	}'
}

@test "noise is not read as text again and again" {
	local seconds=1
	case ${BIN:-} in *san*) seconds=20 ;; esac
	ulimit -t "$seconds"
	noise 128 191 0 | normalize >continuations
	noise 128 255 0 | normalize >high
	noise 128 191 194 | normalize >latin
	noise 144 191 208 | normalize >cyrillic
	# nothing in it is repaired: what it means, nobody knows
	noise 160 191 194 >in.tsv
	normalize --only encoding in.tsv | cut -f 1,5 | cmp - in.tsv
}

# Columns 1 to 5 of Unicode's test are a text, its forms C, D, KC and KD: what form C makes of 1, 2 and 3 is 2, of 4
# and 5 is 4; and what is not in part 1 is its own form C.
@test "Unicode's test of normalization form C has no failure" {
	local file
	for file in "${UNICODE_DATA:-/usr/share/unicode}"/NormalizationTest.txt*; do break; done
	[ -e "$file" ] || skip 'no package unicode-data here'
	case $file in *.bz2) bzcat "$file" ;; *) cat "$file" ;; esac >test.txt
	awk -F ';' '
	function utf8(code, n) {
		for (n = 0; code != ""; ) {
			c = hex(code)
			sub(/^[0-9A-F]+ */, "", code)
			if (c < 128) out = out sprintf("%c", c)
			else if (c < 2048) out = out sprintf("%c%c", 192 + int(c / 64), 128 + c % 64)
			else if (c < 65536) out = out sprintf("%c%c%c", 224 + int(c / 4096), 128 + int(c / 64) % 64, 128 + c % 64)
			else out = out sprintf("%c%c%c%c", 240 + int(c / 262144), 128 + int(c / 4096) % 64, 128 + int(c / 64) % 64, 128 + c % 64)
		}
	}
	function hex(s, n, i) {
		n = 0
		for (i = 1; i <= length(s) && substr(s, i, 1) != " "; i++) n = n * 16 + index("0123456789ABCDEF", substr(s, i, 1)) - 1
		return n
	}
	function text(codes) { out = ""; utf8(codes); gsub(/\\/, "&&", out); return out }
	/^[#@]/ { next }
	{
		c2 = text($2); c4 = text($4)
		for (i = 1; i <= 5; i++) {
			print NR "." i "\t" text($i) >"in.tsv"
			print NR "." i "\t" (i < 4 ? c2 : c4) >"want.tsv"
		}
	}' test.txt
	[ "$(wc -l <in.tsv)" -gt 90000 ]
	normalize --only nfc in.tsv | cut -f 1,5 >got.tsv
	cmp want.tsv got.tsv
}

@test "a document that was cut into sentences passes as it is" {
	printf 'a\tThe dam holds.  “No,” she said.\n' | normalize | sentence-split | extract-quotes >cut.tsv
	normalize cut.tsv | cmp cut.tsv -
}
