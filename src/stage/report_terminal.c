#include "report.h"

#include "paint.h"
#include "words.h"

enum {
	MARGIN = 4,       /* the statement, and the outlets under it */
	OUTLET_MAX = 22,  /* columns of an outlet's name; what is longer is cut */
	RELATION = 11,    /* columns of "paraphrase" and a blank */
	NARROW = 60,      /* columns under which outlets' words stand below their names */
	LONG_DROP = 8,    /* words of a cut that are shown whole */
	DROP_HEAD = 4, DROP_TAIL = 3, /* words that are shown of a longer one */
	STANCES_MAX = 4
};

/* s with something before and behind it. */
static struct slice
within(struct report *r, const char *before, struct slice s, const char *behind)
{
	struct buf b = { 0 };
	struct slice all;

	buf_string(&b, before);
	buf_add(&b, s);
	buf_string(&b, behind);
	all = arena_copy(&r->arena, buf_slice(&b));
	buf_free(&b);
	return all;
}

static struct slice
number_text(struct report *r, size_t n, const char *one, const char *many)
{
	return within(r, "", arena_number(&r->arena, n), n == 1 ? one : many);
}

/* Notes stance among those seen, if there is room. */
static void
note_stance(struct slice *seen, size_t *n, struct slice stance)
{
	size_t i;

	for (i = 0; i < *n; i++)
		if (slice_eq(seen[i], stance))
			return;
	if (stance.len > 0 && *n < STANCES_MAX)
		seen[(*n)++] = stance;
}

/* "denied" for "deny", which goes with "she" and "they" alike. */
static struct slice
past_of(struct slice stance)
{
	for (size_t i = 0; i < stance_count; i++)
		if (slice_is(stance, stances[i].name))
			return slice_from(stances[i].past);
	return stance;
}

/* What its speaker does with the statement, in the words of all that carry it: "denied, said". */
static void
paint_stances(struct report *r, struct paint *p, const struct statement *s)
{
	struct slice seen[STANCES_MAX];
	size_t n = 0, i;

	for (i = 0; i < s->n; i++)
		note_stance(seen, &n, s->wording[i].stance);
	for (i = 0; i < n; i++)
		paint_text(p, PAINT_PLAIN, within(r, "", past_of(seen[i]), i + 1 < n ? "," : ""));
}

static void
paint_head(struct report *r, struct paint *p, size_t i)
{
	const struct statement *s = &r->ledger->statement[i];
	struct slice voice = ledger_speaker(s->voice);

	p->indent = 0;
	paint_word(p, PAINT_FAINT, arena_number(&r->arena, i + 1));
	p->indent = MARGIN;
	paint_tab(p, MARGIN);
	paint_text(p, voice.len > 0 ? PAINT_STRONG : PAINT_FAINT, voice.len > 0 ? voice : slice_from("(unknown)"));
	paint_stances(r, p, s);
	paint_word(p, PAINT_FAINT, slice_from("·"));
	if (s->n == 1) {
		paint_text(p, PAINT_FAINT, ledger_outlet(s->wording->by));
	} else {
		paint_text(p, PAINT_FAINT, number_text(r, s->outlets, " outlet,", " outlets,"));
		paint_text(p, PAINT_FAINT, number_text(r, s->n, " wording", " wordings"));
	}
	paint_break(p);
}

/* Reported speech stands without marks, as its outlet has it. */
static void
paint_fullest(struct report *r, struct paint *p, const struct wording *w)
{
	struct slice text = slice_ends(w->text, ",") ? slice_sub(w->text, 0, w->text.len - 1) : w->text;

	if (w->form == FORM_DIRECT)
		text = within(r, "“", text, "”");
	paint_text(p, PAINT_PLAIN, text);
	paint_break(p);
}

/* The first and the last words of a long text; a short one whole. */
static struct slice
shortened(struct report *r, struct slice text)
{
	struct buf b = { 0 };

	if (words_count(text) <= LONG_DROP)
		return text;
	buf_add(&b, words_first(text, DROP_HEAD));
	buf_string(&b, " …");
	buf_add(&b, words_last(text, DROP_TAIL));
	text = arena_copy(&r->arena, buf_slice(&b));
	buf_free(&b);
	return text;
}

/* The words of a piece; with marks where there is no colour.  A long cut shows its ends. */
static void
paint_piece(struct report *r, struct paint *p, const struct piece *piece)
{
	struct slice text = piece->text;

	if (piece->kind == PIECE_SAME) {
		paint_text(p, PAINT_PLAIN, text);
	} else if (piece->kind == PIECE_ADDED) {
		paint_text(p, PAINT_ADDED, p->color ? text : within(r, "{+", text, "+}"));
	} else {
		text = shortened(r, text);
		paint_text(p, PAINT_DROPPED, p->color ? text : within(r, "[-", text, "-]"));
	}
}

