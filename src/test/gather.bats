#!/usr/bin/env bats
# shellcheck disable=SC2154 # stderr is set by run
# gather: which files it takes, what it calls them, and what it says of those that it cannot read.

load common

setup() {
	data=$PWD/testdata/gather
	cd "$BATS_TEST_TMPDIR" || return
}

# Compares what gather prints for testdata/gather/$1 with the file beside it; the status is gather's.
golden() {
	local file=$1 st=0
	shift
	gather "$@" "$data/$file" >got || st=$?
	diff -u "$data/${file%.*}.out.tsv" got || return 9
	return "$st"
}

ids() {
	gather "$@" | cut -f1 | tr '\n' ' '
}

@test "two columns: escapes, stray backslashes, ids that repeat" {
	golden two-columns.tsv
}

@test "JSON lines: the usual keys, lists of paragraphs, numbers as dates" {
	run -1 --separate-stderr golden lines.jsonl
	[ "$output" = "" ]
	diff - <(echo "${stderr//"$data/"/}") <<-'END'
		gather: lines.jsonl:3: no text
		gather: lines.jsonl:4: no JSON
		gather: lines.jsonl:5: no JSON object
	END
}

@test "JSON lines: --key names a key, and leads through objects" {
	golden keys.jsonl --key text=article.parts.words -k title=article.head
	for key in body=text text; do
		fails 2 gather --key $key
		[[ $stderr == "gather: --key takes FIELD=KEY, where FIELD is one of id source "*" text html, not '$key' (see"* ]]
	done
}

@test "a language is told by two letters, in any format" {
	printf '{"lang": "%s", "text": "x"}\n' deu ger-AT EN_gb eng,deu fin German >in.jsonl
	printf '<html lang=deu><p>x</html>' >in.html
	printf 'lang,text\nfra,x\n' >in.csv
	run -0 bash -c 'gather in.jsonl in.html in.csv | cut -f 10 | tr "\n" ,'
	[ "$output" = de,de,en,en,fin,,de,fr, ]
}

@test "a file of JSON: a list of objects, or one" {
	printf '[\n {"id": "a", "text": "One }] \\" two.",\n  "more": [{"x": [1]}]},\n {"id": "b",\n  "text": "Three."}\n]\n' >list.json
	printf '{\n "title": "T",\n "text": "Four."\n}\n' >single.json
	printf '[{"id": "c", "text": "Five."}, 7, {"id": "d", "text": "Six."}]' >odd.json
	run -0 --separate-stderr bash -c 'gather list.json single.json | cut -f1,5,9'
	[ "$output" = $'a\tOne }] " two.\t\nb\tThree.\t\nsingle:1\tFour.\tT' ]
	run -1 --separate-stderr gather odd.json
	[ "$output" = $'c\tdoc\t0\t5\tFive.\t\t\t\t\t' ]
	[ "$stderr" = "gather: odd.json:1: no JSON" ]
}

@test "JSON that is deep, cut short or no UTF-8 is refused" {
	{ printf '[%.0s' {1..5000}; echo; printf '{"text": "caf\351"}\n{"text": "\\ud8"}\n{"text":'; } >bad.jsonl
	run -1 --separate-stderr gather bad.jsonl
	[ "$output" = "" ]
	diff - <(echo "$stderr") <<-'END'
		gather: bad.jsonl:1: no JSON
		gather: bad.jsonl:2: no valid UTF-8
		gather: bad.jsonl:3: no JSON
		gather: bad.jsonl:4: no JSON
	END
}

@test "half of a surrogate pair, where a text was cut, is a lost character" {
	printf '{"id": "a", "text": "1 \\ud83d 2 \\uDE00\\ud83d\\ude00 \\\\ud800 3 \\ud83d\\ud83d"}\n' >cut.jsonl
	gather cut.jsonl | fields doc text >got
	printf '1 \xef\xbf\xbd 2 \xef\xbf\xbd\xf0\x9f\x98\x80 \\\\ud800 3 \xef\xbf\xbd\xef\xbf\xbd\n' | diff - got
}

@test "sfeed(5): plain content, and a headline where there is none" {
	golden feed.sfeed
}

@test "CSV: separators, quoted newlines and marks, wrong rows" {
	run -1 --separate-stderr golden table.csv
	[ "$output" = "" ]
	diff - <(echo "${stderr//"$data/"/}") <<-'END'
		gather: table.csv:7: fewer columns than the head has
		gather: table.csv:8: more columns than the head has
		gather: table.csv:9: quotation mark without its mate
	END
}

