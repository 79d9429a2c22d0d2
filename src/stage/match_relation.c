#include "match_relation.h"

#include "align.h"

enum { FEW = 4 }; /* words in marks that are no more than a fragment */

struct relater {
	const struct quotations *all;
	struct aligner aligner;
	uint32_t *q, *root, *to;       /* words without their flags */
	size_t q_cap, root_cap, to_cap;
};

static void
copy_words(const struct quotations *all, const struct quotation *q, uint32_t **to, size_t *cap)
{
	MEM_GROW(*to, *cap, q->words + 1);
	for (size_t i = 0; i < q->words; i++)
		(*to)[i] = quotation_number(all, q, i);
}

static bool
in_marks(const struct quotations *all, const struct quotation *q, size_t i)
{
	return (all->word[q->word + i] & QUOTED) != 0;
}

/* Words of q that are compared: those in marks or, if there are none, all. */
static bool
counts(const struct quotations *all, const struct quotation *q, size_t i)
{
	return q->core == 0 || q->form == FORM_INDIRECT || in_marks(all, q, i);
}

/* Does it begin with a capital, as sentences do? */
static bool
begins_sentence(const struct quotations *all, const struct quotation *q)
{
	return q->words > 0 && (all->word[q->word] & FIRST) != 0;
}

struct fit {
	size_t words;    /* that count */
	size_t met;      /* of them, found in the root */
	size_t jumps;    /* places at which the root has words between two that follow one another here */
	bool sentence;   /* a direct quotation of a whole sentence, or of its beginning */
	bool same_core;  /* the words in marks are the same, one for one */
};

static void
measure(struct relater *r, const struct quotation *q, const struct quotation *root, struct fit *f)
{
	size_t core = 0;
	uint32_t last = ALIGN_NONE;

	*f = (struct fit){ .sentence = q->form == FORM_DIRECT && q->words > 2 && begins_sentence(r->all, q) };
	for (size_t i = 0; i < q->words; i++) {
		if (!counts(r->all, q, i)) {
			last = ALIGN_NONE;
			continue;
		}
		f->words++;
		if (r->to[i] == ALIGN_NONE)
			continue;
		f->met++;
		f->jumps += last != ALIGN_NONE && r->to[i] != last + 1;
		last = r->to[i];
	}
	for (size_t i = 0; i < root->words; i++)
		core += counts(r->all, root, i);
	f->same_core = f->met == f->words && f->words == core && f->jumps == 0;
}

static enum relation
relation_of(const struct quotation *q, const struct quotation *root, const struct fit *f)
{
	if (f->met == q->words && q->words == root->words)
		return RELATION_SAME;
	if (q->form == FORM_INDIRECT)
		return f->met == f->words && f->jumps == 0 && f->words > FEW ? RELATION_TRIMMED : RELATION_PARAPHRASE;
	if (f->same_core)
		return RELATION_SAME;
	if (f->words <= FEW && !f->sentence && (f->met == f->words || f->words < FEW))
		return RELATION_FRAGMENT;
	if (f->met == f->words)
		return RELATION_TRIMMED;
	return f->met * 2 >= f->words ? RELATION_ALTERED : RELATION_PARAPHRASE;
}

/* Twice the words of both, as a share of all words. */
static uint8_t
similarity_of(const struct relater *r, const struct quotation *q, const struct quotation *root)
{
	size_t met = 0;

	for (size_t i = 0; i < q->words; i++)
		met += r->to[i] != ALIGN_NONE;
	if (q->words + root->words == 0)
		return 100;
	return (uint8_t)(200 * met / (q->words + root->words));
}

static void
relate(struct relater *r, struct quotation *q)
{
	const struct quotation *root = &r->all->at[q->root];
	struct fit f;

	if (q == root) {
		q->relation = RELATION_SAME;
		q->similarity = 100;
		return;
	}
	copy_words(r->all, q, &r->q, &r->q_cap);
	copy_words(r->all, root, &r->root, &r->root_cap);
	MEM_GROW(r->to, r->to_cap, q->words + 1);
	align_words(&r->aligner, (struct align_text){ r->q, q->words }, (struct align_text){ r->root, root->words }, NULL, r->to);
	measure(r, q, root, &f);
	q->relation = relation_of(q, root, &f);
	q->similarity = similarity_of(r, q, root);
}

void
match_relate(struct quotations *all)
{
	struct relater r = { .all = all };

	for (size_t i = 0; i < all->len; i++)
		relate(&r, &all->at[i]);
	align_free(&r.aligner);
	mem_free(r.q);
	mem_free(r.root);
	mem_free(r.to);
}
