#include "html_guard.h"

#include "ascii.h"
#include "html_parse.h"

/* libxml2 holds each attribute of a tag against those before it: no tag has more blanks, marks and long words outside of its
 * values than this. */
enum { MARKS_MOST = 256, WORD_MOST = 64 };

struct guard {
	struct slice page;
	struct buf *out;
	bool no_single, no_double; /* no quotation mark of the kind is left */
};

/* The byte at at, or a blank behind the end. */
static char
byte(const struct guard *g, size_t at)
{
	return at < g->page.len ? g->page.at[at] : ' ';
}

static struct slice
rest(const struct guard *g, size_t at)
{
	return slice_sub(g->page, at, g->page.len);
}

/* Appends the bytes but for NUL, and with "<" written so. */
static void
add(struct guard *g, size_t from, size_t to, const char *less)
{
	struct slice s = slice_sub(g->page, from, to);

	while (s.len > 0) {
		size_t n = slice_find(s, '\0');
		struct slice whole = slice_sub(s, 0, n);

		while (whole.at != NULL) {
			buf_add(g->out, slice_cut(&whole, '<'));
			if (whole.at != NULL)
				buf_string(g->out, less);
		}
		s = slice_sub(s, n < s.len ? n + 1 : n, s.len);
	}
}

/* Offset behind the first of what from at on; the page's end if there is none. */
static size_t
behind(const struct guard *g, size_t at, const char *what)
{
	size_t n = strlen(what);

	while (at + n <= g->page.len) {
		at += slice_find(rest(g, at), what[0]);
		if (at + n <= g->page.len && memcmp(g->page.at + at, what, n) == 0)
			return at + n;
		at++;
	}
	return g->page.len;
}

/* Offset behind a comment, a declaration or whatever else browsers take for one. */
static size_t
skip_declaration(const struct guard *g, size_t at)
{
	if (slice_starts(rest(g, at), "<!-->"))
		return at + 5;
	if (slice_starts(rest(g, at), "<!--"))
		return behind(g, at + 4, "-->");
	if (slice_starts(rest(g, at), "<![CDATA["))
		return behind(g, at + 9, "]]>");
	return behind(g, at, ">");
}

/* Offset behind the mark that closes a value, which begins at at; at itself if none does.  That there is none is looked for
 * once. */
static size_t
close_value(struct guard *g, size_t at, char mark)
{
	bool *none = mark == '"' ? &g->no_double : &g->no_single;
	size_t n;

	if (*none)
		return at;
	n = slice_find(rest(g, at), mark);
	*none = n == g->page.len - at;
	return *none ? at : at + n + 1;
}

/* Offset of the ">" of the tag whose attributes begin at at, or the page's end; *cut is up to where they are borne. */
static size_t
end_of_tag(struct guard *g, size_t at, size_t *cut)
{
	size_t marks = 0;
	size_t word = 0;

	for (*cut = 0; at < g->page.len && g->page.at[at] != '>'; at++) {
		char c = g->page.at[at];

		word = ascii_blank(c) || word == WORD_MOST ? 0 : word + 1;
		marks += word == 0 || c == '/' || c == '=' || c == '"' || c == '\'';
		if (*cut == 0 && marks > MARKS_MOST)
			*cut = at;
		if (c != '=')
			continue;
		while (ascii_blank(byte(g, at + 1)) && at + 1 < g->page.len)
			at++;
		if (byte(g, at + 1) == '"' || byte(g, at + 1) == '\'') {
			size_t end = close_value(g, at + 2, byte(g, at + 1));

			if (end == at + 2 && *cut == 0)
				*cut = at;
			at = end - 1;
		}
	}
	if (*cut == 0)
		*cut = at;
	return at;
}

/* Of an element whose content is no mark-up, how "<" is written in it; else NULL. */
static const char *
content_of(struct slice name)
{
	static const char *const names[] = { "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp" };

	if (slice_is_fold(name, "script") || slice_is_fold(name, "style"))
		return "<";
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_is_fold(name, names[i]))
			return "&lt;";
	return NULL;
}

/* Offset of the end tag of the element of this name whose content begins at at, or the page's end. */
static size_t
end_of_content(const struct guard *g, size_t at, struct slice name)
{
	char wanted[16];

	for (size_t i = 0; i <= name.len; i++)
		wanted[i] = i < name.len ? (char)(name.at[i] | 32) : '\0';
	while ((at = behind(g, at, "</")) < g->page.len)
		if (at + name.len < g->page.len && slice_is_fold(slice_sub(g->page, at, at + name.len), wanted) &&
		    !ascii_letter(g->page.at[at + name.len]))
			return at - 2;
	return g->page.len;
}

/* Passes a tag at at, and what it holds if that is no mark-up; returns the offset behind. */
static size_t
pass_tag(struct guard *g, size_t at)
{
	bool closes = byte(g, at + 1) == '/';
	size_t name = at + (closes ? 2 : 1);
	size_t end = name;
	size_t cut;
	size_t behind_it;
	const char *less;

	while (end < g->page.len && !ascii_blank(byte(g, end)) && byte(g, end) != '>' && byte(g, end) != '/')
		end++;
	less = closes ? NULL : content_of(slice_sub(g->page, name, end));
	behind_it = end_of_tag(g, end, &cut);
	if (behind_it == g->page.len || end - name > WORD_MOST)
		return behind_it;
	add(g, at, closes ? end : cut, "<");
	buf_byte(g->out, '>');
	behind_it++;
	if (less == NULL)
		return behind_it;
	at = end_of_content(g, behind_it, slice_sub(g->page, name, end));
	add(g, behind_it, at, less);
	return at;
}

static bool
begins_reference(char first, char second)
{
	if (first == '#')
		return (second | 32) == 'x' || ascii_digit(second);
	return ascii_letter(first);
}

/* Passes text from at on, of which the first byte is text whatever it is. */
static size_t
pass_text(struct guard *g, size_t at)
{
	size_t end = at + 1 + slice_find(rest(g, at + 1), '<');
	struct slice text = slice_sub(g->page, at, end);

	if (text.at[0] == '<') {
		buf_string(g->out, "&lt;");
		at++;
	}
	while (at < end) {
		size_t n = at + slice_find(slice_sub(g->page, at, end), '&');

		add(g, at, n, "");
		if (n < end)
			buf_string(g->out, begins_reference(byte(g, n + 1), byte(g, n + 2)) ? "&" : "&amp;");
		at = n < end ? n + 1 : end;
	}
	return at;
}

void
html_guard(struct slice page, struct buf *clean)
{
	struct guard g = { .page = page, .out = clean };
	size_t at = 0;

	buf_room(clean, page.len + page.len / 16);
	while (at < page.len) {
		char first = byte(&g, at + 1);

		if (page.at[at] != '<')
			at = pass_text(&g, at);
		else if (ascii_letter(first) || (first == '/' && ascii_letter(byte(&g, at + 2))))
			at = pass_tag(&g, at);
		else if (first == '!' || first == '?' || first == '/')
			at = skip_declaration(&g, at);
		else
			at = pass_text(&g, at);
	}
}
