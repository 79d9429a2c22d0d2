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

void *
arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	char *p;

	if (size > SIZE_MAX - align)
		die(STATUS_SYSTEM, "out of memory");
	size = (size + align - 1) / align * align;
	if (a->block == NULL || a->block->size - a->used < size) {
		size_t wanted = a->block != NULL ? a->block->size : ARENA_FIRST;

		a->block = block_new(a->block, wanted > size ? wanted : size);
		a->used = 0;
	}
	p = a->block->bytes + a->used;
	a->used += size;
	return p;
}

struct slice
arena_copy(struct arena *a, struct slice s)
{
	char *p = arena_alloc(a, s.len);

	if (s.len > 0)
		memcpy(p, s.at, s.len);
	return slice_make(p, s.len);
}

struct slice
arena_number(struct arena *a, size_t n)
{
	return digits_before((char *)arena_alloc(a, DIGITS_MAX) + DIGITS_MAX, n);
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
	a->used = 0;
}

void
arena_free(struct arena *a)
{
	arena_reset(a);
	free(a->block);
	*a = (struct arena){ 0 };
}
