#include "speaker.h"

#include "speaker_fit.h"
#include "speaker_source.h"
#include "speaker_trace.h"

/* The names that "and" joins are one speaker with both names. */
static void
fill_names(struct scene *s, struct row *r, const struct phrase *p)
{
	struct buf id = { 0 }, name = { 0 };

	for (size_t i = 0; i < p->names; i++) {
		const struct figure *f = &s->figure[p->name[i]];

		if (i > 0) {
			buf_byte(&id, '+');
			buf_string(&name, i + 1 < p->names ? ", " : " and ");
		}
		buf_add(&id, f->id);
		buf_add(&name, f->name);
	}
	row_fill(r, QUOTE_SPEAKER_ID, arena_copy(&s->doc->arena, buf_slice(&id)));
	row_fill(r, QUOTE_SPEAKER_NAME, arena_copy(&s->doc->arena, buf_slice(&name)));
	buf_free(&id);
	buf_free(&name);
}

/* "Holm's campaign": named by its owner. */
static bool
owned_org(const struct phrase *p)
{
	return p->kind == PHRASE_ORG && p->owner != SIZE_MAX;
}

static size_t
country_figure(struct scene *s, const struct phrase *p)
{
	struct buf id = { 0 };
	struct figure f = { .kind = FIGURE_PLACE, .name = nation_name(s->rules, p->country) };

	buf_string(&id, "country:");
	buf_add(&id, p->country);
	f.id = arena_copy(&s->doc->arena, buf_slice(&id));
	buf_free(&id);
	return scene_figure(s, &f);
}

/* "Ivo Strand, [research director of Nordbank], said", "met with Strand, [an aide, who] said": the mention is the apposition of
 * the name right before it; SIZE_MAX if it is none.  p->beside is that name where the mention is somebody else: "Strand,
 * [an aide] said", "in a talk with Strand, [his deputy] said". */
static size_t
apposed(const struct scene *s, struct phrase *p)
{
	const struct sighting *t;
	bool clause, relative;
	size_t k;

	if (p->kind != PHRASE_PERSON || p->first < 2 || s->token[p->first - 1].code != ',')
		return SIZE_MAX;
	k = scene_sight(s, s->token[p->first].start);
	t = k > 0 ? &s->sight[k - 1] : NULL;
	if (t == NULL || t->last != p->first - 1 || s->figure[t->figure].kind != FIGURE_PERSON)
		return SIZE_MAX;
	clause = p->last < s->tokens && s->token[p->last].kind == TOKEN_WORD && p->core == p->last;
	relative = scene_small(s, p->last - 1, SMALL_WHO);
	if (!clause && (!t->behind_prep || relative))
		return t->figure;
	p->beside = t->figure;
	return SIZE_MAX;
}

/* “It is,” Holm said. “...,” the Dane added: who has just spoken, in the same paragraph, where nobody else was named since. */
static size_t
goes_on(const struct scene *s, const struct focus *focus, const struct phrase *p)
{
	size_t here = scene_sentence(s, s->token[p->first].start);
	bool aged = small_is(s->rules, p->noun.word, SMALL_AGE);

	if (focus->figure == SIZE_MAX || s->figure[focus->figure].kind != FIGURE_PERSON || !(aged || phrase_native(s, p)) ||
	    s->sentence[focus->sentence].block != s->sentence[here].block || (aged && scene_known(s, focus->figure)->age != 0))
		return SIZE_MAX;
	for (size_t k = scene_sight(s, s->token[p->first].start); k-- > 0 && s->sight[k].sentence > focus->sentence;)
		if (!s->sight[k].quoted && s->sight[k].figure != focus->figure && s->figure[s->sight[k].figure].kind == FIGURE_PERSON)
			return SIZE_MAX;
	return focus->figure;
}

/* "The Nordbank spokesman", where the text names none and no person has just spoken: a source of the house's. */
static bool
voice(const struct scene *s, const struct focus *focus, const struct phrase *p)
{
	if (!p->affiliated || !slice_is(p->noun.key, "spokesperson") ||
	    (focus->figure != SIZE_MAX && s->figure[focus->figure].kind == FIGURE_PERSON))
		return false;
	for (size_t k = 0; k < s->figures; k++)
		if (s->figure[k].kind == FIGURE_PERSON && figure_has(scene_known(s, k), scene_role(p->noun.key)))
			return false;
	return true;
}

