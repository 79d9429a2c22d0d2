#include "speaker_words.h"

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
	static const char *const roles[] = { "roles", NULL }, *const given[] = { "givennames", NULL };
	static const char *const surnames[] = { "surnames", NULL };
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
	mem_free(r->nation);
	mem_free(r->hints.at);
	mem_free(r);
}

enum { SMALL_MOST = 32 }; /* bytes: no list has a longer word */

/* The word folded, in to; empty if it is too long. */
static struct slice
folded(struct slice word, char to[2 * SMALL_MOST])
{
	struct buf b = { to, 0, 2 * SMALL_MOST };

	if (word.len <= SMALL_MOST)
		utf8_fold(&b, word);
	return buf_slice(&b);
}

/* The same as word_in, of a word that is folded. */
static bool
listed(struct slice word, const char *const *words)
{
	const char first = word.len > 0 ? word.at[0] : 0;

	while (*words != NULL && !(**words == first && slice_is(word, *words)))
		words++;
	return *words != NULL;
}

bool
word_in(struct slice word, const char *const *words)
{
	char to[2 * SMALL_MOST];

	return listed(folded(word, to), words);
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
	static const struct { const char *plural, *singular; } ends[] = {
		{ "men", "man" }, { "ies", "y" }, { "es", "" }, { "s", "" }, { "people", "person" }, { "children", "child" }
	};
	char to[48];

	if (word.len >= sizeof to || strchr("sne", word.at[word.len - 1]) == NULL)
		return NULL;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		struct token t = { 0 };
		const struct entry *e;
		size_t keep, more = strlen(ends[i].singular), taken;

		if (!slice_ends(word, ends[i].plural))
			continue;
		keep = word.len - strlen(ends[i].plural);
		/* "witnesses", "coaches", but not "Nunes" of "nun" */
		if (slice_is(slice_from(ends[i].plural), "es") && (keep == 0 || strchr("sxzho", word.at[keep - 1]) == NULL))
			continue;
		memcpy(to, word.at, keep);
		memcpy(to + keep, ends[i].singular, more);
		t.end = (uint32_t)(keep + more);
		e = t.end > 0 ? lexicon_longest(r->roles, slice_make(to, t.end), &t, 1, 0, &taken) : NULL;
		if (e != NULL)
			return e;
	}
	return NULL;
}

