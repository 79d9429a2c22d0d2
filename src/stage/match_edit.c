#include "match_edit.h"

#include "match_sense.h"

enum { SETTLED = 8 }; /* words before one that is moved in which the one before it must be met */

enum operation { DROPPED, ADDED, REPLACED };

struct editor {
	const struct quotations *all;
	struct aligner aligner;
	struct sense_reader *sense;
	const struct quotation *q, *root;
	uint32_t *stem, *root_stem;    /* of their words */
	unsigned char *worth;
	uint32_t *to;
	size_t stem_cap, root_cap, worth_cap, to_cap;
	struct buf from;
};

/* Where change rows go, and what they share. */
struct output {
	struct doc *doc;
	struct slice number, statement;
};

struct editor *
editor_new(const struct quotations *all)
{
	struct editor *e = mem_alloc(sizeof *e);

	e->all = all;
	e->sense = sense_reader_new(all);
	return e;
}

void
editor_free(struct editor *e)
{
	align_free(&e->aligner);
	sense_reader_free(e->sense);
	mem_free(e->stem);
	mem_free(e->root_stem);
	mem_free(e->worth);
	mem_free(e->to);
	buf_free(&e->from);
	mem_free(e);
}

static const struct word *
word(const struct editor *e, const struct quotation *q, size_t i)
{
	return quotation_word(e->all, q, i);
}

/* Is a gap the reporter's: none of its words, or of those next to it, are in marks? */
static bool
reported(const struct editor *e, const struct gap *g)
{
	size_t from = g->start > 0 && g->start == g->end ? g->start - 1 : g->start;
	size_t to = g->start == g->end && g->end < e->q->words ? g->end + 1 : g->end;

	for (size_t i = from; i < to; i++)
		if (sense_own(e->all, e->q, i))
			return false;
	return true;
}

/* What both have in marks is the same word for word, or it was changed: "extreme" for "extremely". */
static bool
differs_in_marks(const struct editor *e, size_t i, size_t j)
{
	return word(e, e->q, i) != word(e, e->root, j) && word(e, e->q, i)->weight > 0 &&
	    sense_own(e->all, e->q, i) && sense_own(e->all, e->root, j);
}

/* Is what stands before word i of q aligned before that place? */
static bool
is_free(const struct editor *e, size_t i, uint32_t place)
{
	for (size_t n = 0; i > 0; n++) {
		if (e->to[--i] != ALIGN_NONE)
			return e->to[i] < place;
		if (n == SETTLED)
			return false;
	}
	return true;
}

/* The place before j of the root that word i may have: the next or, behind a negation that it has not, the next but one; ALIGN_NONE. */
static uint32_t
place_before(const struct editor *e, size_t i, uint32_t j)
{
	if (j > 0 && e->root_stem[j - 1] == e->stem[i])
		return j - 1;
	return j > 1 && word(e, e->root, j - 1)->is == WORD_NEGATION && e->root_stem[j - 2] == e->stem[i] ? j - 2 : ALIGN_NONE;
}

/* Words that weigh nothing stand by those that hold them: the "I did" of "I did take" is that of "I did not take", not of an "I" before. */
static void
settle(struct editor *e)
{
	for (size_t i = e->q->words; i-- > 1;) {
		uint32_t place = e->to[i] == ALIGN_NONE ? ALIGN_NONE : place_before(e, i - 1, e->to[i]);

		if (place == ALIGN_NONE || e->worth[i - 1] != ALIGN_WEAK || e->to[i - 1] == place)
			continue;
		if (e->to[i - 1] == ALIGN_NONE ? is_free(e, i - 1, place) : e->to[i - 1] < place)
			e->to[i - 1] = place;
	}
}

/* Aligns the two by their stems.  Words that weigh nothing hold nothing together. */
static void
align(struct editor *e)
{
	struct align_text q, root;

	MEM_GROW(e->stem, e->stem_cap, e->q->words + 1);
	MEM_GROW(e->worth, e->worth_cap, e->q->words + 1);
	MEM_GROW(e->to, e->to_cap, e->q->words + 1);
	MEM_GROW(e->root_stem, e->root_cap, e->root->words + 1);
	for (size_t i = 0; i < e->q->words; i++) {
		e->stem[i] = word(e, e->q, i)->stem;
		e->worth[i] = word(e, e->q, i)->weight > 0 ? ALIGN_STRONG : ALIGN_WEAK;
	}
	for (size_t i = 0; i < e->root->words; i++)
		e->root_stem[i] = word(e, e->root, i)->stem;
	q = (struct align_text){ e->stem, e->q->words };
	root = (struct align_text){ e->root_stem, e->root->words };
	align_words(&e->aligner, q, root, e->worth, e->to);
	settle(e);
}

/* Parts what differs in marks; false if they then share nothing. */
static bool
part(struct editor *e)
{
	bool any = false;

	for (size_t i = 0; i < e->q->words; i++) {
		if (e->to[i] != ALIGN_NONE && differs_in_marks(e, i, e->to[i]))
			e->to[i] = ALIGN_NONE;
		any |= e->to[i] != ALIGN_NONE;
	}
	return any;
}

