/* normalize_doc: the rows of a document, repaired. */
#include "normalize.h"

#include "utf8.h"

/* A field that holds a name or an address: only what would break the stream is taken out of it. */
static struct slice
clean_field(struct doc *d, struct slice s)
{
	struct buf b;
	size_t len, i;

	for (i = utf8_valid(s) == s.len ? 0 : s.len; i < s.len && (unsigned char)s.at[i] >= ' '; i++)
		;
	if (s.len == 0 || (i == s.len && utf8_valid(s) == s.len))
		return s;
	b = (struct buf){ arena_alloc(&d->arena, 3 * s.len), 0, 3 * s.len };
	for (i = 0; i < s.len; i += len)
		if (utf8_at(s, i, &len) == UTF8_BAD)
			buf_string(&b, "\xEF\xBF\xBD");
		else if ((unsigned char)s.at[i] >= ' ')
			buf_add(&b, slice_sub(s, i, i + len));
	return buf_slice(&b);
}

/* A headline is one line. */
static struct slice
clean_title(struct normalize *n, struct doc *d, struct slice title)
{
	struct slice clean = normalize_text(n, title);
	char *at = arena_alloc(&d->arena, clean.len);

	for (size_t i = 0; i < clean.len; i++)
		at[i] = (char)(clean.at[i] == '\n' ? ' ' : clean.at[i]);
	return slice_make(at, clean.len);
}

/* Fields of the doc row beside the text, as they were and why they were changed. */
struct was {
	struct slice field[DOC_FIELDS];
	unsigned reasons[DOC_FIELDS]; /* 0: it was not */
};

enum { REASONS_LONGEST = 10 + EDIT_REASONS * 12 };

/* The reasons' names, in the order of the passes, with commas between, behind the field's name if they are not of the text. */
static struct slice
reasons_text(struct doc *d, const char *field, unsigned reasons)
{
	struct buf b = { arena_alloc(&d->arena, REASONS_LONGEST), 0, REASONS_LONGEST };
	size_t before;

	if (field != NULL) {
		buf_string(&b, field);
		buf_byte(&b, ':');
	}
	before = b.len;
	for (int reason = 0; reason < EDIT_REASONS; reason++) {
		if ((reasons >> reason & 1) == 0)
			continue;
		if (b.len > before)
			buf_byte(&b, ',');
		buf_string(&b, edit_reason_name((enum edit_reason)reason));
	}
	return buf_slice(&b);
}

static void
add_edit(struct doc *d, size_t start, size_t end, struct slice reasons, struct slice was)
{
	struct row *r = doc_add(d, ROW_EDIT, start, end);

	row_fill(r, EDIT_REASON, reasons);
	row_fill(r, EDIT_ORIGINAL, was);
}

/* The edits of other fields than the text; their spans are empty, and stand at its start. */
static void
add_field_edits(struct doc *d, const struct was *was)
{
	static const char *const names[DOC_FIELDS] = {
		[ROW_ID] = "doc", [DOC_SOURCE] = "source", [DOC_PUBLISHED] = "published", [DOC_URL] = "url", [DOC_TITLE] = "title",
		[DOC_LANG] = "lang"
	};

	for (size_t i = 0; i < DOC_FIELDS; i++)
		if (was->reasons[i] != 0 && names[i] != NULL)
			add_edit(d, 0, 0, reasons_text(d, names[i], was->reasons[i]), was->field[i]);
}

/* The edits of the text, and those of the other fields where they stand by their spans. */
static void
add_edits(struct normalize *n, struct doc *d, struct slice original, const struct was *was)
{
	static const struct edit_list none;
	const struct edit_list *edits = d->text.at != original.at ? normalize_edits(n) : &none;
	bool fields = false;

	for (size_t i = 0; i < edits->len; i++) {
		const struct edit *e = &edits->at[i];
		struct slice now = slice_sub(original, e->from, e->to);

		if (e->start > 0 && !fields) {
			add_field_edits(d, was);
			fields = true;
		}
		if ((e->reasons & 1u << EDIT_LOST) != 0 || !slice_eq(now, slice_sub(d->text, e->start, e->end)))
			add_edit(d, e->start, e->end, reasons_text(d, NULL, e->reasons), now);
	}
	if (!fields)
		add_field_edits(d, was);
}

/* Why a field that holds a name or an address was cleaned; 0 if it was not. */
static unsigned
cleaned(struct slice was, struct slice is)
{
	return slice_eq(was, is) ? 0 : utf8_valid(was) == was.len ? 1u << EDIT_CONTROL : 1u << EDIT_BYTES;
}

/* Why the title was changed. */
static unsigned
reasons_of(const struct normalize *n)
{
	const struct edit_list *edits = normalize_edits(n);
	unsigned reasons = 0;

	for (size_t i = 0; i < edits->len; i++)
		reasons |= edits->at[i].reasons;
	return reasons != 0 ? reasons : 1u << EDIT_SPACE; /* a line end in it */
}

/* Cleans the fields beside the text, and notes what they were. */
static void
clean_fields(struct normalize *n, struct doc *d, struct row *r, struct was *was)
{
	for (size_t i = 0; i < r->nfield; i++) {
		struct slice field = r->field[i];

		if (i == ROW_TEXT || field.len == 0)
			continue;
		r->field[i] = i == DOC_TITLE ? clean_title(n, d, field) : clean_field(d, field);
		if (i >= DOC_FIELDS || slice_eq(field, r->field[i]))
			continue;
		was->field[i] = field;
		was->reasons[i] = i == DOC_TITLE ? reasons_of(n) : cleaned(field, r->field[i]);
	}
}

/* Has sentence-split emptied the row's text, whose sentences tell it now? */
static bool
is_cut(const struct row *r)
{
	size_t end;

	return r->field[ROW_TEXT].len == 0 && slice_number(r->field[ROW_END], &end) && end > 0;
}

void
normalize_doc(struct normalize *n, struct doc *d)
{
	struct row *r = doc_row(d);
	struct was was = { 0 };
	struct slice original;

	if (r == NULL || is_cut(r))
		return;
	clean_fields(n, d, r, &was);
	d->id = r->field[ROW_ID];
	original = r->field[ROW_TEXT];
	d->text = r->field[ROW_TEXT] = normalize_text(n, original);
	r->start = 0;
	r->end = d->text.len;
	r->field[ROW_START] = slice_from("0");
	r->field[ROW_END] = arena_number(&d->arena, r->end);
	r->filled = true;
	if (normalize_keeps_edits(n))
		add_edits(n, d, original, &was);
}
