/* gather_html: a page of HTML as the text of its article. */
#include "block.h"
#include "charset.h"
#include "gather.h"
#include "html_page.h"

struct gather_html {
	struct html_lists lists;
	struct block_rules *rules;
	struct block_list blocks;
	struct block_mark *mark;
	size_t cap;
	struct buf utf8, text;
};

static struct gather_html *
html_new(void)
{
	struct gather_html *h = mem_alloc(sizeof *h);

	html_lists_load(&h->lists);
	h->rules = block_rules_new("en");
	return h;
}

void
gather_html_free(struct gather_html *h)
{
	if (h == NULL)
		return;
	html_lists_free(&h->lists);
	block_rules_free(h->rules);
	mem_free(h->blocks.at);
	mem_free(h->mark);
	buf_free(&h->utf8);
	buf_free(&h->text);
	mem_free(h);
}

static void
mark_lines(struct gather_html *h, const struct html_page *p)
{
	MEM_GROW(h->mark, h->cap, p->lines);
	for (size_t i = 0; i < p->lines; i++) {
		const struct html_line *line = &p->line[i];
		const struct html_region *region = &p->region[line->region];
		bool outside = p->has_body && !region->in_body;

		h->mark[i] = (struct block_mark){
			.start = line->start,
			.linked = line->linked,
			.heading = line->heading,
			.furniture = region->dropped || (outside && p->body_sure),
			.caption = region->captioned,
			.byline = region->bylined || line->bylined * 2 > line->end - line->start,
			.inside = region->in_body,
			.outside = outside,
		};
	}
}

/* "Dam holds | Daybook" without the outlet's name and the mark before it. */
static struct slice
without_outlet(struct slice title, struct slice outlet)
{
	size_t n = title.len - outlet.len;
	struct slice bare;
	size_t mark;

	if (outlet.len == 0 || outlet.len >= title.len || !slice_eq(slice_sub(title, n, title.len), outlet))
		return title;
	bare = slice_trim(slice_sub(title, 0, n));
	for (mark = bare.len; mark > 0 && bare.at[mark - 1] != ' '; mark--)
		;
	return mark > 0 && bare.len - mark <= 3 ? slice_trim(slice_sub(bare, 0, mark)) : title;
}

static bool
is_mark(struct slice word)
{
	return slice_is(word, "|") || slice_is(word, "-") || slice_is(word, "–") || slice_is(word, "—") || slice_is(word, "·") ||
	    slice_is(word, "»") || slice_is(word, "::");
}

/* The outlet's name where the window is titled "Dam holds | Politics | Daybook" and the article "Dam holds", or, if a meta element
 * says that it is titled so, "Daybook: Dam holds"; else empty. */
static struct slice
outlet_in(const struct html_meta *meta)
{
	struct slice window = meta->window;
	struct slice title = meta->article.field[ARTICLE_TITLE];
	struct slice name = slice_make("", 0);
	size_t before = window.len - title.len;
	struct slice rest;

	if (title.len == 0 || title.len >= window.len)
		return name;
	rest = slice_trim(slice_sub(window, title.len, window.len));
	if (slice_eq(slice_sub(window, 0, title.len), title) && is_mark(slice_cut(&rest, ' ')))
		for (name = rest; rest.at != NULL;)
			if (is_mark(slice_cut(&rest, ' ')) && rest.at != NULL)
				name = rest;
	rest = slice_trim(slice_sub(window, 0, before));
	if (slice_eq(slice_sub(window, before, window.len), title) && slice_ends(rest, ":") && meta->rank[ARTICLE_TITLE] < RANK_TITLE)
		name = slice_sub(rest, 0, rest.len - 1);
	return slice_trim(name);
}

/* The title as the headline in the text has it, where that is the beginning or the end of what the page tells. */
static struct slice
bare_title(const struct gather *g, struct slice text, struct slice title, struct slice outlet)
{
	for (size_t i = 0; i < g->html->blocks.len; i++) {
		const struct block *block = &g->html->blocks.at[i];
		struct slice line = slice_sub(text, block->start, block->end);

		if (block->role != ROLE_TITLE || line.len >= title.len || slice_eq(line, outlet))
			continue;
		if (slice_eq(line, slice_sub(title, 0, line.len)) || slice_eq(line, slice_sub(title, title.len - line.len, title.len)))
			return arena_copy(g->arena, line);
	}
	return without_outlet(title, outlet);
}

/* The lines that are the article's, or all; the white space between blocks as it was. */
static struct slice
choose(struct gather_html *h, const struct html_page *p, struct slice title, bool all, struct arena *a)
{
	struct slice text = buf_slice(&p->text);

	if (all)
		return arena_copy(a, text);
	mark_lines(h, p);
	block_find_marked(h->rules, text, title, h->mark, p->lines, &h->blocks);
	buf_clear(&h->text);
	for (size_t i = 0; i < h->blocks.len; i++) {
		const struct block *block = &h->blocks.at[i];

		if (block->role == ROLE_BOILERPLATE || block->role == ROLE_CAPTION)
			continue;
		if (h->text.len > 0)
			buf_string(&h->text, block->start > 1 && text.at[block->start - 2] == '\n' ? "\n\n" : "\n");
		buf_add(&h->text, slice_sub(text, block->start, block->end));
	}
	return arena_copy(a, buf_slice(&h->text));
}

static void
read_page(struct gather *g, struct slice bytes, bool part, struct article *out)
{
	bool all;
	struct html_page page = { 0 };
	struct slice *told = page.meta.article.field;

	if (g->html == NULL)
		g->html = html_new();
	buf_clear(&g->html->utf8);
	html_page_read(&page, &g->html->lists, charset_page(bytes, &g->html->utf8), g->arena);
	all = g->whole_page || (part && !page.whole);
	out->field[ARTICLE_TEXT] = choose(g->html, &page, told[ARTICLE_TITLE], all, g->arena);
	if (!all)
		told[ARTICLE_TITLE] = bare_title(g, buf_slice(&page.text), told[ARTICLE_TITLE], told[ARTICLE_SOURCE]);
	if (told[ARTICLE_SOURCE].len == 0)
		told[ARTICLE_SOURCE] = outlet_in(&page.meta);
	if (!all && told[ARTICLE_TEXT].len / 2 > out->field[ARTICLE_TEXT].len) /* the page writes its text by script */
		out->field[ARTICLE_TEXT] = told[ARTICLE_TEXT];
	for (int i = 0; i < ARTICLE_TEXT; i++)
		if (out->field[i].len == 0)
			out->field[i] = told[i];
	html_page_free(&page);
}

const char *
gather_html(struct gather *g, const struct record *record, struct article *out)
{
	read_page(g, record->body, false, out);
	return NULL;
}

void
gather_html_part(struct gather *g, struct slice bytes, struct article *out)
{
	read_page(g, bytes, true, out);
}
