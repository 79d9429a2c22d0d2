/* The parts of match-quotes that are functions of words: stems, speakers, days, alignment. */
#include "align.h"
#include "lexicon.h"
#include "match.h"
#include "match_quote.h"
#include "match_speaker.h"
#include "match_stem.h"
#include "sorter.h"
#include "tap.h"

static void
stems(void)
{
	static const char *const pairs[][2] = {
		{ "supplied", "supply" }, { "supplies", "supply" }, { "planned", "plan" }, { "weapons", "weapon" },
		{ "attacking", "attacked" }, { "nations", "nation" }, { "careless", "careless" }, { "status", "status" },
	};

	struct affixes endings = affixes_new("en", "stem");

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct buf a = { 0 }, b = { 0 };

		match_stem(&a, &endings, slice_from(pairs[i][0]));
		match_stem(&b, &endings, slice_from(pairs[i][1]));
		tap_ok(slice_eq(buf_slice(&a), buf_slice(&b)), pairs[i][0]);
		buf_free(&a);
		buf_free(&b);
	}
	affixes_free(&endings);
}

static void
speakers(void)
{
	static const struct {
		const char *id, *words, *other_id, *other_words;
		enum kin kin;
		const char *what;
	} rows[] = {
		{ "person:ines-barroso", "", "person:ines-barroso", "", KIN_SAME, "one id" },
		{ "person:ines-barroso", "", "person:barroso", "", KIN_SAME, "a surname and the full name" },
		{ "person:ines-barroso", "", "person:tomas-barroso", "", KIN_UNKNOWN, "two persons of one surname" },
		{ "country:pt", "", "anon:pt-official", "", KIN_NEAR, "a country and its official" },
		{ "country:pt", "", "anon:es-official", "", KIN_UNKNOWN, "a country and what is described as an official of another" },
		{ "country:pt", "", "country:es", "", KIN_STRANGER, "two countries" },
		{ "person:ines-barroso", "", "country:pt", "", KIN_UNKNOWN, "a person and a country" },
		{ "", "Mayor Belmiro Sarrazola", "", "Sarrazola", KIN_SAME, "names without ids" },
		{ "", "Mayor Belmiro Sarrazola", "", "Vidar Holmsen", KIN_STRANGER, "two names without ids" },
		{ "", "she", "", "Vidar Holmsen", KIN_UNKNOWN, "a pronoun" },
		{ "", "the Liberal front-runner", "", "Vidar Holmsen", KIN_UNKNOWN, "a description with a capital in it" },
		{ "", "a Holmsen aide", "", "Vidar Holmsen", KIN_UNKNOWN, "whose aide it is is not he" },
		{ "", "The old captain, Vidar Holmsen, who sails", "", "Holmsen", KIN_SAME, "a name behind a comma" },
	};
	struct arena arena = { 0 };
	struct lexicon *classes = lexicon_new();

	match_list(classes, lexicon_builtin("en", "words"));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct speaker a, b;
		bool known = speaker_read(&a, slice_from(rows[i].id), slice_from(""), slice_from(rows[i].words), classes, &arena);
		bool other = speaker_read(&b, slice_from(rows[i].other_id), slice_from(""), slice_from(rows[i].other_words), classes, &arena);

		tap_ok(speaker_kin(known ? &a : NULL, other ? &b : NULL) == rows[i].kin, rows[i].what);
	}
	lexicon_free(classes);
	arena_free(&arena);
}

static void
days(void)
{
	tap_ok(day_of(slice_from("1970-01-01")) == 0, "the first day is 0");
	tap_ok(day_of(slice_from("2000-03-01T10:00:00Z")) == 11017, "a leap year, with a time");
	tap_ok(day_of(slice_from("2026-02-28")) + 1 == day_of(slice_from("2026-03-01")), "no leap year");
	tap_ok(day_of(slice_from("last Monday")) == NO_DAY && day_of(slice_from("")) == NO_DAY, "no date");
	tap_ok(instant_of(slice_from("1970-01-01T00:00:01Z")) == 1, "an instant");
	tap_ok(instant_of(slice_from("2024-03-03T23:30:00-05:00")) == instant_of(slice_from("2024-03-04T04:30Z")), "another zone");
	tap_ok(instant_of(slice_from("2024-03-04T03:00+0530")) == instant_of(slice_from("2024-03-03T21:30")), "none is UTC");
	tap_ok(instant_of(slice_from("2024-03-03")) == instant_of(slice_from("2024-03-03T12:00Z")), "a date is its noon");
	tap_ok(instant_of(slice_from("Monday")) == NO_INSTANT, "no instant");
}

