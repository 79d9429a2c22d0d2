/* entity: each row is a text with the mentions that the rules find in brackets, [type:words]. */
#include "buf.h"
#include "entity_test.h"
#include "utf8.h"

static const struct {
	const char *does, *text;
} rows[] = {
	{ "countries, their demonyms and abbreviations",
	    "Talks between [place:Norway] and the [place:U.S.] worried [group:Danish] fishermen." },
	{ "an abbreviation that is a word counts only as it is written", "The plan was put before us in the [place:US] again." },
	{ "a title before a name is no part of it", "We met Mr. [person:Tarn] and Dr. [person:Ida Holm] there." },
	{ "an office before a name", "Then Foreign Minister [person:Ana Tarn] left." },
	{ "the short form of a name given in full", "[person:Ana Tarn] spoke first. Later [person:Tarn] left the hall." },
	{ "initials and particles within a name", "The author is [person:J. R. van Aken], they say." },
	{ "initials in one word", "The book is by [person:J.K. Tarn] and others." },
	{ "an organisation by its last word", "He works for the [org:Veldmark Fisheries Council] now." },
	{ "an organisation by its first words", "She left the [org:Ministry of Foreign Affairs] early." },
	{ "an organisation that the list has", "A spokesman for the [org:World Health Organization] agreed." },
	{ "a place by its last word", "They crossed the [place:Orla River] at dawn." },
	{ "a place by what stands before it", "The ship was built in [place:Skarholm] and sold." },
	{ "a capital that only begins the sentence is no name", "Fishermen were angry. Nobody came." },
	{ "a month or a weekday is none", "They will meet on Monday, in March." },
	{ "a headline's capitals are no names", "[place:Norway] Warns Fishermen About New Rules\nThey said so." },
};

/* text without its brackets into plain. */
static void
strip(struct buf *plain, const char *text)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '[')
			p = strchr(p, ':');
		else if (*p != ']')
			buf_byte(plain, *p);
	}
}

static void
bracket(struct buf *got, struct slice text, const struct entity_list *list)
{
	size_t at = 0;

	for (size_t k = 0; k < list->len; k++) {
		const struct mention *m = &list->at[k];

		buf_add(got, slice_sub(text, at, m->start));
		buf_byte(got, '[');
		buf_string(got, entity_type_name(m->type));
		buf_byte(got, ':');
		buf_add(got, slice_sub(text, m->start, m->end));
		buf_byte(got, ']');
		at = m->end;
	}
	buf_add(got, slice_sub(text, at, text.len));
}

static void
test_row(struct entity_rules *rules, size_t i)
{
	struct buf plain = { 0 }, got = { 0 };
	struct entity_list list = { 0 };
	struct doc d = { 0 };

	strip(&plain, rows[i].text);
	d.text = buf_slice(&plain);
	entity_scan(&rules->gazetteer, &d, &rules->scan);
	entity_find(&rules->gazetteer, &rules->scan, &list);
	bracket(&got, d.text, &list);
	tap_same(buf_slice(&got), slice_from(rows[i].text), rows[i].does);
	mem_free(list.at);
	buf_free(&plain);
	buf_free(&got);
	doc_free(&d);
}

/* Pieces that random texts are made of: names beside every script, marks that combine, emoji, and stray quotation marks. */
static const char *const pieces[] = {
	"Ana Tarn", "İstanbul", "STRAẞE", "straße", "Łódź", "A\xCC\x8Anna", "N\xCC\x83oño", "👩‍🚀", "🇳🇴", "Kim Jong‑un", "北京", "東京都", "Москва", "Αθήνα",
	"الرياض", "नई दिल्ली", "U.S.", "Mr.", "Dr. ", "J. R.", " ", " ", " ", "\n", "\n\n", ".", ", ", "-", "‑", "'", "’s", "“", "”", "\"", "(", ")", "the ", "of ",
	"Bank", "River", "al-", "van ", "Lake ", "University of ", "Norway", "said", "ǅungla", "ﬁnland", "\xE2\x80\x8D", "\xCC\x81", "3", "Inc", "III", "@", "_",
};

static bool
sound(const struct mention *m, const struct slice text, size_t after)
{
	return m->start >= after && m->start < m->end && m->end <= text.len && utf8_boundary(text, m->start) &&
	    utf8_boundary(text, m->end) && m->type != ENTITY_NONE && m->confidence >= 0 && m->confidence <= 100 &&
	    utf8_valid(m->id) == m->id.len && utf8_valid(m->name) == m->name.len;
}

/* Every span of a random text is cut at code points, and none overlaps another. */
static void
test_random(struct entity_rules *rules, size_t texts)
{
	struct entity_list list = { 0 };
	struct buf text = { 0 };
	struct doc d = { 0 };
	uint64_t r = 88172645463325252U;
	size_t bad = 0, found = 0;

	for (size_t n = 0; n < texts; n++) {
		size_t after = 0;

		buf_clear(&text);
		for (size_t k = 0; k < 40; k++) {
			r ^= r << 13;
			r ^= r >> 7;
			r ^= r << 17;
			buf_string(&text, pieces[r % (sizeof pieces / sizeof *pieces)]);
		}
		doc_reset(&d);
		d.text = buf_slice(&text);
		link_names(rules, &d, &list);
		for (size_t k = 0; k < list.len; k++) {
			bad += !sound(&list.at[k], d.text, after);
			after = list.at[k].end;
		}
		found += list.len;
	}
	tap_ok(bad == 0, "every span of random text in any script is cut at code points, none overlaps");
	tap_ok(found > texts, "and random text has names");
	mem_free(list.at);
	buf_free(&text);
	doc_free(&d);
}

int
main(void)
{
	struct entity_rules rules = { 0 };

	gazetteer_open(&rules.gazetteer, "en");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		test_row(&rules, i);
	test_random(&rules, 5000);
	entity_scan_free(&rules.scan);
	gazetteer_close(&rules.gazetteer);
	return tap_done();
}
