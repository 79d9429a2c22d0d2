/* tally_kinds: the tables that aggregate knows. */
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

/* Which outlet carries a statement, in which words. */
static void
tell_carrier(const struct context *c, struct slice statement, struct slice text)
{
	struct slice hash = wording_hash(text, &c->doc->arena);

	context_add(c, statement, OUTLET, c->outlet);
	if (hash.len > 0)
		context_add(c, statement, COPY, value_join(&c->doc->arena, (struct slice[]){ hash, c->outlet }, 2));
}

static void
tell_carriers(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1))
		if (d->row[i].field[QUOTE_STATEMENT].len > 0)
			tell_carrier(&c, d->row[i].field[QUOTE_STATEMENT], context_wording(&c, i));
}

/* The instant as twelve digits, so that the first by bytes is the earliest whatever the zones; when, as it is written; who. */
static struct slice
publication(const struct context *c)
{
	int64_t at = instant_of(c->published);
	struct slice key = arena_number(&c->doc->arena, (size_t)(at == NO_INSTANT ? 999999999999 : 200000000000 + at));

	return value_join(&c->doc->arena, (struct slice[]){ key, c->published, c->outlet }, 3);
}

static void
tell_statements(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[QUOTE_STATEMENT];
		struct slice text = context_wording(&c, i);

		if (key.len == 0)
			continue;
		tell_carrier(&c, key, text);
		context_add(&c, key, QUOTATION, none);
		context_add(&c, key, DOCUMENT, d->id);
		context_add(&c, key, STANCE, r->field[QUOTE_STANCE]);
		context_add(&c, key, SPEAKER,
		    value_join(&d->arena, (struct slice[]){ r->field[QUOTE_SPEAKER_ID], row_speaker(r) }, 2));
		if (c.published.len > 0)
			context_add(&c, key, PUBLISHED, publication(&c));
		if (slice_is(r->field[QUOTE_SIMILARITY], "1.00"))
			context_add(&c, key, WORDING, text);
	}
}

static void
tell_speakers(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[QUOTE_SPEAKER_ID];

		context_add(&c, key, QUOTATION, none);
		context_add(&c, key, DOCUMENT, d->id);
		context_add(&c, key, OUTLET, c.outlet);
		context_add(&c, key, STATEMENT, r->field[QUOTE_STATEMENT]);
		context_add(&c, key, FORM, r->field[QUOTE_FORM]);
		if (key.len > 0)
			context_add(&c, key, NAME, r->field[QUOTE_SPEAKER_NAME]);
	}
}

static void
tell_entities(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = doc_next(d, ROW_ENTITY, 0); i < d->nread; i = doc_next(d, ROW_ENTITY, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[ENTITY_ID];

		if (key.len == 0)
			continue;
		context_add(&c, key, MENTION, none);
		context_add(&c, key, DOCUMENT, d->id);
		context_add(&c, key, OUTLET, c.outlet);
		context_add(&c, key, NAME, r->field[ENTITY_NAME]);
		context_add(&c, key, TYPE, r->field[ENTITY_TYPE]);
	}
}

static void
tell_sources(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	context_add(&c, c.outlet, DOCUMENT, d->id);
	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1)) {
		const struct row *r = &d->row[i];

		context_add(&c, c.outlet, QUOTATION, none);
		context_add(&c, c.outlet, STATEMENT, r->field[QUOTE_STATEMENT]);
		context_add(&c, c.outlet, SPEAKER, r->field[QUOTE_SPEAKER_ID]);
		context_add(&c, c.outlet, FORM, r->field[QUOTE_FORM]);
		if (slice_starts(r->field[QUOTE_SPEAKER_ID], "anon:"))
			context_add(&c, c.outlet, ANONYMOUS, none);
	}
}

/* What days and stances tell of a key: its quotations, and who made and carried them. */
static void
tell_key(const struct context *c, struct slice key, const struct row *r)
{
	context_add(c, key, QUOTATION, none);
	context_add(c, key, STATEMENT, r->field[QUOTE_STATEMENT]);
	context_add(c, key, SPEAKER, r->field[QUOTE_SPEAKER_ID]);
	context_add(c, key, OUTLET, c->outlet);
	context_add(c, key, DOCUMENT, c->doc->id);
}

static struct slice
outlet_of(struct doc *d)
{
	return context_of(NULL, d).outlet;
}

static struct slice
written_day(struct doc *d)
{
	struct slice published = context_of(NULL, d).published;

	return slice_sub(published, 0, published.len < 10 ? published.len : 10);
}

static void
tell_days(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);
	struct slice day = written_day(d);

	context_add(&c, day, OUTLET, c.outlet);
	context_add(&c, day, DOCUMENT, d->id);
	for (size_t i = context_said(&c, 0); i < d->nread; i = context_said(&c, i + 1))
		tell_key(&c, day, &d->row[i]);
}

static void
tell_stances(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = context_quote(&c, 0); i < d->nread; i = context_quote(&c, i + 1))
		tell_key(&c, d->row[i].field[QUOTE_STANCE], &d->row[i]);
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

/* The number of an outlet among those of a key, which stand in byte order. */
static size_t
find_outlet(const struct fact *outlet, size_t n, struct slice name)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (slice_cmp(outlet[mid].value, name) < 0)
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
independent(const struct fact *fact, size_t n)
{
	size_t outlets, copies, found = 0;
	const struct fact *outlet = facts_of(fact, n, OUTLET, &outlets);
	const struct fact *copy = facts_of(fact, n, COPY, &copies);
	size_t *leader = mem_alloc((outlets + 1) * sizeof *leader);

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
	mem_free(leader);
	return found;
}