static enum pronoun
pronoun_of(struct slice word)
{
	static const char *const he[] = { "he", "him", "his", "himself", NULL };
	static const char *const she[] = { "she", "her", "hers", "herself", NULL };
	static const char *const it[] = { "it", "its", "itself", NULL };
	static const char *const they[] = { "they", "them", "their", "themselves", "these", "those", NULL };
	static const char *const who[] = { "who", "whom", "which", "that", NULL };
	static const char *const other[] = { "i", "we", "you", "me", "us", "my", "our", "one", "this", "another", "others", "both", NULL };
	static const struct {
		const char *const *words;
		enum pronoun pronoun;
	} all[] = {
		{ he, PRONOUN_HE }, { she, PRONOUN_SHE }, { it, PRONOUN_IT }, { they, PRONOUN_THEY }, { who, PRONOUN_WHO },
		{ other, PRONOUN_OTHER }
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (listed(word, all[i].words))
			return all[i].pronoun;
	return PRONOUN_NONE;
}

/* What is found out of a term once, wherever it stands. */
struct hint {
	const struct entry *role;   /* that it is by itself, or NULL */
	const struct entry *plural; /* of whose word it is the plural, or NULL */
	const struct entry *noun;   /* of one of these, role first: what is a noun for who may speak, or NULL */
	uint8_t class;              /* of noun */
	uint8_t pronoun;
	uint8_t small;              /* the lists of SMALL_ that have it */
	bool many;                  /* noun is of plural */
	bool known;
	bool longer; /* roles of several words begin with it */
	bool nation; /* so do nations, or it is one */
};

static uint8_t
small_of(struct slice word)
{
	static const char *const preps[] = {
		"of", "to", "with", "by", "for", "from", "at", "in", "on", "against", "about", "like", "than", "over", "under",
		"behind", "near", "between", "among", "including", "into", "toward", "towards", "as", NULL
	};
	static const char *const offices[] = { "of", "to", "for", NULL };
	static const char *const clauses[] = {
		"inside", "within", "across", "around", "beyond", "outside", "throughout", "close", "familiar", "who", "whose", "which", "that", "when", "while", "after", "before", "during", "along", "as", "speaking", "briefed",
		"involved", "here", "himself", "herself", "themselves", "itself", "such", "whom", "taken",
		"conducted", "surveyed", "released", "published", "compiled", "obtained", NULL
	};
	static const char *const idle[] = { "himself", "herself", "itself", "jr", "sr", "too", "also", "both", "then", "now", NULL };
	static const char *const parts[] = {
		"one", "some", "many", "several", "two", "three", "most", "none", "any", "each", "both", "all", "few", "other", "others",
		"half", "majority", "number", "group", "couple", NULL
	};
	static const char *const definite[] = { "the", "that", "this", "these", "those", "his", "her", "its", "their", "both", NULL };
	static const char *const areas[] = { "new", "inner", "outer", "upper", "lower", "northern", "southern", "eastern", "western", "central", NULL };
	static const char *const verbs[] = {
		"is", "was", "are", "were", "has", "had", "have", "did", "does", "said", "says", "told", "tells", "met", "saw", "made", "gave",
		"took", "sent", "let", "put", "kept", "knew", "thought", "felt", "found", "lost", "beat", "led", "paid", "brought", "bought",
		"sought", "caught", "taught", "wrote", "spoke", "shot", "held", "understood", NULL
	};
	static const struct {
		const char *const *words;
		uint8_t small;
	} all[] = {
		{ preps, SMALL_PREP }, { offices, SMALL_OFFICE }, { clauses, SMALL_CLAUSE }, { idle, SMALL_IDLE }, { parts, SMALL_PART },
		{ definite, SMALL_DEFINITE }, { areas, SMALL_AREA }, { verbs, SMALL_VERB }
	};
	uint8_t small = 0;

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (listed(word, all[i].words))
			small |= all[i].small;
	return small;
}

static void
learn(const struct speaker_rules *r, struct slice word, enum token_kind kind, struct hint *h)
{
	const struct entry *nation;
	enum noun_class class = NOUN_NONE;
	char to[2 * SMALL_MOST];
	struct slice small = folded(word, to);

	h->known = true;
	h->longer = lexicon_first(r->roles, lexicon_hash(word), &h->role);
	h->plural = kind == TOKEN_WORD ? plural_entry(r, word) : NULL;
	h->noun = noun_entry(kind == TOKEN_WORD ? h->role : NULL, &class);
	h->many = h->noun == NULL;
	if (h->many)
		h->noun = noun_entry(h->plural, &class);
	h->class = (uint8_t)class;
	h->nation = lexicon_first(r->nations, lexicon_hash(word), &nation) || nation != NULL;
	h->small = small_of(small);
	h->pronoun = (uint8_t)pronoun_of(small);
}

static inline const struct hint *
hint_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i)
{
	struct hint *h = (struct hint *)r->hints.at + r->number[i].term;

	if (!h->known)
		learn(r, token_text(text, &tokens[i]), (enum token_kind)tokens[i].kind, h);
	return h;
}

void
speaker_rules_begin(struct speaker_rules *r, const struct vocab *v, const struct numbers *number)
{
	r->vocab = v;
	r->number = number;
	vocab_notes(v, &r->hints, v->terms, sizeof(struct hint));
}

const struct entry *
role_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken,
    struct noun *noun)
{
	const struct hint *h = hint_at(r, text, tokens, i);
	const struct entry *e = h->role, *found = h->noun;
	enum noun_class class = (enum noun_class)h->class;
	bool many = h->many;

	*taken = e != NULL;
	if (h->longer)
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

struct noun
noun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i)
{
	struct noun noun;
	size_t taken;

	role_at(r, text, tokens, n, i, &taken, &noun);
	return noun;
}

const struct entry *
role_entry(const struct speaker_rules *r, const char *class, struct slice text, const struct token *tokens, size_t n,
    size_t i, size_t *taken)
{
	struct noun noun;

	return role_of(role_at(r, text, tokens, n, i, taken, &noun), class);
}

bool
small_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i, unsigned lists)
{
	return (hint_at(r, text, tokens, i)->small & lists) != 0;
}

enum pronoun
pronoun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t i)
{
	return (enum pronoun)hint_at(r, text, tokens, i)->pronoun;
}

const struct entry *
nation_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken)
{
	*taken = 0;
	if ((tokens[i].flags & TOKEN_CAPITAL) == 0 || !hint_at(r, text, tokens, i)->nation)
		return NULL;
	return lexicon_longest(r->nations, text, tokens, n, i, taken);
}

struct slice
nation_name(const struct speaker_rules *r, struct slice code)
{
	for (size_t i = 0; i < r->nnation; i++)
		if (slice_eq(r->nation[i].code, code))
			return r->nation[i].name;
	return slice_make("", 0);
}
