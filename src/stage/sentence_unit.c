#include "sentence_unit.h"

#include "ascii.h"
#include "utf8.h"

enum {
	ADDRESS_MAX = 80, /* bytes of a mail address */
	RULE_MIN = 3      /* marks of a ruled line */
};

/* "<desk@alder.example>" that ends at text[i]. */
static bool
is_address(const struct stop_place *p, size_t i)
{
	size_t j = i;
	bool at = false;

	while (j > p->from && i - j < ADDRESS_MAX && p->text.at[j] != '<') {
		if (stop_space(p->text, --j) > 0)
			return false;
		if (p->text.at[j] == '>')
			return false;
		at |= p->text.at[j] == '@';
	}
	return at && p->text.at[j] == '<';
}

/* ":)", ";-)" that ends at text[i]. */
static bool
is_smiley(const struct stop_place *p, size_t i)
{
	size_t j = i;

	if (j > p->from + 1 && p->text.at[j - 1] == '-')
		j--;
	return j > p->from + 1 && strchr(":;=", p->text.at[j - 1]) != NULL && !ascii_digit(p->text.at[j - 2]);
}

static bool
is_emoji(struct slice text, size_t i)
{
	return i + 4 <= text.len && memcmp(text.at + i, "\xF0\x9F", 2) == 0;
}

/* Past the emoji at text[i], with their joiners and variants. */
static size_t
pass_emoji(struct slice text, size_t i)
{
	for (;;) {
		if (is_emoji(text, i))
			i += 4;
		else if (i + 3 <= text.len && (memcmp(text.at + i, "\xEF\xB8\x8F", 3) == 0 ||
		    memcmp(text.at + i, "\xE2\x80\x8D", 3) == 0))
			i += 3;
		else
			return i;
	}
}

/* Past the marks that are the same as text[i]. */
static size_t
pass_rule(const struct stop_place *p, size_t i)
{
	size_t j = i;

	while (j < p->end && p->text.at[j] == p->text.at[i])
		j++;
	return j;
}

/* Does white space, and then what may begin a sentence, stand at text[i]? */
static bool
another_begins(const struct stop_place *p, size_t i)
{
	size_t len;
	uint32_t code;

	if (i + 1 >= p->end || p->text.at[i] != ' ')
		return false;
	code = utf8_at(p->text, i + 1, &len);
	return utf8_is_upper(code) || utf8_is_digit(code) || code == '"' || code == 0x201C;
}

bool
unit_ends(const struct stop_place *p, size_t i, size_t *end)
{
	*end = i + 1;
	if (p->text.at[i] == '>')
		return is_address(p, i) && another_begins(p, *end);
	if (p->text.at[i] == ')')
		return is_smiley(p, i) && another_begins(p, *end);
	if (is_emoji(p->text, i)) {
		*end = pass_emoji(p->text, i);
		return i > p->from && another_begins(p, *end);
	}
	*end = pass_rule(p, i);
	return *end - i >= RULE_MIN && another_begins(p, *end);
}

/* Steps back over digits, one at least, that end before text[*i]. */
static bool
back_digits(const struct stop_place *p, size_t *i)
{
	size_t from = *i;

	while (*i > p->from && from - *i < 4 && ascii_digit(p->text.at[*i - 1]))
		--*i;
	return *i < from;
}

static bool
back_byte(const struct stop_place *p, size_t *i, char c)
{
	if (*i <= p->from || p->text.at[*i - 1] != c)
		return false;
	--*i;
	return true;
}

bool
unit_stamp(const struct stop_place *p, size_t i, size_t *start)
{
	struct slice text = p->text;

	if (i + 1 >= p->end || text.at[i + 1] != 'M' || (text.at[i] != 'A' && text.at[i] != 'P') ||
	    !another_begins(p, i + 2) || !back_byte(p, &i, ' ') || !back_digits(p, &i) || !back_byte(p, &i, ':') ||
	    !back_digits(p, &i))
		return false;
	if (back_byte(p, &i, ':') && !back_digits(p, &i))
		return false;
	if (!back_byte(p, &i, ' ') || !back_digits(p, &i) || !back_byte(p, &i, '/') || !back_digits(p, &i) ||
	    !back_byte(p, &i, '/') || !back_digits(p, &i))
		return false;
	*start = i;
	return true;
}

bool
unit_label(const struct stop_place *p, size_t i)
{
	size_t j = i - 1;

	while (j > p->from && i - j < 8 && (ascii_digit(p->text.at[j - 1]) || p->text.at[j - 1] == '.'))
		j--;
	if (j < p->from + 2 || j + 1 >= i || p->text.at[j - 1] != ' ' || stop_word(p->text, p->from, j - 1) != p->from)
		return false;
	return (words_find(p->words, slice_sub(p->text, p->from, j - 1), p->scratch) & WORD_LABEL) != 0;
}

bool
unit_signature(const struct stop_place *p, size_t i)
{
	size_t word;

	if (i < p->from + 3 || !unit_may_sign(p, i) || p->text.at[i - 2] != ',')
		return false;
	word = stop_word(p->text, p->from, i - 2);
	return (words_find(p->words, slice_sub(p->text, word, i - 2), p->scratch) & WORD_CLOSING) != 0;
}
