#!/usr/bin/env bats
# to-sqlite: what the database holds is what the stream does.  Needs sqlite3.

load common

setup() {
	command -v sqlite3 >/dev/null || skip 'sqlite3 is not installed'
	to_sqlite=$PWD/scripts/to-sqlite
	changes=$PWD/testdata/match-quotes/changes.in.tsv
	cd "$BATS_TEST_TMPDIR" || return 1
	match-quotes --edits "$changes" >stream.tsv
	voices >>stream.tsv
	printf 'x\tdoc\t0\t15\tA\\ttab \\\\n "mark"\tout\\\\let\t2026-01-17\t\tit'"'"'s\ten\n' >>stream.tsv
}

@test "every row is there, and the ledger is that of aggregate" {
	"$to_sqlite" stream.tsv news.db
	[ "$(sqlite3 news.db 'SELECT count(*) FROM quote')" -eq "$(grep -cP '\tquote\t' stream.tsv)" ]
	[ "$(sqlite3 news.db 'SELECT count(*) FROM change')" -eq "$(grep -cP '\tchange\t' stream.tsv)" ]
	sqlite3 -separator "$(printf '\t')" news.db 'SELECT statement, outlets, documents, quotations, first, speaker_name FROM ledger' >got
	aggregate --by statement stream.tsv | cut -f 1,2,4-6,9 | diff - got
}

@test "fields are unescaped, empty ones are null, offsets are numbers" {
	"$to_sqlite" stream.tsv news.db
	[ "$(sqlite3 news.db "SELECT text FROM doc WHERE doc = 'x'")" = "$(printf 'A\ttab \\n "mark"')" ]
	[ "$(sqlite3 news.db "SELECT source FROM doc WHERE doc = 'x'")" = 'out\let' ]
	printf 'y\tdoc\t0\t9\t\\\\t\036\\\\s\\\\\\\\\\t\t\t\t\t\ten\n' >y.tsv
	"$to_sqlite" y.tsv y.db
	[ "$(sqlite3 y.db "SELECT text FROM doc")" = "$(printf '\\t\036\\s\\\\\t')" ]
	[ "$(sqlite3 news.db "SELECT title || typeof(url) || typeof(start) FROM doc WHERE doc = 'x'")" = "it'snullinteger" ]
}

@test "words are found by the full-text index" {
	"$to_sqlite" stream.tsv news.db
	found=$(sqlite3 news.db "SELECT q.doc FROM quote_text JOIN quote q ON q.rowid = quote_text.rowid WHERE quote_text MATCH 'freight'")
	[ "$found" = g-wording ]
}

@test "a stream of two documents of one id leaves nothing behind" {
	printf 'x\tdoc\t0\t2\tno\t\t\t\t\ten\n' >>stream.tsv
	run --separate-stderr "$to_sqlite" stream.tsv news.db
	[ "$status" -ne 0 ]
	[ -n "$stderr" ]
	[ "$(echo news*)" = 'news*' ]
}

@test "a database that is there already is left alone: status 2" {
	: >news.db
	run --separate-stderr "$to_sqlite" stream.tsv news.db
	[ "$status" -eq 2 ]
	[ ! -s news.db ]
	run --separate-stderr "$to_sqlite" stream.tsv
	[ "$status" -eq 2 ]
}
