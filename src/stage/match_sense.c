#include "match_sense.h"

#include "match_compare.h"

enum {
	SMALL = 6,      /* words of a gap whose numbers, dates and names stand for one another */
	TINY = 3,       /* words of a gap between words taken over, in which a negation is lost or gained whatever else is near */
	BEHIND = 6,     /* words behind a gap in which "would" may stand for "if" */
	WORDS_ADDED = 2 /* words put into marks that make no other sentence */
};

const char *
level_name(enum level level)
{
	static const char *const names[] = {
		"negation", "number", "date", "modality", "quantity", "party", "cut", "word", "",
	};

	return names[level];
}

bool
sense_own(const struct quotations *all, const struct quotation *q, size_t i)
{
	return q->form != FORM_INDIRECT && (q->core == 0 || (all->word[q->word + i] & QUOTED) != 0);
}

/* How many words of a gap only one side has. */
struct loss {
	size_t of[WORD_CLASSES];
	size_t names, content;
};

struct balance {
	struct loss gained, lost;
};

/* Counts the words of a gap that the other side has nowhere. */
static void
weigh_side(const struct sense_reader *r, const struct side *s, size_t from, size_t to, struct loss *l)
{
	*l = (struct loss){ 0 };
	for (size_t i = from; i < to; i++) {
		enum word_class is = side_word(s, i)->is;

		if (!side_alone(r, s, i))
			continue;
		l->of[is] += is != WORD_NUMBER || frames_number(&s->frames, i);
		l->of[WORD_RELATIVE] += frames_which(&s->frames, i);
		l->names += frames_named(&s->frames, i);
		l->content += word_is_content(is);
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

/* Is the stem, "=uninsur", the other one, "=insur", behind a prefix that negates? */
static bool
is_prefixed(const struct affixes *negations, struct slice stem, struct slice rest)
{
	struct slice word = slice_sub(stem, 1, stem.len);
	const struct affix *prefix = affixes_beginning(negations, word);

	return prefix != NULL && slice_eq(slice_sub(word, prefix->letters.len, word.len), slice_sub(rest, 1, rest.len));
}

/* Are two words the two ends of what they say: "rejected", "accepted"? */
static bool
are_opposite(const struct sense_reader *r, const struct word *a, const struct word *b)
{
	const struct vocabulary *v = &r->all->vocabulary;
	const struct slice *text = v->names.text;

	if (a->axis > 0 && a->axis == b->axis)
		return a->minus != b->minus;
	return word_is_content(a->is) && word_is_content(b->is) &&
	    (is_prefixed(&v->negations, text[a->stem], text[b->stem]) || is_prefixed(&v->negations, text[b->stem], text[a->stem]));
}

/* The words of a gap that are next to what was taken over. */
static struct gap
near_part(struct gap g)
{
	if (g.leading) {
		g.start = g.end - g.start > SMALL ? g.end - SMALL : g.start;
		g.from = g.to - g.from > SMALL ? g.to - SMALL : g.from;
	} else if (g.trailing) {
		g.end = g.end - g.start > SMALL ? g.start + SMALL : g.end;
		g.to = g.to - g.from > SMALL ? g.from + SMALL : g.to;
	}
	return g;
}

/* Has one side of a gap the one end, the other the other? */
static bool
is_opposite(const struct sense_reader *r, const struct gap *g)
{
	if (g->end - g->start > SMALL || g->to - g->from > SMALL)
		return false;
	for (size_t i = g->start; i < g->end; i++)
		for (size_t k = g->from; k < g->to; k++)
			if (are_opposite(r, side_word(&r->q, i), side_word(&r->root, k)))
				return true;
	return false;
}

/* "No lock or key" is "no lock and no key". */
static bool
is_or(const struct side *s, size_t from, size_t to)
{
	return to - from == 1 && s->negations > 0 && frames_is(&s->frames, from, "or");
}

/* "unlike" for "like", nothing for "no", "unsafe" for "safe", but not for "not safe": is the one negated, the other not, between
 * words that both have?  As many negations on either side are the same ones, moved: "Not one pilot will", "pilots will not". */
static bool
turns(const struct sense_reader *r, const struct gap *g, bool opposite)
{
	size_t here = 0, there = 0;

	if (r->q.negations == r->root.negations && (!opposite || r->q.minuses != r->root.minuses)) /* peace is no war */
		return false;
	if (!opposite && (g->leading || g->trailing || g->end - g->start > TINY || g->to - g->from > TINY))
		return false;
	if (!same_case(r, g->end, g->to))
		return false;
	for (size_t i = g->start; i < g->end; i++)
		here += frames_negates(&r->q.frames, i);
	for (size_t i = g->from; i < g->to; i++)
		there += frames_negates(&r->root.frames, i);
	if (is_or(&r->q, g->start, g->end) || is_or(&r->root, g->from, g->to))
		return false;
	return opposite ? here == there : here != there;
}

/* "It is only the school" for "it is not only the school": is a negation before such a word all that one side has? */
static bool
is_only(const struct side *s, size_t from, size_t to)
{
	return to - from == 1 && to < side_words(s) && side_word(s, from)->is == WORD_NEGATION && side_word(s, to)->is == WORD_FOCUS;
}

/* "A fire would have burned the store" is "If there had been a fire, the store had burned". */
static bool
has_future(const struct sense_reader *r, const struct gap *g)
{
	for (size_t i = g->start; i < g->end + BEHIND && i < r->q.frames.q->words; i++)
		if (side_word(&r->q, i)->is == WORD_FUTURE && (i < g->end || side_alone(r, &r->q, i)))
			return true;
	return false;
}

/* Does one side tell which time, where the other tells none: "next year" for "the year"? */
static bool
is_other_time(const struct sense_reader *r, const struct gap *g)
{
	enum word_class here, there;

	if (g->end - g->start != 1 || g->to - g->from != 1)
		return false;
	here = side_word(&r->q, g->start)->is;
	there = side_word(&r->root, g->from)->is;
	return (here == WORD_WHICH && there == WORD_FUNCTION && frames_which(&r->q.frames, g->start)) ||
	    (there == WORD_WHICH && here == WORD_FUNCTION && frames_which(&r->root.frames, g->from));
}

/* Was "but", "unless", "if" left out with what follows: where the quotation ends, before it begins or, for a condition, within? */
static bool
is_cut(const struct sense_reader *r, const struct gap *g)
{
	size_t i = g->from;
	enum word_class is;

	if (i >= g->to)
		return false;
	if (side_word(&r->root, i)->is == WORD_FUNCTION && i + 1 < g->to)
		i++;
	is = side_word(&r->root, i)->is;
	if (g->trailing)
		return g->start == g->end && (is == WORD_LIMIT || is == WORD_CONDITION) && !frames_first(&r->root.frames, i);
	return is == WORD_CONDITION && side_alone(r, &r->root, i) && i + 1 < g->to && !r->q.frames.q->headline && !has_future(r, g);
}

/* Is one word of content in marks another than the speaker's, or added to them, where the rest is his, word for word?  Two
 * translations differ in more. */
static bool
is_other_word(const struct sense_reader *r, const struct gap *g, const struct balance *b)
{
	if (!r->verbatim || r->root.frames.q->form == FORM_INDIRECT || g->start == g->end || g->leading)
		return false;
	for (size_t i = g->start - 1; i < g->end + !g->trailing; i++)
		if (!side_owns(&r->q, i))
			return false;
	for (size_t i = g->start; i < g->end; i++)
		if (frames_negates(&r->q.frames, i)) /* whether that counts has been told */
			return false;
	if (g->trailing)
		return g->end - g->start <= WORDS_ADDED && (g->from == g->to || frames_first(&r->root.frames, g->from));
	return b->gained.content > 0 && b->gained.content <= WORDS_ADDED && b->lost.content <= WORDS_ADDED;
}

static bool
is_replaced(const struct balance *b, enum word_class is)
{
	return b->lost.of[is] > 0 && b->gained.of[is] > 0;
}

/* The first that fits: "has never carried" for "has carried", "rejected" for "accepted"; "8,000" for "9,000", "thousands" for
 * "9,000", "miles" for "kilometres"; "Friday" for "Sunday"; "will" for "may"; "all" for "some"; "Spain" for "Portugal"; an end
 * before "but" or "unless", no "if"; "freight" for "cargo", in marks. */
enum level
sense_of(const struct sense_reader *r, const struct gap *g)
{
	enum level level = governed(r, g);
	bool small = g->end - g->start <= SMALL && g->to - g->from <= SMALL;
	struct gap near = near_part(*g);
	bool opposite = is_opposite(r, &near);
	struct balance b;

	if (level == LEVEL_NEGATION || turns(r, g, opposite) || (g->start == g->end && is_only(&r->root, g->from, g->to)) ||
	    (g->from == g->to && is_only(&r->q, g->start, g->end)))
		return LEVEL_NEGATION;
	if (level == LEVEL_NUMBER)
		return level;
	weigh_side(r, &r->q, g->start, g->end, &b.gained);
	weigh_side(r, &r->root, g->from, g->to, &b.lost);
	if (small && (is_replaced(&b, WORD_NUMBER) || (b.lost.of[WORD_NUMBER] > 0 && b.gained.of[WORD_QUANTITY] > 0) || is_replaced(&b, WORD_UNIT)))
		return LEVEL_NUMBER;
	if (small && (is_replaced(&b, WORD_TIME) || is_replaced(&b, WORD_RELATIVE) || is_other_time(r, g)))
		return LEVEL_DATE;
	if (level <= LEVEL_PARTY)
		return level;
	if (small && !r->q.frames.q->headline && !g->leading && !g->trailing && b.gained.names > 0 && b.lost.names > 0)
		return LEVEL_PARTY;
	if (is_cut(r, g))
		return LEVEL_CUT;
	return !opposite && is_other_word(r, g, &b) ? LEVEL_WORD : LEVEL_NONE;
}
