/* Which part of a mention is the person's own name: no titles before it, no trade, no "Jr." or "FRS" behind. */
#include "entity_link.h"
#include "entity_scan.h"

/* "Cr", "Sgt" before a name: an abbreviation, as it has no vowel; but "Ng", "JT". */
static bool
abbreviation(const struct linker *l, size_t i)
{
	const struct token *t = &l->scan->tokens.at[i];
	struct slice word = linker_text(l, i);

	if (word.len < 2 || (t->flags & TOKEN_CAPITAL) == 0 || (t->flags & TOKEN_UPPER) != 0 ||
	    gloss_has(linker_gloss(l, i), WORD_GIVEN) || gloss_has(linker_gloss(l, i), WORD_SURNAME))
		return false;
	for (size_t k = 0; k < word.len; k++)
		if ((word.at[k] & 0x80) != 0 || strchr("aeiouyAEIOUY", word.at[k]) != NULL)
			return false;
	return true;
}

/* "Virologist", "Insp" before a name: a noun or title for a person, by the list or by its ending, that is itself no name. */
static bool
occupation(const struct linker *l, size_t i)
{
	const struct gloss *g = linker_gloss(l, i);

	if (gloss_has(g, WORD_GIVEN) || gloss_has(g, WORD_SURNAME))
		return false;
	return gazetteer_role(l->gazetteer, l->scan->hash[i], "person") || gazetteer_role(l->gazetteer, l->scan->hash[i], "title") ||
	    affixes_ending(&l->gazetteer->crafts, NULL, linker_text(l, i)) != NULL;
}

/* "CM Ada Holm", "MLA Ivo Strand": a title in capitals before a given name and another, which have none; but "JT Holm". */
static bool
title_in_capitals(const struct linker *l, size_t i, size_t last)
{
	enum { LONGEST = 4 }; /* letters */
	const struct token *t = &l->scan->tokens.at[i];

	return i + 2 < last && (t->flags & TOKEN_UPPER) != 0 && (t[1].flags & TOKEN_UPPER) == 0 && t->end - t->start > 1 &&
	    t->end - t->start <= LONGEST && gloss_has(linker_gloss(l, i + 1), WORD_GIVEN) && !gloss_has(linker_gloss(l, i), WORD_GIVEN);
}

/* "Dane Tarn", "Oslo Mayor Tarn", but "Paris Tarn", "France Tarn": a nation's name, or a place before two others. */
static bool
nation(const struct linker *l, size_t i, size_t last)
{
	const struct entry *e = linker_gloss(l, i)->name;

	return e != NULL && (e->list == GAZ_GROUP || e->list == GAZ_COUNTRY) && !gloss_has(linker_gloss(l, i), WORD_GIVEN) &&
	    (i + 2 < last || e->list == GAZ_GROUP || gazetteer_demonym(e));
}

/* "Emperor", "Miss", "Scientologist", "State" before a name that ends before token last. */
static bool
before_name(const struct linker *l, size_t i, size_t last)
{
	const struct gloss *g = linker_gloss(l, i);

	if (!linker_word(l, i) || linker_initial(l, i) || (g->marks & MARK_PERSON) != 0) /* "Umm" */
		return !linker_word(l, i);
	if ((linker_gloss(l, i + 1)->marks & MARK_SON) != 0 && !gloss_has(g, WORD_TITLE)) /* "Said bin Hamad" */
		return false;
	if ((l->scan->tokens.at[i].flags & TOKEN_CAPITAL) != 0 && l->scan->seen[l->scan->number[i].fold].title)
		return true;
	return abbreviation(l, i) || occupation(l, i) || ((gloss_has(g, WORD_TITLE) || gloss_has(g, WORD_COMMON)) &&
	    !gloss_has(g, WORD_GIVEN) && !gloss_has(g, WORD_SURNAME)) || nation(l, i, last);
}

/* "Plumber Ada Holm said": what one does, by its ending, that opens a sentence before a given name, and that no name has. */
static bool
trade(const struct linker *l, size_t i)
{
	const struct gloss *g = linker_gloss(l, i);

	if ((i > 0 && l->scan->tokens.at[i - 1].kind < TOKEN_MARK) || !linker_word(l, i) || !gloss_has(linker_gloss(l, i + 1), WORD_GIVEN) ||
	    g->name != NULL || gloss_has(g, WORD_GIVEN) || gloss_has(g, WORD_SURNAME))
		return false;
	return affixes_ending(&l->gazetteer->trades, NULL, linker_text(l, i)) != NULL;
}

/* "Jr", "III", "FRS" behind a name in mixed case. */
static bool
behind_name(const struct linker *l, size_t i, size_t first)
{
	size_t len = l->scan->tokens.at[i].end - l->scan->tokens.at[i].start;

	if (!linker_word(l, i))
		return true;
	return (linker_gloss(l, i)->marks & MARK_BEHIND) != 0 || linker_initial(l, i) ||
	    ((l->scan->tokens.at[i].flags & TOKEN_UPPER) != 0 && len <= 4 && (l->scan->tokens.at[first].flags & TOKEN_UPPER) == 0);
}

struct core
linker_core(const struct linker *l, const struct mention *m)
{
	struct core c = { m->first, m->last, 0, false };

	while (c.first + 1 < c.last && before_name(l, c.first, c.last))
		c.first++;
	if (c.first + 2 < c.last && (trade(l, c.first) || title_in_capitals(l, c.first, c.last)))
		c.first++;
	while (c.first + 1 < c.last && behind_name(l, c.last - 1, c.first))
		c.last--;
	for (size_t i = c.first; i < c.last; i++) /* "Mornay-Dacre" is one */
		c.words += linker_word(l, i) && !linker_initial(l, i) && !(i > c.first && l->scan->tokens.at[i - 1].code == '-');
	return c;
}
