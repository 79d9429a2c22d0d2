#include "entity_link.h"
#include "entity_scan.h"

struct who *
linker_who(const struct linker *l, uint64_t hash)
{
	size_t i = (size_t)((hash | 1) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (l->slots - 1);

	while (l->who[i].hash != 0 && l->who[i].hash != (hash | 1))
		i = (i + 1) & (l->slots - 1);
	l->who[i].hash = hash | 1;
	return &l->who[i];
}

const struct entry *
linker_listed(const struct linker *l, size_t first, size_t last)
{
	size_t taken;
	const struct entry *e = gazetteer_name(l->gazetteer, l->scan->hash, last, first, &taken);

	return taken == last - first ? e : NULL;
}

static size_t
words(const struct linker *l, const struct mention *m)
{
	size_t n = 0;

	for (size_t i = m->first; i < m->last; i++)
		n += linker_word(l, i);
	return n;
}

static void
link_country(struct linker *l, struct mention *m, const struct entry *e)
{
	const struct entry *shown = gazetteer_country(l->gazetteer, e->column[0]);

	l->key.len = 0;
	buf_add(&l->key, e->column[0]);
	if (gazetteer_demonym(e)) {
		m->id = linker_id(l, "group:");
		m->name = e->word;
	} else if (gazetteer_capital(e) && !linker_acts(l, m)) {
		m->id = linker_id_of(l, ENTITY_PLACE, e->word);
		m->name = e->word;
	} else {
		m->id = linker_id(l, "country:");
		m->name = shown != NULL && !slice_is(e->column[1], "seat") ? shown->word : e->word;
	}
}

static void
link_listed(struct linker *l, struct mention *m, const struct entry *e)
{
	switch (e->list) {
	case GAZ_COUNTRY:
		link_country(l, m, e);
		return;
	case GAZ_ORG:
		m->id = linker_id_of(l, ENTITY_ORG, e->column[2]);
		m->name = e->column[2];
		return;
	case GAZ_GROUP:
		m->id = linker_id_of(l, ENTITY_GROUP, e->column[0]);
		m->name = e->column[0];
		return;
	case GAZ_USER:
		m->id = e->columns > 1 && e->column[1].len > 0 ? e->column[1] : linker_id_of(l, entity_type_of(e->column[0]), e->word);
		m->name = e->columns > 2 && e->column[2].len > 0 ? e->column[2] : e->word;
		return;
	case GAZ_PERSON:
		m->id = linker_id_of(l, ENTITY_PERSON, e->word);
		m->name = e->word;
		if (e->column[0].len > 0)
			m->gender = e->column[0].at[0];
		return;
	default:
		m->name = e->list == GAZ_PLACE && e->columns > 2 ? e->column[2] : e->word;
		m->id = linker_id_of(l, m->type, m->name);
	}
}

static void
link_text(struct linker *l, struct mention *m)
{
	m->id = linker_id_of(l, m->type, slice_sub(l->scan->text, m->start, m->end));
	m->name = slice_sub(l->scan->text, m->start, m->end);
}

static uint64_t
key(const struct mention *m, uint64_t word)
{
	return word ^ (uint64_t)m->type << 8;
}

static void
note_key(struct linker *l, uint64_t hash, size_t k, bool walking)
{
	struct who *w = linker_who(l, hash);

	if (walking)
		w->before = (uint32_t)k + 1;
	else if (w->first == 0)
		w->first = (uint32_t)k + 1;
}

/* The hash of its capitalised words alone: "Food Watch of Orla" is "Food Watch Orla". */
static uint64_t
capitals(const struct linker *l, const struct mention *m)
{
	uint64_t h = 8;

	for (size_t i = m->first; i < m->last; i++)
		if ((l->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
			h = (h ^ l->scan->hash[i]) * UINT64_C(0x9E3779B97F4A7C15);
	return h;
}

/* Makes a mention of several words known under each of them, and by its acronym. */
static void
note(struct linker *l, size_t k, bool walking)
{
	const struct mention *m = &l->list->at[k];
	uint64_t h = linker_acronym(l, m);

	for (size_t i = m->first; i < m->last; i++)
		if ((l->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
			note_key(l, key(m, l->scan->hash[i]), k, walking);
	note_key(l, key(m, capitals(l, m)), k, walking);
	if (h != 0)
		note_key(l, h ^ 2, k, walking);
}

/* "Orla Holding" is the beginning of "Orla Holding of Norway". */
static bool
begins(const struct linker *l, const struct mention *brief, const struct mention *full)
{
	size_t n = brief->last - brief->first;

	if (n >= full->last - full->first)
		return false;
	for (size_t i = 0; i < n; i++)
		if (l->scan->hash[brief->first + i] != l->scan->hash[full->first + i])
			return false;
	return true;
}

/* "the State Library (Orla Bibliotek)": the mention before the bracket that m is another name of; NULL if none. */
static const struct mention *
in_brackets(const struct linker *l, const struct mention *m)
{
	const struct token *t = l->scan->tokens.at;
	const struct mention *before = m - 1;

	if (m == l->list->at || m->first == 0 || t[m->first - 1].code != '(' || m->last >= l->scan->tokens.len ||
	    t[m->last].code != ')')
		return NULL;
	return before->type == m->type && before->last + 1 == m->first ? before : NULL;
}

/* "the Komisi Orla (KPK)": letters that stand for the name before them, whatever it begins with. */
static bool
defined(const struct linker *l, const struct mention *m)
{
	return m->last == m->first + 1 && m->type == ENTITY_ORG && (l->scan->tokens.at[m->first].flags & TOKEN_UPPER) != 0 &&
	    in_brackets(l, m) != NULL;
}

/* "The Gazette": a single word, and its article. */
static bool
with_article(const struct linker *l, const struct mention *m)
{
	return words(l, m) == 2 && (scan_gloss(l->scan, m->first)->marks & MARK_ARTICLE) != 0;
}

/* Does the text have a name for these letters? */
static bool
spelt(const struct linker *l, uint64_t letters)
{
	const struct who *w = linker_who(l, letters ^ 2);

	return (w->first | w->before) != 0;
}

/* The mention that a short form stands for; NULL if there is none. */
static const struct mention *
longer(const struct linker *l, const struct mention *m)
{
	size_t first = m->first + with_article(l, m);
	uint64_t h = l->scan->hash[first];
	bool single = first > m->first || words(l, m) == 1;
	const struct who *w = linker_who(l, key(m, h));
	const struct mention *before = in_brackets(l, m);
	size_t k;

	if (before != NULL)
		return before;
	if (single && (l->scan->tokens.at[first].flags & TOKEN_UPPER) != 0 && spelt(l, h))
		w = linker_who(l, h ^ 2);
	k = linker_who(l, key(m, capitals(l, m)))->before;
	if (!single && k != 0)
		return &l->list->at[k - 1];
	k = w->before != 0 ? w->before : w->first;
	if (k == 0 || !(single || begins(l, m, &l->list->at[k - 1])))
		return NULL;
	return &l->list->at[k - 1];
}

/* The gender that a given name tells; "Nelson" alone is rather a family's. */
static char
gender_of(const struct linker *l, const struct mention *m)
{
	for (size_t i = m->first; i < m->last; i++) {
		const struct gloss *g = scan_gloss(l->scan, i);

		if (gloss_has(g, WORD_GIVEN) && (i + 1 < m->last || !gloss_has(g, WORD_SURNAME))) {
			char gender = gazetteer_from(g->word, WORD_GIVEN)->column[0].at[0];

			return gender != 'x' ? gender : 0;
		}
	}
	return 0;
}

/* "Prince Christian": a title before what is a group's name elsewhere. */
static bool
titled(const struct linker *l, const struct mention *m)
{
	const struct gloss *g = scan_gloss(l->scan, m->first > 0 ? m->first - 1 : 0);

	return m->first > 0 && gloss_has(g, WORD_TITLE) && (l->scan->tokens.at[m->first - 1].flags & TOKEN_CAPITAL) != 0;
}

static bool
fits(const struct linker *l, const struct mention *m, const struct entry *e)
{
	if (e->list == GAZ_USER)
		return true;
	switch (m->type) {
	case ENTITY_PLACE:
		return !gazetteer_demonym(e) && (e->list == GAZ_COUNTRY || e->list == GAZ_PLACE);
	case ENTITY_ORG:
		return e->list == GAZ_ORG;
	case ENTITY_PERSON:
		return e->list == GAZ_PERSON || (gazetteer_demonym(e) && !titled(l, m));
	case ENTITY_GROUP:
		return gazetteer_demonym(e);
	default:
		return e->list == GAZ_THING || gazetteer_demonym(e);
	}
}

/* The entry of a mention's words: that of its type, where a word has several. */
static const struct entry *
entry_of(struct linker *l, const struct mention *m)
{
	const struct gloss *lead = scan_gloss(l->scan, m->first);
	const struct entry *first = linker_listed(l, m->first, m->last);

	if (first == NULL && m->last - m->first > 1 && linker_text(l, m->first).len == 1) {
		l->key.len = 0;
		for (size_t i = m->start; i < m->end; i++) /* "U. S." */
			if (l->scan->text.at[i] != ' ')
				buf_byte(&l->key, l->scan->text.at[i]);
		first = lexicon_find(l->gazetteer->names, buf_slice(&l->key));
	}
	/* "the Norwegian Congress": what is left without the country may be listed */
	if (first == NULL && m->type == ENTITY_ORG && lead->name != NULL && m->first + lead->name_len < m->last &&
	    (lead->name->list == GAZ_COUNTRY || lead->name->list == GAZ_GROUP))
		first = linker_listed(l, m->first + lead->name_len, m->last);
	for (const struct entry *e = first; e != NULL; e = e->next) {
		if (fits(l, m, e))
			return m->last - m->first > 1 || scan_spelt(e, linker_text(l, m->first), false) ? e : NULL;
	}
	return m->type == ENTITY_PERSON ? NULL : first;
}

/* "ICC", for which a list has no name, but the text does. */
static bool
letters_alone(const struct linker *l, const struct mention *m, const struct entry *e)
{
	return e->list == GAZ_ORG && m->last == m->first + 1 && (l->scan->tokens.at[m->first].flags & TOKEN_UPPER) != 0 &&
	    slice_eq(e->column[2], linker_text(l, m->first)) && spelt(l, l->scan->hash[m->first]);
}

static bool
is_short(const struct linker *l, const struct mention *m, const struct entry *e)
{
	if (m->type == ENTITY_ORG || m->type == ENTITY_MISC)
		return e == NULL || letters_alone(l, m, e) ||
		    (e->list != GAZ_ORG && e->list != GAZ_USER && e->list != GAZ_THING && e->list != GAZ_GROUP);
	return m->type == ENTITY_PLACE && e == NULL && words(l, m) == 1;
}

/* May its words be short forms of it?  Not "House" of "White House". */
static bool
lends(const struct linker *l, const struct mention *m)
{
	const struct gloss *g = scan_gloss(l->scan, m->first);

	return m->type != ENTITY_PERSON && words(l, m) > 1 && !with_article(l, m) && !(g->name != NULL && m->first + g->name_len == m->last &&
	    (g->name->list == GAZ_COUNTRY || g->name->list == GAZ_PLACE));
}

static void
link_others(struct linker *l)
{
	for (size_t k = 0; k < l->list->len; k++)
		if (lends(l, &l->list->at[k]))
			note(l, k, false);
	for (size_t k = 0; k < l->list->len; k++) {
		struct mention *m = &l->list->at[k];
		const struct mention *full;

		if (m->first == m->last || l->of[k] != 0 || m->id.len > 0)
			continue;
		if (m->entry == NULL || !fits(l, m, m->entry))
			m->entry = entry_of(l, m);
		full = m->type != ENTITY_PERSON && (is_short(l, m, m->entry) || linker_agency(m->entry)) ? longer(l, m) : NULL;
		if (full != NULL && full > m && linker_agency(m->entry))
			full = NULL;
		if (m->type == ENTITY_ORG && linker_state_body(l, m)) {
			; /* and no more to say */
		} else if (full != NULL && full < m) {
			m->id = full->id;
			m->name = full->name;
		} else if (full != NULL) {
			link_text(l, m);
			m->id = linker_id_of(l, m->type, slice_sub(l->scan->text, full->start, full->end));
		} else if (m->entry != NULL) {
			link_listed(l, m, m->entry);
		} else {
			link_text(l, m);
		}
		if (lends(l, m))
			note(l, k, true);
		else if (defined(l, m))
			note_key(l, l->scan->hash[m->first] ^ 2, k, true);
	}
}

void
entity_link(const struct gazetteer *g, struct entity_scan *s, struct doc *d, struct entity_list *list)
{
	struct linker l = { .gazetteer = g, .scan = s, .doc = d, .list = list, .slots = 64 };
	size_t tokens = 0;

	for (size_t k = 0; k < list->len; k++) {
		scan_hash(s, list->at[k].first, list->at[k].last);
		tokens += list->at[k].last - list->at[k].first;
		if (list->at[k].type == ENTITY_PERSON && list->at[k].gender == 0)
			list->at[k].gender = gender_of(&l, &list->at[k]);
	}
	while (l.slots < tokens * 3 + list->len * 6) /* two keys of a token at most, and four of a mention */
		l.slots *= 2;
	l.canonical = vocab_notes(&s->vocab, &s->canonical_notes, s->vocab.terms, sizeof *l.canonical);
	l.who = mem_alloc(l.slots * sizeof *l.who);
	l.of = mem_alloc((list->len + 1) * sizeof *l.of);
	l.core = arena_alloc(&d->arena, list->len * sizeof *l.core);
	link_persons(&l);
	link_others(&l);
	link_letters(&l);
	mem_free(l.who);
	mem_free(l.of);
	mem_free(l.person);
	buf_free(&l.key);
	buf_free(&l.folded);
}
