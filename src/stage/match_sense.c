#include "match_sense.h"

#include "align.h"

enum {
	REACH = 2,      /* content words that a negation turns: "no credible evidence" */
	NEAR = 10,      /* words around one in which another negation may turn it too */
	SMALL = 6,      /* words of a gap whose numbers, dates and names stand for one another */
	TINY = 3,       /* words of a gap between words taken over, in which a negation is lost or gained whatever else is near */
	HELD = 3,       /* words to the next one that both have */
	WORDS_ADDED = 2 /* words put into marks that make no other sentence */
};

/* What governs a word: the places of these words plus 1, 0 for none. */
struct frame {
	uint32_t negation, modal, quantity, number;
};

/* One of the two that are compared. */
struct side {
	const struct quotation *q;
	struct frame *frame;     /* of each word */
	unsigned char *level;    /* of each word that governs, what its change makes */
	size_t frame_cap, level_cap;
};

struct sense_reader {
	const struct quotations *all;
	struct side q, root;
	const uint32_t *to;
	size_t first, last;      /* the root's sentences that were taken over */
	uint32_t *in_q, *in_root; /* [stem] is turn: q has it, the root's sentences have it */
	uint32_t turn;
};

const char *
level_name(enum level level)
{
	static const char *const names[] = {
		"negation", "number", "date", "modality", "quantity", "party", "cut", "word", "",
	};

	return names[level];
}

struct sense_reader *
sense_reader_new(const struct quotations *all)
{
	struct sense_reader *r = mem_alloc(sizeof *r);

	r->all = all;
	r->in_q = mem_alloc((all->vocabulary.names.len + 1) * sizeof *r->in_q);
	r->in_root = mem_alloc((all->vocabulary.names.len + 1) * sizeof *r->in_root);
	return r;
}

void
sense_reader_free(struct sense_reader *r)
{
	mem_free(r->q.frame);
	mem_free(r->q.level);
	mem_free(r->root.frame);
	mem_free(r->root.level);
	mem_free(r->in_q);
	mem_free(r->in_root);
	mem_free(r);
}

static uint32_t
raw(const struct sense_reader *r, const struct side *s, size_t i)
{
	return r->all->word[s->q->word + i];
}

static const struct word *
word(const struct sense_reader *r, const struct side *s, size_t i)
{
	return &r->all->vocabulary.word[WORD_OF(raw(r, s, i))];
}

static bool
begins_sentence(const struct sense_reader *r, const struct side *s, size_t i)
{
	return (raw(r, s, i) & FIRST) != 0;
}

static bool
is_content(enum word_class is)
{
	return is == WORD_CONTENT || is == WORD_COMMON;
}

bool
sense_own(const struct quotations *all, const struct quotation *q, size_t i)
{
	return q->form != FORM_INDIRECT && (q->core == 0 || (all->word[q->word + i] & QUOTED) != 0);
}

/* "not just a loser" is a loser, and more. */
static bool
negates(const struct sense_reader *r, const struct side *s, size_t i)
{
	return word(r, s, i)->is == WORD_NEGATION &&
	    (i + 1 == s->q->words || begins_sentence(r, s, i + 1) || word(r, s, i + 1)->is != WORD_FOCUS);
}

/* A negation governs the next REACH content words of its sentence, other words the next one. */
static void
read_frames(const struct sense_reader *r, struct side *s)
{
	struct frame now = { 0 };
	size_t reach = 0;

	MEM_GROW(s->frame, s->frame_cap, s->q->words + 1);
	MEM_GROW(s->level, s->level_cap, s->q->words + 1);
	for (size_t i = 0; i < s->q->words; i++) {
		enum word_class is = word(r, s, i)->is;
		uint32_t place = (uint32_t)i + 1;

		if (begins_sentence(r, s, i))
			now = (struct frame){ 0 };
		s->level[i] = LEVEL_NONE;
		s->frame[i] = is_content(is) ? now : (struct frame){ 0 };
		if (is_content(is)) {
			reach -= reach > 0;
			now = (struct frame){ .negation = reach > 0 ? now.negation : 0 };
		} else if (negates(r, s, i)) {
			now.negation = place;
			reach = REACH;
		} else if (is == WORD_MODAL || is == WORD_FUTURE) {
			now.modal = place;
		} else if (is == WORD_QUANTITY || (is == WORD_FOCUS && (i == 0 || word(r, s, i - 1)->is != WORD_NEGATION))) {
			now.quantity = place;
		} else if (is == WORD_NUMBER) {
			now.number = place;
		}
	}
}

/* Is there a negation near word i, in its sentence? */
static bool
negated_near(const struct sense_reader *r, const struct side *s, size_t i)
{
	for (size_t k = i, n = 0; n < NEAR; n++) {
		if (negates(r, s, k))
			return true;
		if (k == 0 || begins_sentence(r, s, k))
			break;
		k--;
	}
	for (size_t k = i + 1; k < s->q->words && k <= i + NEAR && !begins_sentence(r, s, k); k++)
		if (negates(r, s, k))
			return true;
	return false;
}

