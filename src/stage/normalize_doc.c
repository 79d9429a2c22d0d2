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

/* The reasons' names, in the order of the passes, with commas between. */
static struct slice
reasons_text(struct doc *d, unsigned reasons)
{
	struct buf b = { arena_alloc(&d->arena, EDIT_REASONS * 12), 0, EDIT_REASONS * 12 };

	for (int reason = 0; reason < EDIT_REASONS; reason++) {
		if ((reasons >> reason & 1) == 0)
			continue;
		if (b.len > 0)
			buf_byte(&b, ',');
		buf_string(&b, edit_reason_name((enum edit_reason)reason));
	}
	return buf_slice(&b);
}

static void
add_edits(struct normalize *n, struct doc *d, struct slice original)
{
	const struct edit_list *edits = normalize_edits(n);

	for (size_t i = 0; i < edits->len; i++) {
		const struct edit *e = &edits->at[i];
		struct slice was = slice_sub(original, e->from, e->to);
		struct row *r;

		if ((e->reasons & 1u << EDIT_LOST) == 0 && slice_eq(was, slice_sub(d->text, e->start, e->end)))
			continue;
		r = doc_add(d, ROW_EDIT, e->start, e->end);
		row_fill(r, EDIT_REASON, reasons_text(d, e->reasons));
		row_fill(r, EDIT_ORIGINAL, was);
	}
}

void
normalize_doc(struct normalize *n, struct doc *d)
{
	struct row *r = doc_row(d);
	struct slice original;

	if (r == NULL)
		return;
	for (size_t i = 0; i < r->nfield; i++)
		if (i != ROW_TEXT && i != DOC_TITLE)
			r->field[i] = clean_field(d, r->field[i]);
	if (r->field[DOC_TITLE].len > 0)
		r->field[DOC_TITLE] = clean_title(n, d, r->field[DOC_TITLE]);
	d->id = r->field[ROW_ID];
	original = r->field[ROW_TEXT];
	d->text = r->field[ROW_TEXT] = normalize_text(n, original);
	r->start = 0;
	r->end = d->text.len;
	r->field[ROW_START] = slice_from("0");
	r->field[ROW_END] = arena_number(&d->arena, r->end);
	r->filled = true;
	if (d->text.at != original.at)
		add_edits(n, d, original);
}
