/* block_stretch: the cheapest way to read a page as stretches of article and of chrome (menus, teasers, notices) is
 * chosen over all lines at once; then the stretches that are one article's. */
#include "block_stretch.h"

#include "mem.h"

enum {
	SWITCH = 24,     /* what it costs to pass from article to chrome or back */
	GAP = 12,        /* lines of chrome between stretches of one article, at most */
	ENOUGH = 4,      /* a stretch behind the headline weighs a fourth of the weightiest, at least, to be the main one */
	GAP_MOST = 60,   /* and where prose runs on behind them */
	DECK = 3,        /* lines of a deck, at most */
	LEAD = 30,       /* and of what leads to the article of a text that begins with its headline */
	LONE = 60        /* words of a paragraph that may well stand alone */
};

static bool
solid(const struct block_line *line)
{
	return (line->flags & (LINE_STOP | LINE_CUT)) == LINE_STOP && line->words >= 8 && line->hint == ROLE_COUNT &&
	    (line->flags & LINE_LINKED) == 0;
}

/* Prose that stands alone between lines that are none is as likely a teaser or a comment as a paragraph. */
static void
weigh_lone_prose(struct line_list *lines)
{
	for (size_t i = 0; i < lines->len; i++) {
		struct block_line *line = &lines->at[i];
		bool alone = (i == 0 || !solid(line - 1)) && (i + 1 == lines->len || !solid(line + 1));

		if (alone && line->score > 0 && line->words < LONE)
			line->score /= 2;
	}
}

/* Marks the stretches of article: the reading of all lines, as article or chrome, with the greatest sum of the
 * scores of article lines less what its changes cost (Viterbi's recursion over two states). */
static void
mark_stretches(struct line_list *lines)
{
	enum { FROM_BODY_TO_BODY = 1, FROM_BODY_TO_CHROME = 2 };
	unsigned char *step = mem_alloc(lines->len);
	long body = 0;
	long chrome = -SWITCH / 2;
	bool in_body;

	for (size_t i = 0; i < lines->len; i++) {
		long was = body;

		step[i] = (unsigned char)((body >= chrome - SWITCH ? FROM_BODY_TO_BODY : 0) |
		    (body - SWITCH > chrome ? FROM_BODY_TO_CHROME : 0));
		body = (body >= chrome - SWITCH ? body : chrome - SWITCH) + lines->at[i].score;
		chrome = was - SWITCH > chrome ? was - SWITCH : chrome;
	}
	in_body = body >= chrome - SWITCH / 2;
	for (size_t i = lines->len; i-- > 0;) {
		lines->at[i].body = in_body;
		in_body = (step[i] & (in_body ? FROM_BODY_TO_BODY : FROM_BODY_TO_CHROME)) != 0;
	}
	mem_free(step);
}

/* The weight of the stretch of article that begins at line i, and in *end the line behind it. */
static long
weigh(const struct line_list *lines, size_t i, size_t *end)
{
	long sum = 0;

	for (; i < lines->len && lines->at[i].body; i++)
		sum += lines->at[i].score;
	*end = i;
	return sum;
}

/* The line of the headline: the second that is it, as the first is the page's own title; 0 if there is none. */
static size_t
headline(const struct line_list *lines)
{
	size_t found = 0;
	size_t n = 0;

	for (size_t i = 0; i < lines->len && n < 2; i++) {
		if (lines->at[i].hint == ROLE_TITLE) {
			found = i;
			n++;
		}
	}
	return found;
}

/* The line at which the article's main stretch begins: the first behind the headline that weighs enough beside the
 * weightiest, for lists of teasers and of comments further down may weigh more. */
static size_t
find_main(const struct line_list *lines)
{
	size_t title = headline(lines);
	size_t best_at = 0;
	size_t end;
	long best = 0;

	for (size_t i = 0; i < lines->len; i = end + 1) {
		long weight = weigh(lines, i, &end);

		if (weight > best) {
			best = weight;
			best_at = i;
		}
	}
	for (size_t i = title; i < lines->len; i = end + 1)
		if (weigh(lines, i, &end) * ENOUGH >= best && best > 0)
			return i;
	return best_at;
}

/* Do two lines of the stretch that begins at line i, one behind the other, read as prose? */
static bool
runs_on(const struct line_list *lines, size_t i)
{
	for (i++; i < lines->len && lines->at[i].body; i++)
		if (solid(&lines->at[i]) && solid(&lines->at[i - 1]))
			return true;
	return false;
}

/* The line behind the article: stretches behind its main one belong to it where little chrome stands between, or where
 * more does and prose runs on behind that; comments and teasers do not, nor anything behind a tail. */
static size_t
find_end(const struct line_list *lines, size_t main_at)
{
	size_t end = main_at;
	bool prose = false;

	for (size_t i = main_at; i < lines->len; i++) {
		const struct block_line *line = &lines->at[i];
		bool resumes = line->body && i > end;

		if ((line->tail && prose) || (resumes && i - end > GAP && !runs_on(lines, i)))
			break;
		if (line->body)
			end = i + 1;
		else if (i - end > GAP_MOST)
			break;
		prose |= line->body && solid(line);
	}
	return end;
}

/* The article's first line, likewise. */
static size_t
find_start(const struct line_list *lines, size_t main_at)
{
	size_t start = main_at;

	for (size_t i = main_at; i > 0 && start - i <= GAP; i--)
		if (lines->at[i - 1].body)
			start = i - 1;
	return start;
}

/* May the line stand in the lead: nothing speaks against it, or it tells who wrote it, and when? */
static bool
leads(const struct block_line *line)
{
	return line->hint == ROLE_COUNT || line->hint == ROLE_BYLINE || line->hint == ROLE_DATELINE;
}

/* A few lines between the headline and the article are its deck; and all, if the text begins with the headline and nothing
 * speaks against them. */
static void
keep_deck(struct line_list *lines, size_t start)
{
	bool begins = lines->at[0].hint == ROLE_TITLE && headline(lines) == 0 && start <= LEAD;
	size_t i = start;

	while (i > 0 && start - i < DECK && leads(&lines->at[i - 1]) && lines->at[i - 1].words >= 2)
		i--;
	while (begins && i > 1 && leads(&lines->at[i - 1]))
		i--;
	if (i > 0 && lines->at[i - 1].hint == ROLE_TITLE)
		for (; i < start; i++)
			lines->at[i].body |= lines->at[i].hint == ROLE_COUNT;
}

static void
keep_main_stretch(struct line_list *lines)
{
	size_t main_at = find_main(lines);
	size_t start = find_start(lines, main_at);
	size_t end = find_end(lines, main_at);

	if (!lines->at[main_at].body) {
		start = headline(lines);
		for (end = start; end < lines->len && (end - start < 4 || lines->at[end].hint != ROLE_BOILERPLATE); end++)
			lines->at[end].body = true;
	}
	for (size_t i = 0; i < lines->len; i++)
		lines->at[i].body &= i >= start && i < end;
	keep_deck(lines, start);
	for (size_t i = lines->len; i-- > 1;)
		if (lines->at[i].body && (lines->at[i - 1].flags & LINE_HEADING) != 0 && lines->at[i - 1].hint == ROLE_COUNT)
			lines->at[i - 1].body = true;
}

void
line_stretch(struct line_list *lines)
{
	if (lines->len == 0)
		return;
	weigh_lone_prose(lines);
	mark_stretches(lines);
	keep_main_stretch(lines);
}
