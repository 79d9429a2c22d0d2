/* progress: one line on stderr, rewritten as documents are read. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress {
	bool tells, terminal;
	bool told;            /* a line stands there, to be ended */
	long long began, due; /* milliseconds; when to tell next */
};

/* Tells when it is wanted, or, of what takes more than a second, when stderr is a terminal and the input a named file. */
void progress_begin(struct progress *p, bool wanted, bool files);

/* docs and bytes are those done so far. */
void progress_step(struct progress *p, size_t docs, size_t bytes);
void progress_end(struct progress *p, size_t docs, size_t bytes);

#endif
