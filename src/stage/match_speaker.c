#include "match_speaker.h"

#include "hash.h"
#include "token.h"
#include "utf8.h"

static uint64_t
hash_folded(struct slice s)
{
	struct buf b = { 0 };
	uint64_t h;

	utf8_fold(&b, s);
	h = hash_bytes(buf_slice(&b));
	buf_free(&b);
	return h;
}

static void
add_name(struct speaker *s, uint64_t name)
{
	if (s->names == SPEAKER_NAMES) {
		memmove(s->name, s->name + 1, (SPEAKER_NAMES - 1) * sizeof *s->name);
		s->names--;
	}
	s->name[s->names++] = name;
}

/* The last words of a name, as a person's id has them: "person:ada-holm". */
static void
names_of_id(struct speaker *s, struct slice id)
{
	while (id.at != NULL && id.len > 0) {
		add_name(s, hash_bytes(slice_cut(&id, '-')));
	}
}

/* The last capitalised words of "harbour board spokesman Ivo Strand", up to a comma.  "The Democratic front-runner" and "a Strand aide"
 * are no names: they end otherwise. */
static void
names_of_words(struct speaker *s, struct slice words)
{
	struct token_list tokens = { 0 };

	token_cut(&tokens, words, 0, words.len);
	for (size_t i = 0; i < tokens.len; i++) {
		const struct token *t = &tokens.at[i];

		if (t->kind == TOKEN_PUNCT && s->names > 0)
			break;
		if (t->kind != TOKEN_WORD)
			continue;
		if (t->flags & TOKEN_CAPITAL)
			add_name(s, hash_folded(token_text(words, t)));
		else
			s->names = 0;
	}
	mem_free(tokens.at);
}

bool
speaker_is_pronoun(struct slice words, const struct lexicon *classes)
{
	const struct entry *e = classes != NULL ? lexicon_find(classes, words) : NULL;

	while (e != NULL && !slice_is(e->column[0], "pronoun"))
		e = e->next;
	return e != NULL;
}

static void
read_id(struct speaker *s, struct slice id)
{
	struct slice rest = id;
	struct slice type = slice_cut(&rest, ':');

	s->id = hash_bytes(id);
	if (rest.at == NULL)
		return;
	s->person = slice_is(type, "person");
	s->anonymous = slice_is(type, "anon");
	if (s->person || s->anonymous)
		names_of_id(s, rest);
	if (slice_is(type, "country"))
		s->country = hash_bytes(rest);
	else if (rest.len > 2 && rest.at[2] == '-')
		s->country = hash_bytes(slice_sub(rest, 0, 2));
}

bool
speaker_read(struct speaker *s, struct slice id, struct slice name, struct slice words, const struct lexicon *classes,
    struct arena *arena)
{
	struct slice called = name.len > 0 ? name : words;

	*s = (struct speaker){ 0 };
	if (id.len > 0) {
		read_id(s, id);
		s->key = arena_copy(arena, id);
		return true;
	}
	if (called.len == 0 || speaker_is_pronoun(called, classes))
		return false;
	names_of_words(s, called);
	s->key = arena_copy(arena, called);
	return s->names > 0;
}

static bool
shares_name(const struct speaker *a, const struct speaker *b)
{
	for (size_t i = 0; i < a->names; i++)
		for (size_t k = 0; k < b->names; k++)
			if (a->name[i] == b->name[k])
				return true;
	return false;
}

/* "Strand", "Ivo Strand" and "Admiral Strand" are one.  "Ada Holm" and "Lars Holm" are two, but reports call either
 * "Holm", and the wrong one is easily taken. */
static enum kin
persons(const struct speaker *a, const struct speaker *b)
{
	if (a->name[a->names - 1] != b->name[b->names - 1])
		return KIN_STRANGER;
	if (a->names == 1 || b->names == 1 || a->name[0] == b->name[0])
		return KIN_SAME;
	return KIN_UNKNOWN;
}

/* Sources that are described may be one if they have one role ("us-official", "us-defence-official"), and no two countries.  A
 * description may give the wrong country, but a country is known by its name. */
static enum kin
described(const struct speaker *a, const struct speaker *b)
{
	bool both = a->anonymous && b->anonymous;

	if (a->country != 0 && b->country != 0)
		return a->country == b->country ? KIN_NEAR : KIN_UNKNOWN;
	return both && a->names > 0 && b->names > 0 && a->name[a->names - 1] == b->name[b->names - 1] ? KIN_NEAR : KIN_UNKNOWN;
}

enum kin
speaker_kin(const struct speaker *a, const struct speaker *b)
{
	if (a == NULL || b == NULL)
		return KIN_UNKNOWN;
	if (a->id != 0 && a->id == b->id)
		return KIN_SAME;
	if (a->anonymous || b->anonymous)
		return described(a, b);
	if (a->country != 0 && b->country != 0)
		return a->country == b->country ? KIN_NEAR : KIN_STRANGER;
	if (a->person && b->person && a->names > 0 && b->names > 0)
		return persons(a, b);
	if (a->names > 0 && b->names > 0 && (a->id == 0 || b->id == 0))
		return shares_name(a, b) ? KIN_SAME : KIN_STRANGER;
	return KIN_UNKNOWN;
}

bool
speaker_is_many(const struct speaker *s)
{
	return s->anonymous && s->country == 0 && s->names == 1;
}

uint64_t
speaker_bucket(const struct speaker *s)
{
	if (s->country != 0)
		return s->country;
	return s->names > 0 ? s->name[s->names - 1] : s->id;
}
