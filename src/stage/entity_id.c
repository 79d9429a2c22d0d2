#include "entity_link.h"
#include "utf8.h"

static const char *const kinds[ENTITY_TYPES] = { "", "person:", "org:", "place:", "group:", "misc:" };

struct slice
linker_id(struct linker *l, const char *kind)
{
	size_t n = strlen(kind), len = n + l->key.len;
	char *id = arena_alloc(&l->doc->arena, len);

	memcpy(id, kind, n);
	if (l->key.len > 0)
		memcpy(id + n, l->key.at, l->key.len);
	return slice_make(id, len);
}

/* Appends a folded code point; *open: the word goes on. */
static inline void
slug_code(struct linker *l, uint32_t code, bool *open)
{
	bool plain = code - 'a' < 26 || code - '0' < 10;

	if (!plain && !utf8_is_letter(code) && !utf8_is_digit(code)) {
		*open = *open && (code == '.' || code == '\'');
		return;
	}
	if (!*open && l->key.len > 0)
		buf_byte(&l->key, '-');
	*open = true;
	if (plain)
		buf_byte(&l->key, (char)code);
	else
		utf8_add(&l->key, utf8_base(code)); /* other outlets leave the marks out */
}

void
linker_slug(struct linker *l, struct slice word)
{
	bool open = false;

	for (size_t i = 0, len; i < word.len; i += len) {
		uint32_t code = utf8_at(word, i, &len);
		struct slice folded;

		if (code < 0x80) {
			slug_code(l, code - 'A' < 26 ? code | 0x20 : code, &open);
			continue;
		}
		buf_clear(&l->folded);
		utf8_fold(&l->folded, slice_sub(word, i, i + len));
		folded = buf_slice(&l->folded);
		for (size_t k = 0, n; k < folded.len; k += n)
			slug_code(l, utf8_at(folded, k, &n), &open);
	}
}

struct slice
linker_id_of(struct linker *l, enum entity_type type, struct slice text)
{
	static const char the[] = "The ";

	/* one outlet's "The Guardian" is the other's "the Guardian" */
	if (type == ENTITY_ORG && slice_starts(text, the))
		text = slice_sub(text, sizeof the - 1, text.len);
	l->key.len = 0;
	linker_slug(l, text);
	return l->key.len > 0 ? linker_id(l, kinds[type]) : slice_make("", 0);
}
