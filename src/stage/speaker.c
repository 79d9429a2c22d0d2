#include "speaker.h"

#include "buf.h"

/* A plain first ladder: a named mention in the span, a description met elsewhere or kept anonymous, a pronoun. */

struct resolver {
	const struct entity_rules *rules;
	struct doc *doc;
	const struct entity_list *list;
	struct slice last_id, last_name; /* of the speaker resolved last */
	size_t last_at;                  /* where the quotation stood */
	char last_gender;
};

struct span {
	size_t first, last; /* tokens */
	size_t from, to;    /* mentions */
};

static size_t
token_from(const struct entity_scan *s, size_t byte)
{
	size_t low = 0, high = s->tokens.len;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->tokens.at[mid].end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The first mention that ends behind that byte. */
static size_t
mention_from(const struct entity_list *list, size_t byte)
{
	size_t low = 0, high = list->len;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (list->at[mid].end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct span
span_of(const struct resolver *r, const struct row *quote)
{
	size_t start = 0, end = 0;
	struct span s;

	slice_number(quote->field[QUOTE_SPEAKER_START], &start);
	slice_number(quote->field[QUOTE_SPEAKER_END], &end);
	s.first = token_from(&r->rules->scan, start);
	s.last = token_from(&r->rules->scan, end > 0 ? end - 1 : 0) + 1;
	s.from = mention_from(r->list, start);
	for (s.to = s.from; s.to < r->list->len && r->list->at[s.to].start < end;)
		s.to++;
	if (s.last > r->rules->scan.tokens.len)
		s.last = r->rules->scan.tokens.len;
	return s;
}

static const struct entry *
source_word(const struct resolver *r, size_t i, const char *what)
{
	const struct entry *e = gazetteer_from(r->rules->scan.gloss[i].word, WORD_SOURCE);

	for (; e != NULL; e = e->next)
		if (e->list == WORD_SOURCE && slice_is(e->column[0], what))
			return e;
	return NULL;
}

/* "Ana Tarn's lawyer" and "a friend of Ana Tarn" do not speak as Ana Tarn. */
static bool
owned(const struct resolver *r, const struct span *s, const struct mention *m)
{
	const struct entity_scan *scan = &r->rules->scan;

	if (m->last < s->last && scan->tokens.at[m->last].kind == TOKEN_CLITIC && m->last + 1 < s->last)
		return true;
	return m->first > s->first && (slice_is(token_text(scan->text, &scan->tokens.at[m->first - 1]), "of") ||
	    slice_is(token_text(scan->text, &scan->tokens.at[m->first - 1]), "for"));
}

static const struct mention *
person_in(const struct resolver *r, const struct span *s)
{
	for (size_t k = s->from; k < s->to; k++)
		if (r->list->at[k].type == ENTITY_PERSON && !owned(r, s, &r->list->at[k]))
			return &r->list->at[k];
	return NULL;
}

static void
fill(struct resolver *r, struct row *quote, struct slice id, struct slice name, char gender)
{
	if (id.len == 0)
		return;
	row_fill(quote, QUOTE_SPEAKER_ID, id);
	row_fill(quote, QUOTE_SPEAKER_NAME, name);
	r->last_id = id;
	r->last_name = name;
	r->last_gender = gender;
	r->last_at = quote->start;
}

/* The country's code that a mention tells; empty if none. */
static struct slice
country_of(const struct mention *m)
{
	if (m->entry != NULL && m->entry->list == GAZ_COUNTRY)
		return m->entry->column[0];
	if (m->entry != NULL && m->entry->list == GAZ_ORG)
		return m->entry->column[1];
	return slice_make("", 0);
}

/* "a U.S. defense official": anon:us-defence-official. */
static void
describe(struct resolver *r, struct row *quote, const struct span *s, const struct entry *role)
{
	struct slice country = slice_make("", 0);
	const struct entry *field = NULL;
	struct buf id = { 0 };

	for (size_t k = s->to; k > 0 && country.len == 0 && (k > s->from || s->from - k < 6); k--)
		country = country_of(&r->list->at[k - 1]);
	for (size_t i = s->first; i < s->last && field == NULL; i++)
		field = source_word(r, i, "field");
	buf_string(&id, "anon:");
	if (country.len > 0) {
		buf_add(&id, country);
		buf_byte(&id, '-');
	}
	if (field != NULL) {
		buf_add(&id, field->column[1]);
		buf_byte(&id, '-');
	}
	buf_add(&id, role->column[1]);
	fill(r, quote, arena_copy(&r->doc->arena, buf_slice(&id)), quote->field[QUOTE_SPEAKER], 0);
	buf_free(&id);
}

static const struct entry *
role_in(const struct resolver *r, const struct span *s)
{
	for (size_t i = s->first; i < s->last; i++)
		if (source_word(r, i, "role") != NULL)
			return source_word(r, i, "role");
	return NULL;
}

static bool
pronoun(struct resolver *r, struct row *quote, const struct span *s)
{
	const struct entry *e = s->last == s->first + 1 ? source_word(r, s->first, "pronoun") : NULL;
	char gender;

	if (e == NULL)
		return false;
	gender = e->column[1].at[0];
	if (r->last_id.len > 0 && quote->start - r->last_at < 1500 && (r->last_gender == gender || r->last_gender == 0 || gender == 'x')) {
		fill(r, quote, r->last_id, r->last_name, r->last_gender);
		return true;
	}
	for (size_t k = s->from; k > 0 && gender != 'x'; k--) {
		const struct mention *m = &r->list->at[k - 1];

		if (m->type != ENTITY_PERSON || (m->gender != 0 && m->gender != gender))
			continue;
		fill(r, quote, m->id, m->name, gender);
		break;
	}
	return true;
}

static void
resolve(struct resolver *r, struct row *quote)
{
	struct span s = span_of(r, quote);
	const struct mention *m = person_in(r, &s);
	const struct entry *role;

	if (s.first >= s.last || s.first >= r->rules->scan.tokens.len)
		return;
	if (m != NULL) {
		fill(r, quote, m->id, m->name, m->gender);
		return;
	}
	if (pronoun(r, quote, &s))
		return;
	role = role_in(r, &s);
	if (role != NULL && s.last - s.first <= 2 && r->last_id.len > 0 && slice_starts(r->last_id, "anon:") &&
	    slice_ends(r->last_id, "official"))
		fill(r, quote, r->last_id, r->last_name, 0);
	else if (role != NULL)
		describe(r, quote, &s, role);
	else if (s.from < s.to)
		fill(r, quote, r->list->at[s.from].id, r->list->at[s.from].name, 0);
}

void
speaker_resolve(const struct entity_rules *rules, struct doc *d, const struct entity_list *entities)
{
	struct resolver r = { .rules = rules, .doc = d, .list = entities };

	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nrow; i = doc_next(d, ROW_QUOTE, i + 1))
		if (d->row[i].field[QUOTE_SPEAKER].len > 0 && d->row[i].field[QUOTE_SPEAKER_ID].len == 0)
			resolve(&r, &d->row[i]);
}
