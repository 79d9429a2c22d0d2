#define _DEFAULT_SOURCE
#include <stdlib.h>
#include <sys/mman.h>

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