/* Words are letters here: what of a stands where in b, as digits, '-' for nothing. */
static void
alignments(void)
{
	static const struct {
		const char *a, *b, *expected, *what;
	} rows[] = {
		{ "abc", "abc", "012", "the same words" },
		{ "bc", "abcd", "12", "a part" },
		{ "axc", "abc", "0-2", "a word changed" },
		{ "ad", "abcd", "03", "words left out" },
		{ "ab", "axbab", "34", "a run is preferred to scattered words" },
		{ "", "abc", "", "no words" },
	};
	struct aligner aligner = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t a[8], b[8], to[8];
		char got[9] = "";
		size_t na = strlen(rows[i].a), nb = strlen(rows[i].b);

		for (size_t k = 0; k < na; k++)
			a[k] = (uint32_t)rows[i].a[k];
		for (size_t k = 0; k < nb; k++)
			b[k] = (uint32_t)rows[i].b[k];
		align_words(&aligner, (struct align_text){ a, na }, (struct align_text){ b, nb }, NULL, to);
		for (size_t k = 0; k < na; k++)
			got[k] = to[k] == ALIGN_NONE ? '-' : (char)('0' + to[k]);
		tap_same(slice_from(got), slice_from(rows[i].expected), rows[i].what);
	}
	align_free(&aligner);
}

/* Of texts of more words than a table is made for, a part is matched: b's around its longest run of a's. */
static void
long_alignments(void)
{
	enum { WORDS = 2 * ALIGN_WORDS, FROM = 1500 };
	static uint32_t a[WORDS], b[2 * WORDS], to[WORDS];
	struct aligner aligner = { 0 };
	size_t met = 0, alone = 0;

	for (uint32_t i = 0; i < WORDS; i++)
		a[i] = i;
	for (uint32_t i = 0; i < 2 * WORDS; i++)
		b[i] = i >= FROM && i < FROM + 200 ? 100 + i - FROM : WORDS + i;
	align_words(&aligner, (struct align_text){ a, WORDS }, (struct align_text){ b, 2 * WORDS }, NULL, to);
	for (size_t i = 0; i < WORDS; i++) {
		met += i >= 100 && i < 300 && to[i] == FROM + i - 100;
		alone += to[i] == ALIGN_NONE;
	}
	tap_ok(met == 200 && alone == WORDS - 200, "a run within long texts");
	align_words(&aligner, (struct align_text){ a, WORDS }, (struct align_text){ b, FROM }, NULL, to);
	for (alone = 0; alone < WORDS && to[alone] == ALIGN_NONE;)
		alone++;
	tap_ok(alone == WORDS, "long texts without a word in common");
	align_free(&aligner);
}

static void
sorting(size_t memory, const char *does)
{
	struct sorter s = { .memory = memory };
	struct record r, last = { 0, 0 };
	uint64_t n = 1;
	size_t taken = 0;
	bool ordered = true;

	for (size_t i = 0; i < 5000; i++) {
		n = n * 6364136223846793005u + 1442695040888963407u;
		sorter_add(&s, n >> 60, n >> 32 & 0xFFFF);
	}
	sorter_sort(&s);
	for (; sorter_next(&s, &r); last = r, taken++)
		ordered = ordered && (r.key > last.key || (r.key == last.key && r.value >= last.value));
	tap_ok(ordered && taken == 5000, does);
	sorter_free(&s);
}

int
main(void)
{
	stems();
	speakers();
	days();
	alignments();
	long_alignments();
	sorting(0, "records come back in order");
	sorting(4000, "records come back in order from sort(1)");
	return tap_done();
}
