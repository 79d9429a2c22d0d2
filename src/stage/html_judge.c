/* html_judge: which regions of a page are furniture, and which holds the article. */
#include "html_page.h"

enum {
	PROSE_LEAST = 60,   /* bytes of a line that is running text, links apart */
	ASKED_MOST = 5,     /* a box with a form holds less than the fifth part of all prose */
	ARTICLE_LEAST = 180 /* bytes of running text in an element named as the article's */
};

static void
sum_prose(struct html_page *p)
{
	for (size_t i = 0; i < p->lines; i++) {
		size_t prose = p->line[i].end - p->line[i].start - p->line[i].linked;

		p->region[p->line[i].region].own += prose >= PROSE_LEAST ? prose : 0;
	}
	for (size_t i = 0; i < p->regions; i++)
		p->region[i].prose = p->region[i].own;
	for (size_t i = p->regions; i-- > 1;)
		p->region[p->region[i].parent].prose += p->region[i].prose;
}

/* Is there an article: an element named as one that holds prose outside of what is named as furniture? */
static bool
has_article(const struct html_page *p)
{
	bool *furniture = mem_alloc(p->regions * sizeof *furniture);
	size_t *prose = mem_alloc(p->regions * sizeof *prose);
	bool found = false;

	furniture[0] = false;
	for (size_t i = 1; i < p->regions; i++)
		furniture[i] = furniture[p->region[i].parent] || p->region[i].part == PART_DROP;
	for (size_t i = 0; i < p->regions; i++)
		prose[i] = furniture[i] ? 0 : p->region[i].own;
	for (size_t i = p->regions; i-- > 1 && !found;) {
		prose[p->region[i].parent] += prose[i];
		found = p->region[i].part == PART_BODY && prose[i] >= ARTICLE_LEAST;
	}
	mem_free(furniture);
	mem_free(prose);
	return found;
}

/* Tells furniture and captions: no region that holds more than a third of all prose, whose name must mean something else unless
 * an article stands beside it; and none at all where less than a fourth of the prose would be left and there is no such article.
 * Regions follow those that hold them. */
static void
judge_furniture(struct html_page *p)
{
	size_t all = p->region[0].prose;
	size_t dropped = 0;
	bool article = has_article(p);

	for (size_t i = 1; i < p->regions; i++) {
		struct html_region *r = &p->region[i];
		const struct html_region *parent = &p->region[r->parent];
		bool small = r->prose * 3 < all || all == 0;

		r->dropped = parent->dropped || (r->part == PART_DROP && (small || article)) ||
		    (r->asks && r->prose * ASKED_MOST < all); /* "The best of the week in your inbox", and where to sign */
		r->captioned = parent->captioned || (r->part == PART_CAPTION && small);
		r->bylined = parent->bylined || (r->part == PART_BYLINE && small);
		dropped += (r->dropped && !parent->dropped) ? r->prose : 0;
	}
	for (size_t i = 1; i < p->regions && dropped * 4 > all * 3 && !article; i++)
		p->region[i].dropped = false;
}

/* Sums what is left of the prose without furniture. */
static void
sum_kept(struct html_page *p)
{
	for (size_t i = p->regions; i-- > 0;) {
		struct html_region *r = &p->region[i];

		r->kept += r->dropped ? 0 : r->own;
		if (i > 0)
			p->region[r->parent].kept += r->kept;
	}
}

/* The element that is named as the article's: the innermost of those with the most prose, if that is half of what is no
 * furniture.  0 if there is none. */
static size_t
named_body(const struct html_page *p)
{
	size_t body = 0;

	for (size_t i = 1; i < p->regions; i++)
		if (p->region[i].part == PART_BODY && !p->region[i].dropped && p->region[i].kept >= p->region[body > 0 ? body : i].kept)
			body = i;
	return p->region[body].kept * 2 >= p->region[0].kept ? body : 0;
}

/* The innermost element that holds nearly all that is no furniture. */
static size_t
common_body(const struct html_page *p)
{
	size_t i = p->regions;

	while (i-- > 1)
		if (p->region[i].kept * 10 >= p->region[0].kept * 9 && p->region[i].kept > 0)
			return i;
	return 0;
}

/* Finds the element that holds the article; one that is not named so is never sure. */
static void
judge_body(struct html_page *p)
{
	size_t named = named_body(p);
	size_t body = named > 0 ? named : common_body(p);

	if (body == 0)
		return;
	p->region[body].in_body = true;
	for (size_t i = body + 1; i < p->regions; i++)
		p->region[i].in_body = p->region[p->region[i].parent].in_body;
	p->has_body = true;
	p->body_sure = named > 0 && p->region[body].kept * 4 > p->region[0].kept * 3;
}

void
html_page_judge(struct html_page *p)
{
	sum_prose(p);
	judge_furniture(p);
	sum_kept(p);
	judge_body(p);
}
