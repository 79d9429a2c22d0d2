#define _DEFAULT_SOURCE
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mem.h"

enum { LARGE_PAGE = 1 << 21 }; /* bytes, on most machines; elsewhere it is but an alignment */

void *
mem_table(size_t size)
{
	void *p;

	if (size < LARGE_PAGE)
		return mem_alloc(size);
	if (posix_memalign(&p, LARGE_PAGE, size) != 0)
		mem_missing();
#ifdef MADV_HUGEPAGE
	madvise(p, size, MADV_HUGEPAGE);
#endif
	return memset(p, 0, size);
}

void
mem_forget(const void *at, size_t len)
{
#ifdef MADV_DONTNEED
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), end = ((uintptr_t)at + len) / page * page;
	size_t before = (page - (uintptr_t)at % page) % page;

	if ((uintptr_t)at + before < end)
		madvise((char *)at + before, end - (uintptr_t)at - before, MADV_DONTNEED);
#else
	(void)at;
	(void)len;
#endif
}
