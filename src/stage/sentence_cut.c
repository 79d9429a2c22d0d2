#include "sentence_cut.h"

#include "ascii.h"
#include "mem.h"
#include "sentence_item.h"
#include "sentence_rule.h"
#include "sentence_scan.h"
#include "sentence_unit.h"
#include "utf8.h"

enum { BRACKET_MAX = 600 }; /* bytes of a bracket that holds sentences within a sentence */

enum byte { BYTE_OTHER, BYTE_STOP, BYTE_QUOTE, BYTE_OPEN, BYTE_CLOSE, BYTE_BULLET, BYTE_WIDE, BYTE_UNIT, BYTE_COLON };

/* What may happen at the places of sentence_scan.h. */
static const unsigned char byte_table[256] = {
	['.'] = BYTE_STOP, ['!'] = BYTE_STOP, ['?'] = BYTE_STOP, ['"'] = BYTE_QUOTE, ['('] = BYTE_OPEN,
	[')'] = BYTE_CLOSE, ['*'] = BYTE_BULLET, [0xE2] = BYTE_WIDE, [0xC2] = BYTE_WIDE,
	[':'] = BYTE_COLON, ['>'] = BYTE_UNIT, ['_'] = BYTE_UNIT, ['='] = BYTE_UNIT, [0xF0] = BYTE_UNIT,
};

struct cutter {
	const struct cut_rules *rules;
	struct cut_list *out;
	struct stop_place place;
	bool straight_open;   /* an odd number of straight marks have passed */
	size_t bracket_end;   /* the bracket that is open closes here */
	size_t next_close;    /* the ")" that follows the last "(" asked for */
	size_t quote_end;     /* the quotation that is kept whole closes here */
	unsigned unclosed;    /* bits of quote_marks that do not close in what is left of the block */
	struct item item;     /* the last marker of a list; value 0: none */
};

static void
add_sentence(struct cutter *c, size_t end, size_t begin)
{
	struct cut_list *out = c->out;

	MEM_GROW(out->at, out->cap, out->len + 1);
	out->at[out->len].start = c->place.from;
	out->at[out->len].end = end;
	out->len++;
	c->place.from = begin;
}

/* The first byte b at or after i in the block, or its end. */
static size_t
find_byte(const struct cutter *c, size_t i, char b)
{
	const char *found = memchr(c->place.text.at + i, b, c->place.end - i);

	return found == NULL ? c->place.end : (size_t)(found - c->place.text.at);
}

/* A bracket that opens within a sentence and closes soon keeps what it holds together. */
static void
open_bracket(struct cutter *c, size_t i)
{
	if (i <= c->place.from || i < c->bracket_end)
		return;
	if (c->next_close <= i)
		c->next_close = find_byte(c, i, ')');
	if (c->next_close < c->place.end && c->next_close - i < BRACKET_MAX)
		c->bracket_end = c->next_close;
}

/* Marks that open a quotation, and those that close it. */
static const struct {
	const char *opens, *closes;
} quote_marks[] = {
	{ "\"", "\"" },
	{ "\xE2\x80\x9C", "\xE2\x80\x9D" }, /* “ ” */
	{ "\xE2\x80\x9E", "\xE2\x80\x9C" }, /* „ “ */
	{ "\xC2\xAB", "\xC2\xBB" },         /* « » */
};

/* Where the bytes of mark stand at or after i in the block, or its end. */
static size_t
find_mark(const struct cutter *c, size_t i, struct slice mark)
{
	for (; (i = find_byte(c, i, mark.at[0])) < c->place.end; i++)
		if (i + mark.len <= c->place.end && memcmp(c->place.text.at + i, mark.at, mark.len) == 0)
			break;
	return i;
}

/* With keep_quote: the quotation that the mark at text[i] opens is kept whole, if it closes. */
static void
keep_quote(struct cutter *c, size_t i)
{
	size_t k;

	for (k = 0; k < sizeof quote_marks / sizeof quote_marks[0]; k++) {
		struct slice opens = slice_from(quote_marks[k].opens);
		size_t end;

		if (c->unclosed >> k & 1 || i + opens.len >= c->place.end || i < c->quote_end ||
		    memcmp(c->place.text.at + i, opens.at, opens.len) != 0)
			continue;
		end = find_mark(c, i + opens.len, slice_from(quote_marks[k].closes));
		if (end < c->place.end)
			c->quote_end = end;
		else
			c->unclosed |= 1u << k;
		return;
	}
}

static void
toggle_quote(struct cutter *c, size_t i)
{
	c->straight_open = !c->straight_open;
	if (c->straight_open && c->rules->keep_quote)
		keep_quote(c, i);
}

