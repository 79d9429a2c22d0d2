#include "match_compare.h"

#include "align.h"

enum {
	NEAR = 10, /* words around one in which another negation may turn it too */
	HELD = 3   /* words to the next one that both have */
};

struct sense_reader *
sense_reader_new(const struct quotations *all)
{
	struct sense_reader *r = mem_alloc(sizeof *r);

	r->all = all;
	r->in_q = mem_alloc((all->vocabulary.names.len + 1) * sizeof *r->in_q);
	r->in_root = mem_alloc((all->vocabulary.names.len + 1) * sizeof *r->in_root);
	r->place = mem_alloc((all->vocabulary.names.len + 1) * sizeof *r->place);
	r->q.other = r->in_root;
	r->root.other = r->in_q;
	return r;
}

static void
side_free(struct side *s)
{
	frames_free(&s->frames);
	mem_free(s->level);
}

void
sense_reader_free(struct sense_reader *r)
{
	side_free(&r->q);
	side_free(&r->root);
	mem_free(r->in_q);
	mem_free(r->in_root);
	mem_free(r->place);
	mem_free(r);
}

static void
side_read(struct side *s, const struct quotations *all, const struct quotation *q)
{
	frames_read(&s->frames, all, q);
	MEM_GROW(s->level, s->cap, q->words + 1);
	memset(s->level, LEVEL_NONE, q->words);
}

const struct word *
side_word(const struct side *s, size_t i)
{
	return frames_word(&s->frames, i);
}

bool
side_owns(const struct side *s, size_t i)
{
	return sense_own(s->frames.all, s->frames.q, i);
}

bool
side_alone(const struct sense_reader *r, const struct side *s, size_t i)
{
	return s->other[side_word(s, i)->stem] != r->turn;
}

size_t
side_words(const struct side *s)
{
	return s->frames.q->words;
}

/* Does word i negate, or has it a negation in it that the other has not: "unsafe" for "not safe"? */
static bool
is_negative(const struct sense_reader *r, const struct side *s, size_t i)
{
	return frames_negates(&s->frames, i) || (side_word(s, i)->minus && side_alone(r, s, i));
}

/* Is there a condition near word i, in its sentence? */
static bool
is_conditional(const struct side *s, size_t i)
{
	for (size_t k = i, n = 0; k < side_words(s) && n < NEAR; n++) {
		if (side_word(s, k)->is == WORD_CONDITION)
			return true;
		if (k == 0 || frames_first(&s->frames, k))
			break;
		k--;
	}
	for (size_t k = i + 1; k < side_words(s) && k <= i + NEAR && !frames_first(&s->frames, k); k++)
		if (side_word(s, k)->is == WORD_CONDITION)
			return true;
	return false;
}

bool
same_case(const struct sense_reader *r, size_t i, size_t j)
{
	return is_conditional(&r->q, i) == is_conditional(&r->root, j);
}

/* Is there a negation near word i, in its sentence? */
static bool
negated_near(const struct sense_reader *r, const struct side *s, size_t i)
{
	for (size_t k = i, n = 0; n < NEAR; n++) {
		if (is_negative(r, s, k))
			return true;
		if (k == 0 || frames_first(&s->frames, k))
			break;
		k--;
	}
	for (size_t k = i + 1; k < side_words(s) && k <= i + NEAR && !frames_first(&s->frames, k); k++)
		if (is_negative(r, s, k))
			return true;
	return false;
}

void
side_mark(struct side *s, uint32_t place, enum level level)
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
	return side_word(&r->q, here - 1)->stem == side_word(&r->root, there - 1)->stem;
}

/* Does what governs the one govern the other too?  What one of them has alone counts where it was put into marks, or taken out. */
static void
compare_governing(struct sense_reader *r, uint32_t here, uint32_t there, bool alone, enum level level)
{
	if (same_at(r, here, there) || ((here == 0 || there == 0) && !alone))
		return;
	side_mark(&r->q, here, level);
	side_mark(&r->root, there, level);
}

static bool
is_future(const struct side *s, uint32_t place)
{
	return place > 0 && side_word(s, place - 1)->is == WORD_FUTURE;
}

static bool
is_intent(const struct side *s, uint32_t place)
{
	return place > 0 && side_word(s, place - 1)->is == WORD_INTENT;
}

/* Was any word before i taken over? */
static bool
is_led(const struct sense_reader *r, size_t i)
{
	while (i-- > 0)
		if (r->to[i] != ALIGN_NONE)
			return true;
	return false;
}

/* Is a future told in the words of the reporter, before those in marks: would not “look for someone”? */
static bool
is_reporters(const struct side *s, uint32_t place)
{
	return is_future(s, place) && s->frames.q->form == FORM_MIXED && !side_owns(s, place - 1);
}

/* Is word i, of that frame, what nobody does, without a modal word: "nobody wins"? */
static bool
is_nobodys(const struct frame *f, size_t i)
{
	return f->negation > 0 && f->negation == i && f->modal == 0;
}

