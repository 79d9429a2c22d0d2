#include "ids.h"

#include "hash.h"

/* Not 0. */
static uint64_t
hash_of(struct slice id)
{
	return hash_bytes(id) | 1;
}

/* The place of a hash: its own, or the free one where it belongs. */
static struct id_seen *
find(const struct ids *ids, uint64_t hash)
{
	size_t i = (size_t)(hash >> 20);

	while (ids->at[i & (ids->size - 1)].hash != 0 && ids->at[i & (ids->size - 1)].hash != hash)
		i++;
	return &ids->at[i & (ids->size - 1)];
}

static void
grow(struct ids *ids)
{
	struct ids larger = { .size = ids->size == 0 ? 64 : ids->size * 2, .len = ids->len };

	larger.at = mem_alloc(larger.size * sizeof *larger.at);
	for (size_t i = 0; i < ids->size; i++)
		if (ids->at[i].hash != 0)
			*find(&larger, ids->at[i].hash) = ids->at[i];
	mem_free(ids->at);
	*ids = larger;
}

/* Counts the id; returns how often it was asked for. */
static uint64_t
count(struct ids *ids, struct slice id)
{
	struct id_seen *seen;

	if (ids->len * 4 >= ids->size * 3)
		grow(ids);
	seen = find(ids, hash_of(id));
	ids->len += seen->hash == 0;
	seen->hash = hash_of(id);
	return ++seen->times;
}

static struct slice
numbered(struct slice id, uint64_t n, struct arena *a)
{
	struct slice digits = arena_number(a, (size_t)n);
	char *p = arena_alloc(a, id.len + 1 + digits.len);

	memcpy(p, id.at, id.len);
	p[id.len] = '~';
	memcpy(p + id.len + 1, digits.at, digits.len);
	return slice_make(p, id.len + 1 + digits.len);
}

struct slice
ids_take(struct ids *ids, struct slice id, struct arena *a)
{
	struct slice answer = id;
	uint64_t times = count(ids, id);

	while (times > 1) {
		answer = numbered(id, times, a);
		if (count(ids, answer) == 1)
			break;
		times = count(ids, id);
	}
	return answer;
}

bool
ids_has(const struct ids *ids, struct slice id)
{
	return ids->size > 0 && find(ids, hash_of(id))->hash != 0;
}

void
ids_free(struct ids *ids)
{
	mem_free(ids->at);
	*ids = (struct ids){ 0 };
}
