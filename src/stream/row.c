#include "row.h"

#include <stdarg.h>
#include <stdio.h>

#include "bare.h"
#include "escape.h"
#include "utf8.h"

enum { WHY_SIZE = 160 };

static const size_t TEXT_MAX = UINT32_MAX - 1; /* tokens count in 32 bits */

/* The field unescaped: itself, or a copy in the arena.  False at a broken escape. */
static bool
unescape(struct doc *d, struct slice *field)
{
	struct buf out;

	if (slice_find(*field, '\\') == field->len)
		return true;
	out = (struct buf){ arena_alloc(&d->arena, field->len), 0, field->len };
	if (!escape_undo(&out, *field))
		return false;
	*field = buf_slice(&out);
	return true;
}

static const char *
bad_bytes(struct slice line, unsigned seen)
{
	if ((seen & SEEN_CONTROL) != 0 && slice_find(line, '\0') < line.len)
		return "NUL byte";
	if ((seen & SEEN_CONTROL) != 0 && slice_find(line, '\r') < line.len)
		return "carriage return";
	return (seen & SEEN_BEYOND) != 0 && utf8_valid(line) < line.len ? "invalid UTF-8" : NULL;
}

/* A row of n fields, which are yet to be set; it counts when the caller has made d->nrow so. */
static struct row *
append(struct doc *d, enum row_kind kind, struct slice line, struct slice *field, size_t n)
{
	struct row *r;

	MEM_GROW(d->row, d->cap, d->nrow + 1);
	r = &d->row[d->nrow];
	*r = (struct row){ .kind = kind, .nfield = (uint32_t)n, .field = field, .line = line };
	return r;
}

/* The same with the fields that the line has. */
static struct row *
append_line(struct doc *d, enum row_kind kind, const struct lines *l, const struct line *line, struct slice *field)
{
	const size_t *tab = l->tab + line->tab;
	size_t start = line->start;

	for (size_t i = 0; i < line->tabs; i++) {
		field[i] = slice_sub(l->bytes, start, tab[i]);
		start = tab[i] + 1;
	}
	field[line->tabs] = slice_sub(l->bytes, start, line->end);
	return append(d, kind, lines_text(l, line), field, line->tabs + 1);
}

/* Fields of an edit row behind the common ones stay as they are written, so do those that a kind does not know, and of a row of an
 * unknown kind all but the document's id. */
static bool
unescape_row(struct doc *d, struct row *r)
{
	size_t n = r->kind == ROW_EDIT ? ROW_COMMON : r->kind == ROW_OTHER ? ROW_KIND : row_kind_fields(r->kind);

	for (size_t i = 0; i < n; i++)
		if (!unescape(d, &r->field[i]))
			return false;
	return true;
}

__attribute__((format(printf, 2, 3))) static const char *
explain(struct buf *why, const char *format, ...)
{
	va_list args;

	buf_clear(why);
	buf_room(why, WHY_SIZE);
	va_start(args, format);
	vsnprintf(why->at, WHY_SIZE, format, args);
	va_end(args);
	return why->at;
}

const char *
row_read(struct doc *d, const struct lines *l, const struct line *line, struct slice *field, struct buf *why)
{
	size_t n = line->tabs + 1;
	enum row_kind kind = n > ROW_KIND ? row_kind_of(lines_field(l, line, ROW_KIND)) : ROW_OTHER;
	size_t want = kind == ROW_OTHER ? ROW_KIND + 1 : row_kind_fields(kind);
	const char *bad = bad_bytes(lines_text(l, line), line->seen);
	struct row *r;

	if (bad != NULL)
		return bad;
	if (n < want)
		return explain(why, "%zu fields, want %zu", n, want);
	if (lines_field(l, line, ROW_ID).len == 0)
		return "empty document id";
	r = append_line(d, kind, l, line, field);
	if ((line->seen & SEEN_BACKSLASH) && !unescape_row(d, r))
		return "broken escape";
	if (kind == ROW_OTHER) {
		d->nrow++;
		return NULL;
	}
	if (!slice_number(r->field[ROW_START], &r->start) || !slice_number(r->field[ROW_END], &r->end))
		return "start or end is no number";
	if (r->end < r->start)
		return "end before start";
	if (kind == ROW_DOC && d->headed)
		return "second doc row of its document";
	d->headed |= kind == ROW_DOC;
	d->nrow++;
	return NULL;
}

