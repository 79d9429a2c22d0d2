/* A word list is read: words with their classes, verbs with their forms, and endings. */
#include "pos_table.h"

#define NAME(text) { text, sizeof text - 1 }

static const struct { struct slice name; uint32_t is; } classes[] = {
	{ NAME("det"), POS_DET }, { NAME("poss"), POS_POSS }, { NAME("subject"), POS_SUBJECT }, { NAME("object"), POS_OBJECT },
	{ NAME("prep"), POS_PREP }, { NAME("coord"), POS_COORD }, { NAME("subord"), POS_SUBORD }, { NAME("wh"), POS_WH },
	{ NAME("be"), POS_BE }, { NAME("have"), POS_HAVE }, { NAME("do"), POS_DO }, { NAME("modal"), POS_MODAL }, { NAME("not"), POS_NOT },
	{ NAME("adv"), POS_ADV }, { NAME("time"), POS_TIME }, { NAME("number"), POS_NUMBER }, { NAME("adj"), POS_ADJ },
	{ NAME("noun"), POS_NOUN }, { NAME("person"), POS_PERSON }, { NAME("source"), POS_SOURCE }, { NAME("title"), POS_TITLE },
	{ NAME("verb"), POS_BASE }, { NAME("past"), POS_PAST }, { NAME("part"), POS_PART }, { NAME("ing"), POS_ING },
	{ NAME("join"), POS_JOIN }, { NAME("that"), POS_THAT }, { NAME("single"), POS_SINGLE },
	{ NAME("name"), POS_NAME }
};

static const struct slice keys[KEYS] = {
	[KEY_AS] = NAME("as"), [KEY_OF] = NAME("of"), [KEY_ABOUT] = NAME("about"), [KEY_FOR] = NAME("for"), [KEY_AGAINST] = NAME("against"),
	[KEY_ON] = NAME("on"), [KEY_AT] = NAME("at"), [KEY_WITH] = NAME("with"), [KEY_TO] = NAME("to"), [KEY_IN] = NAME("in"),
	[KEY_BY] = NAME("by"), [KEY_FROM] = NAME("from"), [KEY_DURING] = NAME("during"), [KEY_AND] = NAME("and"), [KEY_OR] = NAME("or"),
	[KEY_NOR] = NAME("nor"), [KEY_INCLUDING] = NAME("including"), [KEY_SUCH] = NAME("such"), [KEY_WHICH] = NAME("which"),
	[KEY_WHO] = NAME("who"), [KEY_IF] = NAME("if"), [KEY_WHETHER] = NAME("whether"), [KEY_WHILE] = NAME("while"),
	[KEY_ALTHOUGH] = NAME("although"), [KEY_THOUGH] = NAME("though"), [KEY_BECAUSE] = NAME("because"), [KEY_THAN] = NAME("than"),
	[KEY_ACCORDING] = NAME("according"), [KEY_WHATEVER] = NAME("whatever"), [KEY_THERE] = NAME("there"), [KEY_THIS] = NAME("this"),
	[KEY_HE] = NAME("he"), [KEY_PEOPLE] = NAME("people"), [KEY_YOU] = NAME("you"), [KEY_ME] = NAME("me"), [KEY_NOBODY] = NAME("nobody"),
	[KEY_ONLY] = NAME("only"), [KEY_EVEN] = NAME("even"), [KEY_BOTH] = NAME("both"), [KEY_MORE] = NAME("more"),
	[KEY_CANNOT] = NAME("cannot"), [KEY_YET] = NAME("yet"), [KEY_REFUSED] = NAME("refused"), [KEY_CONTINUED] = NAME("continued"),
	[KEY_WENT] = NAME("went"), [KEY_MADE] = NAME("made"), [KEY_SAYING] = NAME("saying"), [KEY_ONCE] = NAME("once"),
	[KEY_DEAR] = NAME("dear"), [KEY_QUESTION] = NAME("question"), [KEY_ANSWER] = NAME("answer"),
	[KEY_LETTERS] = NAME("letters"), [KEY_HOW] = NAME("how"), [KEY_IT] = NAME("it"), [KEY_FORUM] = NAME("forum"),
	[KEY_QUANTITY] = NAME("quantity"), [KEY_SAID] = NAME("said"), [KEY_TANK] = NAME("tank"),
	[KEY_EXPECTED] = NAME("expected"), [KEY_NAMED] = NAME("named"), [KEY_ANOTHER] = NAME("another"), [KEY_INC] = NAME("inc"),
	[KEY_FINDER] = NAME("finder"), [KEY_GENRE] = NAME("genre")
};

/* The classes named in a column, and in *of those of key words; false if one of them is neither. */
static bool
classes_of(struct slice names, uint32_t *is, uint64_t *of)
{
	enum { CLASSES = sizeof classes / sizeof *classes };

	*is = 0;
	*of = 0;
	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ' ');
		size_t i = 0, k = 0;

		while (i < CLASSES && !slice_eq(name, classes[i].name))
			i++;
		while (i == CLASSES && k < KEYS && !slice_eq(name, keys[k]))
			k++;
		if (k == KEYS)
			return false;
		if (i < CLASSES)
			*is |= classes[i].is;
		else
			*of |= UINT64_C(1) << k;
	}
	return (*is | *of) != 0;
}

/* Adds an ending, of two letters or more, of words that the list has not. */
static bool
add_suffix(struct pos *p, struct slice end, struct slice names)
{
	struct suffix s = { .len = end.len };
	uint8_t *last;
	uint64_t of;

	if (end.len < 2 || end.len > sizeof s.end || p->suffixes + 1 == SUFFIXES || !classes_of(names, &s.is, &of) || of != 0)
		return false;
	memcpy(s.end, end.at, end.len);
	last = &p->ending_in[pos_pair((unsigned char)end.at[end.len - 2], (unsigned char)end.at[end.len - 1])];
	while (*last != 0)
		last = &p->suffix[*last].next;
	*last = (uint8_t)++p->suffixes;
	p->suffix[p->suffixes] = s;
	return true;
}

/* Adds a word of those classes; forms: a verb's irregular ones. */
static bool
add_word(struct pos *p, struct slice word, struct slice names, struct slice forms)
{
	uint32_t is;
	uint64_t of;

	if (word.len == 0 || !classes_of(names, &is, &of))
		return false;
	if (is != 0)
		pos_enter(p, word, is, 0);
	if (of != 0)
		pos_key(p, word, of);
	if (is & POS_BASE)
		pos_verb(p, word, forms, 0);
	if ((is & POS_BASE) && (is & POS_NOUN))
		pos_noun(p, word, POS_NOUN, 0);
	return true;
}

size_t
pos_load(struct pos *p, struct slice tsv)
{
	for (size_t number = 1; tsv.at != NULL && tsv.len > 0; number++) {
		struct slice line = slice_cut(&tsv, '\n');
		struct slice word, names;
		bool good = true;

		if (line.len == 0 || line.at[0] == '#')
			continue;
		word = slice_cut(&line, '\t');
		names = line.at != NULL ? slice_cut(&line, '\t') : line;
		line = line.at != NULL ? line : slice_make("", 0);
		if (names.at == NULL)
			return number;
		if (slice_is(names, "suffix"))
			good = add_suffix(p, word, line);
		else if (slice_is(names, "ending") && p->endings < ENDINGS)
			p->ending[p->endings++] = (struct ending){ word, line };
		else
			good = add_word(p, word, names, line);
		if (!good)
			return number;
	}
	return 0;
}
