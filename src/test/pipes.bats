#!/usr/bin/env bats
# pipes: the tools of Unix between any two programs give the same bytes as the plain pipe.

load common

setup_file() {
	cd "$BATS_TEST_DIRNAME/../.." || return 1
	gather testdata/stories >"$BATS_FILE_TMPDIR/docs.tsv"
	cd "$BATS_FILE_TMPDIR" || return 1
	normalize docs.tsv >1.tsv
	sentence-split 1.tsv >2.tsv
	extract-quotes 2.tsv >3.tsv
	tag-entities 3.tsv >4.tsv
	match-quotes 4.tsv >5.tsv
}

setup() {
	cd "$BATS_FILE_TMPDIR" || return 1
	set -o pipefail
}

@test "the plain pipe is the sum of its stages" {
	normalize docs.tsv | sentence-split | extract-quotes | tag-entities | match-quotes | cmp 5.tsv -
}

@test "zcat" {
	gzip -c docs.tsv | zcat | normalize | gzip -c | zcat | sentence-split | gzip -c | zcat | extract-quotes |
		gzip -c | zcat | tag-entities | gzip -c | zcat | match-quotes | cmp 5.tsv -
}

@test "grep: the rows of one document" {
	id=$(sed -n '4s/\t.*//p' docs.tsv)
	grep "^$id	" docs.tsv | normalize | grep "^$id	" | sentence-split | grep "^$id	" | extract-quotes |
		grep "^$id	" | tag-entities >one.tsv
	grep "^$id	" 4.tsv | cmp - one.tsv
}

@test "awk: print every row as it is" {
	normalize docs.tsv | awk -F'\t' -v OFS='\t' '{ $1 = $1 } 1' | sentence-split | awk -F'\t' -v OFS='\t' '{ $1 = $1 } 1' |
		extract-quotes | awk -F'\t' -v OFS='\t' '{ $2 = $2 } 1' | tag-entities | awk 1 | match-quotes | cmp 5.tsv -
}

@test "sort -k1,1: documents in another order, each as before" {
	sort -s -t$'\t' -k1,1 docs.tsv | normalize | sort -s -t$'\t' -k1,1 | sentence-split | sort -s -t$'\t' -k1,1 |
		extract-quotes | sort -s -t$'\t' -k1,1 | tag-entities | sort -s -t$'\t' -k1,1 >4.sorted
	sort -s -t$'\t' -k1,1 4.tsv | cmp - 4.sorted
	sort -s -t$'\t' -k1,1 4.tsv | match-quotes >out
	match-quotes 4.sorted | cmp out -
}

@test "shuf of the documents, then sort -k1,1" {
	sort -s -t$'\t' -k1,1 4.tsv >want
	shuf docs.tsv | normalize | sentence-split | extract-quotes | tag-entities | sort -s -t$'\t' -k1,1 | cmp want -
}

@test "parallel --pipe" {
	parallel --will-cite --pipe -k -N 3 'normalize | sentence-split | extract-quotes | tag-entities' <docs.tsv |
		match-quotes | cmp 5.tsv -
}

@test "split and cat: any cut between documents" {
	for n in 1 4 7; do
		rm -f part.*
		split -l $n docs.tsv part.
		for part in part.*; do
			normalize "$part" | sentence-split | extract-quotes | tag-entities
		done | cmp 4.tsv -
	done
}

@test "tee and a named pipe" {
	rm -f fifo
	mkfifo fifo
	normalize fifo | sentence-split | tee copy.tsv | extract-quotes | tag-entities | cmp 4.tsv - &
	cat docs.tsv >fifo
	wait $!
	cmp 2.tsv copy.tsv
}

@test "a slow writer: a byte at a time is the same" {
	head -n 2 docs.tsv >few.tsv
	normalize few.tsv | sentence-split | extract-quotes | tag-entities >want
	dd if=few.tsv bs=1 2>/dev/null | normalize | dd bs=7 2>/dev/null | sentence-split | dd bs=1 2>/dev/null |
		extract-quotes | dd bs=3 2>/dev/null | tag-entities | cmp want -
}

@test "join: a column of one's own, by document id" {
	sort -s -t$'\t' -k1,1 5.tsv | awk -F'\t' '$2 == "quote"' | sort -s -t$'\t' -k1,1 >quotes.tsv
	cut -f1 docs.tsv | sort -u | awk -v OFS='\t' '{ print $1, "land" }' >country.tsv
	join -t$'\t' quotes.tsv country.tsv | awk -F'\t' '$NF != "land"' | cmp /dev/null -
	[ "$(join -t$'\t' quotes.tsv country.tsv | wc -l)" -eq "$(wc -l <quotes.tsv)" ]
}

@test "aggregate --merge over parts is one run over the whole" {
	for by in statement speaker entity source; do
		aggregate --by $by 5.tsv >whole
		awk -F'\t' '{ if ($1 != last) n++; last = $1; print >("half." n % 2) }' 5.tsv
		aggregate --by $by --partial half.0 >t.0
		aggregate --by $by --partial half.1 >t.1
		aggregate --by $by --merge t.0 t.1 | cmp whole -
	done
}

@test "a pipe is widened by its reader and by its writer" {
	[ "$(uname)" = Linux ] || skip "of Linux"
	cat >held.pl <<-'END'
		my $end = shift;
		pipe(my $out, my $in) or die;
		unless (fork) {
			$end eq "reader" ? open(STDIN, "<&", $out) : open(STDOUT, ">&", $in);
			close $in;
			exec @ARGV;
		}
		close $in;
		wait;
		print STDERR fcntl($out, 1032, 0); # F_GETPIPE_SZ
	END
	head -1 docs.tsv >one.tsv
	[ "$(perl held.pl reader normalize 2>&1)" -ge 1048576 ]
	[ "$(perl held.pl reader gather --from tsv - 2>&1 >/dev/null)" -ge 1048576 ]
	[ "$(perl held.pl writer normalize one.tsv 2>&1)" -ge 1048576 ]
}
