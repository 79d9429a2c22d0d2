/* What a text tells of a person, or a house, beside the name: titles, what one does, appositions. */
#include "speaker_scene.h"

enum { BEFORE = 7, BEHIND = 16, OWNER = 4 }; /* tokens: a title before a name, an apposition, whose */

static void
learn_hash(const struct scene *s, struct figure *f, uint64_t word)
{
	if (f->word == NULL)
		f->word = arena_alloc(&s->doc->arena, FIGURE_WORDS * sizeof *f->word);
	if (f->words < FIGURE_WORDS && !figure_has(f, word))
		f->word[f->words++] = word;
}

static void
learn_role(const struct scene *s, struct figure *f, struct slice word)
{
	learn_hash(s, f, scene_role(word));
}

/* What a title or noun tells of the figure beside it. */
static void
learn_noun(const struct scene *s, struct figure *f, size_t i, size_t end)
{
	size_t taken;
	struct noun noun;
	const struct entry *role = role_at(s->rules, s->doc->text, s->token, end, i, &taken, &noun);
	const struct entry *title = role_of(role, "title");

	if (noun.class == NOUN_ORG && !noun.plural && f->kind == FIGURE_ORG)
		learn_role(s, f, noun.word);
	if (noun.class == NOUN_PERSON && !noun.plural && f->kind == FIGURE_PERSON) {
		learn_role(s, f, noun.word);
		learn_role(s, f, noun.key);
		if (noun.gender != 0 && f->gender == 0)
			f->gender = noun.gender;
	}
	if (title != NULL) {
		learn_role(s, f, title->column[1]);
		if (title->column[2].len > 0)
			f->gender = title->column[2].at[0];
	}
	if (s->token[i].kind == TOKEN_NUMBER && s->token[i].end - s->token[i].start < 4 && f->age == 0 && f->kind == FIGURE_PERSON) /* no "2016" */
		f->age = scene_token_word(s, i);
	learn_hash(s, f, scene_token_word(s, i));
}

/* "who lost her daughter": whose kin it is tells the gender. */
static void
learn_within(const struct scene *s, struct figure *f, size_t i, size_t end)
{
	enum pronoun pronoun = pronoun_at(s->rules, i);

	if (f->gender == 0 && (pronoun == PRONOUN_HE || pronoun == PRONOUN_SHE) && i + 1 < end &&
	    noun_at(s->rules, s->doc->text, s->token, end, i + 1).gender != 0)
		f->gender = pronoun == PRONOUN_HE ? 'm' : 'f';
	learn_hash(s, f, scene_token_word(s, i));
}

/* "spokesman for the mayor", "an aide who told the mayor": a spokesman, an aide, and no mayor. */
static void
learn_phrase(const struct scene *s, struct figure *f, size_t i, size_t end)
{
	bool within = false, clause = false;

	for (; i < end; i++) {
		clause = clause || scene_small(s, i, SMALL_CLAUSE);
		within = (within && !scene_small(s, i, SMALL_AND)) || scene_small(s, i, SMALL_PREP);
		f->owned = f->owned || within;
		if (within || clause)
			learn_within(s, f, i, end);
		else
			learn_noun(s, f, i, end);
	}
}

static bool
ends_phrase(const struct token *t)
{
	return t->kind == TOKEN_STOP || t->kind == TOKEN_MARK || (t->kind == TOKEN_PUNCT && t->code != '-' && t->code != '/');
}

/* "Olaf Berg's lawyer, [Name]", "the club's owner, [Name]": whose, up to the clitic. */
static void
learn_owner(const struct scene *s, struct figure *f, size_t clitic, size_t from)
{
	size_t i = clitic;

	while (i > from && clitic - i < OWNER && s->token[i - 1].kind == TOKEN_WORD &&
	    !scene_small(s, i - 1, SMALL_PREP | SMALL_CLAUSE | SMALL_DEFINITE))
		i--;
	f->owned = f->owned || i < clitic;
	for (; i < clitic; i++)
		learn_hash(s, f, scene_token_word(s, i));
}

/* "told", "praised" and the like between a name and a noun for another: "The coach praised striker [Name]". */
static bool
verb(const struct scene *s, size_t i)
{
	return (s->token[i].flags & TOKEN_CAPITAL) == 0 && (scene_small(s, i, SMALL_VERB) ||
	    affixes_ending(&s->rules->past, NULL, scene_text(s, i)) != NULL);
}

/* "Vermont Sen. [Name]", "the lawyer [Name]": the words of its phrase before a name. */
static void
learn_before(const struct scene *s, struct figure *f, size_t first, size_t from)
{
	size_t i = first;
	bool person = false;

	while (i > from && first - i < BEFORE) {
		const struct token *t = &s->token[i - 1];
		bool abbreviated = t->kind == TOKEN_STOP && t->code == '.' && (t->flags & TOKEN_SPACE) == 0 && i - 1 > from &&
		    (s->token[i - 2].flags & TOKEN_CAPITAL) != 0 && t->start - s->token[i - 2].start <= 4;

		if ((ends_phrase(t) && !abbreviated) || scene_small(s, i - 1, SMALL_PREP | SMALL_CLAUSE | SMALL_DEFINITE) || t->kind == TOKEN_CLITIC)
			break;
		i--;
	}
	if (i > from && s->token[i - 1].kind == TOKEN_CLITIC)
		learn_owner(s, f, i - 1, from);
	for (size_t k = i; k < first; k++) {
		person = person || noun_at(s->rules, s->doc->text, s->token, first, k).class != NOUN_NONE;
		if (person && verb(s, k))
			i = k + 1;
	}
	for (; i < first; i++) {
		struct noun noun = noun_at(s->rules, s->doc->text, s->token, first, i);

		/* "Court orders Nordbank to pay" */
		if (noun.class == NOUN_ORG && i + noun.taken < first)
			learn_hash(s, f, scene_token_word(s, i));
		else
			learn_noun(s, f, i, first);
	}
}

