/* spool: rows laid by in a temporary file, to be read again.  It has no name, so nothing is left behind however the
 * program ends. */
#ifndef SPOOL_H
#define SPOOL_H

#include "doc.h"
#include "file.h"

struct spool {
	struct output out;
	char dash[2];
	char *paths[2]; /* for reader_open */
};

/* Opens an empty spool in TMPDIR, or /tmp. */
void spool_open(struct spool *s);

/* Lays by the rows of d as they were read. */
void spool_doc(struct spool *s, const struct doc *d);

/* Ends the writing and makes the spool standard input, which must have been read; returns the paths to give to reader_open, in
 * READER_STREAM mode. */
char **spool_paths(struct spool *s);
void spool_close(struct spool *s);

#endif
