#include "mem.h"
#include "pos_table.h"
#include "utf8.h"

enum { FIRST_BITS = 12, WORD_MAX = 40, SIXTEEN = 16 };

static const struct { const char *name; uint32_t is; } classes[] = {
	{ "det", POS_DET }, { "poss", POS_POSS }, { "subject", POS_SUBJECT }, { "object", POS_OBJECT },
	{ "prep", POS_PREP }, { "coord", POS_COORD }, { "subord", POS_SUBORD }, { "wh", POS_WH },
	{ "be", POS_BE }, { "have", POS_HAVE }, { "do", POS_DO }, { "modal", POS_MODAL }, { "not", POS_NOT },
	{ "adv", POS_ADV }, { "time", POS_TIME }, { "number", POS_NUMBER }, { "adj", POS_ADJ },
	{ "noun", POS_NOUN }, { "person", POS_PERSON }, { "source", POS_SOURCE }, { "title", POS_TITLE },
	{ "verb", POS_BASE }, { "join", POS_JOIN }, { "that", POS_THAT }
};

/* A word's bytes by sixteen, the last with zeros behind them. */
static uint64_t
hash_of(struct slice word)
{
	uint64_t h = 0;

	for (size_t i = 0; i < word.len; i += SIXTEEN) {
		char bytes[SIXTEEN] = { 0 };

		memcpy(bytes, word.at + i, word.len - i < SIXTEEN ? word.len - i : SIXTEEN);
		h = pos_hash(h, eight_load(bytes), eight_load(bytes + 8));
	}
	return h;
}

/* Twice as many slots as before. */
static void
grow(struct pos *p)
{
	uint64_t *old = p->slot;
	size_t n = pos_slots(p);

	p->bits++;
	p->slot = mem_alloc(pos_slots(p) * sizeof *p->slot);
	for (size_t i = 0; i < n; i++)
		if (old[i] != 0)
			p->slot[pos_slot(p, old[i])] = old[i];
	mem_free(old);
}

struct pos *
pos_new(void)
{
	struct pos *p = mem_alloc(sizeof *p);

	p->bits = FIRST_BITS;
	p->slot = mem_alloc(pos_slots(p) * sizeof *p->slot);
	MEM_GROW(p->word, p->cap, pos_slots(p));
	p->word[p->words++] = (struct pos_word){ 0 };
	return p;
}

void
pos_free(struct pos *p)
{
	if (p == NULL)
		return;
	mem_free(p->slot);
	mem_free(p->word);
	mem_free(p);
}

void
pos_enter(struct pos *p, struct slice word, uint32_t is, uint16_t sense)
{
	uint64_t hash = hash_of(word);
	size_t slot = pos_slot(p, hash);
	struct pos_word *w;

	if (p->slot[slot] == 0) {
		if (p->words >> NUMBER_BITS != 0)
			return;
		if (p->words * 2 >= pos_slots(p)) {
			grow(p);
			slot = pos_slot(p, hash);
		}
		MEM_GROW(p->word, p->cap, p->words + 1);
		p->word[p->words] = (struct pos_word){ 0 };
		p->slot[slot] = hash >> NUMBER_BITS << NUMBER_BITS | p->words++;
	}
	w = &p->word[pos_number(p->slot[slot])];
	w->is |= is;
	if (w->sense == 0)
		w->sense = sense;
}

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

/* The classes named in a column; 0 if one of them is none. */
static uint32_t
classes_of(struct slice names)
{
	uint32_t is = 0;

	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ' ');
		size_t i = 0;

		while (i < sizeof classes / sizeof *classes && !slice_is(name, classes[i].name))
			i++;
		if (i == sizeof classes / sizeof *classes)
			return 0;
		is |= classes[i].is;
	}
	return is;
}

size_t
pos_load(struct pos *p, struct slice tsv)
{
	size_t number = 0;

	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n');
		struct slice word, names;
		uint32_t is;

		number++;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		word = slice_cut(&line, '\t');
		names = line.at != NULL ? slice_cut(&line, '\t') : line;
		if (names.at != NULL && slice_is(names, "ending") && line.at != NULL && p->endings < ENDINGS) {
			p->ending[p->endings++] = (struct ending){ word, line };
			continue;
		}
		is = names.at != NULL ? classes_of(names) : 0;
		if (is == 0 || word.len == 0)
			return number;
		pos_enter(p, word, is, 0);
		if (is & POS_BASE)
			pos_verb(p, word, line.at != NULL ? line : slice_make("", 0), 0);
		if ((is & POS_BASE) && (is & POS_NOUN))
			pos_noun(p, word, POS_NOUN, 0);
	}
	return 0;
}

struct pos_word
pos_look(const struct pos *p, struct slice word)
{
	char bytes[WORD_MAX];
	struct buf folded = { bytes, 0, sizeof bytes };
	unsigned char high = 0;

	for (size_t i = 0; i < word.len; i++)
		high |= (unsigned char)word.at[i];
	if (high < 0x80)
		return pos_means(p, hash_of(word));
	/* utf8_fold never makes a word longer than half again */
	if (word.len * 3 > sizeof bytes * 2)
		return (struct pos_word){ 0 };
	utf8_fold(&folded, word);
	return pos_means(p, hash_of(buf_slice(&folded)));
}
