#!/usr/bin/env bats
# to-postgres: a server of PostgreSQL takes a stream by COPY as it is.  Starts one of its own; needs PostgreSQL's programs.

load common

bin() {
	local folder
	for folder in /usr/lib/postgresql/*/bin; do
		PATH=$PATH:$folder
	done
}

# The server does not run as root.
as_server() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"
	else
		"$@"
	fi
}

setup_file() {
	bin
	command -v initdb >/dev/null && command -v psql >/dev/null || return 0
	# a folder that the server's user can reach, and a short name for its socket
	PGHOST=$(mktemp -d /tmp/pg.XXXXXX)
	[ "$(id -u)" -ne 0 ] || chown nobody "$PGHOST"
	export PGHOST PGDATABASE=postgres PGUSER=postgres
	cd / || return 1
	as_server initdb -D "$PGHOST/data" -U postgres -A trust -E UTF8 --no-sync >/dev/null
	as_server pg_ctl -D "$PGHOST/data" -w -s -l "$PGHOST/log" -o "-k '$PGHOST' -c listen_addresses= -c fsync=off" start
}

teardown_file() {
	bin
	[ -n "${PGHOST:-}" ] || return 0
	cd / || return 1
	as_server pg_ctl -D "$PGHOST/data" -m immediate -s stop
	rm -rf "$PGHOST"
}

setup() {
	[ -n "${PGHOST:-}" ] || skip 'PostgreSQL is not installed'
	to_postgres=$PWD/scripts/to-postgres
	changes=$PWD/testdata/match-quotes/changes.in.tsv
	cd "$BATS_TEST_TMPDIR" || return 1
	match-quotes --edits "$changes" >stream.tsv
	voices >>stream.tsv
	printf 'x\tdoc\t0\t15\tA\\ttab \\\\n "mark"\tout\\\\let\t2026-01-17\t\tit'"'"'s\ten\n' >>stream.tsv
	psql -X -q -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public' 2>/dev/null
}

ask() {
	psql -X -A -t -F "$(printf '\t')" -c "$1"
}

@test "every row is there, and the ledger is that of aggregate" {
	"$to_postgres" stream.tsv
	[ "$(ask 'SELECT count(*) FROM quote')" -eq "$(grep -cP '\tquote\t' stream.tsv)" ]
	[ "$(ask 'SELECT count(*) FROM change')" -eq "$(grep -cP '\tchange\t' stream.tsv)" ]
	ask 'SELECT statement, outlets, documents, quotations, "first", speaker_name FROM ledger' >got
	aggregate --by statement stream.tsv | cut -f 1,2,4-6,9 | diff - got
}

@test "fields are unescaped, empty ones are null, and more rows are copied as they are" {
	"$to_postgres" stream.tsv
	[ "$(ask "SELECT text FROM doc WHERE doc = 'x'")" = "$(printf 'A\ttab \\n "mark"')" ]
	[ "$(ask "SELECT source || title || coalesce(url, ' no url') FROM doc WHERE doc = 'x'")" = "out\\letit's no url" ]
	sed -n 's/^x\t/y\t/p' stream.tsv | psql -X -q -c "COPY doc FROM STDIN WITH (NULL '')"
	[ "$(ask "SELECT count(*) FROM doc WHERE source = 'out\\let'")" -eq 2 ]
}

@test "a row that is refused leaves nothing behind" {
	printf 'z\tquote\tten\t12\tno\t%s\n' "$(printf '\t%.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)" >>stream.tsv
	run ! "$to_postgres" stream.tsv
	[ -z "$(ask "SELECT relname FROM pg_class WHERE relname = 'quote'")" ]
}
