/* buf: bytes that grow by appending.  A zeroed struct is an empty buf; buf_free ends it. */
#ifndef BUF_H
#define BUF_H

#include <stdint.h>

#include "mem.h"
#include "slice.h"

struct buf {
	char *at;
	size_t len;
	size_t cap;
};

/* Makes room for n more bytes, so that they can be written at at + len. */
__attribute__((cold)) void buf_room(struct buf *b, size_t n);
void buf_add(struct buf *b, struct slice s);
void buf_string(struct buf *b, const char *s);
void buf_number(struct buf *b, size_t n);
void buf_free(struct buf *b);

static inline void
buf_byte(struct buf *b, char c)
{
	if (b->len == b->cap)
		buf_room(b, 1);
	b->at[b->len++] = c;
}

static inline void
buf_clear(struct buf *b)
{
	b->len = 0;
}

/* What b holds; valid until b changes. */
static inline struct slice
buf_slice(const struct buf *b)
{
	return slice_make(b->at, b->len);
}

#endif
