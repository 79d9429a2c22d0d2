/* gather_warc: records of WET archives, whose conversions are the texts of pages. */
#include "gather.h"

/* "<urn:uuid:4c1f…>" without what all of them share. */
static struct slice
record_id(struct slice value)
{
	if (slice_starts(value, "<urn:uuid:") && slice_ends(value, ">"))
		return slice_sub(value, strlen("<urn:uuid:"), value.len - 1);
	return value;
}

/* Takes in a line of the head; false if it says that the record is no text of a page. */
static bool
take_line(struct slice line, struct article *out)
{
	static const struct {
		const char *name;
		enum article_field field;
	} lines[] = {
		{ "warc-target-uri", ARTICLE_URL }, { "warc-date", ARTICLE_PUBLISHED }, { "warc-record-id", ARTICLE_ID },
		{ "warc-identified-content-language", ARTICLE_LANG }
	};
	struct slice value = line;
	struct slice name = slice_trim(slice_cut(&value, ':'));

	value = slice_trim(value);
	if (slice_is_fold(name, "warc-type"))
		return slice_is(value, "conversion");
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		if (slice_is_fold(name, lines[i].name))
			out->field[lines[i].field] = value;
	return true;
}

const char *
gather_wet(struct gather *g, const struct record *record, struct article *out)
{
	struct slice head = arena_copy(g->arena, record->head);

	while (head.at != NULL)
		if (!take_line(slice_cut(&head, '\n'), out))
			return gather_none;
	out->field[ARTICLE_ID] = record_id(out->field[ARTICLE_ID]);
	out->field[ARTICLE_TEXT] = record->body;
	return NULL;
}