/* Words [from, to) of the root, as they are written, a space between those of different rows. */
static struct slice
words_of(struct editor *e, size_t from, size_t to, struct arena *arena)
{
	const struct place *place = &e->all->place[e->root->word];

	buf_clear(&e->from);
	for (size_t i = from; i < to; i++) {
		const char *end = i > from ? place[i - 1].text.at + place[i - 1].text.len : NULL;

		if (i > from && place[i].text.at >= end && place[i].start == place[i - 1].start + (size_t)(place[i].text.at - place[i - 1].text.at))
			buf_add(&e->from, slice_make(end, (size_t)(place[i].text.at - end)));
		else if (i > from)
			buf_byte(&e->from, ' ');
		buf_add(&e->from, place[i].text);
	}
	return arena_copy(arena, buf_slice(&e->from));
}

static void
write_gap(struct editor *e, const struct gap *g, const struct output *out)
{
	static const char *const names[] = { "dropped", "added", "replaced" };
	const struct place *place = &e->all->place[e->q->word];
	enum operation op = g->start == g->end ? DROPPED : g->from == g->to ? ADDED : REPLACED;
	enum level level = sense_of(e->sense, g);
	size_t start, end;
	struct row *r;

	if (level == LEVEL_NONE && reported(e, g))
		return;
	start = g->start < g->end ? place[g->start].start : g->start > 0 ? place[g->start - 1].start + place[g->start - 1].text.len :
	    place[0].start;
	end = g->start < g->end ? place[g->end - 1].start + place[g->end - 1].text.len : start;
	if (end < start) /* rows of one number that stand in the wrong order: the last word stands for them */
		start = place[g->end - 1].start;
	r = doc_add(out->doc, ROW_CHANGE, start, end);
	row_fill(r, CHANGE_NUMBER, out->number);
	row_fill(r, CHANGE_STATEMENT, out->statement);
	row_fill(r, CHANGE_OPERATION, slice_from(names[op]));
	row_fill(r, CHANGE_LEVEL, slice_from(level_name(level)));
	row_fill(r, CHANGE_FROM, words_of(e, g->from, g->to, &out->doc->arena));
}

static bool
begins_sentence(const struct editor *e, const struct quotation *q, size_t i)
{
	return i < q->words && (e->all->word[q->word + i] & FIRST) != 0;
}

/* Whole sentences of a gap, [first, last); none if first is not less. */
struct whole {
	size_t first, last;
};

static struct whole
whole_sentences(const struct editor *e, const struct quotation *q, size_t from, size_t to)
{
	struct whole w = { from, to };

	while (w.first < to && !begins_sentence(e, q, w.first))
		w.first++;
	while (w.last > from && w.last < q->words && !begins_sentence(e, q, w.last))
		w.last--;
	return w;
}

/* Writes the whole sentences of q at the one end of a gap by themselves: what is left of it stands for what the root has there. */
static void
part_sentences(struct editor *e, struct gap *g, const struct output *out)
{
	struct whole here = whole_sentences(e, e->q, g->start, g->end);
	struct gap added = { here.first, here.last, g->from, g->from, g->leading, g->trailing };

	if (here.first >= here.last || g->from == g->to || here.last - here.first == g->end - g->start)
		return;
	if (here.first == g->start)
		g->start = here.last;
	else if (here.last == g->end)
		g->end = here.first;
	else
		return;
	write_gap(e, &added, out);
}

/* Writes a gap, without the whole sentences that were left out: of those there is no telling. */
static void
write_parts(struct editor *e, struct gap g, const struct output *out)
{
	struct whole there = whole_sentences(e, e->root, g.from, g.to);
	size_t first = there.first, last = there.last;

	part_sentences(e, &g, out);
	if (g.leading && begins_sentence(e, e->root, last)) {
		g.from = last;
	} else if (g.trailing) {
		g.to = first;
	} else if (g.start == g.end && first < g.to) {
		struct gap tail = { g.start, g.start, last, g.to, true, false };

		g.trailing = true;
		g.to = first;
		if (tail.from < tail.to)
			write_gap(e, &tail, out);
	}
	if (g.start < g.end || g.from < g.to)
		write_gap(e, &g, out);
}

void
editor_write(struct editor *e, const struct quotation *q, struct doc *d, struct slice number, struct slice statement)
{
	const struct output out = { d, number, statement };
	struct gap g = { .leading = true };

	e->q = q;
	e->root = &e->all->at[q->root];
	if (q == e->root)
		return;
	align(e);
	sense_reader_set(e->sense, q, e->root, e->to);
	if (!part(e))
		return;
	for (size_t i = 0; i <= q->words; i++) {
		if (i < q->words && e->to[i] == ALIGN_NONE)
			continue;
		g.end = i;
		g.to = i < q->words ? e->to[i] : e->root->words;
		g.trailing = i == q->words;
		write_parts(e, g, &out);
		g = (struct gap){ .start = i + 1, .from = g.trailing ? 0 : e->to[i] + 1 };
	}
}
