#include "entity_find.h"
#include "entity_look.h"

/* The end of a person's name that begins at i: words, initials, "van", "Jr". */
static size_t
person_end(const struct finder *f, size_t i)
{
	size_t words = 0, k = i;

	while (k < f->end && words < 4) {
		if (look_capital(f, k) && !look_title_word(f, k) && (look_like(f, k) || look_has(f, k, WORD_SURNAME) || look_has(f, k, WORD_GIVEN))) {
			if (words > 0 && look_head_type(f, k) != ENTITY_NONE && !look_has(f, k, WORD_SURNAME))
				break;
			k++;
			words++;
		} else if (words > 0 && look_inner_stop(f, k)) {
			k++;
		} else if (words > 0 && look_hyphen(f, k) && (look_capital(f, k + 1) || (look_token(f, k + 1)->kind == TOKEN_WORD && words == 2))) {
			k += 2;
		} else if (look_mark(f, k, MARK_PERSON) && (look_capital(f, k + 1) || look_hyphen(f, k + 1) || look_mark(f, k + 1, MARK_PERSON))) {
			k += look_hyphen(f, k + 1) ? 2 : 1;
		} else {
			break;
		}
	}
	while (k > i && look_mark(f, k - 1, MARK_PERSON) && !look_capital(f, k - 1))
		k--;
	return words > 0 ? k : i;
}

/* The end of the titles at i; i if there are none. */
static size_t
title_end(const struct finder *f, size_t i, char *gender)
{
	for (size_t k = i;; ) {
		const struct gloss *g = k < f->end ? look_gloss(f, k) : NULL;
		const struct entry *e;

		if (g == NULL || !look_capital(f, k))
			return k;
		e = gazetteer_from(g->phrase, WORD_TITLE);
		if (e != NULL)
			k += g->phrase_len;
		else if (look_title_word(f, k) && (e = gazetteer_from(g->word, WORD_TITLE)) != NULL)
			k++;
		else
			return k;
		if (e->column[1].len > 0)
			*gender = e->column[1].at[0];
		if (look_code(f, k, '.') && look_glued(f, k))
			k++;
	}
}

static bool
known(const struct finder *f, size_t i)
{
	return look_has(f, i, WORD_SURNAME) || look_has(f, i, WORD_GIVEN);
}

/* 4. "Mr. Tarn", "Foreign Minister Ana Tarn": the titles are no part of the name. */
size_t
rule_title(struct finder *f, size_t i)
{
	char gender = 0;
	size_t from = title_end(f, i, &gender), end;
	struct mention *m;

	if (from == i)
		return 0;
	end = person_end(f, from);
	if (end == from || look_gloss(f, from)->like == LIKE_NOT)
		return from - i;
	if (end - from <= look_gloss(f, from)->name_len && !look_mark(f, i, MARK_HONORIFIC) &&
	    look_gloss(f, from)->name->list != GAZ_PERSON && !known(f, from))
		return from - i;
	if (!known(f, from) && !look_mark(f, i, MARK_HONORIFIC) &&
	    (look_has(f, from, WORD_COMMON) || look_head_type(f, from) != ENTITY_NONE)) /* "General Office" */
		return from - i;
	m = finder_add(f, from, end, ENTITY_PERSON, 10, "rule");
	m->gender = gender;
	return end - i;
}

/* "J.R." in one word. */
static bool
initials(const struct finder *f, size_t i)
{
	struct slice s = token_text(f->scan->text, look_token(f, i));

	return look_capital(f, i) && s.len >= 4 && s.len <= 6 && s.at[1] == '.' && s.at[s.len - 1] == '.';
}

/* 5. "Ana Tarn", "J. R. Tarn": a given name or an initial, then capitals. */
size_t
rule_person(struct finder *f, size_t i)
{
	bool given = look_has(f, i, WORD_GIVEN), initial, pair;
	size_t end;
	int score;

	if (!look_capital(f, i) || (!look_like(f, i) && !given))
		return 0;
	initial = look_token(f, i)->end - look_token(f, i)->start == 1 && look_inner_stop(f, i + 1) && look_capital(f, i + 2);
	pair = initials(f, i) && look_like(f, i + 1) && look_gloss(f, i)->name == NULL && look_head_type(f, i + 1) == ENTITY_NONE;
	if (!given && !initial && !pair && !look_has(f, i, WORD_SURNAME))
		return 0;
	end = person_end(f, i);
	if (end <= i + (initial ? 2 : 1))
		return 0;
	if (look_gloss(f, i + 1)->name != NULL && look_gloss(f, i + 1)->name_len > 1 && look_gloss(f, i + 1)->name->list != GAZ_PERSON)
		return 0;
	score = given || initial || pair ? 9 : 6;
	if (look_gloss(f, end - 1)->name != NULL && !look_has(f, end - 1, WORD_SURNAME))
		score -= 2;
	finder_add(f, i, end, ENTITY_PERSON, score, "rule");
	return end - i;
}
