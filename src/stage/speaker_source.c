/* Ids and names of sources that are described and not named. */
#include "speaker_source.h"

#include "utf8.h"

/* Appends s as ids have it: lower case, words joined by hyphens, marks dropped. */
static void
add_slug(struct buf *b, struct slice s)
{
	size_t from = b->len, len;

	for (size_t i = 0; i < s.len; i += len) {
		uint32_t code = utf8_at(s, i, &len);

		if (utf8_is_letter(code) || utf8_is_digit(code))
			utf8_add(b, utf8_lower(utf8_base(code)));
		else if (code != '\'' && code != 0x2019 && code != '.' && b->len > from && b->at[b->len - 1] != '-')
			buf_byte(b, '-');
	}
	while (b->len > from && b->at[b->len - 1] == '-')
		b->len--;
}

static void
add_part(struct buf *b, struct slice part)
{
	if (part.len == 0)
		return;
	if (b->at[b->len - 1] != ':')
		buf_byte(b, '-');
	add_slug(b, part);
}

static bool
is_last_word(struct slice words, struct slice word)
{
	struct slice before = slice_sub(words, 0, words.len > word.len ? words.len - word.len : 0);

	return words.len >= word.len && slice_eq(slice_sub(words, before.len, words.len), word) && (before.len == 0 || slice_ends(before, "-"));
}

/* "anon:fi-defence-official": country, institution or owner, and role; "org:fi-intelligence". */
static struct slice
source_id(struct scene *s, const struct phrase *p)
{
	struct buf b = { 0 };
	struct slice id;

	buf_string(&b, p->kind == PHRASE_ORG && p->country.len > 0 ? "org:" : "anon:");
	add_part(&b, p->country);
	if (p->owner != SIZE_MAX && s->figure[p->owner].kind != FIGURE_PLACE)
		add_part(&b, s->figure[p->owner].name);
	add_part(&b, p->institution);
	if (p->kind == PHRASE_PERSON || p->kind == PHRASE_PEOPLE)
		add_part(&b, p->noun.key);
	else if (!is_last_word(p->institution, p->noun.word)) /* "foreign-ministry" is one already */
		add_part(&b, p->noun.word);
	if (p->kind == PHRASE_PERSON && p->core > p->head + 1 && s->token[p->core - 1].kind == TOKEN_NUMBER)
		add_part(&b, scene_text(s, p->core - 1)); /* "Juror No. 7" */
	id = arena_copy(&s->doc->arena, buf_slice(&b));
	buf_free(&b);
	return id;
}

static bool
opens_sentence(const struct scene *s, size_t token)
{
	return s->token[token].start == s->sentence[scene_sentence(s, s->token[token].start)].start;
}

/* The capital of a sentence's first word is not the word's own, unless it begins a name. */
static struct slice
without_capital(const struct scene *s, size_t first, struct slice name)
{
	size_t k = scene_sight(s, s->token[first].start);
	char *copy;

	if ((k < s->sights && s->sight[k].first == first) || name.at[0] < 'A' || name.at[0] > 'Z' ||
	    (s->token[first].flags & TOKEN_UPPER) != 0)
		return name;
	copy = arena_alloc(&s->doc->arena, name.len);
	memcpy(copy, name.at, name.len);
	copy[0] = (char)(copy[0] | 0x20);
	return slice_make(copy, name.len);
}

/* The description's own words, without its article: "defence official", "spokesman for Nordbank". */
static struct slice
source_name(const struct scene *s, const struct phrase *p)
{
	size_t first = p->first;
	struct slice name;

	while (first < p->head && scene_small(s, first, SMALL_ARTICLE))
		first++;
	name = slice_sub(s->doc->text, s->token[first].start, s->token[p->called - 1].end);
	return opens_sentence(s, first) ? without_capital(s, first, name) : name;
}

size_t
source_new(struct scene *s, const struct phrase *p, struct slice *name)
{
	struct figure f = {
		.kind = FIGURE_SOURCE, .plural = p->kind == PHRASE_PEOPLE, .gender = p->noun.gender,
		.human = p->kind == PHRASE_PERSON || p->kind == PHRASE_PEOPLE,
		.key = p->noun.key, .country = p->country, .place = p->institution, .owner = p->owner
	};

	f.id = source_id(s, p);
	f.name = source_name(s, p);
	*name = f.name;
	return scene_figure(s, &f);
}

size_t
source_stranger(struct scene *s, const struct phrase *p)
{
	const struct figure f = { .kind = FIGURE_SOURCE, .human = true };

	if (p->first == p->core || p->core > p->first + 2 || (p->core < p->last && s->token[p->core].code != ','))
		return SIZE_MAX;
	for (size_t i = p->first; i < p->core; i++)
		if (s->token[i].kind != TOKEN_WORD || (s->token[i].flags & TOKEN_CAPITAL) == 0 || scene_small(s, i, UINT32_MAX))
			return SIZE_MAX;
	return scene_figure(s, &f);
}

/* "… quoted an unnamed official of the ministry.": a source without a quotation of its own, to whom a later "he" may
 * go back.  [det, end) are the tokens of the mention. */
static void
see_unnamed(struct scene *s, size_t det, size_t end)
{
	struct phrase p;
	struct slice name;
	size_t start = s->token[det].start;

	phrase_read(s, start, s->token[end - 1].end, &p);
	if (p.kind != PHRASE_PERSON)
		return;
	if (p.country.len == 0 && p.institution.len > 0)
		p.country = scene_country(s, start);
	scene_see_source(s, source_new(s, &p, &name), start, s->token[end - 1].end);
}

void
source_find_unnamed(struct scene *s)
{
	enum { MOST = 16 }; /* tokens */
	const uint64_t *unnamed = s->rules->unnamed.at;

	for (size_t i = 1; i < s->tokens; i++) {
		uint32_t term = s->rules->number[i].term;
		size_t end = i;

		if ((unnamed[term / 64] >> term % 64 & 1) == 0)
			continue;
		while (end < s->tokens && end < i + MOST && s->token[end].kind != TOKEN_MARK && s->token[end].code != ',' &&
		    (s->token[end].kind != TOKEN_STOP || (s->token[end + (end + 1 < s->tokens)].flags & TOKEN_LINE) == 0))
			end++;
		see_unnamed(s, i - 1, end);
	}
}
