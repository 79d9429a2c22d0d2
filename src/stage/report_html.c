#include "report.h"

#include "json.h"
#include "lexicon.h"

/* The page's own text with < > & and quotation marks as references. */
static void
html_text(struct buf *out, struct slice text)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		switch (text.at[i]) {
		case '<': buf_string(out, "&lt;"); break;
		case '>': buf_string(out, "&gt;"); break;
		case '&': buf_string(out, "&amp;"); break;
		case '"': buf_string(out, "&quot;"); break;
		default: buf_byte(out, text.at[i]);
		}
}

/* The page up to the mark of that name, or to its end; *page is what follows.  Titles are filled in on the way. */
static void
page_until(struct report *r, struct slice *page, const char *name, struct buf *out)
{
	for (;;) {
		struct slice mark;

		buf_add(out, slice_cut(page, '@'));
		if (page->at == NULL)
			return;
		mark = slice_cut(page, '@');
		if (slice_is(mark, "title"))
			html_text(out, r->title);
		else if (slice_is(mark, name))
			return;
		else
			buf_add(out, lexicon_builtin("page", slice_is(mark, "style") ? "style" : "script"));
	}
}

/* {"deny":"denied"}: how the page tells a stance. */
static void
add_stances(struct buf *out)
{
	json_name(out, "stances");
	buf_byte(out, '{');
	for (size_t i = 0; i < stance_count; i++) {
		json_name(out, stances[i].name);
		json_string(out, slice_from(stances[i].past));
	}
	buf_byte(out, '}');
}

static void
add_article(const struct article *a, struct buf *out)
{
	buf_byte(out, '{');
	json_name(out, "id");
	json_string(out, a->id);
	json_name(out, "outlet");
	json_string(out, ledger_outlet(a));
	json_name(out, "published");
	json_string(out, a->published);
	json_name(out, "url");
	json_string(out, a->url);
	json_name(out, "title");
	json_string(out, a->title);
	buf_byte(out, '}');
}

void
report_html_begin(struct report *r, struct buf *out)
{
	size_t i;

	r->page = lexicon_builtin("page", "page");
	page_until(r, &r->page, "data", out);
	buf_byte(out, '{');
	add_stances(out);
	json_name(out, "articles");
	buf_byte(out, '[');
	for (i = 0; i < r->ledger->narticle; i++) {
		if (i > 0)
			buf_string(out, ",\n");
		add_article(&r->ledger->article[i], out);
	}
	buf_byte(out, ']');
	json_name(out, "statements");
	buf_byte(out, '[');
}

/* [[0,"kept"],[1,"dropped"],[2,"added"]], or null for words that do not go beside the fullest. */
static void
add_pieces(const struct piece_list *list, struct buf *out)
{
	size_t i;

	json_name(out, "pieces");
	if (list->apart) {
		buf_string(out, "null");
		return;
	}
	buf_byte(out, '[');
	for (i = 0; i < list->len; i++) {
		buf_string(out, i > 0 ? ",[" : "[");
		buf_number(out, (size_t)list->at[i].kind);
		buf_byte(out, ',');
		json_words(out, list->at[i].text);
		buf_byte(out, ']');
	}
	buf_byte(out, ']');
}

/* The sentences of a wording: what stands before it, it, and what stands behind it. */
static void
add_context(const struct wording *w, struct buf *out)
{
	size_t start = w->start - w->context_start, end = w->end - w->context_start;

	if (end > w->context.len) /* parts, and it is not known what stands between them */
		end = w->context.len;
	json_name(out, "context");
	buf_byte(out, '[');
	json_string(out, slice_sub(w->context, 0, start));
	buf_byte(out, ',');
	json_string(out, slice_sub(w->context, start, end));
	buf_byte(out, ',');
	json_string(out, slice_sub(w->context, end, w->context.len));
	buf_byte(out, ']');
}

static void
add_sense(const struct wording *w, struct buf *out)
{
	size_t i;

	json_name(out, "sense");
	buf_byte(out, '[');
	for (i = 0; i < w->nsense; i++) {
		buf_string(out, i > 0 ? ",[" : "[");
		json_string(out, w->sense[i].level);
		buf_byte(out, ',');
		json_words(out, w->sense[i].from);
		buf_byte(out, ',');
		json_words(out, w->sense[i].to);
		buf_byte(out, ']');
	}
	buf_byte(out, ']');
}

static void
add_wording(struct report *r, const struct statement *s, const struct wording *w, struct buf *out)
{
	const struct { const char *name; struct slice value; } member[] = {
		{ "form", slice_from(form_name(w->form)) }, { "stance", w->stance }, { "cue", w->cue }, { "speaker", w->speaker },
		{ "id", w->speaker_id }, { "name", w->speaker_name }, { "relation", w->relation }, { "text", w->text },
	};
	struct piece_list pieces = report_pieces(r, s, w);
	size_t i;

	buf_byte(out, '{');
	json_name(out, "article");
	buf_number(out, w->article);
	json_name(out, "start");
	buf_number(out, w->start);
	json_name(out, "end");
	buf_number(out, w->end);
	for (i = 0; i < sizeof member / sizeof *member; i++) {
		json_name(out, member[i].name);
		json_words(out, member[i].value);
	}
	add_pieces(&pieces, out);
	add_context(w, out);
	add_sense(w, out);
	buf_byte(out, '}');
}

void
report_html(struct report *r, size_t i, struct buf *out)
{
	const struct statement *s = &r->ledger->statement[i];
	size_t k;

	buf_string(out, i > 0 ? ",\n{" : "\n{");
	json_name(out, "outlets");
	buf_number(out, s->outlets);
	json_name(out, "voice");
	buf_number(out, (size_t)(s->voice - s->wording));
	json_name(out, "wordings");
	buf_byte(out, '[');
	for (k = 0; k < s->n; k++) {
		if (k > 0)
			buf_byte(out, ',');
		add_wording(r, s, &s->wording[k], out);
	}
	buf_string(out, "]}");
	arena_reset(&r->arena);
}

void
report_html_end(struct report *r, size_t n, struct buf *out)
{
	buf_string(out, "\n]");
	json_name(out, "conflicts");
	report_conflicts(r, n, out);
	buf_string(out, "}\n");
	page_until(r, &r->page, "", out);
}
