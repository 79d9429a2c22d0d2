#include "gazetteer.h"

#include "entity.h"
#include "utf8.h"

static const struct {
	const char *name;
	unsigned list;
	size_t columns;
} names[] = {
	{ "nations", GAZ_COUNTRY, 2 }, { "countries", GAZ_COUNTRY, 2 }, { "places", GAZ_PLACE, 2 },
	{ "regions", GAZ_PLACE, 2 }, { "organisations", GAZ_ORG, 3 }, { "statebodies", GAZ_ORG, 3 },
	{ "groups", GAZ_GROUP, 1 }, { "things", GAZ_THING, 1 }, { "persons", GAZ_PERSON, 1 },
}, words[] = {
	{ "titles", WORD_TITLE, 2 }, { "givennames", WORD_GIVEN, 1 }, { "surnames", WORD_SURNAME, 0 },
	{ "orgheads", WORD_ORGHEAD, 2 }, { "placeheads", WORD_PLACEHEAD, 2 }, { "commonwords", WORD_COMMON, 0 },
	{ "contexts", WORD_CONTEXT, 3 }, { "particles", WORD_PARTICLE, 1 },
	{ "mischeads", WORD_MISCHEAD, 1 },
};

static size_t
code_index(struct slice code)
{
	size_t a = code.len == 2 ? (size_t)(code.at[0] - 'a') : 26, b = code.len == 2 ? (size_t)(code.at[1] - 'a') : 26;

	return a < 26 && b < 26 ? a * 26 + b : SIZE_MAX;
}

/* The first name of each code in the lists' order. */
static void
show_countries(struct gazetteer *g, struct slice list)
{
	while (list.at != NULL && list.len > 0) {
		struct slice line = slice_cut(&list, '\n'), word = slice_cut(&line, '\t');
		size_t code = line.at != NULL ? code_index(slice_cut(&line, '\t')) : SIZE_MAX;

		if (code != SIZE_MAX && g->country[code] == NULL && slice_is(line, "name"))
			g->country[code] = gazetteer_from(lexicon_find(g->names, word), GAZ_COUNTRY);
	}
}

const struct entry *
gazetteer_country(const struct gazetteer *g, struct slice code)
{
	size_t i = code_index(code);

	return i != SIZE_MAX ? g->country[i] : NULL;
}

static bool
is_text(struct slice s)
{
	return utf8_valid(s) == s.len && slice_find(s, '\0') == s.len;
}

/* Has it a type, and what a row may hold? */
static bool
is_name(const struct entry *e)
{
	return entity_type_of(e->column[0]) != ENTITY_NONE && is_text(e->word) && (e->columns < 2 || is_text(e->column[1])) &&
	    (e->columns < 3 || is_text(e->column[2]));
}

size_t
gazetteer_add(struct gazetteer *g, struct slice list)
{
	bool compiled = lexicon_is_packed(list);

	if (g->user != NULL && (compiled || g->compiled))
		return GAZETTEER_ALONE;
	if (g->user == NULL)
		g->user = compiled ? lexicon_packed(list, GAZ_USER, is_name) : lexicon_new();
	if (g->user == NULL)
		return GAZETTEER_DAMAGED;
	g->compiled = compiled;
	return compiled ? 0 : lexicon_add_if(g->user, list, GAZ_USER, is_name);
}

const struct entry *
gazetteer_name(const struct gazetteer *g, const uint64_t *hash, size_t n, size_t i, size_t *taken)
{
	const struct entry *e = g->user != NULL ? lexicon_longest_hashed(g->user, hash, n, i, taken) : NULL;

	return e != NULL ? e : lexicon_longest_hashed(g->names, hash, n, i, taken);
}

const struct entry *
gazetteer_longer(const struct gazetteer *g, uint32_t next, const uint64_t *hash, size_t n, size_t i, size_t *taken)
{
	if (g->user != NULL)
		return gazetteer_name(g, hash, n, i, taken);
	return lexicon_longer(g->names, next, hash, n, i, taken);
}

uint32_t
gazetteer_first(const struct gazetteer *g, uint64_t hash, const struct entry **one)
{
	const struct entry *user = NULL;
	uint32_t next = g->user != NULL ? lexicon_first(g->user, hash, &user) : 0;

	next |= lexicon_first(g->names, hash, one);
	if (user != NULL)
		*one = user;
	return next;
}