static void
reduce_statement(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct slice first = facts_first(fact, n, PUBLISHED);
	struct slice speaker = facts_commonest(fact, n, SPEAKER);

	row->order[0] = facts_different(fact, n, OUTLET);
	row->order[1] = facts_different(fact, n, DOCUMENT);
	row->order[2] = facts_met(fact, n, QUOTATION, NULL);
	column_add(row, fact->key);
	column_number(row, row->order[0]);
	column_number(row, independent(fact, n));
	column_number(row, row->order[1]);
	column_number(row, row->order[2]);
	column_add(row, value_part(first, 1));
	column_add(row, value_part(first, 2));
	column_add(row, value_part(speaker, 0));
	column_add(row, value_part(speaker, 1));
	column_add(row, facts_commonest(fact, n, STANCE));
	column_add(row, facts_longest(fact, n, WORDING));
}

static void
form_columns(struct tally_row *row, const struct fact *fact, size_t n)
{
	for (int form = 0; form < FORM_COUNT; form++)
		column_number(row, facts_met(fact, n, FORM, form_name((enum form)form)));
}

static void
reduce_speaker(struct tally_row *row, const struct fact *fact, size_t n)
{
	row->order[0] = facts_met(fact, n, QUOTATION, NULL);
	column_add(row, fact->key);
	column_add(row, facts_commonest(fact, n, NAME));
	column_number(row, row->order[0]);
	column_number(row, facts_different(fact, n, STATEMENT));
	column_number(row, facts_different(fact, n, DOCUMENT));
	column_number(row, facts_different(fact, n, OUTLET));
	form_columns(row, fact, n);
}

static void
reduce_entity(struct tally_row *row, const struct fact *fact, size_t n)
{
	row->order[0] = facts_different(fact, n, DOCUMENT);
	row->order[1] = facts_met(fact, n, MENTION, NULL);
	column_add(row, fact->key);
	column_add(row, facts_commonest(fact, n, TYPE));
	column_add(row, facts_commonest(fact, n, NAME));
	column_number(row, row->order[0]);
	column_number(row, facts_different(fact, n, OUTLET));
	column_number(row, row->order[1]);
}

static void
reduce_source(struct tally_row *row, const struct fact *fact, size_t n)
{
	row->order[0] = facts_different(fact, n, DOCUMENT);
	row->order[1] = facts_met(fact, n, QUOTATION, NULL);
	column_add(row, fact->key);
	column_number(row, row->order[0]);
	column_number(row, row->order[1]);
	column_number(row, facts_different(fact, n, STATEMENT));
	column_number(row, facts_different(fact, n, SPEAKER));
	column_number(row, facts_met(fact, n, ANONYMOUS, NULL));
	form_columns(row, fact, n);
}

/* All that is told of a day: days stay in their order, as their rows are equal but for their bytes. */
static void
key_columns(struct tally_row *row, const struct fact *fact, size_t n)
{
	column_add(row, fact->key);
	column_number(row, facts_different(fact, n, DOCUMENT));
	column_number(row, facts_different(fact, n, OUTLET));
	column_number(row, facts_met(fact, n, QUOTATION, NULL));
	column_number(row, facts_different(fact, n, STATEMENT));
	column_number(row, facts_different(fact, n, SPEAKER));
}

static void
reduce_stance(struct tally_row *row, const struct fact *fact, size_t n)
{
	row->order[0] = facts_met(fact, n, QUOTATION, NULL);
	key_columns(row, fact, n);
}

const struct tally_kind tally_kinds[] = {
	{ "statement", "statement\toutlets\tindependent\tdocuments\tquotations\tfirst\tfirst_outlet\t"
	    "speaker_id\tspeaker_name\tstance\ttext", tell_statements, NULL, NULL, false, reduce_statement },
	{ "speaker", "speaker_id\tspeaker_name\tquotations\tstatements\tdocuments\toutlets\tdirect\tmixed\tindirect",
	    tell_speakers, NULL, NULL, false, reduce_speaker },
	{ "entity", "id\ttype\tname\tdocuments\toutlets\tmentions", tell_entities, NULL, NULL, false, reduce_entity },
	{ "source", "source\tdocuments\tquotations\tstatements\tspeakers\tanonymous\tdirect\tmixed\tindirect",
	    tell_sources, outlet_of, NULL, false, reduce_source },
	{ "pair", "source\tother\tstatements\tverbatim", tell_carriers, NULL, pair_regroup, true, pair_reduce },
	{ "stance", "stance\tdocuments\toutlets\tquotations\tstatements\tspeakers", tell_stances, NULL, NULL, false, reduce_stance },
	{ "day", "day\tdocuments\toutlets\tquotations\tstatements\tspeakers", tell_days, written_day, NULL, false, key_columns },
	{ "conflict", "kind\tspeaker_id\tsource\tstatement\tstance\ttext\t"
	    "other_speaker_id\tother_source\tother_statement\tother_stance\tother_text\toutlets\tother_outlets",
	    conflict_tell, NULL, conflict_regroup, false, conflict_reduce },
	{ 0 }
};