static size_t
resolve_described(struct scene *s, const struct focus *focus, struct phrase *p, size_t at, struct slice *name)
{
	size_t figure = apposed(s, p);

	if (figure == SIZE_MAX && p->definite && !owned_org(p))
		figure = trace(s, focus, p, at);
	if (figure == SIZE_MAX)
		figure = trace_headline(s, p, at);
	if (figure == SIZE_MAX && p->definite)
		figure = goes_on(s, focus, p);
	if (figure != SIZE_MAX)
		return figure;
	/* "the senator", "the company" of whom nothing told yet has a name that we do not know */
	if (!p->definite || (p->owner != SIZE_MAX && !p->affiliated) || voice(s, focus, p) || (p->country.len > 0 && !p->member))
		return source_new(s, p, name);
	if (p->kind == PHRASE_PERSON && (p->institution.len == 0 || p->member))
		return SIZE_MAX;
	figure = source_new(s, p, name);
	/* ... and "it" behind the company is no other's */
	if (p->kind == PHRASE_ORG && (p->institution.len == 0 || fit_any_org(s, p))) {
		s->figure[figure].key = p->noun.word;
		s->figure[figure].id = s->figure[figure].name = *name = slice_make("", 0);
	}
	return figure;
}

/* Do both rows have one speaker, in the same words?  “...,” he said. “...” */
static bool
same_mention(const struct row *a, const struct row *b)
{
	return a->field[QUOTE_SPEAKER_START].len > 0 && slice_eq(a->field[QUOTE_SPEAKER_START], b->field[QUOTE_SPEAKER_START]) &&
	    slice_eq(a->field[QUOTE_SPEAKER_END], b->field[QUOTE_SPEAKER_END]);
}

/* Marks whom the quotation names, if it stands in marks or behind its speaker: "He said Holm knew it" is not Holm's. */
static bool
mark_named(struct scene *s, const struct row *r, uint32_t mark, size_t speaker)
{
	enum { MOST = 64 }; /* names that are looked at */
	size_t first = scene_sight(s, r->start);

	if (r->start < speaker && row_form(r) != FORM_DIRECT)
		return false;
	for (size_t k = first; k < s->sights && k - first < MOST && s->sight[k].start < r->end; k++)
		s->figure[s->sight[k].figure].named_in = mark;
	return true;
}

/* The same for r and the rows behind it that have its speaker, up to end.  Returns what they are marked with; 0: nothing. */
static uint32_t
mark_all(struct scene *s, const struct row *r, const struct row *end, size_t speaker)
{
	uint32_t mark = (uint32_t)(r - s->doc->row) + 1;
	bool marked = false;

	for (; r < end; r++)
		marked = mark_named(s, r, mark, speaker) || marked;
	return marked ? mark : 0;
}

/* "A: We will build it.", in an interview */
static bool
answers(const struct row *r)
{
	return slice_is(r->field[QUOTE_RULE], "turn") && slice_is(r->field[QUOTE_SPEAKER], "A");
}

/* “No,” she replied. */
static bool
replies(const struct scene *s, const struct row *r)
{
	struct slice rest = r->field[QUOTE_CUE], last = rest;

	while (rest.at != NULL)
		last = slice_cut(&rest, ' ');
	return small_is(s->rules, last, SMALL_REPLY);
}

/* "Strand asked Holm if it was so": the person right behind the cue, whose answer may follow; SIZE_MAX if there is none. */
static size_t
addressed(const struct scene *s, const struct row *r)
{
	enum { TITLE = 3 }; /* tokens: "Mr. [Holm]" */
	size_t end, k;

	if (!slice_is(r->field[QUOTE_STANCE], "ask") || !slice_number(r->field[QUOTE_CUE_END], &end))
		return SIZE_MAX;
	k = scene_sight(s, end);
	return k < s->sights && s->sight[k].first <= scene_token(s, end) + TITLE && s->sight[k].sentence == scene_sentence(s, end) &&
	    s->figure[s->sight[k].figure].kind == FIGURE_PERSON ? s->sight[k].figure : SIZE_MAX;
}

