/* record: what readers cut out of files of foreign formats, and parsers make articles of. */
#ifndef RECORD_H
#define RECORD_H

#include "slice.h"

/* How the bytes of a format fall into records. */
enum record_unit {
	RECORD_FILE,   /* a file is one */
	RECORD_LINE,   /* a line is one; empty lines are none */
	RECORD_QUOTED, /* likewise, but quotation marks hold newlines (csv.h) */
	RECORD_OBJECT, /* an object of JSON, in a list or not */
	RECORD_WARC    /* lines of a head, an empty one, and a body of a length that the head tells */
};

struct record {
	struct slice head; /* of WARC: its lines */
	struct slice body; /* without its newline */
	size_t number;     /* of the line in its file at which it begins, from 1 */
	char separator;    /* of RECORD_QUOTED: stands between its fields */
	const char *why;   /* it is broken: half a sentence; NULL: it is whole */
};

#endif
