/* html_judge: which regions of a page are furniture, and which holds the article. */
#include "html_page.h"

enum { PROSE_LEAST = 60 }; /* bytes of a line that is running text, links apart */

static void
sum_prose(struct html_page *p)
{
	for (size_t i = 0; i < p->lines; i++) {
		size_t prose = p->line[i].end - p->line[i].start - p->line[i].linked;

		p->region[p->line[i].region].prose += prose >= PROSE_LEAST ? prose : 0;
	}
	for (size_t i = p->regions; i-- > 1;)
		p->region[p->region[i].parent].prose += p->region[i].prose;
}

/* Tells furniture and captions: no region that holds more than a third of all prose, whose name must mean something else; and
 * none at all where less than a fourth of the prose would be left.  Regions follow those that hold them. */
static void
judge_furniture(struct html_page *p)
{
	size_t all = p->region[0].prose;
	size_t dropped = 0;

	for (size_t i = 1; i < p->regions; i++) {
		struct html_region *r = &p->region[i];
		const struct html_region *parent = &p->region[r->parent];
		bool small = r->prose * 3 < all || all == 0;

		r->dropped = parent->dropped || (r->part == PART_DROP && small);
		r->captioned = parent->captioned || (r->part == PART_CAPTION && small);
		dropped += (r->dropped && !parent->dropped) ? r->prose : 0;
	}
	for (size_t i = 1; i < p->regions && dropped * 4 > all * 3; i++)
		p->region[i].dropped = false;
}

/* Finds the element that holds the article: the innermost of those named so with the most prose, if that is half of
 * what is no furniture. */
static void
judge_body(struct html_page *p)
{
	size_t body = 0;
	size_t most = 0;
	size_t kept = p->region[0].prose;

	for (size_t i = 1; i < p->regions; i++) {
		const struct html_region *r = &p->region[i];

		kept -= r->dropped && !p->region[r->parent].dropped ? r->prose : 0;
		if (r->part == PART_BODY && !r->dropped && r->prose >= most) {
			most = r->prose;
			body = i;
		}
	}
	if (body == 0 || most * 2 < kept)
		return;
	p->region[body].in_body = true;
	for (size_t i = body + 1; i < p->regions; i++)
		p->region[i].in_body = p->region[p->region[i].parent].in_body;
	p->has_body = true;
	p->body_sure = most * 4 > kept * 3;
}

void
html_page_judge(struct html_page *p)
{
	sum_prose(p);
	judge_furniture(p);
	judge_body(p);
}
