#include "vocab.h"

#include "eight.h"

#define KEY (UINT64_C(1) << 63) /* set in every key, so that none is 0 */

enum {
	FIRST_SLOTS = 4096,
	FEW = 256,       /* tokens that are numbered at a time */
	MANY = 1 << 16,  /* terms: few words of a document are not among those */
	LARGE = 1 << 18  /* slots that one huge document may take, and must give back */
};

struct vocab_slot {
	uint64_t key; /* 0: free */
	struct numbers numbers;
};

static uint64_t
mix(uint64_t h, uint64_t with)
{
	h = (h ^ with) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 32;
}

/* n bytes, 1 to 8, as a number; `left` is how many the text still has. */
static inline uint64_t
bytes_at(const char *at, size_t n, size_t left)
{
	return left >= 8 ? eight_load(at) & UINT64_MAX >> (8 - n) * 8 : eight_few(at, n);
}

static inline uint64_t
key_of(struct slice text, const struct token *t)
{
	const char *at = text.at + t->start;
	size_t len = t->end - t->start;
	uint64_t h = (len << 16 | ((uint64_t)(t->flags << 8 | t->kind) & (TOKEN_UPPER << 8 | 0xFF))) * UINT64_C(0xD6E8FEB86659FD93);

	for (; len > 8; len -= 8, at += 8)
		h = mix(h, eight_load(at));
	return mix(h, bytes_at(at, len, (size_t)(text.at + text.len - at))) | KEY;
}

/* The slot with that key, or the free one that it would have. */
static inline struct vocab_slot *
find(struct vocab_slot *slot, size_t slots, uint64_t key)
{
	size_t i = (size_t)key & (slots - 1);

	while (slot[i].key != key && slot[i].key != 0)
		i = (i + 1) & (slots - 1);
	return &slot[i];
}

/* Makes room for one more in a table of which so many slots are used. */
static void
make_room(struct vocab_slot **slot, size_t *slots, size_t used)
{
	struct vocab_slot *old = *slot;
	size_t n = *slots;

	if (used * 2 < n)
		return;
	*slots = n > 0 ? n * 2 : FIRST_SLOTS;
	*slot = mem_table(*slots * sizeof **slot);
	for (size_t i = 0; i < n; i++)
		if (old[i].key != 0)
			*find(*slot, *slots, old[i].key) = old[i];
	mem_free(old);
}

static uint32_t
fold_of(struct vocab *v, uint64_t hash)
{
	struct vocab_slot *s;

	make_room(&v->fold, &v->fold_slots, v->folds);
	s = find(v->fold, v->fold_slots, hash | KEY);
	if (s->key == 0) {
		*s = (struct vocab_slot){ hash | KEY, { .fold = (uint32_t)v->folds++ } };
		MEM_GROW(v->small, v->small_cap, v->folds);
		v->small[s->numbers.fold] = 0;
	}
	return s->numbers.fold;
}

/* Makes the term one of its fold's without a capital. */
static void
note_small(struct vocab *v, struct numbers n)
{
	v->smaller[n.term] = v->small[n.fold];
	v->small[n.fold] = n.term + 1;
}

static struct numbers
add(struct vocab *v, uint64_t key, struct slice text, const struct token *t)
{
	uint64_t hash = lexicon_hash(token_text(text, t));
	struct vocab_slot new = { key, { (uint32_t)v->terms, fold_of(v, hash) } };

	make_room(&v->slot, &v->slots, v->terms);
	*find(v->slot, v->slots, key) = new;
	MEM_GROW(v->term, v->term_cap, v->terms + 1);
	MEM_GROW(v->smaller, v->smaller_cap, v->terms + 1);
	v->term[v->terms++] = (struct term){ .hash = hash };
	if (t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL) == 0 && t->end - t->start >= VOCAB_SMALL)
		note_small(v, new.numbers);
	return new.numbers;
}

/* All slots of a few tokens are known before the first is read: the wait for one is spent on others. */
static void
number_few(struct vocab *v, struct slice text, const struct token *tokens, size_t n, struct numbers *out)
{
	uint64_t key[FEW];

	for (size_t i = 0; i < n; i++) {
		key[i] = key_of(text, &tokens[i]);
		__builtin_prefetch(&v->slot[(size_t)key[i] & (v->slots - 1)]);
	}
	for (size_t i = 0; i < n; i++) {
		const struct vocab_slot *s = find(v->slot, v->slots, key[i]);

		out[i] = s->key != 0 ? s->numbers : add(v, key[i], text, &tokens[i]);
		__builtin_prefetch(&v->term[out[i].term]);
	}
}

void
vocab_number(struct vocab *v, struct slice text, const struct token *tokens, size_t n, struct numbers *out)
{
	for (size_t i = 0; i < n; i += FEW)
		number_few(v, text, tokens + i, n - i < FEW ? n - i : FEW, out + i);
}

void
vocab_begin(struct vocab *v)
{
	if (v->slots > 0 && v->terms <= MANY)
		return;
	v->emptied++;
	if (v->slots > LARGE)
		vocab_free(v);
	if (v->slots > 0) {
		memset(v->slot, 0, v->slots * sizeof *v->slot);
		memset(v->fold, 0, v->fold_slots * sizeof *v->fold);
	}
	v->terms = v->folds = 0;
	make_room(&v->slot, &v->slots, 0);
}

void
vocab_free(struct vocab *v)
{
	mem_free(v->term);
	mem_free(v->slot);
	mem_free(v->fold);
	mem_free(v->small);
	mem_free(v->smaller);
	*v = (struct vocab){ .emptied = v->emptied };
}

void *
vocab_notes(const struct vocab *v, struct vocab_notes *notes, size_t n, size_t size)
{
	if (notes->emptied != v->emptied) {
		if (notes->cap > LARGE) {
			mem_free(notes->at);
			notes->at = NULL;
			notes->cap = 0;
		}
		notes->emptied = v->emptied;
		notes->len = 0;
	}
	if (n > notes->cap)
		mem_grow(&notes->at, &notes->cap, n, size);
	if (n > notes->len)
		memset((char *)notes->at + notes->len * size, 0, (n - notes->len) * size);
	notes->len = n > notes->len ? n : notes->len;
	return notes->at;
}
