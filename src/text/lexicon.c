#include "lexicon_table.h"

#include "ascii.h"
#include "builtin.h"

enum { FIRST_SLOTS = 1024 };

/* The number of the hash's slot: its own, or the free one that it would have. */
static inline size_t
slot_of(const struct lexicon *l, uint64_t hash)
{
	size_t i = (size_t)hash & (l->slots - 1);

	while (l->tag[i] != 0 && !(l->tag[i] == lexicon_tag(hash) && l->slot[i].hash == hash))
		i = (i + 1) & (l->slots - 1);
	return i;
}

static struct slot *
put(struct lexicon *l, uint64_t hash)
{
	size_t i = slot_of(l, hash);

	l->tag[i] = lexicon_tag(hash);
	l->slot[i].hash = hash;
	return &l->slot[i];
}

static void
grow(struct lexicon *l)
{
	struct slot *old = l->slot;
	size_t n = l->slots;

	l->slots = n * 2;
	l->slot = mem_table(l->slots * sizeof *l->slot);
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
	mem_free(l->made);
	mem_free((void *)l->packed);
	arena_free(&l->arena);
	mem_free(l);
}

struct entry *
lexicon_entry(struct lexicon *l, struct slice line)
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

/* The first two letters of a word as a number. */
static size_t
pair_of(struct slice word)
{
	return (size_t)(word.at[0] & 31) << 5 | (size_t)(word.len > 1 ? word.at[1] & 31 : 0);
}

bool
lexicon_lower(const struct lexicon *l, struct slice word)
{
	return l->lower[pair_of(word)];
}

/* False when the word holds no token. */
static bool
enter(struct lexicon *l, struct entry *e, struct token_list *tokens)
{
	uint64_t h = 0;
	struct slot *s = NULL;

	tokens->len = 0;
	token_cut(tokens, e->word, 0, e->word.len);
	if (tokens->len == 0)
		return false;
	if (e->word.at[0] < 'A' || e->word.at[0] > 'Z')
		l->lower[pair_of(e->word)] = true;
	lexicon_starts_add(&l->starts, token_text(e->word, &tokens->at[0]),
	    tokens->len > 1 ? lexicon_letter_bit(e->word, tokens->at[1].start) : ANY_LETTER);
	for (size_t i = 0; i < tokens->len; i++) {
		uint64_t token = lexicon_hash(token_text(e->word, &tokens->at[i]));

		if (s != NULL)
			s->next |= lexicon_next(token);
		h = lexicon_join(h, token);
		s = claim(l, h);
	}
	if (s->first == NULL)
		s->first = e;
	else
		s->last->next = e;
	s->last = e;
	s->first->lists |= 1U << e->list;
	return true;
}

static size_t
add(struct lexicon *l, struct slice tsv, size_t min_columns, unsigned list, bool (*fits)(const struct entry *))
{
	struct token_list tokens = { 0 };
	size_t number = 0, bad = 0;

	while (tsv.at != NULL && tsv.len > 0 && bad == 0) {
		struct slice line = slice_line(&tsv);
		struct entry *e;

		number++;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		e = lexicon_entry(l, line);
		e->list = list;
		if (e->columns < min_columns || (fits != NULL && !fits(e)) || !enter(l, e, &tokens))
			bad = number;
	}
	mem_free(tokens.at);
	return bad;
}

size_t
lexicon_add(struct lexicon *l, struct slice tsv, size_t min_columns)
{
	return add(l, tsv, min_columns, 0, NULL);
}

size_t
lexicon_add_list(struct lexicon *l, struct slice tsv, size_t min_columns, unsigned list)
{
	return add(l, tsv, min_columns, list, NULL);
}

size_t
lexicon_add_if(struct lexicon *l, struct slice tsv, unsigned list, bool (*fits)(const struct entry *))
{
	return add(l, tsv, 1, list, fits);
}

/* Takes one token more into *h, if it is one of *next: what has these tokens, *e NULL where they only begin an entry, and the
 * bits of those behind.  False when no entry begins with them. */
static inline bool
step(const struct lexicon *l, uint64_t *h, uint64_t token, const struct entry **e, uint32_t *next)
{
	size_t i;

	if ((*next & lexicon_next(token)) == 0)
		return false;
	*h = lexicon_join(*h, token);
	if (l->packed != NULL)
		return lexicon_packed_step(l, *h, e, next);
	i = slot_of(l, *h);
	if (l->tag[i] == 0)
		return false;
	*e = l->slot[i].first;
	*next = l->slot[i].next;
	return true;
}

