#include "writer.h"

#include "digits.h"
#include "escape.h"
#include "utf8.h"

enum { PART = 256 * 1024 }; /* bytes that are written together */

void
writer_open(struct writer *w, const struct stream_options *options)
{
	*w = (struct writer){ 0 };
	output_stdout(&w->out);
	output_keep(&w->kept);
	w->out.flush_each = options->line_buffered;
}

#define FIELD(i) (UINT32_C(1) << (i))

/* Fields that hold nothing to escape in the rows that a program adds: numbers, and words of its own. */
static const uint32_t plain[ROW_OTHER + 1] = {
	[ROW_SENTENCE] = FIELD(SENTENCE_NUMBER) | FIELD(SENTENCE_BLOCK) | FIELD(SENTENCE_ROLE),
	[ROW_QUOTE] = FIELD(QUOTE_NUMBER) | FIELD(QUOTE_PART) | FIELD(QUOTE_FORM) | FIELD(QUOTE_STANCE) | FIELD(QUOTE_CUE_START) |
	    FIELD(QUOTE_CUE_END) | FIELD(QUOTE_SPEAKER_START) | FIELD(QUOTE_SPEAKER_END) | FIELD(QUOTE_CONFIDENCE) | FIELD(QUOTE_RULE),
	[ROW_ENTITY] = FIELD(ENTITY_TYPE) | FIELD(ENTITY_METHOD) | FIELD(ENTITY_CONFIDENCE),
};

/* Is the field as it was read, in the row's line?  Then it holds nothing to escape. */
static bool
is_read(const struct row *r, size_t field)
{
	uintptr_t at = (uintptr_t)r->field[field].at, line = (uintptr_t)r->line.at;

	return at >= line && at - line <= r->line.len;
}

/* The end of the run of fields from one that is as read, with the tabs between them. */
static size_t
run(const struct row *r, size_t field)
{
	const struct slice *f = r->field;
	size_t i = field + 1;

	while (i < r->nfield && f[i].at == f[i - 1].at + f[i - 1].len + 1 && f[i].at[-1] == '\t')
		i++;
	return i;
}

/* Room for the short fields of a row that is added. */
enum { ROOM = ROW_FIELDS_MAX * (ESCAPE_SHORT + 1) };

static inline char *
room(struct buf *b)
{
	if (b->cap - b->len < ROOM)
		buf_room(b, ROOM);
	return b->at + b->len;
}

/* Writes a short field that is not empty and holds nothing to escape, by two or three stores that may overlap. */
static inline void
put_plain(char *to, struct slice s)
{
	if (s.len >= 8) {
		memcpy(to, s.at, 8);
		memcpy(to + s.len - 8, s.at + s.len - 8, 8);
	} else if (s.len >= 4) {
		memcpy(to, s.at, 4);
		memcpy(to + s.len - 4, s.at + s.len - 4, 4);
	} else {
		to[0] = s.at[0];
		to[s.len / 2] = s.at[s.len / 2];
		to[s.len - 1] = s.at[s.len - 1];
	}
}

/* Appends a field; one that is large goes out in parts, so that no copy of it is made. */
static void
add_escaped(struct output *o, struct slice s)
{
	while (s.len > PART) {
		size_t n = PART;

		while (!utf8_boundary(s, n))
			n++;
		escape_add(&o->buf, slice_sub(s, 0, n));
		output_flush(o);
		s = slice_sub(s, n, s.len);
	}
	escape_add(&o->buf, s);
}

/* Appends a row that was read and then filled. */
static void
encode_read(struct output *o, const struct row *r)
{
	struct buf *b = &o->buf;

	for (size_t i = 0; i < r->nfield; i++) {
		if (i > 0)
			buf_byte(b, '\t');
		if (is_read(r, i)) {
			const char *from = r->field[i].at;

			i = run(r, i) - 1;
			output_add(o, slice_make(from, (size_t)(r->field[i].at + r->field[i].len - from)));
		} else if (r->kind == ROW_EDIT && i >= ROW_COMMON)
			buf_add(b, r->field[i]);
		else
			add_escaped(o, r->field[i]);
	}
}

/* Appends a field of an added row that is not short, or not clean. */
static void
add_field(struct output *o, const struct row *r, size_t field)
{
	if (r->kind == ROW_EDIT && field == EDIT_ORIGINAL)
		escape_bytes(&o->buf, r->field[field]);
	else
		add_escaped(o, r->field[field]);
}

/* Writes a field to *to if it is short and clean; returns its end, or NULL. */
static inline char *
put_short(char *to, struct slice s, bool is_plain)
{
	if (s.len > ESCAPE_SHORT)
		return NULL;
	if (is_plain)
		put_plain(to, s);
	else if (!escape_short(to, s))
		return NULL;
	return to + s.len;
}

