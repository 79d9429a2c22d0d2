/* mem: memory that is there, or the program ends with STATUS_SYSTEM. */
#ifndef MEM_H
#define MEM_H

#include <stddef.h>
#include <stdint.h>

#include "slice.h"

/* size zeroed bytes; the caller frees them with mem_free. */
void *mem_alloc(size_t size);
void *mem_resize(void *p, size_t size);

/* The same as mem_alloc, for a table that is read all over: one of megabytes lies in large pages where the system has such (Linux), as
 * looking up the addresses of small ones takes longer than reading them. */
void *mem_table(size_t size);

/* The same, not zeroed; what a library is given in place of malloc. */
void *mem_take(size_t size);
void mem_free(void *p);

/* Says that what these bytes hold is needed no more, though others beside them are: the pages that they fill are given back where
 * the system takes them (Linux), and hold anything. */
void mem_forget(const void *at, size_t len);

/* Ends the program, as all of these do: a library found no memory by itself. */
_Noreturn void mem_missing(void);

/* Makes room for need items of size bytes each in the growable array *p of *cap items.  Cold: the loops that ask for room
 * keep what they have in registers, and the calls lie behind them. */
__attribute__((cold)) void mem_grow(void **p, size_t *cap, size_t need, size_t size);

/* clang's analyzer does not know that what has room is there. */
#ifdef __clang_analyzer__
#define MEM_IS_THERE(array) ((array) != NULL ? (void)0 : __builtin_unreachable())
#else
#define MEM_IS_THERE(array) ((void)0)
#endif

#define MEM_GROW(array, cap, need) \
	do { \
		if ((need) > (cap)) { \
			void *mem_grown_ = (array); \
			mem_grow(&mem_grown_, &(cap), (need), sizeof *(array)); \
			(array) = mem_grown_; \
		} \
		MEM_IS_THERE(array); \
	} while (0)

/* arena: memory given out piece by piece and taken back in one call.  A zeroed struct is an
 * empty arena. */
struct arena_block;

struct arena {
	struct arena_block *block; /* the one that is being filled */
	size_t left;               /* bytes of it not yet given out */
};

/* size bytes, aligned for any type, not zeroed; theirs until arena_reset or arena_free. */
void *arena_alloc(struct arena *a, size_t size);

/* A copy of s. */
struct slice arena_copy(struct arena *a, struct slice s);

/* n in decimal digits, and n hundredths, below ten: "0.75". */
struct slice arena_number(struct arena *a, size_t n);
struct slice arena_hundredths(struct arena *a, unsigned n);

/* Takes everything back and keeps one block for the next use. */
void arena_reset(struct arena *a);

/* Takes back what was given out since a was as in then, a copy of it. */
void arena_back(struct arena *a, const struct arena *then);

void arena_free(struct arena *a);

#endif
