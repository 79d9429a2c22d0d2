/* "Two were hurt.  This was announced by Berg.": what is said stands in the sentence before. */
#include "quote_page.h"

/* Is the subject of the passive verb nothing but "this"? */
static bool
only_this(const struct para *p, const struct use *use)
{
	return use->passive && !use->told && use->who > use->start && (use->cue->frames & (FRAME_THAT | FRAME_THAT_ONLY)) &&
	    use->start == use->a + 1 && unit_is(p, use->a, KEY(THIS)) && !unit_is(p, use->a, KEY(IT) | KEY(THERE));
}

/* The bytes [start, end) without the stop and the space at their end. */
static struct range
without_stop(const struct para *p, uint32_t start, uint32_t end)
{
	while (end > start && (p->text.at[end - 1] == '.' || p->text.at[end - 1] == ' '))
		end--;
	return (struct range){ start, end };
}

/* The last sentence of the paragraph before, if it is one of the text and has no marks. */
static struct range
paragraph_before(const struct para *p)
{
	const struct sentence *s = p->q->sentence_before;

	if (s == NULL || s->role != ROLE_PARAGRAPH || quote_has_marks(slice_sub(p->text, s->start, s->end)))
		return (struct range){ 0, 0 };
	return without_stop(p, s->start, s->end);
}

/* The sentence before that of unit a. */
static struct range
before(const struct para *p, size_t a)
{
	size_t first = a;

	if (a == 0)
		return paragraph_before(p);
	while (first > 0 && !unit_first(p, --first))
		;
	return without_stop(p, p->unit[first].start, p->unit[a - 1].end);
}

bool
quote_this(struct para *p, const struct use *use)
{
	struct range said;
	struct found *f;

	if (!only_this(p, use))
		return false;
	said = before(p, use->a);
	if (said.start == said.end || (f = quote_add(p, use, use->a, use->a + 1, RULE_THIS)) == NULL)
		return false;
	f->said = said;
	f->form = quote_has_marks(slice_sub(p->text, said.start, said.end)) ? FORM_MIXED : FORM_INDIRECT;
	return true;
}
