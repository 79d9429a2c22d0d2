#include "buf.h"

#include "digits.h"
#include "err.h"

void
buf_room(struct buf *b, size_t n)
{
	if (n > SIZE_MAX - b->len)
		die(STATUS_SYSTEM, "out of memory");
	MEM_GROW(b->at, b->cap, b->len + n);
}

void
buf_add(struct buf *b, struct slice s)
{
	if (s.len == 0)
		return;
	if (b->cap - b->len < s.len)
		buf_room(b, s.len);
	memcpy(b->at + b->len, s.at, s.len);
	b->len += s.len;
}

void
buf_string(struct buf *b, const char *s)
{
	buf_add(b, slice_from(s));
}

void
buf_number(struct buf *b, size_t n)
{
	char digits[DIGITS_MAX];

	buf_add(b, digits_before(digits + sizeof digits, n));
}

void
buf_free(struct buf *b)
{
	mem_free(b->at);
	*b = (struct buf){ 0 };
}
