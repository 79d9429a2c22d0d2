#include "match_edit.h"

#include "utf8.h"

enum operation { DROPPED, ADDED, REPLACED };

/* Words [start, end) of the quotation stand where the fullest wording has [from, to). */
struct gap {
	size_t start, end, from, to;
	bool leading, trailing; /* of all that was taken over */
};

struct editor {
	const struct quotations *all;
	struct aligner aligner;
	const struct quotation *q, *root;
	uint32_t *stem, *root_stem;    /* of their words */
	uint32_t *to;
	size_t stem_cap, root_cap, to_cap;
	size_t region, region_end;     /* the root's sentences that were taken over */
	uint32_t *in_q, *in_root;      /* [stem] is turn: q has it, the region has it */
	uint32_t turn;
	bool context_negated;          /* the reporter negates before the marks: "would not" */
	struct cut cut;
	struct buf from;
};

struct editor *
editor_new(const struct quotations *all)
{
	struct editor *e = mem_alloc(sizeof *e);

	e->all = all;
	e->in_q = mem_alloc((all->vocabulary.names.len + 1) * sizeof *e->in_q);
	e->in_root = mem_alloc((all->vocabulary.names.len + 1) * sizeof *e->in_root);
	return e;
}

void
editor_free(struct editor *e)
{
	align_free(&e->aligner);
	mem_free(e->stem);
	mem_free(e->root_stem);
	mem_free(e->to);
	mem_free(e->in_q);
	mem_free(e->in_root);
	buf_free(&e->from);
	cut_free(&e->cut);
	mem_free(e);
}

static uint32_t
raw(const struct editor *e, const struct quotation *q, size_t i)
{
	return e->all->word[q->word + i];
}

static const struct word *
word(const struct editor *e, const struct quotation *q, size_t i)
{
	return &e->all->vocabulary.word[WORD_OF(raw(e, q, i))];
}

/* The words around the marks are the reporter's. */
static bool
own(const struct editor *e, size_t i)
{
	return e->q->form != FORM_INDIRECT && (e->q->core == 0 || (raw(e, e->q, i) & QUOTED) != 0);
}

/* Is a gap the reporter's: none of its words, or of those next to it, are in marks? */
static bool
reported(const struct editor *e, const struct gap *g)
{
	size_t from = g->start > 0 && g->start == g->end ? g->start - 1 : g->start;
	size_t to = g->start == g->end && g->end < e->q->words ? g->end + 1 : g->end;

	for (size_t i = from; i < to; i++)
		if (own(e, i))
			return false;
	return true;
}

/* Aligns the two by their stems; false if they share nothing. */
static bool
align(struct editor *e)
{
	bool any = false;

	MEM_GROW(e->stem, e->stem_cap, e->q->words + 1);
	MEM_GROW(e->to, e->to_cap, e->q->words + 1);
	MEM_GROW(e->root_stem, e->root_cap, e->root->words + 1);
	for (size_t i = 0; i < e->q->words; i++)
		e->stem[i] = word(e, e->q, i)->stem;
	for (size_t i = 0; i < e->root->words; i++)
		e->root_stem[i] = word(e, e->root, i)->stem;
	align_words(&e->aligner, (struct align_text){ e->stem, e->q->words }, (struct align_text){ e->root_stem, e->root->words }, NULL,
	    e->to);
	for (size_t i = 0; i < e->q->words; i++)
		any |= e->to[i] != ALIGN_NONE;
	return any;
}

/* The sentences of the root from the first word taken over to the last, and the stems of both sides. */
static void
find_region(struct editor *e)
{
	size_t first = e->root->words, last = 0;

	e->turn++;
	for (size_t i = 0; i < e->q->words; i++) {
		e->in_q[word(e, e->q, i)->stem] = e->turn;
		if (e->to[i] == ALIGN_NONE)
			continue;
		if (e->to[i] < first)
			first = e->to[i];
		last = e->to[i];
	}
	while (first > 0 && !(raw(e, e->root, first) & FIRST))
		first--;
	for (last++; last < e->root->words && !(raw(e, e->root, last) & FIRST);)
		last++;
	e->region = first;
	e->region_end = last;
	for (size_t i = first; i < last; i++)
		e->in_root[word(e, e->root, i)->stem] = e->turn;
}

/* How many words of a class are new in a gap, and how many of the root are gone. */
struct balance {
	size_t gained[WORD_LIMIT + 1], lost[WORD_LIMIT + 1];
	size_t name_gained, name_lost;
};

static bool
is_name(const struct editor *e, const struct quotation *q, size_t i)
{
	struct slice text = e->all->place[q->word + i].text;
	size_t len;

	return !(raw(e, q, i) & FIRST) && text.len > 1 && word(e, q, i)->is == WORD_CONTENT && utf8_is_upper(utf8_at(text, 0, &len));
}

static void
weigh(const struct editor *e, const struct gap *g, struct balance *b)
{
	*b = (struct balance){ 0 };
	for (size_t i = g->start; i < g->end; i++) {
		const struct word *w = word(e, e->q, i);

		if (w->is != WORD_NEGATION && e->in_root[w->stem] == e->turn)
			continue;
		b->gained[w->is]++;
		b->name_gained += is_name(e, e->q, i);
	}
	for (size_t i = g->from; i < g->to; i++) {
		const struct word *w = word(e, e->root, i);

		if (w->is != WORD_NEGATION && e->in_q[w->stem] == e->turn)
			continue;
		b->lost[w->is]++;
		b->name_lost += is_name(e, e->root, i);
	}
}

/* Do the quotation and what it took over differ in how often they negate?  What is told in other words may negate once where the
 * speaker did twice. */
