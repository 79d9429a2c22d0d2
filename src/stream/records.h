/* records: the records of files, one at a time. */
#ifndef RECORDS_H
#define RECORDS_H

#include <stdbool.h>

#include "input.h"
#include "record.h"

struct records {
	struct input *in;
	enum record_unit unit;
	struct buf head;    /* of the record at hand */
	struct slice rest;  /* of a file of JSON, which is held as a whole */
	char separator;     /* of a file of CSV, told by its first line */
	bool begun;
	bool entered;       /* the records are those of a list in the file's object */
};

/* Begins on a file that was opened; what r held before is used again. */
void records_open(struct records *r, struct input *in, enum record_unit unit);

/* The next record, valid until the next call; false at the end of the file, or where reading failed (in->error). */
bool records_next(struct records *r, struct record *record);

/* Of a file of JSON that is one object, which is no article: goes on with the objects of the longest list in it ({"articles":
 * [{...}]}).  False if it holds none; once a file. */
bool records_enter(struct records *r, const struct record *record);
void records_free(struct records *r);

#endif
