#include "intern.h"

#include "eight.h"

enum { FIRST_SLOTS = 256 };

/* Eight bytes a step; it stays in the table, so that it may differ between builds. */
static uint32_t
quick_hash(struct slice s)
{
	const uint64_t k = 0x9E3779B97F4A7C15u;
	uint64_t h = s.len * k;
	size_t i = 0;

	for (; i + 8 <= s.len; i += 8) {
		h = (h ^ eight_load(s.at + i)) * k;
		h ^= h >> 29;
	}
	h = (h ^ eight_few(s.at + i, s.len - i)) * k;
	return (uint32_t)(h >> 32);
}

/* The slot of s, or the free one where it belongs. */
static size_t
find(const struct intern *in, struct slice s, uint32_t hash)
{
	size_t at = hash & (in->slots - 1);

	while (in->slot[at].number != 0 && (in->slot[at].hash != hash || !slice_eq(in->text[in->slot[at].number - 1], s)))
		at = (at + 1) & (in->slots - 1);
	return at;
}

static void
grow(struct intern *in)
{
	struct intern_slot *old = in->slot;
	size_t n = in->slots;

	in->slots = n == 0 ? FIRST_SLOTS : 2 * n;
	in->slot = mem_alloc(in->slots * sizeof *in->slot);
	for (size_t i = 0; i < n; i++) {
		size_t at = old[i].hash & (in->slots - 1);

		if (old[i].number == 0)
			continue;
		while (in->slot[at].number != 0)
			at = (at + 1) & (in->slots - 1);
		in->slot[at] = old[i];
	}
	mem_free(old);
}

uint32_t
intern_add(struct intern *in, struct slice s)
{
	uint32_t hash = quick_hash(s);
	size_t at;

	if (2 * (in->len + 1) > in->slots)
		grow(in);
	at = find(in, s, hash);
	if (in->slot[at].number != 0)
		return in->slot[at].number - 1;
	MEM_GROW(in->text, in->cap, in->len + 1);
	in->text[in->len] = arena_copy(&in->arena, s);
	in->slot[at] = (struct intern_slot){ (uint32_t)(in->len + 1), hash };
	return (uint32_t)in->len++;
}

void
intern_expect(const struct intern *in, struct slice s)
{
	if (in->slots > 0)
		__builtin_prefetch(&in->slot[quick_hash(s) & (in->slots - 1)], 1);
}

bool
intern_find(const struct intern *in, struct slice s, uint32_t *number)
{
	size_t at;

	if (in->slots == 0)
		return false;
	at = find(in, s, quick_hash(s));
	if (in->slot[at].number == 0)
		return false;
	*number = in->slot[at].number - 1;
	return true;
}

void
intern_end(struct intern *in)
{
	mem_free(in->slot);
	in->slot = NULL;
	in->slots = 0;
}

void
intern_free(struct intern *in)
{
	mem_free(in->text);
	mem_free(in->slot);
	arena_free(&in->arena);
	memset(in, 0, sizeof *in);
}
