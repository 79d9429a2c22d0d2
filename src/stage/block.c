/* block: roles for the lines of a page.  Every line is scored for itself (block_score.c); the scores decide
 * which stretches are article; then each line gets its role from its words, shape and neighbours. */
#include "block.h"

#include "block_score.h"
#include "lexicon.h"
#include "utf8.h"

struct block_rules {
	struct lexicon *phrases;
};

enum { PHRASE_ROLE, PHRASE_PLACE, PHRASE_COLUMNS };

enum {
	HEAD = 64,          /* bytes of a long line in which a phrase is looked for */
	SHORT = 240,        /* bytes of a line that is looked through as a whole */
	TITLE_WORDS = 3,    /* a headline's, at least */
	PARAGRAPH_WORDS = 14 /* with so many words a line is a paragraph without a stop */
};

struct block_rules *
block_rules_new(const char *lang)
{
	struct block_rules *rules = mem_alloc(sizeof *rules);
	struct slice list = lexicon_builtin(lang, "boilerplate");

	rules->phrases = lexicon_new();
	if (list.at != NULL)
		block_rules_add(rules, list);
	return rules;
}

void
block_rules_free(struct block_rules *rules)
{
	lexicon_free(rules->phrases);
	mem_free(rules);
}

size_t
block_rules_add(struct block_rules *rules, struct slice tsv)
{
	return lexicon_add(rules->phrases, tsv, PHRASE_COLUMNS);
}

static enum role
role_of(struct slice name)
{
	enum role role = 0;

	while (role < ROLE_COUNT && !slice_is(name, role_name(role)))
		role++;
	return role;
}

/* Does a phrase of tokens [i, i + taken) out of [first, n) stand where its entry wants it? */
static bool
in_place(const struct entry *e, size_t first, size_t i, size_t taken, size_t n)
{
	struct slice place = e->column[PHRASE_PLACE];

	if (slice_is(place, "line"))
		return i == first && i + taken == n;
	if (slice_is(place, "start"))
		return i == first;
	if (slice_is(place, "end"))
		return i + taken == n;
	return true;
}

/* What the phrases among tokens say; of several the last role in enum role, which is the surest. */
static enum role
hint_of(const struct block_rules *rules, struct slice text, const struct token_list *tokens)
{
	enum role hint = ROLE_COUNT;
	size_t first = 0;
	size_t n = tokens->len;

	while (first < n && tokens->at[first].kind >= TOKEN_MARK)
		first++;
	while (n > first && tokens->at[n - 1].kind >= TOKEN_MARK)
		n--;
	for (size_t i = first; i < n; i++) {
		size_t taken;
		const struct entry *e = lexicon_longest(rules->phrases, text, tokens->at, n, i, &taken);

		for (; e != NULL; e = e->next) {
			enum role role = role_of(e->column[PHRASE_ROLE]);

			if (in_place(e, first, i, taken, n) && (hint == ROLE_COUNT || role > hint))
				hint = role;
		}
	}
	return hint;
}

static void
hint_lines(const struct block_rules *rules, struct slice text, struct line_list *lines)
{
	struct token_list tokens = { 0 };

	for (size_t i = 0; i < lines->len; i++) {
		struct block_line *line = &lines->at[i];
		size_t end = line->end;

		if (end - line->start > SHORT)
			end = line->start + HEAD;
		while (!utf8_boundary(text, end))
			end--;
		tokens.len = 0;
		token_cut(&tokens, text, line->start, end);
		line->hint = hint_of(rules, text, &tokens);
	}
	mem_free(tokens.at);
}

/* Is the line the headline: the title that the page tells, or the start of it ("Headline | Outlet")? */
static bool
is_title(const struct block_line *line, struct slice text, struct slice title)
{
	struct slice s = slice_sub(text, line->start, line->end);

	if (title.len == 0 || line->words < TITLE_WORDS)
		return slice_eq(s, title) && title.len > 0;
	return s.len <= title.len && memcmp(s.at, title.at, s.len) == 0;
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

/* The headline when the page tells none: its first line, if that is none of the article's sentences. */
static struct slice
find_title(const struct line_list *lines, struct slice text, struct slice title)
{
	const struct block_line *line = lines->at;

	if (title.len > 0 || lines->len < 2)
		return title;
	while (line < lines->at + lines->len && line->hint != ROLE_COUNT)
		line++;
	if (line == lines->at + lines->len || line->words < TITLE_WORDS || (line->flags & LINE_INNER) != 0 ||
	    ((line->flags & LINE_STOP) != 0 && text.at[line->end - 1] == '.') || line->words > 30)
		return title;
	return slice_sub(text, line->start, line->end);
}

static enum role
role_at(const struct line_list *lines, size_t i, struct slice text, struct slice title)
{
	const struct block_line *line = &lines->at[i];

	if (is_title(line, text, title))
		return ROLE_TITLE;
	if (line->hint != ROLE_COUNT)
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
	hint_lines(rules, text, &lines);
	line_score(&lines, text);
	title = find_title(&lines, text, title);
	MEM_GROW(out->at, out->cap, lines.len);
	for (size_t i = 0; i < lines.len; i++)
		out->at[out->len++] = (struct block){ lines.at[i].start, lines.at[i].end, role_at(&lines, i, text, title) };
	mem_free(lines.at);
}