static void
mark(struct side *s, uint32_t place, enum level level)
{
	if (place > 0 && s->level[place - 1] > level)
		s->level[place - 1] = (unsigned char)level;
}

/* Do the words at two places say the same?  There may be none at either. */
static bool
same_at(const struct sense_reader *r, uint32_t here, uint32_t there)
{
	if (here == 0 || there == 0)
		return here == there;
	return word(r, &r->q, here - 1)->stem == word(r, &r->root, there - 1)->stem;
}

/* Does what governs the one govern the other too?  What one of them has alone counts where it was put into marks, or taken out. */
static void
compare_governing(struct sense_reader *r, uint32_t here, uint32_t there, bool own, enum level level)
{
	if (same_at(r, here, there) || ((here == 0 || there == 0) && !own))
		return;
	mark(&r->q, here, level);
	mark(&r->root, there, level);
}

/* "will" for nothing is the reporter's as often as the speaker's: "they are going to", "to speak on Monday".  But "would not
 * support" is more than "not ready to support". */
static bool
is_weak(const struct sense_reader *r, const struct frame *here, const struct frame *there)
{
	if (here->negation > 0 && there->negation > 0)
		return false;
	return (here->modal > 0 && there->modal == 0 && word(r, &r->q, here->modal - 1)->is == WORD_FUTURE) ||
	    (here->modal == 0 && there->modal > 0 && word(r, &r->root, there->modal - 1)->is == WORD_FUTURE);
}

/* Does the next word that both have stand near in both?  One that is met by itself may be about something else. */
static bool
is_held(const struct sense_reader *r, size_t i, size_t j)
{
	for (size_t k = i + 1; k < r->q.q->words && k <= i + HELD; k++)
		if (r->to[k] != ALIGN_NONE)
			return r->to[k] <= j + HELD;
	for (size_t k = i; k-- > 0 && k + HELD >= i;)
		if (r->to[k] != ALIGN_NONE)
			return r->to[k] + HELD >= j;
	return false;
}

static void
compare_frames(struct sense_reader *r, size_t i, size_t j)
{
	const struct frame *here = &r->q.frame[i], *there = &r->root.frame[j];
	bool own = sense_own(r->all, r->q.q, i) && r->root.q->form != FORM_INDIRECT;

	if (here->negation > 0 && there->negation == 0 && !r->root.q->denied && is_held(r, i, j) &&
	    !negated_near(r, &r->root, j))
		mark(&r->q, here->negation, LEVEL_NEGATION);
	if (here->negation == 0 && there->negation > 0 && !r->q.q->denied && is_held(r, i, j) &&
	    !negated_near(r, &r->q, i))
		mark(&r->root, there->negation, LEVEL_NEGATION);
	compare_governing(r, here->number, there->number, false, LEVEL_NUMBER);
	if (!is_weak(r, here, there))
		compare_governing(r, here->modal, there->modal, true, LEVEL_MODALITY);
	compare_governing(r, here->quantity, there->quantity, own, LEVEL_QUANTITY);
}

/* The sentences of the root from the first word taken over to the last, and the stems of both sides. */
static void
find_region(struct sense_reader *r)
{
	size_t first = r->root.q->words, last = 0;

	r->turn++;
	for (size_t i = 0; i < r->q.q->words; i++) {
		r->in_q[word(r, &r->q, i)->stem] = r->turn;
		if (r->to[i] == ALIGN_NONE)
			continue;
		if (r->to[i] < first)
			first = r->to[i];
		last = r->to[i];
	}
	while (first > 0 && !begins_sentence(r, &r->root, first))
		first--;
	for (last++; last < r->root.q->words && !begins_sentence(r, &r->root, last);)
		last++;
	r->first = first;
	r->last = last;
	for (size_t i = first; i < last; i++)
		r->in_root[word(r, &r->root, i)->stem] = r->turn;
}

void
sense_reader_set(struct sense_reader *r, const struct quotation *q, const struct quotation *root, const uint32_t *to)
{
	r->q.q = q;
	r->root.q = root;
	r->to = to;
	read_frames(r, &r->q);
	read_frames(r, &r->root);
	find_region(r);
	for (size_t i = 0; i < q->words; i++)
		if (to[i] != ALIGN_NONE && is_content(word(r, &r->q, i)->is))
			compare_frames(r, i, to[i]);
}

/* How many words of a class are new in a gap, and how many of the root are gone. */
struct balance {
	size_t gained[WORD_CLASSES], lost[WORD_CLASSES];
	size_t name_gained, name_lost, content_gained, content_lost;
};

static bool
is_name(const struct sense_reader *r, const struct side *s, size_t i)
{
	return (raw(r, s, i) & NAMED) != 0 && word(r, s, i)->is == WORD_CONTENT;
}

