#include "speaker_term.h"

#include "speaker.h"
#include "utf8.h"

static struct lexicon *
load(const char *lang, const char *const *names, size_t columns)
{
	struct lexicon *l = lexicon_new();

	for (; *names != NULL; names++)
		lexicon_add(l, lexicon_builtin(lang, *names), columns);
	return l;
}

/* Keeps the first name of each code in a list of word, code, relation. */
static void
load_names(struct speaker_rules *r, struct slice tsv)
{
	while (tsv.at != NULL && tsv.len > 0) {
		struct slice line = slice_cut(&tsv, '\n');
		struct slice word = slice_cut(&line, '\t'), code = slice_cut(&line, '\t'), relation = slice_cut(&line, '\t');

		if (word.len == 0 || word.at[0] == '#' || !slice_is(relation, "name") || nation_name(r, code).len > 0)
			continue;
		MEM_GROW(r->nation, r->nation_cap, r->nnation + 1);
		r->nation[r->nnation++] = (struct nation){ code, word };
	}
}

struct speaker_rules *
speaker_rules_new(const char *lang)
{
	static const char *const roles[] = { "roles", NULL }, *const given[] = { "givennames", "genders", NULL };
	static const char *const surnames[] = { "surnames", NULL };
	static const char *const small[] = { "smallwords", NULL };
	static const char *const persons[] = { "persons", NULL }, *const nations[] = { "nations", "countries", NULL };
	struct speaker_rules *r;

	if (lexicon_builtin(lang, "roles").at == NULL)
		return NULL;
	r = mem_alloc(sizeof *r);
	r->roles = load(lang, roles, 3);
	r->given = load(lang, given, 1);
	r->surnames = load(lang, surnames, 0);
	r->persons = load(lang, persons, 1);
	r->nations = load(lang, nations, 2);
	r->small = load(lang, small, 1);
	r->plural = affixes_new(lang, "plural");
	r->members = affixes_new(lang, "members");
	r->person = affixes_new(lang, "person");
	r->past = affixes_new(lang, "past");
	load_names(r, lexicon_builtin(lang, "nations"));
	load_names(r, lexicon_builtin(lang, "countries"));
	return r;
}

void
speaker_rules_free(struct speaker_rules *r)
{
	if (r == NULL)
		return;
	lexicon_free(r->roles);
	lexicon_free(r->given);
	lexicon_free(r->surnames);
	lexicon_free(r->persons);
	lexicon_free(r->nations);
	lexicon_free(r->small);
	affixes_free(&r->plural);
	affixes_free(&r->members);
	affixes_free(&r->person);
	affixes_free(&r->past);
	mem_free(r->nation);
	mem_free(r->hints.at);
	mem_free(r->unnamed.at);
	mem_free(r);
}

const struct entry *
role_of(const struct entry *e, const char *class)
{
	while (e != NULL && !slice_is(e->column[0], class))
		e = e->next;
	return e;
}

/* The entry of e's word that is a noun for who may speak, and in *class which; NULL if none is. */
static const struct entry *
noun_entry(const struct entry *e, enum noun_class *class)
{
	static const struct {
		const char *name;
		enum noun_class class;
	} classes[] = { { "person", NOUN_PERSON }, { "org", NOUN_ORG }, { "document", NOUN_DOCUMENT } };

	for (size_t k = 0; e != NULL && k < sizeof classes / sizeof *classes; k++) {
		const struct entry *found = role_of(e, classes[k].name);

		*class = classes[k].class;
		if (found != NULL)
			return found;
	}
	*class = NOUN_NONE;
	return NULL;
}

static struct noun
noun_as(const struct entry *e, enum noun_class class, size_t taken, bool plural)
{
	if (class == NOUN_NONE)
		return (struct noun){ .class = NOUN_NONE };
	return (struct noun){ class, plural, e->column[2].len > 0 ? e->column[2].at[0] : 0, e->word, e->column[1], taken };
}

