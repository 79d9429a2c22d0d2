#include "normalize_alphabet.h"

#include <stdbool.h>

#include "utf8.h"

enum {
	WORD_LEAST = 3,      /* letters of a word that speaks for a codec: "à" and "où" are words of their own */
	WORDS_LEAST = 2,     /* such words of a document, and their letters */
	LETTERS_LEAST = 12,
	COMMON_LEAST = 45,   /* of 100 letters, those that are common: in Russian they are 67, in Ukrainian 60, by chance 31 */
	ODD = 8, RARE = 2,   /* common letters that an odd one outweighs, and a rare one */
	MIXED_MOST = 4       /* such words to one that also has letters of ASCII, as those of most languages in Latin letters do */
};

struct word {
	size_t start, end;
	size_t letters;
	bool ascii, high; /* has letters of ASCII, and beyond */
};

struct evidence {
	size_t words, letters, common, mixed;
	size_t rare;
	size_t odd; /* capitals behind small letters: "гЮЛСФЕЛ" */
};

/* What the character was in the codec; 0 if that is no Cyrillic letter, nor the numero sign that stands among them. */
static uint32_t
cyrillic(const struct codecs *c, size_t codec, uint32_t code)
{
	unsigned byte = codec_byte(c, code);
	uint32_t was = byte >= 0x80 ? c->code[codec][byte - 0x80] : 0;

	return (was >= 0x400 && was < 0x530) || was == 0x2116 ? was : 0;
}

/* оеаинтсрвл, and жшюцщэфъё, by their distance from а. */
static const uint64_t common_letters = UINT64_C(0x76925), rare_letters = UINT64_C(0x267500040);

/* Is the letter, in either case, one of those? */
static bool
is_of(uint32_t code, uint64_t letters)
{
	code += code < 0x410 ? 0x50 : code < 0x430 ? 0x20 : 0;
	return code - 0x430 < 64 && (letters >> (code - 0x430) & 1) != 0;
}

/* The next word from i on, of letters of ASCII and of what the codec has Cyrillic ones for.  False if there is none. */
static bool
next_word(struct word *w, const struct codecs *c, size_t codec, struct slice s, size_t i)
{
	size_t len;

	*w = (struct word){ 0 };
	for (; i < s.len; i += len) {
		uint32_t code = utf8_good_at(s, i, &len);
		bool ascii = (code | 0x20) - 'a' < 26;

		if (!ascii && cyrillic(c, codec, code) == 0) {
			if (w->letters > 0)
				return true;
			continue;
		}
		w->start = w->letters++ == 0 ? i : w->start;
		w->end = i + len;
		w->ascii |= ascii;
		w->high |= !ascii;
	}
	return w->letters > 0;
}

static bool
is_telling(const struct word *w)
{
	return !w->ascii && w->letters >= WORD_LEAST;
}

static struct evidence
weigh(const struct codecs *c, size_t codec, struct slice s)
{
	struct evidence e = { 0 };
	struct word w;
	bool small;
	size_t len;

	for (size_t i = 0; next_word(&w, c, codec, s, i); i = w.end) {
		e.mixed += w.ascii && w.high;
		if (!is_telling(&w))
			continue;
		e.words++;
		e.letters += w.letters;
		small = false;
		for (size_t at = w.start; at < w.end; at += len) {
			uint32_t code = cyrillic(c, codec, utf8_good_at(s, at, &len));

			e.common += is_of(code, common_letters);
			e.rare += is_of(code, rare_letters);
			e.odd += small && utf8_is_upper(code);
			small = utf8_is_lower(code);
		}
	}
	return e;
}

/* Has the codec a letter for each byte that is one in cp1252, from C0 on? */
static bool
has_letters(const struct codecs *c, size_t codec)
{
	return cyrillic(c, codec, 0xC0) != 0 && cyrillic(c, codec, 0xFF) != 0;
}

/* The codec that the document was in; CODEC_CP1252 if it is as it should be. */
static size_t
guess(const struct codecs *c, struct slice s)
{
	size_t best = CODEC_CP1252;
	size_t most = 0;

	for (size_t codec = 0; codec < c->len; codec++) {
		struct evidence e;
		size_t against, worth;

		if (!has_letters(c, codec))
			continue;
		e = weigh(c, codec, s);
		against = e.odd * ODD + e.rare * RARE;
		worth = e.letters + e.common - against; /* of KOI8-R and KOI8-U the one in which whole words are letters */
		if (e.words >= WORDS_LEAST && e.letters >= LETTERS_LEAST && e.mixed * MIXED_MOST <= e.words &&
		    e.common * 100 >= e.letters * COMMON_LEAST && e.common > against && worth > most) {
			best = codec;
			most = worth;
		}
	}
	return best;
}

/* Reads the words of a line anew, if one of them tells. */
static void
repair_line(struct patch_list *out, const struct codecs *c, size_t codec, struct slice text, size_t start, size_t end)
{
	struct slice s = slice_sub(text, 0, end);
	bool told = false;
	struct word w;
	size_t len;

	for (size_t i = start; !told && next_word(&w, c, codec, s, i); i = w.end)
		told = is_telling(&w);
	for (size_t i = start; told && next_word(&w, c, codec, s, i); i = w.end)
		for (size_t at = w.start; at < w.end && !w.ascii; at += len) {
			uint32_t code = utf8_good_at(s, at, &len);

			patch_add_code(out, at, at + len, cyrillic(c, codec, code), EDIT_ENCODING);
		}
}

void
normalize_alphabet(struct patch_list *out, const struct codecs *c, struct slice text)
{
	codec_reread(out, c, guess(c, text), text, repair_line);
}
