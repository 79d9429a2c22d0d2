#include "match_key.h"

#include "hash.h"

enum {
	RARE = 8,        /* of a quotation's content stems, that many are keys */
	PAIRED = 3,      /* and that many of them two by two */
	RUN = 4,         /* words in a shingle */
	WINNOW = 4,      /* of so many shingles in a row, one is a key */
	SHINGLES = 48,   /* at most, of one quotation */
	LINKS = 2,       /* to the neighbours in a key's list */
	WHOLE = 8,       /* words in a quotation that is a key as a whole */
	FEW = 5          /* words in marks that are a fragment */
};

/* Kinds of keys, mixed into their hashes. */
enum { KEY_RUN = 1, KEY_SPEAKER, KEY_DOC, KEY_PAIR, KEY_PHRASE, KEY_WHOLE };

struct keys {
	const struct quotations *all;
	struct sorter *out;
	const struct quotation *q;
	uint32_t rare[RARE]; /* stems, the rarest first */
	size_t rares;
};

/* A quotation in a key's list: the day, 0 if not known, whether its words are its speaker's own and many, its rank. */
#define FULL ((uint64_t)1 << 32)

static uint64_t
entry_of(const struct quotation *q)
{
	uint64_t day = q->day == NO_DAY ? 0 : (uint32_t)(q->day + (1 << 20)) & 0x3FFFFF;

	return day << 33 | (q->quoted > FEW ? FULL : 0) | q->rank;
}

/* What a key tells of other occasions: keys of a document nothing, and only single stems and phrases how often they are a part
 * of longer wordings there, for others may take in the reporter's words. */
enum { KEY_SPREAD = 1, KEY_SLOGAN = 2, KEY_TELLS = 3 };

static void
add_key(struct keys *k, unsigned kind, uint64_t a, uint64_t b)
{
	uint64_t key = hash_pair(hash_pair(a, b), kind);

	key &= ~(uint64_t)KEY_TELLS;
	key |= kind == KEY_DOC || kind == KEY_WHOLE ? 0 : kind == KEY_SPEAKER || kind == KEY_PHRASE ? KEY_SPREAD | KEY_SLOGAN : KEY_SPREAD;
	sorter_add(k->out, key, entry_of(k->q));
}

/* Two numbers in either order, as one. */
static uint64_t
either_way(uint64_t a, uint64_t b)
{
	return a < b ? hash_pair(a, b) : hash_pair(b, a);
}

static uint32_t
stem_at(const struct keys *k, size_t i)
{
	return quotation_word(k->all, k->q, i)->stem;
}

static uint32_t
weight_at(const struct keys *k, size_t i)
{
	return quotation_word(k->all, k->q, i)->weight;
}

/* Words by what they say, not by their numbers, which depend on the order of the documents. */
static uint64_t
hash_of(const struct keys *k, uint32_t word)
{
	return k->all->vocabulary.word[word].hash;
}

/* Is stem a before b among the rare ones? */
static bool
rarer(const struct keys *k, uint32_t a, uint32_t b)
{
	const struct word *word = k->all->vocabulary.word;

	if (word[a].seen != word[b].seen)
		return word[a].seen < word[b].seen;
	return slice_cmp(k->all->vocabulary.names.text[a], k->all->vocabulary.names.text[b]) < 0;
}

static void
find_rare(struct keys *k)
{
	k->rares = 0;
	for (size_t i = 0; i < k->q->words; i++) {
		uint32_t stem = stem_at(k, i);
		size_t at = k->rares;

		if (weight_at(k, i) == 0 || k->all->vocabulary.word[stem].seen < 2)
			continue;
		while (at > 0 && rarer(k, stem, k->rare[at - 1]))
			at--;
		if (at == RARE || (at > 0 && k->rare[at - 1] == stem))
			continue;
		if (k->rares == RARE)
			k->rares--;
		memmove(&k->rare[at + 1], &k->rare[at], (k->rares - at) * sizeof *k->rare);
		k->rare[at] = stem;
		k->rares++;
	}
}

/* Shingles of RUN words, one of any WINNOW in a row: the one with the least hash. */
static void
add_runs(struct keys *k)
{
	uint64_t last = 0, window[WINNOW];
	size_t n = 0, added = 0;

	for (size_t i = 0; i + RUN <= k->q->words && added < SHINGLES; i++) {
		uint64_t h = 0, least;
		uint32_t weight = 0;

		for (size_t j = i; j < i + RUN; j++) {
			h = hash_pair(h, hash_of(k, quotation_number(k->all, k->q, j)));
			weight += weight_at(k, j);
		}
		if (weight == 0)
			continue;
		window[n++ % WINNOW] = h;
		least = h;
		for (size_t j = 0; j < WINNOW && j < n; j++)
			if (window[j] < least)
				least = window[j];
		if (least != last) {
			add_key(k, KEY_RUN, least, 0);
			added++;
		}
		last = least;
	}
}

