/* Rows from what was found: confidence, numbers, parts. */
#include "digits.h"
#include "quote_parts.h"

/* Each rule with an example and its confidence in hundredths: its precision on news that was set aside to measure. */
#define RULE(name, confidence) { { name, sizeof name - 1 }, confidence }

static const struct { struct slice name; uint8_t confidence; } rules[RULE_COUNT] = {
	[RULE_QUOTE_X_SAID] = RULE("quote-x-said", 97),       /* “We will go,” Berg said. */
	[RULE_QUOTE_SAID_X] = RULE("quote-said-x", 98),       /* “We will go,” said Berg. */
	[RULE_X_SAID_QUOTE] = RULE("x-said-quote", 85),       /* Berg said, “We will go.” */
	[RULE_QUOTE_IN_CLAUSE] = RULE("quote-in-clause", 88), /* Berg said “it hurts” each time. */
	[RULE_SPLIT] = RULE("split", 84),                     /* “We,” Berg said, “will go.” */
	[RULE_AFTER] = RULE("after", 98),                     /* “We will go,” Berg said. “We must.” */
	[RULE_CARRIED] = RULE("carried", 87),                 /* ... Berg said. He paused. “We must.” */
	[RULE_COLON] = RULE("colon", 70),                     /* Berg: “We will go.” */
	[RULE_HEADLINE] = RULE("headline", 95),               /* “We will go”: Berg */
	[RULE_LABEL] = RULE("label", 71),                     /* Berg called it “a farce.” */
	[RULE_ACCORDING] = RULE("according-to", 75),          /* According to Berg, the plant is safe. */
	[RULE_ACCORDING_AFTER] = RULE("according-after", 77), /* The plant is safe, according to Berg. */
	[RULE_THAT] = RULE("that", 79),                       /* Berg said that the plant was safe. */
	[RULE_CLAUSE] = RULE("clause", 79),                   /* Berg said the plant was safe. */
	[RULE_CLAUSE_X_SAID] = RULE("clause-x-said", 81),     /* The plant is safe, Berg said. */
	[RULE_CLAUSE_SAID_X] = RULE("clause-said-x", 81),     /* The plant is safe, said Berg. */
	[RULE_INSERTED] = RULE("inserted", 78),               /* The plant, Berg said, is safe. */
	[RULE_WH] = RULE("wh", 81),                           /* Berg asked whether it was safe. */
	[RULE_TO] = RULE("to", 58),                           /* Berg promised to go. */
	[RULE_PREP] = RULE("prep", 50),                       /* Berg warned of a leak. */
	[RULE_AS] = RULE("as", 69),                           /* Berg praised the plant as a model. */
	[RULE_NOUN] = RULE("noun", 57),                       /* Berg denied the report, denied taking it. */
	[RULE_AS_X_SAID] = RULE("as-x-said", 53),             /* As Berg put it, the plant is safe. */
	[RULE_TITLE_COLON] = RULE("title-colon", 80),         /* Berg: The plant is safe */
	[RULE_TURN] = RULE("turn", 85),                       /* BERG: The plant is safe. */
	[RULE_NOUN_CUE] = RULE("noun-cue", 60),               /* Berg’s claim that the plant was safe */
	[RULE_BESIDE] = RULE("beside", 80),                   /* “We will go,” Berg thundered. */
	[RULE_NEXT] = RULE("next", 77),                       /* “We will go,” Berg said.  [a paragraph on] “We must.” */
	[RULE_ALONE] = RULE("alone", 68),                     /* “We will go.” */
	[RULE_THIS] = RULE("this-was-said", 60)               /* The plant is safe.  This was announced by Berg. */
};

/* Three fields: the words, and where they stand. */
static void
set_range(struct doc *d, struct slice *field, struct range at)
{
	if (at.start >= at.end)
		return;
	field[0] = slice_sub(d->text, at.start, at.end);
	field[1] = arena_number(&d->arena, at.start);
	field[2] = arena_number(&d->arena, at.end);
}

/* "2/3" */
static struct slice
part(struct doc *d, size_t which, size_t of)
{
	enum { ROOM = DIGITS_MAX + 1 + DIGITS_MAX };
	char *end, *slash, *start;

	if (of < 2)
		return slice_make("", 0);
	end = (char *)arena_alloc(&d->arena, ROOM) + ROOM;
	slash = end - digits_before(end, of).len - 1;
	*slash = '/';
	start = slash - digits_before(slash, which).len;
	return slice_make(start, (size_t)(end - start));
}

static unsigned
confidence(const struct found *f)
{
	unsigned c = rules[f->rule].confidence * (6u - f->doubt) / 6;

	return c > f->less ? c - f->less : 1;
}

