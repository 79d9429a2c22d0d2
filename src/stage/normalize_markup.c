#include "normalize_markup.h"

#include "ascii.h"

enum {
	TAG_LONGEST = 8192, /* bytes; what is longer is no tag */
	VALUE_LONGEST = 2048, /* of an attribute whose tag is cut off */
	RUNAWAYS_MOST = 16  /* tags without an end, after which the rest of a document is taken to have none */
};

enum place { PLACE_NONE, PLACE_INLINE, PLACE_LINE, PLACE_RAW };

struct markup {
	const struct table *elements, *attributes;
	struct slice text;
	struct slice custom; /* name of the last element that is not HTML's */
	size_t runaways;
	bool no_comment_end, no_end_tag; /* none is left */
	size_t done; /* end of what has been taken out */
};

static unsigned char
char_at(struct slice s, size_t i)
{
	return i < s.len ? (unsigned char)s.at[i] : 0;
}

static bool
is_name(unsigned char c)
{
	return ascii_letter(c) || ascii_digit(c) || c == '-' || c == ':' || c == '_';
}

static bool
is_blank(unsigned char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t
name_end(struct slice s, size_t i)
{
	while (is_name(char_at(s, i)))
		i++;
	return i;
}

/* Offset of `what` at or after i, no further than `most` bytes on; text.len if it is not there. */
static size_t
find(struct slice s, size_t i, const char *what, size_t most)
{
	size_t n = strlen(what), end = s.len - i > most ? i + most : s.len;

	while (i < end) {
		i += slice_find(slice_sub(s, i, end), what[0]);
		if (i + n <= s.len && memcmp(s.at + i, what, n) == 0)
			return i;
		i++;
	}
	return s.len;
}

/* One past the > of a tag whose attributes begin at i; 0 if that is no tag. */
static size_t
attributes_end(struct markup *m, size_t i)
{
	struct slice s = m->text;
	size_t limit = s.len - i > TAG_LONGEST ? i + TAG_LONGEST : s.len;

	while (i < limit) {
		unsigned char c = (unsigned char)s.at[i];

		if (c == '>')
			return i + 1;
		if (c == '<')
			return 0;
		if ((c == '"' || c == '\'') && char_at(s, i - 1) == '=') {
			size_t close = i + 1 + slice_find(slice_sub(s, i + 1, limit), (char)c);

			i = close < limit ? close : i;
		}
		i++;
	}
	m->runaways++;
	return 0;
}

static enum place
place_of(const struct table *elements, struct slice name)
{
	struct slice column = table_find_lower(elements, name);

	if (slice_is(column, "line"))
		return PLACE_LINE;
	if (slice_is(column, "raw"))
		return PLACE_RAW;
	return slice_is(column, "inline") ? PLACE_INLINE : PLACE_NONE;
}

/* One past the end tag of the raw element `name`, from i on; i if it has none. */
static size_t
raw_end(struct markup *m, struct slice name, size_t i)
{
	struct slice s = m->text;
	size_t from = i;

	while (m->runaways < RUNAWAYS_MOST && !m->no_end_tag) {
		size_t close = find(s, i, "</", SIZE_MAX), end = close + 2 < s.len ? name_end(s, close + 2) : s.len;
		size_t stop;

		if (close == s.len) {
			m->no_end_tag = i == from;
			m->runaways++;
			return from;
		}
		if (end - close - 2 == name.len && table_find_lower(m->elements, slice_sub(s, close + 2, end)).at ==
		    table_find_lower(m->elements, name).at) {
			stop = attributes_end(m, end);
			return stop > 0 ? stop : end;
		}
		i = close + 2;
	}
	return from;
}

/* Comments, declarations and sections that begin with <! or <? at i; their end, or 0. */
static size_t
declaration_end(struct markup *m, size_t i)
{
	struct slice rest = slice_sub(m->text, i, m->text.len);
	size_t end;

	if (slice_starts(rest, "<!--")) {
		end = m->no_comment_end ? m->text.len : find(m->text, i + 4, "-->", SIZE_MAX);
		m->no_comment_end = end == m->text.len;
		return end < m->text.len ? end + 3 : 0;
	}
	if (slice_starts(rest, "<![CDATA["))
		return i + 9;
	if (slice_starts(rest, "<!DOCTYPE") || slice_starts(rest, "<!doctype") || slice_starts(rest, "<?xml") ||
	    slice_starts(rest, "<!["))
		return attributes_end(m, i + 2);
	return 0;
}

/* A tag of an element that HTML does not know is one if it has attributes or ends itself: <tweet id="7">, <tweet/>; and
 * so is the end tag that belongs to it. */
static enum place
custom_place(struct markup *m, size_t i, struct slice name, size_t close)
{
	struct slice tag = slice_sub(m->text, i, close);
	size_t equals = slice_find(tag, '=');
	bool attributes = equals + 1 < tag.len && (tag.at[equals + 1] == '"' || tag.at[equals + 1] == '\'');

	if (name.len < 2 || name.at[0] < 'a' || name.at[0] > 'z')
		return PLACE_NONE;
	if (tag.at[1] == '/')
		return slice_eq(m->custom, name) ? PLACE_INLINE : PLACE_NONE;
	if (!attributes && tag.at[tag.len - 2] != '/')
		return PLACE_NONE;
	m->custom = name;
	return PLACE_INLINE;
}

/* The tag, comment or script at i, and in *place what it leaves; its end, or 0. */
static size_t
tag_end(struct markup *m, size_t i, enum place *place)
{
	size_t name = i + 1 + (char_at(m->text, i + 1) == '/'), end = name_end(m->text, name);
	unsigned char next = char_at(m->text, end);
	size_t close;

	*place = PLACE_INLINE;
	if (m->runaways >= RUNAWAYS_MOST)
		return 0;
	if (char_at(m->text, i + 1) == '!' || char_at(m->text, i + 1) == '?')
		return declaration_end(m, i);
	if (end == name || (next != '>' && next != '/' && !is_blank(next)))
		return 0;
	*place = place_of(m->elements, slice_sub(m->text, name, end));
	close = attributes_end(m, end);
	if (close > 0 && *place == PLACE_NONE)
		*place = custom_place(m, i, slice_sub(m->text, name, end), close);
	if (*place == PLACE_NONE)
		return 0;
	if (close == 0 || *place != PLACE_RAW || name == i + 2 || char_at(m->text, close - 2) == '/')
		return close;
	return raw_end(m, slice_sub(m->text, name, end), close);
}

/* Did tags part the words before and behind them?  "said.<b>Then" did, "Mc<b>Donald" did not. */
static bool
parts_words(struct slice s, size_t start, size_t end, size_t tags)
{
	unsigned char before = start > 0 ? (unsigned char)s.at[start - 1] : ' ', behind = char_at(s, end);

	if (behind < 'A' || behind > 'Z')
		return false;
	return before == '.' || before == '!' || before == '?' || before == ':' || before == ';' || before == ',' ||
	    (tags > 1 && ascii_small(before));
}

/* Takes out the tags that stand side by side at i; returns their end, or i. */
static size_t
take_tags(struct patch_list *out, struct markup *m, size_t i)
{
	size_t start = i, tags = 0, end;
	enum place place, widest = PLACE_INLINE;

	while (char_at(m->text, i) == '<' && (end = tag_end(m, i, &place)) > 0) {
		widest = place != PLACE_INLINE ? PLACE_LINE : widest;
		i = end;
		tags++;
	}
	if (tags == 0)
		return start;
	if (widest == PLACE_LINE)
		patch_add(out, start, i, slice_from("\n"), EDIT_MARKUP);
	else
		patch_add(out, start, i, slice_from(parts_words(m->text, start, i, tags) ? " " : ""), EDIT_MARKUP);
	return i;
}

static bool
is_attribute(const struct table *attributes, struct slice name)
{
	return slice_starts(name, "data-") || slice_starts(name, "aria-") || table_find_lower(attributes, name).at != NULL;
}

/* The start of the attribute (name="value") that ends at end; end if there is none. */
static size_t
attribute_start(const struct markup *m, size_t end)
{
	struct slice s = m->text;
	size_t i = end, least = end - m->done > VALUE_LONGEST ? end - VALUE_LONGEST : m->done, name;
	char quote;

	if (i < least + 4 || (s.at[i - 1] != '"' && s.at[i - 1] != '\''))
		return end;
	quote = s.at[--i];
	do {
		if (i == least || s.at[i - 1] == '\n' || s.at[i - 1] == '<' || s.at[i - 1] == '>')
			return end;
	} while (s.at[--i] != quote);
	if (i < least + 2 || s.at[--i] != '=')
		return end;
	for (name = i; name > least && is_name((unsigned char)s.at[name - 1]); name--)
		;
	return is_attribute(m->attributes, slice_sub(s, name, i)) ? name : end;
}

/* Takes out the attributes that end with the > at i, and those > that follow it; returns the end, or i. */
static size_t
take_debris(struct patch_list *out, struct markup *m, size_t i)
{
	size_t start = i, blank = i;
	bool any = false;

	while (start > m->done && (m->text.at[start - 1] == '/' || m->text.at[start - 1] == ' '))
		start--;
	for (;;) {
		size_t from = attribute_start(m, start);

		if (from == start)
			break;
		any = true;
		start = blank = from;
		while (start > m->done && m->text.at[start - 1] == ' ')
			start--;
	}
	if (!any)
		return i;
	while (char_at(m->text, i) == '>')
		i++;
	patch_add(out, blank, i, slice_make("", 0), EDIT_MARKUP);
	return i;
}

/* The next of the two brackets at or after i; *left and *right are where they were found last. */
static size_t
next_bracket(struct slice s, size_t i, size_t *left, size_t *right)
{
	if (*left < i)
		*left = i + slice_find(slice_sub(s, i, s.len), '<');
	if (*right < i)
		*right = i + slice_find(slice_sub(s, i, s.len), '>');
	return *left < *right ? *left : *right;
}

void
normalize_markup(struct patch_list *out, const struct table *elements, const struct table *attributes, struct slice text)
{
	struct markup m = { .elements = elements, .attributes = attributes, .text = text };
	size_t left = slice_find(text, '<'), right = slice_find(text, '>');
	size_t i = 0;

	while ((i = next_bracket(text, i, &left, &right)) < text.len) {
		size_t end = text.at[i] == '<' ? take_tags(out, &m, i) : take_debris(out, &m, i);

		if (end > i)
			m.done = end;
		i = end > i ? end : i + 1;
	}
}
