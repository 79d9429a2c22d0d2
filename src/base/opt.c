#include "opt.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "file.h"
#include "mem.h"

enum { HELP_COLUMN = 26 };

_Noreturn void
program_usage(const char *format, ...)
{
	char line[1024];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	die(STATUS_USAGE, "%s (see %s --help)", line, err_name());
}

size_t
program_choice(const char *option, const char *arg, const char *words)
{
	struct slice rest = slice_from(words);

	for (size_t i = 0; rest.at != NULL; i++)
		if (slice_is(slice_cut(&rest, ' '), arg))
			return i;
	program_usage("--%s takes one of %s, not '%s'", option, words, arg);
}

static void
help_option(char letter, const char *name, const char *arg, const char *does)
{
	int n = letter != 0 ? printf("  -%c, ", letter) : printf("      ");

	n += printf("--%s%s%s", name, arg != NULL ? " " : "", arg != NULL ? arg : "");
	printf("%*s%s\n", n + 2 > HELP_COLUMN ? 2 : HELP_COLUMN - n, "", does);
}

static void
help(const struct program *self)
{
	printf("%s - %s\n\nusage: %s [options] %s\n\n", self->name, self->does, self->name, self->operands);
	for (const struct opt *o = self->options; o->kind != OPT_KIND_END; o++)
		help_option(o->letter, o->name, o->arg, o->does);
	help_option('h', "help", NULL, "show this and end");
	help_option('V', "version", NULL, "show the version and end");
	if (self->example != NULL)
		printf("\nexample:\n  %s\n", self->example);
	printf("\nsee also: %s(1), hearsay(5) for the format, hearsay(7) for a tour\n", self->name);
}

/* Ends with what was printed safely written, or says that it was not. */
static _Noreturn void
answered(void)
{
	if (fflush(stdout) != 0 || ferror(stdout))
		die_errno("standard output");
	exit(STATUS_DONE);
}

static void
set_number(const struct opt *o, const char *arg)
{
	size_t *to = o->to;

	if (!slice_number(slice_from(arg), to))
		program_usage("--%s takes a number, not '%s'", o->name, arg);
}

static void
set_share(const struct opt *o, const char *arg)
{
	double *to = o->to;
	char *end;

	*to = strtod(arg, &end);
	if (strspn(arg, "0123456789.") != strlen(arg) || end == arg || *end != '\0' || *to > 1)
		program_usage("--%s takes a number from 0 to 1, not '%s'", o->name, arg);
}

static void
set_list(const struct opt *o, const char *arg)
{
	struct opt_list *to = o->to;

	MEM_GROW(to->at, to->cap, to->len + 1);
	to->at[to->len++] = arg;
}

static void
set(const struct opt *o, const char *arg)
{
	if (arg == NULL) { /* a flag, since no other kind goes without */
		*(bool *)o->to = true;
		return;
	}
	switch (o->kind) {
	case OPT_KIND_STRING: *(const char **)o->to = arg; break;
	case OPT_KIND_LIST: set_list(o, arg); break;
	case OPT_KIND_NUMBER: set_number(o, arg); break;
	case OPT_KIND_SHARE: set_share(o, arg); break;
	case OPT_KIND_FLAG:
	case OPT_KIND_END: break;
	}
}

static const struct opt *
find_letter(const struct opt *o, char letter)
{
	while (o->kind != OPT_KIND_END && o->letter != letter)
		o++;
	return o->kind != OPT_KIND_END ? o : NULL;
}

static const struct opt *
find_name(const struct opt *o, const char *name, size_t len)
{
	while (o->kind != OPT_KIND_END && (strncmp(o->name, name, len) != 0 || o->name[len] != '\0'))
		o++;
	return o->kind != OPT_KIND_END ? o : NULL;
}

/* --name, --name=arg, --name arg.  Returns the last argument used. */
static char **
parse_long(const struct program *self, char **argv)
{
	const char *name = *argv + 2;
	const char *equals = strchr(name, '=');
	size_t len = equals != NULL ? (size_t)(equals - name) : strlen(name);
	const struct opt *o = find_name(self->options, name, len);

	if (strcmp(name, "help") == 0) {
		help(self);
		answered();
	}
	if (strcmp(name, "version") == 0) {
		printf("%s (hearsay) %s\n", self->name, VERSION);
		answered();
	}
	if (o == NULL)
		program_usage("unknown option --%.*s", (int)len, name);
	if (o->arg == NULL && equals != NULL)
		program_usage("--%s takes no argument", o->name);
	if (o->arg != NULL && equals == NULL && argv[1] == NULL)
		program_usage("--%s needs %s", o->name, o->arg);
	if (o->arg == NULL || equals != NULL) {
		set(o, equals != NULL ? equals + 1 : NULL);
		return argv;
	}
	set(o, argv[1]);
	return argv + 1;
}

/* -abc, -oarg, -o arg.  Returns the last argument used. */
static char **
parse_letters(const struct program *self, char **argv)
{
	for (const char *p = *argv + 1; *p != '\0'; p++) {
		const struct opt *o = find_letter(self->options, *p);

		if (o == NULL && (*p == 'h' || *p == 'V')) {
			char *as_long[] = { *p == 'h' ? "--help" : "--version", NULL };

			parse_long(self, as_long);
		}
		if (o == NULL)
			program_usage("unknown option -%c", *p);
		if (o->arg == NULL) {
			set(o, NULL);
			continue;
		}
		if (p[1] == '\0' && argv[1] == NULL)
			program_usage("-%c needs %s", *p, o->arg);
		set(o, p[1] != '\0' ? p + 1 : argv[1]);
		return p[1] != '\0' ? argv : argv + 1;
	}
	return argv;
}

/* Operands are moved to the front of argv as the options between them are used up. */
char **
program_begin(const struct program *self, char **argv)
{
	char **operands = argv + (*argv != NULL);
	char **next = operands;

	err_begin(self->name);
	file_standard();
	for (argv = operands; *argv != NULL; argv++) {
		if (strcmp(*argv, "--") == 0) {
			while (*++argv != NULL)
				*next++ = *argv;
			break;
		}
		if (strncmp(*argv, "--", 2) == 0)
			argv = parse_long(self, argv);
		else if ((*argv)[0] == '-' && (*argv)[1] != '\0')
			argv = parse_letters(self, argv);
		else
			*next++ = *argv;
	}
	*next = NULL;
	return operands;
}
