/* tally_kinds: the tables that aggregate knows. */
#include "tally_fact.h"

/* Attributes.  One letter means the same in every table. */
enum {
	DOCUMENT = 'd', OUTLET = 'o', QUOTATION = 'q', SPEAKER = 's', STANCE = 't', FORM = 'f', PUBLISHED = 'p',
	WORDING = 'w', STATEMENT = 'm', NAME = 'n', TYPE = 'y', ANONYMOUS = 'a', MENTION = 'e'
};

/* What the rows of a document share. */
struct context {
	struct facts *facts;
	struct slice doc, outlet, published;
};

/* A document without a source is an outlet of its own. */
static struct context
context_of(struct facts *f, struct doc *d)
{
	const struct row *head = doc_row(d);
	struct context c = { f, d->id, d->id, slice_make("", 0) };

	if (head != NULL) {
		if (head->field[DOC_SOURCE].len > 0)
			c.outlet = head->field[DOC_SOURCE];
		c.published = head->field[DOC_PUBLISHED];
	}
	return c;
}

static void
add(const struct context *c, struct slice key, char attribute, struct slice value)
{
	facts_add(c->facts, key, attribute, value, 1);
}

static const struct slice none = { "", 0 };

/* Does the row begin a quotation?  Those that a cue splits are counted once. */
static bool
begins(const struct row *r)
{
	return r->field[QUOTE_PART].len < 2 || slice_starts(r->field[QUOTE_PART], "1/");
}

/* id TAB name */
static struct slice
joined(struct doc *d, struct slice a, struct slice b)
{
	char *s = arena_alloc(&d->arena, a.len + b.len + 1);

	memcpy(s, a.at, a.len);
	s[a.len] = '\t';
	memcpy(s + a.len + 1, b.at, b.len);
	return slice_make(s, a.len + b.len + 1);
}

static struct slice
speaker_name(const struct row *r)
{
	return r->field[QUOTE_SPEAKER_NAME].len > 0 ? r->field[QUOTE_SPEAKER_NAME] : r->field[QUOTE_SPEAKER];
}

/* The text of a quotation, all of its parts that follow one another. */
static struct slice
wording(struct doc *d, size_t i)
{
	struct slice text = d->row[i].field[ROW_TEXT];
	size_t next = doc_next(d, ROW_QUOTE, i + 1);

	while (next < d->nread && !begins(&d->row[next]) &&
	    slice_eq(d->row[next].field[QUOTE_NUMBER], d->row[i].field[QUOTE_NUMBER])) {
		struct slice more = d->row[next].field[ROW_TEXT];
		char *s = arena_alloc(&d->arena, text.len + more.len + 1);

		memcpy(s, text.at, text.len);
		s[text.len] = ' ';
		memcpy(s + text.len + 1, more.at, more.len);
		text = slice_make(s, text.len + more.len + 1);
		next = doc_next(d, ROW_QUOTE, next + 1);
	}
	return text;
}

static void
tell_statements(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nread; i = doc_next(d, ROW_QUOTE, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[QUOTE_STATEMENT];

		if (key.len == 0 || !begins(r))
			continue;
		add(&c, key, QUOTATION, none);
		add(&c, key, DOCUMENT, c.doc);
		add(&c, key, OUTLET, c.outlet);
		add(&c, key, PUBLISHED, c.published);
		add(&c, key, SPEAKER, joined(d, r->field[QUOTE_SPEAKER_ID], speaker_name(r)));
		add(&c, key, STANCE, r->field[QUOTE_STANCE]);
		if (slice_is(r->field[QUOTE_SIMILARITY], "1.00"))
			add(&c, key, WORDING, wording(d, i));
	}
}

static void
tell_speakers(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nread; i = doc_next(d, ROW_QUOTE, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice key = r->field[QUOTE_SPEAKER_ID];

		if (!begins(r))
			continue;
		add(&c, key, QUOTATION, none);
		add(&c, key, DOCUMENT, c.doc);
		add(&c, key, OUTLET, c.outlet);
		add(&c, key, STATEMENT, r->field[QUOTE_STATEMENT]);
		add(&c, key, FORM, r->field[QUOTE_FORM]);
		if (key.len > 0)
			add(&c, key, NAME, r->field[QUOTE_SPEAKER_NAME]);
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
		add(&c, key, MENTION, none);
		add(&c, key, DOCUMENT, c.doc);
		add(&c, key, OUTLET, c.outlet);
		add(&c, key, NAME, r->field[ENTITY_NAME]);
		add(&c, key, TYPE, r->field[ENTITY_TYPE]);
	}
}

static void
tell_sources(struct facts *f, struct doc *d)
{
	struct context c = context_of(f, d);

	add(&c, c.outlet, DOCUMENT, c.doc);
	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nread; i = doc_next(d, ROW_QUOTE, i + 1)) {
		const struct row *r = &d->row[i];

		if (!begins(r))
			continue;
		add(&c, c.outlet, QUOTATION, none);
		add(&c, c.outlet, STATEMENT, r->field[QUOTE_STATEMENT]);
		add(&c, c.outlet, SPEAKER, r->field[QUOTE_SPEAKER_ID]);
		add(&c, c.outlet, FORM, r->field[QUOTE_FORM]);
		if (slice_starts(r->field[QUOTE_SPEAKER_ID], "anon:"))
			add(&c, c.outlet, ANONYMOUS, none);
	}
}

/* How many different values, not empty, an attribute has. */
static size_t
different(const struct fact *fact, size_t n, char attribute)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += fact_attribute(&fact[i]) == attribute && fact_value(&fact[i]).len > 0;
	return found;
}

