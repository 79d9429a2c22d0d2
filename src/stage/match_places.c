/* match_places: names, numbers and days that two wordings have in other places. */
#include "match_compare.h"

enum { ASIDE = 6 }; /* words on a side of one that do it, or suffer it */

/* The only place of word i in the root's sentences, plus 1; 0 if there is none, or a second. */
static uint32_t
place_in_root(const struct sense_reader *r, size_t i)
{
	uint32_t stem = side_word(&r->q, i)->stem;

	return r->in_root[stem] == r->turn ? r->place[stem] : 0;
}

/* The same, plus 1, of a name that stands in the marks of both. */
static uint32_t
place_of_name(const struct sense_reader *r, size_t i)
{
	uint32_t place = place_in_root(r, i);

	if (place == 0 || !frames_named(&r->q.frames, i) || !side_owns(&r->q, i))
		return 0;
	return side_owns(&r->root, place - 1) && frames_named(&r->root.frames, place - 1) ? place : 0;
}

/* "Portugal owes Spain" for "Spain owes Portugal": names round a word of content that stand the other way round. */
static void
compare_names(struct sense_reader *r)
{
	uint32_t last = 0;   /* the place of the name before */
	bool content = false; /* behind it */

	for (size_t i = 0; i < side_words(&r->q); i++) {
		uint32_t place = place_of_name(r, i);

		if (frames_first(&r->q.frames, i))
			last = 0;
		if (place > 0) {
			if (content && place + 1 < last)
				side_mark(&r->q, (uint32_t)i + 1, LEVEL_PARTY);
			last = place;
			content = false;
		} else {
			content |= word_is_content(side_word(&r->q, i)->is);
		}
	}
}

static bool
is_content(const struct side *s, size_t i)
{
	return word_is_content(side_word(s, i)->is);
}

/* Words [from, to) of content that stand in a row. */
struct row_of {
	size_t from, to;
};

/* The row before word i, and the one behind it, in its sentence; few other words may stand between. */
static struct row_of
row_before(const struct side *s, size_t i)
{
	struct row_of row = { i, i };

	for (size_t n = 0; n < ASIDE && row.from > 0 && !frames_first(&s->frames, row.from); n++) {
		if (is_content(s, row.from - 1))
			row.from--;
		else if (row.from == row.to)
			row.to = --row.from;
		else
			break;
	}
	return row;
}

static struct row_of
row_behind(const struct side *s, size_t i)
{
	struct row_of row = { i + 1, i + 1 };

	for (size_t n = 0; n < ASIDE && row.to < side_words(s) && !frames_first(&s->frames, row.to); n++) {
		if (is_content(s, row.to))
			row.to++;
		else if (row.from == row.to)
			row.from = ++row.to;
		else
			break;
	}
	return row;
}

/* The place in q, plus 1, of a word that both rows have, a name if there is one; 0 if there is none. */
static uint32_t
meets(const struct sense_reader *r, struct row_of here, struct row_of there)
{
	uint32_t found = 0;

	for (size_t i = here.from; i < here.to; i++)
		for (size_t k = there.from; k < there.to; k++)
			if (side_word(&r->q, i)->stem == side_word(&r->root, k)->stem && (found == 0 || frames_named(&r->q.frames, i)))
				found = (uint32_t)i + 1;
	return found;
}

/* "The pilots betrayed Okoro" for "Okoro betrayed the pilots": two words, one of them a name, that have changed sides of a third. */
static void
compare_sides(struct sense_reader *r)
{
	for (size_t i = 0; i < side_words(&r->q); i++) {
		uint32_t place = is_content(&r->q, i) ? place_in_root(r, i) : 0, left, right;
		struct row_of here, there;

		if (place == 0)
			continue;
		here = row_behind(&r->q, i);
		there = row_behind(&r->root, place - 1);
		left = meets(r, row_before(&r->q, i), there);
		right = meets(r, here, row_before(&r->root, place - 1));
		if (left == 0 || right == 0 || (!frames_named(&r->q.frames, left - 1) && !frames_named(&r->q.frames, right - 1)))
			continue;
		if (frames_passive(&r->q.frames, here.from) != frames_passive(&r->root.frames, there.from))
			continue;
		side_mark(&r->q, left, LEVEL_PARTY);
		side_mark(&r->q, right, LEVEL_PARTY);
	}
}

/* "At least eighteen months" for "at least eight months", wherever it stands. */
static void
compare_counts(struct sense_reader *r)
{
	for (size_t i = 0; i < side_words(&r->q); i++) {
		uint32_t place = place_in_root(r, i), here = r->q.frames.of[i].number, there;

		if (place == 0 || here == 0)
			continue;
		there = r->root.frames.of[place - 1].number;
		if (there > 0 && side_alone(r, &r->q, here - 1) && side_alone(r, &r->root, there - 1))
			side_mark(&r->q, here, LEVEL_NUMBER);
	}
}

static bool
is_weekday(const struct side *s, uint32_t place)
{
	return slice_ends(s->frames.all->vocabulary.names.text[side_word(s, place - 1)->stem], "day");
}

/* The place plus 1 of the only day or month that the other has not; 0 if there is none, or a second. */
static uint32_t
only_date(const struct sense_reader *r, const struct side *s)
{
	uint32_t found = 0;

	for (size_t i = s->from; i < s->end; i++) {
		if (side_word(s, i)->is != WORD_TIME || !side_alone(r, s, i))
			continue;
		if (found > 0)
			return 0;
		found = (uint32_t)i + 1;
	}
	return found;
}

/* "on Friday" for "Thursday's match", wherever it stands. */
static void
compare_dates(struct sense_reader *r)
{
	uint32_t here = only_date(r, &r->q), there = only_date(r, &r->root);

	if (here > 0 && there > 0 && is_weekday(&r->q, here) == is_weekday(&r->root, there))
		side_mark(&r->q, here, LEVEL_DATE);
}

void
compare_places(struct sense_reader *r)
{
	compare_names(r);
	compare_sides(r);
	compare_counts(r);
	compare_dates(r);
}
