#include "err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "show.h"

static const char *name = "hearsay";

void
err_begin(const char *program)
{
	name = program;
}

const char *
err_name(void)
{
	return name;
}

/* In place: what would act on a terminal becomes "?". */
static void
tame(char *line)
{
	struct slice rest = slice_from(line);
	char *to = line;
	bool acts;

	while (rest.len > 0) {
		size_t n = show_next(rest, &acts);

		memmove(to, acts ? "?" : rest.at, acts ? 1 : n);
		to += acts ? 1 : n;
		rest = slice_sub(rest, n, rest.len);
	}
	*to = '\0';
}

/* One line, whatever stands in the message: file names and article text may hold anything. */
static void
say(const char *format, va_list args, const char *why)
{
	char line[4096];

	if (vsnprintf(line, sizeof line, format, args) < 0)
		line[0] = '\0';
	tame(line);
	fprintf(stderr, "%s: %s%s%s\n", name, line, why != NULL ? ": " : "", why != NULL ? why : "");
}

void
warn(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args, NULL);
	va_end(args);
}

_Noreturn void
die(int status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args, NULL);
	va_end(args);
	_exit(status); /* nothing is left to be done, and what is still in memory is no leak */
}

_Noreturn void
die_errno(const char *format, ...)
{
	const char *why = strerror(errno);
	va_list args;

	va_start(args, format);
	say(format, args, why);
	va_end(args);
	_exit(STATUS_SYSTEM);
}