/* “No,” she replied: who was asked, if that is a woman. */
static size_t
replier(const struct scene *s, const struct focus *focus, const struct phrase *p)
{
	char gender = p->pronoun == PRONOUN_HE ? 'm' : p->pronoun == PRONOUN_SHE ? 'f' : 0, asked;

	if (focus->addressed == SIZE_MAX || gender == 0 || scene_sentence(s, s->token[p->first].start) - focus->sentence > 2)
		return SIZE_MAX;
	asked = scene_known(s, focus->addressed)->gender;
	return asked == 0 || asked == gender ? focus->addressed : SIZE_MAX;
}

/* Fills r; the rows behind it, up to last, are of the same mention. */
static void
resolve(struct scene *s, struct focus *focus, struct row *r, const struct row *last)
{
	struct phrase p;
	struct slice name = slice_make("", 0);
	size_t start, end, figure = SIZE_MAX;

	if (!slice_number(r->field[QUOTE_SPEAKER_START], &start) || !slice_number(r->field[QUOTE_SPEAKER_END], &end))
		return;
	phrase_read(s, start, end, &p);
	p.row = mark_all(s, r, last, start);
	p.words = r->start;
	if (p.country.len == 0 && p.institution.len > 0 && (p.kind == PHRASE_PERSON || p.kind == PHRASE_PEOPLE))
		p.country = scene_country(s, start);
	if (p.kind == PHRASE_PRONOUN && focus->asked && replies(s, r))
		p.beside = focus->figure;
	if (p.kind == PHRASE_NAMED && p.names > 1) {
		fill_names(s, r, &p);
		return;
	}
	if (p.kind == PHRASE_NAMED)
		figure = p.name[0];
	else if (p.kind == PHRASE_COUNTRY)
		figure = country_figure(s, &p);
	else if (answers(r))
		figure = s->interviewed;
	else if (p.kind == PHRASE_PRONOUN && replies(s, r) && replier(s, focus, &p) != SIZE_MAX)
		figure = focus->addressed;
	else if (p.kind == PHRASE_PRONOUN)
		figure = trace(s, focus, &p, s->token[p.first].start);
	else if (p.kind != PHRASE_UNKNOWN)
		figure = resolve_described(s, focus, &p, start, &name);
	else
		figure = source_stranger(s, &p);
	if (figure == SIZE_MAX)
		return;
	if (s->figure[figure].kind == FIGURE_SOURCE)
		scene_see_source(s, figure, start, end);
	row_fill(r, QUOTE_SPEAKER_ID, s->figure[figure].id);
	row_fill(r, QUOTE_SPEAKER_NAME, name.len > 0 ? name : s->figure[figure].name);
	*focus = (struct focus){ .figure = figure, .sentence = scene_sentence(s, start), .described = p.kind == PHRASE_PERSON,
		.asked = slice_is(r->field[QUOTE_STANCE], "ask") && row_form(r) == FORM_DIRECT, .addressed = addressed(s, r) };
}

static void
resolve_all(struct scene *s)
{
	struct focus focus = { .figure = SIZE_MAX, .addressed = SIZE_MAX };
	struct row *end = s->doc->row + s->doc->nrow, *last;

	for (struct row *r = s->doc->row + doc_next(s->doc, ROW_QUOTE, 0); r < end; r = last) {
		for (last = r + 1; last < end && last->kind == ROW_QUOTE && same_mention(r, last); last++)
			;
		resolve(s, &focus, r, last);
		while (++r < last) {
			row_fill(r, QUOTE_SPEAKER_ID, r[-1].field[QUOTE_SPEAKER_ID]);
			row_fill(r, QUOTE_SPEAKER_NAME, r[-1].field[QUOTE_SPEAKER_NAME]);
		}
		last = s->doc->row + doc_next(s->doc, ROW_QUOTE, (size_t)(last - s->doc->row));
	}
}

void
speaker_resolve(struct speaker_rules *r, struct doc *d, const struct speaker_text *text)
{
	struct scene s;

	if (text->sentences == 0 || doc_next(d, ROW_QUOTE, 0) == d->nrow)
		return;
	speaker_rules_begin(r, text->vocab, text->number);
	scene_read(&s, r, d, text);
	source_find_unnamed(&s);
	s.interviewed = trace_interviewed(&s);
	resolve_all(&s);
	scene_free(&s);
}
