/* Quotation marks, paired within a paragraph: an odd mark costs at most the paragraph it stands in. */
#include "lanes.h"
#include "quote_page.h"

enum side { NONE, OPENS, CLOSES, EITHER };

/* How the paragraph's marks are to be read. */
struct reading {
	bool surplus;     /* more close than open: one with space before it may open */
	bool nests;       /* as many open as close: an opening mark within a quotation is a quotation in it */
	bool single_opens; /* ... if ‘ is taken for “: "‘ breach of a” treaty" in a translated text */
	bool low;         /* „ opens, so “ closes */
	bool inward;      /* »...« */
};

/* Could the byte at text[i] begin a mark that opens a quotation? */
static bool
may_open(struct slice text, size_t i)
{
	unsigned char next = i + 1 < text.len ? (unsigned char)text.at[i + 1] : 0;
	unsigned char last = i + 2 < text.len ? (unsigned char)text.at[i + 2] : 0;

	switch ((unsigned char)text.at[i]) {
	case '\'':
		return i == 0 || text.at[i - 1] == ' ' || next == '\'';
	case 0xC2:
		return next == 0xAB || next == 0xBB;
	case 0xE2:
		return next == 0x80 && last >= 0x98 && last <= 0xBA && last != 0x99;
	case '"': case '`': case 0xE3: case 0xEF:
		return true;
	default:
		return false;
	}
}

/* A load at a time; the last one may overlap the one before. */
bool
quote_has_marks(struct slice text)
{
	size_t i = 0;

	while (i < text.len && text.len >= LANES) {
		size_t from = text.len - i < LANES ? text.len - LANES : i;
		lanes bytes = lanes_load(text.at + from);
		uint32_t found = lanes_beyond(bytes) | lanes_are(bytes, '"') | lanes_are(bytes, '\'') | lanes_are(bytes, '`');

		for (; found != 0; found &= found - 1)
			if (may_open(text, from + lanes_first(found)))
				return true;
		i = from + LANES;
	}
	while (i < text.len && !may_open(text, i))
		i++;
	return i < text.len;
}

static bool
is_single(const struct para *p, size_t i)
{
	uint32_t c = p->token[i].code;

	if ((c == '\'' || c == '`') && p->token[i].end - p->token[i].start == 2)
		return false;
	return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B || c == 0xB4 ||
	    c == 0x2039 || c == 0x203A;
}

static bool
space_before(const struct para *p, size_t i)
{
	uint32_t c;

	if (i == 0 || (p->token[i].flags & TOKEN_SPACE))
		return true;
	c = p->token[i - 1].code;
	return p->token[i - 1].kind == TOKEN_MARK || c == '(' || c == '[' || c == 0x2014 || c == 0x2013 || c == '-' ||
	    c == '>' || c == '/' || c == '_';
}

static bool
space_after(const struct para *p, size_t i)
{
	return i + 1 >= p->tokens || (p->token[i + 1].flags & TOKEN_SPACE);
}

/* What the mark's own shape says. */
static enum side
shape(const struct para *p, size_t i, const struct reading *r)
{
	switch (p->token[i].code) {
	case 0x201C:
		return r->low ? CLOSES : OPENS;
	case 0xBB:
		return r->inward ? OPENS : CLOSES;
	case 0xAB:
		return r->inward ? CLOSES : OPENS;
	case 0x201D: case 0x300D: case 0x300F: case 0x301E:
		return CLOSES;
	case 0x201E: case 0x300C: case 0x300E: case 0x301D: case '`':
		return OPENS;
	case 0x2018:
		return r->single_opens ? OPENS : NONE;
	default:
		return is_single(p, i) ? NONE : EITHER;
	}
}

/* What its place among words says. */
static enum side
place(const struct para *p, size_t i)
{
	bool before = space_before(p, i), after = space_after(p, i);

	if (before && !after)
		return OPENS;
	return !before ? CLOSES : EITHER;
}

static struct reading
read_marks(const struct para *p)
{
	struct reading r = { 0 };
	size_t opens = 0, closes = 0, singles = 0;
	bool guillemet = false;

	for (size_t m = 0; m < p->marks; m++) {
		uint32_t code = p->token[p->mark[m]].code;

		r.low = r.low || code == 0x201E;
		if ((code == 0xAB || code == 0xBB) && !guillemet) {
			guillemet = true;
			r.inward = code == 0xBB && place(p, p->mark[m]) == OPENS;
		}
	}
	for (size_t m = 0; m < p->marks; m++) {
		enum side side = shape(p, p->mark[m], &r);

		opens += side == OPENS;
		closes += side == CLOSES;
		singles += p->token[p->mark[m]].code == 0x2018;
	}
	r.nests = opens == closes;
	r.surplus = closes > opens;
	if (singles > 0 && opens + singles == closes)
		r.nests = r.single_opens = true;
	return r;
}

/* Notes the stretch from the mark `open` to the mark `close`; if it is not closed, to the token before. */
static void
note(struct para *p, size_t open, size_t close, bool closed, uint8_t flags)
{
	struct quote *q = p->q;
	struct marked m = { .token = (uint32_t)open + 1, .token_end = (uint32_t)close, .unit = UINT32_MAX, .flags = flags };

	if (open + 1 >= close)
		return;
	m.start = p->token[open].start;
	m.inner = p->token[open + 1].start;
	m.inner_end = p->token[close - 1].end;
	m.end = closed ? p->token[close].end : m.inner_end;
	if (!closed)
		m.flags |= MARKED_OPEN;
	MEM_GROW(q->marked, q->marked_cap, q->nmarked + 1);
	q->marked[q->nmarked++] = m;
}

