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
	static const char *const persons[] = { "persons", NULL }, *const nations[] = { "nations", "countries", NULL };
	struct speaker_rules *r;

	if (lexicon_builtin(lang, "roles").at == NULL)
		return NULL;
	r = mem_alloc(sizeof *r);
	r->roles = load(lang, roles, 3);
	r->given = load(lang, given, 1);
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
	lexicon_free(r->persons);
	lexicon_free(r->nations);
	mem_free(r->nation);
	mem_free(r);
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Is the word, of ASCII alone, that one in any case? */
static bool
same_letters(struct slice word, const char *as)
{
	for (size_t i = 0; i < word.len; i++)
		if (small(word.at[i]) != as[i])
			return false;
	return as[word.len] == '\0';
}

static bool
folded_in(struct slice word, const char *const *words)
{
	char folded[32];
	struct buf b = { folded, 0, sizeof folded };

	if (word.len * 2 > sizeof folded)
		return false;
	utf8_fold(&b, word);
	while (*words != NULL && !slice_is(buf_slice(&b), *words))
		words++;
	return *words != NULL;
}

bool
word_in(struct slice word, const char *const *words)
{
	unsigned char all = 0;
	char first;

	for (size_t i = 0; i < word.len; i++)
		all |= (unsigned char)word.at[i];
	if (all >= 0x80)
		return folded_in(word, words);
	first = word.len > 0 ? small(word.at[0]) : 0;
	for (; *words != NULL; words++)
		if (**words == first && same_letters(word, *words))
			return true;
	return false;
}

const struct entry *
role_of(const struct entry *e, const char *class)
{
	while (e != NULL && !slice_is(e->column[0], class))
		e = e->next;
	return e;
}

const struct entry *
role_entry(const struct speaker_rules *r, const char *class, struct slice text, const struct token *tokens, size_t n,
    size_t i, size_t *taken)
{
	return role_of(lexicon_longest(r->roles, text, tokens, n, i, taken), class);
}

static struct noun
noun_as(const struct entry *e, size_t taken, bool plural)
{
	static const struct {
		const char *name;
		enum noun_class class;
	} classes[] = { { "person", NOUN_PERSON }, { "org", NOUN_ORG }, { "document", NOUN_DOCUMENT } };

	for (size_t k = 0; e != NULL && k < sizeof classes / sizeof *classes; k++) {
		const struct entry *found = role_of(e, classes[k].name);

		if (found != NULL)
			return (struct noun){
				classes[k].class, plural, found->column[2].len > 0 ? found->column[2].at[0] : 0,
				found->word, found->column[1], taken
			};
	}
	return (struct noun){ .class = NOUN_NONE };
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

struct noun
noun_of(const struct speaker_rules *r, struct slice word, const struct entry *e, size_t taken)
{
	struct noun found = noun_as(e, taken, false);

	return found.class != NOUN_NONE ? found : noun_as(plural_entry(r, word), 1, true);
}

struct noun
noun_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i)
{
	const struct entry *e;
	size_t taken;

	if (tokens[i].kind != TOKEN_WORD)
		return (struct noun){ .class = NOUN_NONE };
	e = lexicon_longest(r->roles, text, tokens, n, i, &taken);
	return noun_of(r, token_text(text, &tokens[i]), e, taken);
}

const struct entry *
nation_at(const struct speaker_rules *r, struct slice text, const struct token *tokens, size_t n, size_t i, size_t *taken)
{
	*taken = 0;
	return (tokens[i].flags & TOKEN_CAPITAL) != 0 ? lexicon_longest(r->nations, text, tokens, n, i, taken) : NULL;
}

struct slice
nation_name(const struct speaker_rules *r, struct slice code)
{
	for (size_t i = 0; i < r->nnation; i++)
		if (slice_eq(r->nation[i].code, code))
			return r->nation[i].name;
	return slice_make("", 0);
}

enum pronoun
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
		if (word_in(word, all[i].words))
			return all[i].pronoun;
	return PRONOUN_NONE;
}
