#include "html_page.h"

#include "ascii.h"

enum {
	RANK_H1 = 8,     /* of titles; an h1 may be the site's name */
	LOOK_BACK = 512, /* open elements among which the one that an end tag closes is looked for */
	DEPTH_MOST = 4096,
	WORD_MOST = 32   /* letters of a name in the list html-classes */
};

/* Elements whose text tells something of the page. */
enum told { TOLD_NOTHING, TOLD_TITLE, TOLD_H1, TOLD_JSON };

/* An element that is open. */
struct open {
	struct slice name;
	uint32_t region;
	enum told told;
	bool block, link, skip, pre, heading, byline;
};

struct builder {
	struct html_page *page;
	const struct html_lists *lists;
	struct arena *arena;
	struct open *open;
	size_t depth, open_cap;
	size_t links, skips, pres, headings, bylines; /* how many of the open elements are that */
	struct buf told; /* the text of the element that tells */
	enum told tells;
	bool in_line, space, block; /* a line has begun; white space, or the end of a block, goes before what comes */
};

void
html_lists_load(struct html_lists *lists)
{
	*lists = (struct html_lists){
		.elements = table_load("html-elements"), .classes = table_load("html-classes"),
		.meta = table_load("html-meta"),
	};
}

void
html_lists_free(struct html_lists *lists)
{
	table_free(&lists->elements);
	table_free(&lists->classes);
	table_free(&lists->meta);
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

/* Appends a text, its white space as browsers show it. */
static void
add_text(struct builder *b, struct slice s)
{
	struct buf *text = &b->page->text;

	for (size_t i = 0; i < s.len; i++) {
		if (ascii_blank(s.at[i])) {
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
		line_now(b)->bylined += b->bylines > 0;
		if (region_now(b) < line_now(b)->region)
			line_now(b)->region = region_now(b);
	}
}

/* What the list has for words, whose letters alone count: "read-more" is "readmore" there. */
static enum html_part
listed_part(const struct html_lists *lists, struct slice words)
{
	char letters[WORD_MOST];
	size_t n = 0;
	struct slice what;

	for (size_t i = 0; i < words.len && n < WORD_MOST; i++)
		if (ascii_letter(words.at[i]))
			letters[n++] = words.at[i];
	what = table_find_lower(&lists->classes, slice_make(letters, n));
	if (what.at == NULL)
		return PART_NONE;
	return slice_is(what, "drop") ? PART_DROP : slice_is(what, "caption") ? PART_CAPTION
	    : slice_is(what, "byline") ? PART_BYLINE : PART_BODY;
}

/* Of two parts that words name the one that tells more. */
static enum html_part
stronger(enum html_part a, enum html_part b)
{
	if (a == PART_DROP || b == PART_DROP)
		return PART_DROP;
	return b == PART_NONE || a == PART_BYLINE ? a : b;
}

/* What the words of a class or id say, alone and with the one before, cut at marks and before capitals ("read-more"). */
static enum html_part
part_of_words(const struct html_lists *lists, struct slice words)
{
	enum html_part part = PART_NONE;
	size_t before = 0; /* where the word before begins; where this one does if it is the first of its name */
	size_t start = 0;

	for (size_t i = 0; i <= words.len && part != PART_DROP; i++) {
		char c = i < words.len ? words.at[i] : ' ';
		bool hump = i > start && ascii_capital(c) && ascii_small(words.at[i - 1]);

		if (ascii_letter(c) && !hump)
			continue;
		if (i > start) {
			part = stronger(part, listed_part(lists, slice_sub(words, start, i)));
			if (before < start)
				part = stronger(part, listed_part(lists, slice_sub(words, before, i)));
			before = start;
		}
		start = hump ? i : i + 1;
		if (ascii_blank(c))
			before = start;
	}
	return part;
}

/* Does a style say "display: none"? */
static bool
hides(struct slice style)
{
	while (style.at != NULL) {
		struct slice value = slice_cut(&style, ';');

		if (slice_is_fold(slice_trim(slice_cut(&value, ':')), "display") && value.at != NULL)
			return slice_starts(slice_trim(value), "none");
	}
	return false;
}

/* Does the attribute keep its element from being shown? */
static bool
is_hiding(struct slice name, struct slice value)
{
	return slice_is_fold(name, "hidden") || (slice_is_fold(name, "aria-hidden") && slice_is_fold(value, "true")) ||
	    (slice_is_fold(name, "style") && hides(value));
}

/* What a start tag's attributes say of the element.  A paragraph that is named as furniture is named for what goes before or behind. */
static enum html_part
part_of_tag(const struct html_lists *lists, const struct html_tag *tag)
{
	const unsigned char **rest = tag->attributes;
	enum html_part part = PART_NONE;
	struct slice name;
	struct slice value;

	while (part != PART_DROP && html_attribute(&rest, &name, &value)) {
		enum html_part told = PART_NONE;

		if (slice_is_fold(name, "class") || slice_is_fold(name, "id") || slice_is_fold(name, "role"))
			told = part_of_words(lists, value);
		else if (slice_is_fold(name, "itemprop") && slice_is_fold(value, "articlebody"))
			told = PART_BODY;
		if (told == PART_DROP && slice_is_fold(tag->name, "p"))
			told = PART_NONE;
		if (is_hiding(name, value))
			told = PART_DROP;
		if (told == PART_DROP || told == PART_BYLINE || part == PART_NONE)
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

/* Takes what the element told that ends here. */
static void
take_told(struct builder *b)
{
	struct slice told = buf_slice(&b->told);
	struct html_meta *meta = &b->page->meta;

	if (b->tells == TOLD_TITLE && meta->window.len == 0)
		meta->window = arena_copy(b->arena, slice_trim(told));
	if (b->tells == TOLD_JSON)
		html_meta_json(meta, told, b->arena);
	else
		html_tell(meta, ARTICLE_TITLE, b->tells == TOLD_H1 ? RANK_H1 : RANK_TITLE, told, b->arena);
	b->tells = TOLD_NOTHING;
}

static void
pop(struct builder *b)
{
	const struct open *o = &b->open[--b->depth];

	b->links -= o->link;
	b->skips -= o->skip;
	b->pres -= o->pre;
	b->headings -= o->heading;
	b->bylines -= o->byline;
	if (o->told != TOLD_NOTHING)
		take_told(b);
	if (o->block)
		end_line(b, true);
}

static bool
is_json(const unsigned char **rest)
{
	struct slice name;
	struct slice value;

	while (html_attribute(&rest, &name, &value))
		if (slice_is_fold(name, "type"))
			return slice_is_fold(value, "application/ld+json");
	return false;
}

/* What the text of an element that begins here tells. */
static enum told
told_by(const struct builder *b, const struct html_tag *tag)
{
	if (b->tells != TOLD_NOTHING || b->skips > 0)
		return TOLD_NOTHING;
	if (slice_is_fold(tag->name, "title"))
		return TOLD_TITLE;
	if (slice_is_fold(tag->name, "h1"))
		return TOLD_H1;
	return slice_is_fold(tag->name, "script") && is_json(tag->attributes) ? TOLD_JSON : TOLD_NOTHING;
}

static enum html_part
part_of(const struct builder *b, const struct html_tag *tag, struct slice what)
{
	enum html_part part = slice_is(what, "drop") ? PART_DROP : slice_is(what, "caption") ? PART_CAPTION
	    : slice_is(what, "body") ? PART_BODY : PART_NONE;
	enum html_part told = part_of_tag(b->lists, tag);

	if (told == PART_DROP || (told == PART_BYLINE && part != PART_BODY)) /* <article class="node-published"> is no byline */
		return told;
	return part == PART_NONE ? told : part;
}

static void
push(struct builder *b, const struct html_tag *tag, struct slice what)
{
	enum html_part part = part_of(b, tag, what);
	struct open o = { .name = tag->name, .region = region_now(b), .told = told_by(b, tag) };

	if (b->depth == DEPTH_MOST)
		return;
	o.skip = slice_is(what, "skip");
	o.block = what.len > 0 && !o.skip;
	if (part != PART_NONE || (o.block && !slice_is_fold(tag->name, "p")))
		o.region = add_region(b->page, part, o.region);
	if (o.told != TOLD_NOTHING) {
		b->tells = o.told;
		buf_clear(&b->told);
	}
	o.pre = slice_is(what, "pre");
	o.heading = slice_is(what, "heading");
	o.link = slice_is_fold(tag->name, "a");
	o.byline = part == PART_BYLINE && !o.block;
	b->links += o.link;
	b->skips += o.skip;
	b->pres += o.pre;
	b->headings += o.heading;
	b->bylines += o.byline;
	MEM_GROW(b->open, b->open_cap, b->depth + 1);
	b->open[b->depth++] = o;
}

/* Is the tag one that a page begins with, and not a part of one? */
static bool
begins_page(struct slice name)
{
	return slice_is_fold(name, "html") || slice_is_fold(name, "head") || slice_is_fold(name, "body") || slice_is_fold(name, "meta") ||
	    slice_is_fold(name, "title");
}

static void
start_tag(void *user, const struct html_tag *tag)
{
	struct builder *b = user;
	struct slice what = table_find_lower(&b->lists->elements, tag->name);
	bool block = what.len > 0 && !slice_is(what, "skip") && !slice_is(what, "void") && !slice_is(what, "break");

	b->page->whole |= !b->page->begun && begins_page(tag->name);
	b->page->begun = true;
	html_meta_tag(&b->page->meta, b->lists, tag, b->arena);
	if (slice_is(what, "break"))
		end_line(b, !b->in_line);
	if (slice_is(what, "void") || slice_is(what, "break"))
		return;
	if (block)
		end_line(b, true);
	if (slice_is_fold(tag->name, "form"))
		b->page->region[region_now(b)].asks = true;
	if (!slice_is_fold(tag->name, "hr"))
		push(b, tag, what);
}

static void
end_tag(void *user, struct slice name)
{
	struct builder *b = user;
	size_t i = b->depth;

	while (i > 0 && b->depth - i < LOOK_BACK && !slice_eq(b->open[i - 1].name, name))
		i--;
	if (i > 0 && slice_eq(b->open[i - 1].name, name))
		while (b->depth >= i)
			pop(b);
}

static void
text(void *user, struct slice s)
{
	struct builder *b = user;

	if (b->tells != TOLD_NOTHING)
		buf_add(&b->told, s);
	if (b->skips == 0)
		add_text(b, s);
}

void
html_page_read(struct html_page *p, const struct html_lists *lists, struct slice page, struct arena *a)
{
	static const struct html_events events = { start_tag, end_tag, text };
	struct builder b = { .page = p, .lists = lists, .arena = a };

	add_region(p, PART_NONE, 0);
	html_parse(page, &events, &b);
	html_page_judge(p);
	mem_free(b.open);
	buf_free(&b.told);
}

void
html_page_free(struct html_page *p)
{
	buf_free(&p->text);
	mem_free(p->line);
	mem_free(p->region);
}