@test "CSV: a mark inside a field that begins with none is itself" {
	printf '\357\273\277\n"id",title,text\na,5" pipe,One.\nb,ok,Two.\nc,6" by 2" pipe,"Three, ""four""\n5"" five"\nd, "e",\n' >in.csv
	run -1 --separate-stderr bash -c 'gather in.csv >got'
	[ "$(cut -f 1,5,9 got)" = $'a\tOne.\t5" pipe\nb\tTwo.\tok\nc\tThree, "four"\\n5" five\t6" by 2" pipe' ]
	[ "$stderr" = 'gather: in.csv:7: no text' ]
}

@test "CSV: columns that --key names, and a head without text" {
	printf 'nr\twords\n1\tHello there.\n' >in.csv
	run -0 gather -k id=nr -k text=words in.csv
	[ "$output" = $'1\tdoc\t0\t12\tHello there.\t\t\t\t\t' ]
	run -1 --separate-stderr gather in.csv
	[ "$stderr" = "gather: in.csv:1: no column of this head holds the text; --key text=NAME tells which" ]
}

@test "WET: url, date, language; other records passed over, wrong ones named and kept" {
	run -1 --separate-stderr golden pages.wet
	[ "$output" = "" ]
	diff - <(echo "${stderr//"$data/"/}") <<-'END'
		gather: pages.wet:19: no believable length of a record
		gather: pages.wet:26: record is cut short
	END
	run -0 --separate-stderr gather --from wet --rejects bad "$data/pages.wet"
	[ "$(grep -c '^WARC/1.0' bad)" = 2 ]
	grep -q '^It rains, and then the$' bad
}

@test "HTML: title, date, outlet and URL, and the article's text by block" {
	golden page.html
}

@test "HTML: a page made of tables and line breaks" {
	golden old-page.html
}

@test "HTML: a blog with comments and a sidebar" {
	golden blog-page.html
}

@test "HTML: --whole-page takes all text" {
	gather --whole-page "$data/page.html" | cut -f5 | sed 's/\\n/\n/g' >got
	for line in 'Home' 'Facebook Twitter' '2 comments' 'Ten dams that broke'; do
		grep -qx "$line" got
	done
	run ! grep -q 'no text' got
}

@test "HTML in JSON and in feeds" {
	printf '{"id": "a", "html": "<html><title>T</title><p>One.<p>Two.</html>"}\n' >in.jsonl
	run -0 gather in.jsonl
	[ "$output" = $'a\tdoc\t0\t10\tOne.\\n\\nTwo.\t\t\t\tT\t' ]
	printf '1741075200\tDam\thttps://a.example/x\t<p>The wall <b>holds</b>.</p>\\n<p>So.</p>\thtml\turn:1\t\t\t\n' >in.sfeed
	run -0 gather in.sfeed
	[ "$output" = $'urn:1\tdoc\t0\t20\tThe wall holds.\\n\\nSo.\ta.example\t2025-03-04T08:00:00Z\thttps://a.example/x\tDam\t' ]
}

@test "HTML: NUL bytes anywhere" {
	printf '<html\000 lang\000=en><p\000>a\000b<title\000>' >nul.html
	run -0 bash -c 'gather nul.html | cut -f5'
	[ "$output" = ab ]
}

# in_charset CHARSET: standard input, and behind it a page in that charset
in_charset() {
	cat
	printf '<title>Caf\303\251</title><p>\342\200\234Nobody was hurt,\342\200\235 Zo\303\253 Dahl said at the quay.' | iconv -f UTF-8 -t "$1"
}

@test "HTML: charsets by mark, by what is named, by their first byte" {
	printf '\377\376' | in_charset UTF-16LE >a.html
	printf '\376\377' | in_charset UTF-16BE >b.html
	in_charset UTF-16LE </dev/null >c.html
	printf '\377\376\000\000' | in_charset UTF-32LE >d.html
	printf '\357\273\277' | in_charset UTF-8 >e.html
	printf '<?xml version="1.0" encoding="windows-1252"?>' | in_charset CP1252 >f.html
	printf '<meta charset = "iso-8859-1">' | in_charset CP1252 >g.html
	printf '<meta charset=utf-16>' | in_charset CP1252 >h.html
	run -0 bash -c 'gather ./*.html | cut -f5,9 | sort -u'
	[ "$output" = '“Nobody was hurt,” Zoë Dahl said at the quay.'$'\t''Café' ]
}

