/* The id of a source that has no name. */
#include "buf.h"
#include "speaker_fit.h"
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

struct slice
speaker_source_id(struct scene *s, const struct phrase *p)
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