bool
gazetteer_role(const struct gazetteer *g, uint64_t hash, const char *class)
{
	const struct entry *e;

	lexicon_first(g->roles, hash, &e);
	while (e != NULL && !slice_is(e->column[0], class))
		e = e->next;
	return e != NULL;
}

/* Does an entry of that list say so in its first column? */
static bool
says(const struct entry *e, unsigned list, const char *what)
{
	for (e = gazetteer_from(e, list); e != NULL && e->list == list; e = e->next)
		if (slice_is(e->column[0], what))
			return true;
	return false;
}

uint32_t
gazetteer_marks(const struct entry *e)
{
	static const struct {
		unsigned list;
		const char *what;
		uint32_t mark;
	} told[] = {
		{ WORD_PARTICLE, "person", MARK_PERSON }, { WORD_PARTICLE, "phrase", MARK_PHRASE },
		{ WORD_PARTICLE, "article", MARK_ARTICLE }, { WORD_PARTICLE, "behind", MARK_BEHIND },
		{ WORD_PARTICLE, "within", MARK_WITHIN }, { WORD_PARTICLE, "son", MARK_SON }, { WORD_TITLE, "honorific", MARK_HONORIFIC },
		{ WORD_ORGHEAD, "start", 1 << MARK_START }, { WORD_PLACEHEAD, "start", 2 << MARK_START },
		{ WORD_MISCHEAD, "start", 4 << MARK_START }, { WORD_ORGHEAD, "end", 1 << MARK_END },
		{ WORD_PLACEHEAD, "end", 2 << MARK_END }, { WORD_MISCHEAD, "end", 4 << MARK_END }
	};
	const struct entry *title, *head;
	uint32_t marks;

	if (e == NULL)
		return 0;
	marks = e->lists;
	title = gazetteer_from(e, WORD_TITLE);
	head = gazetteer_from(e, WORD_ORGHEAD);
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		if (says(e, told[i].list, told[i].what))
			marks |= told[i].mark;
	if (title != NULL && !slice_is(title->column[0], "role"))
		marks |= MARK_TITLE;
	if (head != NULL && slice_is(head->column[1], "suffix"))
		marks |= MARK_COMPANY;
	return marks;
}

void
gazetteer_open(struct gazetteer *g, const char *lang)
{
	g->user = NULL;
	g->names = lexicon_new();
	g->words = lexicon_new();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		lexicon_add_list(g->names, lexicon_builtin(lang, names[i].name), names[i].columns, names[i].list);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		lexicon_add_list(g->words, lexicon_builtin(lang, words[i].name), words[i].columns, words[i].list);
	g->variants = lexicon_new();
	lexicon_add_list(g->variants, lexicon_builtin(lang, "namevariants"), 1, 0);
	lexicon_add_list(g->variants, lexicon_builtin(lang, "nicknames"), 1, 1);
	g->roles = lexicon_new();
	lexicon_add(g->roles, lexicon_builtin(lang, "roles"), 1);
	g->trades = affixes_new(lang, "trade");
	g->crafts = affixes_new(lang, "craft");
	for (size_t i = 0; i < sizeof g->country / sizeof *g->country; i++)
		g->country[i] = NULL;
	show_countries(g, lexicon_builtin(lang, "nations"));
	show_countries(g, lexicon_builtin(lang, "countries"));
}

void
gazetteer_close(struct gazetteer *g)
{
	lexicon_free(g->user);
	lexicon_free(g->names);
	lexicon_free(g->words);
	lexicon_free(g->variants);
	lexicon_free(g->roles);
	affixes_free(&g->trades);
	affixes_free(&g->crafts);
	*g = (struct gazetteer){ 0 };
}

bool
gazetteer_tells(const struct entry *e, const char *side, const char *kind)
{
	for (e = gazetteer_from(e, WORD_CONTEXT); e != NULL; e = e->next)
		if (e->list == WORD_CONTEXT && slice_is(e->column[0], side) && slice_is(e->column[1], kind))
			return true;
	return false;
}

bool
gazetteer_demonym(const struct entry *e)
{
	return e->list == GAZ_GROUP || (e->list == GAZ_COUNTRY && (slice_is(e->column[1], "adjective") ||
	    slice_is(e->column[1], "singular") || slice_is(e->column[1], "plural")));
}

bool
gazetteer_capital(const struct entry *e)
{
	return e->list == GAZ_COUNTRY && (slice_is(e->column[1], "capital") || slice_is(e->column[1], "seat"));
}
