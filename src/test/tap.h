/* tap: tests in C that print TAP for prove.  A test program calls tap_* and ends with `return tap_done();`. */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stdio.h>

#include "slice.h"

static int tap_count, tap_failed;

static inline bool
tap_ok(bool good, const char *does)
{
	tap_count++;
	tap_failed += !good;
	printf("%sok %d - %s\n", good ? "" : "not ", tap_count, does);
	return good;
}

/* Compares bytes, and shows both where they differ. */
static inline bool
tap_same(struct slice got, struct slice want, const char *does)
{
	bool good = tap_ok(slice_eq(got, want), does);

	if (!good)
		printf("# got:  %.*s\n# want: %.*s\n", (int)got.len, got.at, (int)want.len, want.at);
	return good;
}

static inline int
tap_done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed > 0;
}

#endif
