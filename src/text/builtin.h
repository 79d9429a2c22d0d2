/* builtin: the word lists embedded when built (scripts/embed writes the table). */
#ifndef BUILTIN_H
#define BUILTIN_H

struct builtin {
	const char *lang; /* NULL ends the table */
	const char *name;
	const char *start, *end;
};

extern const struct builtin builtin_lists[];

#endif
