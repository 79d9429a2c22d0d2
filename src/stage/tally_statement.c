/* tally_statement: the table whose rows are statements, and which outlets carry one in the same words. */
#include <stdlib.h>

#include "eight.h"
#include "hash.h"
#include "instant.h"
#include "tally_fact.h"

enum { WIRE_WORDS = 5 }; /* fewer words that are the same may be so by chance */

static const struct slice none = { "", 0 };

/* Letters and digits, in lower case if they are ASCII; 0 for what stands between words. */
static const char lower[0x80 + 1] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "0123456789\0\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";

/* Bytes of typographic marks and dashes (U+2000 to U+203F begin with E2 80) stand between words too. */
static unsigned char
letter(struct slice s, size_t *i)
{
	unsigned char c = (unsigned char)s.at[*i];

	if (c == 0xE2 && *i + 2 < s.len && (unsigned char)s.at[*i + 1] == 0x80) {
		*i += 2;
		return 0;
	}
	return c < 0x80 ? (unsigned char)lower[c] : c;
}

/* How far a wording has been folded: the words in lower case, with a NUL behind each. */
struct folding {
	char *to;
	size_t len, words;
	unsigned char last;
};

/* Folds the bytes up to end, or a few more; returns where the rest begins. */
static size_t
fold_bytes(struct folding *f, struct slice text, size_t i, size_t end)
{
	for (; i < end; i++) {
		unsigned char c = letter(text, &i);

		f->to[f->len] = (char)c;
		f->len += (c | f->last) != 0;
		f->words += (c == 0) & (f->last != 0);
		f->last = c;
	}
	return i;
}

/* Folds eight bytes of ASCII, if but one stands between any two words; else false. */
static bool
fold_eight(struct folding *f, uint64_t bytes)
{
	uint64_t small, word, between;
	unsigned last = f->last != 0 ? 0x80 : 0;

	if ((bytes & EIGHT_TOPS) != 0)
		return false;
	small = bytes | eight_between(bytes, 'A', 'Z') >> 2;
	word = eight_between(small, 'a', 'z') | eight_between(bytes, '0', '9');
	between = ~word & EIGHT_TOPS;
	if ((between & (between << 8 | (last ^ 0x80))) != 0)
		return false;
	small &= (word >> 7) * 0xFF;
	eight_store(f->to + f->len, small);
	f->len += sizeof bytes;
	f->words += eight_count(between);
	f->last = (unsigned char)(small >> 56);
	return true;
}

/* The words in lower case, with a NUL behind each, and their number. */
static struct slice
fold_words(struct slice text, struct arena *arena, size_t *words)
{
	struct folding f = { .to = arena_alloc(arena, text.len + 1) };
	size_t i = 0;

	while (i + 8 <= text.len)
		i = fold_eight(&f, eight_load(text.at + i)) ? i + 8 : fold_bytes(&f, text, i, i + 8);
	fold_bytes(&f, text, i, text.len);
	f.to[f.len] = 0;
	*words = f.words + (f.last != 0);
	return slice_make(f.to, f.len + (f.last != 0));
}

/* What stands for a wording, word for word: a hash in hexadecimal; empty if its words are few. */
static struct slice
wording_hash(struct slice text, struct arena *arena)
{
	static const char digits[] = "0123456789abcdef";
	uint64_t h = 0, last = 0;
	size_t n, i = 0;
	struct slice folded = fold_words(text, arena, &n);
	char *s;

	if (n < WIRE_WORDS)
		return none;
	for (; i + 8 <= folded.len; i += 8)
		h = hash_pair(h, eight_load(folded.at + i));
	for (; i < folded.len; i++)
		last = last << 8 | (unsigned char)folded.at[i];
	h = hash_pair(h, last);
	s = arena_alloc(arena, 16);
	for (i = 0; i < 16; i++)
		s[i] = digits[h >> (60 - 4 * i) & 0xF];
	return slice_make(s, 16);
}

/* Tells that the outlet carries a statement in these words; false if they are few. */
static bool
tell_copy(const struct context *c, struct slice statement, struct slice text)
{
	struct slice hash = wording_hash(text, &c->doc->arena);

	if (hash.len > 0)
		context_add(c, statement, COPY, value_join(&c->doc->arena, (struct slice[]){ hash, c->outlet }, 2));
	return hash.len > 0;
}

void
carrier_tell(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		struct slice key = d->row[i].field[QUOTE_STATEMENT];

		if (key.len > 0 && !tell_copy(&c, key, context_wording(&c, i)))
			context_add(&c, key, OUTLET, c.outlet);
	}
}

/* What a document's carrying a statement is told by, in one fact: the instant, when, as it is written, where, and which it is. */
enum { CARRIED_AT, CARRIED_WHEN, CARRIED_WHERE, CARRIED_WHICH, CARRIED_PARTS };

/* The instant as twelve digits, so that the first by bytes is the earliest whatever the zones; empty if nothing is written. */
static struct slice
instant_digits(const struct context *c)
{
	int64_t at = instant_of(c->published);

	if (c->published.len == 0)
		return none;
	return arena_number(&c->doc->arena, (size_t)(at == NO_INSTANT ? 999999999999 : 200000000000 + at));
}

