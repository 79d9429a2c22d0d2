#include "speaker_scene.h"

enum { OPENS = 4, OPENS_TITLED = 8 }; /* tokens: a sentence's start, and with a person's titles */

uint64_t
scene_word(struct slice word)
{
	return lexicon_hash(word);
}

uint64_t
scene_role(struct slice word)
{
	return ~scene_word(word);
}

bool
figure_has(const struct figure *f, uint64_t word)
{
	for (size_t i = 0; i < f->words; i++)
		if (f->word[i] == word)
			return true;
	return false;
}

/* The searches take half of what is left at each step, and no branch that could be guessed wrong. */

/* The first of the tokens from low to before end that ends behind the byte; end if none does. */
static size_t
token_within(const struct scene *s, size_t offset, size_t low, size_t end)
{
	size_t n = end - low;

	for (size_t half; n > 1; n -= half) {
		half = n / 2;
		low += (s->token[low + half - 1].end <= offset) * half;
	}
	return low + (n == 1 && s->token[low].end <= offset);
}

size_t
scene_token(const struct scene *s, size_t offset)
{
	return token_within(s, offset, 0, s->tokens);
}

size_t
scene_sentence(const struct scene *s, size_t offset)
{
	size_t low = 0;

	for (size_t n = s->sentences, half; n > 1; n -= half) {
		half = n / 2;
		low += (s->sentence[low + half].start <= offset) * half;
	}
	return low;
}

size_t
scene_sight(const struct scene *s, size_t offset)
{
	size_t low = 0, n = s->sights;

	for (size_t half; n > 1; n -= half) {
		half = n / 2;
		low += (s->sight[low + half - 1].end <= offset) * half;
	}
	return low + (n == 1 && s->sight[low].end <= offset);
}

const struct sighting *
scene_named(const struct scene *s, size_t i, size_t last)
{
	size_t k = s->named[i];

	return k > 0 && s->sight[k - 1].last <= last ? &s->sight[k - 1] : NULL;
}

static enum figure_kind
kind_of(struct slice type, struct slice id)
{
	if (slice_starts(id, "country:"))
		return FIGURE_PLACE;
	if (slice_starts(id, "group:")) /* "the Dane", taken for a name */
		return FIGURE_GROUP;
	return slice_is(type, "person") ? FIGURE_PERSON : slice_is(type, "org") ? FIGURE_ORG :
	    slice_is(type, "place") ? FIGURE_PLACE : slice_is(type, "group") ? FIGURE_GROUP : FIGURE_OTHER;
}

static struct slice
key_of(const struct figure *f)
{
	return f->id.len > 0 ? f->id : f->name;
}

/* The slot of the figure with that key, or the free one that it would have. */
static uint32_t *
slot_of(const struct scene *s, struct slice key)
{
	size_t i = (size_t)scene_word(key) & (s->slots - 1);

	while (s->slot[i] != 0 && !slice_eq(key_of(&s->figure[s->slot[i] - 1]), key))
		i = (i + 1) & (s->slots - 1);
	return &s->slot[i];
}

static size_t
add_figure(struct scene *s, uint32_t *slot, const struct figure *f)
{
	/* one slot stays free, so that every search ends: a figure more than that has none */
	if (s->used + 1 < s->slots) {
		*slot = (uint32_t)s->figures + 1;
		s->used++;
	}
	MEM_GROW(s->figure, s->figure_cap, s->figures + 1);
	s->figure[s->figures] = *f;
	return s->figures++;
}

size_t
scene_figure(struct scene *s, const struct figure *f)
{
	uint32_t *slot = slot_of(s, key_of(f));

	return *slot != 0 ? *slot - 1 : add_figure(s, slot, f);
}

/* The figure of an entity row: known by its id or, without one, by its text. */
static size_t
figure_of(struct scene *s, const struct row *r)
{
	struct slice id = r->field[ENTITY_ID], name = r->field[ENTITY_NAME];
	uint32_t *slot;
	struct figure f;

	if (id.len == 0 || name.len == 0)
		name = r->field[ROW_TEXT];
	slot = slot_of(s, id.len > 0 ? id : name);
	if (*slot != 0)
		return *slot - 1;
	f = (struct figure){ .kind = kind_of(r->field[ENTITY_TYPE], id), .id = id, .name = name };
	return add_figure(s, slot, &f);
}

