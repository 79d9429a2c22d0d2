#include "doc.h"

#include <stdlib.h>

#include "bare.h"
#include "eight.h"

static const char *const common_names[] = { "doc", "kind", "start", "end", "text" };
static const char *const doc_names[] = { "source", "published", "url", "title", "lang" };
static const char *const sentence_names[] = { "number", "block", "role" };
static const char *const quote_names[] = {
	"number", "part", "form", "stance", "cue", "cue_start", "cue_end",
	"speaker", "speaker_start", "speaker_end", "confidence", "rule",
	"speaker_id", "speaker_name", "statement", "relation", "similarity"
};
static const char *const entity_names[] = { "type", "id", "name", "method", "confidence" };
static const char *const edit_names[] = { "reason", "original" };
static const char *const change_names[] = { "number", "statement", "operation", "level", "from" };

#define NAME(word) { word, sizeof word - 1 }

static const struct {
	struct slice name;
	size_t fields;
	const char *const *field;
} kinds[] = {
	[ROW_DOC] = { NAME("doc"), DOC_FIELDS, doc_names },
	[ROW_SENTENCE] = { NAME("sentence"), SENTENCE_FIELDS, sentence_names },
	[ROW_QUOTE] = { NAME("quote"), QUOTE_FIELDS, quote_names },
	[ROW_ENTITY] = { NAME("entity"), ENTITY_FIELDS, entity_names },
	[ROW_EDIT] = { NAME("edit"), EDIT_FIELDS, edit_names },
	[ROW_CHANGE] = { NAME("change"), CHANGE_FIELDS, change_names },
};

static const char *const role_names[] = {
	[ROLE_TITLE] = "title", [ROLE_HEADING] = "heading", [ROLE_PARAGRAPH] = "paragraph",
	[ROLE_ITEM] = "item", [ROLE_CAPTION] = "caption", [ROLE_BYLINE] = "byline",
	[ROLE_DATELINE] = "dateline", [ROLE_BOILERPLATE] = "boilerplate"
};

static const char *const form_names[] = { [FORM_DIRECT] = "direct", [FORM_MIXED] = "mixed", [FORM_INDIRECT] = "indirect" };

const struct stance stances[] = {
	{ "say", "said" }, { "claim", "claimed" }, { "deny", "denied" }, { "accuse", "accused" },
	{ "confirm", "confirmed" }, { "warn", "warned" }, { "promise", "promised" }, { "ask", "asked" },
	{ "order", "ordered" }, { "believe", "believed" }, { "praise", "praised" }, { "blame", "blamed" },
};
const size_t stance_count = sizeof stances / sizeof *stances;

const char *
row_kind_name(enum row_kind kind)
{
	return kind < ROW_OTHER ? kinds[kind].name.at : "other";
}

size_t
row_kind_fields(enum row_kind kind)
{
	return kind < ROW_OTHER ? kinds[kind].fields : 0;
}

/* Names of eight bytes at most are compared in one. */
static uint64_t
key_of(struct slice name)
{
	return name.len == 8 ? eight_load(name.at) : eight_few(name.at, name.len);
}

enum row_kind
row_kind_of(struct slice name)
{
	uint64_t key;
	int kind = 0;

	if (name.len > 8 || name.len == 0)
		return ROW_OTHER;
	key = key_of(name);
	while (kind < ROW_OTHER && (name.len != kinds[kind].name.len || key != key_of(kinds[kind].name)))
		kind++;
	return (enum row_kind)kind;
}

const char *
row_field_name(enum row_kind kind, size_t i)
{
	if (i < ROW_COMMON)
		return common_names[i];
	return i < row_kind_fields(kind) ? kinds[kind].field[i - ROW_COMMON] : NULL;
}

struct row *
doc_add(struct doc *d, enum row_kind kind, size_t start, size_t end)
{
	struct row *r;
	size_t n = row_kind_fields(kind);

	MEM_GROW(d->row, d->cap, d->nrow + 1);
	r = &d->row[d->nrow++];
	*r = (struct row){ .kind = kind, .nfield = (uint32_t)n, .start = start, .end = end };
	r->field = arena_alloc(&d->arena, n * sizeof *r->field);
	for (size_t i = 0; i < n; i++)
		r->field[i] = slice_make("", 0);
	r->field[ROW_ID] = d->id;
	r->field[ROW_KIND] = kinds[kind].name;
	r->field[ROW_TEXT] = slice_sub(d->text, start, end);
	return r;
}

const char *
form_name(enum form form)
{
	return form_names[form];
}

enum form
row_form(const struct row *r)
{
	for (int i = 0; i < FORM_COUNT; i++)
		if (slice_is(r->field[QUOTE_FORM], form_names[i]))
			return (enum form)i;
	return FORM_INDIRECT;
}

bool
row_unsaid(const struct row *r)
{
	return slice_is(r->field[QUOTE_STANCE], STANCE_UNSAID);
}

