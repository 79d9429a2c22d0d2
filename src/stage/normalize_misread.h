/* normalize_misread: characters that together are one character of UTF-8, read byte by byte through another codec, and
 * how much each such sequence looks like it. */
#ifndef NORMALIZE_MISREAD_H
#define NORMALIZE_MISREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "normalize_codec.h"
#include "slice.h"

enum { MISREAD_STRONG = 3, MISREAD_LIKELY = 2, MISREAD_WEAK = 1 };

struct misread {
	size_t start, end;  /* bytes of the text */
	uint32_t code;      /* what it was; U+FFFD where a byte of it was lost */
	unsigned points;    /* 0: may as well be what it looks like, or makes no sense read otherwise */
	bool from_cyrillic; /* it begins with a Cyrillic letter */
	bool partial;       /* a byte of it was lost, or became a blank */
};

/* A run of characters beyond ASCII, read through one codec. */
struct misread_run {
	struct misread *at;
	size_t len, cap;
	size_t intact;      /* its characters that are part of no sequence */
};

/* One past the characters beyond ASCII that begin at i. */
size_t misread_run_end(struct slice text, size_t i);

/* The codecs, as bits, through which something in the run text[start, end) may have been misread; of those in
 * `blanks` also what a blank behind the run would complete. */
unsigned misread_codecs(const struct codecs *c, struct slice text, size_t start, size_t end, unsigned blanks);

/* Adds to count[codec], for each codec, how many sequences the run text[start, end) holds, whatever they may be. */
void misread_count(size_t *count, const struct codecs *c, struct slice text, size_t start, size_t end);

/* Does anything in the run look misread, so that it is worth while to weigh the document? */
bool misread_suspected(const struct codecs *c, struct slice text, size_t start, size_t end);

/* Reads the run text[start, end) through a codec into *run, whose array is used again (the caller ends it with
 * mem_free). */
void misread_read(struct misread_run *run, const struct codecs *c, size_t codec, struct slice text, size_t start, size_t end);

#endif
