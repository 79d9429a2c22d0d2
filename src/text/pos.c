#include "mem.h"
#include "pos_table.h"
#include "utf8.h"

enum { FIRST_BITS = 16 /* the English list does not outgrow */, SIXTEEN = 16 };

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

/* Where the number of that meaning stands, or may be put. */
static uint32_t *
number_at(struct pos *p, const struct pos_word *w)
{
	uint64_t value = (uint64_t)w->is << 32 | (uint64_t)w->sense << 16 | w->key;
	size_t i = (size_t)(value * UINT64_C(0x9E3779B97F4A7C15) >> p->shift);

	while (p->number[i] != 0 && memcmp(&p->meaning[p->number[i]], w, sizeof *w) != 0)
		i = (i + 1) & (pos_slots(p) - 1);
	return &p->number[i];
}

/* Makes room for as many words, and meanings, as those bits can number. */
static void
resize(struct pos *p, unsigned bits)
{
	uint64_t *old = p->slot;
	size_t n = old != NULL ? pos_slots(p) : 0;

	mem_free(p->number);
	p->shift = 64 - bits;
	p->last = ((size_t)1 << bits) - 1;
	p->slot = mem_alloc(pos_slots(p) * sizeof *p->slot);
	p->number = mem_alloc(pos_slots(p) * sizeof *p->number);
	for (size_t i = 0; i < n; i++)
		if (old[i] != 0)
			p->slot[pos_slot(p, old[i])] = old[i];
	for (size_t i = 1; i < p->meanings; i++)
		*number_at(p, &p->meaning[i]) = (uint32_t)i;
	mem_free(old);
}

struct pos *
pos_new(void)
{
	struct pos *p = mem_alloc(sizeof *p);

	resize(p, FIRST_BITS);
	MEM_GROW(p->meaning, p->cap, pos_slots(p));
	p->meaning[p->meanings++] = (struct pos_word){ 0 };
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
	mem_free(p->meaning);
	mem_free(p->number);
	mem_free(p->set);
	mem_free(p);
}

/* Lets the word of that hash mean w. */
static void
mean(struct pos *p, uint64_t hash, struct pos_word w)
{
	uint32_t *number = number_at(p, &w);
	size_t slot = pos_slot(p, hash);

	if (*number == 0 && p->meanings >> NUMBER_BITS != 0)
		return;
	if (*number == 0) {
		MEM_GROW(p->meaning, p->cap, p->meanings + 1);
		p->meaning[p->meanings] = w;
		*number = (uint32_t)p->meanings++;
	}
	p->words += p->slot[slot] == 0;
	p->slot[slot] = hash >> NUMBER_BITS << NUMBER_BITS | *number;
	if (p->words * 2 >= pos_slots(p) || p->meanings * 2 >= pos_slots(p))
		resize(p, 64 - p->shift + 1);
}

void
pos_enter(struct pos *p, struct slice word, uint32_t is, uint16_t sense)
{
	uint64_t hash = hash_of(word);
	struct pos_word w = p->meaning[pos_number(p, hash)];

	w.is |= is;
	if (w.sense == 0)
		w.sense = sense;
	mean(p, hash, w);
}

void
pos_key(struct pos *p, struct slice word, uint64_t of)
{
	uint64_t hash = hash_of(word);
	struct pos_word w = p->meaning[pos_number(p, hash)];
	size_t i = 0;

	of |= p->set[w.key];
	while (i < p->sets && p->set[i] != of)
		i++;
	if (i == p->sets) {
		MEM_GROW(p->set, p->set_cap, p->sets + 1);
		p->set[p->sets++] = of;
	}
	w.key = (uint16_t)i;
	mean(p, hash, w);
}

const uint64_t *
pos_keys(const struct pos *p)
{
	return p->set;
}

/* Appends a word whose only letters beyond ASCII are typographic apostrophes ("n’t"), with plain ones; false if there are others. */
static bool
plain(struct buf *b, struct slice word)
{
	for (size_t i = 0; i < word.len; i++) {
		if ((unsigned char)word.at[i] < 0x80)
			b->at[b->len++] = word.at[i];
		else if (word.len - i >= 3 && memcmp(word.at + i, "\xE2\x80\x99", 3) == 0) {
			b->at[b->len++] = '\'';
			i += 2;
		} else
			return false;
	}
	return true;
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
		return p->meaning[pos_number(p, hash_of(word))];
	/* utf8_fold never makes a word longer than half again */
	if (word.len * 3 > sizeof bytes * 2)
		return (struct pos_word){ 0 };
	if (!plain(&folded, word)) {
		folded.len = 0;
		utf8_fold(&folded, word);
	}
	return p->meaning[pos_number(p, hash_of(buf_slice(&folded)))];
}
