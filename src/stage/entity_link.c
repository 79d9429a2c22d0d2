#include "entity.h"
#include "utf8.h"

/* Which mention stands for a word of a name: the last one before, or the first one behind. */
struct who {
	uint64_t hash;
	uint32_t before, first; /* mention numbers from 1; 0: none */
};

struct linker {
	const struct gazetteer *gazetteer;
	const struct entity_scan *scan;
	struct doc *doc;
	struct entity_list *list;
	struct who *who;
	size_t slots;
	struct buf key;
};

static struct slice
copy(struct linker *l, const char *kind)
{
	struct buf *b = &l->key;
	struct slice id;
	struct buf whole = { 0 };

	buf_string(&whole, kind);
	buf_add(&whole, buf_slice(b));
	id = arena_copy(&l->doc->arena, buf_slice(&whole));
	buf_free(&whole);
	return id;
}

/* Appends a word folded, letters and digits alone; a hyphen before it unless it is the first. */
static void
slug(struct linker *l, struct slice word)
{
	struct buf folded = { 0 };
	struct slice s;
	bool open = false;

	utf8_fold(&folded, word);
	s = buf_slice(&folded);
	for (size_t i = 0, len; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);

		if (!utf8_is_letter(code) && !utf8_is_digit(code)) {
			open = open && (code == '.' || code == '\'');
			continue;
		}
		if (!open && l->key.len > 0)
			buf_byte(&l->key, '-');
		open = true;
		buf_add(&l->key, slice_sub(s, i, i + len));
	}
	buf_free(&folded);
}

static struct slice
id_of_text(struct linker *l, const char *kind, struct slice text)
{
	l->key.len = 0;
	slug(l, text);
	return l->key.len > 0 ? copy(l, kind) : slice_make("", 0);
}

static struct who *
who(const struct linker *l, uint64_t hash)
{
	size_t i = (size_t)((hash | 1) * UINT64_C(0x9E3779B97F4A7C15) >> 20) & (l->slots - 1);

	while (l->who[i].hash != 0 && l->who[i].hash != (hash | 1))
		i = (i + 1) & (l->slots - 1);
	l->who[i].hash = hash | 1;
	return &l->who[i];
}

static struct slice
text_of(const struct linker *l, size_t i)
{
	return token_text(l->scan->text, &l->scan->tokens.at[i]);
}

static bool
name_word(const struct linker *l, size_t i)
{
	return l->scan->tokens.at[i].kind == TOKEN_WORD;
}

static size_t
words(const struct linker *l, const struct mention *m)
{
	size_t n = 0;

	for (size_t i = m->first; i < m->last; i++)
		n += name_word(l, i);
	return n;
}

/* A person's id is made of the name's words in their common spelling. */
static struct slice
person_id(struct linker *l, const struct mention *m)
{
	l->key.len = 0;
	for (size_t i = m->first; i < m->last; i++) {
		const struct entry *e;

		if (!name_word(l, i) || text_of(l, i).len == 0)
			continue;
		e = lexicon_find(l->gazetteer->variants, text_of(l, i));
		slug(l, e != NULL && e->list == 0 ? e->column[0] : text_of(l, i));
	}
	return copy(l, "person:");
}

static bool
acts(const struct linker *l, const struct mention *m)
{
	size_t i = m->last, n = l->scan->tokens.len;
	const struct entry *e;

	for (e = i < n ? gazetteer_from(l->scan->gloss[i].word, WORD_CONTEXT) : NULL; e != NULL; e = e->next)
		if (e->list == WORD_CONTEXT && slice_is(e->column[0], "after") && slice_is(e->column[1], "government"))
			return true;
	i = m->first;
	for (e = i > 0 ? gazetteer_from(l->scan->gloss[i - 1].word, WORD_CONTEXT) : NULL; e != NULL; e = e->next)
		if (e->list == WORD_CONTEXT && slice_is(e->column[0], "before") && slice_is(e->column[1], "government"))
			return true;
	return false;
}

static void
link_country(struct linker *l, struct mention *m, const struct entry *e)
{
	const struct entry *shown = gazetteer_country(l->gazetteer, e->column[0]);
	struct slice relation = e->column[1];

	l->key.len = 0;
	buf_add(&l->key, e->column[0]);
	if (m->type == ENTITY_GROUP) {
		m->id = copy(l, "group:");
		m->name = e->word;
	} else if ((slice_is(relation, "capital") || slice_is(relation, "seat")) && !acts(l, m)) {
		m->id = id_of_text(l, "place:", e->word);
		m->name = e->word;
	} else {
		m->id = copy(l, "country:");
		m->name = shown != NULL ? shown->word : e->word;
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
		m->id = id_of_text(l, "org:", e->column[2]);
		m->name = e->column[2];
		return;
	case GAZ_GROUP:
		m->id = id_of_text(l, "group:", e->column[0]);
		m->name = e->column[0];
		return;
	case GAZ_USER:
		m->id = e->columns > 1 && e->column[1].len > 0 ? e->column[1] : id_of_text(l, "", e->word);
		m->name = e->columns > 2 && e->column[2].len > 0 ? e->column[2] : e->word;
		return;
	case GAZ_PERSON:
		m->id = person_id(l, m);
		m->name = e->word;
		if (e->column[0].len > 0)
			m->gender = e->column[0].at[0];
		return;
	default:
		m->id = id_of_text(l, m->type == ENTITY_PLACE ? "place:" : "misc:", e->word);
		m->name = e->word;
	}
}

