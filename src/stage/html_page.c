#include "html_page.h"

enum {
	RANK_TITLE = 6,  /* of titles, among those of the list html-meta; an h1 may be the site's name */
	RANK_H1 = 8,
	LOOK_BACK = 512, /* open elements among which the one that an end tag closes is looked for */
	DEPTH_MOST = 4096
};

/* An element that is open. */
struct open {
	struct slice name;
	uint32_t region;
	bool block, link, skip, pre, heading, json;
};

struct builder {
	struct html_page *page;
	const struct html_lists *lists;
	struct arena *arena;
	struct open *open;
	size_t depth, open_cap;
	size_t links, skips, pres, headings; /* how many of the open elements are that */
	struct buf scratch;
	bool in_line, space, block; /* a line has begun; white space, or the end of a block, goes before what comes */
};

void
html_lists_load(struct html_lists *lists)
{
	*lists = (struct html_lists){
		.elements = table_load("html-elements"), .classes = table_load("html-classes"),
		.meta = table_load("html-meta"), .entities = table_load("entities"),
	};
}

void
html_lists_free(struct html_lists *lists)
{
	table_free(&lists->elements);
	table_free(&lists->classes);
	table_free(&lists->meta);
	table_free(&lists->entities);
}

static uint32_t
region_now(const struct builder *b)
{
	return b->depth > 0 ? b->open[b->depth - 1].region : 0;
}

static struct html_line *
line_now(const struct builder *b)
{
	return &b->page->line[b->page->lines - 1];
}

static void
begin_line(struct builder *b)
{
	struct html_page *p = b->page;

	MEM_GROW(p->line, p->line_cap, p->lines + 1);
	if (p->lines > 0) {
		buf_byte(&p->text, '\n');
		if (b->block)
			buf_byte(&p->text, '\n');
	}
	p->line[p->lines++] = (struct html_line){
		.start = p->text.len, .end = p->text.len, .region = region_now(b), .heading = b->headings > 0,
	};
	b->in_line = true;
	b->space = b->block = false;
}