static void
weigh(const struct sense_reader *r, const struct gap *g, struct balance *b)
{
	*b = (struct balance){ 0 };
	for (size_t i = g->start; i < g->end; i++) {
		const struct word *w = word(r, &r->q, i);

		if (r->in_root[w->stem] == r->turn)
			continue;
		b->gained[w->is]++;
		b->name_gained += is_name(r, &r->q, i);
		b->content_gained += is_content(w->is);
	}
	for (size_t i = g->from; i < g->to; i++) {
		const struct word *w = word(r, &r->root, i);

		if (r->in_q[w->stem] == r->turn)
			continue;
		b->lost[w->is]++;
		b->name_lost += is_name(r, &r->root, i);
		b->content_lost += is_content(w->is);
	}
}

static enum level
governed(const struct sense_reader *r, const struct gap *g)
{
	enum level level = LEVEL_NONE;

	for (size_t i = g->start; i < g->end; i++)
		if (r->q.level[i] < level)
			level = r->q.level[i];
	for (size_t i = g->from; i < g->to; i++)
		if (r->root.level[i] < level)
			level = r->root.level[i];
	return level;
}

/* "unlike" for "like", nothing for "no": is the one negated, the other not, between words that both have? */
static bool
turns(const struct sense_reader *r, const struct gap *g)
{
	size_t here = 0, there = 0;

	if (g->leading || g->trailing || g->end - g->start > TINY || g->to - g->from > TINY)
		return false;
	for (size_t i = g->start; i < g->end; i++)
		here += negates(r, &r->q, i);
	for (size_t i = g->from; i < g->to; i++)
		there += negates(r, &r->root, i);
	return here != there;
}

static bool
takes_back(enum word_class is)
{
	return is == WORD_LIMIT || is == WORD_CONDITION;
}

/* Does the root go on with "but", "unless", "until" where the quotation ends? */
static bool
is_cut(const struct sense_reader *r, const struct gap *g)
{
	size_t i = g->from;

	if (!g->trailing || i >= g->to)
		return false;
	if (word(r, &r->root, i)->is == WORD_FUNCTION && i + 1 < g->to)
		i++;
	return takes_back(word(r, &r->root, i)->is) && !begins_sentence(r, &r->root, i);
}

/* "extreme" for "extremely", in the marks of both: one word for another form of it? */
static bool
is_other_form(const struct sense_reader *r, const struct gap *g)
{
	return g->end - g->start == 1 && g->to - g->from == 1 && is_content(word(r, &r->q, g->start)->is) &&
	    sense_own(r->all, r->q.q, g->start) && sense_own(r->all, r->root.q, g->from) &&
	    word(r, &r->q, g->start)->stem == word(r, &r->root, g->from)->stem;
}

/* Is one word of content in marks another than the speaker's, or added to them? */
static bool
is_other_word(const struct sense_reader *r, const struct gap *g, const struct balance *b)
{
	if (r->root.q->form == FORM_INDIRECT || g->start == g->end)
		return false;
	if (is_other_form(r, g))
		return true;
	if (g->leading)
		return false;
	for (size_t i = g->start - 1; i < g->end + !g->trailing; i++)
		if (!sense_own(r->all, r->q.q, i))
			return false;
	if (g->trailing)
		return g->end - g->start <= WORDS_ADDED && (g->from == g->to || begins_sentence(r, &r->root, g->from));
	return b->content_gained > 0 && b->content_gained <= WORDS_ADDED && b->content_lost <= WORDS_ADDED;
}

/* The first that fits: "has never carried" for "has carried"; "8,000" for "9,000", "thousands" for "9,000"; "Friday" for "Sunday";
 * "will" for "may"; "all" for "some"; "Spain" for "Portugal"; an end before "but" or "unless"; "freight" for "cargo", in marks. */
enum level
sense_of(const struct sense_reader *r, const struct gap *g)
{
	enum level level = governed(r, g);
	bool small = g->end - g->start <= SMALL && g->to - g->from <= SMALL;
	struct balance b;

	if (level == LEVEL_NEGATION || turns(r, g))
		return LEVEL_NEGATION;
	if (level == LEVEL_NUMBER)
		return level;
	weigh(r, g, &b);
	if (small && b.lost[WORD_NUMBER] > 0 && (b.gained[WORD_NUMBER] > 0 || b.gained[WORD_QUANTITY] > 0))
		return LEVEL_NUMBER;
	if (small && b.lost[WORD_TIME] > 0 && b.gained[WORD_TIME] > 0)
		return LEVEL_DATE;
	if (level <= LEVEL_QUANTITY)
		return level;
	if (small && !r->q.q->headline && !g->leading && !g->trailing && b.name_gained > 0 && b.name_lost > 0)
		return LEVEL_PARTY;
	if (is_cut(r, g))
		return LEVEL_CUT;
	return is_other_word(r, g, &b) ? LEVEL_WORD : LEVEL_NONE;
}