const struct entry *
lexicon_longest(const struct lexicon *l, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken)
{
	const struct entry *found = NULL, *e;
	uint32_t next = UINT32_MAX;
	uint64_t h = 0;

	*taken = 0;
	if (i >= n || !lexicon_may_start(l, text, tokens[i].start))
		return NULL;
	for (size_t k = i; k < n && next != 0; k++) {
		if (!step(l, &h, lexicon_hash(token_text(text, &tokens[k])), &e, &next))
			break;
		if (e != NULL) {
			found = e;
			*taken = k + 1 - i;
		}
	}
	return found;
}

uint32_t
lexicon_first(const struct lexicon *l, uint64_t hash, const struct entry **one)
{
	uint64_t h = 0;
	uint32_t next = UINT32_MAX;

	*one = NULL;
	return step(l, &h, hash, one, &next) ? next : 0;
}

const struct entry *
lexicon_longest_hashed(const struct lexicon *l, const uint64_t *hash, size_t n, size_t i, size_t *taken)
{
	const struct entry *found = NULL, *e;
	uint32_t next = UINT32_MAX;
	uint64_t h = 0;

	*taken = 0;
	for (size_t k = i; k < n && step(l, &h, hash[k], &e, &next); k++)
		if (e != NULL) {
			found = e;
			*taken = k + 1 - i;
		}
	return found;
}

const struct entry *
lexicon_longer(const struct lexicon *l, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken)
{
	const struct entry *found = NULL, *e;
	uint64_t h = lexicon_join(0, hash[i]);

	*taken = 0;
	for (size_t k = i + 1; k < n && step(l, &h, hash[k], &e, &next); k++)
		if (e != NULL) {
			found = e;
			*taken = k + 1 - i;
		}
	return found;
}

/* The end of the word of ASCII at text[i], if nothing glued to it makes another token of it; else i. */
static size_t
plain_word_end(struct slice text, size_t i)
{
	size_t end = i;

	while (end < text.len && ascii_letter(text.at[end]))
		end++;
	if (end < text.len && ((unsigned char)text.at[end] >= 0x80 || ascii_digit(text.at[end]) ||
	    text.at[end] == '\'' || (text.at[end] == '.' && end == i + 1)))
		return i;
	return end;
}

const struct entry *
lexicon_find(const struct lexicon *l, struct slice word)
{
	struct token_list tokens = { 0 };
	const struct entry *e;
	size_t taken;

	/* a word of letters alone is one token, and one that begins no entry is not cut */
	if (word.len > 0 && plain_word_end(word, 0) == word.len) {
		lexicon_first(l, lexicon_hash(word), &e);
		return e;
	}
	if (word.len > 0 && ascii_letter(word.at[0]) && !lexicon_may_start(l, word, 0))
		return NULL;
	token_cut(&tokens, word, 0, word.len);
	e = lexicon_longest(l, word, tokens.at, tokens.len, 0, &taken);
	if (e != NULL && taken != tokens.len)
		e = NULL;
	mem_free(tokens.at);
	return e;
}

bool
lexicon_may_match(const struct lexicon *l, struct slice text, size_t i)
{
	const struct entry *e = NULL;
	uint32_t next = UINT32_MAX;
	uint64_t h = 0;

	while (next != 0) {
		size_t end = plain_word_end(text, i);

		if (end == i)
			return true;
		if (!step(l, &h, lexicon_hash(slice_sub(text, i, end)), &e, &next))
			return false;
		if (e != NULL)
			return true;
		if (end + 1 >= text.len || text.at[end] != ' ')
			return end < text.len;
		i = end + 1;
	}
	return false;
}

struct slice
lexicon_builtin(const char *lang, const char *name)
{
	for (const struct builtin *b = builtin_lists; b->lang != NULL; b++)
		if (strcmp(b->lang, lang) == 0 && strcmp(b->name, name) == 0)
			return slice_make(b->start, (size_t)(b->end - b->start));
	return slice_make(NULL, 0);
}

void
lexicon_languages(const char *name, struct buf *out)
{
	for (const struct builtin *b = builtin_lists; b->lang != NULL; b++) {
		if (strcmp(b->name, name) != 0)
			continue;
		buf_byte(out, ' ');
		buf_string(out, b->lang);
	}
}