/* The entry of the singular that a plural may have: "officials", "ministries", "witnesses", "businessmen". */
static const struct entry *
plural_entry(const struct speaker_rules *r, struct slice word)
{
	char to[48];

	for (const struct affix *end = NULL; (end = affixes_ending(&r->plural, end, word)) != NULL;) {
		struct token t = { 0 };
		const struct entry *e;
		size_t keep = word.len - end->letters.len, taken;

		t.end = (uint32_t)(keep + end->instead.len);
		if (t.end == 0 || t.end > sizeof to)
			continue;
		memcpy(to, word.at, keep);
		memcpy(to + keep, end->instead.at, end->instead.len);
		e = lexicon_longest(r->roles, slice_make(to, t.end), &t, 1, 0, &taken);
		if (e != NULL)
			return e;
	}
	return NULL;
}

struct noun
noun_of(const struct speaker_rules *r, struct slice word)
{
	enum noun_class class;
	const struct entry *e = noun_entry(lexicon_find(r->roles, word), &class);
	bool many = e == NULL;

	if (many)
		e = noun_entry(plural_entry(r, word), &class);
	return noun_as(e, class, 1, many);
}

#define NAME(text) { text, sizeof text - 1 }

/* The classes of smallwords.tsv. */
static const struct {
	struct slice name;
	uint32_t small;
	enum pronoun pronoun;
} classes[] = {
	{ NAME("he"), 0, PRONOUN_HE }, { NAME("she"), 0, PRONOUN_SHE }, { NAME("it"), 0, PRONOUN_IT },
	{ NAME("they"), 0, PRONOUN_THEY }, { NAME("which"), 0, PRONOUN_WHO }, { NAME("other"), 0, PRONOUN_OTHER },
	{ NAME("prep"), SMALL_PREP, 0 }, { NAME("office"), SMALL_OFFICE, 0 }, { NAME("clause"), SMALL_CLAUSE, 0 },
	{ NAME("idle"), SMALL_IDLE, 0 }, { NAME("part"), SMALL_PART, 0 }, { NAME("definite"), SMALL_DEFINITE, 0 },
	{ NAME("area"), SMALL_AREA, 0 }, { NAME("based"), SMALL_BASED, 0 }, { NAME("article"), SMALL_ARTICLE, 0 },
	{ NAME("determiner"), SMALL_DETERMINER, 0 }, { NAME("one"), SMALL_ONE, 0 }, { NAME("some"), SMALL_SOME, 0 },
	{ NAME("the"), SMALL_THE, 0 }, { NAME("of"), SMALL_OF, 0 }, { NAME("and"), SMALL_AND, 0 },
	{ NAME("who"), SMALL_WHO, 0 }, { NAME("verb"), SMALL_VERB, 0 }, { NAME("behind"), SMALL_BEHIND, 0 },
	{ NAME("former"), SMALL_FORMER, 0 }, { NAME("or"), SMALL_OR, 0 }, { NAME("age"), SMALL_AGE, 0 },
	{ NAME("belongs"), SMALL_BELONGS, 0 }, { NAME("elder"), SMALL_ELDER, 0 }, { NAME("younger"), SMALL_YOUNGER, 0 },
	{ NAME("reply"), SMALL_REPLY, 0 }, { NAME("unnamed"), SMALL_UNNAMED, 0 }, { NAME("government"), SMALL_GOVERNMENT, 0 },
	{ NAME("country"), SMALL_COUNTRY, 0 }, { NAME("company"), SMALL_COMPANY, 0 }
};

/* The classes of an entry of smallwords.tsv, which may be NULL. */
static uint32_t
small_of(const struct entry *e, enum pronoun *pronoun)
{
	struct slice names = e != NULL ? e->column[0] : (struct slice){ NULL, 0 };
	uint32_t small = 0;

	*pronoun = PRONOUN_NONE;
	while (names.at != NULL) {
		struct slice name = slice_cut(&names, ' ');

		for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
			if (slice_eq(name, classes[i].name)) {
				small |= classes[i].small;
				*pronoun = classes[i].pronoun != PRONOUN_NONE ? classes[i].pronoun : *pronoun;
			}
	}
	return small;
}

