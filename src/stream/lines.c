#include "lines.h"

#include "lanes.h"

/* Of all loads, bytes marked: those that are beyond ASCII, that are backslashes, and that are NUL or CR. */
struct met {
	lanes beyond, slash, control;
};

enum { STEP = 2 * LANES };

/* The tabs and newlines of a load of bytes. */
static inline uint32_t
look_once(struct met *met, const char *at)
{
	lanes v = lanes_load(at);

	met->beyond = lanes_or(met->beyond, v);
	met->slash = lanes_or(met->slash, lanes_is(v, '\\'));
	met->control = lanes_or(met->control, lanes_or(lanes_is(v, '\r'), lanes_is(v, '\0')));
	return lanes_bits(lanes_or(lanes_is(v, '\t'), lanes_is(v, '\n')));
}

/* Those of a step. */
static inline uint32_t
look(struct met *met, const char *at)
{
	uint32_t low = look_once(met, at);

	return low | look_once(met, at + LANES) << LANES;
}

static inline uint32_t
seen(const struct met *met)
{
	return (lanes_bits(met->beyond) != 0 ? SEEN_BEYOND : 0) | (lanes_bits(met->slash) != 0 ? SEEN_BACKSLASH : 0) |
	    (lanes_bits(met->control) != 0 ? SEEN_CONTROL : 0);
}

/* Appends the places of a step's tabs up to its newline.  True if it has one, whose place goes into line->end. */
static inline bool
mark(struct lines *l, struct line *line, const char *bytes, size_t at, uint32_t marks)
{
	size_t *first = l->tab + line->tab, *to = first + line->tabs;
	size_t n;

	for (; marks != 0; marks &= marks - 1) {
		size_t place = at + lanes_first(marks);

		if (bytes[place] == '\n') {
			line->end = place;
			break;
		}
		*to++ = place;
	}
	n = (size_t)(to - first);
	line->tabs = (uint16_t)(n < FIELDS_MOST ? n : FIELDS_MOST - 1);
	return marks != 0;
}

/* Looks at each byte from a place in a line on, once: its newline and tabs are found, and whether there is anything that later steps would
 * have to look for.  False if the newline is not there. */
static inline bool
scan(struct lines *l, struct line *line, struct slice bytes, size_t from)
{
	char rest[STEP];
	struct met met;
	size_t i = from, steps = (bytes.len - from) / STEP;
	uint32_t marks;

	memset(rest, ' ', sizeof rest);
	met.beyond = met.slash = met.control = lanes_is(lanes_load(rest), '\t');
	for (; steps > 0; steps--, i += STEP)
		if ((marks = look(&met, bytes.at + i)) != 0 && mark(l, line, bytes.at, i, marks))
			break;
	if (steps == 0) {
		if (i < bytes.len)
			memcpy(rest, bytes.at + i, bytes.len - i);
		marks = look(&met, rest);
		steps = mark(l, line, bytes.at, i, marks);
	}
	line->seen = (uint16_t)(line->seen | seen(&met));
	return steps > 0;
}

/* Finds the line that begins at start, for which more may be read; false if there is none. */
static inline bool
find(struct lines *l, struct input *in, struct slice *bytes, size_t start)
{
	struct line *line;
	size_t looked = start;

	MEM_GROW(l->at, l->cap, l->n + 1);
	MEM_GROW(l->tab, l->tab_cap, l->kept + FIELDS_MOST + STEP);
	line = &l->at[l->n];
	*line = (struct line){ .start = start, .number = in->number + l->n + 1, .tab = l->kept };
	while (!scan(l, line, *bytes, looked)) {
		looked = line->end = bytes->len;
		if (!input_more(in, bytes))
			break;
	}
	l->tabs += line->tabs;
	l->kept += l->kept < TABS ? line->tabs : 0;
	l->n += bytes->len > start;
	return bytes->len > start;
}

/* Does a line of another document come next? */
static inline bool
other_document(struct slice id, struct slice next)
{
	if (next.at[0] == '\t' || next.at[0] == '\n')
		return false;
	if (next.len < id.len || memcmp(next.at, id.at, id.len) != 0)
		return true;
	return next.len > id.len && next.at[id.len] != '\t' && next.at[id.len] != '\n';
}

bool
lines_take(struct lines *l, struct input *in, bool single)
{
	struct slice bytes = input_ahead(in);
	size_t next = 0, id = 0;

	l->n = l->tabs = l->kept = 0;
	while (find(l, in, &bytes, next)) {
		const struct line *line = &l->at[l->n - 1];

		if (l->n == 1)
			id = line->tabs > 0 ? l->tab[0] : line->end;
		next = line->end + (line->end < bytes.len);
		while (!single && bytes.len - next <= id && input_more(in, &bytes))
			;
		if (single || bytes.len == next || other_document(slice_sub(bytes, 0, id), slice_sub(bytes, next, bytes.len)))
			break;
	}
	input_took(in, next, l->n);
	l->bytes = bytes;
	return l->n > 0;
}

void
lines_look(struct lines *l, const struct line *line)
{
	size_t at = line->start;

	for (size_t i = 0; i < line->tabs; i++) {
		at += slice_find(slice_sub(l->bytes, at, line->end), '\t');
		l->tab[line->tab + i] = at++;
	}
}

enum { LINES = 1 << 16 }; /* that are kept room for from document to document */

void
lines_forget(struct lines *l)
{
	if (l->cap <= LINES)
		return;
	l->at = mem_resize(l->at, sizeof *l->at);
	l->cap = 1;
	mem_free(l->tab);
	l->tab = NULL;
	l->tab_cap = 0;
}

void
lines_free(struct lines *l)
{
	mem_free(l->at);
	mem_free(l->tab);
}
