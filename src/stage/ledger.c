#include "ledger.h"

#include "utf8.h"

enum {
	SENSE_MAX = 64,    /* changes of sense kept for one wording */
	PARTS_MAX = 16,    /* parts joined to one wording; a quotation of more is several */
	CONTEXT_MAX = 400 /* bytes of context on either side */
};

/* Between parts of a quotation stand words that are not quoted. */
#define PART_GAP " … "

static struct slice
keep(struct ledger *l, struct slice s)
{
	return s.len == 0 ? slice_from("") : arena_copy(&l->arena, s);
}

/* The article of d: the last one, where a row that was left out has cut its rows in two. */
static void
add_article(struct ledger *l, const struct doc *d)
{
	const struct row *r = doc_row(d);
	struct article *a;

	if (l->narticle == 0 || !slice_eq(l->article[l->narticle - 1].id, d->id)) {
		MEM_GROW(l->article, l->article_cap, l->narticle + 1);
		l->article[l->narticle++] = (struct article){ .id = keep(l, d->id), .instant = NO_INSTANT };
	}
	if (r == NULL)
		return;
	a = &l->article[l->narticle - 1];
	a->source = keep(l, r->field[DOC_SOURCE]);
	a->published = keep(l, r->field[DOC_PUBLISHED]);
	a->instant = instant_of(a->published);
	a->url = keep(l, r->field[DOC_URL]);
	a->title = keep(l, r->field[DOC_TITLE]);
}

/* The wording of the current article with that number, or NULL.  Numbers rise with the place in the document. */
static struct wording *
find_number(struct ledger *l, size_t first, size_t number)
{
	size_t low = first, high = l->nwording;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (l->wording[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < l->nwording && l->wording[low].number == number ? &l->wording[low] : NULL;
}

static void
join_part(struct ledger *l, struct wording *w, const struct row *r)
{
	struct slice part = r->field[ROW_TEXT];
	size_t gap = strlen(PART_GAP);
	char *both = arena_alloc(&l->arena, w->text.len + gap + part.len);

	memcpy(both, w->text.at, w->text.len);
	memcpy(both + w->text.len, PART_GAP, gap);
	memcpy(both + w->text.len + gap, part.at, part.len);
	w->text = slice_make(both, w->text.len + gap + part.len);
	if (r->end > w->end)
		w->end = r->end;
	w->parts++;
}

static void
add_wording(struct ledger *l, const struct row *r, size_t number)
{
	struct wording *w;

	MEM_GROW(l->wording, l->wording_cap, l->nwording + 1);
	w = &l->wording[l->nwording++];
	*w = (struct wording){
		.article = l->narticle - 1, .number = number, .parts = 1, .start = r->start, .end = r->end,
		.text = keep(l, r->field[ROW_TEXT]), .form = row_form(r),
		.stance = keep(l, r->field[QUOTE_STANCE]), .cue = keep(l, r->field[QUOTE_CUE]),
		.speaker = keep(l, r->field[QUOTE_SPEAKER]), .speaker_id = keep(l, r->field[QUOTE_SPEAKER_ID]),
		.speaker_name = keep(l, r->field[QUOTE_SPEAKER_NAME]), .statement = keep(l, r->field[QUOTE_STATEMENT]),
		.relation = keep(l, r->field[QUOTE_RELATION]), .similarity = keep(l, r->field[QUOTE_SIMILARITY]),
	};
}

static void
add_quote(struct ledger *l, size_t first, const struct row *r)
{
	struct wording *w = NULL;
	size_t number;

	if (slice_number(r->field[QUOTE_NUMBER], &number))
		w = find_number(l, first, number);
	else
		number = 0;
	if (w != NULL && number != 0 && w->parts < PARTS_MAX)
		join_part(l, w, r);
	else
		add_wording(l, r, number);
}

/* Each wording's changes of sense stand together, as the change rows of one quotation do. */
static void
add_sense(struct ledger *l, size_t first, const struct row *r)
{
	struct sense one = { keep(l, r->field[CHANGE_LEVEL]), keep(l, r->field[CHANGE_FROM]), { 0 } };
	struct wording *w;
	struct sense *all;
	size_t number;

	if (one.level.len == 0 || !slice_number(r->field[CHANGE_NUMBER], &number))
		return;
	w = find_number(l, first, number);
	if (w == NULL || w->nsense == SENSE_MAX)
		return;
	one.to = keep(l, r->field[ROW_TEXT]); /* d's text may not be known */
	all = arena_alloc(&l->arena, (w->nsense + 1) * sizeof *all);
	if (w->nsense > 0)
		memcpy(all, w->sense, w->nsense * sizeof *all);
	all[w->nsense++] = one;
	w->sense = all;
}

/* The sentences of w, with the one before and the one behind, as far as they are near; the wording alone where the
 * text is not known. */
static void
add_context(struct ledger *l, struct wording *w, struct slice text, const struct sentence *s, size_t n)
{
	size_t first = sentence_behind(s, n, w->start), last = sentence_behind(s, n, w->end);
	size_t start = w->start, end = w->end;

	w->context = w->text;
	w->context_start = w->start;
	if (text.at == NULL)
		return;
	if (first > 0)
		first--;
	if (first < n && s[first].start < start)
		start = s[first].start;
	if (last < n && s[last].end > end)
		end = s[last].end;
	if (w->start - start > CONTEXT_MAX)
		start = w->start - CONTEXT_MAX;
	if (end - w->end > CONTEXT_MAX)
		end = w->end + CONTEXT_MAX;
	while (!utf8_boundary(text, start))
		start++;
	while (!utf8_boundary(text, end))
		end--;
	w->context_start = start;
	w->context = keep(l, slice_sub(text, start, end));
}

void
ledger_add(struct ledger *l, struct doc *d)
{
	size_t first = l->nwording, n, i;
	const struct sentence *s = doc_sentences(d, &d->arena, &n);

	add_article(l, d);
	for (i = 0; i < d->nrow; i++)
		if (d->row[i].kind == ROW_QUOTE && row_states(&d->row[i], s, n))
			add_quote(l, first, &d->row[i]);
	for (i = 0; i < d->nrow; i++)
		if (d->row[i].kind == ROW_CHANGE)
			add_sense(l, first, &d->row[i]);
	for (i = first; i < l->nwording; i++)
		add_context(l, &l->wording[i], d->text, s, n);
}

struct slice
ledger_outlet(const struct article *a)
{
	return a->source.len > 0 ? a->source : a->id;
}

struct slice
ledger_speaker(const struct wording *w)
{
	return w->speaker_name.len > 0 ? w->speaker_name : w->speaker;
}

void
ledger_free(struct ledger *l)
{
	mem_free(l->article);
	mem_free(l->wording);
	mem_free(l->statement);
	arena_free(&l->arena);
	*l = (struct ledger){ 0 };
}
