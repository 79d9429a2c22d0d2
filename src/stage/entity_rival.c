#include "entity_link.h"

/* What tells two persons of the same words apart: the initials in the middle and what stands behind the name. */
enum { MOST = 6 };

struct marks {
	uint32_t initial[MOST];
	size_t initials;
	struct slice behind; /* "Jr", "II"; empty: none */
};

static bool
is_numeral(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != 'I' && s.at[i] != 'V' && s.at[i] != 'X')
			return false;
	return s.len > 0;
}

/* The letters of "H", "H." or "H.W."; 0 if the word is spelt out. */
static size_t
read_initials(struct slice s, uint32_t *to, size_t room)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i += 2) {
		if (n == room || (i + 1 < s.len && s.at[i + 1] != '.') || s.at[i] < 'A' || s.at[i] > 'Z')
			return 0;
		to[n++] = (unsigned char)s.at[i];
	}
	return n;
}

static struct marks
read_marks(const struct linker *l, const struct mention *m)
{
	struct core c = l->core[m - l->list->at];
	struct marks marks = { .behind = { NULL, 0 } };

	for (size_t i = c.first + 1; i + 1 < c.last; i++)
		marks.initials += read_initials(linker_text(l, i), marks.initial + marks.initials, MOST - marks.initials);
	for (size_t i = c.last; i < m->last; i++) {
		struct slice s = linker_text(l, i);

		if ((scan_gloss(l->scan, i)->marks & MARK_BEHIND) != 0 || is_numeral(s))
			marks.behind = s;
	}
	return marks;
}

bool
linker_rivals(const struct linker *l, const struct mention *a, const struct mention *b)
{
	struct marks x = read_marks(l, a), y = read_marks(l, b);
	size_t shorter = x.initials < y.initials ? x.initials : y.initials;

	if (x.behind.len > 0 && y.behind.len > 0 && !slice_eq(x.behind, y.behind))
		return true;
	return memcmp(x.initial, y.initial, shorter * sizeof *x.initial) != 0;
}

bool
linker_marked(const struct linker *l, const struct mention *m)
{
	struct marks marks = read_marks(l, m);

	return marks.initials > 0 || marks.behind.len > 0;
}

void
linker_slug_marked(struct linker *l, const struct mention *m)
{
	struct core c = l->core[m - l->list->at];
	struct marks marks = read_marks(l, m);

	for (size_t i = c.first; i < c.last; i++)
		linker_slug(l, linker_text(l, i));
	linker_slug(l, marks.behind);
}
