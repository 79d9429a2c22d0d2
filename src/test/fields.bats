#!/usr/bin/env bats
# fields: columns by name.

load common

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	sample a >a.tsv
}

@test "alone it lists the kinds and their fields" {
	fields >kinds
	[ "$(cut -f 1 kinds | xargs)" = 'doc sentence quote entity edit change' ]
	grep -q "^sentence	doc,kind,start,end,text,number,block,role$" kinds
}

@test "a kind alone prints all of its fields, in the order of the names that are given" {
	[ "$(fields entity <a.tsv | head -n 1)" = "$(fields entity doc,kind,start,end,text,type,id,name,method,confidence <a.tsv)" ]
	[ "$(fields quote text,doc <a.tsv)" = $'We will not pay,\ta' ]
}

@test "-H names the columns, and nothing where there is no row" {
	[ "$(fields -H quote text,cue <a.tsv | head -n 1)" = $'text\tcue' ]
	[ -z "$(fields -H change from <a.tsv)" ]
	[ -z "$(fields -H sentence text </dev/null)" ]
}

@test "original bytes of an edit are printed as they were written" {
	row a edit 35 38 The tag '\xFF\\<p>' >>a.tsv
	[ "$(fields edit original <a.tsv | tail -n 1)" = '\xFF\\<p>' ]
}

@test "a kind, a field, or too many of them: status 2" {
	fails 2 fields nokind
	[ "$stderr" = "fields: no kind 'nokind': one of doc sentence quote entity edit change (see fields --help)" ]
	fails 2 fields sentence text,nofield
	[ "$stderr" = "fields: no field 'nofield': one of doc kind start end text number block role (see fields --help)" ]
	fails 2 fields edit '' a.tsv
	[ "$stderr" = "fields: no field '': one of doc kind start end text reason original (see fields --help)" ]
	fails 2 fields quote "$(printf 'text,%.0s' $(seq 200))text"
	[[ $stderr == 'fields: more than '*' fields (see fields --help)' ]]
}