/* Adds the sentence that goes on up to begin, less its white space. */
static void
add_up_to(struct cutter *c, size_t begin)
{
	size_t end = begin, len;

	while (end > c->place.from && (len = stop_space_before(c->place.text, end)) > 0)
		end -= len;
	if (end > c->place.from)
		add_sentence(c, end, begin);
}

/* A list's marker, where a sentence begins or where the one after the last is due.  Sets *i behind it. */
static bool
pass_item(struct cutter *c, size_t *i)
{
	const struct stop_place *p = &c->place;
	struct item item;
	bool first;

	if (!item_read(&item, p->text, p->start, p->end, *i) || item.start < p->from)
		return false;
	first = stop_is_front(p, item.start);
	if (p->ordinals && item.last == '.' && !first)
		return false;
	if (!first && !item_follows(&c->item, &item))
		return false;
	if (!first)
		add_up_to(c, item.start);
	c->item = item;
	*i = item.end;
	return true;
}

/* Returns where to read on. */
static size_t
pass_stop(struct cutter *c, size_t i)
{
	struct stop s;

	stop_read(&s, c->place.words, c->place.text, c->place.start, c->place.end, i, c->straight_open, c->place.scratch);
	c->place.in_bracket = i < c->bracket_end && s.end <= c->bracket_end;
	if (i < c->quote_end && s.end <= c->quote_end)
		return s.past;
	if (s.past > c->place.from && stop_ends(&s, &c->place))
		add_sentence(c, s.end, s.begin);
	return s.past;
}

/* Is it the commonest stop: behind a small word of letters that is no abbreviation, and before a space and a capital?  Such a
 * one ends its sentence without a closer look. */
static bool
is_plain_stop(const struct cutter *c, size_t i)
{
	struct slice text = c->place.text;
	size_t word = i;

	if (i + 2 >= c->place.end || i < c->bracket_end || i < c->quote_end || text.at[i + 1] != ' ' ||
	    text.at[i + 2] < 'A' || text.at[i + 2] > 'Z')
		return false;
	while (word > c->place.from && ascii_small(text.at[word - 1]))
		word--;
	if (i - word < 2 || word < c->place.from + 2 || text.at[word - 1] != ' ' || text.at[word - 2] == '.')
		return false;
	return (words_find(c->place.words, slice_sub(text, word, i + 1), c->place.scratch) & WORD_ABBREVIATION) == 0;
}

/* A full stop, which may be that of a list's marker.  Returns where to read on. */
static size_t
pass_full_stop(struct cutter *c, size_t i)
{
	if (is_plain_stop(c, i)) {
		add_sentence(c, i + 1, i + 2);
		return i + 1;
	}
	return pass_item(c, &i) ? i : pass_stop(c, i);
}

/* A unit that no stop ends.  Returns where to read on. */
static size_t
pass_unit(struct cutter *c, size_t i)
{
	size_t end;

	if (unit_ends(&c->place, i, &end) && i >= c->bracket_end)
		add_sentence(c, end, end + 1);
	return end;
}

/* A bullet between white space and a word begins a unit. */
static size_t
pass_bullet(struct cutter *c, size_t i, size_t len)
{
	if (len == 1 && i + 1 < c->place.end && c->place.text.at[i + 1] == c->place.text.at[i])
		return pass_unit(c, i);
	if (i > c->place.from && stop_space(c->place.text, i - 1) > 0 && i + len < c->place.end)
		add_up_to(c, i);
	return i + len;
}

/* Portuguese: 'Ele disse: «Não vou.»' */
static void
pass_colon(struct cutter *c, size_t i)
{
	struct slice text = c->place.text;
	size_t len;

	if (!c->rules->colon || i + 3 >= c->place.end || i < c->bracket_end || text.at[i + 1] != ' ' ||
	    stop_mark(text, i + 2, &len) != MARK_QUOTE || i + 2 + len >= c->place.end)
		return;
	if (utf8_is_upper(utf8_at(text, i + 2 + len, &len)))
		add_sentence(c, i + 1, i + 2);
}

/* What may stand before the space before a capital at which something happens. */
enum { BEFORE_COMMA = 1, BEFORE_DIGIT = 2, BEFORE_WORD = 4 };

static int
kind_before(unsigned char c)
{
	if (c == ',')
		return BEFORE_COMMA;
	if (ascii_digit(c))
		return BEFORE_DIGIT;
	return c >= 'a' || c == ';' || ascii_capital(c) ? BEFORE_WORD : 0;
}

