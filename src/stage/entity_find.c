#include "entity_find.h"
#include "entity_look.h"

/* The rules look at one place of a sentence at a time.  Each says how many tokens it takes as a mention, or 0. */

enum { RUN = 24 }; /* tokens of a name without a head: what is longer is no name, and would be looked through again and again */

/* Where capitals (and the small words between them) go on from i on to: the end of the part of a name. */
static size_t
name_run(const struct finder *f, size_t i)
{
	size_t most = i + RUN;

	while (i < f->end && i < most) {
		if (look_like(f, i) && !(look_gloss(f, i)->name != NULL && look_gloss(f, i)->name->list == GAZ_THING))
			i++;
		else if ((look_hyphen(f, i) || look_inner_stop(f, i)) && look_capital(f, i + 1))
			i += 2;
		else
			break;
	}
	return i;
}

static bool
is_and(const struct finder *f, size_t k)
{
	return slice_is(token_text(f->scan->text, look_token(f, k)), "and");
}

/* 1. "University of Orla", "Lake Tarn", "Ministry of Foreign Affairs and Trade": a head, then its name. */
static size_t
rule_start_head(struct finder *f, size_t i)
{
	size_t taken, end;
	enum entity_type type = look_capital(f, i) ? look_start_type(f, i, &taken) : ENTITY_NONE;

	if (type == ENTITY_NONE)
		return 0;
	end = i + taken;
	if (taken == 1 && look_inner_stop(f, end))
		end++;
	if (look_mark(f, end, MARK_PHRASE) && !is_and(f, end))
		end++;
	if (look_mark(f, end, MARK_ARTICLE))
		end++;
	if (!look_capital(f, end) || !look_like(f, end))
		return 0;
	while (look_like(f, end) || (look_mark(f, end, MARK_PHRASE) && look_like(f, end + 1)) || (look_hyphen(f, end) && look_capital(f, end + 1))) {
		if (look_title_word(f, end) && !look_capital(f, end + 1))
			break;
		end++;
	}
	finder_add(f, i, end, type, taken == 1 ? 7 : 10, "rule");
	return end - i;
}

/* "of", "for the", "and" before a capital: how many tokens of a phrase go on. */
static size_t
joint(const struct finder *f, size_t k)
{
	if (!look_mark(f, k, MARK_PHRASE))
		return 0;
	if (look_like(f, k + 1))
		return 1;
	return look_mark(f, k + 1, MARK_ARTICLE) && look_like(f, k + 2) ? 2 : 0;
}

/* "Inc", "Ltd": never but at the end of a company's name. */
static bool
company(const struct finder *f, size_t i)
{
	return look_capital(f, i) && look_mark(f, i, MARK_COMPANY);
}

/* Behind "Inc" its stop. */
static size_t
with_stop(const struct finder *f, size_t end)
{
	return company(f, end - 1) && look_code(f, end, '.') && look_glued(f, end) ? end + 1 : end;
}

/* Is a name of several words that list has what begins there? */
static bool
long_name(const struct gloss *g, unsigned list)
{
	return g->name != NULL && g->name_len > 1 && g->name->list == list;
}

/* One step through the capitals of a phrase from i on: where it goes on behind k; k if it ends there. */
static size_t
phrase_step(const struct finder *f, size_t i, size_t k)
{
	const struct gloss *g = look_gloss(f, k);

	if (k > i && long_name(g, GAZ_PERSON))
		return k;
	if (look_capital(f, k) && long_name(g, GAZ_PLACE))
		return k + g->name_len;
	if (look_capital(f, k) && (look_like(f, k) || look_head_type(f, k) != ENTITY_NONE))
		return look_title_word(f, k) && look_head_type(f, k) == ENTITY_NONE ? k : k + 1;
	if (k > i && look_code(f, k, ',') && company(f, k + 1))
		return k + 2;
	if (((look_hyphen(f, k) || look_inner_stop(f, k)) || (k > i && look_token(f, k)->kind == TOKEN_CLITIC)) &&
	    look_capital(f, k + 1))
		return k + 1;
	return k;
}

/* 2. "Veldmark Central Bank", "Food and Drug Administration", "National Library of the Faroes": capitals that end in
 * a head, or in what such a head is of. */
static size_t
rule_head(struct finder *f, size_t i)
{
	size_t found = 0, next, common = 0;
	enum entity_type type = ENTITY_NONE;
	bool of = false;

	if (f->sentence->heads < i + 2)
		return 0;
	for (size_t k = i; k < f->end && k < i + 14; k = next) {
		next = phrase_step(f, i, k);
		if (next > k && next > i + 1 && look_head_type(f, next - 1) != ENTITY_NONE) {
			type = of && found > 0 ? type : look_head_type(f, next - 1);
			found = next;
		} else if (next > k && of) {
			found = next;
		}
		if (next == k && k > i && joint(f, k) > 0 && (found == 0 || found == k)) {
			of = found == k;
			if (of && is_and(f, k) && (look_gloss(f, k - 1)->name != NULL || look_head_type(f, k - 1) != ENTITY_NONE))
				break;
			next = k + joint(f, k);
		}
		if (next == k)
			break;
		common += look_has(f, k, WORD_COMMON);
	}
	if (found > 0)
		found = with_stop(f, found);
	if (found == 0 || !look_like(f, i) || (common >= found - i && found - i <= 2 && look_gloss(f, i)->like == LIKE_WEAK))
		return 0;
	finder_add(f, i, found, type, 9, "rule");
	return found - i;
}