/* Another speaker than the statement's, and another stance than the fullest wording's. */
static void
paint_differs(struct paint *p, const struct statement *s, const struct wording *w)
{
	const struct wording *voice = s->voice;
	struct slice name = ledger_speaker(w);
	bool speaker = name.len > 0 && !slice_eq(name, ledger_speaker(voice)) &&
	    (w->speaker_id.len == 0 || !slice_eq(w->speaker_id, voice->speaker_id));
	bool stance = !slice_eq(w->stance, s->wording->stance) && w->stance.len > 0;

	if (!speaker && !stance)
		return;
	paint_word(p, PAINT_FAINT, slice_from("—"));
	if (speaker)
		paint_text(p, PAINT_FAINT, name);
	if (stance)
		paint_text(p, PAINT_FAINT, past_of(w->stance));
}

/* ! number: “four” → “fourteen” */
static void
paint_sense(struct report *r, struct paint *p, const struct sense *e)
{
	struct slice from = shortened(r, e->from), to = shortened(r, e->to);

	paint_break(p);
	paint_text(p, PAINT_ALARM, within(r, "! ", e->level, ":"));
	if (from.len > 0)
		paint_text(p, PAINT_ALARM, within(r, "“", from, to.len > 0 ? "” →" : "” dropped"));
	if (to.len > 0)
		paint_text(p, PAINT_ALARM, within(r, "“", to, from.len > 0 ? "”" : "” added"));
}

static struct slice
outlet_name(struct report *r, const struct wording *w)
{
	struct slice name = ledger_outlet(w->by);

	if (paint_width(name) <= OUTLET_MAX)
		return name;
	return within(r, "", slice_sub(name, 0, paint_fits(name, OUTLET_MAX - 1)), "…");
}

/* One outlet's own words beside the fullest ones. */
static void
paint_wording(struct report *r, struct paint *p, const struct statement *s, const struct wording *w, size_t outlets)
{
	struct piece_list pieces = report_pieces(r, s, w);
	struct slice relation = w == s->wording ? slice_from("fullest") : w->relation;
	bool again = w > s->wording && slice_eq(ledger_outlet(w->by), ledger_outlet(w[-1].by));
	size_t i;

	p->indent = MARGIN;
	paint_text(p, PAINT_PLAIN, again ? slice_from("″") : outlet_name(r, w));
	if (p->width >= NARROW) {
		paint_tab(p, MARGIN + outlets);
		p->indent = MARGIN + outlets;
		paint_text(p, PAINT_FAINT, relation);
		paint_tab(p, MARGIN + outlets + RELATION);
		p->indent = MARGIN + outlets + RELATION;
	} else {
		paint_text(p, PAINT_FAINT, relation);
		paint_break(p);
		p->indent = MARGIN + 2;
	}
	if (w == s->wording)
		paint_text(p, PAINT_FAINT, slice_from("as above"));
	else
		for (i = 0; i < pieces.len; i++)
			paint_piece(r, p, &pieces.at[i]);
	paint_differs(p, s, w);
	for (i = 0; i < w->nsense; i++)
		paint_sense(r, p, &w->sense[i]);
	paint_break(p);
}

/* Columns for the names of a statement's outlets, and a blank behind them. */
static size_t
outlet_columns(const struct statement *s)
{
	size_t most = 0, i;

	for (i = 0; i < s->n; i++) {
		size_t width = paint_width(ledger_outlet(s->wording[i].by));

		if (width > most)
			most = width;
	}
	return (most < OUTLET_MAX ? most : OUTLET_MAX) + 2;
}

void
report_terminal(struct report *r, size_t i, struct buf *out)
{
	const struct statement *s = &r->ledger->statement[i];
	struct paint p = { .out = out, .width = r->width, .color = r->color };
	size_t outlets = outlet_columns(s), k;

	paint_head(r, &p, i);
	paint_fullest(r, &p, s->wording);
	for (k = 0; s->n > 1 && k < s->n; k++)
		paint_wording(r, &p, s, &s->wording[k], outlets);
	paint_gap(&p);
	paint_free(&p);
	arena_reset(&r->arena);
}

void
report_terminal_end(struct report *r, size_t n, struct buf *out)
{
	struct paint p = { .out = out, .width = r->width, .color = r->color };
	const struct ledger *l = r->ledger;
	size_t shared = 0, turned = 0, i;

	for (i = 0; i < l->nstatement; i++)
		shared += l->statement[i].outlets > 1;
	for (i = 0; i < l->nwording; i++)
		turned += l->wording[i].nsense > 0;
	paint_text(&p, PAINT_FAINT, number_text(r, l->narticle, " article,", " articles,"));
	paint_text(&p, PAINT_FAINT, number_text(r, l->nwording, " quotation,", " quotations,"));
	paint_text(&p, PAINT_FAINT, number_text(r, l->nstatement, " statement,", " statements,"));
	paint_text(&p, PAINT_FAINT, number_text(r, shared, " of them", " of them"));
	paint_text(&p, PAINT_FAINT, slice_from("in two outlets or more;"));
	paint_text(&p, PAINT_FAINT, number_text(r, turned, " wording changes", " wordings change"));
	paint_text(&p, PAINT_FAINT, slice_from(n < l->nstatement ? "the sense;" : "the sense"));
	if (n < l->nstatement) {
		paint_text(&p, PAINT_FAINT, number_text(r, n, " is shown,", " are shown,"));
		paint_text(&p, PAINT_FAINT, within(r, "all with -n ", arena_number(&r->arena, l->nstatement), ""));
	}
	paint_break(&p);
	paint_free(&p);
	arena_reset(&r->arena);
}