/* "Nordbank analyst Ada Holm": one who speaks of others; the text is not about the bank. */
static bool
employs_observer(const struct scene *s, const struct sighting *t, size_t end)
{
	struct slice key;

	if (s->figure[t->figure].kind != FIGURE_ORG || t->last >= end)
		return false;
	key = noun_at(s->rules, s->doc->text, s->token, end, t->last).key;
	return slice_is(key, "expert") || slice_is(key, "journalist");
}

/* "Finnish officials", "the Finnish economy": the group itself is "Finns", or "the Finnish" before a mark or a verb. */
static bool
is_adjective(const struct scene *s, const struct sighting *t, size_t from, size_t end)
{
	if (employs_observer(s, t, end))
		return true;
	if (s->figure[t->figure].kind != FIGURE_GROUP || t->last >= end || s->token[t->last].kind != TOKEN_WORD)
		return false;
	if (slice_ends(scene_text(s, t->last - 1), "s"))
		return noun_at(s->rules, s->doc->text, s->token, end, t->last).class != NOUN_NONE;
	return t->first == from || !scene_small(s, t->first - 1, SMALL_THE) || !scene_small(s, t->last, SMALL_BEHIND);
}

/* A name that begins within a token behind another one is none of that token. */
static void
note_named(struct scene *s, const struct sighting *t)
{
	size_t start = t->first < s->tokens ? s->token[t->first].start : t->end;

	if (t->end > start && (s->sights == 1 || t[-1].end <= start))
		s->named[t->first] = (uint32_t)s->sights;
}

/* "Nordbank chairman [Olaf Berg] left", "In Lund, [Olaf Berg] left": nothing but names and titles before him. */
static bool
opens_titled(const struct scene *s, const struct sighting *t)
{
	size_t from = s->begin[t->sentence];

	if (s->figure[t->figure].kind != FIGURE_PERSON || t->behind_prep || t->owner || t->first > from + OPENS_TITLED)
		return false;
	for (size_t i = from; i < t->first; i++) {
		const struct token *k = &s->token[i];

		if (k->kind == TOKEN_MARK || (k->kind == TOKEN_WORD && (k->flags & TOKEN_CAPITAL) == 0 &&
		    noun_at(s->rules, s->doc->text, s->token, t->first, i).class != NOUN_PERSON))
			return false;
	}
	return true;
}

/* "During the talks, the Gazette left": the subject behind what opens the sentence. */
static bool
opens_fronted(const struct scene *s, const struct sighting *t)
{
	size_t i = t->first, from = s->begin[t->sentence];

	if (i > from + OPENS_TITLED || i < from + 2 || !scene_small(s, from, SMALL_PREP | SMALL_CLAUSE))
		return false;
	i -= scene_small(s, i - 1, SMALL_THE);
	return s->token[i - 1].code == ',';
}

/* "The Company" is no name of one. */
static bool
no_name(const struct scene *s, const struct sighting *t)
{
	return t->last == t->first + 2 && t->last <= s->tokens && scene_small(s, t->first, SMALL_THE) && scene_small(s, t->first + 1, SMALL_COMPANY);
}

/* The tokens of a row that begins in the sentence of tokens [from, end). */
static void
place(const struct scene *s, struct sighting *t, uint32_t from, uint32_t end)
{
	size_t byte = t->end - (t->end > t->start);
	uint32_t last;

	t->first = (uint32_t)token_within(s, t->start, from, end);
	for (last = t->first; last < s->tokens && s->token[last].end <= byte; last++)
		;
	t->last = last + 1;
}

/* Adds where the entity row is seen; false where it is no name. */
static bool
add_sighting(struct scene *s, const struct row *r)
{
	struct sighting *t = &s->sight[s->sights];
	struct figure *f;
	uint32_t k = s->sights > 0 ? t[-1].sentence : 0, from, end;

	while (k + 1 < s->sentences && s->sentence[k + 1].start <= r->start)
		k++;
	from = s->begin[k];
	end = s->begin[k + 1];
	*t = (struct sighting){ .start = (uint32_t)r->start, .end = (uint32_t)r->end, .sentence = k };
	place(s, t, from, end);
	if (no_name(s, t))
		return false;
	t->figure = (uint32_t)figure_of(s, r);
	t->opens = s->sights++ == 0 || t[-1].sentence != k;
	note_named(s, t);
	t->owner = t->last < end && s->token[t->last].kind == TOKEN_CLITIC;
	t->behind_prep = t->first > from && scene_small(s, t->first - 1, SMALL_PREP);
	t->opens = (t->opens && (t->first <= from + OPENS || opens_fronted(s, t))) || opens_titled(s, t);
	t->adjective = is_adjective(s, t, from, end);
	f = &s->figure[t->figure];
	*(f->sightings++ > 0 ? &s->sight[f->last].again : &f->first) = (uint32_t)s->sights - 1;
	f->last = (uint32_t)s->sights - 1;
	return true;
}

