#include "entity_model.h"

#include "entity_scan.h"
#include "tagger_feature.h"

/* Percent: a rule's mention that stands on its own; how often the model is right at its least and its clearest when the
 * rules do not say the same, and what it is the more when they do (as measured on the dev sets). */
enum { SURE = 80, LEAST = 30, CLEAREST = 60, AGREED = 38, KNOWN = 90, MARGIN_MOST = 200 };

static enum entity_type
type_of(enum tagger_type type)
{
	switch (type) {
	case TAGGER_PERSON: return ENTITY_PERSON;
	case TAGGER_ORG: return ENTITY_ORG;
	case TAGGER_PLACE: return ENTITY_PLACE;
	default: return ENTITY_MISC;
	}
}

static struct mention
mention_of(const struct entity_scan *s, const struct tagged *t)
{
	struct mention m = { .first = t->first, .last = t->last, .type = type_of(t->type), .method = "model" };
	const struct gloss *g = scan_gloss(s, m.first);

	m.start = s->tokens.at[m.first].start;
	m.end = s->tokens.at[m.last - 1].end;
	m.confidence = LEAST + (int)t->margin * (CLEAREST - LEAST) / MARGIN_MOST;
	if (g->name != NULL && m.first + g->name_len == m.last)
		m.entry = g->name;
	return m;
}

/* Does the rule have the whole of which the model saw a part?  A listed name, or one that goes on behind a hyphen:
 * "Ryu Sang" of "Ryu Sang-il". */
static bool
completes(const struct entity_scan *s, const struct mention *rule, const struct mention *m)
{
	const struct token *behind = m->last < rule->last ? &s->tokens.at[m->last] : NULL;

	if (rule->first > m->first || rule->last < m->last || rule->confidence < SURE)
		return false;
	if (rule->type != m->type) /* "Number" of "Number 10" */
		return rule->entry != NULL && rule->last > m->last && behind->kind == TOKEN_NUMBER;
	return rule->entry != NULL ||
	    (rule->first == m->first && behind != NULL && behind->kind == TOKEN_PUNCT && (behind->flags & TOKEN_SPACE) == 0);
}

/* Is the rule's mention clear of the one before, and does it hold those of the model's that it meets behind whole? */
static bool
room(const struct tagged_list *tags, size_t i, const struct entity_list *out, const struct mention *rule)
{
	while (i + 1 < tags->len && tags->at[i + 1].last <= rule->last)
		i++; /* "Il" of "Ryu Sang-Il" */
	return (out->len == 0 || out->at[out->len - 1].end <= rule->start) &&
	    (i + 1 == tags->len || tags->at[i + 1].first >= rule->last);
}

/* A country is a place, also where it acts. */
static bool
is_country(const struct mention *rule)
{
	return rule->type == ENTITY_PLACE && rule->confidence >= SURE && rule->entry != NULL && rule->entry->list == GAZ_COUNTRY &&
	    !gazetteer_capital(rule->entry);
}

/* What the rules know of the same words: its list entry, gender, and that it is a group. */
static void
learn_from(struct mention *m, const struct mention *rule)
{
	if (rule->first != m->first || rule->last != m->last)
		return;
	if (m->type == ENTITY_MISC && rule->type == ENTITY_GROUP)
		m->type = ENTITY_GROUP;
	if (rule->type == ENTITY_PERSON && rule->confidence >= KNOWN)
		m->type = ENTITY_PERSON; /* "Tarn", where Ana Tarn was named */
	if (m->type == ENTITY_ORG && is_country(rule))
		m->type = ENTITY_PLACE;
	if (rule->type == m->type)
		m->confidence += AGREED - (rule->confidence < SURE ? AGREED / 3 : 0);
	m->gender = rule->gender;
	m->entry = rule->entry;
}

static void
add(struct entity_list *list, const struct mention *m)
{
	MEM_GROW(list->at, list->cap, list->len + 1);
	list->at[list->len++] = *m;
}

static bool
particle(const struct entity_scan *s, size_t i)
{
	return gloss_has(scan_gloss(s, i), WORD_PARTICLE) && (scan_gloss(s, i)->marks & MARK_PERSON) != 0;
}