/* Content stems that follow one another, function words between them or not. */
static void
add_phrases(struct keys *k)
{
	uint64_t last = 0;
	size_t added = 0;

	for (size_t i = 0; i < k->q->words && added < SHINGLES; i++) {
		uint64_t h;

		if (weight_at(k, i) == 0)
			continue;
		h = hash_of(k, stem_at(k, i));
		if (last != 0) {
			add_key(k, KEY_PHRASE, last, h);
			added++;
		}
		last = h;
	}
}

static void
add_stems(struct keys *k)
{
	const struct speaker *s = quotation_speaker(k->all, k->q);
	uint64_t doc = hash_bytes(k->all->doc[k->q->doc]);

	for (size_t i = 0; i < k->rares; i++) {
		uint64_t h = hash_of(k, k->rare[i]);

		add_key(k, KEY_DOC, doc, h);
		if (s != NULL)
			add_key(k, KEY_SPEAKER, speaker_bucket(s), h);
		for (size_t j = 0; j < i && i < PAIRED; j++)
			add_key(k, KEY_PAIR, either_way(h, hash_of(k, k->rare[j])), 0);
	}
}

/* “Never again”: few words of one speaker, that need not weigh anything. */
static void
add_whole(struct keys *k)
{
	const struct speaker *s = quotation_speaker(k->all, k->q);
	uint64_t h = 0;

	if (s == NULL || k->q->quoted == 0 || k->q->words > WHOLE)
		return;
	for (size_t i = 0; i < k->q->words; i++)
		h = hash_pair(h, hash_of(k, quotation_number(k->all, k->q, i)));
	add_key(k, KEY_WHOLE, speaker_bucket(s), h);
}

/* The quotations of one key, ordered by day, then rank. */
struct posting {
	uint64_t key;
	uint64_t *value; /* entry_of each */
	size_t len, cap;
};

static uint32_t
rank_of(uint64_t value)
{
	return (uint32_t)value;
}

static bool
far(uint64_t a, uint64_t b)
{
	uint64_t x = a >> 33, y = b >> 33;

	return x != 0 && y != 0 && (x > y ? x - y : y - x) > WINDOW;
}

static void
add_pair(struct sorter *pairs, uint64_t a, uint64_t b, size_t spread)
{
	uint32_t x = rank_of(a), y = rank_of(b);

	if (x != y)
		sorter_add(pairs, x > y ? (uint64_t)x << 32 | y : (uint64_t)y << 32 | x, spread);
}

static size_t
at_most(size_t n)
{
	return n < SPREAD_UNKNOWN ? n : SPREAD_UNKNOWN;
}

/* Each with its neighbours by day, and with the fullest wording of all. */
static void
link_posting(const struct posting *p, struct sorter *pairs)
{
	size_t first = 0, low = 0, high = 0, full = 0, near = 0;

	for (size_t i = 0; i < p->len; i++) {
		if (rank_of(p->value[i]) < rank_of(p->value[first]))
			first = i;
		full += (p->value[i] & FULL) != 0;
	}
	for (size_t i = 0; i < p->len; i++) {
		size_t spread = SPREAD_UNKNOWN, slogan = SPREAD_UNKNOWN;

		for (; far(p->value[low], p->value[i]); low++)
			near -= (p->value[low] & FULL) != 0;
		for (; high < p->len && !far(p->value[i], p->value[high]); high++)
			near += (p->value[high] & FULL) != 0;
		if ((p->key & KEY_SPREAD) != 0)
			spread = at_most(p->len - (high - low));
		if ((p->key & KEY_SLOGAN) != 0)
			slogan = at_most(full - near);
		spread |= slogan << 16;
		for (size_t j = i > LINKS ? i - LINKS : 0; j < i; j++)
			add_pair(pairs, p->value[i], p->value[j], spread);
		if (first + LINKS < i || first > i)
			add_pair(pairs, p->value[i], p->value[first], spread);
	}
}

static void
link_all(struct sorter *keys, struct sorter *pairs)
{
	struct posting p = { 0 };
	struct record r;

	while (sorter_next(keys, &r)) {
		if (p.len > 0 && r.key != p.key) {
			link_posting(&p, pairs);
			p.len = 0;
		}
		p.key = r.key;
		if (p.len > 0 && p.value[p.len - 1] == r.value)
			continue;
		MEM_GROW(p.value, p.cap, p.len + 1);
		p.value[p.len++] = r.value;
	}
	link_posting(&p, pairs);
	mem_free(p.value);
}

void
match_candidates(const struct quotations *all, const uint32_t *order, struct sorter *pairs)
{
	struct sorter keys = { .memory = pairs->memory };
	struct keys k = { .all = all, .out = &keys };

	for (size_t i = 0; i < all->len; i++) {
		k.q = &all->at[order[i]];
		find_rare(&k);
		add_runs(&k);
		add_phrases(&k);
		add_stems(&k);
		add_whole(&k);
	}
	sorter_sort(&keys);
	link_all(&keys, pairs);
	sorter_free(&keys);
	sorter_sort(pairs);
}

