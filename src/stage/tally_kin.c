#include "tally_kin.h"

#include "match_noun.h"
#include "tally_fact.h"
#include "tally_matter.h"

static const struct slice none = { "", 0 };

static bool
is_described(struct slice speaker)
{
	return slice_starts(speaker, "anon:");
}

struct slice
tally_noun(struct vocabulary *words, struct cut *cut, const struct row *r)
{
	bool described = is_described(r->field[QUOTE_SPEAKER_ID]);
	uint32_t noun = described ? match_noun(words, cut, row_speaker(r)) : NO_NOUN;

	return noun != NO_NOUN ? words->names.text[noun] : none;
}

/* "anon:doctor" is a doctor and a nurse. */
static bool
same_noun(struct slice a, struct slice b)
{
	return a.len == 0 || b.len == 0 || slice_eq(a, b);
}

/* "person:ida-brandt" and "org:ida-brandt" are one whose type was mistaken. */
static bool
same_name(struct slice a, struct slice b)
{
	return !is_described(a) && !is_described(b) && slice_cut(&a, ':').len > 0 && slice_cut(&b, ':').len > 0 && a.len > 0 && slice_eq(a, b);
}

enum kin
tally_kin(const struct slice *part, const struct slice *other)
{
	struct slice a = part[PART_SPEAKER], b = other[PART_SPEAKER];
	struct arena arena = { 0 };
	struct speaker x, y;
	enum kin kin = KIN_UNKNOWN;

	if (slice_eq(a, b))
		return same_noun(part[PART_NOUN], other[PART_NOUN]) ? KIN_SAME : KIN_UNKNOWN;
	if (same_name(a, b))
		return KIN_SAME;
	if (speaker_read(&x, a, none, none, NULL, &arena) && speaker_read(&y, b, none, none, NULL, &arena))
		kin = speaker_kin(&x, &y);
	arena_free(&arena);
	return kin;
}
