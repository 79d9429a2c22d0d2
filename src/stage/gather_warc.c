/* gather_warc: the heads of WARC records; of WET archives, the conversions are the texts of pages. */
#include <stdint.h>

#include "gather.h"

/* Common Crawl tells languages by ISO 639-3, and the stream by 639-1 where it can. */
static struct slice
language(struct slice code)
{
	static const char three[][4] = {
		"eng", "deu", "fra", "spa", "por", "rus", "ukr", "ita", "nld", "pol", "zho", "jpn", "ara", "kor", "tur"
	};
	static const char two[][3] = {
		"en", "de", "fr", "es", "pt", "ru", "uk", "it", "nl", "pl", "zh", "ja", "ar", "ko", "tr"
	};

	code = slice_sub(code, 0, slice_find(code, ','));
	for (size_t i = 0; i < sizeof two / sizeof *two; i++)
		if (slice_is(code, three[i]))
			return slice_from(two[i]);
	return code;
}

/* "<urn:uuid:4c1f…>" without what all of them share. */
static struct slice
record_id(struct slice value)
{
	if (slice_starts(value, "<urn:uuid:") && slice_ends(value, ">"))
		return slice_sub(value, strlen("<urn:uuid:"), value.len - 1);
	return value;
}

/* Is name, in any case, the one wanted, which is in lower case? */
static bool
is(struct slice name, const char *wanted)
{
	if (name.len != strlen(wanted))
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];

		if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != wanted[i])
			return false;
	}
	return true;
}

void
gather_warc_line(struct gather *g, struct slice line, struct warc_head *head)
{
	struct slice value = line;
	struct slice name = slice_trim(slice_cut(&value, ':'));
	struct slice *field = head->article.field;

	if (value.at == NULL)
		return;
	value = slice_trim(value);
	if (is(name, "content-length") && !slice_number(value, &head->length))
		head->length = SIZE_MAX;
	else if (is(name, "warc-type"))
		head->conversion = slice_is(value, "conversion");
	else if (is(name, "warc-record-id"))
		field[ARTICLE_ID] = arena_copy(g->arena, record_id(value));
	else if (is(name, "warc-target-uri"))
		field[ARTICLE_URL] = arena_copy(g->arena, value);
	else if (is(name, "warc-date"))
		field[ARTICLE_PUBLISHED] = arena_copy(g->arena, value);
	else if (is(name, "warc-identified-content-language"))
		field[ARTICLE_LANG] = arena_copy(g->arena, language(value));
}
