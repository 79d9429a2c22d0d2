#include "lexicon.h"

#include <stdint.h>

#include "builtin.h"
#include "mem.h"
#include "utf8.h"

/* An open-addressing table from the hash of a folded token sequence to what the list has under it.  Every proper
 * prefix of an entry has a slot too, without entry, that says how far to look on. */
struct slot {
	uint64_t hash;       /* 0: free */
	struct entry *first; /* NULL: only a prefix */
	struct entry *last;
	bool longer;         /* an entry goes on behind this prefix */
};

/* How entries begin: the first three bytes of their first word (or both of a word of two) with the first letters, as
 * bits, that a second word has behind them.  A word that begins otherwise begins no entry, which is cheaper to see than
 * a token and its hash are. */
struct starts {
	uint32_t three[4096]; /* by three_at */
	uint32_t two[1024];   /* by two_at */
	bool pair[1024];      /* by two_at: some word begins so, whatever follows */
	bool one[128];        /* the word is that byte */
	bool loose[128];      /* folding may change what follows that byte */
	bool wide;            /* some begin beyond ASCII */
};

static const uint32_t ANY_LETTER = UINT32_MAX;

struct lexicon {
	struct slot *slot;
	unsigned char *tag; /* a byte of each slot's hash, 0: free; small enough to stay in the cache */
	size_t slots, used;
	struct arena arena;
	struct starts starts;
};

enum { FIRST_SLOTS = 1024 };

/* The eight bytes of v in lower case, where all are ASCII. */
static uint64_t
lower_eight(uint64_t v)
{
	uint64_t above = v + UINT64_C(0x3F3F3F3F3F3F3F3F), beyond = v + UINT64_C(0x2525252525252525);

	return v | ((above & ~beyond & UINT64_C(0x8080808080808080)) >> 2);
}

static uint64_t
hash_eight(uint64_t h, uint64_t v)
{
	h = (h ^ v) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 29;
}

/* n bytes, 8 at most, as a number; the first is the lowest. */
static uint64_t
eight_at(const char *at, size_t n)
{
	uint64_t v = 0;

	if (n == 8 && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__) {
		memcpy(&v, at, 8);
		return v;
	}
	while (n > 0)
		v = v << 8 | (unsigned char)at[--n];
	return v;
}

static const uint64_t HASH_START = UINT64_C(0xC2B2AE3D27D4EB4F);

/* Hashes a word that holds more than ASCII: its folded bytes, eight by eight. */
static uint64_t
hash_folded(struct slice word)
{
	char bytes[16], eight[8];
	uint64_t h = HASH_START;
	size_t n = 0;

	for (size_t i = 0, len; i < word.len; i += len) {
		struct buf folded = { bytes, 0, sizeof bytes };

		utf8_at(word, i, &len);
		utf8_fold(&folded, slice_sub(word, i, i + len));
		for (size_t k = 0; k < folded.len; k++) {
			eight[n++] = bytes[k];
			if (n == sizeof eight) {
				h = hash_eight(h, eight_at(eight, n));
				n = 0;
			}
		}
	}
	return n > 0 ? hash_eight(h, eight_at(eight, n)) : h;
}

uint64_t
lexicon_hash(struct slice word)
{
	uint64_t h = HASH_START;

	for (size_t i = 0; i < word.len; i += 8) {
		uint64_t v = eight_at(word.at + i, word.len - i < 8 ? word.len - i : 8);

		if ((v & UINT64_C(0x8080808080808080)) != 0)
			return hash_folded(word);
		h = hash_eight(h, lower_eight(v));
	}
	return h;
}

/* Goes on from the hash of the tokens before with that of one token more. */
static uint64_t
join(uint64_t before, uint64_t h)
{
	h ^= before * UINT64_C(0x9FB21C651E98DF25);
	h ^= h >> 32;
	h *= UINT64_C(0xD6E8FEB86659FD93);
	h ^= h >> 32;
	return h != 0 ? h : 1;
}

static size_t
low_of(struct slice s, size_t i)
{
	return (unsigned char)(s.at[i] >= 'A' && s.at[i] <= 'Z' ? s.at[i] | 0x20 : s.at[i]);
}

/* The bytes of s from i on, three at most, that folding leaves as many as they are. */
static size_t
plain_bytes(struct slice s, size_t i)
{
	size_t n = 0;

	while (n < 3 && i + n < s.len && (unsigned char)s.at[i + n] < 0x80 && s.at[i + n] != '\'')
		n++;
	return n;
}

static size_t
two_at(struct slice s, size_t i)
{
	return (low_of(s, i) & 31) << 5 | (low_of(s, i + 1) & 31);
}