/* May a stand before b: by place, the longer first? */
static bool
in_order(const struct found *a, const struct found *b)
{
	return a->said.start < b->said.start || (a->said.start == b->said.start && a->said.end >= b->said.end);
}

/* Equal places keep their order, and what is in order, as most is, stays. */
static void
sort(struct found *f, size_t n, struct found *spare)
{
	size_t half = n / 2, i = 0, j = half, k = 0;

	if (n < 2)
		return;
	sort(f, half, spare);
	sort(f + half, n - half, spare);
	if (in_order(&f[half - 1], &f[half]))
		return;
	memcpy(spare, f, half * sizeof *f);
	while (i < half && j < n)
		f[k++] = in_order(&spare[i], &f[j]) ? spare[i++] : f[j++];
	while (i < half)
		f[k++] = spare[i++];
}

/* What is reported within something reported, and what no speaker claims, is less sure. */
enum { LESS_NESTED = 60, LESS_UNCLAIMED = 20, LESS_UNCLAIMED_CLAUSE = 50 };

/* "Berg said the dam was safe, according to two aides": what the aides tell of is what Berg said. */
static bool
relayed(const struct found *f, const struct found *outer)
{
	bool whole = f->rule == RULE_CLAUSE_X_SAID ? f->said.start == outer->said.start :
	    (f->rule == RULE_THAT || f->rule == RULE_CLAUSE) && f->said.end == outer->said.end;

	return outer->rule == RULE_ACCORDING_AFTER && whole && f->speaker.end + 1 == f->cue.start;
}

static void
weigh(struct quote *q)
{
	const struct found *outer = NULL;

	for (size_t i = 0; i < q->nfound; i++) {
		struct found *f = &q->found[i];
		unsigned less = f->less;

		if (outer != NULL && f->said.end <= outer->said.end && f->form != FORM_DIRECT && !relayed(f, outer))
			less += LESS_NESTED;
		if (f->speaker.start == f->speaker.end)
			less += f->rule == RULE_CLAUSE && !f->told ? LESS_UNCLAIMED_CLAUSE : LESS_UNCLAIMED;
		f->less = (uint8_t)(less < 99 ? less : 99);
		if (outer == NULL || f->said.end > outer->said.end)
			outer = f;
	}
}

/* Parts of a group, and its number in the document, by group. */
struct count {
	uint32_t parts, seen, number;
};

static void
add_row(struct quote *q, struct doc *d, const struct found *f)
{
	struct count *c = &q->count[f->group];
	struct slice *field = doc_add(d, ROW_QUOTE, f->said.start, f->said.end)->field;

	if (c->number == 0)
		c->number = ++q->numbers;
	field[QUOTE_NUMBER] = arena_number(&d->arena, c->number);
	field[QUOTE_PART] = part(d, ++c->seen, c->parts);
	field[QUOTE_FORM] = slice_from(form_name(f->form));
	field[QUOTE_STANCE] = f->stance;
	set_range(d, &field[QUOTE_CUE], f->cue);
	set_range(d, &field[QUOTE_SPEAKER], f->speaker);
	field[QUOTE_CONFIDENCE] = arena_hundredths(&d->arena, confidence(f));
	field[QUOTE_RULE] = rules[f->rule].name;
}

enum { ROWS = 4096 }; /* that are added at a time: a row takes ten times what was found */

static void
add_rows(struct quote *q, struct doc *d)
{
	size_t end = d->nrow + ROWS;

	for (; q->told < q->nfound && d->nrow < end; q->told++)
		if (confidence(&q->found[q->told]) >= q->least)
			add_row(q, d, &q->found[q->told]);
}

void
quote_rows(struct quote *q, struct doc *d, double min_confidence)
{
	q->least = (unsigned)(min_confidence * 100 + 0.5);
	q->told = 0;
	q->numbers = 0;
	q->count = arena_alloc(&d->arena, (q->groups + 1) * sizeof *q->count);
	memset(q->count, 0, (q->groups + 1) * sizeof *q->count);
	sort(q->found, q->nfound, arena_alloc(&d->arena, (q->nfound / 2 + 1) * sizeof *q->found));
	weigh(q);
	for (size_t i = 0; i < q->nfound; i++)
		if (confidence(&q->found[i]) >= q->least)
			q->count[q->found[i].group].parts++;
	q->without_rows = d->arena;
	add_rows(q, d);
}

bool
quote_more(struct quote *q, struct doc *d)
{
	if (q->told == q->nfound)
		return false;
	arena_back(&d->arena, &q->without_rows);
	d->nrow = d->nread = 0;
	add_rows(q, d);
	return true;
}
