#include "tagger_decode.h"

/* So low that no score brings it up again, and so high that it can be shifted. */
static const int32_t NEVER = INT32_MIN / 128;

enum { FROM_SHIFT = 5 }; /* a sum carries in its low bits where it comes from: of equal ones the greater wins */

/* The tags behind which no name is open, in rising order. */
static const uint8_t closers[DECODE_CLOSERS] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 };

static four
shifted(four a)
{
	return a * (1 << FROM_SHIFT);
}

static four
of_types(const int32_t *tag, enum tag_place place)
{
	return (four){ tag[tag_of(0, place)], tag[tag_of(1, place)], tag[tag_of(2, place)], tag[tag_of(3, place)] };
}

/* The weights of a tag as decode takes them. */
struct scores
decode_scores(const int32_t tag[MODEL_TAGS])
{
	struct scores s = { .none = tag[0] };

	for (int place = 0; place < 4; place++)
		s.place[place] = of_types(tag, (enum tag_place)place);
	return s;
}

static int32_t
score_of(const struct scores *s, unsigned tag)
{
	return tag == 0 ? s->none : s->place[(tag - 1) % 4][(tag - 1) / 4];
}

void
decode_steps(struct steps *s, int32_t step[MODEL_TAGS + 1][MODEL_TAGS])
{
	struct scores begun = { .none = 0 }, inside = { .none = 0 };

	for (unsigned c = 0; c < DECODE_CLOSERS; c++) {
		struct scores from = decode_scores(step[closers[c]]);

		s->begin[c] = shifted(from.place[TAG_BEGIN]);
		s->unit[c] = shifted(from.place[TAG_UNIT]);
	}
	s->none_none = step[0][0] * (1 << FROM_SHIFT);
	for (unsigned t = 0; t < 4; t++) {
		s->last_none[t] = step[tag_of(t, TAG_LAST)][0] * (1 << FROM_SHIFT);
		s->unit_none[t] = step[tag_of(t, TAG_UNIT)][0] * (1 << FROM_SHIFT);
		for (int place = 0; place < 4; place++) {
			begun.place[place][t] = step[tag_of(t, TAG_BEGIN)][tag_of(t, (enum tag_place)place)];
			inside.place[place][t] = step[tag_of(t, TAG_INSIDE)][tag_of(t, (enum tag_place)place)];
		}
	}
	s->begin_inside = shifted(begun.place[TAG_INSIDE]);
	s->begin_last = shifted(begun.place[TAG_LAST]);
	s->inside_inside = shifted(inside.place[TAG_INSIDE]);
	s->inside_last = shifted(inside.place[TAG_LAST]);
	s->first = decode_scores(step[MODEL_TAGS]);
	s->first.place[TAG_INSIDE] = s->first.place[TAG_LAST] = (four){ NEVER, NEVER, NEVER, NEVER };
}

static inline four
all(int32_t n)
{
	return (four){ n, n, n, n };
}

/* The greatest of four. */
static inline int32_t
greatest(four a)
{
	a = greater(a, (four){ a[2], a[3], a[0], a[1] });
	return a[0] > a[1] ? a[0] : a[1];
}

/* What a name comes to that begins, by these steps, behind the best closer: no name, or those of last and unit. */
static inline four
begun_behind(const four step[DECODE_CLOSERS], int32_t none, four last, four unit)
{
	four a = greater(all(last[0]) + step[1], all(unit[0]) + step[2]), b = greater(all(last[1]) + step[3], all(unit[1]) + step[4]);
	four c = greater(all(last[2]) + step[5], all(unit[2]) + step[6]), d = greater(all(last[3]) + step[7], all(unit[3]) + step[8]);

	return greater(all(none) + step[0], greater(greater(a, b), greater(c, d)));
}

/* From what the best sequences come to that end with each tag, to those with one token more, without its own score: shifted,
 * and in the low bits the closer before it, or whether it is the begin that goes on. */
static inline struct scores
go_on(const struct steps *s, const struct scores *ends)
{
	const four last = shifted(ends->place[TAG_LAST]) + (four){ 3, 7, 11, 15 };
	const four unit = shifted(ends->place[TAG_UNIT]) + (four){ 4, 8, 12, 16 };
	const four begun = shifted(ends->place[TAG_BEGIN]) + 1, inside = shifted(ends->place[TAG_INSIDE]);
	const int32_t none = ends->none * (1 << FROM_SHIFT);
	const int32_t named = greatest(greater(last + s->last_none, unit + s->unit_none));

	return (struct scores){
		{ begun_behind(s->begin, none, last, unit), greater(begun + s->begin_inside, inside + s->inside_inside),
		  greater(begun + s->begin_last, inside + s->inside_last), begun_behind(s->unit, none, last, unit) },
		named > none + s->none_none ? named : none + s->none_none
	};
}

/* The sums without their low bits, and with the scores of a token. */
static inline struct scores
with_scores(const struct scores *sum, const struct scores *score)
{
	return (struct scores){
		{ (sum->place[0] >> FROM_SHIFT) + score->place[0], (sum->place[1] >> FROM_SHIFT) + score->place[1],
		  (sum->place[2] >> FROM_SHIFT) + score->place[2], (sum->place[3] >> FROM_SHIFT) + score->place[3] },
		(sum->none >> FROM_SHIFT) + score->none
	};
}

/* The tag before one of the best sequence, from the sums of its token. */
static unsigned
step_back(const struct scores *sum, unsigned tag)
{
	unsigned from = (unsigned)score_of(sum, tag) & ((1 << FROM_SHIFT) - 1), place = (tag + 3) % 4;

	if (tag == 0 || place == TAG_BEGIN || place == TAG_UNIT)
		return from;
	return tag_of((tag - 1) / 4, from == 1 ? TAG_BEGIN : TAG_INSIDE);
}

void
decode(const struct scores *score, const struct steps *s, size_t n, uint8_t *tag)
{
	struct scores sum[STRETCH_MAX], ends = s->first;
	unsigned best = 0;

	for (unsigned place = 0; place < 4; place++)
		ends.place[place] += score[0].place[place];
	ends.none += score[0].none;
	for (size_t i = 1; i < n; i++) {
		sum[i] = go_on(s, &ends);
		ends = with_scores(&sum[i], &score[i]);
	}
	for (unsigned c = 1; c < DECODE_CLOSERS; c++)
		if (score_of(&ends, closers[c]) > score_of(&ends, best))
			best = closers[c];
	for (size_t i = n; i-- > 0; best = i > 0 ? step_back(&sum[i], best) : 0)
		tag[i] = (uint8_t)best;
}
