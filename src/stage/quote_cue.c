/* Cues as they are read from a list, and the forms under which their words are known. */
#include "quote_parts.h"
#include "quote.h"

static const struct { const char *name; uint32_t frame; } frames[] = {
	{ "quote", FRAME_QUOTE }, { "that", FRAME_THAT }, { "that-only", FRAME_THAT_ONLY }, { "wh", FRAME_WH },
	{ "to", FRAME_TO }, { "noun", FRAME_NOUN }, { "label", FRAME_LABEL }, { "label-quote", FRAME_LABEL_QUOTE },
	{ "obj", FRAME_OBJ }, { "as", FRAME_AS }, { "of", FRAME_OF }, { "about", FRAME_ABOUT }, { "for", FRAME_FOR },
	{ "against", FRAME_AGAINST }, { "on", FRAME_ON }, { "at", FRAME_AT }, { "with", FRAME_WITH },
	{ "quote-colon", FRAME_QUOTE_COLON }, { "to-noun", FRAME_TO_NOUN },
	{ "hearer", FRAME_OBJ | FRAME_HEARER }, { "passive", FRAME_PASSIVE }, { "comma", FRAME_COMMA },
	{ "quoter", FRAME_QUOTER }, { "forum", FRAME_FORUM }, { "finder", FRAME_FINDER },
	{ "apart", FRAME_APART }, { "more", FRAME_MORE }, { "gerund", FRAME_GERUND }
};

/* The frames named in a column, 0 if one of them is none. */
static uint32_t
frames_of(struct slice names)
{
	uint32_t all = 0;

	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ' ');
		size_t i = 0;

		while (i < sizeof frames / sizeof *frames && !slice_is(name, frames[i].name))
			i++;
		if (i == sizeof frames / sizeof *frames)
			return 0;
		all |= frames[i].frame;
	}
	return all;
}

static bool
is_stance(struct slice name)
{
	for (size_t i = 0; i < stance_count; i++)
		if (slice_is(name, stances[i].name))
			return true;
	return false;
}

/* Chains the new cue to those that share its first word. */
static void
enter(struct quote *q, struct slice first, struct slice irregular, uint16_t number)
{
	uint16_t had = pos_look(q->pos, first).sense;

	if (had != 0) {
		while (q->cue[had].next != 0)
			had = q->cue[had].next;
		q->cue[had].next = number;
	}
	switch (q->cue[number].kind) {
	case CUE_VERB:
		if (q->cue[number].frames & FRAME_BE)
			pos_enter(q->pos, first, POS_ADJ, number);
		else
			pos_verb(q->pos, first, irregular, number);
		break;
	case CUE_NOUN:
		pos_enter(q->pos, first, POS_NOUN | POS_SOURCE, number);
		pos_noun(q->pos, first, POS_NOUN | POS_SOURCE, number);
		break;
	default:
		pos_enter(q->pos, first, 0, number);
	}
}

static bool
add(struct quote *q, struct slice line)
{
	struct slice word = slice_cut(&line, '\t');
	struct slice kind = line.at != NULL ? slice_cut(&line, '\t') : slice_make("", 0);
	struct slice stance = line.at != NULL ? slice_cut(&line, '\t') : line;
	struct slice frame = line.at != NULL ? slice_cut(&line, '\t') : line;
	struct slice first;
	struct cue *c;

	if (frame.at == NULL || word.len == 0 || !is_stance(stance) || q->cues > UINT16_MAX - 1)
		return false;
	MEM_GROW(q->cue, q->cue_cap, q->cues + 2);
	if (q->cues == 0)
		q->cue[q->cues++] = (struct cue){ 0 };
	c = &q->cue[q->cues];
	first = slice_cut(&word, ' ');
	*c = (struct cue){ .rest = word.at != NULL ? word : slice_make("", 0), .stance = stance, .frames = frames_of(frame) };
	if (slice_is(kind, "adj"))
		c->frames |= FRAME_BE;
	c->kind = slice_is(kind, "verb") || slice_is(kind, "adj") ? CUE_VERB : slice_is(kind, "noun") ? CUE_NOUN : CUE_PREP;
	if (c->frames == 0 || (c->kind == CUE_PREP && !slice_is(kind, "prep")))
		return false;
	enter(q, first, line.at != NULL ? line : slice_make("", 0), (uint16_t)q->cues++);
	return true;
}

size_t
quote_cues(struct quote *q, struct slice tsv)
{
	for (size_t number = 1; tsv.at != NULL && tsv.len > 0; number++) {
		struct slice line = slice_line(&tsv);

		if (line.len > 0 && line.at[0] != '#' && !add(q, line))
			return number;
	}
	return 0;
}

size_t
quote_words(struct quote *q, struct slice tsv)
{
	return pos_load(q->pos, tsv);
}

void
quote_roles(struct quote *q, struct slice tsv)
{
	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n'), word = slice_cut(&line, '\t');
		struct slice kind = line.at != NULL ? slice_cut(&line, '\t') : slice_make("", 0);
		uint32_t is = slice_is(kind, "person") ? POS_NOUN | POS_PERSON : slice_is(kind, "org") ? POS_NOUN | POS_SOURCE : 0;

		if (is == 0 || word.at[0] == '#' || slice_find(word, ' ') < word.len)
			continue;
		pos_enter(q->pos, word, is, 0);
		if (is & POS_PERSON)
			pos_noun(q->pos, word, is, 0);
	}
}