/* The words of a description that stands beside the name: of "Queen Maud's third child" the child, and whose it is. */
static void
learn_described(const struct scene *s, struct figure *f, size_t first, size_t end)
{
	size_t owner = first;

	for (size_t k = first; k < end && !scene_small(s, k, SMALL_PREP | SMALL_CLAUSE); k++)
		owner = s->token[k].kind == TOKEN_CLITIC ? k : owner;
	if (owner > first)
		learn_owner(s, f, owner, first);
	learn_phrase(s, f, owner, end);
}

/* "[Name], a lawyer from Lund, said": the words of an apposition, to its comma. */
static void
learn_behind(const struct scene *s, struct figure *f, size_t last, size_t end)
{
	size_t i = last + 1;

	if (last >= end || (s->token[last].code != ',' && s->token[last].code != '(') || (i < end && verb(s, i)))
		return; /* "The manager, [Name], says he met the brother." */
	for (; i < end && i - last < BEHIND && !ends_phrase(&s->token[i]); i++)
		;
	if (i < end && (s->token[i].code == ',' || s->token[i].code == ')' || (s->token[i].kind == TOKEN_STOP && f->kind == FIGURE_PERSON)))
		learn_described(s, f, last + 1, i);
}

/* Where the titles begin before a name that begins at token i: "Mr.", "HRH". */
static size_t
before_titles(const struct scene *s, size_t i, size_t from)
{
	for (size_t taken; i > from; i--) {
		size_t word = i - 1 - (s->token[i - 1].code == '.' && i > from + 1);

		if ((s->token[word].flags & TOKEN_CAPITAL) == 0 ||
		    role_entry(s->rules, "title", s->doc->text, s->token, i, word, &taken) == NULL)
			break;
		i = word + 1;
	}
	return i;
}

/* "The lawyer from Lund, [Name], said": the words of a description that a comma parts from the name behind it. */
static void
learn_across(const struct scene *s, struct figure *f, const struct sighting *t, size_t from, size_t end)
{
	size_t name = before_titles(s, t->first, from), comma = name - 1, first = comma, head;

	if (name < from + 3 || s->token[comma].code != ',' || (t->last < end && !ends_phrase(&s->token[t->last])))
		return;
	for (size_t i = comma; i > from && comma - i < BEHIND && !ends_phrase(&s->token[i - 1]); i--)
		if (scene_small(s, i - 1, SMALL_DETERMINER) || s->token[i - 1].kind == TOKEN_CLITIC)
			first = i;
	for (head = first; head < comma && !scene_small(s, head, SMALL_PREP); head++)
		;
	if (head == first || noun_at(s->rules, s->doc->text, s->token, head, head - 1).class != NOUN_PERSON)
		return;
	if (s->token[first - 1].kind == TOKEN_CLITIC)
		learn_owner(s, f, first - 1, from);
	learn_hash(s, f, scene_token_word(s, first - 1)); /* "His lawyer" is not hers */
	learn_described(s, f, first, comma);
}

/* The words that the text has for a person sighted there. */
static void
learn_sighting(const struct scene *s, struct figure *f, const struct sighting *t)
{
	size_t from = s->begin[t->sentence], end = s->begin[t->sentence + 1];

	learn_before(s, f, t->first, from);
	learn_across(s, f, t, from, end);
	learn_behind(s, f, t->last, end);
}

/* The gender that a full name tells, or a given one that no family has. */
static char
name_gender(const struct scene *s, struct slice name)
{
	const struct entry *e = lexicon_find(s->rules->persons, name);
	struct slice rest = name, given = slice_cut(&rest, ' ');

	if (e == NULL && (rest.at != NULL || lexicon_find(s->rules->surnames, name) == NULL))
		e = lexicon_find(s->rules->given, given);
	if (e == NULL || e->column[0].len == 0 || e->column[0].at[0] == 'x')
		return 0;
	return e->column[0].at[0];
}

const struct figure *
scene_known(const struct scene *s, size_t figure)
{
	struct figure *f = &s->figure[figure];

	if ((f->kind != FIGURE_PERSON && f->kind != FIGURE_ORG) || f->known)
		return f;
	f->known = true;
	for (size_t k = f->first; k != f->last; k = s->sight[k].again)
		learn_sighting(s, f, &s->sight[k]);
	learn_sighting(s, f, &s->sight[f->last]);
	if (f->gender == 0 && f->kind == FIGURE_PERSON)
		f->gender = name_gender(s, f->name);
	return f;
}