static bool
negates_otherwise(const struct editor *e)
{
	size_t here = e->context_negated, there = 0;

	for (size_t i = 0; i < e->q->words; i++)
		here += word(e, e->q, i)->is == WORD_NEGATION;
	for (size_t i = e->region; i < e->region_end; i++)
		there += word(e, e->root, i)->is == WORD_NEGATION;
	return e->q->form == FORM_INDIRECT ? (here > 0) != (there > 0) : here != there;
}

static bool
either(const struct balance *b, enum word_class is)
{
	return b->gained[is] != b->lost[is] || b->gained[is] > 0;
}

/* The change of sense that a gap makes, or "". Tried in this order:
 * negation "has never carried" for "has carried"; number "8,000" for "9,000"; date "Friday" for "Sunday"; modality "will" for
 * "may"; quantity "all" for "some"; party "Spain" for "Portugal"; cut: ends before "but" or "unless". */
static const char *
level_of(const struct editor *e, const struct gap *g, enum operation op)
{
	struct balance b;
	bool inner = !g->leading && !g->trailing && !reported(e, g);

	weigh(e, g, &b);
	if (b.gained[WORD_NEGATION] != b.lost[WORD_NEGATION] && negates_otherwise(e))
		return "negation";
	if (op != DROPPED && (b.gained[WORD_NUMBER] > 0 || (b.lost[WORD_NUMBER] > 0 && b.gained[WORD_QUANTITY] > 0)))
		return "number";
	if (op != DROPPED && b.gained[WORD_TIME] > 0)
		return "date";
	if ((inner || op != DROPPED) && either(&b, WORD_MODAL))
		return "modality";
	if ((inner || op != DROPPED) && either(&b, WORD_QUANTITY))
		return "quantity";
	if (op == REPLACED && b.name_gained > 0 && b.name_lost > 0)
		return "party";
	if (g->trailing && g->from < g->to && word(e, e->root, g->from)->is == WORD_LIMIT)
		return "cut";
	return "";
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
write_gap(struct editor *e, const struct gap *g, struct doc *d, struct slice number, struct slice statement)
{
	static const char *const names[] = { "dropped", "added", "replaced" };
	const struct place *place = &e->all->place[e->q->word];
	enum operation op = g->start == g->end ? DROPPED : g->from == g->to ? ADDED : REPLACED;
	const char *level = level_of(e, g, op);
	size_t start, end;
	struct row *r;

	if (*level == '\0' && reported(e, g))
		return;
	start = g->start < g->end ? place[g->start].start : g->start > 0 ? place[g->start - 1].start + place[g->start - 1].text.len :
	    place[0].start;
	end = g->start < g->end ? place[g->end - 1].start + place[g->end - 1].text.len : start;
	if (end < start) /* rows of one number that overlap: the last word stands for them */
		start = place[g->end - 1].start;
	r = doc_add(d, ROW_CHANGE, start, end);
	row_fill(r, CHANGE_NUMBER, number);
	row_fill(r, CHANGE_STATEMENT, statement);
	row_fill(r, CHANGE_OPERATION, slice_from(names[op]));
	row_fill(r, CHANGE_LEVEL, slice_from(level));
	row_fill(r, CHANGE_FROM, words_of(e, g->from, g->to, &d->arena));
}

static bool
begins_sentence(const struct editor *e, size_t i)
{
	return i < e->root->words && (raw(e, e->root, i) & FIRST) != 0;
}

/* Writes a gap, without the whole sentences that were left out: of those there is no telling. */
static void
write_parts(struct editor *e, struct gap g, struct doc *d, struct slice number, struct slice statement)
{
	size_t first = g.from, last = g.to;

	while (first < g.to && !begins_sentence(e, first))
		first++;
	while (last > g.from && !begins_sentence(e, last))
		last--;
	if (g.leading && begins_sentence(e, last)) {
		g.from = last;
	} else if (g.trailing) {
		g.to = first;
	} else if (g.start == g.end && first < g.to) {
		struct gap tail = { g.start, g.start, last, g.to, true, false };

		g.trailing = true;
		g.to = first;
		if (tail.from < tail.to)
			write_gap(e, &tail, d, number, statement);
	}
	if (g.start < g.end || g.from < g.to)
		write_gap(e, &g, d, number, statement);
}

/* Is there a negation in the sentence before the quotation's first word? */
static bool
context_negates(struct editor *e, struct doc *d)
{
	size_t n;
	const struct sentence *sentence = doc_sentences(d, &n);
	struct cut_word w;
	uint32_t number;

	if (e->q->form != FORM_MIXED || d->text.at == NULL)
		return false;
	for (size_t i = 0; i < n && sentence[i].start <= e->q->start; i++) {
		if (sentence[i].end <= e->q->start)
			continue;
		cut_begin(&e->cut, slice_sub(d->text, sentence[i].start, e->q->start));
		while (cut_next(&e->cut, &w))
			if (intern_find(&e->all->vocabulary.names, w.folded, &number) &&
			    e->all->vocabulary.word[number].is == WORD_NEGATION)
				return true;
	}
	return false;
}

void
editor_write(struct editor *e, const struct quotation *q, struct doc *d, struct slice number, struct slice statement)
{
	struct gap g = { .leading = true };

	e->q = q;
	e->root = &e->all->at[q->root];
	if (q == e->root || !align(e))
		return;
	find_region(e);
	e->context_negated = context_negates(e, d);
	for (size_t i = 0; i <= q->words; i++) {
		if (i < q->words && e->to[i] == ALIGN_NONE)
			continue;
		g.end = i;
		g.to = i < q->words ? e->to[i] : e->root->words;
		g.trailing = i == q->words;
		write_parts(e, g, d, number, statement);
		g = (struct gap){ .start = i + 1, .from = g.trailing ? 0 : e->to[i] + 1 };
	}
}