static size_t
three_at(struct slice s, size_t i)
{
	return (two_at(s, i) * 37 + (low_of(s, i + 2) & 31)) & 4095;
}

/* The bit of the letter at s[i]; all where it is none. */
static uint32_t
letter_bit(struct slice s, size_t i)
{
	size_t c = i < s.len ? low_of(s, i) - 'a' : 26;

	return c < 26 ? UINT32_C(1) << c : ANY_LETTER;
}

/* second: the bit of the second word's first letter, or ANY_LETTER. */
static void
starts_add(struct starts *starts, struct slice word, uint32_t second)
{
	size_t n = plain_bytes(word, 0);

	if (n == 0) {
		starts->wide = true;
		return;
	}
	if (n == 3)
		starts->three[three_at(word, 0)] |= second;
	else if (n == 2 && word.len == 2)
		starts->two[two_at(word, 0)] |= second;
	else
		*(word.len == 1 ? &starts->one[low_of(word, 0)] : &starts->loose[low_of(word, 0)]) = true;
	if (n < 2)
		memset(&starts->pair[(low_of(word, 0) & 31) << 5], true, 32);
	else
		starts->pair[two_at(word, 0)] = true;
}

static bool
is_ascii_letter(char c)
{
	return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* As lexicon_may_start, where the word's first bytes are not three of ASCII. */
static bool
may_start_oddly(const struct starts *starts, struct slice text, size_t i)
{
	size_t n = plain_bytes(text, i);

	return n == 0 ? starts->wide : starts->loose[low_of(text, i)] || starts->one[low_of(text, i)] ||
	    (n > 1 && starts->two[two_at(text, i)] != 0);
}

bool
lexicon_may_start(const struct lexicon *l, struct slice text, size_t i)
{
	const struct starts *starts = &l->starts;
	uint32_t second;

	if (i + 3 > text.len || ((text.at[i] | text.at[i + 1] | text.at[i + 2]) & 0x80) != 0 || text.at[i] == '\'')
		return may_start_oddly(starts, text, i);
	if (!starts->pair[two_at(text, i)])
		return false;
	second = starts->three[three_at(text, i)] | starts->two[two_at(text, i)];
	if (starts->loose[low_of(text, i)] || (starts->one[low_of(text, i)] && !is_ascii_letter(text.at[i + 1])))
		return true;
	if (second == 0 || second == ANY_LETTER)
		return second != 0;
	while (i < text.len && is_ascii_letter(text.at[i]))
		i++;
	return i >= text.len || text.at[i] != ' ' || (second & letter_bit(text, i + 1)) != 0;
}

static unsigned char
tag_of(uint64_t hash)
{
	return (unsigned char)(hash >> 56 | 0x80);
}

/* The number of the hash's slot: its own, or the free one that it would have. */
static size_t
slot_of(const struct lexicon *l, uint64_t hash)
{
	size_t i = (size_t)hash & (l->slots - 1);

	while (l->tag[i] != 0 && !(l->tag[i] == tag_of(hash) && l->slot[i].hash == hash))
		i = (i + 1) & (l->slots - 1);
	return i;
}

static struct slot *
put(struct lexicon *l, uint64_t hash)
{
	size_t i = slot_of(l, hash);

	l->tag[i] = tag_of(hash);
	l->slot[i].hash = hash;
	return &l->slot[i];
}

static void
grow(struct lexicon *l)
{
	struct slot *old = l->slot;
	size_t n = l->slots;

	l->slots = n * 2;
	l->slot = mem_alloc(l->slots * sizeof *l->slot);
	mem_free(l->tag);
	l->tag = mem_alloc(l->slots);
	for (size_t i = 0; i < n; i++)
		if (old[i].hash != 0)
			*put(l, old[i].hash) = old[i];
	mem_free(old);
}

static struct slot *
claim(struct lexicon *l, uint64_t hash)
{
	if (l->used * 2 >= l->slots)
		grow(l);
	l->used += l->tag[slot_of(l, hash)] == 0;
	return put(l, hash);
}

struct lexicon *
lexicon_new(void)
{
	struct lexicon *l = mem_alloc(sizeof *l);

	l->slots = FIRST_SLOTS;
	l->slot = mem_alloc(l->slots * sizeof *l->slot);
	l->tag = mem_alloc(l->slots);
	return l;
}

void
lexicon_free(struct lexicon *l)
{
	if (l == NULL)
		return;
	mem_free(l->slot);
	mem_free(l->tag);
	arena_free(&l->arena);
	mem_free(l);
}

static struct entry *
entry_new(struct lexicon *l, struct slice line)
{
	struct entry *e = arena_alloc(&l->arena, sizeof *e);
	size_t tabs = 0;

	for (size_t i = 0; i < line.len; i++)
		tabs += line.at[i] == '\t';
	*e = (struct entry){ .columns = tabs };
	e->column = arena_alloc(&l->arena, tabs * sizeof *e->column);
	e->word = slice_cut(&line, '\t');
	for (size_t i = 0; i < tabs; i++)
		e->column[i] = slice_cut(&line, '\t');
	return e;
}

/* False when the word holds no token. */
static bool
enter(struct lexicon *l, struct entry *e, struct token_list *tokens)
{
	uint64_t h = 0;
	struct slot *s;

	tokens->len = 0;
	token_cut(tokens, e->word, 0, e->word.len);
	if (tokens->len == 0)
		return false;
	starts_add(&l->starts, token_text(e->word, &tokens->at[0]),
	    tokens->len > 1 ? letter_bit(e->word, tokens->at[1].start) : ANY_LETTER);
	for (size_t i = 0; i < tokens->len; i++) {
		h = join(h, lexicon_hash(token_text(e->word, &tokens->at[i])));
		s = claim(l, h);
		s->longer = s->longer || i + 1 < tokens->len;
	}
	if (s->first == NULL)
		s->first = e;
	else
		s->last->next = e;
	s->last = e;
	s->first->lists |= 1U << e->list;
	return true;
}

size_t
lexicon_add(struct lexicon *l, struct slice tsv, size_t min_columns)
{
	return lexicon_add_list(l, tsv, min_columns, 0);
}

size_t
lexicon_add_list(struct lexicon *l, struct slice tsv, size_t min_columns, unsigned list)
{
	struct token_list tokens = { 0 };
	size_t number = 0, bad = 0;

	while (tsv.at != NULL && tsv.len > 0 && bad == 0) {
		struct slice line = slice_cut(&tsv, '\n');
		struct entry *e;

		number++;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		e = entry_new(l, line);
		e->list = list;
		if (e->columns < min_columns || !enter(l, e, &tokens))
			bad = number;
	}
	mem_free(tokens.at);
	return bad;
}

const struct entry *
lexicon_find(const struct lexicon *l, struct slice word)
{
	struct token_list tokens = { 0 };
	const struct entry *e;
	size_t taken;

	token_cut(&tokens, word, 0, word.len);
	e = lexicon_longest(l, word, tokens.at, tokens.len, 0, &taken);
	if (e != NULL && taken != tokens.len)
		e = NULL;
	mem_free(tokens.at);
	return e;
}

/* Takes one token more into *h: the slot of the tokens so far, or NULL when no entry begins with them. */
static const struct slot *
step(const struct lexicon *l, uint64_t *h, uint64_t token)
{
	size_t i;

	*h = join(*h, token);
	i = slot_of(l, *h);
	return l->tag[i] != 0 ? &l->slot[i] : NULL;
}

const struct entry *
lexicon_longest(const struct lexicon *l, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken)
{
	const struct entry *found = NULL;
	const struct slot *s;
	uint64_t h = 0;

	*taken = 0;
	if (i >= n || !lexicon_may_start(l, text, tokens[i].start))
		return NULL;
	for (size_t k = i; k < n; k++) {
		s = step(l, &h, lexicon_hash(token_text(text, &tokens[k])));
		if (s != NULL && s->first != NULL) {
			found = s->first;
			*taken = k + 1 - i;
		}
		if (s == NULL || !s->longer)
			break;
	}
	return found;
}

const struct entry *
lexicon_longest_hashed(const struct lexicon *l, const uint64_t *hash, size_t n, size_t i, size_t *taken,
    const struct entry **one)
{
	const struct entry *found = NULL;
	const struct slot *s;
	uint64_t h = 0;

	*taken = 0;
	*one = NULL;
	for (size_t k = i; k < n; k++) {
		s = step(l, &h, hash[k]);
		if (k == i && s != NULL)
			*one = s->first;
		if (s != NULL && s->first != NULL) {
			found = s->first;
			*taken = k + 1 - i;
		}
		if (s == NULL || !s->longer)
			break;
	}
	return found;
}

struct slice
lexicon_builtin(const char *lang, const char *name)
{
	for (const struct builtin *b = builtin_lists; b->lang != NULL; b++)
		if (strcmp(b->lang, lang) == 0 && strcmp(b->name, name) == 0)
			return slice_make(b->start, (size_t)(b->end - b->start));
	return slice_make(NULL, 0);
}
