/* progress: one line on stderr, rewritten as documents are read. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>

struct reader;

/* Tells when --progress asks for it, or when stderr is a terminal and the input is a named file. */
void progress_begin(struct reader *r, bool files);
void progress_step(struct reader *r);
void progress_end(struct reader *r);

#endif