/* "the workers' families": may the single mark at token k be a genitive's? */
static bool
owns(const struct para *p, size_t k)
{
	return k > 0 && k + 1 < p->tokens && p->token[k + 1].kind == TOKEN_WORD && !(p->token[k + 1].flags & TOKEN_CAPITAL) &&
	    p->token[k - 1].kind == TOKEN_WORD && p->text.at[p->token[k - 1].end - 1] == 's';
}

/* Is the mark at token k, before token end, a single one that closes? */
static bool
closes_too(const struct para *p, size_t k, size_t end)
{
	return k < end && is_single(p, k) && place(p, k) == CLOSES && p->token[k].code != 0x2018;
}

/* Does the text before the mark at token k end in a comma or a stop? */
static bool
ended(const struct para *p, size_t k)
{
	const struct token *t;

	if (k == 0)
		return false;
	t = &p->token[k - 1];
	return t->kind == TOKEN_STOP || t->code == ',' || t->code == '!' || t->code == '?';
}

/* Can the single mark at token k close what the one at token i opened, with double ones between them or none? */
static bool
closes_single(const struct para *p, size_t i, size_t k, bool nested)
{
	return place(p, k) == CLOSES && (p->token[k].code != 0x2018 || p->token[i].code == 0x201A) && (!nested || ended(p, k));
}

/* Mark number m, a single one that opens: the token of its closing one; else tokens.  Double ones within are of a quotation in it,
 * where ‘ opened it and ,’ closes. */
static size_t
single_close(const struct para *p, size_t m)
{
	enum { LONGEST = 200 };
	size_t i = p->mark[m];
	bool nested = false;

	if (place(p, i) != OPENS || p->token[i].code == 0x2019 || i + 1 >= p->tokens ||
	    p->token[i + 1].kind != TOKEN_WORD)
		return p->tokens;
	while (++m < p->marks && p->mark[m] < i + LONGEST) {
		size_t k = p->mark[m];

		if (!is_single(p, k)) {
			nested = true;
			if (p->token[i].code != 0x2018)
				break;
		} else if (closes_single(p, i, k, nested) && !(owns(p, k) && m + 1 < p->marks && closes_too(p, p->mark[m + 1], i + LONGEST))) {
			return k;
		}
	}
	return p->tokens;
}

/* The token where the quotation that opens at mark number m closes; where a new one opens instead of a close, *again is
 * set. */
static size_t
double_close(const struct para *p, size_t m, const struct reading *r, bool *again)
{
	size_t depth = 1;

	while (++m < p->marks) {
		size_t k = p->mark[m];
		enum side side = shape(p, k, r);

		if (side == NONE)
			continue;
		if (side == OPENS && place(p, k) == CLOSES && !r->nests)
			side = CLOSES;
		if (side == OPENS && r->nests) {
			depth++;
		} else if (side == OPENS) {
			*again = true;
			return k;
		} else if (--depth == 0) {
			return k;
		}
	}
	return p->tokens;
}

/* Does the mark at token i begin a quotation? */
static bool
opens(const struct para *p, size_t i, const struct reading *r)
{
	enum side side = shape(p, i, r), here = place(p, i);

	if (side == OPENS)
		return true;
	if (side == CLOSES)
		return here == OPENS || (here == EITHER && r->surplus);
	return side == EITHER && here != CLOSES;
}

/* "“": a quotation the paragraph before did not close begins again. */
static uint8_t
first_flags(struct para *p, size_t i)
{
	return i == 0 && p->q->open ? MARKED_GOES_ON : 0;
}

/* Notes which tokens are marks. */
static void
find_marks(struct para *p)
{
	struct quote *q = p->q;

	MEM_GROW(q->mark, q->mark_cap, p->tokens + 1);
	p->mark = q->mark;
	for (size_t i = 0; i < p->tokens; i++) {
		p->mark[p->marks] = (uint32_t)i;
		p->marks += p->token[i].kind == TOKEN_MARK;
	}
}

bool
quote_mark(struct para *p)
{
	struct reading r;
	size_t before = p->q->nmarked, from = 0;
	bool open = false;

	find_marks(p);
	r = read_marks(p);
	for (size_t m = 0; m < p->marks; m++) {
		size_t i = p->mark[m];
		bool again = false;

		if (i < from)
			continue;
		if (is_single(p, i) && !(r.single_opens && p->token[i].code == 0x2018)) {
			size_t end = single_close(p, m);

			if (end < p->tokens) {
				note(p, i, end, true, MARKED_SINGLE);
				from = end + 1;
			}
		} else if (opens(p, i, &r)) {
			from = double_close(p, m, &r, &again);
			open = from >= p->tokens;
			note(p, i, from, !open && !again, first_flags(p, i));
			if (!open && !again)
				from++;
		}
	}
	p->first_marked = before;
	p->marked = p->q->marked + before;
	p->nmarked = p->q->nmarked - before;
	return open;
}
