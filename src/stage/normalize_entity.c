#include "normalize_entity.h"

#include "ascii.h"
#include "utf8.h"

enum { NAME_LONGEST = 32, DIGITS_MOST = 8 };

/* A reference without its & from text[at] on: where it ends (0: there is none) and what it stands for. */
struct reference {
	size_t end;
	uint32_t code;     /* 0: see name */
	struct slice name; /* the characters that a name stands for */
};

static unsigned char
char_at(struct slice s, size_t i)
{
	return i < s.len ? (unsigned char)s.at[i] : 0;
}

static int
digit(unsigned char c, bool hex)
{
	if (ascii_digit(c))
		return c - '0';
	c |= 0x20;
	return hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The number of a numeric reference, whose # stands at text[at]; *end is 0 if it is none. */
static uint32_t
number(struct slice s, size_t at, size_t *end)
{
	bool hex = (char_at(s, at + 1) | 0x20) == 'x';
	size_t first = at + (hex ? 2 : 1), i = first;
	uint32_t code = 0;

	*end = 0;
	for (; i - first < DIGITS_MOST && digit(char_at(s, i), hex) >= 0; i++)
		code = code * (hex ? 16 : 10) + (uint32_t)digit(char_at(s, i), hex);
	if (i == first || ascii_alnum(char_at(s, i)))
		return 0;
	/* "&#8217 s": the ; may be lost behind a number that no one writes otherwise */
	if (char_at(s, i) == ';')
		*end = i + 1;
	else if (code >= 0x80 || code == '\'' || code == '"' || code == '&')
		*end = i;
	return code;
}

static bool
is_high(uint32_t code)
{
	return code >= 0xD800 && code < 0xDC00;
}

static bool
is_low(uint32_t code)
{
	return code >= 0xDC00 && code < 0xE000;
}

/* A numeric reference, or two that are a surrogate pair.  80 to 9F are meant as in cp1252. */
static struct reference
numeric(const struct codecs *c, struct slice s, size_t at)
{
	struct reference r = { 0 };
	size_t end;

	r.code = number(s, at, &r.end);
	if (is_high(r.code) && char_at(s, r.end) == '&' && char_at(s, r.end + 1) == '#') {
		uint32_t low = number(s, r.end + 1, &end);

		if (end > 0 && is_low(low)) {
			r.code = 0x10000 + ((r.code - 0xD800) << 10 | (low - 0xDC00));
			r.end = end;
		}
	}
	if (r.code >= 0x80 && r.code < 0xA0 && c->code[CODEC_CP1252][r.code - 0x80] != 0)
		r.code = c->code[CODEC_CP1252][r.code - 0x80];
	if (r.code == 0 || r.code > 0x10FFFF || is_high(r.code) || is_low(r.code))
		r.end = 0;
	return r;
}

/* The few names that are also read without their ; as browsers do. */
static bool
needs_no_semicolon(struct slice name)
{
	static const char *const names[] = { "amp", "gt", "lt", "nbsp", "quot", "ldquo", "lsquo", "mdash", "ndash", "rdquo", "rsquo" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is(name, names[i]))
			return true;
	return false;
}

static struct reference
named(const struct table *names, struct slice s, size_t at)
{
	struct reference r = { 0 };
	size_t i = at;
	struct slice name;

	while (i - at < NAME_LONGEST && ascii_alnum(char_at(s, i)))
		i++;
	name = slice_sub(s, at, i);
	/* "?a=1&lt=2" is an address */
	if (char_at(s, i) != ';' && (!needs_no_semicolon(name) || char_at(s, i) == '='))
		return r;
	r.name = table_find(names, name);
	if (r.name.at != NULL)
		r.end = i + (char_at(s, i) == ';');
	return r;
}

/* The reference whose & stands at text[at], escaped however often: "&amp;amp;#39;" is one. */
static struct reference
reference_at(const struct table *names, const struct codecs *c, struct slice s, size_t at)
{
	struct reference found = { 0 };

	for (size_t body = at + 1;;) {
		struct reference r = char_at(s, body) == '#' ? numeric(c, s, body) : named(names, s, body);

		if (r.end == 0)
			return found;
		found = r;
		if (r.code != '&' && !slice_is(r.name, "&"))
			return found;
		body = r.end;
	}
}

void
normalize_entities(struct patch_list *out, const struct table *names, const struct codecs *c, struct slice text)
{
	size_t i = 0;

	while ((i += slice_find(slice_sub(text, i, text.len), '&')) < text.len) {
		struct reference r = { 0 };

		if (char_at(text, i + 1) == '#' || ascii_alnum(char_at(text, i + 1)))
			r = reference_at(names, c, text, i);
		if (r.end == 0) {
			i++;
			continue;
		}
		if (r.code != 0)
			patch_add_code(out, i, r.end, r.code, EDIT_ENTITY);
		else
			patch_add(out, i, r.end, r.name, EDIT_ENTITY);
		i = r.end;
	}
}
