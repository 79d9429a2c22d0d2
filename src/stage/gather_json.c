/* gather_json: an object of JSON as an article. */
#include <jansson.h>

#include "gather.h"

/* The member of that key; where there is none, a dotted key leads through objects ("article.body"). */
static json_t *
member(json_t *object, struct slice key)
{
	json_t *found = json_object_getn(object, key.at, key.len);
	size_t dot = slice_find(key, '.');

	while (found == NULL && dot < key.len) {
		object = json_object_getn(object, key.at, dot);
		key = slice_sub(key, dot + 1, key.len);
		found = json_object_getn(object, key.at, key.len);
		dot = slice_find(key, '.');
	}
	return found;
}

static struct slice
number(json_t *value, struct arena *a)
{
	double real = json_real_value(value);
	json_int_t n = !json_is_real(value) ? json_integer_value(value) : real < 1e18 && real >= 0 ? (json_int_t)real : -1;

	return n >= 0 ? arena_number(a, (size_t)n) : slice_make("", 0);
}

/* The strings of a list, a blank line between. */
static struct slice
joined(json_t *list, struct arena *a)
{
	size_t len = 0;
	size_t i;
	json_t *item;
	char *to;
	char *p;

	json_array_foreach(list, i, item)
		len += json_string_length(item) + 2;
	p = to = arena_alloc(a, len);
	json_array_foreach(list, i, item) {
		size_t n = json_string_length(item);

		if (n == 0)
			continue;
		if (p > to) {
			memcpy(p, "\n\n", 2);
			p += 2;
		}
		memcpy(p, json_string_value(item), n);
		p += n;
	}
	return slice_make(to, (size_t)(p - to));
}

/* What a value says as a field: a string, a number, the strings of a list, the name of an object. */
static struct slice
say(json_t *value, enum article_field field, struct arena *a)
{
	if (json_is_object(value))
		value = json_object_get(value, "name");
	if (json_is_array(value) && field != ARTICLE_TEXT)
		value = json_array_get(value, 0);
	if (json_is_array(value))
		return joined(value, a);
	if (json_is_number(value))
		return number(value, a);
	return arena_copy(a, slice_make(json_string_value(value), json_string_length(value)));
}

static struct slice
field_of(const struct gather *g, json_t *object, enum article_field field)
{
	struct slice s = slice_make("", 0);
	const char *key;
	bool named = false;

	for (size_t i = 0; i < g->keys && s.len == 0; i++) {
		if (g->key[i].field != field)
			continue;
		s = say(member(object, g->key[i].key), field, g->arena);
		named = true;
	}
	for (size_t i = 0; !named && s.len == 0 && (key = article_usual_key(field, i)) != NULL; i++)
		s = say(json_object_get(object, key), field, g->arena);
	return s;
}

/* The code unit of the escape "\uXXXX" at that place; 0 if none stands there. */
static unsigned
unit_at(struct slice s, size_t at)
{
	unsigned unit = 0;

	if (at + 6 > s.len || s.at[at] != '\\' || s.at[at + 1] != 'u')
		return 0;
	for (size_t i = at + 2; i < at + 6; i++) {
		const char *digits = "0123456789abcdef0123456789ABCDEF";
		const char *digit = s.at[i] != '\0' ? strchr(digits, s.at[i]) : NULL;

		if (digit == NULL)
			return 0;
		unit = unit << 4 | ((unsigned)(digit - digits) & 0xF);
	}
	return unit;
}

/* A copy in which each half of a surrogate pair that stands alone is U+FFFD: writers cut text between the halves. */
static struct slice
pair_surrogates(struct slice body, struct arena *a)
{
	struct slice copy = arena_copy(a, body);
	char *to = (char *)copy.at;

	for (size_t i = 0, n; i < copy.len; i += n) {
		unsigned unit = unit_at(copy, i);
		bool high = unit >> 10 == 0xD800 >> 10, low = unit >> 10 == 0xDC00 >> 10;

		n = copy.at[i] != '\\' ? 1 : unit != 0 ? 6 : 2;
		if (high && unit_at(copy, i + n) >> 10 == 0xDC00 >> 10)
			n += 6;
		else if (high || low)
			memcpy(to + i, "\\ufffd", n);
	}
	return copy;
}

const char *
gather_json(struct gather *g, const struct record *record, struct article *out)
{
	json_error_t error;
	json_t *object = json_loadb(record->body.at, record->body.len, JSON_ALLOW_NUL, &error);

	if (object == NULL && json_error_code(&error) == json_error_invalid_syntax) {
		struct slice body = pair_surrogates(record->body, g->arena);

		object = json_loadb(body.at, body.len, JSON_ALLOW_NUL, &error);
	}
	if (object == NULL)
		return json_error_code(&error) == json_error_invalid_utf8 ? "no valid UTF-8" : "no JSON";
	if (!json_is_object(object)) {
		json_decref(object);
		return "no JSON object";
	}
	for (int field = 0; field < ARTICLE_FIELDS; field++)
		out->field[field] = field_of(g, object, (enum article_field)field);
	json_decref(object);
	return NULL;
}