@test "a text in UTF-16 or UTF-32 that begins with its mark" {
	mkdir top
	{ printf '\377\376'; printf 'Caf\303\251\n' | iconv -f UTF-8 -t UTF-16LE; } >top/a.txt
	{ printf '\000\000\376\377'; printf 'Caf\303\251\n' | iconv -f UTF-8 -t UTF-32BE; } >top/b.txt
	run -0 bash -c 'gather top | cut -f1,5'
	[ "$output" = $'a\tCafé\\n\nb\tCafé\\n' ]
}

@test "CSV: a mark without its mate in a file of many buffers" {
	{ echo 'id,text'; yes 'a,"b""c"' | head -n 60000; printf 'z,"'; yes 'open' | head -c 700000; } >in.csv
	run -1 --separate-stderr bash -c 'gather in.csv >out'
	[ "$stderr" = "gather: in.csv:60002: quotation mark without its mate" ]
}

@test "HTML: hostile pages take time in proportion" {
	for part in '<div>' '<a b="' '&' '&#' '&a' '<' '</b>' '<b><i>' '<div></b>' '<!--' '<?' '<p>x' 'a<br>' '<p class=related>' \
		'<table><tr><td>' '<script></' 'a=1 ' "$(printf 'a%0.s' {1..101})"; do
		printf '<html><p>%.0s' 1 >page.html
		yes "$part" | tr -d '\n' | head -c 2000000 >>page.html
		patient gather page.html >got || [ $? -eq 1 ]
	done
	for form in 'a%g=1 ' 'a%g=""' 'a%g/'; do
		{ printf '<html><p '; seq -f "$form" 200000 | tr -d '\n'; printf '>x'; } >page.html
		patient gather page.html >got
	done
	{ printf '<html>'; yes '<div>' | tr -d '\n' | head -c 1000000; yes '</b>' | tr -d '\n' | head -c 1000000; echo x; } >page.html
	patient gather page.html >got
}

@test "HTML: what is long is no attack, and what is deep is read to its end" {
	{ printf '<html><p><img src="'; yes A | tr -d '\n' | head -c 11000000; printf '">The wall holds, the minister said.'; } >page.html
	run -0 bash -c 'gather page.html | cut -f5'
	[ "$output" = 'The wall holds, the minister said.' ]
	{ printf '<html>'; yes '<font>One. ' | head -n 2000 | tr -d '\n'; printf '<p>The end.'; } >page.html
	run -0 bash -c 'gather page.html | cut -f5'
	[ "${output: -8}" = 'The end.' ]
	[ "$(grep -o One <<<"$output" | wc -l)" = 2000 ]
}

@test "a text keeps its bytes, whatever they are" {
	printf 'caf\351 \000\r\n\ttab\\ \n\n' >latin.txt
	gather latin.txt | cut -f5 >got
	printf 'caf\351 \000\\r\\n\\ttab\\\\ \\n\\n\n' | cmp - got
}

@test "standard input is one document, and nothing if it is empty" {
	run -0 --separate-stderr bash -c 'printf "one\n\ntwo\n" | gather'
	[ "$output" = $'stdin\tdoc\t0\t9\tone\\n\\ntwo\\n\t\t\t\t\t' ]
	run -0 gather </dev/null
	[ "$output" = "" ]
}

@test "folders are walked in byte order of paths, hidden files left alone" {
	mkdir -p top/a top/a.b top/.git
	touch top/.hidden top/.git/config
	for f in top/a/1.txt top/a.b/1.txt top/a.txt top/Z.txt; do echo "$f" >"$f"; done
	[ "$(ids top)" = "Z a.b/1 a a/1 " ]
	gather top | cut -f5 | sed 's/\\n$//' >got
	find top -name '[!.]*.txt' | LC_ALL=C sort | diff - got
}

@test "an id is made unique by the ending, the path and a number" {
	mkdir one two
	for f in one/x.txt one/x.md two/x.txt; do echo "$f" >"$f"; done
	[ "$(ids one/x.txt one/x.md two/x.txt two/x.txt two/x.txt)" = "x x.md x.txt two/x.txt two/x.txt~2 " ]
}

