/* block: roles for the lines of a page.  What a line's words and shape say is its hint (block_hint.c); hints and
 * scores decide which stretches are article (block_score.c); then each line gets its role. */
#include "block.h"

#include "block_hint.h"
#include "block_score.h"

enum { PARAGRAPH_WORDS = 14 }; /* with so many words a line is a paragraph without a stop */

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

size_t
block_rules_add(struct block_rules *rules, struct slice tsv)
{
	return hints_add(rules->hints, tsv);
}

/* A line's role by its shape; next is the line behind it, or NULL. */
static enum role
shape_role(const struct block_line *line, const struct block_line *next)
{
	if ((line->flags & LINE_BULLET) != 0)
		return ROLE_ITEM;
	if ((line->flags & (LINE_STOP | LINE_MARK)) != 0 || line->words >= PARAGRAPH_WORDS)
		return ROLE_PARAGRAPH;
	if (next != NULL && next->body && ((next->flags & (LINE_STOP | LINE_BULLET)) != 0 || next->words >= PARAGRAPH_WORDS))
		return ROLE_HEADING;
	return ROLE_ITEM;
}

static enum role
role_at(const struct line_list *lines, size_t i)
{
	const struct block_line *line = &lines->at[i];

	if (line->hint == ROLE_TITLE || (line->hint != ROLE_COUNT && (!line->body || !line_is_prose(line) || line->sure)))
		return line->hint;
	if (!line->body)
		return ROLE_BOILERPLATE;
	return shape_role(line, i + 1 < lines->len ? line + 1 : NULL);
}

void
block_find(const struct block_rules *rules, struct slice text, struct slice title, struct block_list *out)
{
	struct line_list lines = { 0 };

	out->len = 0;
	line_cut(&lines, text);
	hint_lines(rules->hints, text, title, &lines);
	line_score(&lines, text);
	MEM_GROW(out->at, out->cap, lines.len);
	for (size_t i = 0; i < lines.len; i++)
		out->at[out->len++] = (struct block){ lines.at[i].start, lines.at[i].end, role_at(&lines, i) };
	mem_free(lines.at);
}