/* How often an attribute was met, with that value or, if it is NULL, with any. */
static size_t
met(const struct fact *fact, size_t n, char attribute, const char *value)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		if (fact_attribute(&fact[i]) == attribute && (value == NULL || slice_is(fact_value(&fact[i]), value)))
			sum += fact[i].count;
	return sum;
}

/* The value met most often that is not empty, of equals the first by bytes; empty if there is none. */
static struct slice
commonest(const struct fact *fact, size_t n, char attribute)
{
	struct slice best = none;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		struct slice value = fact_value(&fact[i]);

		if (fact_attribute(&fact[i]) == attribute && fact[i].count > count && value.len > 0) {
			best = value;
			count = fact[i].count;
		}
	}
	return best;
}

/* The first value by bytes that is not empty. */
static struct slice
first(const struct fact *fact, size_t n, char attribute)
{
	for (size_t i = 0; i < n; i++)
		if (fact_attribute(&fact[i]) == attribute && fact_value(&fact[i]).len > 0)
			return fact_value(&fact[i]);
	return none;
}

static void
column(struct buf *b, struct slice s)
{
	if (b->len > 0)
		buf_byte(b, '\t');
	buf_add(b, s);
}

static void
number(struct buf *b, size_t n)
{
	if (b->len > 0)
		buf_byte(b, '\t');
	buf_number(b, n);
}

/* The longest wording: values are escaped, which makes no difference to which is longest by much. */
static struct slice
longest(const struct fact *fact, size_t n, char attribute)
{
	struct slice best = none;

	for (size_t i = 0; i < n; i++)
		if (fact_attribute(&fact[i]) == attribute && fact_value(&fact[i]).len > best.len)
			best = fact_value(&fact[i]);
	return best;
}

/* A speaker is "id\tname": its tab is escaped, as all of the value is. */
static void
speaker_columns(struct buf *b, struct slice speaker)
{
	for (size_t i = 0; i + 1 < speaker.len; i++) {
		if (speaker.at[i] == '\\' && speaker.at[i + 1] == 't') {
			column(b, slice_sub(speaker, 0, i));
			column(b, slice_sub(speaker, i + 2, speaker.len));
			return;
		}
		i += speaker.at[i] == '\\';
	}
	column(b, none);
	column(b, none);
}

static void
reduce_statement(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct buf *b = &row->text;

	row->order[0] = different(fact, n, OUTLET);
	row->order[1] = different(fact, n, DOCUMENT);
	row->order[2] = met(fact, n, QUOTATION, NULL);
	buf_add(b, fact_key(fact));
	number(b, row->order[0]);
	number(b, row->order[1]);
	number(b, row->order[2]);
	column(b, first(fact, n, PUBLISHED));
	speaker_columns(b, commonest(fact, n, SPEAKER));
	column(b, commonest(fact, n, STANCE));
	column(b, longest(fact, n, WORDING));
}

static void
form_columns(struct buf *b, const struct fact *fact, size_t n)
{
	number(b, met(fact, n, FORM, "direct"));
	number(b, met(fact, n, FORM, "mixed"));
	number(b, met(fact, n, FORM, "indirect"));
}

static void
reduce_speaker(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct buf *b = &row->text;

	row->order[0] = met(fact, n, QUOTATION, NULL);
	buf_add(b, fact_key(fact));
	buf_byte(b, '\t');
	buf_add(b, commonest(fact, n, NAME));
	number(b, row->order[0]);
	number(b, different(fact, n, STATEMENT));
	number(b, different(fact, n, DOCUMENT));
	number(b, different(fact, n, OUTLET));
	form_columns(b, fact, n);
}

static void
reduce_entity(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct buf *b = &row->text;

	row->order[0] = different(fact, n, DOCUMENT);
	row->order[1] = met(fact, n, MENTION, NULL);
	buf_add(b, fact_key(fact));
	column(b, commonest(fact, n, TYPE));
	column(b, commonest(fact, n, NAME));
	number(b, row->order[0]);
	number(b, different(fact, n, OUTLET));
	number(b, row->order[1]);
}

static void
reduce_source(struct tally_row *row, const struct fact *fact, size_t n)
{
	struct buf *b = &row->text;

	row->order[0] = different(fact, n, DOCUMENT);
	row->order[1] = met(fact, n, QUOTATION, NULL);
	buf_add(b, fact_key(fact));
	number(b, row->order[0]);
	number(b, row->order[1]);
	number(b, different(fact, n, STATEMENT));
	number(b, different(fact, n, SPEAKER));
	number(b, met(fact, n, ANONYMOUS, NULL));
	form_columns(b, fact, n);
}

const struct tally_kind tally_kinds[] = {
	{ "statement", "statement\toutlets\tdocuments\tquotations\tfirst\tspeaker_id\tspeaker_name\tstance\ttext",
	    tell_statements, reduce_statement },
	{ "speaker", "speaker_id\tspeaker_name\tquotations\tstatements\tdocuments\toutlets\tdirect\tmixed\tindirect",
	    tell_speakers, reduce_speaker },
	{ "entity", "id\ttype\tname\tdocuments\toutlets\tmentions", tell_entities, reduce_entity },
	{ "source", "source\tdocuments\tquotations\tstatements\tspeakers\tanonymous\tdirect\tmixed\tindirect",
	    tell_sources, reduce_source },
	{ 0 }
};

const char *
tally_names(void)
{
	return "statement speaker entity source";
}