/* Is it id, kind, start, end …: a row of another stage, and not an article with tabs in it? */
static bool
other_row(const struct lines *l, const struct line *line)
{
	size_t start, end;

	return line->tabs >= ROW_END && row_kind_of(lines_field(l, line, ROW_KIND)) != ROW_DOC &&
	    slice_number(lines_field(l, line, ROW_START), &start) && slice_number(lines_field(l, line, ROW_END), &end);
}

/* A doc row of two columns. */
static struct row *
append_article(struct doc *d, struct slice line, struct slice id, struct slice *field)
{
	for (size_t i = 0; i < DOC_FIELDS; i++)
		field[i] = slice_make("", 0);
	field[ROW_ID] = id;
	field[ROW_KIND] = slice_from("doc");
	field[ROW_TEXT] = slice_sub(line, id.len + 1, line.len);
	return append(d, ROW_DOC, line, field, DOC_FIELDS);
}

const char *
row_read_dirt(struct doc *d, const struct lines *l, const struct line *line)
{
	size_t n = line->tabs + 1;
	struct slice id = lines_field(l, line, ROW_ID);
	struct slice *field = arena_alloc(&d->arena, (n > DOC_FIELDS ? n : DOC_FIELDS) * sizeof *field);
	struct row *r;

	if (n < 2)
		return "1 field, want a document id and its text";
	if (id.len == 0)
		return "empty document id";
	if (other_row(l, line)) {
		append_line(d, ROW_OTHER, l, line, field);
		d->nrow++;
		return NULL;
	}
	if (n >= DOC_FIELDS && slice_is(lines_field(l, line, ROW_KIND), "doc")) {
		if (n == FIELDS_MOST)
			return "too many fields";
		r = append_line(d, ROW_DOC, l, line, field);
	} else {
		r = append_article(d, lines_text(l, line), id, field);
	}
	for (size_t i = 0; i < r->nfield; i++)
		r->field[i] = escape_undo_slice(r->field[i], &d->arena);
	d->text = r->field[ROW_TEXT];
	d->nrow++;
	return NULL;
}

/* Between two sentences of one block stand spaces, elsewhere newlines: sentence-split takes the text
 * from the doc row only where that holds. */
static void
fill_gaps(const struct doc *d, char *text)
{
	struct arena arena = { 0 };
	size_t n;
	const struct sentence *s = doc_sentences(d, &arena, &n);

	for (size_t i = 1; i < n; i++)
		if (s[i].block == s[i - 1].block && s[i].start > s[i - 1].end && s[i].start <= d->text.len)
			memset(text + s[i - 1].end, ' ', s[i].start - s[i - 1].end);
	arena_free(&arena);
}

static bool
is_gap(char c)
{
	return c == '\n' || c == ' ';
}

static void
rebuild(struct doc *d, size_t size)
{
	char *text = arena_alloc(&d->arena, size);

	memset(text, '\n', size);
	d->text = slice_make(text, size);
	fill_gaps(d, text);
	for (size_t i = doc_next(d, ROW_SENTENCE, 0); i < d->nrow; i = doc_next(d, ROW_SENTENCE, i + 1)) {
		const struct row *r = &d->row[i];
		struct slice words = bare_field(r, ROW_TEXT);

		/* one that begins or ends within another would cut its letters */
		if (r->end <= size && words.len == r->end - r->start && words.len > 0 && is_gap(text[r->start]) && is_gap(text[r->end - 1]))
			memcpy(text + r->start, words.at, words.len);
	}
}

/* The same in one go where the sentences from row i on lie one behind the other, as they nearly always do: each is what stands there.
 * False if they do not. */
static bool
lay(struct doc *d, size_t size, size_t i)
{
	char *text = arena_alloc(&d->arena, size);
	size_t end = 0, block = 0;
	char gap;

	for (; i < d->nrow; i++) {
		const struct row *r = &d->row[i];
		struct slice words;
		size_t before = block;

		if (r->kind != ROW_SENTENCE)
			continue;
		words = bare_field(r, ROW_TEXT);
		if (!slice_number(bare_field(r, SENTENCE_BLOCK), &block))
			block = 0; /* as doc_sentences has it */
		if (r->start < end || r->end > size || words.len == 0 || words.len != r->end - r->start || r->end > TEXT_MAX)
			return false;
		gap = end > 0 && (uint32_t)block == (uint32_t)before ? ' ' : '\n';
		if (r->start - end == 1)
			text[end] = gap;
		else
			memset(text + end, gap, r->start - end);
		memcpy(text + r->start, words.at, words.len);
		end = r->end;
	}
	memset(text + end, '\n', size - end);
	d->text = slice_make(text, size);
	return true;
}

