#!/usr/bin/env bats
# make install, uninstall and dist, and what shells complete.
load common

@test "what is installed is whole, works where it stands, and goes again" {
	make -s install DESTDIR="$BATS_TEST_TMPDIR/root" PREFIX=/usr
	cd "$BATS_TEST_TMPDIR/root/usr"
	for program in bin/*; do
		name=${program##*/}
		[ -s "share/man/man1/$name.1" ]
		[ -s "share/bash-completion/completions/$name" ]
		[ -s "share/zsh/site-functions/_$name" ]
		"$program" --version >/dev/null
	done
	[ -s share/man/man5/hearsay.5 ]
	[ -s share/man/man7/hearsay.7 ]
	[ -s share/doc/hearsay/lexicon/en/cues.tsv ]
	printf '"All is well," said Odo Brandt.\n' >"$BATS_TEST_TMPDIR/odo.txt"
	ln -s "$PWD/bin/hearsay" "$BATS_TEST_TMPDIR/hearsay"
	PATH=/usr/bin:/bin "$BATS_TEST_TMPDIR/hearsay" "$BATS_TEST_TMPDIR/odo.txt" | grep -q 'Odo Brandt'
	cd "$OLDPWD"
	make -s uninstall DESTDIR="$BATS_TEST_TMPDIR/root" PREFIX=/usr
	[ -z "$(find "$BATS_TEST_TMPDIR/root" -type f)" ]
}

@test "each choice that is offered is taken by its program" {
	scripts/completions bash "${BIN:-bin}" "$BATS_TEST_TMPDIR/bash"
	for file in "$BATS_TEST_TMPDIR"/bash/*; do
		bash -n "$file"
		program=${file##*/}
		[ "$program" != hearsay ] || continue
		sed -n "s/^\t\(-[^)]* | \)*\(--[a-z]*\)) .*-W '\([^']*\)'.*/\2 \3/p" "$file" | while read -r option choices; do
			for choice in $choices; do
				"$program" "$option" "$choice" </dev/null >/dev/null
			done
		done
	done
}

@test "behind a program's name its options are offered, behind an option its choices" {
	scripts/completions bash "${BIN:-bin}" "$BATS_TEST_TMPDIR/bash"
	# shellcheck source=/dev/null
	. "$BATS_TEST_TMPDIR/bash/aggregate"
	COMP_WORDS=(aggregate --by st) COMP_CWORD=2
	_hearsay_aggregate
	[ "${COMPREPLY[*]}" = 'statement stance' ]
	COMP_WORDS=(aggregate --par) COMP_CWORD=1
	_hearsay_aggregate
	[ "${COMPREPLY[*]}" = --partial ]
}
