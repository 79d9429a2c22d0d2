/* Who the persons of a document are: full names first, short forms in their light. */
#include "entity_link.h"
#include "entity_scan.h"

static struct core
core_of(const struct linker *l, const struct mention *m)
{
	return l->core[m - l->list->at];
}

static bool
holds(const struct linker *l, struct core c, uint64_t word)
{
	for (size_t i = c.first; i < c.last; i++)
		if (linker_word(l, i) && linker_canonical(l, i) == word)
			return true;
	return false;
}

/* Is every word of a one of b's?  An initial is, where b has a word that begins so. */
static bool
within(const struct linker *l, struct core a, struct core b)
{
	for (size_t i = a.first; i < a.last; i++) {
		bool found = !linker_word(l, i) || holds(l, b, linker_canonical(l, i));

		for (size_t k = b.first; !found && linker_initial(l, i) && k < b.last; k++)
			found = l->scan->tokens.at[k].code == l->scan->tokens.at[i].code;
		if (!found)
			return false;
	}
	return true;
}

static const struct mention *
at(const struct linker *l, uint32_t number)
{
	return &l->list->at[number - 1];
}

enum { TRIED = 12 }; /* persons of one word that are looked at: a page of namesakes stays linear */

/* The same, initials apart. */
static bool
same_words(const struct linker *l, struct core a, struct core b)
{
	for (size_t i = a.first; i < a.last; i++)
		if (linker_word(l, i) && !linker_initial(l, i) && !holds(l, b, linker_canonical(l, i)))
			return false;
	return true;
}

/* The person whose name m writes more or less fully; 0 if none yet.  *rival: is there one whom only an initial tells apart? */
static uint32_t
same_person(const struct linker *l, const struct mention *m, bool *rival)
{
	struct core c = core_of(l, m);
	uint32_t p;
	int tried = 0;

	*rival = false;
	for (size_t i = c.first; i < c.last; i++) {
		if (!linker_word(l, i) || linker_initial(l, i))
			continue;
		for (p = linker_who(l, linker_canonical(l, i) ^ 1)->before; p != 0 && tried < TRIED; p = l->person[p - 1].next, tried++) {
			struct person *person = &l->person[p - 1];
			struct core full = core_of(l, at(l, person->full));

			if (person->marked != 0 && linker_rivals(l, m, at(l, person->marked))) {
				if (same_words(l, c, full) || same_words(l, full, c))
					*rival = person->rival = true;
			} else if (within(l, c, full) || within(l, full, c)) {
				return p;
			}
		}
	}
	return 0;
}

/* What the user's list has for a mention, with an id; NULL if nothing. */
static const struct entry *
users(const struct linker *l, const struct mention *m)
{
	const struct entry *e = l->gazetteer->user != NULL ? linker_listed(l, m->first, m->last) : NULL;

	return e != NULL && e->list == GAZ_USER && e->columns > 1 && e->column[1].len > 0 ? e : NULL;
}

/* Stands it in a headline? */
static bool
in_title(const struct linker *l, const struct mention *m)
{
	const struct entity_sentence *t = l->scan->sentence;

	return l->scan->sentences > 0 && m->first < t->last && (t->role == ROLE_TITLE || t->style == STYLE_TITLE);
}

bool
linker_headlined(const struct linker *l, const struct mention *m)
{
	struct core c = core_of(l, m);

	return in_title(l, m) && (c.words > 3 || !gloss_has(linker_gloss(l, c.first), WORD_GIVEN));
}

/* "Sergei Ivanovich", "Ana Maria" of Sergei Ivanovich Orlov and Ana Maria Tarn: whose name begins so, and has one word more; 0 if
 * nobody's does. */
static uint32_t
beginning(const struct linker *l, struct core c)
{
	const struct who *w = linker_who(l, linker_canonical(l, c.last - 1) ^ 3);
	uint32_t p = w->before != 0 ? w->before : w->first;
	struct core full;

	if (p == 0 || c.words < 2 || in_title(l, at(l, l->person[p - 1].full)))
		return 0;
	full = core_of(l, at(l, l->person[p - 1].full));
	if (full.words != c.words + 1 || full.last - full.first != c.last - c.first + 1)
		return 0;
	for (size_t i = 0; i < c.last - c.first; i++)
		if (linker_canonical(l, full.first + i) != linker_canonical(l, c.first + i))
			return 0;
	return p;
}

static void
add_person(struct linker *l, size_t k, struct core c)
{
	bool rival;
	uint32_t begins = 0, number = (uint32_t)k + 1, p = same_person(l, &l->list->at[k], &rival);
	struct who *w = linker_who(l, linker_canonical(l, c.last - 1) ^ 1);
	struct person *person;

	if (p == 0)
		p = begins = beginning(l, c);
	if (p == 0) {
		MEM_GROW(l->person, l->person_cap, l->persons + 1);
		l->person[l->persons++] = (struct person){
			.full = number, .brief = number, .first = number, .next = w->before, .rival = rival, .gender = l->list->at[k].gender
		};
		w->before = p = (uint32_t)l->persons;
	}
	l->of[k] = p;
	person = &l->person[p - 1];
	if (linker_headlined(l, at(l, person->first)))
		person->first = number;
	if (c.words > core_of(l, at(l, person->full)).words)
		person->full = number;
	if (c.words < core_of(l, at(l, person->brief)).words && begins == 0) /* whose id is of the whole */
		person->brief = number;
	if (person->marked == 0 && linker_marked(l, &l->list->at[k]))
		person->marked = number;
	if (person->gender == 0)
		person->gender = l->list->at[k].gender;
	if (person->entry == NULL)
		person->entry = users(l, &l->list->at[k]);
}