/* What the roles have for a term. */
struct hint {
	const struct entry *role;   /* that it is by itself, or NULL */
	const struct entry *plural; /* of whose word it is the plural, or NULL */
	const struct entry *noun;   /* of one of these, role first: what is a noun for who may speak, or NULL */
	uint8_t class;              /* of noun */
	bool many;                  /* noun is of plural */
	uint32_t longer;            /* bits (lexicon_next) of the words with which roles go on behind it */
};

static struct hint
hint_of(const struct speaker_rules *r, struct slice word, enum token_kind kind, uint64_t hash)
{
	struct hint h = { .plural = kind == TOKEN_WORD ? plural_entry(r, word) : NULL };
	enum noun_class class = NOUN_NONE;

	h.longer = lexicon_first(r->roles, hash, &h.role);
	h.noun = noun_entry(kind == TOKEN_WORD ? h.role : NULL, &class);
	h.many = h.noun == NULL;
	if (h.many)
		h.noun = noun_entry(h.plural, &class);
	h.class = (uint8_t)class;
	return h;
}

void
speaker_hear(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i)
{
	size_t number = r->number[i].term;
	struct term *term = &r->vocab->term[number];
	struct hint h = hint_of(r, token_text(text, &tokens[i]), (enum token_kind)tokens[i].kind, term->hash);
	const struct entry *nation;

	term->heard = HEARD;
	if (h.longer != 0 || h.role != NULL || h.plural != NULL)
		term->heard |= HEARD_ROLE;
	if (lexicon_first(r->nations, term->hash, &nation) != 0 || nation != NULL)
		term->heard |= HEARD_NATION;
	((struct hint *)r->hints.at)[number] = h;
}

void
speaker_rules_begin(struct speaker_rules *r, struct vocab *v, const struct numbers *number)
{
	size_t known = r->hints.emptied == v->emptied ? r->hints.len : 0;
	uint64_t *unnamed = vocab_notes(v, &r->unnamed, v->terms / 64 + 1, sizeof *unnamed);

	r->vocab = v;
	r->number = number;
	vocab_notes(v, &r->hints, v->terms, sizeof(struct hint));
	for (size_t i = known; i < v->terms; i++) {
		struct term *term = &v->term[i];
		const struct entry *small;
		enum pronoun pronoun;

		lexicon_first(r->small, term->hash, &small);
		term->small = small_of(small, &pronoun);
		term->pronoun = (uint8_t)pronoun;
		if ((term->small & SMALL_UNNAMED) != 0)
			unnamed[i / 64] |= UINT64_C(1) << i % 64;
	}
}

const struct entry *
role_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken,
    struct noun *noun)
{
	const struct hint *h = (const struct hint *)r->hints.at + r->number[i].term;
	const struct entry *e, *found;
	enum noun_class class;
	bool many;

	*taken = 0;
	*noun = (struct noun){ .class = NOUN_NONE };
	if ((speaker_term(r, text, tokens, i)->heard & HEARD_ROLE) == 0)
		return NULL;
	e = h->role;
	found = h->noun;
	class = (enum noun_class)h->class;
	many = h->many;
	*taken = e != NULL;
	if (i + 1 < n && (h->longer & lexicon_next(r->vocab->term[r->number[i + 1].term].hash)) != 0)
		e = lexicon_longest(r->roles, text, tokens, n, i, taken);
	if (e != h->role) {
		found = noun_entry(tokens[i].kind == TOKEN_WORD ? e : NULL, &class);
		many = found == NULL;
		if (many)
			found = noun_entry(h->plural, &class);
	}
	*noun = noun_as(found, class, many ? 1 : *taken, many);
	return e;
}

bool
small_is(const struct speaker_rules *r, struct slice word, uint32_t of)
{
	enum pronoun pronoun;

	return (small_of(lexicon_find(r->small, word), &pronoun) & of) != 0;
}

struct slice
nation_name(const struct speaker_rules *r, struct slice code)
{
	for (size_t i = 0; i < r->nnation; i++)
		if (slice_eq(r->nation[i].code, code))
			return r->nation[i].name;
	return slice_make("", 0);
}