/* Where sentences say that the text ends: what a damaged row claims beyond all bytes there are does not count. */
static size_t
sentences_end(const struct doc *d)
{
	size_t end = 0;

	for (size_t i = doc_next(d, ROW_SENTENCE, 0); i < d->nrow; i = doc_next(d, ROW_SENTENCE, i + 1))
		if (d->row[i].end > end && d->row[i].end - d->row[i].start == bare_field(&d->row[i], ROW_TEXT).len)
			end = d->row[i].end;
	return end;
}

/* White space that no row carries: more of it than this is taken for a damaged offset. */
static bool
believable(const struct doc *d, size_t size)
{
	size_t bytes = 1 << 20;

	for (size_t i = 0; i < d->nrow && bytes < size; i++)
		bytes += d->row[i].line.len;
	return size <= bytes;
}

/* Does a doc row speak of its own text? */
static bool
doc_agrees(const struct row *r)
{
	return r->start == 0 && (r->field[ROW_TEXT].len == 0 || r->field[ROW_TEXT].len == r->end);
}

bool
row_text(struct doc *d)
{
	const struct row *r = doc_row(d);
	size_t sentence = doc_next(d, ROW_SENTENCE, 0);
	bool believed = r != NULL && doc_agrees(r);
	size_t size = believed ? r->end : sentences_end(d);

	d->text = slice_make(NULL, 0);
	if (believed && (r->field[ROW_TEXT].len > 0 || r->end == 0)) {
		d->text = slice_make(r->field[ROW_TEXT].at, r->field[ROW_TEXT].len);
	} else if (sentence < d->nrow && believable(d, size)) {
		if (lay(d, size, sentence))
			return true;
		rebuild(d, size);
	}
	return false;
}

/* NULL, or why the text of a row's span in the fields from at on (text, start, end) is not the document's. */
static const char *
check_span(const struct doc *d, struct slice words, size_t start, size_t end, struct buf *why)
{
	if (d->text.at != NULL && end > d->text.len)
		return explain(why, "offset %zu beyond end of text", end);
	if (start > end || end - start != words.len ||
	    (d->text.at != NULL && !slice_eq(words, slice_sub(d->text, start, end))))
		return explain(why, "text is not what stands at %zu to %zu", start, end);
	return NULL;
}

/* A cue or speaker: three fields, all empty or all good. */
static const char *
check_part(const struct doc *d, const struct row *r, size_t field, struct buf *why)
{
	size_t start, end;

	if (r->field[field].len == 0 && r->field[field + 1].len == 0 && r->field[field + 2].len == 0)
		return NULL;
	if (!slice_number(r->field[field + 1], &start) || !slice_number(r->field[field + 2], &end))
		return "cue or speaker without start and end";
	return check_span(d, r->field[field], start, end, why);
}

static const char *
check_doc(const struct doc *d, const struct row *r)
{
	if (d->text.at == NULL && r->end > 0 && doc_next(d, ROW_SENTENCE, 0) < d->nrow)
		return "end of the text is far beyond its sentences";
	if (r->end > TEXT_MAX)
		return "text longer than 4 GiB";
	return doc_agrees(r) ? NULL : "start and end of a doc row are not 0 and the length of its text";
}

const char *
row_check(const struct doc *d, size_t i, struct buf *scratch)
{
	const struct row *r = &d->row[i];
	const char *why;

	if (r->kind == ROW_OTHER)
		return NULL;
	if (r->kind == ROW_DOC)
		return check_doc(d, r);
	why = check_span(d, r->field[ROW_TEXT], r->start, r->end, scratch);
	if (why == NULL && r->kind == ROW_QUOTE)
		why = check_part(d, r, QUOTE_CUE, scratch);
	if (why == NULL && r->kind == ROW_QUOTE)
		why = check_part(d, r, QUOTE_SPEAKER, scratch);
	return why;
}
