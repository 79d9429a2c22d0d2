#!/usr/bin/perl
# refusals: the system refuses memory, a read, a write, a close or a fork, at every place where a program asks for one.  Whatever
# is refused, a program ends with 3 and says so in one line, or its output is whole; it never dies of a signal.
use strict;
use warnings;
use File::Temp 'tempdir';
use File::Basename 'dirname';
use Cwd 'abs_path';

my $top = abs_path(dirname($0) . '/../..');
my ($bin, $o) = map { m{^/} ? $_ : "$top/$_" } $ENV{BIN} // 'bin', $ENV{O} // 'build';
my $faulty = "$o/test/faulty.so";
if ($bin =~ /san/) { # the sanitizers bring their own malloc
	print "1..0 # SKIP allocations are the sanitizers' own\n";
	exit;
}
my $dir = tempdir(CLEANUP => 1);
chdir $dir or die;
$ENV{LC_ALL} = 'C';
my ($tests, $failed) = (0, 0);

sub ok {
	my ($good, $name, @why) = @_;
	$tests++;
	print $good ? '' : 'not ', "ok $tests - $name\n", map { "# $_\n" } $good ? () : @why[0 .. ($#why < 4 ? $#why : 4)];
	$failed++ unless $good;
}

sub slurp {
	open my $f, '<:raw', $_[0] or die "$_[0]: $!";
	local $/;
	return scalar <$f> // '';
}

sub spew {
	open my $f, '>:raw', $_[0] or die "$_[0]: $!";
	print $f $_[1] or die;
	close $f or die;
}

# run COMMAND FAULT: status (128 and more for a signal), what it wrote, what it said but for the bad rows, which faults.bats looks at
sub run {
	my ($command, $fault) = @_;
	my $pid = fork;
	if ($pid == 0) {
		open STDOUT, '>', 'out' or die;
		open STDERR, '>', 'err' or die;
		open STDIN, '<', '/dev/null' or die;
		@ENV{'FAULT', 'LD_PRELOAD'} = ($fault, $faulty);
		my @words = split / /, $command;
		$words[0] = "$bin/$words[0]";
		exec @words or die;
	}
	waitpid $pid, 0;
	my $said = slurp('err') =~ s/^[a-z-]+: bad\.tsv:\d[^\n]*\n//mgr;
	return ($? & 127 ? 128 + ($? & 127) : $? >> 8, slurp('out'), $said);
}

# Why the end is not one that may be; '' if it is.  What was written may be lost where it cannot be closed.
sub wrong {
	my ($name, $want, $what, $why, $status, $out, $err) = @_;
	$err =~ s/\Aparser error :[^\n]*\n+//; # libxml2's own line, before ours
	return '' if $status == 0 && $out eq $want && $err eq '' && $what ne 'close';
	return "status 0" . ($out eq $want ? '' : ', and the output is another') if $status == 0;
	# a file of a folder that cannot be read is named, and left out
	return '' if $status == 1 && $err =~ m{^gather: folder/[ab]\.txt: $why\ngather: 1 file or folder gave nothing\n\z}i;
	return "status $status: $err" if $status != 3;
	return $err =~ /^\Q$name\E: [^\n]*(?:$why)[^\n]*\n\z/i ? '' : "says: $err";
}

# All of them with EVERY=1; else the first 100, then ever fewer: what comes later is more of the same.
sub steps {
	my ($most) = @_;
	my @n;
	for (my $n = 1; $n <= $most; $n += 1 + ($n > 100 && !$ENV{EVERY} ? int($n / 20) : 0)) { push @n, $n }
	push @n, $most if @n && $n[-1] != $most;
	return @n;
}

# Articles in every format that gather reads, and the stream that comes of them.
my $said = '"We will not pay," Ada Moore of Brenholt Lines said. Mr. Vell told Moore that no ship had left the port of Lima.';
(my $html = "<title>No money</title><p>$said</p><p>$said</p><script type=\"application/ld+json\">{\"\@type\":\"NewsArticle\",\"headline\":\"No\"}</script>") =~ s/"We/&quot;We/;
(my $json = $said) =~ s/"/\\"/g;
(my $csv = $said) =~ s/"/""/g;
mkdir 'folder' or die;
spew('folder/a.txt', "No money\n\n$said\n");
spew('folder/b.txt', "$said\n");
spew('a.html', $html);
spew('a.jsonl', "{\"id\": \"a\", \"text\": \"$json\"}\n" x 2);
spew('a.csv', "id,text\na,\"$csv\"\n");
spew('a.wet', "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://a.example/1\r\nContent-Length: " . length($said) . "\r\n\r\n$said\r\n\r\n");
spew('a.sfeed', "1763600000\tNo money\thttp://a.example/1\t<p>$said</p>\thtml\t\t\t\n");
spew('two.tsv', "a\t$said&amp; caf\xc3\x83\xc2\xa9 <b>x</b>\nb\t$said\nc\t\xe2\x80\x9cNo ship had left the port of Lima,\xe2\x80\x9d Vell said.\n");
spew('names.tsv', "Brenholt Lines\torg\torg:brenholt\n");
spew('short.tsv', "Hptwm.\tjoin\n");
spew('cues.tsv', "yodel\tverb\tsay\tquote\t\n");
spew('words.tsv', "hardly\tnegation\n");
my $from = 'two.tsv';
for my $made (['docs.tsv', 'normalize --edits'], ['sentences.tsv', 'sentence-split'], ['quotes.tsv', 'extract-quotes'], ['entities.tsv', 'tag-entities'],
	['all.tsv', 'match-quotes --edits'], ['part.tsv', 'aggregate --by speaker --partial']) {
	system("$bin/$made->[1] $from >$made->[0]") == 0 or die;
	$from = $made->[0];
}
spew('bad.tsv', slurp('all.tsv') . "a\tsentence\t0\n" x 9);
system("$bin/tag-entities --lexicon names.tsv --compile names.packed") == 0 or die;
my @commands = (
	'gather folder', (map { "gather a.$_" } qw(html jsonl csv)), (map { "gather --from $_ a.$_" } qw(wet sfeed)), 'gather --from tsv two.tsv',
	'normalize --edits two.tsv',
	'sentence-split --lang auto docs.tsv', 'sentence-split --lexicon short.tsv --boilerplate ^No docs.tsv',
	'extract-quotes sentences.tsv', 'extract-quotes --lexicon cues.tsv sentences.tsv',
	'tag-entities quotes.tsv', 'tag-entities --method rules --lexicon names.tsv quotes.tsv', 'tag-entities --lexicon names.packed quotes.tsv',
	'tag-entities --lexicon names.tsv --compile again.packed',
	'match-quotes --edits --lexicon words.tsv entities.tsv', 'match-quotes --memory 1 entities.tsv',
	(map { "aggregate --by $_ all.tsv" } qw(statement speaker entity source pair stance day conflict)),
	'aggregate --by speaker --partial all.tsv', 'aggregate --by speaker --merge part.tsv', 'aggregate --by speaker --merge --sorted part.tsv',
	'report all.tsv', 'report -f ledger all.tsv', 'report -f tsv all.tsv', 'fields quote text all.tsv', 'train-tagger all.tsv', 'normalize --help',
	(map { "$_ --rejects kept bad.tsv" } qw(extract-quotes match-quotes report)),
);

for my $command (@commands) {
	my ($name) = split / /, $command;
	my ($status, $want, $counts) = run($command, 'count');
	my %done;
	@done{qw(alloc read write close fork)} = $counts =~ /^(\d+) (\d+) (\d+) (\d+) (\d+)$/ or die "$command: $counts";
	for my $what (['alloc', 'memory'], ['read', 'input/output error'], ['write', 'no space left'], ['close', 'input/output error'],
		['fork', 'temporarily unavailable']) {
		next if $done{ $what->[0] } == 0;
		my @bad;
		for my $n (steps($done{ $what->[0] })) {
			my $why = wrong($name, $want, @$what, run($command, "$what->[0]:$n"));
			push @bad, "$what->[0] $n: $why" if $why ne '';
		}
		ok(!@bad, "$command: any of $done{$what->[0]} calls of $what->[0] that fails", @bad);
	}
	my @short = run($command, 'short');
	ok($short[0] == $status && $short[1] eq $want, "$command: short and interrupted reads and writes change nothing", "status $short[0]", $short[2]);
}
print "1..$tests\n";
exit($failed != 0);
