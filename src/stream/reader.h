/* reader: walks the named files, or standard input, a document at a time.  A row that breaks hearsay(5) is
 * named on stderr with file and line, left out, and kept in the rejects file if there is one. */
#ifndef READER_H
#define READER_H

#include <stdbool.h>

#include "doc.h"
#include "file.h"
#include "input.h"
#include "opt.h"
#include "progress.h"
#include "row.h"

/* What all programs that read the stream share; OPT_STREAM puts it into their table. */
struct stream_options {
	const char *rejects;
	bool line_buffered;
	bool progress;
};

#define OPT_STREAM(o) \
	OPT_STRING(0, "rejects", "FILE", &(o)->rejects, "keep rows that break the format in FILE, and end with 0"), \
	OPT_FLAG(0, "line-buffered", &(o)->line_buffered, "write each document out as soon as it is done"), \
	OPT_FLAG(0, "progress", &(o)->progress, "tell documents, bytes and bytes a second on stderr while at work")

enum reader_mode {
	READER_STREAM, /* hearsay(5), rows of a document together */
	READER_PARTS,  /* the same, to be taken by doc_parts: rows of a huge document are bare, but for its doc row and those with escapes */
	READER_DIRT    /* normalize's: a line is a document, two columns will do, and no byte is refused */
};

struct reader {
	const struct stream_options *options;
	enum reader_mode mode;
	char *const *path;   /* the next to open; NULL: none was named, and standard input is due */
	struct input in;     /* what is taken is the current document */
	struct lines lines;  /* those of the current document; of row i, when it is read, the line i */
	struct buf why;       /* it is broken: scratch */
	size_t docs;         /* done so far */
	size_t rejected;
	struct output rejects;
	struct progress progress;
};

/* paths: NULL-terminated; none is standard input, and so is "-".  options must outlive r. */
void reader_open(struct reader *r, char *const *paths, enum reader_mode mode, const struct stream_options *options);

/* The next document into *d, which is emptied first; false at the end of the last file.  Unless in READER_DIRT
 * mode its text is that of the doc row or, where that is empty, rebuilt from its sentences; every
 * span lies within it, and every row's text is what stands there.  Without either, d->text.at is NULL.
 * In READER_DIRT mode row 0 is a doc row whose text is raw, or a row of another kind to be passed on. */
bool reader_doc(struct reader *r, struct doc *d);

/* Speaks of the current document ("FILE:LINE: why") and counts it among the rejected; it still goes through. */
void reader_complain(struct reader *r, const char *why);

/* Closes, and returns the program's status: STATUS_DONE or STATUS_REJECTED. */
int reader_close(struct reader *r);

#endif
