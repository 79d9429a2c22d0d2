#include "tagger_feature.h"

#include "tagger_model.h"

static const struct view outside = { .word = 2, .prefix = 2, .suffix = 2, .kind = 2 };

/* A token and what stands beside it. */
struct around {
	const struct view *two_before, *before, *here, *behind, *two_behind;
	uint64_t place; /* first of its sentence, behind a space, and of which token_kind */
};

static inline struct around
look_around(const struct sight *s, const struct stretch *t, size_t i)
{
	const struct view *v = &s->view[i];
	const struct token *token = &s->text.token[i];

	return (struct around){
		.two_before = i < t->first + 2 ? &outside : v - 2, .before = i == t->first ? &outside : v - 1, .here = v,
		.behind = i + 1 >= t->end ? &outside : v + 1, .two_behind = i + 2 >= t->end ? &outside : v + 2,
		.place = (uint64_t)(i == t->first) | (uint64_t)((token->flags & TOKEN_SPACE) != 0) << 1 | (uint64_t)token->kind << 2
	};
}

/* The row of a feature: the highest bits of what mix would make of it twice. */
static inline uint32_t
row_of(unsigned template, uint64_t feature)
{
	return (uint32_t)((tagger_mix(template + 1, feature) ^ 77) * UINT64_C(0x9FB21C651E98DF25) >> 40) & (MODEL_ROWS - 1);
}

/* Features are numbered as the model has them: their number makes a row theirs. */

void
tagger_own_features(const struct view *v, uint32_t row[OWN_FEATURES])
{
	row[0] = row_of(0, 0);
	row[1] = row_of(1, v->word);
	row[2] = row_of(10, v->prefix);
	row[3] = row_of(11, v->suffix);
	row[4] = row_of(12, tagger_mix(v->prefix, v->suffix));
	row[5] = row_of(13, v->kind);
}

static inline void
word_features(const struct around *x, uint32_t row[WORD_FEATURES])
{
	const struct view *v = x->here, *b = x->before, *a = x->behind;
	const uint64_t bb = x->two_before->word, aa = x->two_behind->word;

	row[0] = row_of(2, b->word);
	row[1] = row_of(3, a->word);
	row[2] = row_of(4, bb);
	row[3] = row_of(5, aa);
	row[4] = row_of(6, tagger_mix(b->word, v->word));
	row[5] = row_of(7, tagger_mix(v->word, a->word));
	row[6] = row_of(8, tagger_mix(bb, b->word));
	row[7] = row_of(9, tagger_mix(a->word, aa));
	row[8] = row_of(17, tagger_mix(b->word, v->kind));
	row[9] = row_of(18, tagger_mix(a->word, v->kind));
	row[10] = row_of(19, tagger_mix(b->suffix, v->kind));
	row[11] = row_of(20, tagger_mix(a->suffix, v->kind));
	row[12] = row_of(28, tagger_mix(x->place, v->word));
}

static size_t
group_features(const struct around *x, enum tagger_group group, uint32_t row[GROUP_MOST])
{
	const struct view *v = x->here, *b = x->before, *a = x->behind;

	switch (group) {
	case GROUP_KINDS:
		row[0] = row_of(14, tagger_mix(b->kind, v->kind));
		row[1] = row_of(15, tagger_mix(v->kind, a->kind));
		row[2] = row_of(16, tagger_mix(tagger_mix(b->kind, v->kind), a->kind));
		return 3;
	case GROUP_LISTS:
		row[0] = row_of(21, v->lists);
		row[1] = row_of(22, tagger_mix(b->lists, v->lists));
		row[2] = row_of(23, tagger_mix(v->lists, a->lists));
		row[3] = row_of(24, tagger_mix(v->lists, v->kind));
		return 4;
	default:
		row[0] = row_of(25, tagger_mix(v->evidence, v->kind));
		row[1] = row_of(26, tagger_mix(v->evidence, x->place));
		row[2] = row_of(27, tagger_mix(tagger_mix(b->evidence, v->evidence), a->evidence));
		row[3] = row_of(29, tagger_mix(x->place, v->kind));
		return 4;
	}
}

/* Where the keys of a group begin, apart from all others: GROUPS for those of votes. */
static inline uint64_t
key_of(unsigned group)
{
	return tagger_mix(UINT64_C(0xD6E8FEB86659FD93), group);
}

void
tagger_context(const struct sight *s, const struct stretch *t, size_t i, struct context *to)
{
	const struct around x = look_around(s, t, i);
	const struct view *v = x.here, *b = x.before, *a = x.behind;
	const uint64_t evidence = (uint64_t)b->evidence << 16 | (uint64_t)v->evidence << 8 | a->evidence;

	word_features(&x, to->row);
	to->key[GROUP_KINDS] = tagger_mix(tagger_mix(key_of(GROUP_KINDS), (uint64_t)b->kind << 32 | v->kind), a->kind);
	to->key[GROUP_LISTS] = tagger_mix(tagger_mix(key_of(GROUP_LISTS), (uint64_t)b->lists << 32 | v->lists), (uint64_t)a->lists << 32 | v->kind);
	to->key[GROUP_PLACE] = tagger_mix(tagger_mix(key_of(GROUP_PLACE), evidence << 32 | v->kind), x.place);
}

void
tagger_features(const struct sight *s, const struct stretch *t, size_t i, uint32_t row[FEATURES])
{
	const struct around x = look_around(s, t, i);
	uint32_t word[WORD_FEATURES];

	tagger_own_features(x.here, row);
	word_features(&x, word);
	memcpy(row + 6, word, 8 * sizeof *word);
	group_features(&x, GROUP_KINDS, row + 14);
	memcpy(row + 17, word + 8, 4 * sizeof *word);
	group_features(&x, GROUP_LISTS, row + 21);
	group_features(&x, GROUP_PLACE, row + 25);
	row[29] = row[28];
	row[28] = word[12];
	tagger_vote_features(x.here, 0, 0, 0, row + BASE_FEATURES);
}

void
tagger_vote_features(const struct view *v, unsigned before, unsigned vote, unsigned behind, uint32_t row[VOTE_FEATURES])
{
	row[0] = row_of(BASE_FEATURES, tagger_mix(vote, v->kind));
	row[1] = row_of(BASE_FEATURES + 3, tagger_mix(tagger_mix(before, vote), v->kind));
	row[2] = row_of(BASE_FEATURES + 4, tagger_mix(tagger_mix(vote, behind), v->kind));
	row[3] = row_of(BASE_FEATURES + 1, tagger_mix(vote, v->evidence));
	row[4] = row_of(BASE_FEATURES + 2, tagger_mix(vote, v->lists));
}

uint64_t
tagger_vote_key(const struct view *v, unsigned before, unsigned vote, unsigned behind)
{
	const uint64_t votes = before << 16 | vote << 8 | behind;

	return tagger_mix(tagger_mix(key_of(GROUPS), votes << 32 | v->lists), (uint64_t)v->evidence << 32 | v->kind);
}

size_t
tagger_group_features(const struct sight *s, const struct stretch *t, size_t i, enum tagger_group group, uint32_t row[GROUP_MOST])
{
	static const struct { unsigned char from, n; } votes[GROUPS] = { { 0, 3 }, { 4, 1 }, { 3, 1 } }; /* kind, lists, evidence */
	const struct around x = look_around(s, t, i);
	size_t n = group_features(&x, group, row);
	uint32_t none[VOTE_FEATURES];

	tagger_vote_features(x.here, 0, 0, 0, none);
	memcpy(row + n, none + votes[group].from, votes[group].n * sizeof *row);
	return n + votes[group].n;
}