/* Does a stand before b among the added rows?  0 when neither does. */
static int
order(const struct row *a, const struct row *b, const size_t *first)
{
	if (a->kind != b->kind)
		return first[a->kind] < first[b->kind] ? -1 : 1;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

static bool
is_ordered(const struct row *row, size_t n, const size_t *first)
{
	for (size_t i = 1; i < n; i++)
		if (order(&row[i - 1], &row[i], first) > 0)
			return false;
	return true;
}

/* A stable merge sort of runs; rows come nearly sorted, and a sorted run is left as it is. */
static void
merge_sort(struct row *row, size_t n, struct row *spare, const size_t *first)
{
	size_t half = n / 2, i = 0, j = half, k = 0;

	if (n < 2)
		return;
	merge_sort(row, half, spare, first);
	merge_sort(row + half, n - half, spare, first);
	if (order(&row[half - 1], &row[half], first) <= 0)
		return;
	memcpy(spare, row, half * sizeof *row);
	while (i < half && j < n)
		row[k++] = order(&spare[i], &row[j], first) <= 0 ? spare[i++] : row[j++];
	while (i < half)
		row[k++] = spare[i++];
}

void
doc_order(struct doc *d)
{
	size_t first[ROW_OTHER + 1];
	size_t n = d->nrow - d->nread;
	struct row *spare;

	for (size_t i = 0; i <= ROW_OTHER; i++)
		first[i] = SIZE_MAX;
	for (size_t i = d->nread; i < d->nrow; i++)
		if (first[d->row[i].kind] == SIZE_MAX)
			first[d->row[i].kind] = i;
	if (is_ordered(d->row + d->nread, n, first))
		return;
	spare = arena_alloc(&d->arena, (n / 2 + 1) * sizeof *spare);
	merge_sort(d->row + d->nread, n, spare, first);
}

size_t
doc_next(const struct doc *d, enum row_kind kind, size_t i)
{
	while (i < d->nrow && d->row[i].kind != kind)
		i++;
	return i;
}

struct row *
doc_row(const struct doc *d)
{
	size_t i = doc_next(d, ROW_DOC, 0);

	return i < d->nrow ? &d->row[i] : NULL;
}

bool
doc_uncut(const struct doc *d)
{
	return doc_next(d, ROW_SENTENCE, 0) == d->nrow && slice_trim(d->text).len > 0;
}

const char *
role_name(enum role role)
{
	return role_names[role];
}

static enum role
role_of(struct slice name)
{
	int role = 0;

	while (role < ROLE_COUNT && !slice_is(name, role_names[role]))
		role++;
	return role < ROLE_COUNT ? (enum role)role : ROLE_PARAGRAPH;
}

/* Rows of one kind come ordered by start from every program; a user's sort may order ties otherwise, and only
 * then is there anything to move. */
static int
by_start(const void *a, const void *b)
{
	const struct sentence *s = a, *t = b;

	if (s->start != t->start)
		return s->start < t->start ? -1 : 1;
	return s->end < t->end ? -1 : s->end > t->end;
}

/* Orders them, which they mostly are, and leaves out those that overlap the one before; returns how many stay. */
static size_t
put_in_order(struct sentence *s, size_t n)
{
	size_t i = 1, kept = 0;

	while (i < n && by_start(&s[i - 1], &s[i]) <= 0)
		i++;
	if (i < n)
		qsort(s, n, sizeof *s, by_start);
	for (i = 0; i < n; i++)
		if (kept == 0 || s[i].start >= s[kept - 1].end)
			s[kept++] = s[i];
	return kept;
}

struct sentence *
doc_sentences(const struct doc *d, struct arena *arena, size_t *n)
{
	struct sentence *list;
	struct slice role = slice_from(role_names[ROLE_PARAGRAPH]);
	size_t block, count = 0; /* of those that are not damaged: a reader asks before it has looked at them */

	list = arena_alloc(arena, d->nrow * sizeof *list);
	for (size_t i = 0; d->text.at != NULL && i < d->nrow; i++) {
		const struct row *r = &d->row[i];
		struct sentence *s = &list[count];

		if (r->kind != ROW_SENTENCE || r->end - r->start != bare_field(r, ROW_TEXT).len || r->end > UINT32_MAX)
			continue;
		count++;
		*s = (struct sentence){ .start = (uint32_t)r->start, .end = (uint32_t)r->end, .role = ROLE_PARAGRAPH };
		if (!slice_eq(bare_field(r, SENTENCE_ROLE), role)) /* the commonest */
			s->role = role_of(bare_field(r, SENTENCE_ROLE));
		if (slice_number(bare_field(r, SENTENCE_BLOCK), &block))
			s->block = (uint32_t)block;
	}
	*n = put_in_order(list, count);
	return list;
}

size_t
sentence_behind(const struct sentence *sentence, size_t n, size_t place)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (sentence[middle].end <= place)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
doc_reset(struct doc *d)
{
	arena_reset(&d->arena);
	d->nrow = d->nread = 0;
	d->headed = d->bare = false;
	d->id = d->text = slice_make(NULL, 0);
}

void
doc_free(struct doc *d)
{
	mem_free(d->row);
	arena_free(&d->arena);
	*d = (struct doc){ 0 };
}

bool
row_states(const struct row *r, const struct sentence *sentence, size_t n)
{
	size_t i = sentence_behind(sentence, n, r->start);

	return !row_unsaid(r) && !(i < n && sentence[i].start <= r->start && sentence[i].role == ROLE_BOILERPLATE);
}
