#include "normalize_wrap.h"

#include "ascii.h"
#include "utf8.h"

enum {
	NARROWEST = 45, WIDEST = 100, /* characters */
	LONGEST = 4 * WIDEST,         /* bytes */
	PARAGRAPHS_LEAST = 3          /* that are cut, for others to be taken as cut without small letters */
};

struct line {
	size_t start, end;
	size_t chars, word; /* of the line, and of its first word */
	bool low;           /* begins with a small letter */
	bool item;          /* begins as an item of a list or a quoted mail does */
};

struct paragraph {
	struct line *at;
	size_t len, cap;
	size_t width;       /* characters of its longest line */
};

static size_t
count_chars(struct slice s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return n;
}

/* A bullet, a dash, a quoting >, a number or a letter with a stop or bracket before the words. */
static bool
begins_item(struct slice s)
{
	size_t i = 0;

	if (slice_starts(s, "-") || slice_starts(s, "*") || slice_starts(s, ">") || slice_starts(s, "•") ||
	    slice_starts(s, "–") || slice_starts(s, "—") || slice_starts(s, "|") || slice_starts(s, "#") || slice_starts(s, "("))
		return true;
	while (i < s.len && i < 3 && ascii_digit(s.at[i]))
		i++;
	i += i == 0;
	return i < s.len && (s.at[i] == '.' || s.at[i] == ')');
}

static struct line
read_line(struct slice text, size_t start, size_t end)
{
	struct slice s = slice_sub(text, start, end);
	struct slice word = slice_sub(s, 0, slice_find(s, ' '));
	size_t len;

	return (struct line){ start, end, count_chars(s), count_chars(word), utf8_is_lower(utf8_at(s, 0, &len)), begins_item(s) };
}

static void
measure(struct paragraph *p, struct slice text)
{
	for (size_t i = 0; i < p->len; i++) {
		p->at[i] = read_line(text, p->at[i].start, p->at[i].end);
		p->width = p->at[i].chars > p->width ? p->at[i].chars : p->width;
	}
}

/* The lines of the paragraph at start into *p; returns the end of its last line.  If it is a single line, or has one too
 * long for a text that is cut, p is left empty. */
static size_t
read_paragraph(struct paragraph *p, struct slice text, size_t start)
{
	bool whole = true;

	p->len = p->width = 0;
	for (;;) {
		size_t end = start + slice_find(slice_sub(text, start, text.len), '\n');

		whole &= end - start <= LONGEST && end > start;
		if (whole) {
			MEM_GROW(p->at, p->cap, p->len + 1);
			p->at[p->len++] = (struct line){ .start = start, .end = end };
		}
		if (end + 1 >= text.len || text.at[end + 1] == '\n') {
			p->len = whole && p->len > 1 ? p->len : 0;
			measure(p, text);
			return end;
		}
		start = end + 1;
	}
}

/* Was line i cut because its next word did not fit? */
static bool
is_full(const struct paragraph *p, size_t i, size_t width)
{
	return p->at[i].chars + 1 + p->at[i + 1].word > width && !p->at[i + 1].item;
}

static bool
ends_sentence(struct slice text, const struct line *line)
{
	return strchr(".!?:;\"')", text.at[line->end - 1]) != NULL;
}

/* The paragraphs of a document that are cut for sure, and the width at which. */
struct cuts {
	size_t paragraphs, width;
};

/* Is the paragraph cut at its own width, with many lines that begin inside sentences? */
static bool
is_cut(const struct paragraph *p)
{
	size_t low = 0;

	if (p->len < 3 || p->width < NARROWEST || p->width > WIDEST)
		return false;
	for (size_t i = 0; i + 1 < p->len; i++) {
		if (!is_full(p, i, p->width))
			return false;
		low += p->at[i + 1].low;
	}
	return low > 0 && low * 5 >= (p->len - 1) * 2;
}

/* Is it cut at the width of the document's other paragraphs? */
static bool
is_cut_alike(const struct paragraph *p, struct slice text, const struct cuts *cuts)
{
	if (p->len < 2 || p->width > cuts->width)
		return false;
	for (size_t i = 0; i + 1 < p->len; i++)
		if (!is_full(p, i, cuts->width) ||
		    (!p->at[i + 1].low && (cuts->paragraphs < PARAGRAPHS_LEAST || (p->len == 2 && ends_sentence(text, &p->at[i])))))
			return false;
	return true;
}

/* "well-" and "known" belong together; otherwise a blank parts the words. */
static void
join(struct patch_list *out, struct slice text, const struct line *line)
{
	size_t len;
	bool hyphen = line->end > line->start + 1 && text.at[line->end - 1] == '-' &&
	    utf8_is_letter(utf8_before(text, line->end - 1, &len));

	patch_add(out, line->end, line->end + 1, slice_from(hyphen ? "" : " "), EDIT_WRAP);
}

void
normalize_wrap(struct patch_list *out, struct slice text)
{
	struct paragraph p = { 0 };
	struct cuts cuts = { 0 };

	for (size_t start = 0; start < text.len;) {
		start = read_paragraph(&p, text, start) + 2;
		if (is_cut(&p)) {
			cuts.paragraphs++;
			cuts.width = p.width > cuts.width ? p.width : cuts.width;
		}
	}
	for (size_t start = 0; cuts.paragraphs > 0 && start < text.len;) {
		start = read_paragraph(&p, text, start) + 2;
		if (!is_cut(&p) && !is_cut_alike(&p, text, &cuts))
			continue;
		for (size_t i = 0; i + 1 < p.len; i++)
			join(out, text, &p.at[i]);
	}
	mem_free(p.at);
}
