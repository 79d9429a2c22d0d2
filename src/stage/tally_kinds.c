/* tally_kinds: the tables that aggregate knows. */
#include "tally_fact.h"

static const struct slice none = { "", 0 };

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
	    "speaker_id\tspeaker_name\tstance\ttext", statement_tell, NULL, NULL, false, statement_reduce },
	{ "speaker", "speaker_id\tspeaker_name\tquotations\tstatements\tdocuments\toutlets\tdirect\tmixed\tindirect",
	    tell_speakers, NULL, NULL, false, reduce_speaker },
	{ "entity", "id\ttype\tname\tdocuments\toutlets\tmentions", tell_entities, NULL, NULL, false, reduce_entity },
	{ "source", "source\tdocuments\tquotations\tstatements\tspeakers\tanonymous\tdirect\tmixed\tindirect",
	    tell_sources, outlet_of, NULL, false, reduce_source },
	{ "pair", "source\tother\tstatements\tverbatim", carrier_tell, NULL, pair_regroup, true, pair_reduce },
	{ "stance", "stance\tdocuments\toutlets\tquotations\tstatements\tspeakers", tell_stances, NULL, NULL, false, reduce_stance },
	{ "day", "day\tdocuments\toutlets\tquotations\tstatements\tspeakers", tell_days, written_day, NULL, false, key_columns },
	{ "conflict", "kind\tspeaker_id\tsource\tstatement\tstance\ttext\t"
	    "other_speaker_id\tother_source\tother_statement\tother_stance\tother_text\toutlets\tother_outlets",
	    conflict_tell, NULL, conflict_regroup, false, conflict_reduce },
	{ 0 }
};
