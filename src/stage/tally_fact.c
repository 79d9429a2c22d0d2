/* tally_fact: what the tables have in common: reading facts, writing columns, what a document's rows share. */
#include "tally_fact.h"

static const struct slice none = { "", 0 };

size_t
facts_different(const struct fact *fact, size_t n, char attribute)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += fact[i].attribute == attribute && fact[i].value.len > 0;
	return found;
}

size_t
facts_met(const struct fact *fact, size_t n, char attribute, const char *value)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		if (fact[i].attribute == attribute && (value == NULL || slice_is(fact[i].value, value)))
			sum += fact[i].count;
	return sum;
}

struct slice
facts_commonest(const struct fact *fact, size_t n, char attribute)
{
	struct slice best = none;
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		struct slice value = fact[i].value;

		if (fact[i].attribute == attribute && fact[i].count > count && value.len > 0) {
			best = value;
			count = fact[i].count;
		}
	}
	return best;
}

struct slice
facts_longest(const struct fact *fact, size_t n, char attribute)
{
	struct slice best = none;

	for (size_t i = 0; i < n; i++)
		if (fact[i].attribute == attribute && fact[i].value.len > best.len)
			best = fact[i].value;
	return best;
}

void
column_add(struct tally_row *row, struct slice s)
{
	if (row->columns++ > 0)
		buf_byte(&row->text, '\t');
	buf_add(&row->text, s);
}

void
column_number(struct tally_row *row, size_t n)
{
	column_add(row, none);
	buf_number(&row->text, n);
}

struct slice
value_join(struct arena *arena, const struct slice *part, size_t n)
{
	size_t len = 0;
	char *s;

	for (size_t i = 0; i < n; i++)
		len += part[i].len + 1;
	s = arena_alloc(arena, len + 1);
	len = 0;
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			s[len++] = '\t';
		if (part[i].len > 0)
			memcpy(s + len, part[i].at, part[i].len);
		len += part[i].len;
	}
	return slice_make(s, len);
}

struct slice
value_next(struct slice *rest)
{
	struct slice value = *rest;
	const char *mark;

	for (size_t at = 0; at < value.len && (mark = memchr(value.at + at, '\\', value.len - at)) != NULL; at += 2) {
		at = (size_t)(mark - value.at);
		if (at + 1 == value.len || value.at[at + 1] != 't')
			continue;
		*rest = slice_sub(value, at + 2, value.len);
		return slice_sub(value, 0, at);
	}
	*rest = (struct slice){ 0 };
	return value.at != NULL ? value : none;
}

struct slice
value_part(struct slice value, size_t i)
{
	while (i-- > 0)
		value_next(&value);
	return value_next(&value);
}

struct context
context_of(struct facts *f, struct doc *d)
{
	const struct row *head = doc_row(d);
	struct context c = { f, d, d->id, none };

	if (head != NULL) {
		if (head->field[DOC_SOURCE].len > 0)
			c.outlet = head->field[DOC_SOURCE];
		c.published = head->field[DOC_PUBLISHED];
	}
	return c;
}

void
context_add(const struct context *c, struct slice key, char attribute, struct slice value)
{
	facts_add(c->facts, key, attribute, value, 1);
}

static bool
begins(const struct row *r)
{
	return r->field[QUOTE_PART].len < 2 || slice_starts(r->field[QUOTE_PART], "1/");
}

size_t
context_said(const struct context *c, size_t i)
{
	i = context_quote(c, i);
	while (i < c->doc->nread && row_unsaid(&c->doc->row[i]))
		i = context_quote(c, i + 1);
	return i;
}

size_t
context_quote(const struct context *c, size_t i)
{
	i = doc_next(c->doc, ROW_QUOTE, i);
	while (i < c->doc->nread && !begins(&c->doc->row[i]))
		i = doc_next(c->doc, ROW_QUOTE, i + 1);
	return i;
}

/* The row behind row i that goes on with the quotation that row first begins; nread if there is none. */
static size_t
next_part(const struct context *c, size_t first, size_t i)
{
	const struct doc *d = c->doc;

	i = doc_next(d, ROW_QUOTE, i + 1);
	if (i < d->nread && (begins(&d->row[i]) || !slice_eq(d->row[i].field[QUOTE_NUMBER], d->row[first].field[QUOTE_NUMBER])))
		return d->nread;
	return i;
}

struct slice
context_wording(const struct context *c, size_t first)
{
	struct doc *d = c->doc;
	struct slice text = d->row[first].field[ROW_TEXT];
	size_t len = text.len;
	char *all;

	for (size_t i = next_part(c, first, first); i < d->nread; i = next_part(c, first, i))
		len += 1 + d->row[i].field[ROW_TEXT].len;
	if (len == text.len)
		return text;
	all = arena_alloc(&d->arena, len);
	memcpy(all, text.at, text.len);
	len = text.len;
	for (size_t i = next_part(c, first, first); i < d->nread; i = next_part(c, first, i)) {
		struct slice more = d->row[i].field[ROW_TEXT];

		all[len++] = ' ';
		memcpy(all + len, more.at, more.len);
		len += more.len;
	}
	return slice_make(all, len);
}

struct slice
row_speaker(const struct row *r)
{
	return r->field[QUOTE_SPEAKER_NAME].len > 0 ? r->field[QUOTE_SPEAKER_NAME] : r->field[QUOTE_SPEAKER];
}
