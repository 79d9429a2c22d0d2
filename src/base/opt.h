/* opt: from one table a program, its parsing, --help, --version and usage errors. */
#ifndef OPT_H
#define OPT_H

#include <stdbool.h>
#include <stddef.h>

enum opt_kind { OPT_KIND_END, OPT_KIND_FLAG, OPT_KIND_STRING, OPT_KIND_LIST, OPT_KIND_NUMBER, OPT_KIND_SHARE };

/* The arguments of an option that may be given more than once, in order. */
struct opt_list {
	const char **at;
	size_t len, cap;
};

struct opt {
	enum opt_kind kind;
	char letter;      /* 0: none */
	const char *name; /* without the dashes */
	const char *arg;  /* what --help calls its argument; NULL: takes none */
	void *to;
	const char *does;
};

#define OPT_FLAG(letter, name, to, does) { OPT_KIND_FLAG, letter, name, NULL, 1 ? (to) : (bool *)0, does }
#define OPT_STRING(letter, name, arg, to, does) \
	{ OPT_KIND_STRING, letter, name, arg, 1 ? (to) : (const char **)0, does }
#define OPT_LIST(letter, name, arg, to, does) \
	{ OPT_KIND_LIST, letter, name, arg, 1 ? (to) : (struct opt_list *)0, does }
/* A decimal number without sign; anything else is a usage error. */
#define OPT_NUMBER(letter, name, arg, to, does) \
	{ OPT_KIND_NUMBER, letter, name, arg, 1 ? (to) : (size_t *)0, does }
/* A decimal from 0 to 1 ("0.75", ".5"); anything else is a usage error. */
#define OPT_SHARE(letter, name, arg, to, does) \
	{ OPT_KIND_SHARE, letter, name, arg, 1 ? (to) : (double *)0, does }
#define OPT_END { OPT_KIND_END, 0, NULL, NULL, NULL, NULL }

struct program {
	const char *name;
	const char *does;     /* half a sentence for --help and whatis */
	const char *operands; /* "[FILE ...]" */
	const char *example;  /* a line that --help shows; may be NULL */
	const struct opt *options;
};

/* Parses argv by the table; -h/--help and -V/--version are answered here, on stdout, with
 * status 0, and a wrong option dies with STATUS_USAGE.  Names the program to err.
 * Returns the operands, NULL-terminated; "-" is an operand, "--" ends the options. */
char **program_begin(const struct program *self, char **argv);

/* Dies with STATUS_USAGE, one line: the message and where help is. */
_Noreturn void program_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The number of arg, from 0, among the words that the option takes, with a blank between them; dies with STATUS_USAGE if it is
 * none. */
size_t program_choice(const char *option, const char *arg, const char *words);

#endif
