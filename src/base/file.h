/* file: whole files in, checked bytes out. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>

#include "buf.h"

/* Where standard input, output or error is closed, puts there what can be neither read nor written: no file that is opened
 * later takes its place.  From now on a file that may grow no more is one that cannot be written, and ends nothing. */
void file_standard(void);

/* All of the named file ("-": standard input), in memory of a; dies naming it if it cannot be read, or is written to
 * meanwhile. */
struct slice file_read(const char *path, struct arena *a);

/* As file_read, mapped where the file is one that can be: nothing is read before it is needed.  A file that
 * others cut short while it is in use ends the program with STATUS_SYSTEM. */
struct slice file_map(const char *path, struct arena *a);

/* output: a buffered file descriptor whose every write is checked: a failure dies naming it. */
struct output {
	struct buf buf;
	const char *name;
	char *beside; /* what is written until output_close gives it its name; NULL: the name's own file is */
	int fd;
	bool flush_each; /* output_row ends with a flush */
	bool shows;      /* control characters but LF and TAB are shown, not sent */
};

/* Writes to standard output; where that is a terminal, what would act on it is shown. */
void output_stdout(struct output *o);

/* Writes nowhere: what is added stays in buf. */
void output_keep(struct output *o);

/* Are these descriptors of one file on a disk? */
bool file_is_one(int a, int b);

/* Creates or empties the named file, for what is left out of the inputs; dies if it cannot, or the file is one of them, or standard
 * input or output. */
void output_apart(struct output *o, const char *path, char *const *inputs);

/* The same, but the named file stays as it is until output_close has all of the new one.  A link, a pipe or a device
 * is written to. */
void output_replace(struct output *o, const char *path);
void output_add(struct output *o, struct slice s);

/* Says that what was appended to buf is whole and may go out. */
void output_row(struct output *o);
void output_flush(struct output *o);

/* Flushes and closes; dies if either fails, and of output_replace nothing is left then. */
void output_close(struct output *o);

#endif
