/* input: the bytes of one file, by lines, by number or as a whole; what is taken is held in memory, and no
 * more.  Slices are valid until the next call. */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>

#include "buf.h"

struct input {
	const char *name; /* of the open file, for messages; NULL: none is open */
	int fd;
	int error;        /* errno of the read that failed, which ends the file; 0: none did */
	bool at_end;
	struct buf buf;   /* bytes read; those taken last begin at from and end at to */
	size_t from, to;
	size_t number;    /* of the last line taken, from 1 */
	size_t bytes;     /* taken from all files so far */
};

/* The operands or, where there are none, "-". */
char *const *input_paths(char *const *operands);

/* Opens path ("-": standard input); the buffer of a file before is used again.  False, with errno set, if
 * it cannot be opened. */
bool input_open(struct input *in, const char *path);

/* The same, but ends the program where that fails, or where the file is the one that standard output writes to. */
void input_begin(struct input *in, const char *path);
void input_close(struct input *in);

/* Gives the memory back. */
void input_free(struct input *in);

/* The next line, without its newline.  False at the end of the file. */
bool input_line(struct input *in, struct slice *line);

/* Joins the line behind to the one taken last, newline and all.  False at the end of the file; *line is valid then too. */
bool input_line_more(struct input *in, struct slice *line);

/* All that is taken, its last newline among it. */
static inline struct slice
input_taken(const struct input *in)
{
	return slice_make(in->buf.at + in->from, in->to - in->from);
}

/* The next n bytes; fewer where the file ends. */
struct slice input_take(struct input *in, size_t n);

/* All that is left. */
struct slice input_rest(struct input *in);

/* Up to n bytes that come next, without taking them. */
struct slice input_peek(struct input *in, size_t n);

/* What is there of the bytes that come next, without taking them. */
struct slice input_ahead(struct input *in);

/* Reads more behind what *ahead is of those; false at the end of the file, and *ahead is as it was. */
bool input_more(struct input *in, struct slice *ahead);

/* Takes n of the bytes ahead, which end so many lines. */
void input_took(struct input *in, size_t n, size_t lines);

#endif