static struct slice
carried_by(const struct context *c)
{
	struct slice part[CARRIED_PARTS];

	part[CARRIED_AT] = instant_digits(c);
	part[CARRIED_WHEN] = c->published;
	part[CARRIED_WHERE] = c->outlet;
	part[CARRIED_WHICH] = c->doc->id;
	return value_join(&c->doc->arena, part, CARRIED_PARTS);
}

void
statement_tell(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);
	struct slice carried = carried_by(&c);

	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[QUOTE_STATEMENT];
		struct slice text = context_wording(&c, i);

		if (key.len == 0)
			continue;
		tell_copy(&c, key, text);
		context_add(&c, key, DOCUMENT, carried);
		context_add(&c, key, STANCE, r->field[QUOTE_STANCE]);
		context_add(&c, key, SPEAKER,
		    value_join(&d->arena, (struct slice[]){ r->field[QUOTE_SPEAKER_ID], row_speaker(r) }, 2));
		if (slice_is(r->field[QUOTE_SIMILARITY], "1.00"))
			context_add(&c, key, WORDING, text);
	}
}

/* The first fact of an attribute, and in *n how many follow one another. */
static const struct fact *
facts_of(const struct fact *fact, size_t all, char attribute, size_t *n)
{
	size_t from = 0, end;

	while (from < all && fact[from].attribute != attribute)
		from++;
	for (end = from; end < all && fact[end].attribute == attribute; end++)
		;
	*n = end - from;
	return fact + from;
}

static int
by_text(const void *a, const void *b)
{
	const struct slice *x = a, *y = b;

	return slice_cmp(*x, *y);
}

/* The outlets of the documents that carry a statement, in byte order, each once. */
static struct slice *
list_outlets(const struct fact *document, size_t n, struct arena *arena, size_t *outlets)
{
	struct slice *at = arena_alloc(arena, (n + 1) * sizeof *at);
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		at[i] = value_part(document[i].value, CARRIED_WHERE);
	if (n > 1)
		qsort(at, n, sizeof *at, by_text);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !slice_eq(at[i], at[found - 1]))
			at[found++] = at[i];
	*outlets = found;
	return at;
}

/* The number of an outlet among those of a statement. */
static size_t
find_outlet(const struct slice *outlet, size_t n, struct slice name)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (slice_cmp(outlet[mid], name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static size_t
root_of(size_t *leader, size_t i)
{
	while (leader[i] != i)
		i = leader[i] = leader[leader[i]];
	return i;
}

/* Outlets, those counted once that have a wording in common word for word: they print one wire text. */
static size_t
independent(const struct fact *fact, size_t n, const struct slice *outlet, size_t outlets, struct arena *arena)
{
	size_t copies, found = 0;
	const struct fact *copy = facts_of(fact, n, COPY, &copies);
	size_t *leader = arena_alloc(arena, outlets * sizeof *leader);

	for (size_t i = 0; i < outlets; i++)
		leader[i] = i;
	for (size_t i = 1; i < copies; i++) {
		struct slice last = copy[i - 1].value, next = copy[i].value;
		size_t a, b;

		if (!slice_eq(value_part(last, 0), value_part(next, 0)))
			continue;
		a = find_outlet(outlet, outlets, value_part(last, 1));
		b = find_outlet(outlet, outlets, value_part(next, 1));
		if (a < outlets && b < outlets)
			leader[root_of(leader, b)] = root_of(leader, a);
	}
	for (size_t i = 0; i < outlets; i++)
		found += leader[i] == i;
	return found;
}

/* How many outlets, and how many of them by themselves. */
static void
outlet_columns(struct tally_row *row, const struct fact *fact, size_t n, const struct fact *document, size_t documents)
{
	struct arena arena = { 0 };
	size_t outlets;
	struct slice *outlet;

	if (documents < 2) {
		row->order[0] = documents;
		column_number(row, documents);
		column_number(row, documents);
		return;
	}
	outlet = list_outlets(document, documents, &arena, &outlets);
	row->order[0] = outlets;
	column_number(row, outlets);
	column_number(row, independent(fact, n, outlet, outlets, &arena));
	arena_free(&arena);
}

/* When it was first published, where that is known, and by whom: of several by the first in byte order. */
static void
first_columns(struct tally_row *row, const struct fact *document, size_t n)
{
	struct slice first = none, where = none;

	for (size_t i = 0; i < n; i++) {
		struct slice when = value_part(document[i].value, CARRIED_WHEN), outlet = value_part(document[i].value, CARRIED_WHERE);

		if (first.len > 0 && !slice_eq(when, first))
			break;
		if (when.len > 0 && (first.len == 0 || slice_cmp(outlet, where) < 0))
			where = outlet;
		first = when;
	}
	column_add(row, first);
	column_add(row, where);
}

void
statement_reduce(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct slice speaker = facts_commonest(fact, n, SPEAKER);
	size_t documents;
	const struct fact *document = facts_of(fact, n, DOCUMENT, &documents);

	row->order[1] = documents;
	row->order[2] = facts_met(fact, n, STANCE, NULL);
	column_add(row, fact->key);
	outlet_columns(row, fact, n, document, documents);
	column_number(row, row->order[1]);
	column_number(row, row->order[2]);
	first_columns(row, document, documents);
	column_add(row, value_part(speaker, 0));
	column_add(row, value_part(speaker, 1));
	column_add(row, facts_commonest(fact, n, STANCE));
	column_add(row, facts_longest(fact, n, WORDING));
}
