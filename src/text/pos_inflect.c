/* The forms of nouns and verbs, made by rule: by the endings that a list tells or, without any, as English ones are. */
#include "pos_table.h"

static bool
vowel(char c)
{
	return c != 0 && strchr("aeiou", c) != NULL;
}

/* "stop", "ban", "brag": one vowel, then one consonant that doubles before -ed and -ing. */
static bool
doubles(struct slice w)
{
	size_t vowels = 0;

	for (size_t i = 0; i < w.len; i++)
		vowels += vowel(w.at[i]) && !(i > 0 && w.at[i - 1] == 'q');
	return w.len >= 3 && vowels == 1 && vowel(w.at[w.len - 2]) && !vowel(w.at[w.len - 1]) &&
	    strchr("wxy", w.at[w.len - 1]) == NULL;
}

static bool
ends_with_y(struct slice w)
{
	return w.len > 1 && w.at[w.len - 1] == 'y' && !vowel(w.at[w.len - 2]);
}

static void
enter_joined(struct pos *p, struct slice stem, const char *end, uint32_t is, uint16_t sense)
{
	char bytes[WORD_MAX * 2];
	size_t n = strlen(end);

	if (stem.len + n > sizeof bytes)
		return;
	memcpy(bytes, stem.at, stem.len);
	memcpy(bytes + stem.len, end, n);
	pos_enter(p, slice_make(bytes, stem.len + n), is, sense);
}

/* "reports", "promises", "denies": a verb's third person is made as a noun's plural is. */
void
pos_noun(struct pos *p, struct slice base, uint32_t is, uint16_t sense)
{
	if (ends_with_y(base))
		enter_joined(p, slice_sub(base, 0, base.len - 1), "ies", is, sense);
	else if (slice_ends(base, "s") || slice_ends(base, "x") || slice_ends(base, "z") || slice_ends(base, "ch") ||
	    slice_ends(base, "sh") || slice_ends(base, "o"))
		enter_joined(p, base, "es", is, sense);
	else
		enter_joined(p, base, "s", is, sense);
}

/* The -ed or -ing of base; twice: its last letter is doubled. */
static void
enter_suffixed(struct pos *p, struct slice base, const char *end, bool twice, uint32_t is, uint16_t sense)
{
	char tail[8] = { 0 };
	bool ed = end[0] == 'e';
	struct slice stem = base;

	if (twice) {
		tail[0] = base.at[base.len - 1];
		memcpy(tail + 1, end, strlen(end));
		end = tail;
	} else if (ed && ends_with_y(base)) {
		stem.len--;
		end = "ied";
	} else if (slice_ends(base, "ie") && !ed) {
		stem.len -= 2;
		end = "ying";
	} else if (slice_ends(base, "e") && (ed || !(slice_ends(base, "ee") || slice_ends(base, "oe") || slice_ends(base, "ye")))) {
		stem.len--;
	}
	enter_joined(p, stem, end, is, sense);
}

/* A form of stem as the list writes it: "P:_te", "R:ge_t". */
static void
enter_form(struct pos *p, struct slice stem, struct slice form, uint16_t sense)
{
	char bytes[WORD_MAX * 2];
	size_t at = slice_find(form, '_'), n = 0;

	if (form.len < 3 || at == form.len || stem.len + form.len > sizeof bytes)
		return;
	for (size_t i = 2; i < at; i++)
		bytes[n++] = form.at[i];
	memcpy(bytes + n, stem.at, stem.len);
	n += stem.len;
	for (size_t i = at + 1; i < form.len; i++)
		bytes[n++] = form.at[i];
	pos_enter(p, slice_make(bytes, n), form.at[0] == 'T' ? POS_THIRD : form.at[0] == 'P' ? POS_PAST : POS_PART, sense);
}

/* By the endings of the list; irregular forms besides. */
static void
verb_by_list(struct pos *p, struct slice base, struct slice irregular, uint16_t sense)
{
	static const uint32_t is[] = { POS_THIRD, POS_PAST, POS_PAST, POS_PART };

	pos_enter(p, base, POS_BASE | POS_THIRD, sense);
	for (size_t i = 0; i < sizeof is / sizeof *is && irregular.at != NULL && irregular.len > 0; i++)
		pos_enter(p, slice_cut(&irregular, ' '), is[i], sense);
	for (size_t i = 0; i < p->endings; i++) {
		struct slice forms = p->ending[i].forms, stem = base;

		if (base.len < p->ending[i].of.len + 2 ||
		    !slice_eq(slice_sub(base, base.len - p->ending[i].of.len, base.len), p->ending[i].of))
			continue;
		stem.len -= p->ending[i].of.len;
		while (forms.at != NULL)
			enter_form(p, stem, slice_cut(&forms, ' '), sense);
		return;
	}
}

void
pos_verb(struct pos *p, struct slice base, struct slice irregular, uint16_t sense)
{
	bool twice = doubles(base);

	if (base.len == 0)
		return;
	if (p->endings > 0) {
		verb_by_list(p, base, irregular, sense);
		return;
	}
	pos_enter(p, base, POS_BASE, sense);
	pos_noun(p, base, POS_THIRD, sense);
	if (irregular.len > 0) {
		struct slice past = slice_cut(&irregular, ' ');

		/* "admitted": the list says that it doubles */
		twice = twice || (past.len == base.len + 3 && slice_ends(past, "ed") &&
		    past.at[base.len] == base.at[base.len - 1]);
		pos_enter(p, past, POS_PAST, sense);
		pos_enter(p, irregular.at != NULL ? irregular : past, POS_PART, sense);
	} else {
		enter_suffixed(p, base, "ed", twice, POS_PAST | POS_PART, sense);
	}
	enter_suffixed(p, base, "ing", twice, POS_ING, sense);
}
