/* ids: no two documents share one. */
#include "ids.h"

#include "tap.h"

static const struct {
	const char *id, *got, *does;
} rows[] = {
	{ "a", "a", "a new id is taken as it is" },
	{ "a", "a~2", "the second of a name is numbered" },
	{ "a~3", "a~3", "a number may be part of an id" },
	{ "a", "a~4", "a number that another has is passed over" },
	{ "", "", "an empty id is an id like others" },
};

int
main(void)
{
	struct ids ids = { 0 };
	struct arena arena = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		tap_same(ids_take(&ids, slice_from(rows[i].id), &arena), slice_from(rows[i].got), rows[i].does);
	tap_ok(ids_has(&ids, slice_from("a~4")), "a number that was given is known");
	tap_ok(!ids_has(&ids, slice_from("b")), "another is not");
	for (size_t i = 0; i < 10000; i++)
		ids_take(&ids, slice_from("many"), &arena);
	tap_same(ids_take(&ids, slice_from("many"), &arena), slice_from("many~10001"), "ten thousand of a name");
	ids_free(&ids);
	arena_free(&arena);
	return tap_done();
}