/* Makes a full name's other words ways to call the person. */
static void
note_words(struct linker *l, size_t k, bool walking)
{
	struct core c = core_of(l, &l->list->at[k]);

	for (size_t i = l->list->at[k].first; i < c.last; i++) {
		struct who *w;

		if (!linker_word(l, i) || linker_initial(l, i))
			continue;
		w = linker_who(l, linker_canonical(l, i) ^ 3);
		if (walking)
			w->before = l->of[k];
		else if (w->first == 0)
			w->first = l->of[k];
	}
}

/* The name that makes the id: the shortest, but "Van den Berg" and "Ortiz Soler" are parts of a name alone; in "Universe Ana
 * Tarn" the shorter one is. */
static struct core
naming(const struct linker *l, const struct person *p)
{
	struct core brief = core_of(l, at(l, p->brief)), full = core_of(l, at(l, p->full));

	if (linker_canonical(l, brief.first) == linker_canonical(l, full.first) || linker_initial(l, full.first))
		return brief;
	return gloss_has(linker_gloss(l, brief.first), WORD_GIVEN) && !gloss_has(linker_gloss(l, full.first), WORD_GIVEN) ? brief : full;
}

/* Olaf “Bull” Tarn: a word in marks between others of the name. */
static bool
nickname(const struct linker *l, struct core c, size_t i)
{
	const struct token *t = l->scan->tokens.at;

	return i > c.first + 1 && i + 2 < c.last && t[i - 1].kind == TOKEN_MARK && t[i + 1].kind == TOKEN_MARK;
}

/* The id and the name of a person, made once. */
static void
name_person(struct linker *l, struct person *p)
{
	struct core c = naming(l, p), full = core_of(l, at(l, p->full));
	bool marked = p->rival && p->marked != 0;

	l->key.len = 0;
	if (marked)
		linker_slug_marked(l, at(l, p->marked));
	for (size_t i = c.first; !marked && i < c.last; i++) {
		const struct entry *e = linker_variant(l, l->scan->hash[i]);

		if (linker_word(l, i) && !(linker_initial(l, i) && c.words > 1) && !nickname(l, c, i))
			linker_slug(l, e != NULL && e->list == 0 ? e->column[0] : linker_text(l, i));
	}
	p->id = p->entry != NULL ? p->entry->column[1] : linker_id(l, "person:");
	p->name = slice_sub(l->scan->text, l->scan->tokens.at[full.first].start, l->scan->tokens.at[full.last - 1].end);
	if (p->entry != NULL && p->entry->columns > 2 && p->entry->column[2].len > 0)
		p->name = p->entry->column[2];
}

static void
name_mention(struct linker *l, struct mention *m, struct person *p)
{
	if (p->as != 0)
		p = &l->person[p->as - 1];
	if (p->name.at == NULL)
		name_person(l, p);
	m->id = p->id;
	m->name = p->name;
	m->gender = m->gender != 0 ? m->gender : p->gender;
}

/* Of whom there is no full name: "Madam Speaker" is "Speaker". */
static void
name_alone(struct linker *l, struct mention *m)
{
	struct core c = core_of(l, m);

	if (c.first == m->first || linker_listed(l, m->first, m->last) != NULL)
		return;
	l->key.len = 0;
	for (size_t i = c.first; i < c.last; i++)
		linker_slug(l, linker_text(l, i));
	m->id = linker_id(l, "person:");
	m->name = slice_sub(l->scan->text, m->start, m->end);
}

enum { LONGEST = 16 }; /* tokens of a person's name; what is longer is a fault of the tagger, and slow to compare */

static bool
is_full(const struct linker *l, const struct mention *m, struct core c)
{
	return m->last - m->first <= LONGEST && (c.words > 1 || (c.words == 1 && linker_initial(l, c.first))); /* "A. Tarn" */
}

/* "Bishop Olaf Tarn" tells that "Bishop Tarn" is no given name's. */
static void
note_title(const struct linker *l, const struct mention *m)
{
	if (m->first > 0 && m->last > m->first + 1 && gloss_has(linker_gloss(l, m->first - 1), WORD_TITLE) &&
	    (l->scan->tokens.at[m->first - 1].flags & TOKEN_CAPITAL) != 0)
		l->scan->seen[l->scan->number[m->first - 1].fold].title = true;
}

/* Lists the mentions of persons. */
static size_t
list_persons(const struct linker *l, uint32_t *mention)
{
	const struct entity_list *list = l->list;
	size_t n = 0;

	for (size_t k = 0; k < list->len; k++) {
		mention[n] = (uint32_t)k;
		n += (list->at[k].type == ENTITY_PERSON) & (list->at[k].first < list->at[k].last);
	}
	return n;
}

void
link_persons(struct linker *l)
{
	struct mention *at = l->list->at;
	uint32_t *mention = arena_alloc(&l->doc->arena, l->list->len * sizeof *mention);
	size_t n = list_persons(l, mention);

	for (size_t i = 0; i < n; i++)
		note_title(l, &at[mention[i]]);
	for (size_t i = 0; i < n; i++) {
		size_t k = mention[i];

		l->core[k] = linker_core(l, &at[k]);
		l->core[k].full = is_full(l, &at[k], l->core[k]);
		if (l->core[k].full) {
			add_person(l, k, l->core[k]);
			note_words(l, k, false);
		}
	}
	link_aliases(l);
	for (size_t i = 0; i < n; i++) {
		size_t k = mention[i];

		if (l->core[k].full)
			note_words(l, k, true);
		else
			link_short(l, k);
		if (l->of[k] != 0)
			name_mention(l, &at[k], &l->person[l->of[k] - 1]);
		else
			name_alone(l, &at[k]);
	}
}