/* Does a glued hyphen at i lead to a syllable, and to no word?  "Jin-tae", not "Holm-led" or "Holm-run". */
static bool
syllable_behind(const struct entity_scan *s, size_t i)
{
	const struct token *t = s->tokens.at;
	struct slice word;
	size_t k = 0, vowels = 0;

	if (i + 1 >= s->tokens.len || t[i].code != '-' || ((t[i].flags | t[i + 1].flags) & TOKEN_SPACE) != 0 || t[i + 1].kind != TOKEN_WORD ||
	    (t[i + 1].flags & TOKEN_CAPITAL) != 0 || gloss_has(scan_gloss(s, i + 1), WORD_COMMON))
		return false;
	word = token_text(s->text, &t[i + 1]);
	while (k < word.len && k < 2 && strchr("aeiou", word.at[k]) == NULL)
		k++;
	for (; k < word.len && strchr("aeiouy", word.at[k]) != NULL; k++)
		vowels++;
	if (vowels == 0 || vowels > 3)
		return false;
	word = slice_sub(word, k, word.len);
	return word.len == 0 || slice_is(word, "ng") || (word.len == 1 && strchr("nmlkpth", word.at[0]) != NULL);
}

/* "Kim Jin-" of "Kim Jin-woo", "Khaled Tarn" of "Umm Khaled Tarn": what stands beside a name, from token `from` on, and is of it. */
static void
fill_out(const struct entity_scan *s, struct mention *m, size_t from)
{
	const struct token *t = s->tokens.at;

	if (m->type != ENTITY_PERSON)
		return;
	if (t[m->last - 1].code == '-' && m->last < s->tokens.len && t[m->last].kind == TOKEN_WORD && (t[m->last].flags & TOKEN_SPACE) == 0)
		m->last++;
	else if (m->last == m->first + 2 && syllable_behind(s, m->last))
		m->last += 2;
	if (m->first > from && particle(s, m->first - 1) && (t[m->first - 1].flags & t[m->first].flags & TOKEN_CAPITAL) != 0 &&
	    (t[m->first].flags & TOKEN_LINE) == 0)
		m->first--;
	m->start = t[m->first].start;
	m->end = t[m->last - 1].end;
}

static struct seen *
seen_at(const struct entity_scan *s, size_t i)
{
	return &s->seen[s->number[i].fold];
}

/* Notes the last words of full names. */
static void
note_surnames(const struct entity_scan *s, const struct tagged_list *tags)
{
	for (size_t i = 0; i < tags->len; i++) {
		const struct tagged *t = &tags->at[i];

		if (t->type == TAGGER_PERSON && t->last > t->first + 1)
			seen_at(s, scan_surname(s, t->first, t->last))->surname = true;
	}
}

/* Does a rule's mention stand without the model's?  What a list has; "Tarn", where the model has found Ana Tarn. */
static bool
stands(const struct entity_scan *s, const struct mention *rule)
{
	return rule->confidence >= SURE && (rule->entry != NULL || (rule->type == ENTITY_PERSON && rule->confidence >= KNOWN &&
	    rule->last == rule->first + 1 && seen_at(s, rule->first)->surname));
}

/* "Commissioner of Police": an office is no name of a house. */
static bool
office(const struct entity_scan *s, const struct mention *m)
{
	return m->type != ENTITY_PERSON && m->entry == NULL && m->last > m->first + 2 && (scan_gloss(s, m->first)->marks & MARK_TITLE) != 0 &&
	    slice_is(token_text(s->text, &s->tokens.at[m->first + 1]), "of");
}

/* "The Emir", "the Grand Imam": a title that stands alone behind an article is no house, and no place. */
static bool
bare_title(const struct entity_scan *s, const struct mention *m)
{
	bool title = (scan_gloss(s, m->last - 1)->marks & MARK_TITLE) != 0 && (m->last == m->first + 1 || m->last == m->first + 2);

	return title && (m->type == ENTITY_ORG || m->type == ENTITY_PLACE) && m->entry == NULL && m->first > 0 &&
	    (scan_gloss(s, m->first - 1)->marks & MARK_ARTICLE) != 0 && (s->tokens.at[m->first].flags & TOKEN_UPPER) == 0;
}

/* Does the word begin the name of an event, or a work, alone: "Storm", "Cyclone"? */
static bool
starts_event(const struct entity_scan *s, size_t i)
{
	return (scan_gloss(s, i)->marks >> MARK_START & 7) == 4;
}