/* Appends the fields of an added row before its start, which are those of the row before where the kind is. */
static void
add_head(struct buf *head, struct output *o, const struct row *r, const struct row *before)
{
	if (before == NULL || before->kind != r->kind) {
		buf_clear(head);
		escape_add(head, r->field[ROW_ID]);
		buf_byte(head, '\t');
		buf_add(head, r->field[ROW_KIND]);
		buf_byte(head, '\t');
	}
	buf_add(&o->buf, buf_slice(head));
}

/* Appends a row that the program added, with its newline.  before: the one added before it, or NULL. */
static void
encode_added(struct buf *head, struct output *o, const struct row *r, const struct row *before)
{
	const uint32_t raw = r->kind == ROW_EDIT ? FIELD(EDIT_ORIGINAL) : 0;
	struct buf *b = &o->buf;
	char *to, *end;

	add_head(head, o, r, before);
	to = digits_put(room(b), r->start);
	*to++ = '\t';
	to = digits_put(to, r->end);
	*to++ = '\t';
	for (size_t i = ROW_TEXT; i < r->nfield; i++) {
		if (r->field[i].len == 0) {
			*to++ = '\t';
			continue;
		}
		end = (raw & FIELD(i)) == 0 ? put_short(to, r->field[i], (plain[r->kind] & FIELD(i)) != 0) : NULL;
		if (end == NULL) {
			b->len = (size_t)(to - b->at);
			add_field(o, r, i);
			end = room(b);
		}
		to = end;
		*to++ = '\t';
	}
	to[-1] = '\n';
	b->len = (size_t)(to - b->at);
	if (b->len > PART)
		output_flush(o);
}

/* The last of the rows from i on that are as they were read and lie one behind the other: they go out together. */
static size_t
last_together(const struct doc *d, size_t i)
{
	while (i + 1 < d->nread && !d->row[i + 1].filled && !d->row[i + 1].waits &&
	    d->row[i + 1].line.at == d->row[i].line.at + d->row[i].line.len + 1)
		i++;
	return i;
}

/* Writes the rows read, from the first that is not yet written up to one that waits. */
static void
write_read(struct writer *w, const struct doc *d)
{
	size_t i = w->written;

	for (; i < d->nread && !d->row[i].waits; i++) {
		const struct row *r = &d->row[i];

		if (r->filled) {
			encode_read(&w->out, r);
		} else {
			i = last_together(d, i);
			output_add(&w->out, slice_make(r->line.at, (size_t)(d->row[i].line.at - r->line.at) + d->row[i].line.len));
		}
		output_add(&w->out, slice_make("\n", 1));
	}
	w->written = i;
}

/* Appends the rows added to a document or a part of it. */
static void
encode_all_added(struct writer *w, struct output *o, struct doc *d)
{
	doc_order(d);
	for (size_t i = d->nread; i < d->nrow; i++)
		encode_added(&w->head, o, &d->row[i], i > d->nread ? &d->row[i - 1] : NULL);
}

void
writer_doc(struct writer *w, struct doc *d)
{
	write_read(w, d);
	w->written = 0;
	encode_all_added(w, &w->out, d);
	if (w->kept.buf.len > 0) {
		output_add(&w->out, buf_slice(&w->kept.buf));
		buf_free(&w->kept.buf);
	}
	if (w->out.flush_each)
		output_flush(&w->out);
}

/* A row that was read and then filled, as it is to be written. */
static struct slice
filled_line(struct writer *w, const struct row *r, struct arena *a)
{
	size_t before = w->kept.buf.len;
	struct slice line;

	encode_read(&w->kept, r);
	line = arena_copy(a, slice_sub(buf_slice(&w->kept.buf), before, w->kept.buf.len));
	w->kept.buf.len = before;
	return line;
}

/* Gives back the memory of the lines of a part that are written, where they lie one behind the other. */
static void
forget_written(const struct writer *w, const struct doc_parts *p)
{
	const struct row *row = p->part.row;
	size_t n = p->part.nread, k;

	for (size_t i = 0; i < n && doc_parts_row(p, i) < w->written; i = k) {
		size_t len = row[i].line.len;

		for (k = i + 1; k < n && doc_parts_row(p, k) < w->written && row[k].line.at == row[i].line.at + len + 1; k++)
			len += row[k].line.len + 1;
		mem_forget(row[i].line.at, len);
	}
}

void
writer_part(struct writer *w, struct doc_parts *p)
{
	struct doc *part = &p->part, *whole = p->whole;

	for (size_t i = 0; i < part->nread; i++) {
		struct row *row = &whole->row[doc_parts_row(p, i)];

		row->waits = false;
		if (part->row[i].filled)
			row->line = filled_line(w, &part->row[i], &part->arena);
	}
	write_read(w, whole);
	for (size_t i = 0; i < part->nread; i++) {
		struct row *row = &whole->row[doc_parts_row(p, i)];

		if (part->row[i].filled && doc_parts_row(p, i) >= w->written)
			row->line = arena_copy(&whole->arena, row->line);
	}
	forget_written(w, p);
	encode_all_added(w, &w->kept, part);
}

void
writer_close(struct writer *w)
{
	buf_free(&w->head);
	buf_free(&w->kept.buf);
	output_close(&w->out);
}
