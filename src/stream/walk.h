/* walk: the files that a command line means: those named, and all in the folders named, in byte order of
 * their paths.  Hidden files and folders are left alone, and links to folders are not followed. */
#ifndef WALK_H
#define WALK_H

#include <stdbool.h>

#include "buf.h"
#include "opt.h"

struct walk_file {
	const char *path;    /* valid until the next call */
	struct slice below;  /* the path below the folder that was named; the file's own name if it was itself */
	struct slice folder; /* the name of its folder, where files of several folders are walked; else empty */
	bool named;          /* by the command line, and not found in a folder */
};

struct walk {
	char *const *operand;        /* the next */
	bool apart;                  /* the operands lie in, or are, different folders */
	const struct opt_list *ends; /* endings wanted of files in folders; none: all */
	struct buf root;             /* the folder that was named */
	const char *empty;           /* it, while nothing of it was given or told of; else NULL */
	struct walk_name {
		char *path;
		bool folder;
	} *stack; /* what is still to do, the next on top */
	size_t len, cap;
	char *current;
	size_t unreadable; /* folders and files that could not be used, each named on stderr */
};

/* operands: NULL-terminated; none is standard input.  endings: "txt", or several "txt,html". */
void walk_open(struct walk *w, char *const *operands, const struct opt_list *endings);

/* The next file, "-" for standard input; false at the end.  An operand that does not exist ends the
 * program with STATUS_SYSTEM. */
bool walk_next(struct walk *w, struct walk_file *file);
void walk_close(struct walk *w);

/* Counts the file as unreadable and says why. */
void walk_complain(struct walk *w, const char *path, const char *why);

#endif
