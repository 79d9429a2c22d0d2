/* gather_rows: articles that stand in rows of columns: two columns, sfeed(5), CSV. */
#include "gather.h"

#include "csv.h"
#include "escape.h"

const char *
gather_tsv(struct gather *g, const struct record *record, struct article *out)
{
	struct slice rest = record->body;

	out->field[ARTICLE_ID] = slice_cut(&rest, '\t');
	if (rest.at == NULL)
		return "no tab between id and text";
	if (out->field[ARTICLE_ID].len == 0)
		return "empty id";
	if (slice_find(rest, '\t') < rest.len)
		return "more than two columns";
	if (record->number == 1 && gather_field_of(g, out->field[ARTICLE_ID]) == ARTICLE_ID && gather_field_of(g, rest) == ARTICLE_TEXT)
		return gather_none; /* "id TAB text": the head of a table */
	out->field[ARTICLE_TEXT] = escape_undo_slice(rest, g->arena);
	return NULL;
}

/* sfeed(5): timestamp, title, link, content, content type, id, author, enclosure, category. */
const char *
gather_sfeed(struct gather *g, const struct record *record, struct article *out)
{
	enum { TIME, TITLE, LINK, CONTENT, TYPE, ID, NEEDED = ID };
	struct slice column[ID + 1] = { 0 };
	struct slice rest = record->body;
	struct slice content;
	size_t n = 0;

	while (rest.at != NULL && n <= ID)
		column[n++] = slice_cut(&rest, '\t');
	if (n < NEEDED)
		return "fewer columns than sfeed(5) has";
	out->field[ARTICLE_ID] = column[ID].len > 0 ? column[ID] : column[LINK];
	out->field[ARTICLE_PUBLISHED] = column[TIME];
	out->field[ARTICLE_URL] = column[LINK];
	out->field[ARTICLE_TITLE] = escape_undo_slice(column[TITLE], g->arena);
	content = escape_undo_slice(column[CONTENT], g->arena);
	if (content.len == 0)
		content = out->field[ARTICLE_TITLE];
	out->field[slice_is(column[TYPE], "html") ? ARTICLE_HTML : ARTICLE_TEXT] = content;
	return NULL;
}

/* Takes the columns that the first row of a file tells. */
static const char *
read_head(struct gather *g, struct slice row, char separator)
{
	bool text = false;

	while (row.at != NULL) {
		enum article_field field = gather_field_of(g, slice_trim(csv_cut(&row, separator, g->arena)));

		for (size_t i = 0; i < g->columns; i++)
			if (g->column[i] == field)
				field = ARTICLE_FIELDS;
		MEM_GROW(g->column, g->column_cap, g->columns + 1);
		g->column[g->columns++] = field;
		text |= field == ARTICLE_TEXT || field == ARTICLE_HTML;
	}
	g->lost = !text;
	return text ? gather_none : "no column of this head holds the text; --key text=NAME tells which";
}

const char *
gather_csv(struct gather *g, const struct record *record, struct article *out)
{
	struct slice row = record->body;
	size_t n = 0;

	if (g->columns == 0)
		return read_head(g, row, record->separator);
	while (row.at != NULL) {
		struct slice field = csv_cut(&row, record->separator, g->arena);

		if (n >= g->columns)
			return "more columns than the head has";
		if (g->column[n] < ARTICLE_FIELDS)
			out->field[g->column[n]] = field;
		n++;
	}
	return n < g->columns ? "fewer columns than the head has" : NULL;
}
