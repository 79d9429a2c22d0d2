/* reader: walks the named files, or standard input, a document at a time.  A row that breaks hearsay(5) is
 * named on stderr with file and line, left out, and kept in the rejects file if there is one. */
#ifndef READER_H
#define READER_H

#include <stdbool.h>

#include "doc.h"
#include "file.h"
#include "opt.h"

/* What all programs that read the stream share; OPT_STREAM puts it into their table. */
struct stream_options {
	const char *rejects;
	bool line_buffered;
	bool progress;
};

#define OPT_STREAM(o) \
	OPT_STRING(0, "rejects", "FILE", &(o)->rejects, "keep rows that break hearsay(5) in FILE; they do not change the status"), \
	OPT_FLAG(0, "line-buffered", &(o)->line_buffered, "write each document out as soon as it is done"), \
	OPT_FLAG(0, "progress", &(o)->progress, "tell documents, MB and MB/s on stderr as the work goes on")

enum reader_mode {
	READER_STREAM, /* hearsay(5), rows of a document together */
	READER_DIRT    /* normalize's: a line is a document, two columns will do, and no byte is refused */
};

struct reader {
	const struct stream_options *options;
	enum reader_mode mode;
	char **path;           /* the next to open */
	const char *name;      /* of the open file, for messages */
	int fd;
	bool opened;
	size_t line;           /* number of the last line taken */
	size_t seen;           /* bytes taken from all files */
	size_t docs;
	struct buf buf;        /* bytes read and not yet used, from `from` on */
	size_t from;
	struct buf scratch;
	struct slice *field;   /* pool of the current document's fields */
	size_t nfield, field_cap;
	size_t rejected;
	bool rejects_open;
	struct output rejects;
	long long began, told; /* for progress, in milliseconds */
	struct line { size_t start, end, number; } *lines; /* of the current document, offsets into buf */
	size_t nline, line_cap;
};

/* paths: NULL-terminated; none is standard input, and so is "-".  options must outlive r. */
void reader_open(struct reader *r, char **paths, enum reader_mode mode, const struct stream_options *options);

/* The next document into *d, which is emptied first; false at the end of the last file.  In
 * READER_STREAM mode its text is known (rebuilt from its sentences where the doc row's is empty),
 * every span lies within it, and every row's text is what stands there. */
bool reader_doc(struct reader *r, struct doc *d);

/* Speaks of the current document ("FILE:LINE: why") as if its row i had broken the format: counts it, and keeps it with
 * the rejects.  The row still goes through. */
void reader_complain(struct reader *r, const struct doc *d, const char *why);

/* Closes, and returns the program's status: STATUS_DONE or STATUS_REJECTED. */
int reader_close(struct reader *r);

#endif