static void
end_line(struct builder *b, bool block)
{
	b->block |= block;
	b->in_line = false;
	b->space = false;
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Appends a text, its white space as browsers show it. */
static void
add_text(struct builder *b, struct slice s)
{
	struct buf *text = &b->page->text;

	for (size_t i = 0; i < s.len; i++) {
		if (is_blank(s.at[i])) {
			if (s.at[i] == '\n' && b->pres > 0)
				end_line(b, false);
			b->space = true;
			continue;
		}
		if (!b->in_line)
			begin_line(b);
		else if (b->space)
			buf_byte(text, ' ');
		b->space = false;
		buf_byte(text, s.at[i]);
		line_now(b)->end = text->len;
		line_now(b)->linked += b->links > 0;
		if (region_now(b) < line_now(b)->region)
			line_now(b)->region = region_now(b);
	}
}

/* What the words of a class or id say, cut at marks and before capitals ("articleBody" is also taken whole). */
static enum html_part
part_of_words(const struct html_lists *lists, struct slice words)
{
	enum html_part part = PART_NONE;
	size_t start = 0;

	for (size_t i = 0; i <= words.len; i++) {
		char c = i < words.len ? words.at[i] : ' ';
		bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
		bool hump = i > start && c >= 'A' && c <= 'Z' && words.at[i - 1] >= 'a' && words.at[i - 1] <= 'z';
		struct slice what;

		if (letter && !hump)
			continue;
		what = table_find_lower(&lists->classes, slice_sub(words, start, i));
		start = hump ? i : i + 1;
		if (what.at == NULL)
			continue;
		if (slice_is(what, "drop"))
			return PART_DROP;
		part = slice_is(what, "caption") ? PART_CAPTION : PART_BODY;
	}
	return part;
}

/* Does a style say "display: none"? */
static bool
hides(struct slice style)
{
	while (style.at != NULL) {
		struct slice value = slice_cut(&style, ';');

		if (html_is(slice_trim(slice_cut(&value, ':')), "display") && value.at != NULL)
			return slice_starts(slice_trim(value), "none");
	}
	return false;
}

/* What a start tag's attributes say of the element. */
static enum html_part
part_of_tag(const struct html_lists *lists, struct slice rest)
{
	enum html_part part = PART_NONE;
	struct slice name;
	struct slice value;

	while (part != PART_DROP && html_attribute(&rest, &name, &value)) {
		enum html_part told = PART_NONE;

		if (html_is(name, "class") || html_is(name, "id") || html_is(name, "role"))
			told = part_of_words(lists, value);
		else if (html_is(name, "itemprop") && html_is(value, "articlebody"))
			told = PART_BODY;
		else if (html_is(name, "hidden") || (html_is(name, "aria-hidden") && html_is(value, "true")) ||
		    (html_is(name, "style") && hides(value)))
			told = PART_DROP;
		if (told == PART_DROP || part == PART_NONE)
			part = told;
	}
	return part;
}

static uint32_t
add_region(struct html_page *p, enum html_part part, uint32_t parent)
{
	MEM_GROW(p->region, p->region_cap, p->regions + 1);
	p->region[p->regions] = (struct html_region){ .part = part, .parent = parent };
	return (uint32_t)p->regions++;
}

static void
pop(struct builder *b)
{
	const struct open *o = &b->open[--b->depth];

	b->links -= o->link;
	b->skips -= o->skip;
	b->pres -= o->pre;
	b->headings -= o->heading;
	if (o->block)
		end_line(b, true);
}

static bool
same_name(struct slice a, struct slice b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if ((a.at[i] | 32) != (b.at[i] | 32))
			return false;
	return true;
}

/* Closes what the start of a block, or of another item or cell, closes without an end tag. */
static void
close_implied(struct builder *b, struct slice name, bool repeats)
{
	if (b->depth > 0 && (html_is(b->open[b->depth - 1].name, "p") ||
	    (repeats && same_name(b->open[b->depth - 1].name, name))))
		pop(b);
}

static bool
is_json(struct slice rest)
{
	struct slice name;
	struct slice value;

	while (html_attribute(&rest, &name, &value))
		if (html_is(name, "type"))
			return html_is(value, "application/ld+json");
	return false;
}

static void
push(struct builder *b, const struct html_token *tag, struct slice what)
{
	enum html_part part = slice_is(what, "drop") ? PART_DROP : slice_is(what, "caption") ? PART_CAPTION
	    : slice_is(what, "body") ? PART_BODY : PART_NONE;
	struct open o = { .name = tag->name, .region = region_now(b) };
	enum html_part told = part_of_tag(b->lists, tag->rest);

	if (b->depth == DEPTH_MOST)
		return;
	if (html_is(tag->name, "p") && told == PART_DROP) /* it is named for what goes before or behind */
		told = PART_NONE;
	if (told == PART_DROP || part == PART_NONE)
		part = told;
	if (part != PART_NONE)
		o.region = add_region(b->page, part, o.region);
	o.skip = slice_is(what, "skip");
	o.pre = slice_is(what, "pre");
	o.heading = slice_is(what, "heading");
	o.block = what.len > 0 && !o.skip;
	o.link = html_is(tag->name, "a");
	o.json = html_is(tag->name, "script") && is_json(tag->rest);
	b->links += o.link;
	b->skips += o.skip;
	b->pres += o.pre;
	b->headings += o.heading;
	MEM_GROW(b->open, b->open_cap, b->depth + 1);
	b->open[b->depth++] = o;
}

static void
start_tag(struct builder *b, const struct html_token *tag)
{
	struct slice what = table_find_lower(&b->lists->elements, tag->name);
	bool block = what.len > 0 && !slice_is(what, "skip") && !slice_is(what, "void") && !slice_is(what, "break");

	html_meta_tag(&b->page->meta, b->lists, tag, b->arena);
	if (slice_is(what, "break"))
		end_line(b, !b->in_line);
	if (slice_is(what, "void") || slice_is(what, "break"))
		return;
	if (block) {
		close_implied(b, tag->name, slice_is(what, "item") || slice_is(what, "cell") || html_is(tag->name, "tr"));
		end_line(b, true);
	}
	if (!html_is(tag->name, "hr"))
		push(b, tag, what);
}

static void
end_tag(struct builder *b, const struct html_token *tag)
{
	size_t i = b->depth;

	while (i > 0 && b->depth - i < LOOK_BACK && !same_name(b->open[i - 1].name, tag->name))
		i--;
	if (i > 0 && same_name(b->open[i - 1].name, tag->name))
		while (b->depth >= i)
			pop(b);
}

/* A text: of the page, or of an element whose content is for programs. */
static void
text(struct builder *b, struct slice s)
{
	const struct open *o = b->depth > 0 ? &b->open[b->depth - 1] : NULL;

	if (b->skips > 0) {
		if (o->json)
			html_meta_json(&b->page->meta, b->lists, s, b->arena);
		else if (html_is(o->name, "title"))
			html_tell(&b->page->meta, b->lists, ARTICLE_TITLE, RANK_TITLE, s, b->arena);
		return;
	}
	buf_clear(&b->scratch);
	html_decode(&b->scratch, b->lists, s);
	add_text(b, buf_slice(&b->scratch));
	if (o != NULL && html_is(o->name, "h1"))
		html_tell(&b->page->meta, b->lists, ARTICLE_TITLE, RANK_H1, s, b->arena);
}

void
html_page_read(struct html_page *p, const struct html_lists *lists, struct slice page, struct arena *a)
{
	struct builder b = { .page = p, .lists = lists, .arena = a };
	struct html_scanner scanner = { .page = page };
	struct html_token token;

	add_region(p, PART_NONE, 0);
	while (html_next(&scanner, &token)) {
		if (token.kind == HTML_START)
			start_tag(&b, &token);
		else if (token.kind == HTML_END)
			end_tag(&b, &token);
		else
			text(&b, token.text);
	}
	html_page_judge(p);
	mem_free(b.open);
	buf_free(&b.scratch);
}

void
html_page_free(struct html_page *p)
{
	buf_free(&p->text);
	mem_free(p->line);
	mem_free(p->region);
}
