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

void
linker_slug(struct linker *l, struct slice word)
{
	struct slice s;
	bool open = false;

	buf_clear(&l->folded);
	utf8_fold(&l->folded, word);
	s = buf_slice(&l->folded);
	for (size_t i = 0, len = 1; i < s.len; i += len) {
		unsigned char lead = (unsigned char)s.at[i];
		uint32_t code = lead < 0x80 ? lead : utf8_at(s, i, &len);

		if (lead < 0x80)
			len = 1;
		if (code - 'a' >= 26 && !utf8_is_letter(code) && !utf8_is_digit(code)) {
			open = open && (code == '.' || code == '\'');
			continue;
		}
		if (!open && l->key.len > 0)
			buf_byte(&l->key, '-');
		open = true;
		utf8_add(&l->key, utf8_base(code)); /* other outlets leave the marks out */
	}
}

struct slice
linker_id_of(struct linker *l, enum entity_type type, struct slice text)
{
	l->key.len = 0;
	linker_slug(l, text);
	return l->key.len > 0 ? linker_id(l, kinds[type]) : slice_make("", 0);
}