@test "the folder is the source where there are several, --source overrules it" {
	mkdir -p news/day news/night
	echo a >news/day/a.txt
	echo b >news/night/b.txt
	[ "$(gather news | cut -f6 | tr '\n' ' ')" = "day night " ]
	[ "$(gather news/day news/night | cut -f6 | tr '\n' ' ')" = "day night " ]
	[ "$(gather news/day/a.txt news/night/b.txt | cut -f6 | tr '\n' ' ')" = "day night " ]
	[ "$(gather news/day | cut -f6)" = "" ]
	[ "$(gather -s Daily news | cut -f6 | tr '\n' ' ')" = "Daily Daily " ]
}

@test "an ending tells the format in capitals too" {
	printf '<p>The wall <b>holds</b>.</p>' >A.HTML
	printf '{"id": "b", "text": "It rains."}\n' >B.JSONL
	printf 'id,text\nc,So.\n' >C.Csv
	[ "$(gather A.HTML B.JSONL C.Csv | cut -f1,5 | tr '\n' ' ')" = $'A\tThe wall holds. b\tIt rains. c\tSo. ' ]
	mkdir top
	mv A.HTML B.JSONL top
	[ "$(ids -e html top)" = "A " ]
}

@test "--ext chooses among the files of folders, and leaves named ones" {
	mkdir top
	for f in top/a.txt top/b.md top/c.log d.log; do echo "$f" >"$f"; done
	[ "$(ids --ext txt,md top d.log)" = "a b d " ]
	[ "$(ids -e .txt -e log top)" = "a c " ]
}

@test "a file that was named and is not there is status 3" {
	echo a >a.txt
	run -3 --separate-stderr gather a.txt nowhere.txt
	[ "$stderr" = "gather: nowhere.txt: No such file or directory" ]
}

@test "files of a folder that cannot be read are named and counted, the others taken" {
	mkdir top
	echo a >top/a.txt
	mkfifo top/pipe.txt
	ln -s nowhere top/dangling.txt
	printf '\037\213\010compressed' >top/z.txt
	printf 'GIF89a\000\000\001' >top/picture.gif
	printf '%%PDF-1.7\n' >top/scan.txt
	run -1 --separate-stderr gather top
	[ "$output" = $'a\tdoc\t0\t2\ta\\n\t\t\t\t\t' ]
	echo "${stderr//gather: /}" | sort >got
	diff - got <<-'END'
		5 files or folders gave nothing
		top/dangling.txt: No such file or directory
		top/picture.gif: holds no text
		top/pipe.txt: neither file nor folder
		top/scan.txt: a PDF, no text
		top/z.txt: compressed by gzip; give it to zcat first
	END
}

@test "a folder without a file to read is named and counted" {
	mkdir -p bare top/below pictures
	echo a >top/below/a.txt
	echo b >pictures/b.log
	run -1 --separate-stderr gather -e txt bare top pictures
	[ "$output" = $'below/a\tdoc\t0\t2\ta\\n\tbelow\t\t\t\t' ]
	diff - <(echo "$stderr") <<-'END'
		gather: bare: no files to read
		gather: pictures: no files to read
		gather: 2 files or folders gave nothing
	END
}

@test "a file that may not be read is told of by the reason" {
	mkdir top
	echo a >top/a.txt
	echo b >top/b.txt
	chmod 0 top/b.txt
	may_not() {
		setpriv --bounding-set=-dac_override,-dac_read_search "$@"
	}
	[ "$(id -u)" = 0 ] || may_not() { "$@"; }
	run -1 --separate-stderr may_not gather top
	[ "$output" = $'a\tdoc\t0\t2\ta\\n\t\t\t\t\t' ]
	[ "${stderr_lines[0]}" = 'gather: top/b.txt: Permission denied' ]
	fails 3 may_not gather top/b.txt
	[ "$stderr" = 'gather: top/b.txt: Permission denied' ]
}

@test "a named file that is compressed, wide or an office document is told of" {
	echo a | gzip >a.wet
	printf 'PK\003\004' >b.txt
	printf '\377\376a\0\t\0b\0\n\0' >c.tsv
	run -1 --separate-stderr gather a.wet b.txt c.tsv
	[ "$output" = "" ]
	diff - <(echo "$stderr") <<-'END'
		gather: a.wet: compressed by gzip; give it to zcat first
		gather: b.txt: a zip archive or office document, no text
		gather: c.tsv: of UTF-16 or UTF-32; give it to iconv first
		gather: 3 files or folders gave nothing
	END
}