/* "Péter [Magyar]", "Storm [Ingrid]": the word before, from token `from` on, makes a single word a person's name, or an event's. */
static void
begin(const struct entity_scan *s, struct mention *m, size_t from)
{
	const struct gloss *g = m->first > 0 ? scan_gloss(s, m->first - 1) : NULL;

	if (m->first <= from || m->last > m->first + 1 || (s->tokens.at[m->first - 1].flags & TOKEN_CAPITAL) == 0 ||
	    (s->tokens.at[m->first].flags & TOKEN_LINE) != 0 || g->name != NULL)
		return;
	if (m->type == ENTITY_GROUP && gloss_has(g, WORD_GIVEN)) {
		m->type = ENTITY_PERSON;
		seen_at(s, m->first)->surname = seen_at(s, m->first)->borne = true;
	} else if (m->type == ENTITY_PERSON && starts_event(s, m->first - 1)) {
		m->type = ENTITY_MISC;
	} else {
		return;
	}
	m->entry = NULL;
	m->first--;
}

/* "Storm Ingrid" */
static bool
is_event(const struct entity_scan *s, const struct mention *m)
{
	const struct gloss *g = scan_gloss(s, m->first);

	return m->type == ENTITY_PERSON && m->last == m->first + 2 && starts_event(s, m->first) && !gloss_has(g, WORD_GIVEN);
}

/* Adds m, whole. */
static void
add_model(const struct entity_scan *s, struct entity_list *out, struct mention *m)
{
	size_t from = out->len > 0 ? out->at[out->len - 1].last : 0;

	if (office(s, m) || bare_title(s, m))
		return;
	if (is_event(s, m)) {
		m->type = ENTITY_MISC;
		m->entry = NULL;
	}
	begin(s, m, from);
	if (m->type == ENTITY_MISC && m->last == m->first + 2 && starts_event(s, m->first)) {
		seen_at(s, m->last - 1)->event = true;
		seen_at(s, m->last - 1)->surname = false;
	}
	fill_out(s, m, from);
	m->start = s->tokens.at[m->first].start;
	add(out, m);
}

/* "State Duma Ada Tarn": do the rules have the model's name as a house and a person, from their mention r on? */
static bool
two(const struct entity_list *rules, size_t r, const struct mention *m)
{
	const struct mention *house = &rules->at[r], *person = house + 1;

	return m->type != ENTITY_PLACE && r + 1 < rules->len && house->first == m->first && person->last == m->last &&
	    person->first == house->last && person->last > person->first + 1 && house->type == ENTITY_ORG &&
	    person->type == ENTITY_PERSON && house->confidence >= SURE && person->confidence >= SURE;
}

/* Both lists are ordered and neither overlaps itself: one walk over both. */
static void
merge(const struct entity_scan *s, const struct tagged_list *tags, const struct entity_list *rules, struct entity_list *out)
{
	size_t r = 0;

	for (size_t i = 0; i < tags->len; i++) {
		struct mention m = mention_of(s, &tags->at[i]);

		if (out->len > 0 && m.start < out->at[out->len - 1].end)
			continue;
		for (; r < rules->len && rules->at[r].start < m.end; r++) {
			const struct mention *rule = &rules->at[r];

			if (two(rules, r, &m)) {
				add(out, rule);
				m = rule[1];
				continue;
			}
			if (rule->end > m.start && completes(s, rule, &m) && room(tags, i, out, rule)) {
				m.first = rule->first;
				m.last = rule->last;
				m.start = rule->start;
				m.end = rule->end;
				m.type = rule->type;
			}
			if (rule->end > m.start)
				learn_from(&m, rule);
			else if (stands(s, rule))
				add(out, rule);
		}
		add_model(s, out, &m);
	}
	for (; r < rules->len; r++)
		if (stands(s, &rules->at[r]))
			add(out, &rules->at[r]);
}

/* What the user's list has is of its type, whatever the model says. */
static void
heed_user(const struct entity_scan *s, struct entity_list *list)
{
	for (size_t i = 0; i < list->len; i++) {
		struct mention *m = &list->at[i];
		const struct gloss *g = scan_gloss(s, m->first);

		if (g->name == NULL || g->name->list != GAZ_USER || m->first + g->name_len != m->last)
			continue;
		m->type = entity_type_of(g->name->column[0]);
		m->entry = g->name;
		m->method = "lexicon";
	}
}

void
entity_model(struct tagger *t, const struct gazetteer *g, struct entity_scan *s, struct doc *d, struct entity_list *list)
{
	const struct tagger_text text = { s->tokens.at, s->tokens.len, &s->vocab, s->number, s->hash };
	const struct tagged_list *tags;

	s->rules.len = 0;
	entity_find(g, s, &s->rules);
	tags = tagger_run(t, d, &text);
	note_surnames(s, tags);
	merge(s, tags, &s->rules, list);
	heed_user(s, list);
	entity_particles(s, list);
	entity_firms(g, s, list);
}