/* "will" for nothing is the reporter's as often as the speaker's: "they are going to", "to speak on Monday".  But "would not
 * support" is more than "not ready to support".  A reporter says "plans to" for "are going to", and leaves it out before “close
 * the dock”, but not in "the council closed the dock". */
static bool
is_weak(const struct sense_reader *r, const struct frame *here, const struct frame *there, size_t i)
{
	if (is_nobodys(there, r->to[i]) && is_future(&r->q, here->modal) && r->q.frames.q->form == FORM_INDIRECT)
		return true;
	if (here->negation > 0 && there->negation > 0)
		return (here->modal == 0 && is_reporters(&r->root, there->modal)) || (there->modal == 0 && is_reporters(&r->q, here->modal));
	if (is_intent(&r->q, here->modal))
		return there->modal == 0 || is_future(&r->root, there->modal);
	if (is_intent(&r->root, there->modal))
		return is_future(&r->q, here->modal) || (here->modal == 0 && !is_led(r, i));
	return (is_future(&r->q, here->modal) && there->modal == 0) || (here->modal == 0 && is_future(&r->root, there->modal));
}

/* Does the next word that both have stand near in both?  One that is met by itself may be about something else. */
static bool
is_held(const struct sense_reader *r, size_t i, size_t j)
{
	for (size_t k = i + 1; k < side_words(&r->q) && k <= i + HELD; k++)
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
	const struct frame *here = &r->q.frames.of[i], *there = &r->root.frames.of[j];
	const struct quotation *q = r->q.frames.q, *root = r->root.frames.q;
	/* a quantity that was put into marks, or dropped between words taken over: not in a "stiff" of "a total stiff" */
	bool alone = here->quantity > 0 ? side_owns(&r->q, i) && root->form != FORM_INDIRECT : side_owns(&r->root, j) && is_led(r, i);

	if (here->negation > 0 && there->negation == 0 && !root->denied && is_held(r, i, j) && !negated_near(r, &r->root, j) && same_case(r, i, j))
		side_mark(&r->q, here->negation, LEVEL_NEGATION);
	if (here->negation == 0 && there->negation > 0 && !q->denied && is_held(r, i, j) && !negated_near(r, &r->q, i) && same_case(r, i, j))
		side_mark(&r->root, there->negation, LEVEL_NEGATION);
	compare_governing(r, here->number, there->number, false, LEVEL_NUMBER);
	if (!is_weak(r, here, there, i))
		compare_governing(r, here->modal, there->modal, true, LEVEL_MODALITY);
	compare_governing(r, here->quantity, there->quantity, alone, LEVEL_QUANTITY);
}

/* A denial of all is one more. */
static void
count_negations(const struct sense_reader *r, struct side *s)
{
	s->negations = s->frames.q->denied;
	s->minuses = 0;
	for (size_t i = s->from; i < s->end; i++) {
		s->negations += is_negative(r, s, i);
		s->minuses += is_negative(r, s, i) && !frames_negates(&s->frames, i);
	}
}

/* The sentences of the root from the first word taken over to the last, and the stems and negations of both sides. */
static void
find_region(struct sense_reader *r)
{
	size_t first = side_words(&r->root), last = 0;

	r->turn++;
	for (size_t i = 0; i < side_words(&r->q); i++) {
		r->in_q[side_word(&r->q, i)->stem] = r->turn;
		if (r->to[i] == ALIGN_NONE)
			continue;
		if (r->to[i] < first)
			first = r->to[i];
		last = r->to[i];
	}
	while (first > 0 && !frames_first(&r->root.frames, first))
		first--;
	for (last++; last < side_words(&r->root) && !frames_first(&r->root.frames, last);)
		last++;
	for (size_t i = first; i < last; i++) {
		uint32_t stem = side_word(&r->root, i)->stem;

		r->place[stem] = r->in_root[stem] == r->turn ? 0 : (uint32_t)i + 1;
		r->in_root[stem] = r->turn;
	}
	r->q.from = 0;
	r->q.end = side_words(&r->q);
	r->root.from = first;
	r->root.end = last;
	count_negations(r, &r->q);
	count_negations(r, &r->root);
}

/* Are of four words of content in marks three the same, in the same form? */
static bool
is_verbatim(const struct sense_reader *r)
{
	size_t own = 0, kept = 0;

	for (size_t i = 0; i < side_words(&r->q); i++) {
		if (!side_owns(&r->q, i) || !word_is_content(side_word(&r->q, i)->is))
			continue;
		own++;
		kept += r->to[i] != ALIGN_NONE && side_word(&r->q, i) == side_word(&r->root, r->to[i]);
	}
	return kept * 4 >= own * 3;
}

void
sense_reader_set(struct sense_reader *r, const struct quotation *q, const struct quotation *root, const uint32_t *to)
{
	r->to = to;
	side_read(&r->q, r->all, q);
	side_read(&r->root, r->all, root);
	find_region(r);
	for (size_t i = 0; i < q->words; i++)
		if (to[i] != ALIGN_NONE && word_is_content(side_word(&r->q, i)->is))
			compare_frames(r, i, to[i]);
	compare_places(r);
	r->verbatim = is_verbatim(r);
}
