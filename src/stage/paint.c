#include "paint.h"

#include "show.h"
#include "utf8.h"
#include "words.h"

static const char *const sgr[] = {
	[PAINT_PLAIN] = "", [PAINT_STRONG] = "\033[1m", [PAINT_FAINT] = "\033[2m",
	[PAINT_DROPPED] = "\033[31;9m", [PAINT_ADDED] = "\033[32;4m", [PAINT_ALARM] = "\033[1;35m",
};

size_t
paint_width(struct slice s)
{
	size_t i, len, width = 0;

	for (i = 0; i < s.len; i += len)
		width += utf8_width(utf8_at(s, i, &len));
	return width;
}

/* Appends s as it may be sent; returns the columns that it takes. */
static size_t
show(struct buf *out, struct slice s)
{
	size_t before = out->len;

	show_add(out, s, "");
	return paint_width(slice_sub(buf_slice(out), before, out->len));
}

size_t
paint_fits(struct slice s, size_t columns)
{
	size_t end, len, width = 0;

	for (end = 0; end < s.len; end += len) {
		width += utf8_width(utf8_at(s, end, &len));
		if (width > columns)
			break;
	}
	return end;
}

static void
blanks(struct paint *p, size_t n)
{
	p->column += n;
	while (n-- > 0)
		buf_byte(p->out, ' ');
}

static void
set_style(struct paint *p, enum paint_style style)
{
	if (p->style == style)
		return;
	if (p->color && p->style != PAINT_PLAIN)
		buf_string(p->out, "\033[0m");
	if (p->color)
		buf_string(p->out, sgr[style]);
	p->style = style;
}

void
paint_word(struct paint *p, enum paint_style style, struct slice word)
{
	size_t width;

	buf_clear(&p->word);
	width = show(&p->word, word);
	if (p->column > p->indent && p->column + 1 + width > p->width)
		paint_break(p);
	if (p->style != style)
		set_style(p, PAINT_PLAIN); /* the blank between two styles has neither */
	if (p->column < p->indent)
		blanks(p, p->indent - p->column);
	else if (p->column > p->indent)
		blanks(p, 1);
	set_style(p, style);
	buf_add(p->out, buf_slice(&p->word));
	p->column += width;
}

void
paint_text(struct paint *p, enum paint_style style, struct slice text)
{
	struct slice word;

	while (words_next(&text, &word))
		paint_word(p, style, word);
}

void
paint_tab(struct paint *p, size_t column)
{
	set_style(p, PAINT_PLAIN);
	blanks(p, p->column < column ? column - p->column : 1);
}

void
paint_break(struct paint *p)
{
	set_style(p, PAINT_PLAIN);
	if (p->column > 0)
		buf_byte(p->out, '\n');
	p->column = 0;
}

void
paint_gap(struct paint *p)
{
	paint_break(p);
	buf_byte(p->out, '\n');
}

void
paint_free(struct paint *p)
{
	buf_free(&p->word);
}