@test "a file that was named is told of when it is an archive of the web, XML or a feed" {
	printf 'WARC/1.0\r\nWARC-Type: response\r\n' >a.warc
	printf '<?xml version="1.0"?><rss/>' >b.xml
	printf '\n<rss version="2.0">' >c.rss
	run -1 --separate-stderr gather a.warc b.xml c.rss
	[ "$output" = "" ]
	diff - <(echo "$stderr") <<-'END'
		gather: a.warc: a web archive; --from wet reads one of texts
		gather: b.xml: XML, no text; of a feed sfeed(1) makes lines
		gather: c.rss: a feed, no text; sfeed(1) makes lines of it
		gather: 3 files or folders gave nothing
	END
	run -0 bash -c 'gather --from text b.xml | wc -l'
	[ "$output" = 1 ]
}

@test "a file without an article is told of, an empty stream of rows is not" {
	mkdir top
	: >top/a.txt
	: >b.jsonl
	echo 'Dear Ida' >c.txt
	run -1 --separate-stderr gather top b.jsonl
	[ "$output" = "" ]
	[ "$stderr" = $'gather: top/a.txt: no text\ngather: 1 file or folder gave nothing' ]
	run -1 --separate-stderr gather --from wet c.txt
	[ "${stderr_lines[0]}" = 'gather: c.txt: no record of its format' ]
}

@test "a list of articles in an object of JSON, as news services answer" {
	printf '{"status": "ok", "sources": [{"name": "Wire"}],\n"data": {"articles": [ {"id": "a", "text": "It [rains]."},\n{"id": "b", "title": "x"},' >in.json
	printf '{"id": "c", "text": "So \\"[{.", "tags": [{"n": 1}]}]}, "page": [{"n": 1}]}' >>in.json
	run -1 --separate-stderr gather in.json
	[ "$(cut -f1,5 <<<"$output")" = $'a\tIt [rains].\nc\tSo "[{.' ]
	[ "$stderr" = "gather: in.json:3: no text" ]
	printf '{"id": "d", "text": "Up.", "parts": [{"id": "e", "text": "Down."}]}' >in.json
	[ "$(gather in.json | cut -f1)" = d ]
}

@test "a head over the two columns is no article" {
	printf 'ID\ttext\na\tIt rains.\nid\ttext\n' >in.tsv
	[ "$(gather in.tsv | cut -f1,5 | tr '\n' ' ')" = $'a\tIt rains. id\ttext ' ]
}

@test "rows that break the format are named, counted, and kept with --rejects" {
	printf 'a\tgood\nno tab\n\tno id\na\tb\tc\n' >in
	run -1 --separate-stderr gather -f tsv in
	[ "$output" = $'a\tdoc\t0\t4\tgood\t\t\t\t\t' ]
	diff - <(echo "$stderr") <<-'END'
		gather: in:2: no tab between id and text
		gather: in:3: empty id
		gather: in:4: more than two columns
	END
	run -0 --separate-stderr gather -f tsv --rejects bad in
	printf 'no tab\n\tno id\na\tb\tc\n' | cmp - bad
}

@test "a row ends with LF, with CR LF, or with the file" {
	run -0 bash -c 'printf "a\tone\r\nb\ttwo\nc\tthree" | gather -f tsv | cut -f1,5'
	[ "$output" = $'a\tone\nb\ttwo\nc\tthree' ]
}

@test "an unknown format is wrong usage" {
	fails 2 gather --from papyrus
	[ "$stderr" = "gather: --from takes one of auto text tsv csv jsonl json sfeed wet html, not 'papyrus' (see gather --help)" ]
	for from in text tsv csv jsonl json sfeed wet html; do
		gather --from $from </dev/null
	done
}

@test "what it writes into the folder that it reads is not read" {
	mkdir articles
	echo '"We will not pay," she said.' >articles/a.txt
	gather articles/a.txt >want
	st=0
	gather --rejects articles/kept.txt articles >articles/b.tsv 2>err || st=$?
	[ "$st" -eq 1 ]
	cmp want articles/b.tsv
	grep -qx 'gather: articles/b.tsv: is written to, and not read' err
	grep -qx 'gather: articles/kept.txt: is written to, and not read' err
}
