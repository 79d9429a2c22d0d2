/* writer: passes a document's rows on byte for byte, then the rows that were added to it. */
#ifndef WRITER_H
#define WRITER_H

#include "doc_part.h"
#include "file.h"
#include "reader.h"

struct writer {
	struct output out;
	struct output kept; /* rows that wait until all before them are written */
	struct buf head;    /* of the rows of one kind that are added */
	size_t written;     /* rows of the document that is read in parts */
};

void writer_open(struct writer *w, const struct stream_options *options);

/* Rows read first, in their order: as the same bytes, or with the fields since filled; then the added ones, ordered
 * by doc_order. */
void writer_doc(struct writer *w, struct doc *d);

/* Writes the rows read up to the first that waits for a later part than the present one, and gives back the memory of their lines.
 * Rows that were added to the part are kept as bytes: the next writer_doc, which is to be of all of it, writes them behind its own. */
void writer_part(struct writer *w, struct doc_parts *p);

/* Flushes and closes; dies if anything was not written. */
void writer_close(struct writer *w);

#endif
