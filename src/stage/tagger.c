#include "tagger.h"

#include "tagger_lists.h"
#include "tagger_score.h"
#include "tagger_vote.h"

struct tagger {
	struct scorer scorer;
	struct tagger_lists *lists;
	struct sight sight;
	struct votes votes;
	uint8_t *first_tag; /* of every token, from the first look */
	size_t first_cap;
	struct steps steps;
	struct sums *base;          /* of every token in stretches, in order: without votes */
	size_t base_cap;
	struct scores score[STRETCH_MAX];
	uint8_t tag[STRETCH_MAX];
	struct tagged_list found;
};

static void
read_steps(struct steps *s, const struct model *model)
{
	int32_t step[MODEL_TAGS + 1][MODEL_TAGS];

	for (unsigned i = 0; i <= MODEL_TAGS; i++)
		for (unsigned k = 0; k < MODEL_TAGS; k++)
			step[i][k] = model->step[i][k];
	decode_steps(s, step);
}

struct tagger *
tagger_new(struct slice file)
{
	struct model *model = model_read(file);
	struct tagger *t;

	if (model == NULL)
		return NULL;
	t = mem_alloc(sizeof *t);
	t->lists = tagger_lists_new();
	read_steps(&t->steps, model);
	scorer_open(&t->scorer, model);
	model_free(model);
	return t;
}

void
tagger_free(struct tagger *t)
{
	if (t == NULL)
		return;
	scorer_close(&t->scorer);
	tagger_lists_free(t->lists);
	tagger_sight_free(&t->sight);
	votes_free(&t->votes);
	mem_free(t->first_tag);
	mem_free(t->base);
	mem_free(t->found.at);
	mem_free(t);
}

/* How far the best tag of the chosen type stands above the best that is none of its, from 0 to 200. */
static unsigned
margin(const struct scores *score, enum tagger_type type)
{
	four best = greater(greater(score->place[0], score->place[1]), greater(score->place[2], score->place[3]));
	float own = best[type], other = score->none, gap;

	best[type] = other;
	for (int t = 0; t < TAGGER_TYPES; t++)
		other = best[t] > other ? best[t] : other;
	gap = own - other;
	return gap < 0 ? 0 : gap > 200 ? 200 : (unsigned)gap;
}

static void
add_name(struct tagger *t, size_t first, size_t from, size_t to)
{
	struct tagged_list *list = &t->found;
	struct tagged name = { .type = (enum tagger_type)((t->tag[from] - 1) / 4) };
	size_t sum = 0;

	name.first = first + from;
	name.last = first + to + 1;
	for (size_t i = from; i <= to; i++)
		sum += margin(&t->score[i], name.type);
	name.margin = (unsigned)(sum / (to - from + 1));
	MEM_GROW(list->at, list->cap, list->len + 1);
	list->at[list->len++] = name;
}

static void
add_names(struct tagger *t, size_t first, size_t n)
{
	size_t from = 0;

	for (size_t i = 0; i < n; i++) {
		if (t->tag[i] == 0)
			continue;
		if ((t->tag[i] - 1) % 4 == TAG_BEGIN || (t->tag[i] - 1) % 4 == TAG_UNIT)
			from = i;
		if (model_ends(t->tag[i]))
			add_name(t, first, from, i);
	}
}

/* The tags of a stretch, from t->score. */
static void
tag_stretch(const struct tagger *t, const struct stretch *s, uint8_t *tag)
{
	decode(t->score, &t->steps, s->behind_none, s->before_none, s->to - s->from, tag);
}

/* The first look: every token by itself and its neighbours, and what it is taken for is counted.  base: their sums. */
static void
look_first(struct tagger *t, const struct stretch *s, const struct sums *base)
{
	const struct view *view = t->sight.view;

	for (size_t i = s->from; i < s->to; i++)
		t->score[i - s->from] = sums_scores(base[i - s->from]);
	tag_stretch(t, s, t->first_tag + s->from);
	for (size_t i = s->from; i < s->to; i++)
		if (tagger_vote_word(&view[i]) != 0)
			votes_count(&t->votes, tagger_vote_word(&view[i]), t->first_tag[i]);
}

/* The votes of the other places of a stretch's tokens, and of none on either side; false if there are none. */
static bool
read_votes(const struct tagger *t, const struct stretch *s, uint8_t vote[STRETCH_MAX + 2])
{
	unsigned any = vote[0] = vote[s->to - s->from + 1] = VOTE_NONE;

	for (size_t i = s->from; i < s->to; i++)
		any |= vote[i - s->from + 1] = (uint8_t)votes_of(&t->votes, tagger_vote_word(&t->sight.view[i]), t->first_tag[i]);
	return any != VOTE_NONE;
}

/* The second look: the same, with the votes; without any, it sees what the first saw, and scores its names alone. */
static void
look_again(struct tagger *t, const struct stretch *s, const struct sums *base)
{
	const struct view *view = t->sight.view + s->from;
	uint8_t vote[STRETCH_MAX + 2];
	bool any = read_votes(t, s, vote);

	memcpy(t->tag, t->first_tag + s->from, s->to - s->from);
	for (size_t i = 0; i < s->to - s->from; i++)
		if ((vote[i] | vote[i + 1] | vote[i + 2]) != VOTE_NONE)
			t->score[i] = sums_scores(scorer_votes(&t->scorer, &view[i], vote[i], vote[i + 1], vote[i + 2], base[i]));
		else if (any || t->tag[i] != 0)
			t->score[i] = sums_scores(base[i]);
	if (any)
		tag_stretch(t, s, t->tag);
}

/* What one huge document took is given back. */
static void
shrink(struct tagger *t)
{
	enum { LARGE = 1 << 18 }; /* tokens */

	if (t->sight.view_cap < LARGE)
		return;
	tagger_sight_free(&t->sight);
	mem_free(t->base);
	mem_free(t->first_tag);
	t->base = NULL;
	t->first_tag = NULL;
	t->base_cap = t->first_cap = 0;
}

const struct tagged_list *
tagger_run(struct tagger *t, struct doc *d, const struct tagger_text *text)
{
	struct sight *s = &t->sight;
	const struct sums *base;

	tagger_look(s, t->lists, d, text);
	tagger_narrow(s);
	votes_clear(&t->votes);
	t->found.len = 0;
	MEM_GROW(t->first_tag, t->first_cap, text->tokens);
	MEM_GROW(t->base, t->base_cap, s->stretched);
	scorer_read(&t->scorer, s, t->base);
	base = t->base;
	for (size_t k = 0; k < s->stretches; base += s->stretch[k].to - s->stretch[k].from, k++)
		look_first(t, &s->stretch[k], base);
	base = t->base;
	for (size_t k = 0; k < s->stretches; base += s->stretch[k].to - s->stretch[k].from, k++) {
		look_again(t, &s->stretch[k], base);
		add_names(t, s->stretch[k].from, s->stretch[k].to - s->stretch[k].from);
	}
	shrink(t);
	return &t->found;
}
