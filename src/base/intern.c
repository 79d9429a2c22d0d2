#include "intern.h"

#include "hash.h"

enum { FIRST_SLOTS = 256 };

/* The slot of s, or the free one where it belongs. */
static size_t
find(const struct intern *in, struct slice s)
{
	size_t at = hash_bytes(s) & (in->slots - 1);

	while (in->slot[at] != 0 && !slice_eq(in->text[in->slot[at] - 1], s))
		at = (at + 1) & (in->slots - 1);
	return at;
}

static void
grow(struct intern *in)
{
	mem_free(in->slot);
	in->slots = in->slots == 0 ? FIRST_SLOTS : 2 * in->slots;
	in->slot = mem_alloc(in->slots * sizeof *in->slot);
	for (size_t i = 0; i < in->len; i++)
		in->slot[find(in, in->text[i])] = (uint32_t)(i + 1);
}

uint32_t
intern_add(struct intern *in, struct slice s)
{
	size_t at;

	if (2 * (in->len + 1) > in->slots)
		grow(in);
	at = find(in, s);
	if (in->slot[at] != 0)
		return in->slot[at] - 1;
	MEM_GROW(in->text, in->cap, in->len + 1);
	in->text[in->len] = arena_copy(&in->arena, s);
	in->slot[at] = (uint32_t)(in->len + 1);
	return (uint32_t)in->len++;
}

bool
intern_find(const struct intern *in, struct slice s, uint32_t *number)
{
	size_t at;

	if (in->slots == 0)
		return false;
	at = find(in, s);
	if (in->slot[at] == 0)
		return false;
	*number = in->slot[at] - 1;
	return true;
}

void
intern_free(struct intern *in)
{
	mem_free(in->text);
	mem_free(in->slot);
	arena_free(&in->arena);
	memset(in, 0, sizeof *in);
}