/* 3. A name of two words or more that a list knows. */
static size_t
rule_listed(struct finder *f, size_t i)
{
	const struct gloss *g = look_gloss(f, i);
	enum entity_type type;

	if (g->name == NULL || g->name_len < 2)
		return 0;
	type = (enum entity_type)g->type;
	if (type != ENTITY_NONE)
		finder_add(f, i, i + g->name_len, type, 12, "lexicon")->entry = g->name;
	return g->name_len;
}

/* 6. A single word that a list knows; what stands round it may yet speak against it. */
static size_t
rule_single(struct finder *f, size_t i)
{
	const struct gloss *g = look_gloss(f, i);
	struct mention *m;
	enum entity_type type;
	int score = 8;

	if (g->name == NULL || (g->like == LIKE_NOT && !f->scan->lower_case))
		return 0;
	type = (enum entity_type)g->type;
	if (type == ENTITY_NONE)
		return 1;
	if (type != ENTITY_GROUP && (look_like(f, i + 1) && look_gloss(f, i + 1)->name == NULL && !look_title_word(f, i + 1)))
		return 0;
	if (g->name->list == GAZ_PLACE && slice_is(g->name->column[0], "region"))
		score = 5;
	if (look_has(f, i, WORD_GIVEN) || look_has(f, i, WORD_SURNAME) || look_has(f, i, WORD_COMMON))
		score = type == ENTITY_PERSON ? 8 : 5;
	m = finder_add(f, i, i + 1, type, score, "lexicon");
	m->entry = g->name;
	if (score < 8)
		entity_evidence(f, m);
	return 1;
}

/* Does a listed name begin there that no other name would hold?  "To Arm Norway" */
static bool
parts(const struct finder *f, size_t k)
{
	const struct entry *e = look_gloss(f, k)->name;

	return e != NULL && (look_gloss(f, k)->name_len > 1 || e->list == GAZ_COUNTRY || f->sentence->style != STYLE_NORMAL);
}

/* 7. Any other capitals: typed by what stands round them. */
static size_t
rule_other(struct finder *f, size_t i)
{
	size_t end;
	struct mention *m;

	if (!look_like(f, i) || look_title_word(f, i))
		return 0;
	end = name_run(f, i);
	if (end < f->end && end > i && look_hyphen(f, end) && look_token(f, end + 1)->kind == TOKEN_NUMBER)
		end += 2;
	for (size_t k = i + 1; k < end; k++)
		if (look_title_word(f, k) || parts(f, k))
			end = k;
	if (end <= i)
		return 0;
	if (look_hyphen(f, end) && !look_capital(f, end + 1) && look_token(f, end + 1)->kind == TOKEN_WORD)
		return end - i;
	m = finder_add(f, i, end, ENTITY_NONE, 0, "rule");
	entity_evidence(f, m);
	return end - i;
}

static size_t
step(struct finder *f, size_t i)
{
	const struct gloss *g = look_gloss(f, i);
	size_t before = f->list->len, n, listed;

	listed = g->name != NULL && g->name_len > 1 ? g->name_len : 0;
	n = rule_head(f, i);
	if ((n == 0 && listed == 0) || (n < listed && g->phrase != NULL)) {
		f->list->len = before;
		n = rule_start_head(f, i);
	}
	if (n <= listed && listed > 0) {
		f->list->len = before;
		n = 0;
	}
	if (n == 0)
		n = rule_listed(f, i);
	if (n == 0 && (g->phrase != NULL || look_title_word(f, i)))
		n = rule_title(f, i);
	if (n == 0)
		n = rule_person(f, i);
	if (n == 0)
		n = rule_single(f, i);
	if (n == 0)
		n = rule_other(f, i);
	return n > 0 ? n : 1;
}

/* From i on, the next word where a rule may begin: with a capital, or one that begins a listed name ("al-Orla"). */
static size_t
next_start(struct finder *f, size_t i)
{
	const struct entity_scan *s = f->scan;

	if (s->lower_case)
		return i;
	while (f->capital < s->capitals && s->capital[f->capital] < i)
		f->capital++;
	if (f->capital == s->capitals)
		return f->end;
	if (!f->sentence->small)
		return s->capital[f->capital];
	for (size_t k = s->capital[f->capital] < i + 2 ? i : s->capital[f->capital] - 2; k < s->capital[f->capital]; k++)
		if (k < f->end && scan_gloss(s, k)->name != NULL)
			return k;
	return s->capital[f->capital];
}

void
entity_find(const struct gazetteer *g, struct entity_scan *s, struct entity_list *list)
{
	struct finder f = { .gazetteer = g, .scan = s, .list = list, .from = list->len };

	for (size_t k = 0; k < s->sentences; k++) {
		f.sentence = &s->sentence[k];
		f.first = f.sentence->first;
		f.end = f.sentence->last;
		for (size_t i = next_start(&f, f.first); i < f.end;)
			i = next_start(&f, i + step(&f, i));
	}
	entity_learn(&f);
	entity_settle(&f);
}
