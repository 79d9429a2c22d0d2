/* block: roles for the lines of a page.  What a line's words and shape say is its hint (block_hint.c); hints and
 * scores (block_score.c) decide which stretches are article (block_stretch.c); then each line gets its role. */
#include "block.h"

#include "block_hint.h"
#include "block_score.h"
#include "block_stretch.h"

enum {
	PARAGRAPH_WORDS = 14, /* with so many words a line is a paragraph without a stop */
	LINK_MOST = 30,       /* words of a line that leads to another page, and fewer */
	HEADED = 5            /* lines behind a heading among which that is which it heads */
};

struct block_rules {
	struct hints *hints;
};

struct block_rules *
block_rules_new(const char *lang)
{
	struct block_rules *rules = mem_alloc(sizeof *rules);

	rules->hints = hints_new(lang);
	return rules;
}

void
block_rules_free(struct block_rules *rules)
{
	hints_free(rules->hints);
	mem_free(rules);
}

/* Does the line read as text, so that a short one before it may head it? */
static bool
is_headed(const struct block_line *line)
{
	return (line->flags & (LINE_STOP | LINE_BULLET | LINE_MARK)) != 0 || line->words >= PARAGRAPH_WORDS;
}

/* How many short lines of the article stand before line i, and nothing else; two are told from more. */
static size_t
short_before(const struct line_list *lines, size_t i)
{
	size_t n = 0;

	while (n < 2 && n < i && lines->at[i - n - 1].body && lines->at[i - n - 1].hint == ROLE_COUNT &&
	    !is_headed(&lines->at[i - n - 1]))
		n++;
	return n;
}

/* Does line i head what is behind it?  Captions and the like may stand between, and one heading may head another; three short
 * lines are a list. */
static bool
is_heading(const struct line_list *lines, size_t i)
{
	size_t run = short_before(lines, i) + 1;

	for (size_t k = i + 1; k < lines->len && k <= i + HEADED && run < 3; k++) {
		const struct block_line *line = &lines->at[k];

		if (line->hint != ROLE_COUNT)
			continue;
		if (!line->body)
			return false;
		if (is_headed(line))
			return true;
		run++;
	}
	return false;
}

/* The role of line i by its shape. */
static enum role
shape_role(const struct line_list *lines, size_t i)
{
	const struct block_line *line = &lines->at[i];

	if ((line->flags & LINE_BULLET) != 0)
		return ROLE_ITEM;
	if ((line->flags & (LINE_STOP | LINE_MARK)) != 0 || line->words >= PARAGRAPH_WORDS)
		return ROLE_PARAGRAPH;
	return (line->flags & LINE_HEADING) != 0 || is_heading(lines, i) ? ROLE_HEADING : ROLE_ITEM;
}

static enum role
role_at(const struct line_list *lines, size_t i)
{
	const struct block_line *line = &lines->at[i];

	if (line->hint == ROLE_TITLE || (line->hint != ROLE_COUNT && (!line->body || !line_is_prose(line) || line->sure)))
		return line->hint;
	if (!line->body)
		return ROLE_BOILERPLATE;
	return shape_role(lines, i);
}

static void
mark_as(struct block_line *line, enum role role)
{
	line->hint = role;
	line->sure = true;
	line->flags |= LINE_MARKED;
}

/* Is the line hardly more than a link to another page, "[ Audit found 14 broken locks last year ]", or, by its words, furniture with
 * a link: "Read also: Audit found 14 broken locks"? */
static bool
is_link(const struct block_line *line, size_t linked)
{
	if (line->hint == ROLE_BOILERPLATE)
		return (line->flags & (LINE_LINKED | LINE_INSIDE)) == (LINE_LINKED | LINE_INSIDE);
	return line->hint == ROLE_COUNT && linked * 4 > (line->end - line->start) * 3 && line->words < LINK_MOST &&
	    (line->flags & LINE_HEADING) == 0;
}

/* Notes on the lines what is marked of them: in their flags, or as their hint. */
static void
take_marks(struct line_list *lines, const struct block_mark *mark, size_t n, bool hints)
{
	size_t m = 0;

	for (size_t i = 0; n > 0 && i < lines->len; i++) {
		struct block_line *line = &lines->at[i];
		size_t linked = 0;
		bool byline = false;

		for (; m < n && mark[m].start < line->end; m++) {
			linked += mark[m].linked;
			byline |= mark[m].byline;
			line->flags |= (mark[m].inside ? LINE_INSIDE : 0) | (mark[m].outside ? LINE_OUTSIDE : 0) |
			    (mark[m].heading ? LINE_HEADING : 0);
			if (hints && line->hint != ROLE_TITLE && (mark[m].furniture || mark[m].caption))
				mark_as(line, mark[m].furniture ? ROLE_BOILERPLATE : ROLE_CAPTION);
		}
		if (hints && byline && line->hint == ROLE_COUNT) { /* what is no byline by its words neither is one to the stages behind */
			line->hint = ROLE_BOILERPLATE;
			line->sure = true;
		}
		if (linked * 2 > line->end - line->start)
			line->flags |= LINE_LINKED;
		if (hints && is_link(line, linked))
			mark_as(line, ROLE_BOILERPLATE);
	}
}

/* Lines of links before the headline are the page's, or its outlet's name. */
static void
drop_head_links(struct line_list *lines)
{
	size_t title = 0;

	while (title < lines->len && lines->at[title].hint != ROLE_TITLE)
		title++;
	for (size_t i = 0; i < title && title < lines->len; i++) {
		struct block_line *line = &lines->at[i];

		if ((line->flags & LINE_LINKED) != 0)
			mark_as(line, ROLE_BOILERPLATE);
	}
}

void
block_find_marked(const struct block_rules *rules, struct slice text, struct slice title,
    const struct block_mark *mark, size_t n, struct block_list *out)
{
	struct line_list lines = { 0 };

	out->len = 0;
	line_cut(&lines, text);
	take_marks(&lines, mark, n, false);
	hint_lines(rules->hints, text, title, &lines);
	take_marks(&lines, mark, n, true);
	drop_head_links(&lines);
	line_score(&lines, text);
	line_stretch(&lines);
	MEM_GROW(out->at, out->cap, lines.len);
	for (size_t i = 0; i < lines.len; i++)
		out->at[out->len++] = (struct block){ lines.at[i].start, lines.at[i].end, role_at(&lines, i) };
	mem_free(lines.at);
}

void
block_find(const struct block_rules *rules, struct slice text, struct slice title, struct block_list *out)
{
	block_find_marked(rules, text, title, NULL, 0, out);
}
