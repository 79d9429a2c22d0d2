/* block_score: a line is scored by a table of traits, that is, by what speaks for article text and what against. */
#include "block_score.h"

#include "eight.h"
#include "mem.h"

enum {
	PROBES = 32,     /* places in the table of lines at which a twin is looked for */
	TWIN_BYTES = 300 /* longer lines are not compared */
};

static bool
runs_off(const struct block_line *line)
{
	return (line->flags & (LINE_STOP | LINE_COLON)) == 0;
}

static bool
names_things(const struct block_line *line)
{
	return line->words > 1 && line->caps * 2 > line->words;
}

static bool
is_ruled(const struct block_line *line)
{
	return (line->flags & LINE_RULED) != 0 && line->words < 40;
}

static bool
is_address(const struct block_line *line)
{
	return (line->flags & LINE_ADDRESS) != 0 && line->words < 25;
}

static bool
is_cut(const struct block_line *line)
{
	return (line->flags & LINE_CUT) != 0 && line->words >= 8;
}

static bool
is_inside(const struct block_line *line)
{
	return (line->flags & (LINE_INSIDE | LINE_LINKED)) == LINE_INSIDE;
}

static bool
repeats(const struct block_line *line)
{
	return line->twins > 1;
}

static bool
hinted(const struct block_line *line)
{
	return line->hint != ROLE_COUNT;
}

static bool
hinted_chrome(const struct block_line *line)
{
	return line->hint == ROLE_BOILERPLATE;
}

/* What the traits of a line speak for: above 0 article, below 0 chrome. */
static int
weight_of_traits(const struct block_line *line)
{
	return -2 * runs_off(line) - names_things(line) - 3 * is_ruled(line) - 2 * is_address(line) - 4 * is_cut(line) +
	    4 * is_inside(line) - 3 * repeats(line) - 2 * hinted(line) - 4 * hinted_chrome(line);
}

/* The same of those that a flag tells. */
static const struct {
	uint32_t flag;
	int weight;
} flags[] = {
	{ LINE_STOP, 3 },
	{ LINE_INNER, 2 },
	{ LINE_COMMA, 1 },
	{ LINE_MARK, 1 },
	{ LINE_DEBRIS, -4 },
	{ LINE_RIGHTS, -8 },
	{ LINE_LINKED, -8 },
	{ LINE_OUTSIDE, -6 },
};

/* What the number of words speaks for: the first line that it is below. */
static const struct {
	uint32_t below;
	int weight;
} lengths[] = {
	{ 5, -1 },  /* few */
	{ 8, 0 },
	{ 15, 1 },  /* those of a phrase */
	{ 25, 3 },  /* some */
	{ UINT32_MAX, 6 } /* many */
};

/* The sum of a line's traits, the weightier the more words there are to judge by.  What mark-up tells apart says
 * nothing of what stands around it. */
static int
score_of(const struct block_line *line)
{
	int score = weight_of_traits(line);
	size_t length = 0;

	if ((line->flags & LINE_MARKED) != 0)
		return 0;
	while (line->words >= lengths[length].below)
		length++;
	score += lengths[length].weight;
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		score += (line->flags & flags[i].flag) != 0 ? flags[i].weight : 0;
	return score * (line->words < 5 ? 2 : line->words < 15 ? 3 : line->words < 40 ? 4 : 5);
}

/* A hash of the length, the ends and the middle of s: lines that are alike in these and still differ are few, and are
 * compared. */
static size_t
hash_of(struct slice s)
{
	const size_t at[] = { 0, s.len / 3, s.len / 2, s.len - 8 };
	uint64_t h = s.len;

	if (s.len < 8) {
		for (size_t i = 0; i < s.len; i++)
			h = (h ^ (unsigned char)s.at[i]) * 0x100000001B3u;
		return (size_t)(h ^ (h >> 32));
	}
	for (size_t i = 0; i < sizeof at / sizeof *at; i++)
		if (at[i] + 8 <= s.len) {
			h = (h ^ eight_load(s.at + at[i])) * 0x9E3779B97F4A7C15u;
			h ^= h >> 32;
		}
	return (size_t)h;
}

/* Counts the lines that are the same.  A table of line numbers plus one, open addressing; a text that
 * crowds it loses twins, not time. */
static void
count_twins(struct line_list *lines, struct slice text)
{
	size_t size = 64;
	uint32_t *table;

	while (size < lines->len * 2)
		size *= 2;
	table = mem_alloc(size * sizeof *table);
	for (size_t i = 0; i < lines->len; i++) {
		struct block_line *line = &lines->at[i];
		struct slice s = slice_sub(text, line->start, line->end);
		size_t h = s.len <= TWIN_BYTES ? hash_of(s) : 0;

		for (size_t probe = 0; s.len <= TWIN_BYTES && probe < PROBES; probe++, h++) {
			uint32_t *cell = &table[h & (size - 1)];
			struct block_line *first = &lines->at[*cell == 0 ? i : *cell - 1];

			if (*cell == 0) {
				*cell = (uint32_t)i + 1;
				break;
			}
			if (slice_eq(s, slice_sub(text, first->start, first->end))) {
				line->twins = ++first->twins;
				break;
			}
		}
	}
	mem_free(table);
}

void
line_score(struct line_list *lines, struct slice text)
{
	if (lines->len == 0)
		return;
	count_twins(lines, text);
	for (size_t i = 0; i < lines->len; i++)
		lines->at[i].score = score_of(&lines->at[i]);
}