static int
by_start(const struct row *a, const struct row *b)
{
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* Entity rows come ordered from every program; a user's sort may have them otherwise only among equals. */
static void
read_entities(struct scene *s)
{
	const struct doc *d = s->doc;
	const struct row *before = NULL;

	for (size_t i = doc_next(d, ROW_ENTITY, 0); i < d->nrow; i = doc_next(d, ROW_ENTITY, i + 1)) {
		const struct row *r = &d->row[i];

		/* nested or disordered ones add nothing that the outer ones do not tell */
		if (before != NULL && (by_start(before, r) > 0 || r->start < before->end))
			continue;
		if (add_sighting(s, r))
			before = r;
	}
}

static size_t
entity_rows(const struct doc *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->nrow; i++)
		n += d->row[i].kind == ROW_ENTITY;
	return n;
}

static void
mark_quoted(struct scene *s)
{
	const struct doc *d = s->doc;

	for (size_t i = doc_next(d, ROW_QUOTE, 0); i < d->nrow; i = doc_next(d, ROW_QUOTE, i + 1)) {
		const struct row *r = &d->row[i];

		if (row_form(r) != FORM_DIRECT)
			continue;
		for (size_t k = scene_sight(s, r->start); k < s->sights && s->sight[k].start < r->end; k++)
			s->sight[k].quoted = true;
	}
}

/* There can be a figure for each row, and for countries that only capitals stand for. */
enum { MOST_COUNTRIES = 256 };

/* Zeroed, for as long as the document. */
static uint32_t *
numbers_of(struct doc *d, size_t n)
{
	uint32_t *at = arena_alloc(&d->arena, n * sizeof *at);

	memset(at, 0, n * sizeof *at);
	return at;
}

void
scene_read(struct scene *s, const struct speaker_rules *r, struct doc *d, const struct speaker_text *text)
{
	size_t entities = entity_rows(d);

	*s = (struct scene){ .rules = r, .doc = d, .token = text->token, .tokens = text->tokens, .sentence = text->sentence,
		.sentences = text->sentences, .begin = text->begin, .slots = 16 };
	while (s->slots < 2 * (d->nrow + MOST_COUNTRIES))
		s->slots *= 2;
	s->slot = numbers_of(d, s->slots);
	s->named = numbers_of(d, s->tokens + 1);
	s->sight = arena_alloc(&d->arena, (entities + 1) * sizeof *s->sight);
	read_entities(s);
	mark_quoted(s);
}

void
scene_free(struct scene *s)
{
	mem_free(s->figure);
	mem_free(s->source);
	*s = (struct scene){ 0 };
}

struct slice
scene_country(const struct scene *s, size_t offset)
{
	static const char prefix[] = "country:";
	size_t k = scene_sight(s, offset), here = scene_sentence(s, offset);

	while (k-- > 0 && here - s->sight[k].sentence <= 2) {
		const struct figure *f = &s->figure[s->sight[k].figure];

		if (f->kind == FIGURE_PLACE && slice_starts(f->id, prefix) && !s->sight[k].quoted && !s->sight[k].behind_prep)
			return slice_sub(f->id, sizeof prefix - 1, f->id.len);
	}
	return slice_make("", 0);
}

void
scene_see_source(struct scene *s, size_t figure, size_t start, size_t end)
{
	struct sighting *t;

	MEM_GROW(s->source, s->source_cap, s->sources + 1);
	t = &s->source[s->sources++];
	*t = (struct sighting){ .start = (uint32_t)start, .end = (uint32_t)end, .sentence = (uint32_t)scene_sentence(s, start), .opens = true };
	t->figure = (uint32_t)figure;
	s->figure[figure].sightings++;
}
