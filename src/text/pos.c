#include "mem.h"
#include "pos_table.h"
#include "utf8.h"

enum { FIRST_BITS = 12, SIXTEEN = 16 };

/* A word's bytes by sixteen, the last with zeros behind them. */
static uint64_t
hash_of(struct slice word)
{
	uint64_t h = 0;

	for (size_t i = 0; i < word.len; i += SIXTEEN) {
		char bytes[SIXTEEN] = { 0 };

		memcpy(bytes, word.at + i, word.len - i < SIXTEEN ? word.len - i : SIXTEEN);
		h = pos_hash(h, eight_load(bytes), eight_load(bytes + 8));
	}
	return h;
}

/* Twice as many slots as before. */
static void
grow(struct pos *p)
{
	uint64_t *old = p->slot;
	size_t n = pos_slots(p);

	p->bits++;
	p->slot = mem_alloc(pos_slots(p) * sizeof *p->slot);
	for (size_t i = 0; i < n; i++)
		if (old[i] != 0)
			p->slot[pos_slot(p, old[i])] = old[i];
	mem_free(old);
}

struct pos *
pos_new(void)
{
	struct pos *p = mem_alloc(sizeof *p);

	p->bits = FIRST_BITS;
	p->slot = mem_alloc(pos_slots(p) * sizeof *p->slot);
	MEM_GROW(p->word, p->cap, pos_slots(p));
	p->word[p->words++] = (struct pos_word){ 0 };
	MEM_GROW(p->set, p->set_cap, 1);
	p->set[p->sets++] = 0;
	return p;
}

void
pos_free(struct pos *p)
{
	if (p == NULL)
		return;
	mem_free(p->slot);
	mem_free(p->word);
	mem_free(p->set);
	mem_free(p);
}

/* What is known of a word, to be added to; NULL if there are too many words. */
static struct pos_word *
word_of(struct pos *p, struct slice word)
{
	uint64_t hash = hash_of(word);
	size_t slot = pos_slot(p, hash);

	if (p->slot[slot] == 0) {
		if (p->words >> NUMBER_BITS != 0)
			return NULL;
		if (p->words * 2 >= pos_slots(p)) {
			grow(p);
			slot = pos_slot(p, hash);
		}
		MEM_GROW(p->word, p->cap, p->words + 1);
		p->word[p->words] = (struct pos_word){ 0 };
		p->slot[slot] = hash >> NUMBER_BITS << NUMBER_BITS | p->words++;
	}
	return &p->word[pos_number(p->slot[slot])];
}

void
pos_enter(struct pos *p, struct slice word, uint32_t is, uint16_t sense)
{
	struct pos_word *w = word_of(p, word);

	if (w == NULL)
		return;
	w->is |= is;
	if (w->sense == 0)
		w->sense = sense;
}

void
pos_key(struct pos *p, struct slice word, uint64_t of)
{
	struct pos_word *w = word_of(p, word);
	size_t i = 0;

	if (w == NULL)
		return;
	of |= p->set[w->key];
	while (i < p->sets && p->set[i] != of)
		i++;
	if (i == p->sets) {
		MEM_GROW(p->set, p->set_cap, p->sets + 1);
		p->set[p->sets++] = of;
	}
	w->key = (uint16_t)i;
}

const uint64_t *
pos_keys(const struct pos *p)
{
	return p->set;
}

struct pos_word
pos_look(const struct pos *p, struct slice word)
{
	char bytes[WORD_MAX];
	struct buf folded = { bytes, 0, sizeof bytes };
	unsigned char high = 0;

	for (size_t i = 0; i < word.len; i++)
		high |= (unsigned char)word.at[i];
	if (high < 0x80)
		return pos_means(p, hash_of(word));
	/* utf8_fold never makes a word longer than half again */
	if (word.len * 3 > sizeof bytes * 2)
		return (struct pos_word){ 0 };
	utf8_fold(&folded, word);
	return pos_means(p, hash_of(buf_slice(&folded)));
}
