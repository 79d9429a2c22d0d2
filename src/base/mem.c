#include "mem.h"

#include <stdalign.h>
#include <stdlib.h>

#include "digits.h"
#include "err.h"

enum { ARENA_FIRST = 64 * 1024 };

struct arena_block {
	struct arena_block *before;
	size_t size;
	alignas(max_align_t) char bytes[];
};

void *
mem_alloc(size_t size)
{
	void *p = calloc(1, size > 0 ? size : 1);

	if (p == NULL)
		die_errno("out of memory");
	return p;
}

void *
mem_resize(void *p, size_t size)
{
	p = realloc(p, size > 0 ? size : 1);
	if (p == NULL)
		die_errno("out of memory");
	return p;
}

void *
mem_take(size_t size)
{
	return mem_resize(NULL, size);
}

_Noreturn void
mem_missing(void)
{
	die(STATUS_SYSTEM, "out of memory");
}

void
mem_free(void *p)
{
	free(p);
}

void
mem_grow(void **p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap;

	if (need <= n)
		return;
	n = n < 16 ? 16 : n + n / 2;
	if (n < need)
		n = need;
	if (n > SIZE_MAX / size)
		die(STATUS_SYSTEM, "out of memory");
	*p = mem_resize(*p, n * size);
	*cap = n;
}

static __attribute__((cold)) struct arena_block *
block_new(struct arena_block *before, size_t size)
{
	struct arena_block *b;

	if (size > SIZE_MAX - sizeof *b)
		die(STATUS_SYSTEM, "out of memory");
	b = malloc(sizeof *b + size);
	if (b == NULL)
		die_errno("out of memory");
	b->before = before;
	b->size = size;
	return b;
}

/* A new block, where the one that is being filled has not that many bytes left. */
static void
see_room(struct arena *a, size_t size)
{
	if (a->block != NULL && a->left >= size)
		return;
	a->block = block_new(a->block, size > ARENA_FIRST ? size : ARENA_FIRST);
	a->left = a->block->size;
}

/* A block is given out from its end on: digits are written from the last to the first. */
void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);

	if (size > SIZE_MAX - align)
		die(STATUS_SYSTEM, "out of memory");
	see_room(a, size + align);
	a->left = (a->left - size) / align * align;
	return a->block->bytes + a->left;
}

/* Bytes need no alignment, and are many and short. */
struct slice
arena_copy(struct arena *a, struct slice s)
{
	see_room(a, s.len);
	a->left -= s.len;
	if (s.len > 0)
		memcpy(a->block->bytes + a->left, s.at, s.len);
	return slice_make(a->block->bytes + a->left, s.len);
}

struct slice
arena_number(struct arena *a, size_t n)
{
	struct slice digits;

	see_room(a, DIGITS_MAX);
	digits = digits_before(a->block->bytes + a->left, n);
	a->left -= digits.len;
	return digits;
}

struct slice
arena_hundredths(struct arena *a, unsigned n)
{
	char text[] = { (char)('0' + n / 100), '.', (char)('0' + n / 10 % 10), (char)('0' + n % 10) };

	return arena_copy(a, slice_make(text, sizeof text));
}

/* Keeps the first block, which is of the common size: what one huge document took is given back. */
void
arena_reset(struct arena *a)
{
	while (a->block != NULL && a->block->before != NULL) {
		struct arena_block *before = a->block->before;

		free(a->block);
		a->block = before;
	}
	a->left = a->block != NULL ? a->block->size : 0;
}

void
arena_back(struct arena *a, const struct arena *then)
{
	while (a->block != then->block) {
		struct arena_block *before = a->block->before;

		free(a->block);
		a->block = before;
	}
	a->left = then->left;
}

void
arena_free(struct arena *a)
{
	arena_reset(a);
	free(a->block);
	*a = (struct arena){ 0 };
}
