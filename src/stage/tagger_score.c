#include "tagger_score.h"

#include "tagger.h"

/* A row's weights are kept so that each lane holds two: that of a tag of the first two places in its low byte, and that of one
 * of the other two above.  A weight in a row is BIAS more than it is: never negative. */
enum { BIAS = 128 };

enum { AHEAD = 16 };

static const struct sums none;

/* The weight of a tag in a row, as it is kept. */
static unsigned
difference(int8_t weight, int8_t no_name)
{
	int d = weight - no_name;

	return (unsigned)(BIAS + (d > INT8_MAX ? INT8_MAX : d < INT8_MIN ? INT8_MIN : d));
}

static eight
read_row(const int8_t *weight)
{
	static const int8_t zero[MODEL_TAGS];
	eight row = (eight){ 0 } + (BIAS << 8 | BIAS);

	if (memcmp(weight, zero, sizeof zero) == 0)
		return row;
	for (unsigned place = 0; place < 2; place++)
		for (unsigned type = 0; type < TAGGER_TYPES; type++) {
			unsigned low = difference(weight[tag_of(type, (enum tag_place)place)], weight[0]);
			unsigned high = difference(weight[tag_of(type, (enum tag_place)(place + 2))], weight[0]);

			row[place * TAGGER_TYPES + type] = (uint16_t)(high << 8 | low);
		}
	return row;
}

void
scorer_open(struct scorer *c, const struct model *model)
{
	c->weight = mem_table(MODEL_ROWS * sizeof *c->weight);
	for (size_t row = 0; row < MODEL_ROWS; row++)
		c->weight[row] = read_row(model->weight[row]);
	c->memo = mem_alloc(((size_t)1 << MEMO_BITS) * sizeof *c->memo);
}

void
scorer_close(struct scorer *c)
{
	mem_free(c->weight);
	mem_free(c->memo);
	mem_free(c->own.at);
}

static inline struct sums
add_sums(struct sums a, struct sums b)
{
	return (struct sums){ a.low + b.low, a.high + b.high };
}

/* The sums with the weights of n rows. */
static inline struct sums
add_rows(const eight *weight, const uint32_t *row, size_t n, struct sums to)
{
	const uint16_t bias = (uint16_t)(n * BIAS);

	to.low -= bias;
	to.high -= bias;
#pragma GCC unroll 16
	for (size_t k = 0; k < n; k++) {
		to.low += weight[row[k]] & 0xFF;
		to.high += weight[row[k]] >> 8;
	}
	return to;
}

/* The score of a token's term by itself; all 0 as long as nobody asked for it. */
static struct sums *
own_of(const struct scorer *c, const struct sight *s, size_t i)
{
	return (struct sums *)c->own.at + s->text.number[i].term;
}

static inline struct memo *
memo_of(const struct scorer *c, uint64_t key)
{
	return &c->memo[key >> (64 - MEMO_BITS)];
}

/* A token and its stretch. */
struct place {
	size_t stretch, token;
};

static void
go_on(const struct sight *s, struct place *p)
{
	if (++p->token == s->stretch[p->stretch].to && p->stretch + 1 < s->stretches)
		p->token = s->stretch[++p->stretch].from;
}

static void
prepare(const struct scorer *c, const struct sight *s, struct place p, struct context *x)
{
	tagger_context(s, &s->stretch[p.stretch], p.token, x);
	__builtin_prefetch(own_of(c, s, p.token));
#pragma GCC unroll 16
	for (size_t k = 0; k < WORD_FEATURES; k++)
		__builtin_prefetch(&c->weight[x->row[k]]);
	for (int g = 0; g < GROUPS; g++)
		__builtin_prefetch(memo_of(c, x->key[g]));
}

static struct sums
add_up(const struct scorer *c, const struct sight *s, struct place p, const struct context *x)
{
	struct sums *own = own_of(c, s, p.token), sums;
	uint32_t row[OWN_FEATURES];

	if (own->low[0] == 0) {
		tagger_own_features(&s->view[p.token], row);
		*own = add_rows(c->weight, row, OWN_FEATURES, none);
	}
	sums = add_rows(c->weight, x->row, WORD_FEATURES, *own);
	for (int g = 0; g < GROUPS; g++) {
		struct memo *m = memo_of(c, x->key[g]);

		if (m->key != x->key[g]) {
			size_t n = tagger_group_features(s, &s->stretch[p.stretch], p.token, (enum tagger_group)g, row);

			m->sums = add_rows(c->weight, row, n, none);
			m->key = x->key[g];
		}
		sums = add_sums(sums, m->sums);
	}
	return sums;
}

/* The rows of a token are known AHEAD of those that are read: the weights lie far apart, and the wait for one is spent on others. */
void
scorer_read(struct scorer *c, const struct sight *s, struct sums *to)
{
	struct context context[AHEAD];
	struct place read, known;

	vocab_notes(s->text.vocab, &c->own, s->text.vocab->terms, sizeof(struct sums));
	if (s->stretches == 0)
		return;
	read = known = (struct place){ 0, s->stretch[0].from };
	for (size_t n = 0; n < s->stretched + AHEAD; n++) {
		struct context *x = &context[n % AHEAD];

		if (n >= AHEAD) {
			*to++ = add_up(c, s, read, x);
			go_on(s, &read);
		}
		if (n < s->stretched) {
			prepare(c, s, known, x);
			go_on(s, &known);
		}
	}
}

struct sums
scorer_votes(const struct scorer *c, const struct view *v, unsigned before, unsigned vote, unsigned behind, struct sums base)
{
	const uint64_t key = tagger_vote_key(v, before, vote, behind);
	struct memo *m = memo_of(c, key);
	struct sums without;
	uint32_t row[VOTE_FEATURES];

	if (m->key != key) {
		tagger_vote_features(v, 0, 0, 0, row);
		without = add_rows(c->weight, row, VOTE_FEATURES, none);
		tagger_vote_features(v, before, vote, behind, row);
		m->sums = add_rows(c->weight, row, VOTE_FEATURES, (struct sums){ -without.low, -without.high });
		m->key = key;
	}
	return add_sums(base, m->sums);
}