static void
link_text(struct linker *l, struct mention *m)
{
	static const char *const kinds[ENTITY_TYPES] = { "", "person:", "org:", "place:", "group:", "misc:" };

	m->id = id_of_text(l, kinds[m->type], slice_sub(l->scan->text, m->start, m->end));
	m->name = slice_sub(l->scan->text, m->start, m->end);
}

/* The hash of the acronym of m's capitals ("Orla Relief Fund": ORF); 0 if it has fewer than two. */
static uint64_t
acronym(const struct linker *l, const struct mention *m)
{
	char letters[12];
	size_t n = 0;

	for (size_t i = m->first; i < m->last && n < sizeof letters; i++)
		if ((l->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0 && l->scan->tokens.at[i].code < 0x80)
			letters[n++] = l->scan->text.at[l->scan->tokens.at[i].start];
	return n >= 2 ? lexicon_hash(slice_make(letters, n)) : 0;
}

static void
note(struct who *w, size_t k, bool walking)
{
	if (walking)
		w->before = (uint32_t)k + 1;
	else if (w->first == 0)
		w->first = (uint32_t)k + 1;
}

/* Makes a mention known under the words by which it may be called again. */
static void
register_mention(struct linker *l, size_t k, bool walking)
{
	const struct mention *m = &l->list->at[k];
	uint64_t h;

	if (m->type == ENTITY_PERSON && words(l, m) > 1) {
		for (size_t i = m->first; i < m->last; i++)
			if (name_word(l, i))
				note(who(l, l->scan->hash[i]), k, walking);
	} else if (m->type == ENTITY_ORG && words(l, m) > 1) {
		if ((h = acronym(l, m)) != 0)
			note(who(l, h ^ 2), k, walking);
		if (!gazetteer_has(l->scan->gloss[m->first].word, WORD_COMMON) && l->scan->gloss[m->first].name == NULL)
			note(who(l, l->scan->hash[m->first] ^ 4), k, walking);
	}
}

/* The mention that a short form stands for; NULL if there is none. */
static const struct mention *
longer(const struct linker *l, const struct mention *m)
{
	uint64_t h = l->scan->hash[m->last - 1];
	const struct who *w;
	size_t k;

	if (words(l, m) != 1)
		return NULL;
	if (m->type == ENTITY_PERSON)
		w = who(l, h);
	else if (m->type == ENTITY_ORG)
		w = (l->scan->tokens.at[m->first].flags & TOKEN_UPPER) != 0 ? who(l, h ^ 2) : who(l, h ^ 4);
	else
		return NULL;
	k = w->before != 0 ? w->before : w->first;
	return k != 0 ? &l->list->at[k - 1] : NULL;
}

static char
gender_of(const struct linker *l, const struct mention *m)
{
	for (size_t i = m->first; i < m->last; i++) {
		const struct entry *e = gazetteer_from(l->scan->gloss[i].word, WORD_GIVEN);

		if (e != NULL)
			return e->column[0].at[0] != 'x' ? e->column[0].at[0] : 0;
	}
	return 0;
}

static void
link_full(struct linker *l, struct mention *m)
{
	struct slice text = slice_sub(l->scan->text, m->start, m->end);
	const struct entry *e = m->entry;

	if (m->type == ENTITY_PERSON && m->gender == 0)
		m->gender = gender_of(l, m);
	if (e == NULL)
		e = lexicon_find(l->gazetteer->names, text);
	if (m->type == ENTITY_PERSON && words(l, m) > 1) {
		m->id = person_id(l, m);
		m->name = text;
	} else if (e != NULL && (e->list != GAZ_PERSON || m->type == ENTITY_PERSON) &&
	    !(m->type == ENTITY_PERSON && e->list != GAZ_PERSON && e->list != GAZ_USER)) {
		link_listed(l, m, e);
	} else {
		link_text(l, m);
	}
}

void
entity_link(const struct gazetteer *g, struct entity_scan *s, struct doc *d, struct entity_list *list)
{
	struct linker l = { .gazetteer = g, .scan = s, .doc = d, .list = list, .slots = 64 };

	while (l.slots < list->len * 8)
		l.slots *= 2;
	l.who = mem_alloc(l.slots * sizeof *l.who);
	for (size_t k = 0; k < list->len; k++) {
		if (list->at[k].first == list->at[k].last)
			continue;
		link_full(&l, &list->at[k]);
		register_mention(&l, k, false);
	}
	for (size_t k = 0; k < list->len; k++) {
		struct mention *m = &list->at[k];
		const struct mention *full;

		if (m->first == m->last)
			continue;
		full = longer(&l, m);
		if (full != NULL) {
			m->id = full->id;
			m->name = full->name;
			m->gender = m->gender != 0 ? m->gender : full->gender;
		}
		register_mention(&l, k, true);
	}
	mem_free(l.who);
	buf_free(&l.key);
}
