#!/usr/bin/perl
# properties: what holds for any article and any stream, tried on random and on mutated ones.  The seed is fixed, so that
# a failure comes back; SEED=N tries others, DOCUMENTS=N more of them (2000).
use strict;
use warnings;
use File::Temp 'tempdir';
use File::Basename 'dirname';
use Cwd 'abs_path';

my $top = abs_path(dirname($0) . '/../..');
my $bin = $ENV{BIN} // 'bin';
$bin = "$top/$bin" unless $bin =~ m{^/};
my $documents = $ENV{DOCUMENTS} // 2000;
my $dir = tempdir(CLEANUP => !$ENV{KEEP});
chdir $dir or die;
$ENV{LC_ALL} = 'C';
srand($ENV{SEED} // 1);

# A stage, the kind of row that it adds, the fields that it fills in quote rows.
my @stages = (
	['normalize', 'edit'],
	['sentence-split --keep-text', 'sentence'],
	['extract-quotes', 'quote'],
	['tag-entities', 'entity', 17, 18],
	['match-quotes', 'change', 19, 20, 21],
);
my ($tests, $failed) = (0, 0);

sub ok {
	my ($good, $name, @why) = @_;
	$tests++;
	print $good ? '' : 'not ', "ok $tests - $name\n";
	print "# $_\n" for $good ? () : map { s/[^ -~]/?/gr } @why[0 .. ($#why < 4 ? $#why : 4)];
	$failed++ unless $good;
}

sub pick { return $_[rand @_] }

sub slurp {
	my ($name) = @_;
	open my $f, '<:raw', $name or die "$name: $!";
	local $/;
	return scalar <$f>;
}

sub spew {
	my ($name, $bytes) = @_;
	open my $f, '>:raw', $name or die "$name: $!";
	print $f $bytes or die;
	close $f or die;
}

sub run { # run COMMAND INPUT OUTPUT: its status, 128 and more for a signal
	my ($command, $in, $out) = @_;
	my ($program) = split / /, $command;
	system("$bin/$command <$in >$out 2>err");
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

my @words = (
	qw(the a of in and to not never no we they he she it our their last on Monday council harbour fee town bridge engine ship), '3', '12.5', '1,200',
	qw(said says told warned denied claimed asked added according to that whether will would), ('Ada Moore', 'Moore', 'Mr. Vell', 'Dr. J. R. Quint'),
	('Brenholt Lines', 'the Ministry of Works', 'U.S.', 'Norway', 'Norwegian', 'Lima', 'the official', 'a spokesman for the union', 'the minister'),
	("\xe2\x80\x9cWe will pay,\xe2\x80\x9d", '"Not one more,"', "\xe2\x80\x98so-called\xe2\x80\x99", "''never''", '`hm`', "don\xe2\x80\x99t", "isn't"),
	("caf\xc3\xa9", "nai\xcc\x88ve", "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0", "\xe6\x9d\xb1\xe4\xba\xac", "\xf0\x9f\x9a\xa2", "\xe2\x80\x8b", "\xef\xbb\xbf"),
);
my @marks = (
	'.', '.', ',', ',', '?', '!', ':', ';', '...', "\xe2\x80\xa6", "\xe2\x80\x94", ' - ', '(', ')', '[', ']', '"', '"', "'", "''",
	"\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x98", "\xe2\x80\x99", "\xc2\xab", "\xc2\xbb", "\xe2\x80\x9e", "\xe2\x80\xa2 ", '\\n', '\\n\\n', '\\n- ', '\\n\\n', '\\t', '\\\\',
);
my @dirt = (
	'&amp;', '&#8217;', '&quot;', '&nbsp;', '&bogus;', '&#x110000;', '<p>', '</p>', '<a href="x">', 'type="image/webp">', '<', '>', "\xe2\x82", "\xff",
	"\xc0\x80", "\xed\xa0\x80", "\0", "\x1b[31m", "\x7f", "\xc2\xa0", "\xe2\x80\xaf", "\xc3\xa2\xe2\x82\xac\xe2\x84\xa2", "\\r\\n", "\r", '\\q',
	"Photo: A. Moore", "Share this", "By Ada Moore", "LIMA (Northwire) \xe2\x80\x94",
);

sub article { # article DIRTY
	my ($dirty) = @_;
	my $s = '';
	for (1 .. 2 + rand(rand(120))) {
		my $p = rand;
		$s .= $p < 0.62 ? pick(@words) : $p < 0.95 || !$dirty ? pick(@marks) : pick(@dirt);
		$s .= ' ' if rand() < 0.8;
		$s .= ucfirst pick(@words) . ' ' if rand() < 0.1;
	}
	return $s;
}

sub unescape {
	my ($s) = @_;
	$s =~ s/\\(.)/$1 eq 't' ? "\t" : $1 eq 'n' ? "\n" : $1 eq 'r' ? "\r" : $1/ge;
	return $s;
}

# The rows of a stream, a list of lists of fields, by document in order.
sub documents {
	my ($name) = @_;
	my (@docs, $last);
	for my $line (split /\n/, slurp($name)) {
		my @f = split /\t/, $line, -1;
		push @docs, [] if !defined $last || $f[0] ne $last;
		$last = $f[0];
		push @{ $docs[-1] }, \@f;
	}
	return @docs;
}

# Every span of every row is what stands there; the rows added of a kind are ordered by start, the longer first.
sub spans {
	my ($name, $kind) = @_;
	my @why;
	for my $doc (documents($name)) {
		my $text = unescape($doc->[0][4]);
		my ($start, $end) = (0, 1e18);
		for my $f (@$doc) {
			my @at = ([@$f[4, 2, 3]]);
			push @at, [@$f[9, 10, 11]], [@$f[12, 13, 14]] if $f->[1] eq 'quote';
			for my $span (grep { $_->[1] ne '' } @at) {
				my ($words, $from, $to) = @$span;
				next if $to <= length $text && $from <= $to && unescape($words) eq substr $text, $from, $to - $from;
				push @why, "not what stands there: @$f";
			}
			next unless $f->[1] eq $kind;
			push @why, "order: @$f" if $f->[2] < $start || $f->[2] == $start && $f->[3] > $end;
			($start, $end) = @$f[2, 3];
		}
	}
	return @why;
}

# A stage passes on what it was given: the rows of each document come first, as they were, but for fields that it filled.
sub passed {
	my ($in, $out, @filled) = @_;
	my @before = documents($in);
	my @after = documents($out);
	return ('documents lost or made') if @before != @after;
	for my $i (0 .. $#before) {
		for my $j (0 .. $#{ $before[$i] }) {
			my @old = @{ $before[$i][$j] };
			my @new = @{ $after[$i][$j] // [] };
			if ($old[1] eq 'quote') {
				$old[$_] eq '' and $old[$_] = $new[$_] // '' for @filled;
			}
			return ("was: @old", "is: @new") if "@old" ne "@new";
		}
	}
	return ();
}

# The stream as it was before that stage.
sub without {
	my ($name, $kind, @filled) = @_;
	my $s = '';
	for my $doc (documents($name)) {
		for my $f (grep { $_->[1] ne $kind } @$doc) {
			if ($f->[1] eq 'quote') { $f->[$_] = '' for @filled }
			$s .= join("\t", @$f) . "\n";
		}
	}
	return $s;
}

sub same {
	return slurp($_[0]) eq slurp($_[1]);
}

# The lines of each document, put together.
sub by_document {
	my ($name) = @_;
	my (@docs, $last);
	for my $line (split /^/, slurp($name)) {
		my ($id) = split /\t/, $line, 2;
		push @docs, '' if !defined $last || $id ne $last;
		$last = $id;
		$docs[-1] .= $line;
	}
	return @docs;
}

sub pick_order {
	my @docs = @_;
	for my $i (reverse 1 .. $#docs) {
		my $j = int rand($i + 1);
		@docs[$i, $j] = @docs[$j, $i];
	}
	return @docs;
}

# Cut before that document, the parts give what the whole gave.
sub split_is_same {
	my ($command, $in, $out, $cut) = @_;
	my ($first, $rest) = slurp($in) =~ /\A(.*?)^(d$cut\t.*)\z/ms;
	spew('first', $first);
	spew('rest', $rest);
	run($command, 'first', 'first.out');
	run($command, 'rest', 'rest.out');
	return slurp('first.out') . slurp('rest.out') eq slurp($out);
}

# The texts that edit rows undo are those that came in, where a backslash that begins no escape is one.
sub rebuilt {
	my ($in, $edits) = @_;
	my %was = map { my ($id, $text) = split /\t/, $_, 2; ($id, $text) } split /\n/, slurp($in);
	my @why;
	for my $doc (documents($edits)) {
		my ($text, $id) = (unescape($doc->[0][4]), $doc->[0][0]);
		my $was = $was{$id} =~ s/\r\z//r;
		$was =~ s/\\([tnr\\])/{ t => "\t", n => "\n", r => "\r", '\\' => '\\' }->{$1}/ge;
		for my $f (reverse @$doc[1 .. $#$doc]) {
			my $original = $f->[6] =~ s/\\(x[0-9A-F]{2}|.)/length $1 == 3 ? chr hex substr $1, 1 : unescape("\\$1")/ger;
			substr $text, $f->[2], $f->[3] - $f->[2], $original;
		}
		push @why, "$id" if $text ne $was;
	}
	return @why;
}

# Random articles through the whole pipe.
my $in = 'two.tsv';
spew($in, join '', map { "d$_\t" . article(1) . "\n" } 1 .. $documents);
for my $stage (@stages) {
	my ($command, $kind, @filled) = @$stage;
	my ($program) = split / /, $command;
	next unless -x "$bin/$program";
	my $out = "$program.tsv";
	my $status = run($command, $in, $out);
	ok($status == 0, "$program: ends with 0", "status $status", slurp('err'));
	my @why = spans($out, $kind);
	ok(!@why, "$program: spans are what stands there, in order", @why);
	run($command, $in, 'again');
	ok(same($out, 'again'), "$program: same bytes twice");
	if ($program eq 'normalize') {
		run($command, $out, 'again');
		ok(same($out, 'again'), "$program: twice is once");
	} else {
		@why = passed($in, $out, @filled);
		ok(!@why, "$program: what was given comes out", @why);
		spew('bare', without($out, $kind, @filled));
		run($command, 'bare', 'again');
		ok(same($out, 'again'), "$program: its rows taken out and made again are the same");
	}
	if ($program ne 'match-quotes') {
		my @why = grep { !split_is_same($command, $in, $out, $_) } 1, 2, $documents - 1, $documents, map { 1 + int rand $documents } 1 .. 4;
		ok(!@why, "$program: any split of the documents gives the same", map { "cut before d$_" } @why);
		spew('shuffled', join '', pick_order(by_document($in)));
		run($command, 'shuffled', 'shuffled.out');
		ok(join('', sort(by_document($out))) eq join('', sort(by_document('shuffled.out'))), "$program: no document changes another");
	}
	if ($program eq 'normalize') {
		run("$command --edits", $in, 'edits');
		@why = rebuilt($in, 'edits');
		ok(!@why, 'normalize --edits: the text as it was can be built again', @why);
	}
	$in = $out;
}

# Garbage: shards of mark-up, references, misread letters and any bytes, run together; and articles in which bytes were changed.
my @shards = (
	@dirt, @dirt, @marks, 'type="image/webp">', 'class=x', 'data-a="b" ', '<b', '</b>', '<br/>', '<script>', '</script>', '<!--', '-->', '&am', 'p;', '&#', ';', '&lt;',
	'&gt;', '&amp;lt;', '&amp;amp;', '="', '>', '/>', ' ', '  ', "\xc2\xad", "\xe2\x80\x8d", "\xe2\x80\x8f", "\xcc\x81", "e", "A", "\xef\xac\x81", "\xef\xbc\xa1",
	"\xc3\x83\xc2\xa9", "\xc3\xa2", "\xc3\x83", "\xc2", "\xe2", "\x80", "\x99", "\x93", "\xd0", "\xd0\xa0\xd1\x9e", "\xe1\x85\xa1", "\xea\xb0\x80", '.', 'said.Then', "one\\ntwo",
);

sub garbage {
	my $p = rand;
	my $s = '';
	if ($p < 0.3) {
		$s = article(1);
		substr $s, rand length $s, rand 3, chr rand 256 for 0 .. rand 12;
	} elsif ($p < 0.4) {
		$s .= chr rand 256 for 0 .. rand 120;
	} else {
		$s .= rand() < 0.75 ? pick(@shards) : pick(@words) for 0 .. rand 40;
	}
	return $s =~ tr/\t\n//dr;
}

if (-x "$bin/normalize") {
	my $cases = $ENV{DOCUMENTS} // 1000;
	spew('garbage', join '', map { "g$_\t" . garbage() . "\n" } 1 .. $cases);
	my $status = run('normalize', 'garbage', 'once');
	ok($status == 0, 'normalize: ends with 0 on garbage', "status $status", slurp('err'));
	run('normalize', 'once', 'twice');
	my @once = split /\n/, slurp('once');
	my @twice = split /\n/, slurp('twice');
	my @why = map { "$once[$_] IS $twice[$_]" } grep { $once[$_] ne ($twice[$_] // '') } 0 .. $#once;
	ok(@once == $cases && !@why, 'normalize: twice is once, on garbage', @why);
}

# Tables of parts, put together, are the table of the whole.
if (-x "$bin/aggregate") {
	my @docs = by_document($in);
	my $cut = int rand @docs;
	spew('first', join '', @docs[0 .. $cut]);
	spew('rest', join '', @docs[$cut + 1 .. $#docs]);
	for my $by (qw(statement speaker entity source pair day stance)) {
		run("aggregate --by $by", $in, 'whole');
		run("aggregate --by $by --partial", $_, "$_.part") for 'first', 'rest';
		system("$bin/aggregate --by $by --merge first.part rest.part >merged");
		ok(same('whole', 'merged'), "aggregate --by $by: parts put together are the whole");
	}
}

# Mutated streams: whatever comes in, a program ends with 0 or 1, and what it prints is clean.
# The id stays: rows of a document that are parted by one of another are of two documents, and the second has no text.
sub mutate {
	my ($id, $row) = $_[0] =~ /^([^\t]*\t)(.*)/ or return $_[0];
	my $n = length $row;
	my @ways = (
		sub { substr $row, rand $n, 1, chr rand 256 },
		sub { substr $row, rand $n, 1, '' },
		sub { substr $row, rand $n, 0, pick("\t", '\\', "\0", "\r", "\xff", '9', '-', '"', 'x') },
		sub { $row =~ s/\t(\d+)\t/"\t" . int(rand 2000) . "\t"/e },
		sub { $row =~ s/(\d)\t/$1 . int(rand 1e9) . "\t"/e },
		sub { $row = substr $row, 0, rand $n },
		sub { my @f = split /\t/, $row, -1; $f[rand @f] = pick('', @words); $row = join "\t", @f },
		sub { my @f = split /\t/, $row, -1; splice @f, rand @f, 1; $row = join "\t", @f },
		sub { $row .= "\n$id$row" },
		sub { $row = '' },
	);
	pick(@ways)->();
	return $id . $row;
}

# Rows that neither come out nor are kept as rejects.  Fields of quote rows are filled, and texts of doc rows repaired or taken away.
sub lost {
	my ($command, $in) = @_;
	my %there;
	run("$command --rejects kept", $in, 'passed');
	$there{$_}++ for map { split /\n/, slurp($_) } 'passed', 'kept';
	return grep { !/^[^\t]*\t(?:(?:quote|doc)\t|entity(?:\t[^\t]*){4}\t(?:|[^\t]*\t)\t)/ && --$there{$_} < 0 } split /\n/, slurp($in) if $command !~ /normalize/;
	return ();
}

my $whole = -e 'match-quotes.tsv' ? 'match-quotes.tsv' : $in;
my $mutated = '';
for my $line (split /\n/, slurp($whole)) {
	$mutated .= (rand() < 0.15 ? mutate($line) : $line) . "\n" unless rand() < 0.02;
}
spew('mutated', $mutated);
for my $command ((map { $_->[0] } @stages), 'fields quote', 'aggregate --by statement', 'aggregate --by speaker', 'aggregate --by entity', 'report') {
	my ($program) = split / /, $command;
	next unless -x "$bin/$program";
	my @why;
	my $status = run($command, 'mutated', 'out');
	ok($status <= 1, "$command: ends with 0 or 1 on a mutated stream", "status $status", slurp('err') =~ /(ERROR.*|.*runtime error.*)/);
	@why = lost($command, 'mutated');
	ok(!@why, "$command: every row of a mutated stream comes out, or is among the rejects", @why) if grep { $_->[0] eq $command } @stages;
	next if $program eq 'normalize' || !grep { $_->[0] eq $command } @stages;
	$status = run('fields doc', 'out', 'clean');
	ok($status == 0, "$program: what it makes of a mutated stream is clean", "status $status", split /\n/, slurp('err'));
}

print "1..$tests\n";
exit($failed != 0);
