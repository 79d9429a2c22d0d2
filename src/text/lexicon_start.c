#include "ascii.h"
#include "lexicon_table.h"
#include "utf8.h"

/* Whether an entry may begin somewhere, seen from its first letters. */

static size_t
low_of(struct slice s, size_t i)
{
	return (unsigned char)ascii_fold(s.at[i]);
}

/* The bytes of s from i on, three at most, that folding leaves as many as they are. */
static size_t
plain_bytes(struct slice s, size_t i)
{
	size_t n = 0;

	while (n < 3 && i + n < s.len && (unsigned char)s.at[i + n] < 0x80 && s.at[i + n] != '\'')
		n++;
	return n;
}

/* The low bits of the byte at s[i], which are those of the small letter, too. */
static size_t
bits_at(struct slice s, size_t i)
{
	return (unsigned char)s.at[i] & 31;
}

static size_t
two_at(struct slice s, size_t i)
{
	return bits_at(s, i) << 5 | bits_at(s, i + 1);
}

static size_t
three_at(struct slice s, size_t i)
{
	return (two_at(s, i) * 37 + bits_at(s, i + 2)) & 4095;
}

uint32_t
lexicon_letter_bit(struct slice s, size_t i)
{
	size_t c = i < s.len ? low_of(s, i) - 'a' : 26;

	return c < 26 ? UINT32_C(1) << c : ANY_LETTER;
}

/* The bit of the letter or apostrophe at s[i], folded. */
static uint64_t
wide_bit(struct slice s, size_t i)
{
	size_t len;
	uint32_t code = utf8_at(s, i, &len);

	if (code == 0x2018 || code == 0x2019 || code == 0x02BC || code == 0xFF07)
		code = '\'';
	return UINT64_C(1) << (utf8_lower(code) & 63);
}

void
lexicon_starts_add(struct starts *starts, struct slice word, uint32_t second)
{
	size_t n = plain_bytes(word, 0);

	if (n == 0) {
		starts->wide |= wide_bit(word, 0);
		return;
	}
	if (n == 3)
		starts->three[three_at(word, 0)] |= second;
	else if (n == 2 && word.len == 2)
		starts->two[two_at(word, 0)] |= second;
	else
		*(word.len == 1 ? &starts->one[low_of(word, 0)] : &starts->loose[low_of(word, 0)]) = true;
	if (n < 2)
		memset(&starts->pair[(low_of(word, 0) & 31) << 5], true, 32);
	else
		starts->pair[two_at(word, 0)] = true;
}

/* As lexicon_may_start, where the word's first bytes are not three of ASCII. */
static bool
may_start_oddly(const struct starts *starts, struct slice text, size_t i)
{
	size_t n = plain_bytes(text, i);

	if (n == 0)
		return (starts->wide & wide_bit(text, i)) != 0;
	return starts->loose[low_of(text, i)] || starts->one[low_of(text, i)] ||
	    (n > 1 && starts->two[two_at(text, i)] != 0);
}

bool
lexicon_may_start(const struct lexicon *l, struct slice text, size_t i)
{
	const struct starts *starts = &l->starts;
	uint32_t second;

	if (l->packed != NULL)
		return true;
	if (i + 3 > text.len || ((text.at[i] | text.at[i + 1] | text.at[i + 2]) & 0x80) != 0 || text.at[i] == '\'')
		return may_start_oddly(starts, text, i);
	if (!starts->pair[two_at(text, i)])
		return false;
	second = starts->three[three_at(text, i)] | starts->two[two_at(text, i)];
	if (starts->loose[low_of(text, i)] || (starts->one[low_of(text, i)] && !ascii_letter(text.at[i + 1])))
		return true;
	if (second == 0 || second == ANY_LETTER)
		return second != 0;
	while (i < text.len && ascii_letter(text.at[i]))
		i++;
	return i >= text.len || text.at[i] != ' ' || (second & lexicon_letter_bit(text, i + 1)) != 0;
}