/* A capital word in the middle of a sentence. */
static void
pass_capital(struct cutter *c, size_t i)
{
	const struct stop_place *p = &c->place;
	int before = i < p->from + 2 ? 0 : kind_before((unsigned char)p->text.at[i - 2]);
	size_t start;

	if (before == 0 || i < c->bracket_end || i < c->quote_end)
		return;
	if (before == BEFORE_COMMA && unit_signature(p, i))
		add_up_to(c, i);
	if (before == BEFORE_DIGIT && unit_label(p, i))
		add_up_to(c, i);
	if (before == BEFORE_DIGIT && unit_stamp(p, i, &start)) {
		if (start > p->from + 1 && !stop_is_small(p, start))
			add_up_to(c, start);
		add_sentence(c, i + 2, i + 3);
	}
	if (before == BEFORE_WORD && stop_runs_in(p, i))
		add_up_to(c, i);
}

/* Can something happen at a capital behind a space?  A quick look, for half of all places are such: behind a word it can only
 * where a word of the length of one that begins sentences ends in a space, behind a comma where a greeting may. */
static inline bool
may_pass_capital(const struct cutter *c, const struct scan *scan, size_t i)
{
	struct slice text = c->place.text;
	unsigned char before = i > 1 ? (unsigned char)text.at[i - 2] : 0;

	if (before < 'A')
		return before == ';' || ascii_digit(before) || (before == ',' && unit_may_sign(&c->place, i));
	return (words_start_lens(c->place.words, text, i) & scan_spaces(scan, i)) != 0;
}

static size_t
pass_wide(struct cutter *c, size_t i)
{
	size_t len;
	enum mark mark;

	if (!c->rules->keep_quote && i + 2 < c->place.end && c->place.text.at[i + 1] == '\x80' &&
	    (c->place.text.at[i + 2] & 0xF0) == 0x90)
		return i + 3; /* a quotation mark or a dash */
	if (i + 2 < c->place.end && memcmp(c->place.text.at + i, "\xE2\x80\xA6", 3) == 0)
		return pass_stop(c, i);
	mark = stop_mark(c->place.text, i, &len);
	if (mark == MARK_QUOTE && c->rules->keep_quote)
		keep_quote(c, i);
	return mark == MARK_BULLET ? pass_bullet(c, i, len) : i + len;
}

/* Where the stops and closing marks begin that end the block: nothing happens at them. */
static size_t
without_end(struct slice text, size_t start, size_t end)
{
	while (end > start) {
		char c = text.at[end - 1];

		if (c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == ')')
			end--;
		else if ((unsigned char)c >= 0x80 && end - start >= 3 && (memcmp(text.at + end - 3, "\xE2\x80\x9D", 3) == 0 ||
		    memcmp(text.at + end - 3, "\xE2\x80\x99", 3) == 0)) /* ” and ’ */
			end -= 3;
		else
			break;
	}
	return end;
}

void
cut_block(const struct cut_rules *rules, struct slice text, size_t start, size_t end,
    struct cut_list *out, struct buf *scratch)
{
	struct cutter c = { .rules = rules, .out = out };
	struct scan scan = out->scan;
	size_t i = start, last = without_end(text, start, end);

	c.place = (struct stop_place){ .words = &rules->words, .text = text, .start = start, .end = end,
	    .from = start, .ordinals = rules->ordinals, .scratch = scratch, .evidence = &out->evidence };
	while ((i = scan_next(&scan, text, i, last)) < last) {
		if ((unsigned char)(text.at[i] - 'A') < 26) { /* half of all places */
			if (may_pass_capital(&c, &scan, i))
				pass_capital(&c, i);
			i++;
			continue;
		}
		switch (byte_table[(unsigned char)text.at[i]]) {
		case BYTE_STOP:
			i = text.at[i] == '.' ? pass_full_stop(&c, i) : pass_stop(&c, i);
			continue;
		case BYTE_CLOSE:
			if (!pass_item(&c, &i))
				i = pass_unit(&c, i);
			continue;
		case BYTE_UNIT:
			i = pass_unit(&c, i);
			continue;
		case BYTE_BULLET:
			i = pass_bullet(&c, i, 1);
			continue;
		case BYTE_WIDE:
			i = pass_wide(&c, i);
			continue;
		case BYTE_COLON:
			pass_colon(&c, i);
			break;
		case BYTE_QUOTE:
			toggle_quote(&c, i);
			break;
		case BYTE_OPEN:
			open_bracket(&c, i);
			break;
		default:
			break;
		}
		i++;
	}
	if (c.place.from < end)
		add_sentence(&c, end, end);
	out->scan = scan;
}
