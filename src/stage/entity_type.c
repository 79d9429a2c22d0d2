#include "ascii.h"
#include "entity_find.h"
#include "entity_scan.h"

/* Twice a mention's own score and that of its namesakes: below these it is dropped.  A single unlisted word needs more
 * than its capital; raising it from 6 to 12 bought .03 to .06 of F1. */
enum { ENOUGH = 6, LONE_ENOUGH = 12 };

/* What all mentions of the same words told of their type. */
struct vote {
	uint64_t hash;    /* 0: free */
	int score[ENTITY_TYPES];
};

static const char *const names[ENTITY_TYPES] = { "", "person", "org", "place", "group", "misc" };

const char *
entity_type_name(enum entity_type type)
{
	return names[type];
}

enum entity_type
entity_type_of(struct slice name)
{
	for (int i = ENTITY_PERSON; i < ENTITY_TYPES; i++)
		if (slice_is(name, names[i]))
			return (enum entity_type)i;
	return ENTITY_NONE;
}

static const struct gloss *
gloss(const struct finder *f, size_t i)
{
	return scan_gloss(f->scan, i);
}

static struct slice
text(const struct finder *f, size_t i)
{
	return token_text(f->scan->text, &f->scan->tokens.at[i]);
}

/* Is the word part of a person's full name somewhere in the document? */
static bool
person_word(const struct finder *f, size_t i)
{
	return (f->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0 && f->scan->seen[f->scan->number[i].fold].person;
}

static void
context(const struct finder *f, size_t i, const char *side, struct mention *m)
{
	const struct entry *e = gloss_has(gloss(f, i), WORD_CONTEXT) ? gazetteer_from(gloss(f, i)->word, WORD_CONTEXT) : NULL;

	for (; e != NULL; e = e->next) {
		enum entity_type type;

		if (e->list != WORD_CONTEXT || !slice_is(e->column[0], side))
			continue;
		type = slice_is(e->column[1], "organisation") ? ENTITY_ORG : entity_type_of(e->column[1]);
		m->score[type] += e->column[2].at[0] - '0';
	}
}

static void
look_before(const struct finder *f, struct mention *m)
{
	size_t i = m->first;

	if (i == f->first)
		return;
	context(f, i - 1, "before", m);
	if (gloss_has(gloss(f, i - 1), WORD_TITLE) && (gloss(f, i - 1)->marks & MARK_TITLE) == 0)
		m->score[ENTITY_PERSON] += 5;
	if ((gloss(f, i - 1)->marks & MARK_ARTICLE) != 0 && (f->scan->tokens.at[i - 1].flags & TOKEN_UPPER) == 0) {
		m->score[ENTITY_PERSON] -= 5;
		m->score[ENTITY_ORG] += 2;
		m->score[ENTITY_PLACE] -= 1;
		if (i >= f->first + 2)
			context(f, i - 2, "before", m);
	}
}

/* "Oslo and Skarholm", "Tarn, Holm": what is listed together is of one type. */
static void
look_beside(const struct finder *f, struct mention *m)
{
	const struct entity_list *l = f->list;
	const struct mention *before = l->len - f->from >= 2 ? &l->at[l->len - 2] : NULL;
	size_t i = m->first;

	if (before == NULL || before->last + 3 < i || before->last + 1 > i || before->first < f->first)
		return;
	if (f->scan->tokens.at[i - 1].code == '(' && before->last + 1 == i && m->last < f->end &&
	    f->scan->tokens.at[m->last].code == ')' && before->score[ENTITY_ORG] >= 5)
		m->score[ENTITY_ORG] += 7; /* "the State Library (Orla Bibliotek)" */
	if (slice_is(text(f, i - 1), "and") || slice_is(text(f, i - 1), "or") ||
	    (f->scan->tokens.at[i - 1].code == ',' && before->last + 1 == i))
		for (int k = ENTITY_PERSON; k <= ENTITY_PLACE; k++)
			m->score[k] += before->score[k] >= 5 ? 3 : 0;
}

static void
look_after(const struct finder *f, struct mention *m)
{
	size_t i = m->last;
	const struct token *t = f->scan->tokens.at;

	if (i < f->end && t[i].kind == TOKEN_CLITIC)
		i++;
	if (i >= f->end)
		return;
	context(f, i, "after", m);
	if (t[i].code == ',' && i + 2 < f->end && t[i + 1].kind == TOKEN_NUMBER && t[i + 2].code == ',')
		m->score[ENTITY_PERSON] += 6;
	if (t[i].code == ',' && i + 1 < f->end && gloss(f, i + 1)->name != NULL && gloss(f, i + 1)->name->list <= GAZ_PLACE &&
	    gloss(f, i + 1)->like != LIKE_NOT)
		m->score[ENTITY_PLACE] += 4;
}

static bool
has_digit(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (ascii_digit(word.at[i]))
			return true;
	return false;
}

/* What the words themselves tell. */
static void
look_inside(const struct finder *f, struct mention *m)
{
	const struct token *t = &f->scan->tokens.at[m->first];
	size_t n = m->last - m->first, common = 0, known = 0;
	bool digits = false, acronym = n == 1 && (t->flags & TOKEN_UPPER) != 0 && t->end - t->start <= 6 && f->sentence->style != STYLE_UPPER;

	for (size_t i = m->first; i < m->last; i++) {
		common += gloss_has(gloss(f, i), WORD_COMMON);
		known += gloss_has(gloss(f, i), WORD_GIVEN) || gloss_has(gloss(f, i), WORD_SURNAME);
		digits = digits || f->scan->tokens.at[i].kind == TOKEN_NUMBER || has_digit(text(f, i));
	}
	if (digits) {
		m->score[ENTITY_MISC] += 5;
		m->score[ENTITY_PERSON] -= 4;
	}
	if (f->end - f->first <= n + 2 && common == 0 && !digits)
		m->score[ENTITY_PERSON] += 3;
	if (acronym)
		m->score[ENTITY_ORG] += digits ? 1 : 4;
	else if (n == 1)
		m->score[ENTITY_PERSON] += gloss_has(gloss(f, m->first), WORD_GIVEN) ? 6 : known > 0 ? 4 : 2;
	else if (common == 0)
		m->score[ENTITY_PERSON] += n <= 3 ? 4 : 1;
	if (n > 1 && known > 0 && common == 0)
		m->score[ENTITY_PERSON] += 3;
	if (common > 0) {
		m->score[ENTITY_MISC] += 1;
		m->score[ENTITY_PERSON] -= known > 0 ? 0 : 4;
	}
	m->score[ENTITY_ORG] += 1;
}

void
entity_evidence(const struct finder *f, struct mention *m)
{
	look_before(f, m);
	look_beside(f, m);
	look_after(f, m);
	if (m->entry == NULL)
		look_inside(f, m);
	m->open = true;
}

static enum entity_type
best(const int *score)
{
	int type = ENTITY_NONE, most = 0;

	for (int i = ENTITY_PERSON; i < ENTITY_TYPES; i++) { /* without branches: no order is likelier */
		type = score[i] > most ? i : type;
		most = score[i] > most ? score[i] : most;
	}
	return (enum entity_type)type;
}

/* The slot of its words. */
static uint32_t
vote_of(const struct finder *f, const struct mention *m)
{
	const struct entity_scan *s = f->scan;
	uint64_t h = s->hash[m->first];
	size_t i;

	for (i = m->first + 1; i < m->last; i++)
		h = (h ^ s->hash[i]) * UINT64_C(0x9E3779B97F4A7C15);
	h |= 1;
	for (i = (size_t)(h >> 20) & (s->vote_slots - 1); s->vote[i].hash != 0 && s->vote[i].hash != h;)
		i = (i + 1) & (s->vote_slots - 1);
	s->vote[i].hash = h;
	return (uint32_t)i;
}

static void
clear_votes(struct entity_scan *s, size_t mentions)
{
	size_t slots = 16;

	while (slots < mentions * 2)
		slots *= 2;
	MEM_GROW(s->vote, s->vote_cap, slots);
	memset(s->vote, 0, slots * sizeof *s->vote);
	s->vote_slots = slots;
}

void
entity_learn(struct finder *f)
{
	for (size_t k = f->from; k < f->list->len; k++) {
		struct mention *m = &f->list->at[k];

		if (m->score[ENTITY_PERSON] < 7 || best(m->score) != ENTITY_PERSON)
			continue;
		for (size_t i = m->first; i < m->last; i++) {
			const struct token *t = &f->scan->tokens.at[i];

			if ((t->flags & TOKEN_CAPITAL) != 0 && t->end - t->start >= 3)
				f->scan->seen[f->scan->number[i].fold].person = true;
		}
	}
}

/* Counts the mentions' scores for their namesakes. */
static void
count_votes(struct finder *f)
{
	struct entity_scan *s = f->scan;

	clear_votes(s, f->list->len - f->from);
	for (size_t k = f->from; k < f->list->len; k++) {
		struct mention *m = &f->list->at[k];

		m->vote = vote_of(f, m);
		if (m->open && m->last == m->first + 1 && person_word(f, m->first))
			m->score[ENTITY_PERSON] += 8;
		for (int i = 0; i < ENTITY_TYPES; i++)
			s->vote[m->vote].score[i] += m->score[i];
	}
}

/* Decides on the mention's type; false where too little speaks for any. */
static bool
decide(const struct finder *f, struct mention *m)
{
	const struct vote *w = &f->scan->vote[m->vote];
	bool lone = m->entry == NULL && m->last == m->first + 1;
	int score[ENTITY_TYPES];
	enum entity_type type;

	for (int i = 0; i < ENTITY_TYPES; i++)
		score[i] = m->score[i] * 2 + w->score[i];
	type = best(score);
	if (type == ENTITY_NONE || (lone && scan_gloss(f->scan, m->first)->like == LIKE_WEAK && w->score[type] < 5) ||
	    score[type] < (lone ? LONE_ENOUGH : ENOUGH))
		return false;
	m->type = type;
	m->confidence = score[type] > 36 ? 99 : 50 + score[type] * 49 / 36;
	return true;
}

void
entity_settle(struct finder *f)
{
	struct mention *at = f->list->at;
	size_t kept = f->from;

	count_votes(f);
	for (size_t k = f->from; k < f->list->len; k++) {
		if (!decide(f, &at[k]))
			continue;
		if (kept < k)
			at[kept] = at[k];
		kept++;
	}
	f->list->len = kept;
}
