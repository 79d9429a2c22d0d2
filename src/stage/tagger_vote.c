#include "tagger_vote.h"

#include "mem.h"

struct ballot {
	uint64_t word; /* 0: free */
	uint32_t count[VOTE_TYPES + 1]; /* [0]: no name */
};

enum { FIRST_SLOTS = 256 };

void
votes_clear(struct votes *v)
{
	if (v->slots > FIRST_SLOTS && v->used < v->slots / 16)
		votes_free(v); /* what one huge document took is given back */
	if (v->slots > 0)
		memset(v->slot, 0, v->slots * sizeof *v->slot);
	v->used = 0;
}

void
votes_free(struct votes *v)
{
	mem_free(v->slot);
	*v = (struct votes){ 0 };
}

static struct ballot *
ballot_of(const struct votes *v, uint64_t word)
{
	size_t i = (size_t)(word >> 17) & (v->slots - 1);

	while (v->slot[i].word != 0 && v->slot[i].word != word)
		i = (i + 1) & (v->slots - 1);
	return &v->slot[i];
}

static void
grow(struct votes *v)
{
	struct votes old = *v;

	v->slots = old.slots > 0 ? old.slots * 2 : FIRST_SLOTS;
	v->slot = mem_alloc(v->slots * sizeof *v->slot);
	for (size_t i = 0; i < old.slots; i++)
		if (old.slot[i].word != 0)
			*ballot_of(v, old.slot[i].word) = old.slot[i];
	mem_free(old.slot);
}

static unsigned
type_of(unsigned tag)
{
	return tag == 0 ? 0 : (tag - 1) / 4 + 1;
}

void
votes_count(struct votes *v, uint64_t word, unsigned tag)
{
	struct ballot *b;

	if (v->used * 2 >= v->slots)
		grow(v);
	b = ballot_of(v, word);
	v->used += b->word == 0;
	b->word = word;
	b->count[type_of(tag)]++;
}

unsigned
votes_of(const struct votes *v, uint64_t word, unsigned own)
{
	struct ballot b;
	unsigned best = 0;
	uint32_t most = 0;

	if (word == 0 || v->slots == 0)
		return VOTE_NONE;
	b = *ballot_of(v, word);
	b.count[type_of(own)] -= b.count[type_of(own)] > 0;
	for (unsigned type = 1; type <= VOTE_TYPES; type++) { /* without branches: no type is likelier */
		best = b.count[type] > most ? type : best;
		most = b.count[type] > most ? b.count[type] : most;
	}
	return best != 0 ? best : b.count[0] > 0 ? VOTE_NO_NAME : VOTE_NONE;
}
