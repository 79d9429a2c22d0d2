#include "tagger_decode.h"

/* So low that no score brings it up again. */
static const float NEVER = -(1 << 23);

/* The tags behind which no name is open, in rising order. */
static const uint8_t closers[DECODE_CLOSERS] = { 0, 3, 4, 7, 8, 11, 12, 15, 16 };

static four
of_types(const int32_t *tag, enum tag_place place)
{
	four of = { 0 };

	for (unsigned t = 0; t < 4; t++)
		of[t] = (float)tag[tag_of(t, place)];
	return of;
}

/* The weights of a tag as decode takes them. */
struct scores
decode_scores(const int32_t tag[MODEL_TAGS])
{
	struct scores s = { .none = (float)tag[0] };

	for (int place = 0; place < 4; place++)
		s.place[place] = of_types(tag, (enum tag_place)place);
	return s;
}

/* The steps to a tag. */
static struct scores
steps_to(int32_t step[MODEL_TAGS + 1][MODEL_TAGS], unsigned tag)
{
	int32_t from[MODEL_TAGS];

	for (unsigned before = 0; before < MODEL_TAGS; before++)
		from[before] = step[before][tag];
	return decode_scores(from);
}

/* The steps from the start, or a closer: to no tag within a name. */
static struct scores
steps_from(const int32_t step[MODEL_TAGS])
{
	struct scores s = decode_scores(step);

	s.place[TAG_INSIDE] = s.place[TAG_LAST] = (four){ NEVER, NEVER, NEVER, NEVER };
	return s;
}

void
decode_steps(struct steps *s, int32_t step[MODEL_TAGS + 1][MODEL_TAGS])
{
	for (unsigned c = 0; c < DECODE_CLOSERS; c++) {
		struct scores from = decode_scores(step[closers[c]]);

		s->begin[c] = from.place[TAG_BEGIN];
		s->unit[c] = from.place[TAG_UNIT];
	}
	for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
		s->to[tag] = steps_to(step, tag);
	for (unsigned t = 0; t < 4; t++) {
		const struct scores *inside = &s->to[tag_of(t, TAG_INSIDE)], *last = &s->to[tag_of(t, TAG_LAST)];

		s->begin_inside[t] = inside->place[TAG_BEGIN][t];
		s->begin_last[t] = last->place[TAG_BEGIN][t];
		s->inside_inside[t] = inside->place[TAG_INSIDE][t];
		s->inside_last[t] = last->place[TAG_INSIDE][t];
	}
	s->first = steps_from(step[MODEL_TAGS]);
	s->behind_none = steps_from(step[0]);
}

static inline four
all(float n)
{
	return (four){ n, n, n, n };
}

/* The greatest of four. */
static inline float
greatest(four a)
{
	a = greater(a, (four){ a[2], a[3], a[0], a[1] });
	return a[0] > a[1] ? a[0] : a[1];
}

/* What a name comes to that begins, by these steps, behind the best closer. */
static inline four
begun_behind(const four step[DECODE_CLOSERS], const struct scores *ends)
{
	const four last = ends->place[TAG_LAST], unit = ends->place[TAG_UNIT];
	four best = all(ends->none) + step[0];

#pragma GCC unroll 4
	for (unsigned t = 0; t < 4; t++)
		best = greater(best, greater(all(last[t]) + step[2 * t + 1], all(unit[t]) + step[2 * t + 2]));
	return best;
}

/* From what the best sequences come to that end with each tag, to those with one token more and its score. */
static inline struct scores
go_on(const struct steps *s, const struct scores *ends, const struct scores *score)
{
	const four begun = ends->place[TAG_BEGIN], inside = ends->place[TAG_INSIDE];
	const float none = ends->none + s->to[0].none;
	const float named = greatest(greater(ends->place[TAG_LAST] + s->to[0].place[TAG_LAST], ends->place[TAG_UNIT] + s->to[0].place[TAG_UNIT]));

	return (struct scores){
		{ begun_behind(s->begin, ends) + score->place[TAG_BEGIN],
		  greater(begun + s->begin_inside, inside + s->inside_inside) + score->place[TAG_INSIDE],
		  greater(begun + s->begin_last, inside + s->inside_last) + score->place[TAG_LAST],
		  begun_behind(s->unit, ends) + score->place[TAG_UNIT] },
		(named > none ? named : none) + score->none
	};
}

/* The closer that is best before a tag to which these steps lead: of equal ones the last. */
static unsigned
closer_before(const struct scores *step, const struct scores *ends)
{
	const four last = ends->place[TAG_LAST] + step->place[TAG_LAST], unit = ends->place[TAG_UNIT] + step->place[TAG_UNIT];
	const float named = greatest(greater(last, unit));

	if (ends->none + step->none > named)
		return 0;
	for (unsigned t = 4; t-- > 0;) {
		if (unit[t] == named)
			return tag_of(t, TAG_UNIT);
		if (last[t] == named)
			return tag_of(t, TAG_LAST);
	}
	return 0;
}

/* The tag before one of the best sequence. */
static unsigned
step_back(const struct scores *step, const struct scores *ends, unsigned tag)
{
	unsigned type = (tag - 1) / 4, place = (tag + 3) % 4;

	if (tag == 0 || place == TAG_BEGIN || place == TAG_UNIT)
		return closer_before(step, ends);
	return tag_of(type, ends->place[TAG_BEGIN][type] + step->place[TAG_BEGIN][type] >=
	    ends->place[TAG_INSIDE][type] + step->place[TAG_INSIDE][type] ? TAG_BEGIN : TAG_INSIDE);
}

/* The best tag of a last token: of equal ones the first. */
static unsigned
last_tag(const struct scores *ends)
{
	const four last = ends->place[TAG_LAST], unit = ends->place[TAG_UNIT];
	const float named = greatest(greater(last, unit));

	if (ends->none >= named)
		return 0;
	for (unsigned t = 0; t < 4; t++) {
		if (last[t] == named)
			return tag_of(t, TAG_LAST);
		if (unit[t] == named)
			return tag_of(t, TAG_UNIT);
	}
	return 0;
}

void
decode(const struct scores *score, const struct steps *s, bool behind_none, bool before_none, size_t n, uint8_t *tag)
{
	const struct scores *start = behind_none ? &s->behind_none : &s->first;
	struct scores ends[STRETCH_MAX];
	unsigned best;

	for (unsigned place = 0; place < 4; place++)
		ends[0].place[place] = start->place[place] + score[0].place[place];
	ends[0].none = start->none + score[0].none;
	for (size_t i = 1; i < n; i++)
		ends[i] = go_on(s, &ends[i - 1], &score[i]);
	best = before_none ? closer_before(&s->to[0], &ends[n - 1]) : last_tag(&ends[n - 1]);
	for (size_t i = n - 1; i > 0; best = step_back(&s->to[best], &ends[--i], best))
		tag[i] = (uint8_t)best;
	tag[0] = (uint8_t)best;
}
